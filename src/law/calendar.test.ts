import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, isoDay, weekday } from '../record/index.ts'
import { calendars, fixtures, nationalHolidays, norm } from './calendar.fixtures.ts'
import { compileCalendar, easterSunday } from './calendar.ts'
import { Calendar } from './model.ts'
import { dayOfIso } from './period.ts'

const calendar = (id: string) => {
  const found = calendars.get(id)
  if (found === undefined) throw new Error(`no fixture ${id}`)
  return found
}
const names = (id: string, day: string): string[] =>
  calendar(id)
    .whyClosed(dayOfIso(day))
    .map((closure) => closure.name.en)

/** By golden number, century and epact, as Clavius reckoned it for the calendar reform (Knuth 1.3.2). */
function byClavius(year: number): number {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const leapsLeftOut = Math.floor((3 * century) / 4) - 12
  const moonsCorrected = Math.floor((8 * century + 5) / 25) - 5
  const sunday = Math.floor((5 * year) / 4) - leapsLeftOut - 10
  const raw = (((11 * golden + 20 + moonsCorrected - leapsLeftOut) % 30) + 30) % 30
  const epact = (raw === 25 && golden > 11) || raw === 24 ? raw + 1 : raw
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact
  return dayOf(year, 3, 1) + fullMoon + 6 - ((sunday + fullMoon) % 7)
}

describe('Easter', () => {
  it.each([
    '1818-03-22',
    '1886-04-25',
    '1961-04-02',
    '2000-04-23',
    '2013-03-31',
    '2014-04-20',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
    '2285-03-22',
  ])('fell or falls on %s', (day) => {
    expect(isoDay(easterSunday(Number(day.slice(0, 4))))).toBe(day)
  })

  it('falls on the same day by another way of reckoning it, in every year', () => {
    for (let year = 1583; year < 4100; year += 1)
      expect([year, easterSunday(year)]).toEqual([year, byClavius(year)])
  })

  it('is a Sunday between 22 March and 25 April in every year', () => {
    for (let year = 1583; year < 2600; year += 1) {
      const easter = easterSunday(year)
      expect(weekday(easter)).toBe(7)
      expect(easter).toBeGreaterThanOrEqual(dayOf(year, 3, 22))
      expect(easter).toBeLessThanOrEqual(dayOf(year, 4, 25))
    }
  })
})

