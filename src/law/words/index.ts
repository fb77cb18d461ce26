/**
 * The engine's results in words, in English and Spanish (other languages fall back to English). No locale, no
 * clock.
 */
import { type Four, type Instant, isoMinute, type Zone } from '../../record/index.ts'
import type { Atom } from '../atom.ts'
import type { AssertionFinding } from '../assertions.ts'
import type { Clock } from '../clocks.ts'
import type { ExhaustionValue } from '../exhaustion.ts'
import type { Law } from '../law.ts'
import type { Checked, Effect, Label, LawBody, Norm } from '../model.ts'
import type { Pattern } from '../situation.ts'
import type { RemedyStatus } from '../status.ts'

export type Language = 'en' | 'es' | 'fr' | 'ru'

/** The label in the language asked for, or in English. */
export const say = (label: Label, language: Language): string => label[language] ?? label.en

type Pair = readonly [en: string, es: string]
const pick = (pair: Pair, language: Language): string => (language === 'es' ? pair[1] : pair[0])

const values: Record<Four, Pair> = {
  true: ['yes', 'sí'],
  false: ['no', 'no'],
  unknown: ['unknown', 'se ignora'],
  contested: ['contested', 'controvertido'],
}
export const valueWord = (value: Four, language: Language): string => pick(values[value], language)

const statuses: Record<RemedyStatus, Pair> = {
  not_yet: ['not yet', 'todavía no'],
  open: ['open', 'abierto'],
  used_pending: ['used, pending', 'interpuesto, pendiente'],
  used_decided: ['used, decided', 'interpuesto, resuelto'],
  lapsed: ['lapsed', 'fuera de plazo'],
  waived: ['waived', 'renunciado'],
  not_available: ['not available', 'no existe aquí'],
  blocked: ['blocked for now', 'bloqueado por ahora'],
  burnt: ['burnt: may not be repeated now', 'agotado: no puede repetirse ahora'],
  moot: ['no longer needed', 'ya sin objeto'],
  disputed: ['disputed', 'discutido'],
  unknown: ['unknown: ask', 'se ignora: pregunte'],
}
export const statusWord = (status: RemedyStatus, language: Language): string => pick(statuses[status], language)

export const isRemedyStatus = (word: string): word is RemedyStatus => Object.hasOwn(statuses, word)

const modes: Record<Effect['mode'], Pair> = {
  automatic: ['by itself', 'por sí mismo'],
  'by-finality': ['because the next step needs a final decision', 'porque el paso siguiente exige firmeza'],
  'on-request': ['on request', 'a petición'],
  usage: ['by administrative usage only', 'solo por uso administrativo'],
  none: ['not at all', 'en nada'],
  disputed: ['disputed', 'discutido'],
}
export const modeWord = (mode: Effect['mode'], language: Language): string => pick(modes[mode], language)

const targets: Record<Effect['target'], Pair> = {
  decision: ['the decision', 'la decisión'],
  transfer: ['the transfer', 'la entrega'],
  custody: ['custody', 'la prisión'],
  'custody-clock': ['the custody clock', 'el plazo de prisión'],
  'surrender-clock': ['the surrender clock', 'el plazo de entrega'],
  'appealed-act': ['the act appealed against', 'el acto recurrido'],
}
export const targetWord = (target: Effect['target'], language: Language): string => pick(targets[target], language)

const strengthWords: Record<LawBody['strength'], Pair> = {
  'domestic-court': [
    'a domestic court: its order binds at once',
    'tribunal nacional: su orden obliga de inmediato',
  ],
  'domestic-executive': ['the Government itself', 'el propio Gobierno'],
  'treaty-court': [
    'a treaty court: its measure binds the State',
    'tribunal internacional: su medida obliga al Estado',
  ],
  'treaty-committee': [
    'a treaty committee: it holds its measure binding, States dispute it',
    'comité de un tratado: considera obligatoria su medida, los Estados lo discuten',
  ],
  political: ['no binding force', 'sin fuerza obligatoria'],
}
export const strengthWord = (strength: LawBody['strength'], language: Language): string =>
  pick(strengthWords[strength], language)

const duties = {
  binds: ['binds', 'obliga'],
  binds_as_recorded: ['binds, as far as recorded', 'obliga, según lo que consta'],
  ended: ['ended', 'terminó'],
  does_not_bind: ['does not bind', 'no obliga'],
  unknown: ['unknown whether it binds', 'se ignora si obliga'],
  contested: ['contested', 'controvertido'],
} as const satisfies Record<string, Pair>
export type DutyStatus = keyof typeof duties
export const dutyWord = (status: DutyStatus, language: Language): string => pick(duties[status], language)

const exhaustions: Record<ExhaustionValue, Pair> = {
  established: ['exhausted', 'agotados'],
  not_established: ['not exhausted', 'no agotados'],
  unknown: ['unknown', 'se ignora'],
  disputed: ['disputed', 'discutido'],
}
export const exhaustionWord = (value: ExhaustionValue, language: Language): string =>
  pick(exhaustions[value], language)

