import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  civil,
  DateError,
  dayIn,
  dayOf,
  endOfDay,
  instantIn,
  isoDay,
  isoMinute,
  knownFrom,
  minuteOfDayIn,
  overlap,
  parseDate,
  parseMoment,
  recordedInstant,
  startOfDay,
  weekday,
} from './index.ts'

const madrid = 'Europe/Madrid'
const shown = (text: string, zone = madrid): string => {
  const { earliest, latest, precision } = parseDate(text, zone)
  const write = (at: number): string => (Number.isFinite(at) ? isoMinute(zone, at) : '..')
  return `${write(earliest)} ${write(latest)} ${precision}`
}

describe('days', () => {
  it('are counted from 1970-01-01, a Thursday', () => {
    expect([dayOf(1970, 1, 1), weekday(0), isoDay(0)]).toEqual([0, 4, '1970-01-01'])
    expect(weekday(dayOf(2014, 2, 14))).toBe(5)
  })

  it('come back from any number, leap years and centuries included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 3_000_000 }), (day) => {
        const { year, month, day: ofMonth } = civil(day)
        expect(dayOf(year, month, ofMonth)).toBe(day)
      }),
    )
  })

  it('agree with an independent calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (day) => {
        expect(isoDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })
})

describe('civil time in a zone', () => {
  it('is one hour ahead of UTC in a Madrid winter and two in summer', () => {
    expect(isoMinute('UTC', instantIn(madrid, dayOf(2014, 2, 19), 9 * 60))).toBe('2014-02-19T08:00')
    expect(isoMinute('UTC', instantIn(madrid, dayOf(2014, 7, 17), 9 * 60))).toBe('2014-07-17T07:00')
  })

  it('has days of 23 and 25 hours when the clock changes', () => {
    const minutes = (year: number, month: number, day: number): number =>
      endOfDay(madrid, dayOf(year, month, day)) - startOfDay(madrid, dayOf(year, month, day)) + 1
    expect([minutes(2014, 3, 30), minutes(2014, 10, 26), minutes(2014, 2, 19)]).toEqual([1380, 1500, 1440])
  })

  it('puts every minute into exactly one day', () => {
    const minute = fc.integer({ min: 0, max: 40_000_000 })
    const zone = fc.constantFrom(madrid, 'Asia/Almaty', 'America/St_Johns', 'Pacific/Apia', 'UTC')
    fc.assert(
      fc.property(minute, zone, (at, where) => {
        const day = dayIn(where, at)
        expect(startOfDay(where, day)).toBeLessThanOrEqual(at)
        expect(endOfDay(where, day)).toBeGreaterThanOrEqual(at)
        expect(minuteOfDayIn(where, at)).toBeGreaterThanOrEqual(0)
        expect(minuteOfDayIn(where, at)).toBeLessThan(1440)
      }),
      { numRuns: 300 },
    )
  })
})

describe('dates of limited precision', () => {
  it.each([
    ['2014', '2014-01-01T00:00 2014-12-31T23:59 year'],
    ['2014-02', '2014-02-01T00:00 2014-02-28T23:59 month'],
    ['2014-02-14', '2014-02-14T00:00 2014-02-14T23:59 day'],
    ['2014-02-19T14:30', '2014-02-19T14:30 2014-02-19T14:30 minute'],
    ['2014-02-19T14:30:59', '2014-02-19T14:30 2014-02-19T14:30 minute'],
    ['2014-02-19T14:30Z', '2014-02-19T15:30 2014-02-19T15:30 minute'],
    ['2014-02-19T14:30-05:00', '2014-02-19T20:30 2014-02-19T20:30 minute'],
    ['201X', '2010-01-01T00:00 2019-12-31T23:59 interval'],
    ['19XX', '1900-01-01T00:00 1999-12-31T23:59 interval'],
    ['2014-02-14/2014-02-19', '2014-02-14T00:00 2014-02-19T23:59 interval'],
    ['2013-12/2014-01-10', '2013-12-01T00:00 2014-01-10T23:59 interval'],
    ['../2013-06-01', '.. 2013-06-01T23:59 interval'],
    ['2013-07-22/..', '2013-07-22T00:00 .. interval'],
  ])('%s runs from its first minute to its last', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each([
    ['1976~', true, false],
    ['1976?', false, true],
    ['1976%', true, true],
    ['2013-12~/2014-01?', true, true],
  ])('%s keeps its mark', (text, approximate, uncertain) => {
    expect(parseDate(text, madrid)).toMatchObject({ approximate, uncertain, text })
  })

  it.each([
    '',
    'yesterday',
    '14.2.2014',
    '2014-13',
    '2014-00',
    '2014-02-30',
    '2013-02-29',
    '2014-2-4',
    '2014-02-14T25:00',
    '2014-02-14T9:00',
    '2014-02T09:00',
    '201X-02',
    '2014-02-19/2014-02-14',
    '2014-02-14/2014-02-30',
  ])('"%s" is refused with what to write instead', (text) => {
    expect(() => parseDate(text, madrid)).toThrow(DateError)
    try {
      parseDate(text, madrid)
    } catch (error) {
      expect(error instanceof DateError && error.remedy.startsWith('Write ')).toBe(true)
    }
  })

  it('a moment given as a bare day is the end of that day', () => {
    expect(isoMinute(madrid, parseMoment('2014-02-18', madrid))).toBe('2014-02-18T23:59')
    expect(isoMinute(madrid, parseMoment('2014-02-19T09:00', madrid))).toBe('2014-02-19T09:00')
  })

  it('overlap when they can be the same moment, whichever comes first', () => {
    const two = (a: string, b: string): boolean[] => [
      overlap(parseDate(a, madrid), parseDate(b, madrid)),
      overlap(parseDate(b, madrid), parseDate(a, madrid)),
    ]
    expect(two('2014-02', '2014-02-28T23:59')).toEqual([true, true])
    expect(two('2014-02', '2014-03-01')).toEqual([false, false])
    expect(two('../2014', '2014-12-31/..')).toEqual([true, true])
  })
})

describe('from when a thing counts as known', () => {
  it.each([
    ['2014-02-18', '2014-02-18T00:00'],
    ['2014-02-18T19:30', '2014-02-18T19:30'],
    ['2014-02', '2014-02-28T23:59'],
    ['2014', '2014-12-31T23:59'],
    ['2014-02-18~', '2014-02-18T23:59'],
    ['2014-02-10/2014-02-18', '2014-02-18T23:59'],
  ])('learned %s: from %s', (date, expected) => {
    expect(isoMinute(madrid, knownFrom(date, madrid))).toBe(expected)
  })

  it('never, where the date is absent, open or unreadable', () => {
    expect([undefined, '2014/..', 'soon'].map((date) => knownFrom(date, madrid))).toEqual([
      Infinity,
      Infinity,
      Infinity,
    ])
  })

  it('a system instant is read to the minute', () => {
    expect(recordedInstant('1970-01-01T00:01:59.999Z')).toBe(1)
    expect(recordedInstant('now')).toBeNaN()
  })
})
