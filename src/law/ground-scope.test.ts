import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { evaluateCase } from './evaluate.ts'
import { latestRounds, mayApply } from './ground.ts'
import { condition, given, lawOf, madrid, occurrence, remedy, term, withEvents } from './testing.ts'

const day = '2014-02-10'

describe('lists kept for one proceeding', () => {
  const stages = [
    { stage: 'main.heard', track: 'main', order: 1, reached: ['hearing'] },
    { stage: 'main.stayed', track: 'main', order: 2, reached: ['stay-ordered issuer=court'] },
    { stage: 'other.stayed', track: 'other', order: 1, reached: ['stay-ordered issuer=chamber'] },
  ]
  const list = (type: string, more: object = {}) => ({
    id: 'list',
    type,
    where: {},
    track: 'main',
    round: 1,
    through: Infinity,
    because: 'served on us',
    ...more,
  })
  const withList = (type: string, more: object = {}) => ({ ...given(day), complete: [list(type, more)] })

  it('speak for the track they belong to', () => {
    expect(condition('hearing', withList('hearing'), ...stages)).toBe('false')
    expect(condition('hearing', withList('*'), ...stages)).toBe('false')
  })

  it('do not speak for another track', () => {
    expect(condition('hearing', withList('hearing', { track: 'other' }), ...stages)).toBe('unknown')
    expect(condition('hearing', withList('*', { track: 'other' }), ...stages)).toBe('unknown')
  })

  it('do not speak of an event that may happen in another track as well', () => {
    expect(condition('stay-ordered', withList('stay-ordered'), ...stages)).toBe('unknown')
  })

  it('speak of such an event together, when each of its tracks has one', () => {
    const both = {
      ...given(day),
      complete: [list('stay-ordered'), list('stay-ordered', { id: 'other-list', track: 'other' })],
    }
    expect(condition('stay-ordered', both, ...stages)).toBe('false')
  })

  it('speak of such an event where its attributes leave only their own track', () => {
    expect(condition('stay-ordered issuer=court', withList('stay-ordered'), ...stages)).toBe('false')
    expect(condition('stay-ordered issuer=chamber', withList('stay-ordered'), ...stages)).toBe('unknown')
  })

  it('do not speak of an event that no stage of theirs knows', () => {
    expect(condition('noise', withList('*'), ...stages)).toBe('unknown')
  })

  it('speak of remedies of their own track only', () => {
    const remedies = [remedy('appeal'), remedy('review', { track: 'other' })]
    expect(condition('filed remedy=appeal', withList('filed'), ...remedies)).toBe('false')
    expect(condition('filed remedy=review', withList('filed'), ...remedies)).toBe('unknown')
  })

  it('end on their day: afterwards they say nothing', () => {
    expect(
      condition('hearing', withList('hearing', { through: parseMoment('2014-02-09', madrid) }), ...stages),
    ).toBe('unknown')
    expect(
      condition('hearing', withList('hearing', { through: parseMoment('2014-02-10', madrid) }), ...stages),
    ).toBe('false')
  })

  it('kept for a track speak for whichever round is looked at', () => {
    const { round: _, ...everyRound } = list('hearing')
    const second = occurrence('arrest', '2014-01-05', { track: 'main', round: 2 })
    const situation = { ...withEvents(given(day), second), complete: [everyRound] }
    expect(condition('hearing', situation, ...stages)).toBe('false')
  })

  it('kept for the first round do not speak for the second', () => {
    const second = occurrence('arrest', '2014-02-01', { track: 'main', round: 2 })
    expect(condition('hearing', withEvents(withList('hearing'), second), ...stages)).toBe('unknown')
    expect(condition('hearing', withEvents(withList('hearing', { round: 2 }), second), ...stages)).toBe('false')
  })
})

