import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { type Standing, standingOf } from './standing.ts'
import { bodyTitle, precedentsBeside } from './stops.ts'
import { evaluateCase } from './evaluate.ts'
import { type Block, given, lawOf, madrid, remedy } from './testing.ts'

const day = '2014-02-10'
const norm = { instrument: 'act', article: '1', checked: 'official' }
const body = (id: string, strength: string, more: Block = {}): Block => ({
  body: id,
  jurisdiction: 'ES',
  strength,
  ...more,
})
const bodies = [
  body('ministry', 'domestic-executive'),
  body('strasbourg', 'treaty-court'),
  body('committee', 'treaty-committee'),
  body('press', 'political'),
]
const standing = (blocks: readonly Block[], ...lines: string[]): Standing =>
  standingOf(lawOf(...blocks), given(day, 'ordered 2014-02-05', ...lines)).standing
const order = (blocks: readonly Block[], ...lines: string[]): string[] =>
  standing(blocks, ...lines).stops.map((stop) => stop.remedy)
const within = (period: string): Block => ({ decidesWithin: { period, norm } })

describe('who can still stop the transfer', () => {
  it('a domestic court comes before the Government, a treaty court, a committee and the rest, however fast they are', () => {
    const blocks = [
      ...bodies,
      remedy('a-letter', { body: 'press', ...within('1 hour') }),
      remedy('b-views', { body: 'committee', ...within('1 hour') }),
      remedy('c-measure', { body: 'strasbourg', ...within('1 hour') }),
      remedy('d-mercy', { body: 'ministry' }),
      remedy('e-appeal'),
    ]
    expect(order(blocks)).toEqual(['e-appeal', 'd-mercy', 'c-measure', 'b-views', 'a-letter'])
  })

  it('a request to the Government whose effect is disputed comes after a treaty court, and a court never does', () => {
    const disputed = { effects: [{ target: 'transfer', mode: 'disputed', norm }] }
    const blocks = [
      ...bodies,
      remedy('a-claim', { body: 'ministry', ...disputed }),
      remedy('b-appeal', disputed),
      remedy('c-measure', { body: 'strasbourg' }),
      remedy('d-views', { body: 'committee' }),
    ]
    expect(order(blocks)).toEqual(['b-appeal', 'c-measure', 'a-claim', 'd-views'])
  })

  it('a court that already has the case comes before one that has not', () => {
    const blocks = [
      remedy('a-new'),
      remedy('b-within', { within: 'case' }),
      remedy('case', { effects: [{ target: 'decision', mode: 'none', norm }] }),
    ]
    expect(order(blocks, 'filed 2014-02-06 remedy=case', 'no waived')).toEqual(['b-within', 'a-new'])
    expect(order(blocks, 'no filed', 'no waived')).toEqual(['a-new', 'b-within'])
  })

  it('a request that is pending still is no stop once it is shown to protect no longer', () => {
    const because = { en: 'Nothing followed.' }
    const closes = [
      { when: 'hearing', status: 'lapsed', because },
      { when: 'refused', status: 'not_available', because },
    ]
    const blocks = [remedy('declaration', { closes })]
    expect(order(blocks, 'filed 2014-02-06 remedy=declaration', 'no hearing')).toEqual(['declaration'])
    expect(order(blocks, 'filed 2014-02-06 remedy=declaration', 'hearing 2014-02-07')).toEqual([])
    expect(order(blocks, 'filed 2014-02-06 remedy=declaration', 'refused 2014-02-07')).toEqual(['declaration'])
  })

  it('the faster of two like it comes first, and one that says no time last', () => {
    expect(
      order([
        remedy('a'),
        remedy('b', within('5 days')),
        remedy('c', within('48 hours')),
        remedy('d', within('2 months')),
      ]),
    ).toEqual(['c', 'b', 'd', 'a'])
  })

  it('one that is merely unknown comes after those that are there', () => {
    expect(order([remedy('a', { opens: ['hearing'] }), remedy('b')])).toEqual(['b', 'a'])
  })

  it('one that has been granted comes first of all, and is said to hold', () => {
    const blocks = [...bodies, remedy('a-appeal'), remedy('z-measure', { body: 'committee', kind: 'interim' })]
    const stops = standing(
      blocks,
      'filed 2014-02-06 remedy=z-measure',
      'decided 2014-02-07 remedy=z-measure outcome=granted',
    ).stops
    expect(stops.map((s) => [s.remedy, s.inForce])).toEqual([
      ['z-measure', true],
      ['a-appeal', false],
    ])
  })

  it('a grant holds no longer than the duty that it brings about', () => {
    const blocks = [
      remedy('stay', { kind: 'interim', order: 'bound' }),
      {
        duty: 'bound',
        bearer: 'sending-state',
        binding: 'binding',
        when: [{ happened: 'stay-ordered', notSince: 'stay-lifted' }],
        lasts: { en: 'until lifted' },
      },
    ]
    const granted = [
      'filed 2014-02-06 remedy=stay',
      'decided 2014-02-07 remedy=stay outcome=granted',
      'stay-ordered 2014-02-07',
    ]
    expect(standing(blocks, ...granted, 'no stay-lifted').stops.map((s) => s.inForce)).toEqual([true])
    expect(standing(blocks, ...granted, 'stay-lifted 2014-02-09').stops.map((s) => s.inForce)).toEqual([])
  })

  it.each([
    ['refused', ['filed 2014-02-06 remedy=a', 'decided 2014-02-07 remedy=a outcome=refused']],
    ['waived', ['waived 2014-02-06 remedy=a']],
  ])('one that was %s stops nothing', (_, lines) => {
    expect(order([remedy('a')], ...lines)).toEqual([])
  })

  it('one without effect on the transfer stops nothing', () => {
    expect(
      order([
        remedy('a', {
          effects: [
            { target: 'transfer', mode: 'none', norm },
            { target: 'custody', mode: 'automatic', norm },
          ],
        }),
      ]),
    ).toEqual([])
  })

  it('where nothing is recorded they are named as unknown, never as nobody', () => {
    expect(standingOf(lawOf(remedy('a')), given(day)).standing.stops).toMatchObject([
      { remedy: 'a', status: 'unknown', certain: false },
    ])
  })

  it('remedies of a track that is not for this case are left out', () => {
    expect(order([remedy('a')], 'sending-state=FR')).toEqual([])
  })
})

