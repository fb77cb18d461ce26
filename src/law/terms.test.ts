import { describe, expect, it } from 'vitest'
import { dayIn, isoDay } from '../record/index.ts'
import { evaluateCase } from './evaluate.ts'
import type { Situation } from './situation.ts'
import {
  ask,
  type Block,
  evaluated,
  given,
  lawOf,
  madrid,
  occurrence,
  problemsOf,
  term,
  withEvents,
} from './testing.ts'
import type { TermResult } from './terms.ts'

const limit = (moment: string) =>
  term('five-days', {
    starts: { event: 'ordered', moment: 'pronounced' },
    readings: [{ reading: 'from-service', moment, why: 'It was not read which one counts.' }],
  })
const law = lawOf(limit('notified'))
const told = 'ordered 2014-02-03 pronounced=2014-02-03 notified=2014-02-07'

function days(...lines: readonly string[]) {
  const { deadline } = evaluated(law, '2014-02-10', ...lines).ground.term('five-days')
  const day = (at: number | null): string | null => (at === null ? null : isoDay(dayIn(madrid, at)))
  return { safe: day(deadline.safe), latest: day(deadline.latest), deadline }
}

describe('a reading that counts from another moment of the event', () => {
  it('never moves the safe day later, and keeps the time limit from being over', () => {
    expect(days(told)).toMatchObject({ safe: '2014-02-08', latest: '2014-02-12' })
    expect(ask(law, given('2014-02-10', told), 'five-days.passed')).toBe('unknown')
    expect(ask(law, given('2014-02-13', told), 'five-days.passed')).toBe('true')
  })

  it('leaves the end open while its moment is not recorded', () => {
    expect(days('ordered 2014-02-03 pronounced=2014-02-03')).toMatchObject({ safe: '2014-02-08', latest: null })
  })

  it('makes the safe day earlier where its moment came first', () => {
    const { safe, latest } = days('ordered 2014-02-01 notified=2014-02-02 pronounced=2014-02-03')
    expect([safe, latest]).toEqual(['2014-02-07', '2014-02-08'])
  })

  it('is named in the count, which ends with one safe day', () => {
    const { deadline } = days(told)
    expect(deadline.readings.map(({ reading }) => reading)).toEqual([null, 'from-service'])
    const kinds = deadline.steps.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'safe')).toEqual(['safe'])
    expect(kinds.lastIndexOf('start')).toBeGreaterThan(kinds.indexOf('reading'))
  })

  it('has to name a moment that there is', () => {
    expect(problemsOf(limit('served')).map(({ what }) => what)).toEqual(['"served" is not a moment of an event.'])
  })
})

const dayOf = (at: number | null): string | null => (at === null ? null : isoDay(dayIn(madrid, at)))
const result = (more: Block, situation: Situation): TermResult =>
  evaluateCase(lawOf(term('five-days', more)), situation).ground.term('five-days')
/** Safe day and latest day. */
const ends = (more: Block, situation: Situation): (string | null)[] => {
  const { deadline } = result(more, situation)
  return [dayOf(deadline.safe), dayOf(deadline.latest)]
}

