/** The words of a review sheet. */
import type { Language } from './words/index.ts'

type Pair = readonly [en: string, es: string]
const pick = (pair: Pair, language: Language): string => (language === 'es' ? pair[1] : pair[0])

const phrases: Readonly<Record<string, Pair>> = {
  sheet: ['Review sheet', 'Hoja de revisión'],
  how: [
    'Left: the text and where it comes from. Right: the rule as the program follows it. Below: what it answers in worked examples; tick each that is right.',
    'A la izquierda, el texto y su fuente. A la derecha, la regla tal como la sigue el programa. Debajo, lo que responde en ejemplos; marque los que sean correctos.',
  ],
  'reviewed-by': ['Reviewed by', 'Revisado por'],
  on: ['on', 'el'],
  unverified: ['Checked by nobody yet', 'Sin verificar todavía'],
  'all-checked': ['Nothing here is marked unverified', 'Nada consta aquí como sin verificar'],
  'risk-stop': ['What can stop a transfer, and its time limits', 'Lo que puede detener la entrega, y sus plazos'],
  'risk-clock': ['Other time limits and calendars', 'Otros plazos y calendarios'],
  'risk-procedure': ['Stages, conclusions, who is bound', 'Fases, conclusiones, quién está vinculado'],
  'risk-background': ['Everything else', 'Lo demás'],
  yes: ['yes', 'sí'],
  no: ['no', 'no'],
  until: ['until', 'hasta'],
  'from-filing': ['from filing', 'desde la presentación'],
  'from-order': ['from the order', 'desde la resolución'],
  'last-of': ['the last of these to happen:', 'lo último que ocurra de esto:'],
  'shown-not': ['shown not to have happened', 'consta que no ocurrió'],
  contested: ['contested', 'controvertido'],
  shows: ['shows', 'muestra'],
  asked: ['asked on', 'en la fecha'],
  given: ['given', 'dado'],
  expect: ['answer', 'respuesta'],
  right: ['right?', '¿correcto?'],
}

/** Throws when there is no such phrase. */
export function phrase(name: string, language: Language): string {
  const pair = phrases[name]
  if (pair === undefined) throw new RangeError(`A review sheet has no words for "${name}".`)
  return pick(pair, language)
}

const keys: Readonly<Record<string, Pair>> = {
  rule: ['rule', 'regla'],
  stage: ['stage', 'fase'],
  remedy: ['remedy', 'recurso'],
  term: ['time limit', 'plazo'],
  duty: ['duty', 'obligación'],
  bar: ['bar', 'obstáculo'],
  track: ['track', 'vía'],
  body: ['before', 'ante'],
  'the-body': ['body', 'órgano'],
  instrument: ['instrument', 'norma'],
  binding: ['bound by', 'vinculación'],
  point: ['disputed point', 'punto discutido'],
  test: ['question to assess', 'cuestión que valorar'],
  precedent: ['precedent', 'precedente'],
  calendar: ['calendar', 'calendario'],
  holidays: ['holidays', 'festivos'],
  when: ['if', 'si'],
  unless: ['unless one of', 'salvo alguna de'],
  value: ['speaks for it', 'habla a favor'],
  concludes: ['concludes', 'concluye'],
  defeats: ['prevails over', 'prevalece sobre'],
  reached: ['reached when', 'se alcanza si'],
  opens: ['opens when', 'se abre si'],
  ends: ['ends when', 'termina si'],
  endedBy: ['ended by', 'termina con'],
  pausedWhile: ['stands still while', 'se suspende mientras'],
  applies: ['applies when', 'rige si'],
  closes: ['not there when', 'no existe si'],
  effects: ['what it stops', 'qué detiene'],
  starts: ['runs from', 'corre desde'],
  period: ['period', 'duración'],
  readings: ['also read as', 'también se lee'],
  reading: ['reading', 'lectura'],
  why: ['because', 'porque'],
  rollOver: ['ending on a closed day', 'si acaba en día inhábil'],
  countFirstDay: ['first day counts', 'cuenta el primer día'],
  direction: ['runs against', 'corre contra'],
  grace: ['grace', 'gracia'],
  notice: ['notice must hold', 'la notificación debe contener'],
  underStay: ['under a stay', 'durante la suspensión'],
  within: ['within', 'dentro de'],
  needsFirst: ['needs first', 'exige antes'],
  decidesWithin: ['decided within', 'se resuelve en'],
  withoutHearing: ['without hearing the other side', 'sin oír a la otra parte'],
  answeredBy: ['answered by', 'lo responde'],
  disputed: ['disputed', 'discutido'],
  warnings: ['take care', 'cuidado'],
  strasbourg: ['counts for exhaustion', 'cuenta para el agotamiento'],
  order: ['order', 'orden'],
  'stage-ends': ['the track ends here', 'aquí termina la vía'],
  'stage-order': ['place in the order', 'lugar en el orden'],
  next: ['next', 'después'],
  who: ['who', 'quién'],
  what: ['what', 'qué'],
  bearer: ['binds', 'obliga a'],
  lasts: ['lasts', 'dura'],
  absolute: ['absolute', 'absoluta'],
  bars: ['bars', 'impide'],
  force: ['force', 'fuerza'],
  from: ['in force from', 'vigente desde'],
  until: ['until', 'hasta'],
  anchor: ['version chosen by', 'redacción según'],
  note: ['note', 'nota'],
  kind: ['kind', 'clase'],
  jurisdiction: ['jurisdiction', 'jurisdicción'],
  official: ['official reference', 'referencia oficial'],
  address: ['address', 'dirección'],
  short: ['short', 'abreviado'],
  positions: ['positions', 'posturas'],
  occurred: ['its date', 'su fecha'],
  notified: ['when notified', 'su notificación'],
  safe: ['act by', 'actuar hasta'],
  status: ['status', 'estado'],
  norm: ['norm', 'norma'],
  source: ['source', 'fuente'],
  checked: ['checked', 'comprobado'],
  because: ['because', 'porque'],
}

/** A key of a pack, or one of its fixed values, in words; as it stands when there are none. */
export const keyWord = (key: string, language: Language): string => {
  const pair = keys[key]
  return pair === undefined ? key.replaceAll(/[-_]/g, ' ') : pick(pair, language)
}
