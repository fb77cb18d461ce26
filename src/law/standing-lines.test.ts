import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { type Question, type Standing, standingOf } from './standing.ts'
import { type Block, given, lawOf, madrid, remedy, term } from './testing.ts'

const day = '2014-02-10'
const standing = (blocks: readonly Block[], ...lines: readonly string[]): Standing =>
  standingOf(lawOf(...blocks), given(day, ...lines)).standing
const limited = [remedy('appeal', { term: 'five-days' }), term('five-days')]

describe('the line of a remedy', () => {
  it('has its deadline where it has a time limit, and none where it has not', () => {
    const lines = standing([...limited, remedy('free')], 'ordered 2014-02-07 notified=2014-02-08').remedies
    expect(lines.map(({ id, deadline }) => [id, deadline?.safe])).toEqual([
      ['appeal', parseMoment('2014-02-13T23:59', madrid)],
      ['free', undefined],
    ])
  })

  it('says why it is closed, how it was decided, and what it would be without a dispute', () => {
    const because = { en: 'Refused.' }
    const closes = [{ when: 'refused', status: 'moot', because }]
    const blocks = [remedy('closed', { closes }), remedy('used'), remedy('open')]
    const [closed, used, open] = standing(
      blocks,
      'ordered 2014-02-05',
      'refused 2014-02-06',
      'filed 2014-02-06 remedy=used',
      'decided 2014-02-07 remedy=used outcome=dismissed',
    ).remedies
    expect(closed).toMatchObject({ status: 'moot', because })
    expect(used).toMatchObject({ status: 'used_decided', outcome: 'dismissed' })
    expect(open).toMatchObject({ status: 'open', effects: [{ target: 'transfer', mode: 'on-request' }] })
    for (const key of ['because', 'outcome', 'otherwise']) expect(open).not.toHaveProperty(key)
    expect(standing([remedy('a')], 'contested ordered 2014-02-05').remedies[0]?.otherwise).toBe('open')
  })
})

describe('the line of a duty or a bar', () => {
  const lasts = { en: 'until lifted' }
  const duty = (id: string, title: string, more: Block): Block => ({
    duty: id,
    title: { en: title },
    bearer: 'sending-state',
    binding: 'binding',
    when: ['stay-ordered'],
    lasts,
    ...more,
  })
  const bar = (id: string, title: string, more: Block): Block => ({
    bar: id,
    title: { en: title },
    bars: 'transfer',
    force: 'mandatory',
    when: ['stay-ordered'],
    ...more,
  })

  it('bears the words of its own version in force, once', () => {
    const versions = (make: typeof duty): Block[] => [
      make('third', 'Third', {}),
      make('one', 'Old', { until: '2014-01-01' }),
      make('one', 'New', { from: '2014-01-01' }),
    ]
    const found = standing([...versions(duty)], 'stay-ordered 2014-02-01', 'no stay-lifted')
    expect(found.duties.map((line) => [line.id, line.duty.en, line.status])).toEqual([
      ['third', 'Third', 'binds'],
      ['one', 'New', 'binds'],
    ])
    expect(
      standing([...versions(bar)], 'stay-ordered 2014-02-01').bars.map((line) => [line.id, line.title.en]),
    ).toEqual([
      ['third', 'Third'],
      ['one', 'New'],
    ])
  })
})

describe('a duty that several orders can bring about', () => {
  const either: Block = {
    duty: 'bound',
    bearer: 'sending-state',
    binding: 'binding',
    when: [
      {
        any: [
          { happened: 'stay-ordered', notSince: 'stay-lifted' },
          { happened: 'granted', notSince: 'refused' },
        ],
      },
    ],
    lasts: { en: 'until lifted' },
  }
  const status = (...lines: readonly string[]): string | undefined => standing([either], ...lines).duties[0]?.status

  it('is not taken to bind as recorded by the one that is recorded as lifted', () => {
    const lifted = ['stay-ordered 2014-02-01', 'stay-lifted 2014-02-05']
    expect(status(...lifted)).toBe('unknown')
    expect(status(...lifted, 'granted 2014-02-06')).toBe('binds_as_recorded')
    expect(status('stay-ordered 2014-02-01')).toBe('binds_as_recorded')
  })
})

