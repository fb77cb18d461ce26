/**
 * The compiled engine against a second one that knows nothing of it: it reads the blocks as they stand and walks
 * over a list of
 * events with days as plain numbers.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, any, type Four, fromBits, not, pool, toBits } from '../record/index.ts'
import { evaluateCase } from './evaluate.ts'
import type { Condition } from './model.ts'
import {
  appeal,
  derived,
  patternParts,
  type RandomCase,
  randomCase,
  randomLaw,
  type RandomRule,
  randomRules,
  situationOf,
} from './testing-random.ts'

/** Evaluates one case rule by rule, straight from the blocks. */
class Naive {
  private readonly rules: readonly RandomRule[]
  private readonly told: RandomCase
  /** Leave out what is contested: the facts and assessments given in two ways. */
  private readonly bare: boolean
  constructor(rules: readonly RandomRule[], told: RandomCase, bare = false) {
    this.rules = rules
    this.told = told
    this.bare = bare
  }

  /** What holds only because of something contested is contested. */
  answer(id: string): Four {
    const value = this.conclusion(id)
    return value !== 'unknown' && new Naive(this.rules, this.told, true).conclusion(id) === 'unknown'
      ? 'contested'
      : value
  }

  private known(values: readonly Four[]): Four {
    const value = pool(values)
    return this.bare && value === 'contested' ? 'unknown' : value
  }

  private days(text: string): number[] {
    const { type, attributes } = patternParts(text)
    return this.told.events
      .filter((e) => e.type === type && Object.entries(attributes).every(([k, v]) => e.attributes[k] === v))
      .map((e) => e.day)
  }

  private listed(text: string): boolean {
    const asked = patternParts(text)
    return this.told.complete
      .map(patternParts)
      .some(
        ({ type, attributes }) =>
          type === asked.type && Object.entries(attributes).every(([k, v]) => asked.attributes[k] === v),
      )
  }

  /** No event that matters: no by the list, no by a later date, else unknown. */
  private absent(text: string): Four {
    return this.listed(text) || this.days(text).some((day) => day > this.told.at) ? 'false' : 'unknown'
  }

  happened(text: string): Four {
    // `hearing` without its outcome would leave it open; random events tell every attribute.
    return this.days(text).some((day) => day <= this.told.at) ? 'true' : this.absent(text)
  }

  after(text: string, of: string): Four {
    const last = Math.max(...this.days(of).filter((day) => day <= this.told.at))
    const since = this.days(text).filter((day) => day <= this.told.at)
    if (!Number.isFinite(last)) return since.length > 0 ? 'unknown' : this.absent(text)
    if (since.some((day) => day > last)) return 'true'
    // The very event asked about is not after itself; another one of that day may be.
    const own = text === of || this.same(text, of, last)
    return since.some((day) => day === last) && !own ? 'unknown' : this.absent(text)
  }

  /** Whether every event of that day that matches the one also matches the other: they are then the same events. */
  private same(text: string, of: string, day: number): boolean {
    const on = (pattern: string) =>
      this.told.events.filter((e) => e.day === day && this.days(pattern).includes(day) && this.matches(e, pattern))
    return on(text).every((e) => on(of).includes(e))
  }

  private matches(event: RandomCase['events'][number], text: string): boolean {
    const { type, attributes } = patternParts(text)
    return event.type === type && Object.entries(attributes).every(([k, v]) => event.attributes[k] === v)
  }

  private order(first: string, then: string): Four {
    const values = [this.happened(first), this.happened(then)]
    if (values.includes('false')) return 'false'
    if (values.includes('unknown')) return 'unknown'
    const by = (text: string): number[] => this.days(text).filter((day) => day <= this.told.at)
    if (Math.min(...by(first)) < Math.max(...by(then))) return 'true'
    return Math.min(...by(first)) > Math.max(...by(then)) ? 'false' : 'unknown'
  }

  private passed(): Four {
    const started = this.happened('ordered')
    if (started !== 'true') return started
    return this.told.at > Math.max(...this.days('ordered').filter((day) => day <= this.told.at)) + 5
      ? 'true'
      : 'false'
  }

  private derived(id: string): Four | undefined {
    switch (id) {
      case 'appeal.opened':
        return this.happened('ordered')
      case 'appeal.filed':
        return this.happened('filed remedy=appeal')
      case 'appeal.decided':
        return this.happened('decided remedy=appeal')
      case 'appeal.pending':
        return all([
          this.happened('filed remedy=appeal'),
          ...['decided', 'withdrawn'].map((type) =>
            not(this.after(`${type} remedy=appeal`, 'filed remedy=appeal')),
          ),
        ])
      case 'appeal.lapsed':
        return all([this.happened('ordered'), not(this.happened('filed remedy=appeal')), this.passed()])
      default:
        return undefined
    }
  }

