/** Random small packs and random situations for property tests. Not part of the product. */
import fc from 'fast-check'
import { dayOf, isoDay, parseDate, parseMoment } from '../record/index.ts'
import type { Law } from './law.ts'
import type { Condition } from './model.ts'
import type { Situation } from './situation.ts'
import { type Block, lawOf, madrid, remedy, term } from './testing.ts'

/** Event patterns: few types, so that rules and situations meet; one attribute with two values. */
const pattern = fc.constantFrom(
  'arrest',
  'hearing',
  'hearing outcome=yes',
  'hearing outcome=no',
  'ordered',
  'stay-ordered',
  'stay-lifted',
  'filed remedy=appeal',
  'decided remedy=appeal',
)

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: pattern },
  { weight: 2, arbitrary: fc.record({ happened: pattern, notSince: pattern }) },
  { weight: 1, arbitrary: fc.record({ first: pattern, then: pattern }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Condition>(
      { fact: 'risk', is: 'torture' },
      { fact: 'risk', in: ['torture', 'death'] },
      { assessed: 'real-risk', as: 'yes' },
      { assessed: 'real-risk', as: 'no' },
    ),
  },
)

/** A condition that rests on events, facts and the conclusions named. */
function conditionOn(holds: readonly string[]): fc.Arbitrary<Condition> {
  const simple =
    holds.length === 0
      ? leaf
      : fc.oneof(
          { weight: 4, arbitrary: leaf },
          { weight: 1, arbitrary: fc.constantFrom(...holds).map((id): Condition => ({ holds: id })) },
        )
  const level = (inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
    fc.oneof(
      { weight: 3, arbitrary: inner },
      { weight: 1, arbitrary: inner.map((not): Condition => ({ not })) },
      { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })) },
      { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })) },
    )
  return level(level(simple))
}

export interface RandomRule {
  readonly rule: string
  readonly concludes: string
  readonly value: boolean
  readonly when: readonly Condition[]
  readonly unless: readonly Condition[]
  readonly defeats: readonly string[]
}

/** Derived results of the one remedy in every random law. */
export const derived = [
  'appeal.opened',
  'appeal.filed',
  'appeal.decided',
  'appeal.pending',
  'appeal.lapsed',
] as const

/** Rules for conclusions c0 … c3: each may rest on those before it, and defeat later rules of its own conclusion. */
export const randomRules: fc.Arbitrary<readonly RandomRule[]> = fc
  .tuple(
    ...[0, 1, 2, 3].map((level) => {
      const on = conditionOn([...derived, ...Array.from({ length: level }, (_, index) => `c${index}`)])
      return fc
        .array(
          fc.record({
            value: fc.boolean(),
            when: fc.array(on, { minLength: 1, maxLength: 2 }),
            unless: fc.array(on, { maxLength: 2 }),
            defeatsNext: fc.boolean(),
          }),
          { minLength: 1, maxLength: 3 },
        )
        .map((rules) =>
          rules.map(({ defeatsNext, ...rule }, index): RandomRule => ({
            rule: `r${level}-${index}`,
            concludes: `c${level}`,
            ...rule,
            defeats: defeatsNext && index + 1 < rules.length ? [`r${level}-${index + 1}`] : [],
          })),
        )
    }),
  )
  .map((levels) => levels.flat())

/** A remedy with a time limit of five days, for rules to rest on. */
export const appeal: readonly Block[] = [
  remedy('appeal', { term: 'five-days' }),
  term('five-days', { starts: { event: 'ordered' } }),
]

export const randomLaw = (rules: readonly RandomRule[], more: readonly Block[] = []): Law =>
  lawOf(...appeal, ...(rules as readonly object[] as readonly Block[]), ...more)

/** An event on a day, counted from 1 January 2014. */
export interface RandomEvent {
  readonly type: string
  readonly day: number
  readonly attributes: Readonly<Record<string, string>>
}

export interface RandomCase {
  readonly at: number
  readonly events: readonly RandomEvent[]
  /** Patterns of which the list is complete. */
  readonly complete: readonly string[]
  readonly facts: readonly string[]
  readonly assessed: readonly ('yes' | 'no' | 'unsure')[]
}

const patternParts = (text: string): { type: string; attributes: Record<string, string> } => {
  const [type = '', ...pairs] = text.split(' ')
  return { type, attributes: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])) }
}

/** Events with every attribute told, and exact days. */
export const exactEvent: fc.Arbitrary<RandomEvent> = fc
  .tuple(
    fc.constantFrom(
      'arrest',
      'hearing outcome=yes',
      'hearing outcome=no',
      'ordered',
      'stay-ordered',
      'stay-lifted',
      'filed remedy=appeal',
      'decided remedy=appeal',
      'noise',
    ),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(([text, day]) => ({ ...patternParts(text), day }))

export const randomCase: fc.Arbitrary<RandomCase> = fc.record({
  at: fc.integer({ min: 1, max: 40 }),
  events: fc.array(exactEvent, { maxLength: 7 }),
  complete: fc.array(pattern, { maxLength: 4 }),
  facts: fc.array(fc.constantFrom('torture', 'death', 'none'), { maxLength: 2 }),
  assessed: fc.array(fc.constantFrom('yes', 'no', 'unsure'), { maxLength: 2 }),
})

const firstDay = dayOf(2014, 1, 1)
export const dayText = (day: number): string => isoDay(firstDay + day - 1)

/** The case as the engine sees it. Every event has a claim of its own. */
export function situationOf({ at, events, complete, facts, assessed }: RandomCase): Situation {
  const instant = parseMoment(dayText(at), madrid)
  const values = [...new Set(facts)]
  return {
    at: instant,
    knownBy: instant,
    zone: madrid,
    proceedings: [],
    assertions: [],
    occurrences: events.map(({ type, day, attributes }, index) => ({
      id: `event-${index}`,
      type,
      occurred: 'true',
      attributes,
      moments: {},
      when: parseDate(dayText(day), madrid),
      evidence: [`claim-${index}`],
    })),
    complete: complete.map((text, index) => ({
      id: `list-${index}`,
      type: patternParts(text).type,
      where: patternParts(text).attributes,
      through: Infinity,
      because: 'told',
    })),
    assessments: assessed.map((answer, index) => ({
      question: 'real-risk',
      answer,
      by: 'a person',
      evidence: [`assessment-${index}`],
    })),
    facts: {
      'sending-state': { values: ['ES'], contested: false, evidence: ['claim-state'] },
      ...(values.length === 0 ? {} : { risk: { values, contested: values.length > 1, evidence: ['claim-risk'] } }),
    },
  }
}

export { patternParts }