const clocks: Record<Clock['status'], Pair> = {
  running: ['running', 'corre'],
  passed: ['over', 'vencido'],
  perhaps_passed: ['perhaps over', 'quizá vencido'],
  start_unknown: ['start not known', 'inicio desconocido'],
}

const states = new Map<string, Pair>(
  Object.entries({
    ...clocks,
    ...exhaustions,
    ...duties,
    ...values,
    '–': ['no', 'no'],
  } satisfies Record<string, Pair>),
)

/**
 * A state as the difference between two standings names it, in words: a value, a duty's, a clock's or a track's,
 * or a remedy's status with its outcome. Absent where it is none of these, as the stage of a track.
 */
export function stateWord(state: string, language: Language): string | undefined {
  const pair = states.get(state)
  if (pair !== undefined) return pick(pair, language)
  const [status = '', outcome] = state.split(' (')
  return isRemedyStatus(status)
    ? statusWord(status, language) + (outcome === undefined ? '' : ` (${outcome}`)
    : undefined
}

const findings: Record<AssertionFinding['finding'], Pair> = {
  supported: ['borne out by the record', 'confirmado por el expediente'],
  contradicted: ['contradicted by the record', 'contradicho por el expediente'],
  not_established: ['not borne out by what is known', 'no acreditado con lo que se sabe'],
  disputed: ['disputed', 'discutido'],
  untested: ['not tested: no pack covers it', 'sin comprobar: ninguna norma lo cubre'],
}
export const findingWord = (finding: AssertionFinding['finding'], language: Language): string =>
  pick(findings[finding], language)

const checkedWords: Record<Checked, Pair> = {
  official: ['official text read', 'texto oficial leído'],
  secondary: ['secondary source read', 'fuente secundaria leída'],
  unverified: ['UNVERIFIED', 'SIN VERIFICAR'],
}
export const checkedWord = (checked: Checked, language: Language): string => pick(checkedWords[checked], language)

/** `LJCA art. 135.1 (official text read)` */
export function normText(law: Law, norm: Norm, language: Language): string {
  const instrument = law.instruments.get(norm.instrument)
  const article = /^\d/.test(norm.article) ? `art. ${norm.article}` : norm.article
  return `${instrument?.short ?? norm.instrument} ${article} (${checkedWord(norm.checked, language)})`
}

/** The title of anything a pack defines. */
export function titleOf(law: Law, id: string, language: Language): string {
  const remedy = law.remedies.get(id)?.[0]
  if (remedy !== undefined) return say(remedy.title, language)
  const conclusion = law.compiled.conclusions.get(id)
  const term = law.terms.get(id)?.[0]
  const track = law.tracks.get(id)
  const found =
    conclusion?.title ?? term?.title ?? track?.title ?? law.blocks.body.find((b) => b.body === id)?.title
  return found === undefined ? id : say(found, language)
}

const attributeWords: Record<string, Pair> = {
  outcome: ['outcome', 'resultado'],
  issuer: ['by', 'por'],
  addressee: ['addressed to', 'dirigido a'],
  act: ['act', 'acto'],
}

/** `remedy filed: recurso de súplica` */
export function patternWords(law: Law, pattern: Pattern, language: Language): string {
  const label = law.events[pattern.type]
  const words = label?.[language] ?? label?.['en'] ?? pattern.type
  const details = pattern.where.map(([key, value]) =>
    key === 'remedy'
      ? titleOf(law, value, language)
      : `${attributeWords[key] === undefined ? key : pick(attributeWords[key], language)} ${key === 'issuer' ? titleOf(law, value, language) : value.replace(/^@/, '')}`,
  )
  return details.length === 0 ? words : `${words}: ${details.join(', ')}`
}

/** What an atom asks, as a statement. */
export function atomWords(law: Law, atom: Atom, language: Language): string {
  const es = language === 'es'
  switch (atom.kind) {
    case 'happened':
      return patternWords(law, atom.pattern, language)
    case 'after':
      return es
        ? `${patternWords(law, atom.pattern, language)} (después de: ${patternWords(law, atom.of, language)})`
        : `${patternWords(law, atom.pattern, language)} (after: ${patternWords(law, atom.of, language)})`
    case 'order':
      return es
        ? `${patternWords(law, atom.first, language)} antes que ${patternWords(law, atom.then, language)}`
        : `${patternWords(law, atom.first, language)} before ${patternWords(law, atom.then, language)}`
    case 'fact':
      return `${atom.fact.replaceAll('-', ' ')}: ${atom.among.join(es ? ' o ' : ' or ')}`
    case 'bound':
      return es
        ? `${atom.state.replaceAll('-', ' ')} está vinculado por ${instrumentTitle(law, atom.by, language)}`
        : `${atom.state.replaceAll('-', ' ')} is bound by ${instrumentTitle(law, atom.by, language)}`
    case 'assessed':
      return es
        ? `una persona valoró: ${atom.question} = ${atom.as}`
        : `a named person assessed: ${atom.question} = ${atom.as}`
    case 'passed':
      return es
        ? `ha vencido el plazo: ${titleOf(law, atom.term, language)}`
        : `the time limit has ended: ${titleOf(law, atom.term, language)}`
    case 'in-force':
      return es
        ? `esta redacción rige (${atom.from ?? '…'} a ${atom.until ?? '…'})`
        : `this version applies (${atom.from ?? '…'} until ${atom.until ?? '…'})`
    case 'found':
      return es
        ? 'según los hechos, se entregó a la persona contra una medida del Tribunal, o se obstaculizó la demanda (artículo 34)'
        : 'by the events, the person was handed over against a measure of the Court, or the application hindered (article 34)'
    case 'nothing':
      return es ? 'ninguna regla' : 'no rule'
  }
}