describe('a time limit that does not run while a request is pending', () => {
  const pending = { pausedWhile: [{ happened: 'asked', notSince: 'granted' }] }
  const started = 'ordered 2014-02-03 notified=2014-02-03'
  const on = (...lines: readonly string[]): (string | null)[] =>
    ends(pending, given('2014-02-10', started, ...lines))

  it('runs as usual where nothing was asked, or the asking is denied or still to come', () => {
    expect(on()).toEqual(['2014-02-08', '2014-02-08'])
    expect(on('asked 2014-02-20')).toEqual(['2014-02-08', '2014-02-08'])
    const denied = occurrence('asked', '2014-02-04', { occurred: 'false' })
    expect(ends(pending, withEvents(given('2014-02-10', started), denied))).toEqual(['2014-02-08', '2014-02-08'])
  })

  it('is longer by the days between, and the safe day by those that surely lie between', () => {
    expect(on('asked 2014-02-04', 'granted 2014-02-06')).toEqual(['2014-02-09', '2014-02-11'])
    expect(on('asked 2014-02-04T00:00', 'granted 2014-02-06T23:59')).toEqual(['2014-02-11', '2014-02-11'])
  })

  it('stands still up to the day asked while no answer is recorded, and its end is not known', () => {
    expect(on('asked 2014-02-04')).toEqual(['2014-02-14', null])
  })

  it('is not longer for certain by a request that is contested, doubtful or without a date', () => {
    expect(on('contested asked 2014-02-04', 'granted 2014-02-06')).toEqual(['2014-02-08', '2014-02-11'])
    expect(on('asked 2014-02-04/2014-02-06', 'granted 2014-02-05')).toEqual(['2014-02-08', '2014-02-10'])
    expect(on('asked')).toEqual(['2014-02-08', '2014-02-08'])
  })

  it('may run again from the first answer that there may have been', () => {
    expect(on('asked 2014-02-04', 'contested granted 2014-02-06', 'granted 2014-02-08')).toEqual([
      '2014-02-09',
      '2014-02-13',
    ])
    expect(on('asked 2014-02-04', 'granted')).toEqual(['2014-02-08', null])
  })

  it('is longer by the day on which it was asked and answered, and not for certain', () => {
    expect(on('asked 2014-02-04T10:00', 'granted 2014-02-04T10:00')).toEqual(['2014-02-08', '2014-02-09'])
  })

  it('is not ended by an answer before the request, one that is denied or one still to come', () => {
    expect(on('granted 2014-02-01', 'asked 2014-02-04', 'granted 2014-02-06')).toEqual(['2014-02-09', '2014-02-11'])
    expect(on('asked 2014-02-04', 'granted 2014-02-20')).toEqual(['2014-02-14', null])
  })

  it('stands still for good where the pack names nothing that ends it; only events make it stand still', () => {
    const situation = given('2014-02-10', started, 'asked 2014-02-04', 'granted 2014-02-06', 'minor=yes')
    for (const pausedWhile of [['asked'], [{ happened: 'asked' }]])
      expect(ends({ pausedWhile }, situation)).toEqual(['2014-02-14', null])
    expect(ends({ pausedWhile: [{ fact: 'minor' }] }, situation)).toEqual(['2014-02-08', '2014-02-08'])
  })
})

