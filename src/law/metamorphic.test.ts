/** What must stay the same, or only lose ground, when a case or a law is changed in a known way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, type Four, isoDay, parseDate, parseMoment } from '../record/index.ts'
import { evaluateCase } from './evaluate.ts'
import { loadLaw } from './law.ts'
import type { Condition } from './model.ts'
import type { Occurrence, Situation } from './situation.ts'
import { base, events as vocabulary, lawOf, madrid, page, withEvents } from './testing.ts'
import {
  appeal,
  derived,
  exactEvent,
  type RandomCase,
  randomCase,
  randomLaw,
  type RandomRule,
  randomRules,
  situationOf,
} from './testing-random.ts'

const ids = ['c0', 'c1', 'c2', 'c3', ...derived, 'appeal.open', 'five-days.running', 'five-days.passed']
const answers = (law: ReturnType<typeof lawOf>, situation: Situation): Record<string, Four> => {
  const evaluated = evaluateCase(law, situation)
  return Object.fromEntries(ids.map((id) => [id, evaluated.of(id)]))
}
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: 6, maxLength: 6 })
const runs = { numRuns: 50 }

/** The condition without anything that could defeat it. */
function positive(condition: Condition): Condition {
  if (typeof condition === 'string') return condition
  if ('happened' in condition) return condition.happened
  if ('not' in condition) return positive(condition.not)
  if ('all' in condition) return { all: condition.all.map(positive) }
  if ('any' in condition) return { any: condition.any.map(positive) }
  if ('holds' in condition && (condition.holds === 'appeal.pending' || condition.holds === 'appeal.lapsed'))
    return { holds: 'appeal.filed' }
  return condition
}

const undefeated = (rules: readonly RandomRule[]): RandomRule[] =>
  rules.map((rule) => ({ ...rule, value: true, when: rule.when.map(positive), unless: [], defeats: [] }))

