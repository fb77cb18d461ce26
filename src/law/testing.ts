/**
 * A small language for tests: packs written as blocks, situations told in the short notation of examples. Not part
 * of the product.
 */
import { stringify } from 'yaml'
import { type Four, parseDate } from '../record/index.ts'
import { evaluateCase, type Evaluated } from './evaluate.ts'
import { type Law, loadLaw, type Vocabulary } from './law.ts'
import { type Problem, problemText } from './load.ts'
import { type Occurrence, type Situation, situationFrom } from './situation.ts'
import { remedyState, type RemedyState } from './status.ts'

export const madrid = 'Europe/Madrid'

const types = [
  'arrest',
  'hearing',
  'ordered',
  'filed',
  'decided',
  'withdrawn',
  'waived',
  'stay-ordered',
  'stay-lifted',
  'asked',
  'granted',
  'refused',
  'handed-over',
  'noise',
]
/** Event types that test packs may use. */
export const events: Vocabulary = Object.fromEntries(
  types.map((type) => [type, { en: type.replaceAll('-', ' '), es: `${type} (es)` }]),
)

/** A block as data; `title` and `norm` are added where the kind has them and the block leaves them out. */
export type Block = Readonly<Record<string, unknown>>

const norm = { instrument: 'act', article: '1', checked: 'official' }
const titled = new Set([
  'rule',
  'stage',
  'remedy',
  'term',
  'duty',
  'bar',
  'body',
  'calendar',
  'holidays',
  'track',
  'assertion',
])
const normed = new Set(['rule', 'stage', 'remedy', 'term', 'duty', 'bar', 'assertion', 'holidays', 'test'])

/** What every test pack may lean on: an act, a court, two tracks, two calendars. */
export const base: readonly Block[] = [
  {
    instrument: 'act',
    title: { en: 'The Act' },
    short: 'Act',
    kind: 'statute',
    jurisdiction: 'ES',
    official: 'A-1',
    checked: 'official',
  },
  {
    instrument: 'treaty',
    title: { en: 'The Treaty' },
    short: 'Treaty',
    kind: 'treaty',
    jurisdiction: 'international',
    official: 'T-1',
    checked: 'official',
  },
  { body: 'court', title: { en: 'The Court' }, jurisdiction: 'ES', strength: 'domestic-court' },
  {
    track: 'main',
    title: { en: 'Main track' },
    jurisdiction: 'ES',
    applies: [{ fact: 'sending-state', is: 'ES' }],
    question: { en: 'Is there a main case?' },
    domestic: true,
  },
  {
    track: 'other',
    title: { en: 'Other track' },
    jurisdiction: 'ES',
    applies: [{ fact: 'sending-state', is: 'ES' }],
    question: { en: 'Is there another case?' },
    domestic: true,
  },
  { calendar: 'every-day', title: { en: 'Every day' }, zone: madrid, versions: [{ weekdaysOff: [], norm }] },
]

/** A remedy before the court in the main track; `opens` and effects as given, or at once and on request. */
export const remedy = (id: string, more: Block = {}): Block => ({
  remedy: id,
  track: 'main',
  body: 'court',
  kind: 'appeal',
  opens: ['ordered'],
  effects: [{ target: 'transfer', mode: 'on-request', norm }],
  ...more,
})

/** A time limit of every-day days from the event. */
export const term = (id: string, more: Block = {}): Block => ({
  term: id,
  direction: 'person',
  starts: { event: 'ordered', moment: 'notified' },
  period: '5 days',
  calendar: 'every-day',
  ...more,
})

const complete = (block: Block): Block => {
  const kind = Object.keys(block)[0] ?? ''
  return {
    ...block,
    ...(titled.has(kind) && !('title' in block) ? { title: { en: String(block[kind]) } } : {}),
    ...(normed.has(kind) && !('norm' in block) ? { norm } : {}),
  }
}

/** A page that holds the blocks, one fence each. */
export const page = (blocks: readonly Block[], name = 'test'): string =>
  [
    `---\npack: ${name}\ntitle: Test pack\n---`,
    ...blocks.map(
      (block) => `\`\`\`yaml\n${stringify(complete(block), { lineWidth: 0, aliasDuplicateObjects: false })}\`\`\``,
    ),
  ].join('\n\n') + '\n'

/** The law of the blocks and of {@link base}; throws with every problem in words. */
export function lawOf(...blocks: readonly Block[]): Law {
  const { law, problems } = loadLaw([{ file: 'test.md', text: page([...base, ...blocks]) }], events)
  if (law === undefined) throw new Error(problems.map(problemText).join('\n'))
  return law
}

/** What is wrong with the blocks. */
export const problemsOf = (...blocks: readonly Block[]): readonly Problem[] =>
  loadLaw([{ file: 'test.md', text: page([...base, ...blocks]) }], events).problems

/** What is known, in the notation of examples, on a day. `sending-state=ES` unless a line says otherwise. */
export const given = (at: string, ...lines: readonly string[]): Situation =>
  situationFrom(
    lines.some((line) => line.startsWith('sending-state=')) ? lines : ['sending-state=ES', ...lines],
    at,
    madrid,
  )

/** An event with what the notation cannot say: denial, rival attributes, a round, its own claims. */
export const occurrence = (type: string, when: string | undefined, more: Partial<Occurrence> = {}): Occurrence => ({
  id: `${type}-${when ?? 'undated'}`,
  type,
  occurred: 'true',
  attributes: {},
  moments: {},
  evidence: [`claim-${type}-${when ?? 'undated'}`],
  ...(when === undefined ? {} : { when: parseDate(when, madrid) }),
  ...more,
})

/** The situation with further events. */
export const withEvents = (situation: Situation, ...more: readonly Occurrence[]): Situation => ({
  ...situation,
  occurrences: [...situation.occurrences, ...more],
})

export const ask = (law: Law, situation: Situation, id: string): Four => evaluateCase(law, situation).of(id)

/** The value of one condition. */
export const condition = (when: unknown, situation: Situation, ...blocks: readonly Block[]): Four =>
  ask(lawOf(...blocks, { rule: 'asked-for', when: [when] }), situation, 'asked-for')

export const evaluated = (law: Law, at: string, ...lines: readonly string[]): Evaluated =>
  evaluateCase(law, given(at, ...lines))

export function stateOf(law: Law, situation: Situation, id: string): RemedyState {
  const state = remedyState(evaluateCase(law, situation), id)
  if (state === undefined) throw new Error(`There is no remedy ${id}.`)
  return state
}
