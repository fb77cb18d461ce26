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

  it('reaches the rule that it defeats also where that speaks for something else', () => {
    const law = (event: string): Law =>
      lawOf(rule('a', event, { concludes: 'x', defeats: ['b'] }), rule('b', 'hearing', { concludes: 'y' }))
    expect(affected(law('arrest'), law('granted'))).toEqual(['a', 'b', 'x', 'y'])
  })

  it('does not reach what only mentions it to people', () => {
    const note = { norm: { instrument: 'act', article: '1', checked: 'official', note: 'see a' } }
    const law = (event: string): Law => lawOf(rule('a', event), rule('b', 'hearing', { ...note, also: ['a'] }))
    expect(affected(law('arrest'), law('granted'))).toEqual(['a'])
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

  it('reaches a remedy also through its parts, and not one whose name only begins alike', () => {
    const law = (event: string): Law =>
      lawOf(
        remedy('es.appeal', { opens: [event] }),
        rule('a', { holds: 'es.appeal.opened' }),
        rule('b', 'filed remedy=es.appeal'),
        rule('c', { holds: 'es.appeals' }),
        rule('es.appeals', 'hearing'),
        rule('d', { any: ['hearing', { not: { holds: 'es.appeal' } }] }),
      )
    expect(affected(law('arrest'), law('granted'))).toEqual(['a', 'b', 'd', 'es.appeal'])
  })

  it('that adds or takes away a block reaches what names it', () => {
    const without = lawOf(rule('a', 'hearing'), rule('d', 'arrest'))
    const within = lawOf(rule('a', { any: ['hearing', { holds: 'b' }] }), rule('b', 'arrest'), rule('d', 'arrest'))
    expect([affected(without, within), affected(within, without)]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })

  it('of what names itself, or of blocks that name each other, comes to an end', () => {
    const law = (event: string): Law =>
      lawOf(
        remedy('first', {
          opens: [event],
          closes: [{ when: 'filed remedy=second', status: 'moot', because: { en: 'x' } }],
        }),
        remedy('second', { opens: ['filed remedy=first'] }),
        remedy('self', { closes: [{ when: 'filed remedy=self', status: 'moot', because: { en: 'x' } }] }),
      )
    expect(affected(law('arrest'), law('granted'))).toEqual(['first', 'second'])
  })

  it('of a binding reaches what asks who is bound, and what is found of article 34', () => {
    const law = (from: string): Law =>
      lawOf(
        { binding: 'x', state: 'ES', instrument: 'treaty', from, checked: 'official', source: 'x' },
        rule('a', { bound: 'ES', by: 'treaty' }),
        rule('b', { found: 'article-34' }),
        rule('c', 'hearing'),
      )
    expect(affected(law('never'), law('2000-01-01'))).toEqual(['a', 'article-34', 'b', 'treaty', 'x'])
  })

  it.each<[string, Block]>([
    [
      'a precedent',
      {
        precedent: 'p',
        title: 'P',
        court: 'C',
        date: '2014-01-01',
        reference: 'x',
        sending: 'ES',
        receiving: 'KZ',
        speaks: 'for',
        says: { en: 'x' },
        beside: ['a'],
        checked: 'official',
        source: 'x',
      },
    ],
    [
      'an instrument',
      {
        instrument: 'law',
        title: { en: 'L' },
        short: 'L',
        kind: 'statute',
        jurisdiction: 'ES',
        official: 'x',
        checked: 'official',
      },
    ],
  ])('of %s reaches nothing', (_, fresh) => {
    expect(affected(lawOf(rule('a', 'arrest')), lawOf(rule('a', 'arrest'), fresh))).toEqual([])
  })

  it('of the words of a condition reaches it, and of words for people in a list nothing that they name', () => {
    const law = (because: string): Law =>
      lawOf(
        remedy('appeal', { closes: [{ when: 'refused', status: 'moot', because: { en: because } }] }),
        rule('moot', 'hearing'),
        rule('a', { holds: 'moot' }),
      )
    expect(affected(law('moot'), law('over'))).toEqual(['appeal'])
  })

  it.each<[string, Block, 'all' | readonly string[]]>([
    ['the track of a stage', { track: 'other' }, 'all'],
    ['the track and the order of a stage', { order: 2, track: 'other' }, 'all'],
    ['the order of a stage', { order: 2 }, ['s']],
  ])('of %s', (_, after, reached) => {
    const law = (more: Block): Law =>
      lawOf({ stage: 's', track: 'main', order: 1, reached: ['arrest'], ...more }, rule('a', 'hearing'))
    expect(affected(law({}), law(after))).toEqual(reached)
  })

  it('of a stage that is new or gone can reach anything', () => {
    const [without, within] = [
      lawOf(rule('a', 'hearing')),
      lawOf(rule('a', 'hearing'), { stage: 's', track: 'main', order: 1, reached: ['arrest'] }),
    ]
    expect([affected(without, within), affected(within, without)]).toEqual(['all', 'all'])
  })

  it('of whether a track applies can reach anything, of what is asked about it nothing but itself', () => {
    const law = (more: Block): Law =>
      lawOf(
        {
          track: 'third',
          jurisdiction: 'ES',
          applies: ['arrest'],
          question: { en: 'Is there a third case?' },
          domestic: true,
          ...more,
        },
        rule('a', 'hearing'),
      )
    expect(affected(law({}), law({ applies: ['granted'] }))).toBe('all')
    expect(affected(law({}), law({ question: { en: 'Is there?' } }))).toEqual(['third'])
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
