import { describe, expect, it } from 'vitest'
import { blockChanges, conclusionChanges, exampleChanges } from './diff.ts'
import { type Law, loadLaw } from './law.ts'
import { base, type Block, events, given, lawOf, page, remedy, term } from './testing.ts'

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

describe('versions of one norm in two sets of packs', () => {
  const changes = (before: readonly Block[], after: readonly Block[]): unknown[] =>
    blockChanges(lawOf(...before).packs, lawOf(...after).packs).map(({ change, keys }) => [
      change,
      keys.map(({ key, before: was, after: is }) => `${key}: ${String(was)} → ${String(is)}`),
    ])
  const old = held('arrest', { until: '2014-01-01' })
  const now = held('granted', { from: '2014-01-01' })

  it('stand in any order', () => {
    expect(changes([old, now], [now, old])).toEqual([])
    expect(changes([old, now], [held('noise', { from: '2014-01-01' }), old])).toEqual([
      ['changed', ['when: granted → noise']],
    ])
  })

  it('whose dates moved are matched in the order in which they stand', () => {
    const moved = [held('arrest', { until: '2013-01-01' }), held('granted', { from: '2013-01-01' })]
    expect(changes([old, now], moved)).toEqual([
      ['changed', ['until: 2014-01-01 → 2013-01-01']],
      ['changed', ['from: 2014-01-01 → 2013-01-01']],
    ])
  })

  it('that were dropped are removed, and not the one that stayed', () => {
    expect(changes([old, now], [now])).toEqual([['removed', []]])
  })
})

/** An international page, and pages of two States, each with one rule and one example. */
function lawOfStates(rules: { readonly world?: string; readonly es?: string; readonly fr?: string }): Law {
  const example = (state: string, event: string): Block => ({
    title: `${event} in ${state}`,
    at: '2014-02-10',
    given: [`sending-state=${state}`, `${event} 2014-02-01`],
    expect: true,
  })
  const rule = (id: string, when: string | undefined, state: string): Block[] =>
    when === undefined
      ? []
      : [
          {
            rule: id,
            title: { en: `Held in ${state}` },
            when: [when, { holds: 'heard' }],
            examples: [example(state, 'arrest')],
          },
        ]
  const national = (state: string, blocks: readonly Block[]) => ({
    file: `${state}.md`,
    text: page(blocks, state.toLowerCase()).replace('title: Test pack', `title: Test pack\njurisdiction: ${state}`),
  })
  const world = [
    ...base,
    { rule: 'heard', when: [rules.world ?? 'arrest'], examples: [example('ES', 'arrest')] },
    { rule: 'apart', when: ['arrest'], examples: [example('ES', 'arrest')] },
  ]
  const sources = [
    { file: 'world.md', text: page(world, 'world') },
    national('ES', rule('es.held', rules.es, 'ES')),
    national('FR', rule('fr.held', rules.fr, 'FR')),
  ]
  const { law, problems } = loadLaw(sources, events)
  if (law === undefined) throw new Error(problems.map(({ what }) => what).join('\n'))
  return law
}

describe('the examples of several States', () => {
  const told = (before: Law, after: Law): string[] =>
    exampleChanges(before, after).map(({ side, block, results }) =>
      [side, block, ...results.map((result) => `${result.before} → ${result.after}`)].join(' '),
    )

  it('that differ are those of the State whose page changed', () => {
    expect(told(lawOfStates({ es: 'arrest', fr: 'arrest' }), lawOfStates({ es: 'arrest', fr: 'noise' }))).toEqual([
      'both fr.held true → unknown',
    ])
  })

  it('are those of every State that rests on an international page that changed, and no others', () => {
    const states = { es: 'arrest', fr: 'arrest' }
    expect(told(lawOfStates(states), lawOfStates({ ...states, world: 'noise' }))).toEqual([
      'both heard true → unknown',
      'both es.held true → unknown',
      'both fr.held true → unknown',
    ])
  })

  it('of a page that is new are those that come out otherwise than before it was there', () => {
    expect(told(lawOfStates({ es: 'arrest' }), lawOfStates({ es: 'arrest', fr: 'noise' }))).toEqual([])
    expect(told(lawOfStates({}), lawOfStates({}))).toEqual([])
  })
})