describe('an event that is added', () => {
  it('never takes away what holds, where nothing can defeat it', () => {
    fc.assert(
      fc.property(randomRules, some(fc.tuple(randomCase, exactEvent)), (rules, cases) => {
        const law = randomLaw(undefeated(rules))
        for (const [contested, event] of cases) {
          const told = { ...contested, assessed: contested.assessed.slice(1), facts: contested.facts.slice(1) }
          const before = answers(law, situationOf(told))
          const after = answers(law, situationOf({ ...told, events: [...told.events, event] }))
          for (const id of ['c0', 'c1', 'c2', 'c3'])
            if (before[id] === 'true') expect([id, after[id]]).toEqual([id, 'true'])
        }
      }),
      runs,
    )
  })

  it('of a kind that no rule speaks of changes nothing', () => {
    fc.assert(
      fc.property(randomRules, some(fc.tuple(randomCase, fc.integer({ min: 1, max: 40 }))), (rules, cases) => {
        const law = randomLaw(rules)
        for (const [told, day] of cases) {
          const events = told.events.filter((e) => e.type !== 'noise')
          const quiet = answers(law, situationOf({ ...told, events }))
          expect(
            answers(
              law,
              situationOf({ ...told, events: [...events, { type: 'noise', day, attributes: { outcome: 'yes' } }] }),
            ),
          ).toEqual(quiet)
        }
      }),
      runs,
    )
  })

  it('and dated later than the day asked never makes anything have happened', () => {
    const patterns = ['arrest', 'hearing', 'hearing outcome=yes', 'ordered', 'stay-ordered', 'filed remedy=appeal']
    const law = lawOf(
      ...appeal,
      ...patterns.map((pattern, index) => ({ rule: `happened-${index}`, when: [pattern] })),
    )
    fc.assert(
      fc.property(randomCase, fc.array(exactEvent, { minLength: 1, maxLength: 4 }), (told, more) => {
        const later = more.map((event) => ({ ...event, day: event.day + told.at }))
        const before = evaluateCase(law, situationOf(told))
        const after = evaluateCase(law, situationOf({ ...told, events: [...told.events, ...later] }))
        for (const index of patterns.keys()) {
          const [was, is] = [before.of(`happened-${index}`), after.of(`happened-${index}`)]
          expect(was === 'unknown' ? ['unknown', 'false'] : [was]).toContain(is)
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Ways to know less of an event: a wider date, an attribute fewer, no certainty that it happened, rival values. */
const blur = fc.constantFrom<(event: Occurrence) => Occurrence>(
  (event) => ({ ...event, occurred: 'unknown' }),
  (event) => ({ ...event, attributes: {} }),
  (event) => ({ ...event, when: around(event, 3) }),
  (event) => ({ ...event, when: around(event, 20) }),
  (event) => Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'when')) as unknown as Occurrence,
  (event) => ({ ...event, occurred: 'contested' }),
  ({ attributes, ...event }) => ({
    ...event,
    attributes: {},
    rivals: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, [value, 'no']])),
  }),
)

function around({ when }: Occurrence, days: number): NonNullable<Occurrence['when']> {
  if (when === undefined) throw new Error('Random events are dated.')
  return {
    ...when,
    earliest: when.earliest - days * 1440,
    latest: when.latest + days * 1440,
    precision: 'interval',
  }
}

/** What is answered yes or no on less stays so on more, unless the more speaks against it. */
const holdsUp = (less: Four | undefined, more: Four | undefined): boolean =>
  less === undefined || less === 'unknown' || less === 'contested' || more === less || more === 'contested'

describe('knowing less', () => {
  it('of an event never gives more ground, to no conclusion of any law', () => {
    fc.assert(
      fc.property(randomRules, some(fc.tuple(randomCase, fc.nat(10), blur)), (rules, cases) => {
        const law = randomLaw(rules)
        for (const [told, pick, blurred] of cases) {
          const situation = situationOf(told)
          if (situation.occurrences.length === 0) continue
          const index = pick % situation.occurrences.length
          const less = {
            ...situation,
            occurrences: situation.occurrences.map((event, i) => (i === index ? blurred(event) : event)),
          }
          const [sharp, dim] = [answers(law, situation), answers(law, less)]
          for (const id of ids)
            expect([id, dim[id], sharp[id], holdsUp(dim[id], sharp[id])]).toEqual([id, dim[id], sharp[id], true])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('that a list is complete never gives more ground', () => {
    fc.assert(
      fc.property(randomRules, some(randomCase), (rules, cases) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const [sharp, dim] = [
            answers(law, situationOf(told)),
            answers(law, situationOf({ ...told, complete: told.complete.slice(1) })),
          ]
          for (const id of ids) expect(holdsUp(dim[id], sharp[id])).toBe(true)
        }
      }),
      runs,
    )
  })

  it('of a fact or an assessment never gives more ground', () => {
    fc.assert(
      fc.property(randomRules, some(randomCase), (rules, cases) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const sharp = answers(law, situationOf(told))
          for (const less of [
            { ...told, facts: [] },
            { ...told, assessed: told.assessed.slice(1) },
          ]) {
            const dim = answers(law, situationOf(less))
            for (const id of ids)
              expect([id, dim[id], sharp[id], holdsUp(dim[id], sharp[id])]).toEqual([id, dim[id], sharp[id], true])
          }
        }
      }),
      runs,
    )
  })

  it('nothing at all, nothing is concluded but what rests on no event', () => {
    fc.assert(
      fc.property(randomRules, (rules) => {
        const nothing: RandomCase = { at: 20, events: [], complete: [], facts: [], assessed: [] }
        expect(
          Object.values(answers(randomLaw(rules), situationOf(nothing))).every((value) => value === 'unknown'),
        ).toBe(true)
      }),
      runs,
    )
  })
})

describe('the order in which things are told', () => {
  it('of events, lists and assessments changes nothing', () => {
    fc.assert(
      fc.property(randomRules, some(randomCase), (rules, cases) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const turned = {
            ...told,
            events: told.events.toReversed(),
            complete: told.complete.toReversed(),
            assessed: told.assessed.toReversed(),
            facts: told.facts.toReversed(),
          }
          expect(answers(law, situationOf(turned))).toEqual(answers(law, situationOf(told)))
        }
      }),
      runs,
    )
  })

  it('of blocks and of packs changes nothing', () => {
    fc.assert(
      fc.property(randomRules, some(randomCase), fc.nat(20), (rules, cases, cut) => {
        const blocks = [...base, ...appeal, ...(rules as readonly object[] as typeof base)]
        const at = cut % blocks.length
        const pages = [page(blocks.slice(at).toReversed(), 'b'), page(blocks.slice(0, at).toReversed(), 'a')]
        const { law: turned, problems } = loadLaw(
          pages.map((text, index) => ({ file: `${index}.md`, text })),
          vocabulary,
        )
        expect(problems).toEqual([])
        const law = randomLaw(rules)
        if (turned !== undefined)
          for (const told of cases)
            expect(answers(turned, situationOf(told))).toEqual(answers(law, situationOf(told)))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the calendar', () => {
  const moved = (text: string, days: number): string => {
    const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
    return isoDay(dayOf(year, month, day) + days)
  }

  it('all dates and the day asked moved by as many days change nothing in a law without versions', () => {
    fc.assert(
      fc.property(randomRules, some(randomCase), fc.integer({ min: -4000, max: 4000 }), (rules, cases, days) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const situation = situationOf(told)
          const shifted: Situation = {
            ...situation,
            at: parseMoment(moved(isoDay(dayOf(2014, 1, 1) + told.at - 1), days), madrid),
            occurrences: situation.occurrences.map((event) => ({
              ...event,
              when: parseDate(moved(event.when?.text ?? '', days), madrid),
            })),
          }
          expect(answers(law, shifted)).toEqual(answers(law, situation))
        }
      }),
      runs,
    )
  })

  it('what has happened by one day has happened by every later day', () => {
    const law = lawOf(...appeal, { rule: 'seen', when: [{ any: ['arrest', 'hearing', 'ordered'] }] })
    fc.assert(
      fc.property(randomCase, fc.integer({ min: 1, max: 40 }), (told, later) => {
        const situation = situationOf(told)
        if (evaluateCase(law, situation).of('seen') === 'true')
          expect(evaluateCase(law, { ...situation, at: situation.at + later * 1440 }).of('seen')).toBe('true')
      }),
    )
  })

  it('a second round that begins later leaves every earlier day as it was', () => {
    fc.assert(
      fc.property(randomRules, some(randomCase), (rules, cases) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const situation = situationOf(told)
          const first = {
            ...situation,
            occurrences: situation.occurrences.map((event) => ({ ...event, track: 'main', round: 1 })),
          }
          const again: Occurrence = {
            id: 'again',
            type: 'noise',
            occurred: 'true',
            attributes: {},
            moments: {},
            evidence: ['claim-again'],
            track: 'main',
            round: 2,
            when: parseDate('2014-03-01', madrid),
          }
          expect(answers(law, withEvents(first, again))).toEqual(answers(law, first))
        }
      }),
      runs,
    )
  })
})
