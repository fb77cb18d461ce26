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
})