describe('rounds of one track', () => {
  const first = occurrence('ordered', '2010-05-01', { track: 'main', round: 1 })
  const second = occurrence('arrest', '2014-01-05', { track: 'main', round: 2 })

  it('an event of an earlier round is not one of the latest', () => {
    expect(condition('ordered', withEvents(given(day), first))).toBe('true')
    expect(condition('ordered', withEvents(given(day), first, second))).toBe('unknown')
  })

  it('before the second began, the first is the latest', () => {
    expect(condition('ordered', withEvents(given('2013-12-31'), first, second))).toBe('true')
  })

  it('events of no round are seen from every round', () => {
    expect(condition('hearing', withEvents(given(day, 'hearing 2009-01-01'), first, second))).toBe('true')
  })

  it('a second round in one track leaves the other tracks alone', () => {
    expect(
      condition(
        'hearing',
        withEvents(given(day), second, occurrence('hearing', '2013-01-01', { track: 'other', round: 1 })),
      ),
    ).toBe('true')
  })

  it('what is denied begins no round', () => {
    expect(condition('ordered', withEvents(given(day), first, { ...second, occurred: 'false' }))).toBe('true')
  })

  it('an event dated only by when it was heard of begins no round before that', () => {
    const heardOf = occurrence('arrest', '../2014-01-05', { track: 'main', round: 2 })
    expect(latestRounds(withEvents(given('2013-06-01'), first, heardOf))).toEqual({ main: 1 })
    expect(latestRounds(withEvents(given('2014-01-05'), first, heardOf))).toEqual({ main: 2 })
  })

  it('a round begins with the first day on which its event may have happened, or at any time when it has none', () => {
    const inMonth = occurrence('arrest', '2014-02', { track: 'main', round: 2 })
    expect(latestRounds(withEvents(given('2014-01-31'), first, inMonth))).toEqual({ main: 1 })
    expect(latestRounds(withEvents(given(day), first, inMonth))).toEqual({ main: 2 })
    const undated = occurrence('arrest', undefined, { track: 'main', round: 3 })
    expect(latestRounds(withEvents(given(day), undated, first))).toEqual({ main: 3 })
  })

  it('what is in no round of a track, or in no track, begins none', () => {
    const { round: _, ...noRound } = second
    const { track: __, ...noTrack } = second
    expect(latestRounds(withEvents(given(day), first, noRound, noTrack))).toEqual({ main: 1 })
  })

  it('another round can be asked for by name', () => {
    const law = lawOf({ rule: 'was-ordered', when: ['ordered'] })
    const situation = withEvents(given(day), first, second)
    expect(evaluateCase(law, situation, { main: 1 }).of('was-ordered')).toBe('true')
    expect(evaluateCase(law, situation).of('was-ordered')).toBe('unknown')
  })
})

