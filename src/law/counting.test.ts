import { describe, expect, it } from 'vitest'
import { isoDay, parseDate } from '../record/index.ts'
import { minuteText, norm } from './calendar.fixtures.ts'
import { compileCalendar } from './calendar.ts'
import { countFrom, joinPauses, type Pause, type PauseEdge, type Rule } from './counting.ts'
import { Calendar } from './model.ts'
import { parsePeriod } from './period.ts'

const madrid = 'Europe/Madrid'
const minute = (text: string): number => parseDate(text, madrid).earliest
/** From the first minute of one moment to the last of the other. */
const pause = (from: string, to: string): Pause => ({
  from: parseDate(from, madrid).earliest,
  to: parseDate(to, madrid).latest,
})

const calendar = (closed: readonly string[], still?: readonly string[], weekdaysOff: readonly number[] = []) =>
  compileCalendar(
    Calendar.parse({
      calendar: 'own',
      title: { en: 'own' },
      zone: madrid,
      versions: [{ weekdaysOff, closed, norm, ...(still === undefined ? {} : { monthsStandStill: still }) }],
    }),
    [],
  )
const august = calendar(['08-01/08-31'], ['08-01/08-31'])
const everyDay = calendar([])

const rule = (period: string, more: Partial<Rule> = {}): Rule => ({
  period: parsePeriod(period),
  countFirstDay: false,
  calendar: august,
  rollOver: 'none',
  ...more,
})
/** Each way of counting with its last day. */
const ways = (one: Rule, start: string, pauses: readonly Pause[] = [], edge: PauseEdge = 'outer'): string[] =>
  countFrom(one, minute(start), joinPauses(pauses), edge).map(({ method, last }) => `${method} ${isoDay(last)}`)
/** The minute in which a period of hours is over. */
const over = (one: Rule, start: string, ...pauses: readonly Pause[]): string | null =>
  minuteText(countFrom(one, minute(start), joinPauses(pauses), 'inner')[0]?.end ?? null)

describe('A term in months before a court that stands still in August', () => {
  it('is counted in one way where no day of August lies in it', () => {
    expect(ways(rule('2 months'), '2014-09-01')).toEqual(['date-to-date 2014-11-01'])
    expect(ways(rule('1 month'), '2014-08-31')).toEqual(['date-to-date 2014-09-30'])
    expect(ways(rule('1 month'), '2014-06-30')).toEqual(['date-to-date 2014-07-30'])
  })

  it('stands still although only its last day lies in August', () => {
    expect(ways(rule('1 month'), '2014-07-01')).toEqual([
      'closed-days-added 2014-09-01',
      'closed-months-left-out 2014-09-01',
    ])
  })

  it('ends in September where it would have ended in August', () => {
    for (const [period, start] of [
      ['1 month', '2014-07-15'],
      ['2 months', '2014-06-15'],
    ] as const)
      expect(ways(rule(period), start)).toEqual([
        'closed-days-added 2014-09-15',
        'closed-months-left-out 2014-09-15',
      ])
  })

  it('leaves out the August of every year that it runs through', () => {
    expect(ways(rule('14 months'), '2014-07-15')[1]).toBe('closed-months-left-out 2015-11-15')
  })

  it('begins after the closed time when the event lies in it, and on its own day when that is the day before', () => {
    const june = calendar(['06-01/06-30'], ['06-01/06-30'])
    expect(ways(rule('2 months', { calendar: june }), '2014-06-10')[1]).toBe('closed-months-left-out 2014-08-30')
    expect(ways(rule('2 months', { calendar: june }), '2014-05-31')[1]).toBe('closed-months-left-out 2014-08-31')
  })

  it('is moved by the days of a pause before August, and not twice by those in August', () => {
    expect(ways(rule('2 months'), '2014-07-15', [pause('2014-07-25', '2014-08-03')])).toEqual([
      'closed-days-added 2014-10-23',
      'closed-months-left-out 2014-10-22',
    ])
  })

  it('is moved by a pause after August, and over the days of a pause that its new end meets', () => {
    expect(ways(rule('2 months'), '2014-07-15', [pause('2014-09-20', '2014-09-24')])).toEqual([
      'closed-days-added 2014-10-21',
      'closed-months-left-out 2014-10-20',
    ])
    expect(ways(rule('2 months'), '2014-07-15', [pause('2014-10-14', '2014-10-18')])).toEqual([
      'closed-days-added 2014-10-21',
      'closed-months-left-out 2014-10-20',
    ])
  })

  it('counts a pause from the day after the event to the last day, both included', () => {
    expect(ways(rule('2 months'), '2014-07-15', [pause('2014-07-10', '2014-07-15')])[1]).toBe(
      'closed-months-left-out 2014-10-15',
    )
    expect(ways(rule('2 months'), '2014-07-15', [pause('2014-07-16', '2014-07-16')])[1]).toBe(
      'closed-months-left-out 2014-10-16',
    )
    expect(ways(rule('2 months'), '2014-07-15', [pause('2014-10-15', '2014-10-15')])[1]).toBe(
      'closed-months-left-out 2014-10-16',
    )
  })

  it('that a pause pushes into August stands still there too', () => {
    const may = [pause('2014-06-01', '2014-06-15')]
    expect(ways(rule('2 months'), '2014-05-20', may)).toEqual([
      'closed-days-added 2014-09-04',
      'closed-months-left-out 2014-09-04',
    ])
    expect(ways(rule('2 months', { calendar: calendar(['08-01/08-31']) }), '2014-05-20', may)).toEqual([
      'closed-days-added 2014-09-04',
      'closed-months-left-out 2014-09-04',
      'date-to-date 2014-08-04',
    ])
  })
})

