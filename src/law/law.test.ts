import { describe, expect, it } from 'vitest'
import { joinChecked, lawFor, loadLaw, type Source } from './law.ts'
import { parsePattern } from './situation.ts'
import { base, type Block, events, lawOf, page, problemsOf, remedy, term } from './testing.ts'

const norm = { instrument: 'act', article: '1', checked: 'official' }
const what = (...blocks: readonly Block[]): readonly string[] => problemsOf(...blocks).map((one) => one.what)
const stage = (id: string, reached: readonly unknown[], more: Block = {}): Block => ({
  stage: id,
  track: 'main',
  order: 1,
  reached,
  ...more,
})
const duty = (more: Block = {}): Block => ({
  duty: 'd',
  bearer: 'sending-state',
  binding: 'binding',
  when: ['hearing'],
  lasts: { en: 'x' },
  ...more,
})
const bar = (more: Block = {}): Block => ({
  bar: 'b',
  bars: 'transfer',
  force: 'mandatory',
  when: ['hearing'],
  ...more,
})
const position = {
  position: 'p',
  says: { en: 'x' },
  authority: 'A court',
  date: '2013-01-01',
  supports: 'yes',
  checked: 'official',
}
const holidays: Block = { holidays: 'h', fixed: [{ day: '01-01', name: 'New Year' }] }

describe('a name stands once for one time', () => {
  it.each<[string, Block]>([
    ['rule r', { rule: 'r', when: ['hearing'] }],
    ['remedy a', remedy('a')],
    ['term t', term('t')],
    ['stage s', stage('s', ['hearing'])],
    ['duty d', duty()],
    ['bar b', bar()],
    ['point p', { point: 'p', question: { en: '?' }, positions: [position] }],
    ['holidays h', holidays],
    [
      'binding x',
      { binding: 'x', state: 'ES', instrument: 'treaty', from: 'never', checked: 'official', source: 'x' },
    ],
  ])('%s', (name, block) => {
    expect(what(block)).toEqual([])
    expect(what(block, block).join('\n')).toContain(`The ${name} stands twice for the same time`)
  })

  it.each<[string, Block, Block, boolean]>([
    ['no dates at all', {}, {}, true],
    ['one begins when the other is over', { until: '2014-01-01' }, { from: '2014-01-01' }, false],
    ['one begins a day too early', { until: '2014-01-02' }, { from: '2014-01-01' }, true],
    ['a gap between them', { until: '2013-01-01' }, { from: '2014-01-01', until: '2015-01-01' }, false],
    [
      'both of them for a time',
      { from: '2013-01-01', until: '2014-01-01' },
      { from: '2013-06-01', until: '2015-01-01' },
      true,
    ],
    ['one within the other', { from: '2013-01-01', until: '2014-01-01' }, {}, true],
    ['both without an end', { from: '2013-01-01' }, { from: '2014-01-01' }, true],
    ['both without a beginning', { until: '2013-01-01' }, { until: '2014-01-01' }, true],
    [
      'one without an end within the other',
      { from: '2013-01-01' },
      { from: '2012-01-01', until: '2015-01-01' },
      true,
    ],
  ])('of two versions with %s', (_, one, other, twice) => {
    const rule = (dates: Block): Block => ({ rule: 'r', when: ['hearing'], ...dates })
    for (const pair of [
      [one, other],
      [other, one],
    ])
      expect(what(...pair.map(rule)).some((text) => text.includes('stands twice'))).toBe(twice)
  })
})

describe('every name in a block is one that is there', () => {
  const event = '"hearng" is not an event type.'
  it.each<[string, Block, string]>([
    ['an event by which a stage is reached', stage('s', [{ all: ['arrest', 'hearng'] }]), event],
    [
      'what a stage is followed within',
      stage('s', ['arrest'], { next: { who: { en: 'x' }, what: { en: 'x' }, within: 'soon' } }),
      'There is no term called "soon".',
    ],
    ['the track of a remedy', remedy('a', { track: 'mian' }), 'There is no track called "mian".'],
    [
      'the remedy within whose case another is',
      remedy('a', { within: 'apeal' }),
      'There is no remedy called "apeal".',
    ],
    ['an event that opens a remedy', remedy('a', { opens: ['hearng'] }), event],
    [
      'an event that closes a remedy',
      remedy('a', { closes: [{ when: 'hearng', status: 'moot', because: { en: 'x' } }] }),
      event,
    ],
    [
      'an event that answers a remedy',
      remedy('a', { answeredBy: [{ event: 'hearng', outcome: 'granted' }] }),
      event,
    ],
    [
      'the calendar of another reading',
      term('t', { readings: [{ reading: 'r', calendar: 'evry-day', why: 'x' }] }),
      'There is no calendar called "evry-day".',
    ],
    ['the event that starts a time limit', term('t', { starts: { event: 'hearng' } }), event],
    ['another event that starts it', term('t', { starts: { event: 'arrest', or: [{ event: 'hearng' }] } }), event],
    [
      'the moment of another start',
      term('t', { starts: { event: 'arrest', or: [{ event: 'hearing', moment: 'notifed' }] } }),
      '"notifed" is not a moment of an event.',
    ],
    ['an event that ends it', term('t', { ends: ['hearng'] }), event],
    ['an event that pauses it', term('t', { pausedWhile: ['hearng'] }), event],
    ['an event that brings about a duty', duty({ when: ['hearng'] }), event],
    ['an event that ends a duty', duty({ endedBy: ['hearng'] }), event],
    ['an event on which a bar rests', bar({ when: ['hearng'] }), event],
    ['an exception to a bar', bar({ unless: ['hearng'] }), event],
    ['a point on which a bar is disputed', bar({ disputed: ['pont'] }), 'There is no point called "pont".'],
    [
      'the holidays of a calendar',
      { calendar: 'c', zone: 'Europe/Madrid', versions: [{ weekdaysOff: [], holidays: ['lost'], norm }] },
      'There is no holidays called "lost".',
    ],
  ])('%s', (_, block, expected) => {
    expect(what(block)).toContain(expected)
  })

  it('a calendar that cannot be counted by is told with its place, and with what to do', () => {
    const found = problemsOf({ calendar: 'c', zone: 'Europe/Nowhere', versions: [{ weekdaysOff: [], norm }] })
    expect(found).toMatchObject([{ file: 'test.md', what: 'Calendar c: there is no time zone "Europe/Nowhere".' }])
    expect(found[0]?.remedy).toMatch(/IANA/)
    expect(found[0]?.line).toBeGreaterThan(5)
  })
})

