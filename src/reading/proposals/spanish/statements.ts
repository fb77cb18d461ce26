import type { AssertionFrame } from '../grammar.ts'

const assurance = '"?(?:garantías|seguridades)(?: diplomáticas)?"?'
export const assurances = [
  `(?<claimedBy>{stateActor}) (?:ha |han )?(?:afirm(?:a|ó|ado)|asegur(?:a|ó|ado)|dice|sostiene|alega|aleg[óa]) que (?<by>{stateActor}) (?:ha |han |había )?(?:ofrecido|dado|ofreció|dio|presentado|aportado) [^.;]{0,30}${assurance}`,
  `(?<by>{stateActor}) (?:ha |han |había )?(?:ofreci(?:ó|do)|dio|dado|present(?:ó|ado)|aport(?:ó|ado)|ofrece|envió) [^.;]{0,30}${assurance}`,
  `${assurance} (?:ofrecidas|dadas|presentadas|aportadas|prestadas) por (?<by>{stateActor})`,
]
const harm = '(?:{torture})(?:(?:,| y| u| o) (?:otros )?(?:{torture}))*'
export const risks = [
  `(?:corre(?:ría)?|existe|hay|habría|tiene|afronta|afrontaría) (?:un |el )?(?:grave |serio )?(?:riesgo|peligro)(?: \\w+)? de (?:sufrir |ser |que sufra )?(?<harm>${harm}|torturad[oa])`,
  `riesgo (?:real|grave|serio|cierto) de (?:sufrir |ser )?(?<harm>${harm}|torturad[oa])`,
  `(?:podría|puede) (?:ser (?<harm>torturad[oa]))`,
  `podría sufrir (?<harm>${harm})`,
  `(?:teme|temor a) (?:ser |la |las |sufrir )?(?<harm>${harm}|torturad[oa])`,
]
export const records = [
  '(?:denuncias|informes) (?:de|sobre) torturas? ... (?:contin[uú]an|persisten|siguen)',
  '(?:la )?tortura (?:es|sigue siendo|está) (?:habitual|sistemática|generalizada|común|extendida)[^.;]{0,30}',
  'se tortura(?: de forma)? (?:sistemática|rutinaria)?(?:mente)?',
  'historial (?:de|en materia de) tortura~',
]
export const counterClaims = [
  '(?:pese a|a pesar de) ... (?:afirma~|asegura~|insiste~)[^.;]{0,80}',
  '(?:el Gobierno|las autoridades|{state}) (?:niega|niegan|rechaza|rechazan|desmiente|sostiene que|asegura que|afirma que) [^.;]{0,80}',
]
export const prosecutions = [
  '(?:varios|otros|numerosos) (?:casos|procesos|procedimientos|colaboradores|activistas|allegados) [^.;]{0,100}(?:vinculados?|relacionados?|por su relación|perseguidos|procesados)',
  '(?:han sido|fueron) procesados [^.;]{0,60}por sus? (?:vínculos|relación)',
]
export const demands = [
  '(?<by>{body}|{person})(?:,[^,]{0,40},)? (?:pidió|pide|exige|exigió|instó|insta|reclama|reclamó|solicita|ha pedido) (?:hoy )?(?:al? |a la )?(?<of>{stateActor}|Gobierno(?: {demonym})?)? ?(?:que |a que |a )?(?<content>(?:no )?\\S+)',
  // What must not be done keeps its "no" in the content: without it the demand would say the opposite.
  '(?<of>{stateActor}) (?<content>(?:no|nunca|jamás|en ningún caso|tampoco) (?:puede ni )?(?:debe|deben|debería|deberían|tiene que) \\S+)',
  '(?<of>{stateActor}) (?:debe|debería|tiene que) (?<content>(?:no )?\\S+)',
]
export const assertions: readonly AssertionFrame[] = [
  {
    assertion: 'domestic-remedies-exhausted',
    patterns: [
      '(?:agotad[oa]s?|agotó|agotado) (?:ya )?(?:todos |todas )?(?:los |las )?(?:recursos|vías)(?: (?:internos|internas|judiciales|nacionales))?',
      '(?:todos )?los recursos (?:internos |judiciales )?(?:han sido|están|se han) agotado~',
      'no (?:queda|cabe) (?:ya )?(?:ningún )?recurso',
    ],
  },
  {
    assertion: 'only-strasbourg-remains',
    patterns: [
      '(?:sólo|solo|únicamente) (?:le )?queda ... {body}',
      '(?:única|última) (?:vía|opción|posibilidad|instancia|esperanza) ... {body}',
    ],
  },
  {
    assertion: 'measure-obliges-halt-until-merits',
    patterns: [
      '{measures},? [^.;]{0,40}(?:obligarían?|obliga(?:n)?) a {stateActor} a (?:suspender|paralizar|detener)[^.;]{0,80}',
      '(?:esto )?obligaría a {stateActor} a (?:suspender|paralizar|detener)[^.;]{0,80}',
    ],
  },
  {
    assertion: 'measure-obliges-the-state',
    patterns: ['{measures} (?:son|es) (?:jurídicamente )?(?:vinculantes?|obligatorias?)'],
  },
  {
    assertion: 'state-may-not-return-to-risk',
    patterns: [
      'obligación de no (?:devolver|entregar|extraditar)',
      'nadie (?:puede|podrá) ser (?:devuelto|entregado|extraditado|expulsado)',
    ],
  },
]
export const sources = [
  'según (?<source>(?:las )?(?:fuentes(?: \\w+)?|{person}|{body}|su abogad[oa]|la defensa|las autoridades {demonym}|el Gobierno {demonym}|el Gobierno|el ministerio|la prensa {demonym}|informes))',
  '(?<source>fuentes (?:judiciales|policiales|diplomáticas|jurídicas|del caso|gubernamentales)) (?:han |)(?:informaron|informado|dijeron|confirmaron|confirmado|señalaron)',
  'fuente: (?<source>{body}|{person})',
]
export const unpublished = [
  '(?:no (?:se )?(?:ha|han) (?:sido |hecho )?(?:público|pública|publicad[oa]|notificad[oa]|publicado)|no ha sido (?:publicad[oa]|notificad[oa])|aún no es públic[oa]|sin publicar)',
]
export const speech = {
  verbs:
    '(?:ha |han )?(?:dijo|dice|dicho|afirmó|afirma|afirmado|declaró|declara|señaló|señala|añadió|añade|explicó|explica|manifestó|aseguró|asegura|advirtió|recordó|recuerda|sostiene|denunció|denuncia)',
  role: '(?:, (?<role>(?!(?:donde|que|quien|si|pero|y|tras|cuando|en|porque) )(?:el |la |un |una )?[^“”".;«»\\n]{4,90}))',
}
export const anybody = ['nadie', 'cualquiera', 'cualquier persona', 'quien']
export const pronouns = ['su', 'le', 'él', 'ella', 'lo']
