import type { DateGrammar } from '../grammar.ts'

export const dates: DateGrammar = {
  months: [
    'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre|setiembre', 'octubre', 'noviembre', 'diciembre',
  ],
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  joiner: '(?:de |del )?',
  ordinal: '(?:º|\\.º)?',
  years: ['(?:en|desde|hasta|de) {year}', '(?:en|desde) el año {year}', 'año {year}'],
  inMonth: 'en|desde',
  monthFirst: false,
  numeric: 'day',
  relative: {
    lastWeekday: ['(?:el )?{weekday} pasado', '(?:el )?pasado {weekday}'],
    thisWeekday: ['este (?:mismo )?{weekday}'],
    nextWeekday: ['(?:el )?próximo {weekday}', '(?:el )?{weekday} (?:próximo|que viene)'],
    bareWeekday: ['el {weekday}(?!,? \\d)'],
    days: { anteayer: -2, ayer: -1, hoy: 0, '(?<!la )(?<!esta )(?<!por la )mañana': 1, 'hace dos días': -2, 'hace una semana': -7 },
    lastYear: 'del año pasado|del pasado año',
    thisYear: 'de este año|del presente año',
  },
}

export const classes: Readonly<Record<string, string>> = {
  stateActor: '(?:el |la )?(?:Gobierno|Ejecutivo|Estado)(?: (?:{demonym}|de {state}))?|las autoridades (?:{demonym}|de {state})|{state}|{body}',
  have: '(?:ha|han|había|habían|hubo)(?: ya)?',
  surrender: '(?:extradición|entrega)',
  torture: 'torturas?|malos tratos|tratos? inhuman[oa]s?(?: o degradantes?)?|persecución|daños? graves?',
  measures: '"?(?:las |una |la |unas )?medidas? (?:cautelar|provisional|cautelares|provisionales)"?',
}

export const cues = {
  conditional: ['si(?! bien)', 'en caso de que', 'siempre que', 'a menos que', 'de ser (?:entregad|extraditad)[oa]', 'salvo que'],
  would: ['obligarían?', 'sería', 'serían', 'podría(?:n)? haber', 'tendrían? que', 'quedarían?', 'suspenderían?', 'habrían?'],
  demanded: [
    'debe(?:n|ría|rían)?', 'pid(?:e|en|ió|ieron)(?! {state})', 'exig(?:e|en|ió)', 'reclam(?:a|an|ó)', 'inst(?:a|an|ó)', 'insta a', 'tiene que', 'hay que', 'solicit(?:a|an|ó) (?:que|a {state}|al Gobierno)', 'llam(?:a|ó) a',
  ],
  possible: [
    'podrán?', 'podrían?', 'puede(?:n)?', 'va(?:n)? a', 'prevé', 'prevén', 'teme(?:n)?', 'riesgo de', 'amenaza(?:n)? (?:con|de)', 'estudia(?:n)?', 'quiere(?:n)?', 'pretende(?:n)?', 'será(?:n)?', 'previsto', 'intenta(?:n|ron|ba)?', 'posible', 'a punto de', 'para que', 'debe decidir',
  ],
  denied: ['no(?! sólo)(?! solo)', 'nunca', 'jamás', 'sin(?! perjuicio)', 'nieg(?:a|an)', 'negó', 'negaron', 'ni', 'desmient(?:e|en)', 'desmintió', 'tampoco', 'ningun[oa]?', 'ningún'],
  breaks: [', pero', ' pero ', ', mientras', ', aunque', '; ', ' y que '],
}