describe('what is shown beside a stop', () => {
  const precedent = (id: string, speaks: string, date: string, more: Block = {}): Block => ({
    precedent: id,
    title: id,
    court: 'C',
    date,
    reference: id,
    sending: 'ES',
    receiving: 'KZ',
    speaks,
    says: { en: id },
    beside: ['a'],
    checked: 'official',
    source: 's',
    ...more,
  })
  const law = lawOf(
    remedy('a'),
    precedent('for', 'for', '2010-01-01'),
    precedent('against', 'against', '2009-01-01'),
    precedent('warning', 'warning', '2008-01-01'),
    precedent('newer', 'against', '2011-01-01'),
    precedent('elsewhere', 'for', '2010-01-01', { sending: 'FR', receiving: 'UZ' }),
    precedent('later', 'against', '2014-02-10'),
  )
  const beside = (at: string): string[] =>
    precedentsBeside(evaluateCase(law, given(at, 'receiving-state=KZ')), 'a').map((p) => p.precedent)

  it('is what speaks against first, the newest of a kind first, and in favour only what concerns these States', () => {
    expect(beside('2014-02-09')).toEqual(['warning', 'newer', 'against', 'for'])
  })

  it('is nothing that had not been given the day before', () => {
    expect(beside('2014-02-10T12:00')).not.toContain('later')
    expect(beside('2014-02-12')).toContain('later')
  })

  it('is the name that the body bore on the day, in whatever order the names are listed', () => {
    const renamed = {
      body: 'b',
      title: { en: 'Old' },
      jurisdiction: 'ES',
      strength: 'domestic-court',
      channels: [],
      renamed: [
        { from: '2012-01-01', title: { en: 'Newest' }, norm },
        { from: '2010-01-01', title: { en: 'Newer' }, norm },
      ],
    } as unknown as Parameters<typeof bodyTitle>[0]
    expect(
      ['2009-01-01', '2011-01-01', '2013-01-01'].map((at) => bodyTitle(renamed, parseMoment(at, madrid)).en),
    ).toEqual(['Old', 'Newer', 'Newest'])
  })

  it('are the warnings and ways in of that day', () => {
    const blocks = [
      body('registry', 'treaty-court', {
        channels: [
          { channel: { en: 'Fax' }, until: '2014-01-01', norm },
          { channel: { en: 'Portal' }, from: '2014-01-01', norm },
        ],
      }),
      remedy('a', { body: 'registry', warnings: [{ en: 'Then', until: '2014-01-01' }, { en: 'Now' }] }),
    ]
    const [stop] = standing(blocks).stops
    expect([stop?.channels.map((c) => c.channel.en), stop?.warnings.map((w) => w.en)]).toEqual([
      ['Portal'],
      ['Now'],
    ])
  })
})