/** A page of one State's law. */
const national = (state: string, ...blocks: readonly Block[]): Source => ({
  file: `${state}.md`,
  text: page(blocks, state.toLowerCase()).replace('title: Test pack', `title: Test pack\njurisdiction: ${state}`),
})
const international = (...blocks: readonly Block[]): Source => ({
  file: 'world.md',
  text: page([...base, ...blocks], 'world'),
})

describe('pages of several States', () => {
  const spain = national('ES', { rule: 'es.heard', when: ['hearing', { holds: 'heard' }] })
  const france = national('FR', { rule: 'fr.heard', when: ['hearing'] })
  const world = international({ rule: 'heard', when: ['hearing'] })

  it('may rest on international ones, and not the other way round', () => {
    expect(loadLaw([world, spain, france], events).problems).toEqual([])
    const leaning = international({ rule: 'heard', when: [{ holds: 'fr.heard' }] })
    expect(loadLaw([leaning, france], events).problems).toMatchObject([
      {
        file: 'world.md',
        what: 'An international page rests on a State\'s own page: Nothing is called "fr.heard".',
        remedy: "Move what it names to an international page, or let the State's page rest on this one.",
      },
    ])
  })

  it('that lack a name altogether are told so once', () => {
    const lacking = international({ rule: 'heard', when: [{ holds: 'it.heard' }] })
    expect(loadLaw([lacking, france], events).problems.map((one) => one.what)).toEqual([
      'Nothing is called "it.heard".',
    ])
  })

  it('are left out where they cannot matter to a case, and kept while its State is not known', () => {
    const { law } = loadLaw([world, spain, france], events)
    if (law === undefined) throw new Error('These pages hold no problem.')
    const rules = (...states: readonly string[]): readonly string[] =>
      lawFor(law, states).blocks.rule.map(({ rule }) => rule)
    expect(rules()).toEqual(['heard', 'es.heard', 'fr.heard'])
    expect(rules('ES')).toEqual(['heard', 'es.heard'])
    expect(rules('FR', 'ES')).toEqual(['heard', 'es.heard', 'fr.heard'])
    expect(rules('IT')).toEqual(['heard'])
    expect(lawFor(law, ['ES', 'FR'])).toBe(lawFor(law, ['FR', 'ES', 'FR']))
    expect(lawFor(law, [])).toBe(law)
  })
})

describe('the tracks in which an event occurs', () => {
  const law = lawOf(
    remedy('a'),
    remedy('b'),
    stage('s-a', [{ all: ['hearing', 'decided remedy=a'] }]),
    stage('s-b', ['decided remedy=b outcome=granted'], { track: 'other' }),
    stage('s-c', ['handed-over state=@sending-state'], { track: 'other' }),
    stage('s-d', ['handed-over state=US']),
  )
  it.each<[string, string[]]>([
    ['decided', ['main', 'other']],
    ['decided remedy=a', ['main']],
    ['decided remedy=b', ['other']],
    ['decided remedy=b outcome=dismissed', []],
    ['decided outcome=granted', ['main', 'other']],
    ['decided remedy=@which', ['main', 'other']],
    ['hearing', ['main']],
    ['handed-over state=FR', ['other']],
    ['handed-over state=US', ['other', 'main']],
    ['noise', []],
  ])('%s', (pattern, tracks) => {
    expect([...law.tracksOfEvent(parsePattern(pattern))]).toEqual(tracks)
  })
})

describe('packs that were checked together before', () => {
  it('give the same law without being checked again', () => {
    const law = lawOf({ rule: 'heard', when: ['hearing'] }, remedy('appeal'), term('days'))
    const again = joinChecked(law.packs, law.events)
    expect(again.compiled.program).toEqual(law.compiled.program)
    expect([...again.compiled.conclusions.keys()]).toEqual([...law.compiled.conclusions.keys()])
  })

  it('are refused where they were not: one that cannot be compiled is no law', () => {
    const circle = page([
      { rule: 'one', when: [{ holds: 'two' }] },
      { rule: 'two', when: [{ holds: 'one' }] },
    ])
    const { partial } = loadLaw([{ file: 'a.md', text: circle }], events)
    expect(() => joinChecked(partial.packs, events)).toThrow(/were not checked before: a\.md/u)
  })
})
