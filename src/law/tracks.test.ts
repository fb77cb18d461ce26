import { describe, expect, it } from 'vitest'
import type { Proceeding, Situation } from './situation.ts'
import { standingOf } from './standing.ts'
import { type Block, given, lawOf, occurrence, remedy, withEvents } from './testing.ts'
import type { TrackState } from './tracks.ts'

const day = '2014-02-10'
const stages: Block[] = [
  {
    stage: 'arrested',
    track: 'main',
    order: 1,
    reached: ['arrest'],
    next: { who: { en: 'the court' }, what: { en: 'hears' }, within: 'five-days' },
  },
  { stage: 'heard', track: 'main', order: 2, reached: ['hearing'] },
  { stage: 'over', track: 'main', order: 9, reached: ['handed-over'], ends: true },
  remedy('appeal'),
  remedy('review', { track: 'other' }),
  { term: 'five-days', direction: 'state', starts: { event: 'arrest' }, period: '5 days', calendar: 'every-day' },
]
const tracks = (situation: Situation): readonly TrackState[] =>
  standingOf(lawOf(...stages), situation).standing.tracks
const main = (situation: Situation): TrackState => {
  const found = tracks(situation).find((track) => track.id === 'main')
  if (found === undefined) throw new Error('There is no main track.')
  return found
}

describe('where a case stands on a track', () => {
  it('is the last stage reached, with who acts next', () => {
    expect(main(given(day, 'arrest 2014-01-01', 'no hearing'))).toMatchObject({
      stage: { id: 'arrested', ended: false },
      next: { who: { en: 'the court' }, within: 'five-days' },
    })
    expect(main(given(day, 'arrest 2014-01-01', 'hearing 2014-02-01'))).toMatchObject({
      stage: { id: 'heard' },
      next: null,
    })
  })

  it('is a later stage although an earlier one is not recorded', () => {
    expect(main(given(day, 'hearing 2014-02-01')).stage?.id).toBe('heard')
  })

  it('was an earlier one on an earlier day', () => {
    expect(main(given('2014-01-15', 'arrest 2014-01-01', 'hearing 2014-02-01')).stage?.id).toBe('arrested')
  })

  it('names the later stages that may have been reached', () => {
    expect(main(given(day, 'arrest 2014-01-01', 'no hearing')).stage?.perhaps.map((s) => s.id)).toEqual(['over'])
    expect(
      main(given(day, 'arrest 2014-01-01', 'contested hearing 2014-02-01', 'no handed-over')).stage?.perhaps.map(
        (s) => s.id,
      ),
    ).toEqual(['heard'])
  })

  it('is over at a stage that ends it, and nothing may come after', () => {
    expect(main(given(day, 'arrest 2014-01-01', 'handed-over 2014-02-01')).stage).toMatchObject({
      id: 'over',
      ended: true,
      perhaps: [],
    })
  })

  it('is none while nothing is recorded; the question of the track is then asked first', () => {
    expect(main(given(day))).toMatchObject({
      stage: null,
      recorded: false,
      question: { en: 'Is there a main case?' },
    })
    expect(
      standingOf(lawOf(...stages), given(day))
        .standing.unknowns.slice(0, 2)
        .map((q) => q.text?.en),
    ).toEqual(['Is there a main case?', 'Is there another case?'])
  })

  it('several tracks stand side by side', () => {
    const found = tracks(given(day, 'arrest 2014-01-01', 'filed 2014-02-01 remedy=review'))
    expect(found.map((t) => [t.id, t.recorded, t.stage?.id])).toEqual([
      ['main', true, 'arrested'],
      ['other', true, undefined],
    ])
  })

  it('a track that is not for this case is left out', () => {
    expect(tracks(given(day, 'sending-state=FR'))).toEqual([])
  })

  it('a track of which it is not known whether it is for this case stays in', () => {
    expect(tracks({ ...given(day), facts: {} })).toHaveLength(2)
  })
})

describe('what is on record of a track', () => {
  const other = (situation: Situation): TrackState | undefined =>
    tracks(situation).find((track) => track.id === 'other')

  it('are events of its remedies or its own, up to the minute asked about, dated or not', () => {
    expect(other(given(day, 'filed 2014-02-10 remedy=review'))?.recorded).toBe(true)
    expect(other(given('2014-02-10T12:00', 'filed 2014-02-10T12:00 remedy=review'))?.recorded).toBe(true)
    expect(other(given(day, 'filed remedy=review'))?.recorded).toBe(true)
    expect(other(given(day, 'filed 2014-02-11 remedy=review'))?.recorded).toBe(false)
    expect(other(withEvents(given(day), occurrence('noise', '2014-02-01', { track: 'other' })))?.recorded).toBe(
      true,
    )
  })

  it('are none of another track', () => {
    expect(other(given(day, 'filed 2014-02-01 remedy=appeal', 'noise 2014-02-01'))?.recorded).toBe(false)
    const elsewhere = occurrence('filed', '2014-02-01', { track: 'main', attributes: { remedy: 'review' } })
    expect(other(withEvents(given(day), elsewhere))?.recorded).toBe(false)
  })

  it('a stage that only a step of another track reaches does not show that this one has begun', () => {
    const of = (track: string): Situation => withEvents(given(day), occurrence('arrest', '2014-02-01', { track }))
    expect(main(of('other'))).toMatchObject({ recorded: false, stage: null, next: null })
    expect(main(of('main')).stage?.id).toBe('arrested')
    expect(main(given(day, 'arrest 2014-02-01')).stage?.id).toBe('arrested')
    const own = occurrence('hearing', '2014-02-03', { track: 'main' })
    expect(main(withEvents(of('other'), own)).stage?.id).toBe('heard')
  })

  it('is its first round while no other is named', () => {
    expect(other(given(day))).toMatchObject({ round: 1, earlier: [] })
  })
})

