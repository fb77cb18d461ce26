import { describe, expect, it } from 'vitest'
import { all, any, type Four, fromBits, not } from '../src/record/index.ts'
import { concludeFromFacts, concludeSingly } from './engine.ts'
import { lawOf } from './pack.ts'
import { compare } from './peers/peer.ts'
import { conditionsPerRule, factName, type Formula, knownFacts, makeCases, makeRules, wholeOf } from './rule-set.ts'
import { count, tableText, times } from './table.ts'

const rules = makeRules(32, 40, 2014)
const cases = makeCases(50, 40, 0.25, 219)

const valueOf = (formula: Formula, row: Uint8Array): Four => {
  if ('fact' in formula) return fromBits(row[formula.fact] ?? 0)
  if ('not' in formula) return not(valueOf(formula.not, row))
  if ('all' in formula) return all(formula.all.map((part) => valueOf(part, row)))
  return any(formula.any.map((part) => valueOf(part, row)))
}

describe('the made-up rules', () => {
  it('are the same for the same seed', () => {
    expect(makeRules(32, 40, 2014)).toEqual(rules)
    expect(makeRules(32, 40, 2015)).not.toEqual(rules)
  })

  it('are about as large as the rules of the packs, and use all facts', () => {
    expect(conditionsPerRule(rules)).toBeGreaterThan(2.5)
    expect(conditionsPerRule(rules)).toBeLessThan(5)
    const text = JSON.stringify(rules.rules)
    for (let fact = 0; fact < 40; fact++) expect(text).toContain(`{"fact":${fact}}`)
  })

  it('leave a quarter of the facts of a case unknown', () => {
    const unknown = makeCases(2_000, 40, 0.25, 1).values.filter((value) => value === 0).length
    expect(unknown / 80_000).toBeCloseTo(0.25, 1)
    expect(Object.keys(knownFacts(cases, 0))).not.toContain(factName(cases.values.indexOf(0)))
  })

  it('mean as a pack what they mean in the logic of the record', () => {
    const law = lawOf(rules)
    const expected = Array.from({ length: cases.count }, (_, index) => {
      const row = cases.values.subarray(index * 40, (index + 1) * 40)
      return rules.rules.map((rule) => valueOf(wholeOf(rule), row))
    }).flat()
    expect(Array.from(concludeSingly(law, rules, cases).conclusions, fromBits)).toEqual(expected)
    expect(Array.from(concludeFromFacts(law, rules, cases, 50).conclusions, fromBits)).toEqual(expected)
  })
})

describe('the comparison of engines', () => {
  it('counts what an engine decides without ground, leaves open without need, and gets wrong', () => {
    const truth = Uint8Array.of(0, 0, 1, 1, 2, 2)
    expect(compare(truth, truth)).toEqual({ undecidableDecided: 0, decidableLeftOpen: 0, wrong: 0 })
    expect(compare(truth, Uint8Array.of(2, 0, 1, 255, 1, 2))).toEqual({
      undecidableDecided: 1,
      decidableLeftOpen: 1,
      wrong: 1,
    })
  })
})

describe('the tables', () => {
  it('keep names left and figures right, and promise no more digits than were measured', () => {
    expect(
      tableText(
        ['', 'cases/s'],
        [
          ['one', count(3_312_345)],
          ['two', count(7)],
        ],
      ),
    ).toBe(['          cases/s', '  ---   ---------', '  one   3,310,000', '  two           7'].join('\n'))
    expect(times(3_310_000, 3_170)).toBe('1,040 ×')
  })
})
