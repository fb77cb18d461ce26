import type { RelationFrame, StatusFrame } from '../grammar.ts'

export const ages = [
  'âgée? de (?<age>\\d{1,2}) ans',
  '(?<age>\\d{1,2}) ans(?! de (?:prison|réclusion|détention))(?! plus tard)(?! après)',
]
export const nationalities = [
  'de nationalité {demonym}',
  '(?:ressortissante?|citoyen(?:ne)?) (?:{demonym}|du {state}|de {state})',
  'nationalité {demonym}',
  "(?:opposante?|banquier|ex-banquier|dissidente?|journaliste|réfugiée?|homme d'affaires|avocate?|oligarque) {demonym}",
]
export const statuses: readonly StatusFrame[] = [
  { status: 'asylum-seeker', patterns: ["demandeu(?:r|se)s? d'asile", "(?:a|avait) demandé (?:l')?asile"] },
  { status: 'refugee', patterns: ['réfugiée?(?! {demonym})', 'statut de réfugiée?'] },
  {
    status: 'detained',
    patterns: [
      '(?:est|était|reste|demeure|se trouve) (?:actuellement |toujours |encore )?(?:détenue?|incarcérée?|emprisonnée?|en détention|en prison|écrouée?)',
      'en détention provisoire',
      'placée? en détention',
      'actuellement (?:détenue?|en détention|incarcérée?)',
    ],
  },
  { status: 'released', patterns: ['(?:est|était|reste) (?:libre|en liberté)'] },
  {
    status: 'opposition-figure',
    patterns: ['opposante?s?', "figure de l'opposition", 'dissidente?', "(?:membre|chef|leader) de l'opposition"],
  },
]
export const relations: readonly RelationFrame[] = [
  {
    relation: 'head of security',
    patterns: [
      "(?:ancien |ex-)?(?:chef|responsable|directeur) de la sécurité (?:de |d'|du )(?:[^.,;]{0,60} )?(?<b>{person})",
    ],
  },
  {
    relation: 'bodyguard',
    patterns: ["(?:ancien |ex-)?(?:garde du corps|chauffeur) (?:de |d'|du )(?:[^.,;]{0,60} )?(?<b>{person})"],
  },
  { relation: 'lawyer', patterns: ["avocate? (?:de |d')(?<b>{person})"] },
  { relation: 'wife', patterns: ["(?:épouse|femme) (?:de |d'|du )(?:[^.,;]{0,60} )?(?<b>{person})"] },
  {
    relation: 'associate',
    patterns: [
      "(?:proche|collaborat(?:eur|rice)|alliée?|associée?) (?:de |d'|du )(?:[^.,;]{0,60} )?(?<b>{person})",
      "(?:liens|relations) avec (?:l'|le |la )?(?:[^.,;]{0,50} )?(?<b>{person})",
    ],
  },
]
export const durations = [
  'pendant (?:plusieurs|quelques|\\d{1,2}|deux|trois|quatre|cinq) (?:ans|années)',
  'de \\d{4} à \\d{4}',
  'entre \\d{4} et \\d{4}',
]
export const former = 'ancien|ancienne|ex-|fut'
