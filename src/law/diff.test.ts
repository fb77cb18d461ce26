import { describe, expect, it } from 'vitest'
import { blockChanges, conclusionChanges, exampleChanges } from './diff.ts'
import { type Block, given, lawOf, remedy, term } from './testing.ts'

const held = (when: string, more: Block = {}): Block => ({
  rule: 'held',
  when: [when],
  examples: [{ title: 'a stay was ordered', at: '2014-02-10', given: ['stay-ordered 2014-02-01'], expect: true }],
  ...more,
})

describe('two sets of packs', () => {
  it('that say the same differ in nothing', () => {
    const [a, b] = [lawOf(held('stay-ordered')), lawOf(held('stay-ordered'))]
    expect([blockChanges(a.packs, b.packs), exampleChanges(a, b)]).toEqual([[], []])
  })

  it('differ in the blocks added, removed and changed, with the keys that changed', () => {
    const before = lawOf(held('stay-ordered'), remedy('appeal'))
    const after = lawOf(held('granted'), { rule: 'fresh', when: ['hearing'] })
    expect(
      blockChanges(before.packs, after.packs).map(({ change, kind, id, keys }) => [change, kind, id, keys]),
    ).toEqual([
      ['changed', 'rule', 'held', [{ key: 'when', before: ['stay-ordered'], after: ['granted'] }]],
      ['removed', 'remedy', 'appeal', []],
      ['added', 'rule', 'fresh', []],
    ])
  })

  it('match versions of one norm by their dates, so that a new version is not a change of the old one', () => {
    const old = held('stay-ordered', { until: '2014-01-01' })
    const before = lawOf(old)
    const after = lawOf(old, held('granted', { from: '2014-01-01' }))
    expect(blockChanges(before.packs, after.packs).map(({ change, id }) => [change, id])).toEqual([
      ['added', 'held'],
    ])
  })

  it('tell which examples come out differently, also those that stand on both sides', () => {
    const before = lawOf(held('stay-ordered'))
    const after = lawOf(held('granted'))
    expect(exampleChanges(before, after)).toMatchObject([
      { side: 'both', block: 'held', title: 'a stay was ordered', results: [{ before: 'true', after: 'unknown' }] },
    ])
  })

  it('run the examples of the new pages on the old law too', () => {
    const fresh = { title: 'granted', at: '2014-02-10', given: ['granted 2014-02-01'], expect: true }
    const changes = exampleChanges(lawOf(held('stay-ordered')), lawOf(held('granted', { examples: [fresh] })))
    expect(changes.map(({ side, results }) => [side, results])).toEqual([
      ['before', [{ what: 'value', before: 'true', after: 'unknown' }]],
      ['after', [{ what: 'value', before: 'unknown', after: 'true' }]],
    ])
  })
})

describe('a case under two sets of packs', () => {
  const situations = [given('2014-02-10'), given('2014-02-10', 'granted 2014-02-01')]

  it('changes where a conclusion comes out differently', () => {
    expect(conclusionChanges(lawOf(held('stay-ordered')), lawOf(held('granted')), situations)).toEqual([
      { id: 'held', title: { en: 'held' }, before: 'unknown', after: 'true', at: [1] },
    ])
  })

  it('changes when the safe date of a remedy moves, though it stays open', () => {
    const law = (period: string) => lawOf(remedy('appeal', { term: 'days' }), term('days', { period }))
    const ordered = given(
      '2014-02-02',
      'ordered 2014-02-01 notified=2014-02-01',
      'no filed',
      'no decided',
      'no withdrawn',
      'no waived',
    )
    expect(conclusionChanges(law('5 days'), law('3 days'), [ordered])).toMatchObject([
      { id: 'appeal', before: 'open until 2014-02-06T23:59', after: 'open until 2014-02-04T23:59' },
    ])
  })
})
