import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockChanges } from './diff.ts'
import { affectedBlocks } from './diff-affected.ts'
import { evaluateCase } from './evaluate.ts'
import { joinPacks, type Law } from './law.ts'
import { mutantsOf } from './mutate.ts'
import { type Block, events, lawOf, remedy, term } from './testing.ts'
import { randomCase, randomLaw, randomRules, situationOf } from './testing-random.ts'

const affected = (before: Law, after: Law): readonly string[] | 'all' => {
  const reached = affectedBlocks(blockChanges(before.packs, after.packs), before.packs, after.packs)
  return reached === 'all' ? reached : [...reached].toSorted()
}

describe('a change of the packs', () => {
  const rule = (id: string, when: unknown, more: Block = {}): Block => ({ rule: id, when: [when], ...more })

  it('reaches what names the changed block, and what names that', () => {
    const law = (event: string): Law =>
      lawOf(rule('a', event), rule('b', { holds: 'a' }), rule('c', { not: { holds: 'b' } }), rule('d', 'hearing'))
    expect(affected(law('arrest'), law('granted'))).toEqual(['a', 'b', 'c'])
  })

  it('reaches the conclusion for which a rule speaks, and the rule that it defeats', () => {
    const law = (event: string): Law =>
      lawOf(rule('a', event, { concludes: 'x', defeats: ['b'] }), rule('b', 'hearing', { concludes: 'x' }))
    expect(affected(law('arrest'), law('granted'))).toEqual(['a', 'b', 'x'])
  })

  it('reaches the remedy whose time limit counts by the changed calendar', () => {
    const law = (off: readonly number[]): Law =>
      lawOf(
        {
          calendar: 'court-days',
          title: { en: 'Court days' },
          zone: 'Europe/Madrid',
          versions: [{ weekdaysOff: off, norm: { instrument: 'act', article: '1', checked: 'official' } }],
        },
        term('days', { calendar: 'court-days' }),
        remedy('complaint', { term: 'days' }),
        remedy('other-complaint'),
      )
    expect(affected(law([7]), law([6, 7]))).toEqual(['complaint', 'court-days', 'days'])
  })

  it('of words alone reaches nothing', () => {
    const law = (title: string): Law =>
      lawOf(rule('a', 'arrest', { title: { en: title } }), rule('b', { holds: 'a' }))
    expect(affected(law('Before'), law('After'))).toEqual([])
  })

  it('of what a stage is reached by can reach anything: it tells where an event occurs', () => {
    const law = (event: string): Law =>
      lawOf({ stage: 's', track: 'main', order: 1, reached: [event] }, rule('a', 'hearing'))
    expect(affected(law('arrest'), law('granted'))).toBe('all')
  })

  it('never moves a conclusion of a block that it is said not to reach', () => {
    fc.assert(
      fc.property(
        randomRules,
        fc.array(randomCase, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (rules, cases, pick) => {
          const before = randomLaw(rules)
          const mutants = [...mutantsOf(before.packs)]
          const mutant = mutants[pick % Math.max(1, mutants.length)]
          if (mutant === undefined) return
          const problems: Parameters<typeof joinPacks>[2] = []
          const after = joinPacks([mutant.pack], events, problems)
          if (problems.length > 0) return
          const reached = affectedBlocks(blockChanges(before.packs, after.packs), before.packs, after.packs)
          if (reached === 'all') return
          for (const one of cases.map(situationOf)) {
            const [was, is] = [evaluateCase(before, one), evaluateCase(after, one)]
            for (const id of before.compiled.conclusions.keys())
              if (was.of(id) !== is.of(id))
                expect([...reached].some((r) => id === r || id.startsWith(`${r}.`))).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