describe('A term in months before a court that stands still on single days', () => {
  const one = calendar(['06-15/06-15'], ['06-15/06-15'])

  it('is moved by them; no month is left out', () => {
    expect(ways(rule('1 month', { calendar: one }), '2014-06-14')).toEqual(['closed-days-added 2014-07-15'])
  })

  it('is not moved when the event lies on one', () => {
    expect(ways(rule('1 month', { calendar: one }), '2014-06-15')).toEqual(['date-to-date 2014-07-15'])
  })
})

describe('Pauses', () => {
  const ten = rule('10 days', { calendar: everyDay })

  it('that touch within a day leave that day out; with a minute between them it counts', () => {
    const morning = pause('2014-02-20', '2014-02-20T11:59')
    expect(ways(ten, '2014-02-14', [pause('2014-02-20T12:00', '2014-02-20'), morning], 'inner')).toEqual([
      'by-days 2014-02-25',
    ])
    expect(ways(ten, '2014-02-14', [pause('2014-02-20T12:01', '2014-02-20'), morning], 'inner')).toEqual([
      'by-days 2014-02-24',
    ])
  })

  it('that end during a day leave that day in the careful count and out of the other', () => {
    const pauses = [pause('2014-02-20', '2014-02-24T14:00')]
    expect(ways(ten, '2014-02-14', pauses, 'inner')).toEqual(['by-days 2014-02-28'])
    expect(ways(ten, '2014-02-14', pauses, 'outer')).toEqual(['by-days 2014-03-01'])
  })

  it('move the end of a year and of clear days as well', () => {
    const pauses = [pause('2014-02-20', '2014-02-24')]
    expect(ways(rule('1 year'), '2014-02-14', pauses)).toEqual(['date-to-date 2015-02-19'])
    expect(ways(rule('10 clear days'), '2014-02-14', pauses)).toEqual(['by-days 2014-03-02'])
  })
})

describe('Hours', () => {
  const day = rule('24 hours', { calendar: everyDay })

  it('are not prolonged by a pause before them or after them', () => {
    expect(over(day, '2014-02-14T17:30', pause('2014-02-14T10:00', '2014-02-14T17:29'))).toBe('2014-02-15T17:30')
    expect(over(day, '2014-02-14T17:30', pause('2014-02-15T17:30', '2014-02-16T12:00'))).toBe('2014-02-15T17:30')
    expect(over(day, '2014-02-14T17:30', pause('2014-02-20T10:00', '2014-02-20T12:00'))).toBe('2014-02-15T17:30')
  })

  it('are prolonged by the part of a pause that lies in them', () => {
    expect(over(day, '2014-02-14T17:30', pause('2014-02-14T10:00', '2014-02-14T17:30'))).toBe('2014-02-15T17:31')
    expect(over(day, '2014-02-14T17:30', pause('2014-02-15T17:29', '2014-02-15T17:58'))).toBe('2014-02-15T18:00')
  })

  it('are prolonged once by pauses that overlap, and by one that begins in the time another has added', () => {
    const early = pause('2014-02-14T20:00', '2014-02-14T20:59')
    expect(over(day, '2014-02-14T17:30', pause('2014-02-14T20:30', '2014-02-14T21:29'), early)).toBe(
      '2014-02-15T19:00',
    )
    expect(over(day, '2014-02-14T17:30', pause('2014-02-15T18:00', '2014-02-15T18:09'), early)).toBe(
      '2014-02-15T18:40',
    )
  })

  it('that a norm moves from a closed day end with the first minute of the next working day', () => {
    const moved = rule('24 hours', { calendar: calendar([], undefined, [6, 7]), rollOver: 'next-working-day' })
    expect(over(moved, '2014-02-14T17:30')).toBe('2014-02-17T00:00')
    expect(over(moved, '2014-02-13T17:30')).toBe('2014-02-14T17:30')
  })
})
