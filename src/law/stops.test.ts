import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { type Standing, standingOf } from './standing.ts'
import { bodyTitle, channelsAt, precedentsBeside } from './stops.ts'
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

  it('minutes come before hours, weeks before months, months before years; a day counts like a working day', () => {
    const ids = ['90 minutes', '24 hours', '6 days', '1 week', '8 working days', '1 month', '40 days', '1 year']
    const blocks = ids.map((period, index) => remedy(`r${9 - index}`, within(period)))
    expect(order(blocks)).toEqual(['r9', 'r8', 'r7', 'r6', 'r5', 'r4', 'r3', 'r2'])
  })

  it('those that are alike stand by name', () => {
    expect(order([remedy('b', within('5 days')), remedy('a', within('5 days')), remedy('d'), remedy('c')])).toEqual(
      ['a', 'b', 'c', 'd'],
    )
  })

  it('one that is open comes before one that is disputed, and that before one that is burnt or blocked', () => {
    const because = { en: 'Because.' }
    const position = (name: string, supports: string): Block => ({
      position: name,
      says: { en: name },
      authority: 'a court',
      date: '2010-01-01',
      supports,
      checked: 'official',
    })
    const blocks = [
      remedy('a-blocked', { closes: [{ when: 'noise', status: 'blocked', because }] }),
      remedy('b-burnt', { closes: [{ when: 'noise', status: 'burnt', because }] }),
      remedy('c-disputed', { disputed: ['whether'] }),
      remedy('d-open'),
      { point: 'whether', question: { en: 'Is it?' }, positions: [position('y', 'yes'), position('n', 'no')] },
    ]
    expect(order(blocks, 'noise 2014-02-06')).toEqual(['d-open', 'c-disputed', 'b-burnt', 'a-blocked'])
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

  it('a grant holds nothing once its object is gone, and only a grant holds', () => {
    const because = { en: 'Gone.' }
    const blocks = [remedy('stay', { closes: [{ when: 'handed-over', status: 'moot', because }] })]
    const decided = (outcome: string): string[] => [
      'filed 2014-02-06 remedy=stay',
      `decided 2014-02-07 remedy=stay outcome=${outcome}`,
    ]
    expect(order(blocks, ...decided('granted'), 'no handed-over')).toEqual(['stay'])
    expect(order(blocks, ...decided('granted'), 'handed-over 2014-02-08')).toEqual([])
    expect(order(blocks, ...decided('partly'), 'no handed-over')).toEqual([])
  })

  const because = { en: 'Not a second time.' }
  const bound: Block = {
    duty: 'bound',
    bearer: 'sending-state',
    binding: 'binding',
    when: [{ happened: 'stay-ordered', notSince: 'stay-lifted' }],
    lasts: { en: 'until lifted' },
  }
  const stay = (more: Block = {}): Block => remedy('stay', { kind: 'interim', order: 'bound', ...more })
  const granted = [
    'filed 2014-02-06 remedy=stay',
    'decided 2014-02-07 remedy=stay outcome=granted',
    'stay-ordered 2014-02-07',
    'no stay-lifted',
  ] as const
  const held = (blocks: readonly Block[], ...lines: string[]): unknown[] =>
    standing(blocks, ...lines).stops.map((s) => [s.status, s.outcome, s.inForce])

  it('a measure that was granted stays in force although it cannot be asked for a second time', () => {
    const burnt = { closes: [{ when: 'noise', status: 'burnt', because }] }
    const lines = [...granted, 'noise 2014-02-05']
    expect(held([stay(burnt), bound], ...lines)).toEqual([['burnt', 'granted', true]])
    expect(held([remedy('stay', burnt)], ...lines)).toEqual([['burnt', 'granted', true]])
    const lifted = lines.map((line) => (line === 'no stay-lifted' ? 'stay-lifted 2014-02-09' : line))
    expect(held([stay(burnt), bound], ...lifted)).toEqual([['burnt', 'granted', false]])
  })

  it('a second request, pending or refused, lifts no measure that stands', () => {
    const second = 'filed 2014-02-08 remedy=stay'
    const refused = 'decided 2014-02-09 remedy=stay outcome=refused'
    expect(held([stay(), bound], ...granted, second, refused)).toEqual([['used_decided', 'refused', true]])
    expect(held([stay(), bound], ...granted, second)).toMatchObject([[expect.anything(), undefined, true]])
  })

  it('a request that was never granted holds nothing, whatever another order does', () => {
    expect(
      held([stay(), bound], 'filed 2014-02-06 remedy=stay', 'stay-ordered 2014-02-07', 'no stay-lifted'),
    ).toEqual([['used_pending', undefined, false]])
  })

  it('a duty that may have ended is still said to hold', () => {
    const duty = {
      duty: 'bound',
      bearer: 'sending-state',
      binding: 'binding',
      when: [{ happened: 'stay-ordered', notSince: 'stay-lifted' }],
      lasts: { en: 'until lifted' },
    }
    const lines = ['filed 2014-02-06 remedy=stay', 'decided 2014-02-07 remedy=stay outcome=granted'] as const
    const [stop] = standing([remedy('stay', { order: 'bound' }), duty], ...lines, 'stay-ordered 2014-02-07').stops
    expect(stop).toMatchObject({ inForce: true, order: 'bound', outcome: 'granted' })
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

  it('one of which it is not known whether it is there comes after, although its court has the case', () => {
    const blocks = [
      remedy('a-perhaps', { opens: ['hearing'], within: 'case' }),
      remedy('b-there'),
      remedy('case', { effects: [{ target: 'decision', mode: 'none', norm }] }),
    ]
    expect(order(blocks, 'filed 2014-02-06 remedy=case')).toEqual(['b-there', 'a-perhaps'])
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

  it('in favour is what concerns either State', () => {
    const either = lawOf(
      remedy('a'),
      remedy('b'),
      precedent('same-sender', 'for', '2010-01-01', { receiving: 'UZ' }),
      precedent('same-receiver', 'for', '2011-01-01', { sending: 'FR' }),
      precedent('mixed', 'mixed', '2009-01-01', { sending: 'FR', receiving: 'UZ' }),
      precedent('of-another', 'against', '2009-01-01', { beside: ['b'] }),
    )
    const of = (...lines: string[]): string[] =>
      precedentsBeside(evaluateCase(either, given('2014-02-09', ...lines)), 'a').map((p) => p.precedent)
    expect(of('receiving-state=KZ')).toEqual(['mixed', 'same-receiver', 'same-sender'])
    expect(of()).toEqual(['mixed', 'same-sender'])
    expect(of('sending-state=CZ')).toEqual(['mixed'])
    const nothing = evaluateCase(either, { ...given('2014-02-09'), facts: {} })
    expect(precedentsBeside(nothing, 'a').map((p) => p.precedent)).toEqual(['mixed'])
  })

  it('is whether the court is seised, how fast it decides and by when to act', () => {
    const blocks = [
      remedy('pending'),
      remedy('inside', { within: 'case', withoutHearing: true, ...within('48 hours'), term: 'five-days' }),
      remedy('case', { effects: [{ target: 'decision', mode: 'none', norm }] }),
      {
        term: 'five-days',
        direction: 'person',
        starts: { event: 'ordered' },
        period: '5 days',
        calendar: 'every-day',
      },
    ]
    const { stops } = standing(blocks, 'filed 2014-02-06 remedy=pending', 'no filed', 'no waived')
    const [pending, inside] = ['pending', 'inside'].map((id) => stops.find((stop) => stop.remedy === id))
    expect(pending).toMatchObject({ seised: true, status: 'used_pending', withoutHearing: false, track: 'main' })
    expect(inside).toMatchObject({ seised: false, certain: true, withoutHearing: true, decidedWithin: '48 hours' })
    expect(inside?.deadline?.safe).toBe(parseMoment('2014-02-10T23:59', madrid))
    for (const key of ['decidedWithin', 'deadline', 'outcome', 'order']) expect(pending).not.toHaveProperty(key)
  })

  it('is the name of the body from the first day of its new name on', () => {
    const renamed = {
      body: 'b',
      title: { en: 'Old' },
      jurisdiction: 'ES',
      strength: 'domestic-court',
      channels: [],
      renamed: [{ from: '2012-01-01', title: { en: 'New' }, norm }],
    } as unknown as Parameters<typeof bodyTitle>[0]
    const on = (at: string): string => bodyTitle(renamed, parseMoment(at, 'UTC')).en
    expect([on('2011-12-31T23:59'), on('2012-01-01T00:00')]).toEqual(['Old', 'New'])
    expect(bodyTitle(undefined, 0).en).toBe('(unnamed body)')
  })

  it('is a way in from its first minute to the one before its last day', () => {
    const registry = {
      channels: [{ channel: { en: 'Fax' }, from: '2012-01-01', until: '2014-01-01', norm }],
    } as unknown as Parameters<typeof channelsAt>[0]
    const on = (at: string): number => channelsAt(registry, parseMoment(at, 'UTC')).length
    expect(['2011-12-31T23:59', '2012-01-01T00:00', '2013-12-31T23:59', '2014-01-01T00:00'].map(on)).toEqual([
      0, 1, 1, 0,
    ])
    expect(channelsAt(undefined, 0)).toEqual([])
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