  condition(asked: Condition): Four {
    if (typeof asked === 'string') return this.happened(asked)
    if ('happened' in asked)
      return all([
        this.happened(asked.happened),
        ...[asked.notSince ?? []].flat().map((end) => not(this.after(end, asked.happened))),
      ])
    if ('first' in asked) return this.order(asked.first, asked.then)
    if ('holds' in asked) return this.conclusion(asked.holds)
    if ('not' in asked) return not(this.condition(asked.not))
    if ('all' in asked) return all(asked.all.map((part) => this.condition(part)))
    if ('any' in asked) return any(asked.any.map((part) => this.condition(part)))
    if ('fact' in asked) {
      const wanted = asked.in ?? [asked.is]
      return this.known([...new Set(this.told.facts)].map((value) => (wanted.includes(value) ? 'true' : 'false')))
    }
    if ('assessed' in asked)
      return this.known(
        this.told.assessed.map((answer) =>
          answer === 'unsure' ? 'unknown' : answer === asked.as ? 'true' : 'false',
        ),
      )
    throw new Error('not in random packs')
  }

  private stands(rule: RandomRule): Four {
    return all([
      ...rule.when.map((c) => this.condition(c)),
      not(any(rule.unless.map((c) => this.condition(c)))),
      ...this.rules.filter((other) => other.defeats.includes(rule.rule)).map((other) => not(this.stands(other))),
    ])
  }

  conclusion(id: string): Four {
    const known = this.derived(id)
    if (known !== undefined) return known
    const own = this.rules.filter((rule) => rule.concludes === id)
    const pro = own.filter((rule) => rule.value).map((rule) => this.stands(rule))
    const con = own.filter((rule) => !rule.value).map((rule) => this.stands(rule))
    const speaksFor = pro.length === 0 ? 'unknown' : any(pro)
    return con.some((value) => toBits(value) & 1) ? fromBits(toBits(speaksFor) | 2) : speaksFor
  }
}

const conclusions = (rules: readonly RandomRule[]): string[] => [...new Set(rules.map((rule) => rule.concludes))]

describe('two engines', () => {
  it('agree on every conclusion of random rules over random cases', () => {
    fc.assert(
      fc.property(randomRules, fc.array(randomCase, { minLength: 8, maxLength: 8 }), (rules, cases) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const compiled = evaluateCase(law, situationOf(told))
          const naive = new Naive(rules, told)
          for (const id of [...conclusions(rules), ...derived])
            expect([id, compiled.of(id)]).toEqual([id, naive.answer(id)])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('agree on stages, duties and bars', () => {
    fc.assert(
      fc.property(randomRules, fc.array(randomCase, { minLength: 5, maxLength: 5 }), (rules, cases) => {
        const [first, second] = rules
        if (first === undefined || second === undefined) return
        const when = [...first.when]
        const law = randomLaw(rules, [
          { stage: 's', track: 'main', order: 1, reached: when },
          {
            duty: 'd',
            bearer: 'sending-state',
            binding: 'binding',
            when,
            endedBy: second.when,
            lasts: { en: 'until the end' },
          },
          { bar: 'b', bars: 'transfer', force: 'mandatory', when, unless: second.when },
        ])
        for (const told of cases) {
          const compiled = evaluateCase(law, situationOf(told))
          const naive = new Naive(rules, told)
          if (told.facts.length > 1 || told.assessed.length > 1) continue
          const met = all(when.map((c) => naive.condition(c)))
          const undone = any(second.when.map((c) => naive.condition(c)))
          expect([
            compiled.of('s'),
            compiled.of('d.began'),
            compiled.of('d.binds'),
            compiled.of('b.applies'),
          ]).toEqual([met, met, all([met, not(undone)]), all([met, not(undone)])])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('agree that a remedy is open as long as it is there, in time and not given up', () => {
    fc.assert(
      fc.property(randomCase, (told) => {
        const naive = new Naive([], told)
        const expected = all([
          naive.conclusion('appeal.opened'),
          not(naive.conclusion('appeal.lapsed')),
          not(naive.happened('waived remedy=appeal')),
        ])
        expect(evaluateCase(randomLaw([]), situationOf(told)).of('appeal.open')).toBe(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('rest on the same remedy', () => {
    expect(appeal.map((block) => Object.values(block)[0])).toEqual(['appeal', 'five-days'])
  })
})