describe('of several starts', () => {
  const either = { starts: { event: 'ordered', moment: 'notified', or: [{ event: 'decided' }] } }
  const on = (...lines: readonly string[]): (string | null)[] => ends(either, given('2014-02-20', ...lines))

  it('the last one counts, whichever of its events it is', () => {
    expect(on('ordered 2014-02-03 notified=2014-02-03', 'decided 2014-02-05')).toEqual(['2014-02-10', '2014-02-10'])
    expect(on('decided 2014-02-05', 'ordered 2014-02-06 notified=2014-02-07')).toEqual(['2014-02-12', '2014-02-12'])
    expect(on('ordered 2014-02-07 notified=2014-02-07', 'ordered 2014-02-03 notified=2014-02-03')).toEqual([
      '2014-02-12',
      '2014-02-12',
    ])
  })

  it('none counts that is denied or still to come', () => {
    expect(on('decided 2014-02-05', 'decided 2014-03-05')).toEqual(['2014-02-10', '2014-02-10'])
    const denied = occurrence('decided', '2014-02-08', { occurred: 'false' })
    expect(ends(either, withEvents(given('2014-02-20', 'decided 2014-02-05'), denied))).toEqual([
      '2014-02-10',
      '2014-02-10',
    ])
  })

  it('each that may be the last is counted, from the last that is certain on', () => {
    expect(on('decided 2014-02-05', 'contested decided 2014-02-08')).toEqual(['2014-02-10', '2014-02-13'])
    expect(on('decided 2014-02-05', 'decided 2014-02-01/2014-02-08')).toEqual(['2014-02-10', '2014-02-13'])
    expect(on('contested decided 2014-02-08', 'decided 2014-02-05')).toEqual(['2014-02-10', '2014-02-13'])
    expect(on('decided 2014-02-05', 'contested decided 2014-02-01')).toEqual(['2014-02-10', '2014-02-10'])
    const lines = ['decided 2014-02-05', 'contested decided 2014-02-08'] as const
    const { deadline } = result(either, given('2014-02-20', ...lines))
    expect([deadline.started, deadline.readings.length]).toEqual(['true', 2])
  })

  it('one that may be the last and whose notification is not known leaves the end open', () => {
    const { deadline } = result(either, given('2014-02-20', 'decided 2014-02-05', 'contested ordered 2014-02-07'))
    expect([deadline.started, dayOf(deadline.safe), deadline.latest]).toEqual(['unknown', '2014-02-10', null])
  })

  it('one that may be the last and fell after the end of the norm leaves it open whether there is a time limit', () => {
    const repealed = { ...either, until: '2014-02-07', anchor: 'start' }
    const lines = ['decided 2014-02-05', 'contested decided 2014-02-08'] as const
    const { deadline } = result(repealed, given('2014-02-20', ...lines))
    expect([deadline.started, dayOf(deadline.safe), deadline.latest]).toEqual(['unknown', '2014-02-10', null])
  })

  it('one without a date leaves the end open, and one whose notification is not known too', () => {
    const undated = result(either, given('2014-02-20', 'decided 2014-02-05', 'decided'))
    expect([undated.undated, undated.deadline.started, undated.deadline.latest]).toEqual([true, 'unknown', null])
    expect(dayOf(undated.deadline.safe)).toBe('2014-02-10')
    const unserved = result(either, given('2014-02-20', 'decided 2014-02-05', 'ordered 2014-02-07'))
    expect([unserved.undated, unserved.deadline.latest]).toEqual([false, null])
    expect(unserved.missingMoment?.where).toEqual([
      ['moment', 'notified'],
      ['event', 'given-3'],
    ])
  })

  it('without any date is no deadline, and not said to have started', () => {
    const { started, deadline, undated, evidence } = result(either, given('2014-02-20', 'decided'))
    expect([started, undated, deadline.started, deadline.safe]).toEqual(['unknown', true, 'false', null])
    expect(evidence).toEqual(['given-2'])
    expect(result(either, given('2014-02-20', 'no ordered', 'no decided')).started).toBe('false')
  })

  it('names the claims of those that may count', () => {
    const { evidence } = result(
      either,
      given('2014-02-20', 'decided 2014-02-01', 'decided 2014-02-05', 'contested decided 2014-02-08'),
    )
    expect(evidence).toEqual(['given-3', 'given-4'])
  })
})

describe('a time limit of a norm that changed', () => {
  const versions = (anchor: string): Block[] => [
    term('five-days', { until: '2014-02-01', anchor }),
    term('five-days', { from: '2014-02-01', anchor, period: '10 days' }),
  ]
  const on = (anchor: string, ...lines: readonly string[]): (string | null)[] => {
    const { deadline } = evaluateCase(lawOf(...versions(anchor)), given('2014-02-20', ...lines)).ground.term(
      'five-days',
    )
    return [dayOf(deadline.safe), dayOf(deadline.latest)]
  }

  it('is counted by the version of the event that chooses it', () => {
    const lines = ['hearing 2014-01-30', 'ordered 2014-02-03 notified=2014-02-03']
    expect(on('hearing', ...lines)).toEqual(['2014-02-08', '2014-02-08'])
    expect(on('start', ...lines)).toEqual(['2014-02-13', '2014-02-13'])
    expect(on('start', 'ordered 2014-01-20 notified=2014-01-20')).toEqual(['2014-01-25', '2014-01-25'])
  })

  it('is counted by both where it is not known which applies', () => {
    expect(on('hearing', 'hearing 2014-01/2014-02', 'ordered 2014-02-03 notified=2014-02-03')).toEqual([
      '2014-02-08',
      '2014-02-13',
    ])
  })

  it('is counted by the versions there are where none is in force on the day asked', () => {
    const lines = 'ordered 2013-12-30 notified=2013-12-30'
    expect(ends({ until: '2014-01-01' }, given('2014-02-20', lines))).toEqual(['2014-01-04', '2014-01-04'])
  })

  it('does not exist where no version was in force when it would have started', () => {
    const repealed = { until: '2014-01-01', anchor: 'start' }
    const { started, deadline } = result(repealed, given('2014-02-20', 'ordered 2014-02-03 notified=2014-02-03'))
    expect([started, deadline.safe]).toEqual(['false', null])
  })

  it('that no pack knows has no deadline', () => {
    const { started, deadline, undated } = evaluated(lawOf(), '2014-02-20').ground.term('nowhere')
    expect([started, deadline.started, deadline.safe, deadline.steps]).toEqual(['unknown', 'false', null, []])
    expect(undated).toBe(false)
  })
})

