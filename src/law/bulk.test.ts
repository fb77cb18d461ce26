import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docketOf, impactOf } from './bulk-impact.ts'
import { evaluateBulkCases } from './bulk.ts'
import { evaluateCase } from './evaluate.ts'
import type { Law } from './law.ts'
import type { Situation } from './situation.ts'
import { given, lawOf } from './testing.ts'
import { randomCase, randomLaw, randomRules, situationOf } from './testing-random.ts'
import { supposition } from './what-if.ts'

/** Some of the events are contested, beside facts and assessments given in two ways. */
const situation = fc
  .tuple(randomCase, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }))
  .map(([told, contested]): Situation => {
    const plain = situationOf(told)
    return {
      ...plain,
      occurrences: plain.occurrences.map((event, index) =>
        contested[index] === true ? { ...event, occurred: 'contested' } : event,
      ),
    }
  })

const docket = fc.array(situation, { minLength: 1, maxLength: 40 })

const change = fc.constantFrom(
  ['hearing 2014-01-05 outcome=yes'],
  ['ordered 2014-02-20'],
  ['stay-ordered 2014-01-02', 'stay-lifted 2014-01-04'],
  ['contested filed 2014-01-03 remedy=appeal'],
  ['filed 2014-03-03 remedy=appeal'],
  ['risk=torture'],
  ['no hearing'],
  ['assessed real-risk=yes'],
)

const singly = (law: Law, situations: readonly Situation[], id: string) =>
  situations.map((one) => evaluateCase(law, one).of(id))

describe('many cases at once', () => {
  it('are answered exactly as each on its own, whatever is contested', () => {
    fc.assert(
      fc.property(randomRules, docket, (rules, situations) => {
        const law = randomLaw(rules)
        const bulk = evaluateBulkCases(law, situations)
        for (const id of law.compiled.conclusions.keys())
          expect([id, bulk.column(id)]).toEqual([id, singly(law, situations, id)])
      }),
      { numRuns: 25 },
    )
  })

  it('keep contested what holds only because of something contested', () => {
    const law = lawOf({ rule: 'free', when: [{ any: ['stay-ordered', 'granted'] }] })
    const situations = [
      given('2014-02-10', 'contested stay-ordered 2014-02-01'),
      given('2014-02-10', 'stay-ordered 2014-02-01'),
      given('2014-02-10'),
    ]
    expect(evaluateBulkCases(law, situations).column('free')).toEqual(['contested', 'true', 'unknown'])
  })

  it('may be more than are computed together', () => {
    const law = lawOf({ rule: 'heard', when: ['hearing'] })
    const kinds = [
      given('2014-02-10', 'hearing 2014-02-01'),
      given('2014-02-10', 'no hearing'),
      given('2014-02-10'),
    ]
    const situations = Array.from({ length: 2100 }, (_, index) => kinds[index % 3] as Situation)
    const bulk = evaluateBulkCases(law, situations)
    expect([bulk.of('heard', 2097), bulk.of('heard', 2098), bulk.of('heard', 2099)]).toEqual([
      'true',
      'false',
      'unknown',
    ])
  })

  it('are unknown in what nothing is called', () => {
    expect(evaluateBulkCases(lawOf(), [given('2014-02-10')]).column('nothing')).toEqual(['unknown'])
  })

  it('may be none', () => {
    expect(evaluateBulkCases(lawOf(), []).column('main.applies')).toEqual([])
  })
})

describe('an event supposed in a whole docket', () => {
  it('changes exactly what it changes in each case on its own', () => {
    fc.assert(
      fc.property(randomRules, docket, change, (rules, situations, events) => {
        const law = randomLaw(rules)
        const expected = situations.flatMap((one, index) => {
          const { before, after } = supposition(one, events)
          const [old, now] = [evaluateCase(law, before), evaluateCase(law, after)]
          const changes = [...law.compiled.conclusions.keys()]
            .map((id) => ({ id, before: old.of(id), after: now.of(id) }))
            .filter((line) => line.before !== line.after)
          return changes.length === 0 ? [] : [{ index, changes }]
        })
        expect(docketOf(law, situations).impactOf(events)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('names the cases that it changes, and leaves the others out', () => {
    const law = lawOf({ rule: 'held', when: ['stay-ordered'] })
    const situations = [
      given('2014-02-10', 'stay-ordered 2014-02-01'),
      given('2014-02-10', 'no stay-ordered'),
      given('2014-02-10'),
    ]
    expect(impactOf(law, ['stay-ordered 2014-02-05'], situations)).toEqual([
      { index: 1, changes: [{ id: 'held', before: 'false', after: 'true' }] },
      { index: 2, changes: [{ id: 'held', before: 'unknown', after: 'true' }] },
    ])
  })

  it('can be asked again and again without one question changing the next', () => {
    const law = lawOf({ rule: 'held', when: ['stay-ordered'] })
    const asked = docketOf(law, [given('2014-02-10')])
    const first = asked.impactOf(['stay-ordered 2014-02-05'])
    asked.impactOf(['stay-ordered 2014-03-05'])
    expect(asked.impactOf(['stay-ordered 2014-02-05'])).toEqual(first)
  })
})
