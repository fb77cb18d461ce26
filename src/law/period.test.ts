import { describe, expect, it } from 'vitest'
import { isoDay } from '../record/index.ts'
import { addMonths, dayOfIso, monthIndex, parsePeriod, runsByTheMinute, TimeLimitError } from './period.ts'

describe('A period', () => {
  it.each([
    ['1 day', 1, 'calendar day'],
    ['40 days', 40, 'calendar day'],
    ['40 calendar days', 40, 'calendar day'],
    ['3 working days', 3, 'working day'],
    ['5 clear days', 5, 'clear day'],
    ['24 hours', 24, 'hour'],
    ['30 minutes', 30, 'minute'],
    ['2 weeks', 2, 'week'],
    ['6 months', 6, 'month'],
    ['1 year', 1, 'year'],
  ] as const)('%s is read', (text, count, unit) => {
    expect(parsePeriod(text)).toEqual({ count, unit })
  })

  it.each(['', 'soon', '3', '0 days', '3 business days', '-2 days', '99999 days', 'constructor', '1 constructor'])(
    '"%s" is refused with what to write instead',
    (text) => {
      expect(() => parsePeriod(text)).toThrow(TimeLimitError)
      expect(() => parsePeriod(text)).toThrow(/cannot|not a period/)
    },
  )

  it('counts from 1 to 10,000 units, and no further', () => {
    expect(parsePeriod('10000 days').count).toBe(10_000)
    expect(() => parsePeriod('10001 days')).toThrow(TimeLimitError)
  })

  it('runs from minute to minute in hours and minutes alone', () => {
    const units = ['hours', 'minutes', 'days', 'working days', 'clear days', 'weeks', 'months', 'years']
    expect(units.map((unit) => runsByTheMinute(parsePeriod(`2 ${unit}`).unit))).toEqual(
      units.map((_, index) => index < 2),
    )
  })
})

describe('Months run from date to date', () => {
  const end = (start: string, months: number, first = false): string =>
    isoDay(addMonths(dayOfIso(start), months, first))

  it('to the same number', () => {
    expect(end('2014-02-14', 2)).toBe('2014-04-14')
    expect(end('2013-11-30', 12)).toBe('2014-11-30')
  })

  it('to the last day of a month that has no such number, and to 29 February in a leap year', () => {
    expect(end('2014-01-31', 1)).toBe('2014-02-28')
    expect(end('2016-01-31', 1)).toBe('2016-02-29')
    expect(end('2016-02-29', 12)).toBe('2017-02-28')
    expect(end('2016-02-29', 48)).toBe('2020-02-29')
  })

  it('to the day before when the first day counts', () => {
    expect(end('2014-03-03', 1, true)).toBe('2014-04-02')
    expect(end('2014-03-01', 1, true)).toBe('2014-03-31')
    expect(end('2014-01-31', 1, true)).toBe('2014-02-28')
  })

  it('refuses a day that does not exist', () => {
    expect(() => dayOfIso('2014-02-29')).toThrow(TimeLimitError)
    expect(() => dayOfIso('14-2-2014')).toThrow(TimeLimitError)
    for (const text of ['2014-00-10', '2014-13-10', '2014-01-00', '2014-01-32', '2014-01-10T10:00'])
      expect(() => dayOfIso(text)).toThrow(/is not a day/)
    for (const text of ['2014-01-01', '2014-12-31', '2016-02-29']) expect(isoDay(dayOfIso(text))).toBe(text)
  })

  it('are numbered through the years, to tell how far two days lie apart', () => {
    expect(monthIndex(dayOfIso('2014-01-31'))).toBe(24_168)
    expect(monthIndex(dayOfIso('2014-12-01'))).toBe(24_179)
    expect(monthIndex(dayOfIso('2015-01-01'))).toBe(24_180)
  })
})