const instrumentTitle = (law: Law, id: string, language: Language): string => {
  const instrument = law.instruments.get(id)
  return instrument === undefined ? id : say(instrument.title, language)
}

/** An open atom as a question to a person. */
export function questionWords(law: Law, atom: Atom, language: Language): string {
  const es = language === 'es'
  if (atom.kind === 'happened') return eventQuestion(law, atom.pattern, undefined, language)
  if (atom.kind === 'after') return eventQuestion(law, atom.pattern, atom.of, language)
  if (atom.kind === 'fact')
    return es ? `¿Cuál es: ${atom.fact.replaceAll('-', ' ')}?` : `What is the ${atom.fact.replaceAll('-', ' ')}?`
  if (atom.kind === 'assessed') {
    const test = law.blocks.test.find((block) => block.test === atom.question)
    const asked = test === undefined ? atom.question.replaceAll('-', ' ') : say(test.question, language)
    return es ? `Valoración pendiente: ${asked}` : `To be assessed by a named person: ${asked}`
  }
  return es ? `¿Es así?: ${atomWords(law, atom, language)}` : `Is it so: ${atomWords(law, atom, language)}?`
}

const remedyQuestions: Record<string, Pair> = {
  filed: ['Has this been filed, and what became of it', '¿Se ha presentado, y con qué resultado'],
  decided: ['What became of this', '¿Qué fue de'],
  withdrawn: ['What became of this', '¿Qué fue de'],
  waived: ['Has this been waived', '¿Se ha renunciado a'],
}

function eventQuestion(law: Law, { type, where }: Pattern, since: Pattern | undefined, language: Language): string {
  const es = language === 'es'
  const moment = where.find(([key]) => key === 'moment')?.[1]
  const rest: Pattern = { type, where: where.filter(([key]) => key !== 'moment' && key !== 'event') }
  if (moment !== undefined) {
    const word = momentWord(moment, language)
    return es
      ? `¿Qué día fue ${word}: ${patternWords(law, rest, language)}?`
      : `On which day was this ${word}: ${patternWords(law, rest, language)}?`
  }
  const remedy = where.find(([key]) => key === 'remedy')?.[1]
  const question = remedyQuestions[type]
  if (remedy !== undefined && question !== undefined) {
    return `${pick(question, language)}: ${titleOf(law, remedy, language)}?`
  }
  const later =
    since === undefined || patternWords(law, since, language) === patternWords(law, rest, language)
      ? ''
      : es
        ? `, después de: ${patternWords(law, since, language)}`
        : `, after: ${patternWords(law, since, language)}`
  return es
    ? `¿Ha ocurrido: ${patternWords(law, rest, language)}${later}?`
    : `Has this happened: ${patternWords(law, rest, language)}${later}?`
}

const momentWords: Record<string, Pair> = {
  notified: ['notified', 'notificado'],
  pronounced: ['pronounced', 'pronunciado'],
  published: ['published', 'publicado'],
  known: ['known to counsel', 'conocido por la defensa'],
  delivered: ['delivered', 'entregado'],
  received: ['received', 'recibido'],
  due: ['set for', 'fijado para'],
}
const momentWord = (moment: string, language: Language): string =>
  momentWords[moment] === undefined ? moment : pick(momentWords[moment], language)

/** `2014-02-19`, or with the hour when the minute is not the last or first of its day. */
export function instantWords(zone: Zone, at: Instant): string {
  const text = isoMinute(zone, at)
  return text.endsWith('T23:59') || text.endsWith('T00:00') ? text.slice(0, 10) : text.replace('T', ' ')
}

/** Null stays null: not started, or not known. */
export const instantWordsFor = (zone: Zone, at: Instant | null): string | null =>
  at === null || !Number.isFinite(at) ? null : instantWords(zone, at)

/** `2 days` in the language asked for. */
export function periodText(period: string, language: Language): string {
  if (language !== 'es') return period
  return period
    .replace(/working days?/, 'días hábiles')
    .replace(/calendar days?/, 'días naturales')
    .replace(/clear days?/, 'días francos')
    .replace(/\bdays?\b/, 'días')
    .replace(/\bhours?\b/, 'horas')
    .replace(/\bmonths?\b/, 'meses')
    .replace(/\byears?\b/, 'años')
    .replace(/\bweeks?\b/, 'semanas')
    .replace(/\bminutes?\b/, 'minutos')
}