describe('a norm that is no longer in force', () => {
  it('gives neither a duty nor a bar', () => {
    const old = { until: '2014-01-01', when: ['stay-ordered'] }
    const found = standing(
      [
        { duty: 'd', bearer: 'sending-state', binding: 'binding', lasts: { en: 'x' }, ...old },
        { bar: 'b', bars: 'transfer', force: 'mandatory', ...old },
      ],
      'stay-ordered 2014-02-01',
    )
    expect([found.duties, found.bars]).toEqual([[], []])
  })

  it('is shown with its own words where it is not known which version applies', () => {
    const version = { title: { en: 'Old' }, when: ['stay-ordered'], until: '2014-01-01', anchor: 'hearing' }
    const found = standing(
      [
        { duty: 'd', bearer: 'sending-state', binding: 'binding', lasts: { en: 'x' }, ...version },
        { bar: 'b', bars: 'transfer', force: 'mandatory', ...version },
      ],
      'stay-ordered 2014-02-01',
      'hearing ../2014-02-05',
    )
    expect(found.duties.map((line) => [line.duty.en, line.status])).toEqual([['Old', 'unknown']])
    expect(found.bars.map((line) => [line.title.en, line.applies])).toEqual([['Old', 'unknown']])
  })
})

describe('a bar on which authorities differ', () => {
  it('says so, with the positions taken by the day of knowledge', () => {
    const position = (id: string, date: string, supports: string): Block => ({
      position: id,
      says: { en: id },
      authority: 'A court',
      date,
      supports,
      checked: 'official',
    })
    const point: Block = {
      point: 'reach',
      question: { en: 'Does it reach so far?' },
      positions: [position('early', '2013-01-01', 'yes'), position('late', '2014-05-01', 'no')],
    }
    const bar: Block = {
      bar: 'b',
      bars: 'transfer',
      force: 'mandatory',
      when: ['stay-ordered'],
      disputed: ['reach'],
    }
    const [line] = standing([point, bar], 'stay-ordered 2014-02-01').bars
    expect(line?.disputed.map((one) => [one.point.point, one.positions.map((p) => p.position)])).toEqual([
      ['reach', ['early']],
    ])
  })
})