describe('the stages of a track', () => {
  const stage = (id: string, order: number, reached: string, more: Block = {}): Block => ({
    stage: id,
    track: 'main',
    order,
    reached: [reached],
    ...more,
  })
  const at = (blocks: readonly Block[], ...lines: readonly string[]) =>
    standingOf(lawOf(...blocks), given(day, ...lines)).standing.tracks.find((track) => track.id === 'main')

  it('go by their numbers, in whatever order a pack lists them', () => {
    const blocks = [stage('third', 3, 'hearing'), stage('first', 1, 'arrest'), stage('second', 2, 'asked')]
    expect(at(blocks, 'arrest 2014-01-01', 'asked 2014-01-02', 'hearing 2014-01-03')?.stage?.id).toBe('third')
  })

  it('that may come are those after the one reached, not those before it or beside it', () => {
    const next = { who: { en: 'the court' }, what: { en: 'decides' } }
    const blocks = [
      stage('before', 1, 'arrest'),
      stage('reached', 2, 'asked', { next }),
      stage('beside', 2, 'granted'),
      stage('after', 3, 'hearing'),
    ]
    const found = at(blocks, 'asked 2014-01-02')
    expect(found?.stage?.perhaps.map(({ id }) => id)).toEqual(['after'])
    expect(found?.next).toStrictEqual(next)
  })

  it('end with the one that ends it, whatever else is known', () => {
    const blocks = [stage('over', 2, 'asked', { ends: true }), stage('after', 3, 'hearing')]
    expect(at(blocks, 'asked 2014-01-02')?.stage).toMatchObject({ ended: true, perhaps: [] })
  })

  it('bear the words of the version in force, or of the first where none is', () => {
    const blocks = [
      stage('heard', 1, 'hearing', { title: { en: 'Old' }, until: '2014-01-01', anchor: 'hearing' }),
      stage('heard', 1, 'hearing', { title: { en: 'New' }, from: '2014-02-01', anchor: 'hearing' }),
      stage('gone', 2, 'handed-over', { title: { en: 'Gone' }, until: '2014-01-01' }),
    ]
    expect(at(blocks, 'hearing 2013-12-01')?.stage?.title.en).toBe('Old')
    expect(at(blocks, 'hearing 2014-02-02')?.stage?.title.en).toBe('New')
    expect(at(blocks, 'hearing 2014-02-02')?.stage?.perhaps).toEqual([])
    expect(at(blocks, 'hearing 2014-01-15')?.stage).toBeNull()
  })
})

describe('rounds of a track', () => {
  const first = occurrence('handed-over', '2010-01-01', { track: 'main', round: 1 })
  const again = occurrence('arrest', '2014-01-01', { track: 'main', round: 2 })

  it('the second stands for itself, and the first is told as an earlier one', () => {
    expect(main(withEvents(given(day), first, again))).toMatchObject({
      round: 2,
      stage: { id: 'arrested' },
      earlier: [{ round: 1, stage: { id: 'over', ended: true } }],
    })
  })

  it('before the second began there is only the first', () => {
    expect(main(withEvents(given('2013-01-01'), first, again))).toMatchObject({
      round: 1,
      stage: { id: 'over' },
      earlier: [],
    })
  })

  it('events of the first do not reach a stage of the second', () => {
    expect(
      main(withEvents(given(day), occurrence('hearing', '2010-01-01', { track: 'main', round: 1 }), again)).stage
        ?.id,
    ).toBe('arrested')
  })

  it('events of the second do not reach a stage of the first', () => {
    const heard = occurrence('hearing', '2009-01-01', { track: 'main', round: 1 })
    expect(
      main(withEvents(given(day), heard, occurrence('handed-over', '2014-01-01', { track: 'main', round: 2 }))),
    ).toMatchObject({ stage: { id: 'over' }, earlier: [{ stage: { id: 'heard' } }] })
  })
})

describe('proceedings that are pending', () => {
  const proceeding = (id: string): Proceeding => ({ id, track: 'main', round: 1, title: id })
  const filing = (more: object) =>
    occurrence('filed', '2014-02-05', { attributes: { remedy: 'appeal' }, track: 'main', round: 1, ...more })
  const pending = (situation: Situation): string[] =>
    main({ ...situation, proceedings: [proceeding('p1'), proceeding('p2')] }).pending.map((p) => p.id)

  it('are those in which a remedy was filed that is not decided', () => {
    expect(pending(withEvents(given(day), filing({ proceeding: 'p1' })))).toEqual(['p1'])
  })

  it('are not those in which the filing is denied, or still to come', () => {
    const real = filing({ id: 'real', proceeding: 'p1' })
    expect(pending(withEvents(given(day), real, filing({ proceeding: 'p2', occurred: 'false' })))).toEqual(['p1'])
    expect(
      pending(
        withEvents(given('2014-02-08'), real, {
          ...occurrence('filed', '2014-03-01'),
          attributes: { remedy: 'appeal' },
          proceeding: 'p2',
        }),
      ),
    ).toEqual(['p1'])
  })

  it('are those of their own track', () => {
    const situation = withEvents(given(day, 'no decided', 'no withdrawn'), filing({ proceeding: 'p1' }))
    const [, other] = tracks({ ...situation, proceedings: [proceeding('p1')] })
    expect([other?.id, other?.pending]).toEqual(['other', []])
  })

  it('are none once it is decided', () => {
    expect(
      pending(withEvents(given(day, 'decided 2014-02-08 remedy=appeal'), filing({ proceeding: 'p1' }))),
    ).toEqual([])
  })
})