describe('readings of a time limit with a start of their own', () => {
  const norm = { instrument: 'act', article: '1', checked: 'official' }
  const grace = { until: '15:00', day: 'next-working-day', norm }
  const reading = (more: Block): Block => ({
    grace,
    starts: { event: 'ordered', moment: 'pronounced' },
    readings: [{ reading: 'from-service', moment: 'notified', why: 'Not read.', ...more }],
  })
  const lines = 'ordered 2014-02-03 pronounced=2014-02-03 notified=2014-02-04'

  it('have a period and a first day of their own', () => {
    expect(ends(reading({ period: '3 days' }), given('2014-02-20', lines))).toEqual(['2014-02-07', '2014-02-08'])
    expect(ends(reading({ countFirstDay: true }), given('2014-02-20', lines))).toEqual(['2014-02-08', '2014-02-08'])
  })

  it('count otherwise as the time limit does, where they do not say how', () => {
    const first = reading({})
    expect(ends({ ...first, countFirstDay: true }, given('2014-02-20', lines))).toEqual([
      '2014-02-07',
      '2014-02-08',
    ])
    const weekend = {
      calendar: 'weekdays',
      title: { en: 'Weekdays' },
      zone: madrid,
      versions: [{ weekdaysOff: [6, 7], norm }],
    }
    const law = (more: Block, own: Block): string | null => {
      const blocks = [weekend, term('five-days', { ...reading(own), period: '4 days', ...more })]
      const { deadline } = evaluated(lawOf(...blocks), '2014-02-20', lines).ground.term('five-days')
      return dayOf(deadline.latest)
    }
    expect(law({ calendar: 'weekdays' }, {})).toBe('2014-02-10')
    expect(law({}, { calendar: 'weekdays' })).toBe('2014-02-10')
    expect(law({ calendar: 'weekdays' }, { rollOver: 'none' })).toBe('2014-02-08')
    expect(law({ calendar: 'weekdays', rollOver: 'none' }, {})).toBe('2014-02-08')
    expect(law({ calendar: 'weekdays', rollOver: 'none' }, { rollOver: 'next-working-day' })).toBe('2014-02-10')
  })

  it('are not those that count from the same moment', () => {
    const plain = { readings: [{ reading: 'shorter', period: '3 days', why: 'Not read.' }] }
    const { deadline } = result(plain, given('2014-02-20', 'ordered 2014-02-03 notified=2014-02-04'))
    expect(deadline.readings.map((one) => one.reading)).toEqual([null, 'shorter'])
  })

  it('give nothing where the norm was no longer in force at their moment', () => {
    const { deadline } = result(
      { ...reading({}), until: '2014-02-04', anchor: 'start' },
      given('2014-02-20', lines),
    )
    expect(deadline.readings.map((one) => one.reading)).toEqual([null])
    expect(dayOf(deadline.latest)).toBe('2014-02-08')
  })

  it('are told once each, with one grace and one word on what has not been read', () => {
    const unread = { ...reading({}), norm: { ...norm, checked: 'unverified' } }
    const { deadline } = result(unread, given('2014-02-20', lines))
    const kinds = deadline.steps.map(({ kind }) => kind)
    for (const kind of ['safe', 'grace', 'unverified'])
      expect([kind, kinds.filter((one) => one === kind).length]).toEqual([kind, 1])
    expect(kinds.slice(-3).toSorted()).toEqual(['grace', 'safe', 'unverified'])
  })

  it('take the grace of the one that ends first', () => {
    const { deadline } = result(reading({ period: '3 days' }), given('2014-02-20', lines))
    expect(dayOf(deadline.grace?.until ?? null)).toBe('2014-02-08')
  })

  it('say nothing where the event has not happened', () => {
    const { deadline } = result(reading({}), given('2014-02-20', 'no ordered'))
    expect([deadline.started, deadline.safe, deadline.readings]).toEqual(['false', null, []])
  })
})