describe('the questions of a standing', () => {
  const questions = (blocks: readonly Block[], ...lines: readonly string[]): readonly Question[] =>
    standing(blocks, ...lines).unknowns
  const asked = (found: readonly Question[]): string[] =>
    found.flatMap(({ atom, urgency, moves }) =>
      atom.kind === 'happened' || atom.kind === 'after' ? [`${urgency} ${atom.pattern.type} ${moves.join()}`] : [],
    )
  const track = (id: string, domestic: boolean): Block => ({
    track: id,
    jurisdiction: domestic ? 'ES' : 'international',
    applies: [{ fact: 'sending-state', is: 'ES' }],
    question: { en: `Is there ${id}?` },
    domestic,
  })

  it('ask of a silent track, a domestic one first, and not of one that is on record', () => {
    const found = questions(
      [track('abroad', false), track('at-home', true), remedy('appeal')],
      'filed 2014-02-06 remedy=appeal',
      'no decided',
      'no withdrawn',
    )
    const silent = found.filter(({ text }) => text !== undefined)
    expect(silent.map(({ moves, urgency, text }) => [moves[0], urgency, text?.en])).toEqual([
      ['at-home', 'stop', 'Is there at-home?'],
      ['other', 'stop', 'Is there another case?'],
      ['abroad', 'other', 'Is there abroad?'],
    ])
  })

  it('ask once what became of a remedy, and when a notice came on which its time limit hangs', () => {
    const found = questions(limited, 'ordered 2014-02-05')
    expect(
      asked(found)
        .filter((line) => line.endsWith('appeal'))
        .toSorted(),
    ).toEqual(['deadline ordered appeal', 'stop waived appeal'])
  })

  it('do not ask for the notice of a remedy that has been decided', () => {
    const lines = [
      'ordered 2014-02-05',
      'filed 2014-02-06 remedy=appeal',
      'decided 2014-02-07 remedy=appeal',
    ] as const
    expect(asked(questions(limited, ...lines))).not.toContain('deadline ordered appeal')
  })

  it('come by urgency: what a stop hangs on before what only a right without effect on the transfer hangs on', () => {
    const custody = {
      effects: [
        { target: 'custody', mode: 'none', norm: { instrument: 'act', article: '1', checked: 'official' } },
      ],
    }
    const blocks = [
      remedy('a-silent', { ...custody, opens: ['hearing'] }),
      remedy('b-timed', { ...custody, opens: ['asked'], term: 'five-days' }),
      remedy('c-stop', { opens: ['arrest'] }),
      term('five-days', { starts: { event: 'asked' } }),
    ]
    const order = questions(blocks).filter(({ text }) => text === undefined)
    const first = (urgency: string): number => order.findIndex((question) => question.urgency === urgency)
    expect([first('stop'), first('stop') < first('deadline'), first('deadline') < first('other')]).toEqual([
      0,
      true,
      true,
    ])
  })

  const custody = {
    effects: [{ target: 'custody', mode: 'none', norm: { instrument: 'act', article: '1', checked: 'official' } }],
  }
  const untold = (blocks: readonly Block[], ...lines: readonly string[]): string[] =>
    asked(questions(blocks, ...lines).filter(({ text }) => text === undefined))
  const settledTracks = ['filed 2014-01-01 remedy=elsewhere', 'no filed', 'no decided', 'no withdrawn', 'no waived']

  it('are as urgent as the most urgent thing that the answer moves, in whatever order it is met', () => {
    const silent = remedy('a-silent', { ...custody, opens: ['asked'] })
    const stop = remedy('b-stop', { opens: ['asked'] })
    const urgent = 'stop asked a-silent,b-stop'
    expect(untold([silent, stop], ...settledTracks)).toContain(urgent)
    expect(untold([stop, silent], ...settledTracks)).toContain('stop asked b-stop,a-silent')
  })

  it('are of a deadline where the remedy has one and stops nothing, and of no urgency where it has none', () => {
    const blocks = [
      remedy('timed', { ...custody, opens: ['asked'], term: 'five-days' }),
      remedy('free', { ...custody, opens: ['hearing'] }),
      term('five-days', { starts: { event: 'asked' } }),
    ]
    expect(untold(blocks, ...settledTracks)).toEqual(['deadline asked timed', 'other hearing free'])
  })

  it('come in the order of the stops that they move, then of how much they move, then by name', () => {
    const committee: Block = {
      body: 'committee',
      title: { en: 'The Committee' },
      jurisdiction: 'international',
      strength: 'treaty-committee',
    }
    const blocks = [
      committee,
      remedy('a-weak', { body: 'committee', opens: ['arrest', 'noise', 'hearing'] }),
      remedy('b-strong', { opens: ['refused', 'noise', 'granted'] }),
      remedy('c-weak', { body: 'committee', opens: ['stay-lifted', 'hearing'] }),
    ]
    expect(untold(blocks, ...settledTracks)).toEqual([
      'stop noise a-weak,b-strong',
      'stop granted b-strong',
      'stop refused b-strong',
      'stop hearing a-weak,c-weak',
      'stop arrest a-weak',
      'stop stay-lifted c-weak',
    ])
  })

  it('are of a fact where the law asks for one', () => {
    const found = questions([remedy('appeal', { opens: [{ fact: 'risk', is: 'torture' }] })], ...settledTracks)
    expect(found.find(({ atom }) => atom.kind === 'fact')?.moves).toEqual(['appeal'])
  })

  it('ask what became of each remedy on its own, and apart from that for the notice of its decision', () => {
    const blocks = [
      remedy('first', { opens: ['arrest'] }),
      remedy('second', { opens: ['arrest'] }),
      remedy('third', { opens: ['decided remedy=first'], term: 'five-days' }),
      term('five-days', { starts: { event: 'decided remedy=first', moment: 'notified' } }),
    ]
    const told = ['arrest 2014-01-01', 'filed 2014-02-01 remedy=first', 'filed 2014-02-01 remedy=second']
    const found = questions(blocks, ...told, 'decided 2014-02-05 remedy=first outcome=dismissed')
    const words = found.flatMap(({ atom, moves }) =>
      atom.kind === 'happened' || atom.kind === 'after'
        ? [`${atom.pattern.where.map(([key, value]) => `${key}=${value}`).join(' ')} ${moves.join()}`]
        : [],
    )
    expect(words).toEqual(
      expect.arrayContaining([
        'remedy=second second',
        'remedy=third third',
        'remedy=first moment=notified event=given-5 third',
      ]),
    )
  })

  it('do not ask for the notice of a remedy that is out of time on another ground', () => {
    const closes = [{ when: 'refused', status: 'lapsed', because: { en: 'Too late.' } }]
    const blocks = [remedy('appeal', { term: 'five-days', closes }), term('five-days')]
    const notice = (...lines: readonly string[]): boolean =>
      untold(blocks, 'ordered 2014-02-05', ...settledTracks, ...lines).some((line) => line.includes('ordered'))
    expect([notice('no refused'), notice('refused 2014-02-06')]).toEqual([true, false])
  })
})