describe('A calendar of a court', () => {
  it('is closed in August, at weekends, on fixed holidays and on Good Friday, and says which', () => {
    expect(names('courts', '2014-08-13')).toEqual(['August'])
    expect(names('courts', '2014-08-15')).toEqual(['August', 'Assumption'])
    expect(names('courts', '2014-07-12')).toEqual(['Saturdays'])
    expect(names('courts', '2014-04-18')).toEqual(['Good Friday'])
    expect(names('courts', '2014-07-14')).toEqual([])
    expect(calendar('courts').whyClosed(dayOfIso('2014-04-18'))[0]?.norm).toEqual(norm)
  })

  it('judges each day by the version in force on that day', () => {
    expect(calendar('courts').isWorkingDay(dayOfIso('2021-12-27'))).toBe(true)
    expect(calendar('courts').isWorkingDay(dayOfIso('2022-12-27'))).toBe(false)
    expect(calendar('administrative').isWorkingDay(dayOfIso('2014-02-15'))).toBe(true)
    expect(calendar('administrative').isWorkingDay(dayOfIso('2016-10-01'))).toBe(true)
    expect(calendar('administrative').isWorkingDay(dayOfIso('2016-10-08'))).toBe(false)
  })

  it('stays closed over New Year when a range passes it', () => {
    expect(names('courts', '2022-12-30')).toEqual(['24 December to 6 January'])
    expect(names('courts', '2023-01-05')).toEqual(['24 December to 6 January'])
    expect(calendar('courts').isWorkingDay(dayOfIso('2023-01-09'))).toBe(true)
    expect(calendar('courts').isWorkingDay(dayOfIso('2022-01-05'))).toBe(true)
  })

  it('finds the working day on or after, after, and on or before a day', () => {
    const courts = calendar('courts')
    expect(isoDay(courts.workingDayOnOrAfter(dayOfIso('2014-07-12')))).toBe('2014-07-14')
    expect(isoDay(courts.workingDayOnOrAfter(dayOfIso('2014-07-14')))).toBe('2014-07-14')
    expect(isoDay(courts.workingDayAfter(dayOfIso('2014-07-31')))).toBe('2014-09-01')
    expect(isoDay(courts.workingDayOnOrBefore(dayOfIso('2014-08-31')))).toBe('2014-07-31')
  })

  it('says of August whether a term in months stands still, runs on, or that it is not stated', () => {
    const day = dayOfIso('2014-08-13')
    expect(calendar('contentious').monthsStandStill(day)).toBe('yes')
    expect(calendar('runs-on').monthsStandStill(day)).toBe('no')
    expect(calendar('courts').monthsStandStill(day)).toBe('unstated')
    expect(calendar('courts').monthsStandStill(dayOfIso('2023-12-27'))).toBe('no')
  })

  it('knows a single day from a yearly list, and a fixed holiday only while it was one', () => {
    const set = {
      ...nationalHolidays,
      holidays: 'madrid',
      fixed: [{ day: '11-09', name: 'Almudena', from: '2014-01-01', until: '2015-01-01' }],
      days: [{ day: '2014-05-15', name: 'San Isidro' }],
    }
    const madrid = compileCalendar(
      Calendar.parse({
        calendar: 'm',
        title: { en: 'm' },
        zone: 'Europe/Madrid',
        versions: [{ weekdaysOff: [], holidays: ['madrid'], norm }],
      }),
      [set],
    )
    const open = (day: string): boolean => madrid.isWorkingDay(dayOfIso(day))
    expect([open('2014-05-15'), open('2015-05-15')]).toEqual([false, true])
    expect([open('2013-11-09'), open('2014-11-09'), open('2015-11-09')]).toEqual([true, false, true])
  })

  it('keeps a fixed holiday from its first day on, and no longer on the day on which it was given up', () => {
    const set = {
      ...nationalHolidays,
      holidays: 'local',
      fixed: [{ day: '11-09', name: 'Almudena', from: '2014-11-09', until: '2016-11-09' }],
    }
    const local = compileCalendar(
      Calendar.parse({
        calendar: 'l',
        title: { en: 'l' },
        zone: 'Europe/Madrid',
        versions: [
          { until: '2015-11-14', weekdaysOff: [7], holidays: ['local'], norm },
          { from: '2015-11-14', weekdaysOff: [6, 7], holidays: ['local'], norm },
        ],
      }),
      [set],
    )
    const closed = (day: string): readonly string[] => local.whyClosed(dayOfIso(day)).map(({ name }) => name.en)
    expect(['2013-11-09', '2015-11-09', '2016-11-09'].map(closed)).toEqual([[], ['Almudena'], []])
    expect(closed('2014-11-09')).toEqual(['Sundays', 'Almudena'])
    expect(['2015-11-07', '2015-11-14'].map(closed)).toEqual([[], ['Saturdays']])
    expect(local.isWorkingDay(dayOfIso('2015-11-14'))).toBe(false)
  })

  it('counts a day that no version covers as a working day, and says that it is not covered', () => {
    const young = compileCalendar(
      Calendar.parse({
        calendar: 'young',
        title: { en: 'y' },
        zone: 'Europe/Madrid',
        versions: [{ from: '2020-01-01', weekdaysOff: [6, 7], norm }],
      }),
      [],
    )
    expect(young.isWorkingDay(dayOfIso('2019-12-29'))).toBe(true)
    expect(young.covers(dayOfIso('2019-12-29'))).toBe(false)
    expect(young.covers(dayOfIso('2020-01-01'))).toBe(true)
    expect(young.whyClosed(dayOfIso('2019-12-29'))).toEqual([])
  })

  it('agrees with its own reasons on every day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2040, 1, 1) }),
        (block, day) => {
          const compiled = calendar(block.calendar)
          expect(compiled.isWorkingDay(day)).toBe(compiled.whyClosed(day).length === 0)
        },
      ),
    )
  })
})

describe('A calendar that cannot be compiled says why', () => {
  const compile = (fields: object): unknown =>
    compileCalendar(
      Calendar.parse({
        calendar: 'bad',
        title: { en: 'bad' },
        zone: 'Europe/Madrid',
        versions: [{ weekdaysOff: [7], norm }],
        ...fields,
      }),
      [nationalHolidays],
    )

  it.each([
    [
      'a missing set of holidays',
      { versions: [{ weekdaysOff: [], holidays: ['lost'], norm }] },
      /the holidays "lost"/,
    ],
    ['an unknown zone', { zone: 'Europe/Nowhere' }, /no time zone "Europe\/Nowhere"/],
    [
      'a week without an open day',
      { versions: [{ weekdaysOff: [1, 2, 3, 4, 5, 6, 7], norm }] },
      /every weekday is off/,
    ],
    [
      'a day that does not exist',
      { versions: [{ weekdaysOff: [], closed: ['02-30/03-01'], norm }] },
      /no day "02-30"/,
    ],
    ...['13-01', '00-10', '05-00', '06-31', '12-32'].map((day): [string, object, RegExp] => [
      `the day ${day}`,
      { versions: [{ weekdaysOff: [], closed: [`${day}/${day}`], norm }] },
      new RegExp(`no day "${day}"`),
    ]),
    [
      'two versions at once',
      {
        versions: [
          { until: '2020-02-01', weekdaysOff: [], norm },
          { from: '2020-01-01', weekdaysOff: [7], norm },
        ],
      },
      /two versions both hold on 2020-01-01/,
    ],
    [
      'a version that ends before it begins',
      { versions: [{ from: '2020-02-01', until: '2020-01-01', weekdaysOff: [], norm }] },
      /ends before it begins/,
    ],
    [
      'a year without an open day',
      { versions: [{ weekdaysOff: [], closed: ['01-01/12-31'], norm }] },
      /closed the whole year/,
    ],
  ])('%s', (_what, fields, message) => {
    expect(() => compile(fields)).toThrow(message)
  })
})