describe('a track', () => {
  const track = (id: string, ...applies: readonly unknown[]) => ({
    track: id,
    jurisdiction: 'ES',
    applies,
    question: { en: '?' },
    domestic: true,
  })
  const law = lawOf(
    track('here', { fact: 'sending-state', is: 'ES' }, 'ordered'),
    track('grown-up', { not: { fact: 'minor' } }),
    track('either', { any: [{ fact: 'sending-state', is: 'FR' }] }),
    track('among', { fact: 'sending-state', in: ['FR', 'IT'] }),
  )
  const may = (id: string, ...lines: readonly string[]): boolean =>
    mayApply(evaluateCase(law, given(day, ...lines)).ground, id)

  it('may be for the case unless a fact of it says otherwise', () => {
    expect([may('here'), may('here', 'no ordered'), may('here', 'sending-state=FR', 'ordered 2014-02-01')]).toEqual(
      [true, true, false],
    )
    expect([may('among'), may('among', 'sending-state=IT')]).toEqual([false, true])
    expect([may('grown-up'), may('grown-up', 'minor=no'), may('grown-up', 'minor=yes')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is not ruled out by conditions that ask for more than a fact', () => {
    expect(may('either')).toBe(true)
  })
})

describe('versions of a norm', () => {
  const versions = (anchor: string) => [
    { rule: 'old', concludes: 'result', until: '2014-02-01', anchor, when: ['arrest'] },
    { rule: 'new', concludes: 'result', from: '2014-02-01', anchor, when: ['hearing'] },
  ]
  const asked = (anchor: string, at: string, ...lines: string[]) =>
    condition({ holds: 'result' }, given(at, ...lines), ...versions(anchor))

  it('by the day asked: the last day of the old, the first of the new', () => {
    expect(asked('at', '2014-01-31', 'arrest 2013-01-01', 'no hearing')).toBe('true')
    expect(asked('at', '2014-02-01', 'arrest 2013-01-01', 'no hearing')).toBe('false')
    expect(asked('at', '2014-01-31T23:59', 'arrest 2013-01-01', 'no hearing')).toBe('true')
    expect(asked('at', '2014-02-01T00:00', 'arrest 2013-01-01', 'no hearing')).toBe('false')
    expect(asked('at', '2014-02-01T00:00', 'no arrest', 'hearing 2014-01-15')).toBe('true')
  })

  it('by an event: the version of its day, whatever the day asked', () => {
    expect(asked('filed', day, 'filed 2014-01-31', 'arrest 2013-01-01', 'no hearing')).toBe('true')
    expect(asked('filed', day, 'filed 2014-02-01', 'arrest 2013-01-01', 'no hearing')).toBe('false')
  })

  it('by an event that has not happened: the version of the day asked', () => {
    expect(asked('filed', day, 'arrest 2013-01-01', 'no hearing')).toBe('false')
    expect(asked('filed', '2014-01-15', 'filed 2014-02-05', 'arrest 2013-01-01', 'no hearing')).toBe('true')
  })

  it('by an event whose month straddles the change: unknown where the versions differ', () => {
    expect(asked('filed', day, 'filed 2014-01-20/2014-02-05', 'arrest 2013-01-01', 'no hearing')).toBe('unknown')
    expect(asked('filed', day, 'filed 2014-01-20/2014-02-05', 'no arrest', 'no hearing')).toBe('false')
  })

  it('by an event without a date: unknown, not the version of the day asked', () => {
    expect(asked('filed', day, 'filed', 'arrest 2013-01-01', 'no hearing')).toBe('unknown')
  })

  it('by an event that may or may not have happened: both it and the day asked count', () => {
    expect(asked('filed', day, 'contested filed 2014-01-15', 'arrest 2013-01-01', 'no hearing')).toBe('unknown')
    expect(asked('filed', day, 'contested filed 2014-02-05', 'arrest 2013-01-01', 'no hearing')).toBe('false')
  })

  it('a denied event chooses no version', () => {
    const denied = occurrence('filed', '2014-01-15', { occurred: 'false' })
    expect(
      condition(
        { holds: 'result' },
        withEvents(given(day, 'arrest 2013-01-01', 'no hearing'), denied),
        ...versions('filed'),
      ),
    ).toBe('false')
  })

  it('of several such events, by the last that is certain, whatever is contested before it', () => {
    const lines = ['filed 2014-02-03', 'contested filed 2014-01-15', 'arrest 2013-01-01', 'no hearing'] as const
    expect(asked('filed', day, ...lines)).toBe('false')
  })

  it('of several such events, by the last', () => {
    expect(asked('filed', day, 'filed 2014-01-15', 'filed 2014-02-03', 'arrest 2013-01-01', 'no hearing')).toBe(
      'false',
    )
  })
})

describe('a time limit as a condition', () => {
  const passed =
    (...lines: string[]) =>
    (at: string) =>
      condition({ passed: 'five-days' }, given(at, ...lines), term('five-days'))
  const running =
    (...lines: string[]) =>
    (at: string) =>
      condition({ running: 'five-days' }, given(at, ...lines), term('five-days'))
  const known = ['ordered 2014-02-03 notified=2014-02-05']

  it('runs through its last day and is over the day after', () => {
    expect([passed(...known)('2014-02-10'), running(...known)('2014-02-10')]).toEqual(['false', 'true'])
    expect([passed(...known)('2014-02-11'), running(...known)('2014-02-11')]).toEqual(['true', 'false'])
  })

  it('is never over while the notification is not known', () => {
    expect(passed('ordered 2014-02-03')('2014-02-06')).toBe('false')
    expect(passed('ordered 2014-02-03')('2020-01-01')).toBe('unknown')
  })

  it('is unknown while nothing is recorded, and not over when it surely has not begun', () => {
    expect(passed()('2014-02-06')).toBe('unknown')
    expect(passed('no ordered')('2014-02-06')).toBe('false')
    expect(running('no ordered')('2014-02-06')).toBe('false')
  })

  it('is open between the earliest and the latest possible end', () => {
    const month = passed('ordered 2014-01-02 notified=2014-01')
    expect([month('2014-01-06'), month('2014-01-10'), month('2014-02-05'), month('2014-02-06')]).toEqual([
      'false',
      'unknown',
      'unknown',
      'true',
    ])
  })

  it('is open while a start without a date may be the only one, and over for no start that is contested', () => {
    expect(passed('contested ordered 2014-02-08 notified=2014-02-08', 'ordered')('2014-02-10')).toBe('unknown')
    expect(passed('contested ordered 2014-01-03 notified=2014-01-05')('2014-02-10')).toBe('unknown')
    expect(passed('contested ordered 2014-02-08 notified=2014-02-08')('2014-02-10')).toBe('false')
  })

  it('is not over when a start without a date may have begun it anew', () => {
    expect(passed(...known, 'ordered')('2014-03-01')).toBe('unknown')
  })

  it('is not over when a contested start may have begun it anew', () => {
    expect(passed(...known, 'contested ordered 2014-02-20 notified=2014-02-20')('2014-02-24')).toBe('unknown')
    expect(passed(...known, 'contested ordered 2014-02-20 notified=2014-02-20')('2014-02-26')).toBe('true')
  })
})

describe('what is contested beside what is not known', () => {
  const stay = 'contested stay-ordered 2014-02-01'
  it.each<[string, unknown, string[], string]>([
    [
      'a contested stay of which nobody knows whether it was lifted is contested, not gone',
      { happened: 'stay-ordered', notSince: 'stay-lifted' },
      [stay],
      'contested',
    ],
    ['contested and unknown is contested', { all: ['stay-ordered', 'hearing'] }, [stay], 'contested'],
    ['contested or unknown is contested', { any: ['stay-ordered', 'hearing'] }, [stay], 'contested'],
    ['contested and not so is not so', { all: ['stay-ordered', 'hearing'] }, [stay, 'no hearing'], 'false'],
    ['contested or so is so', { any: ['stay-ordered', 'hearing'] }, [stay, 'hearing 2014-02-01'], 'true'],
    ['not contested-and-unknown is contested', { not: { all: ['stay-ordered', 'hearing'] } }, [stay], 'contested'],
  ])('%s', (_, asked, lines, expected) => {
    expect(condition(asked, given(day, ...lines))).toBe(expected)
  })
})