describe('the cases of several States under two sets of packs', () => {
  const situations = [
    given('2014-02-10', 'sending-state=FR', 'arrest 2014-02-01'),
    given('2014-02-10', 'arrest 2014-02-01'),
    given('2014-02-10', 'sending-state=FR', 'no arrest', 'no noise'),
    given('2014-02-10', 'sending-state=FR', 'arrest 2014-02-02'),
  ]
  const told = (before: Law, after: Law): unknown[] =>
    conclusionChanges(before, after, situations).map(({ id, before: was, after: is, at }) => [id, was, is, at])

  it('change only where they come under the page that changed, each told with its place', () => {
    expect(told(lawOfStates({ es: 'arrest', fr: 'arrest' }), lawOfStates({ es: 'arrest', fr: 'noise' }))).toEqual([
      ['fr.held', 'true', 'unknown', [0, 3]],
    ])
  })

  it('gain and lose what only one side concludes, where it says anything', () => {
    const [without, within] = [lawOfStates({ es: 'arrest' }), lawOfStates({ es: 'arrest', fr: 'arrest' })]
    expect(told(without, within)).toEqual([
      ['fr.held', '–', 'true', [0, 3]],
      ['fr.held', '–', 'false', [2]],
    ])
    expect(told(within, without)).toEqual([
      ['fr.held', 'true', '–', [0, 3]],
      ['fr.held', 'false', '–', [2]],
    ])
    const silent = lawOfStates({ es: 'arrest', fr: 'granted' })
    expect([told(without, silent), told(silent, without)]).toEqual([
      [['fr.held', '–', 'false', [2]]],
      [['fr.held', 'false', '–', [2]]],
    ])
  })

  it('are told in order, with the title that a conclusion has, or had where it is gone', () => {
    const states = { es: 'arrest', fr: 'arrest' }
    const moved = conclusionChanges(lawOfStates(states), lawOfStates({ ...states, world: 'noise' }), situations)
    expect(moved.filter(({ id }) => id === 'heard').map(({ before, at }) => [before, at])).toEqual([
      ['true', [0, 1, 3]],
    ])
    const [without, within] = [lawOfStates({ es: 'arrest' }), lawOfStates(states)]
    const titles = (one: Law, other: Law): unknown[] =>
      conclusionChanges(one, other, situations).map(({ title }) => title.en)
    expect([titles(without, within), titles(within, without)]).toEqual([
      ['Held in FR', 'Held in FR'],
      ['Held in FR', 'Held in FR'],
    ])
  })

  it('of which no State is known are asked of all pages', () => {
    const nowhere = { ...given('2014-02-10', 'arrest 2014-02-01'), facts: {} }
    const [before, after] = [lawOfStates({ fr: 'arrest' }), lawOfStates({ fr: 'noise' })]
    expect(conclusionChanges(before, after, [nowhere]).map(({ id, at }) => [id, at])).toEqual([['fr.held', [0]]])
  })
})

describe('a remedy under two sets of packs', () => {
  const ordered = given('2014-02-02', 'ordered 2014-02-01 notified=2014-02-01', 'no filed', 'no waived')
  const told = (before: readonly Block[], after: readonly Block[], situation = ordered): unknown[] =>
    conclusionChanges(lawOf(...before), lawOf(...after), [situation])
      .filter(({ id }) => id === 'appeal')
      .map(({ title, before: was, after: is }) => [title.en, was, is])
  const appeal = (title: string, more: Block = {}): Block => remedy('appeal', { title: { en: title }, ...more })
  const limited = [appeal('Appeal', { term: 'days' }), term('days')]

  it('is told as new or gone, with the title it has or had', () => {
    expect(told([], [appeal('Appeal')])).toEqual([['Appeal', '–', 'open']])
    expect(told([appeal('Appeal')], [])).toEqual([['Appeal', 'open', '–']])
    expect(told([appeal('Old', { opens: ['granted'] })], [appeal('New')])).toEqual([['New', 'unknown', 'open']])
  })

  it('is told to have gained or lost its time limit', () => {
    expect(told([appeal('Appeal')], limited)).toEqual([['Appeal', 'open', 'open until 2014-02-06T23:59']])
    expect(told(limited, [appeal('Appeal')])).toEqual([['Appeal', 'open until 2014-02-06T23:59', 'open']])
  })

  it('has no day to act by while its time limit has not begun, or has no beginning', () => {
    const none = given('2014-02-02', 'no ordered')
    expect(told([appeal('Appeal')], limited, none)).toEqual([])
    const since = given('2014-02-02', 'ordered ../2014-02-01 notified=../2014-02-01', 'no filed', 'no waived')
    expect(told([], limited, since)).toEqual([['Appeal', '–', 'open']])
  })

  it('is not told where its track does not apply to the case', () => {
    const elsewhere = given('2014-02-02', 'sending-state=FR', 'ordered 2014-02-01', 'no filed')
    expect(told([], [appeal('Appeal')], elsewhere)).toEqual([])
  })
})
