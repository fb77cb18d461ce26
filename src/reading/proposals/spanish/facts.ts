import type { RelationFrame, StatusFrame } from '../grammar.ts'

export const ages = [
  'de (?<age>\\d{1,2}) años(?: de edad)?(?! de (?:cárcel|prisión))',
  'tiene (?<age>\\d{1,2}) años',
  '{person}, (?:de )?(?<age>\\d{1,2})(?=,)',
]
export const nationalities = [
  '(?:de )?nacionalidad {demonym}',
  '(?:ciudadan[oa]|nacional|súbdit[oa]) (?:{demonym}|de {state})',
  'nacional(?:idad)? de {state}',
  '(?:opositor|banquero|empresario|disidente|periodista|abogado|refugiado|exbanquero)a? {demonym}',
]
export const statuses: readonly StatusFrame[] = [
  { status: 'asylum-seeker', patterns: ['solicitantes? de asilo', '(?:ha|había) (?:pedido|solicitado) asilo'] },
  {
    status: 'refugee',
    patterns: ['refugiad[oa](?! {demonym})', 'estatuto de refugiado', 'condición de refugiad[oa]'],
  },
  {
    status: 'detained',
    patterns: [
      '(?:está|estaba|sigue|permanece|continúa|se encuentra|se halla) (?:actualmente )?(?:detenid[oa]|pres[oa]|encarcelad[oa]|recluid[oa]|en prisión|en la cárcel|en la prisión|bajo arresto)',
      'en prisión provisional',
    ],
  },
  { status: 'released', patterns: ['(?:está|estaba|quedó|sigue) en libertad'] },
  {
    status: 'opposition-figure',
    patterns: [
      'opositora?',
      'dirigente opositora?',
      'líder (?:opositor|de la oposición)',
      'disidente',
      '(?:figura|miembro) de la oposición',
    ],
  },
]
export const relations: readonly RelationFrame[] = [
  {
    relation: 'head of security',
    patterns: [
      '(?:ex ?)?(?:jefe|responsable|director) de (?:la )?seguridad (?:del?|de la) (?:[^.,;]{0,60} )?(?<b>{person})',
    ],
  },
  {
    relation: 'bodyguard',
    patterns: ['(?:ex ?)?(?:guardaespaldas|escolta|chófer) (?:del?|de la) (?:[^.,;]{0,60} )?(?<b>{person})'],
  },
  { relation: 'lawyer', patterns: ['abogad[oa] (?:del?|de la) (?<b>{person})', 'defensa de (?<b>{person})'] },
  { relation: 'wife', patterns: ['(?:esposa|mujer) (?:del?|de la) (?:[^.,;]{0,60} )?(?<b>{person})'] },
  {
    relation: 'associate',
    patterns: [
      '(?:colaborador|allegado|socio|estrecho colaborador|hombre de confianza|aliado)a? (?:del?|de la) (?:[^.,;]{0,60} )?(?<b>{person})',
      '(?:vínculos|relación|lazos|conexión) con (?:el |la )?(?:[^.,;]{0,50} )?(?<b>{person})',
    ],
  },
]
export const durations = [
  'durante (?:varios|algunos|unos|\\d{1,2}|dos|tres|cuatro|cinco) años',
  'entre \\d{4} y \\d{4}',
]
export const former = 'ex|antiguo|antigua|exjefe|fue'
