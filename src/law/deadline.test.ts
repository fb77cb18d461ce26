import { describe, expect, it } from 'vitest'
import { endOfDay, parseDate, startOfDay } from '../record/index.ts'
import { calendars, dates, dayText, from, minuteText, norm, term } from './calendar.fixtures.ts'
import { compileCalendars } from './calendar.ts'
import { clockAt, computeDeadline } from './deadline.ts'
import type { Deadline } from './deadline.ts'
import { Calendar } from './model.ts'
import { dayOfIso } from './period.ts'

const madrid = (date: string) => parseDate(date, 'Europe/Madrid')
const on = (day: string): number => startOfDay('Europe/Madrid', dayOfIso(day))
const single = (day: string): string[] => [day, day, day]
const kinds = (deadline: Deadline): string[] => deadline.steps.map((step) => step.kind)
const textOf = (deadline: Deadline, kind: string): string =>
  deadline.steps
    .filter((s) => s.kind === kind)
    .map((s) => s.text.en)
    .join(' | ')

const suplica = term({
  period: '3 working days',
  calendar: 'courts',
  readings: [
    { reading: 'calendar-days', period: '3 calendar days', why: 'The Act does not say which days count.' },
  ],
})
const amparo = term({ period: '30 working days', calendar: 'constitutional' })
const contentious = term({ period: '2 months', calendar: 'contentious' })

describe('Working days', () => {
  it('three from Friday 12 July 2013 end on Wednesday 17; as calendar days on Monday 15, the safe date', () => {
    const deadline = from('2013-07-12', suplica)
    expect(dates(deadline)).toEqual(['2013-07-15', '2013-07-17', '2013-07-15'])
    expect(minuteText(deadline.safe)).toBe('2013-07-15T23:59')
    expect(deadline.readings.map((r) => [r.reading, dayText(r.earliest)])).toEqual([
      [null, '2013-07-17'],
      ['calendar-days', '2013-07-15'],
    ])
  })

  it('leave out August for the amparo since June 1999: 30 give 24 September 2014, 20 give 10 September', () => {
    expect(dates(from('2014-07-15', amparo))).toEqual(single('2014-09-24'))
    expect(dates(from('2014-07-15', term({ period: '20 working days', calendar: 'constitutional' })))).toEqual(
      single('2014-09-10'),
    )
  })

  it('counted in August before June 1999', () => {
    expect(dates(from('1998-07-15', amparo))).toEqual(single('1998-08-20'))
  })

  it('leave out only 24 and 31 December under the old Christmas rule: 10 December 2021 gives 26 January 2022', () => {
    expect(dates(from('2021-12-10', amparo))).toEqual(single('2022-01-26'))
  })

  it('leave out 24 December to 6 January since 23 December 2022: 6 February 2023, not 24 January', () => {
    expect(dates(from('2022-12-12', term({ period: '30 working days', calendar: 'courts' })))).toEqual(
      single('2023-02-06'),
    )
    expect(
      dates(from('2022-12-12', term({ period: '30 working days', calendar: 'before-the-christmas-rule' }))),
    ).toEqual(single('2023-01-24'))
  })

  it('of an authority counted Saturdays in 2014, and no longer do', () => {
    const ten = term({ period: '10 working days', calendar: 'administrative' })
    expect(dates(from('2014-02-14', ten))).toEqual(single('2014-02-26'))
    expect(dates(from('2017-02-14', ten))).toEqual(single('2017-02-28'))
  })

  it('start with the first working day when the day of the event counts and is closed', () => {
    const two = term({ period: '2 working days', calendar: 'courts', countFirstDay: true })
    expect(dates(from('2014-07-11', two))).toEqual(single('2014-07-14'))
    expect(dates(from('2014-07-12', two))).toEqual(single('2014-07-15'))
  })
})

describe('Calendar days', () => {
  it('18 and 40 from an arrest on 1 March end on 19 March and 10 April', () => {
    const days = (period: string) => term({ period, calendar: 'every-day', direction: 'state' })
    expect(dates(from('2014-03-01', days('18 days')))).toEqual(single('2014-03-19'))
    expect(dates(from('2014-03-01', days('40 calendar days')))).toEqual(single('2014-04-10'))
  })

  it('14 starting with the day, Monday 3 March 2025, end on Sunday 16 March, and a warning names Friday 14', () => {
    const start = { kind: 'known', span: parseDate('2025-03-03', 'Europe/London') } as const
    const version = term({ period: '14 days', calendar: 'london', countFirstDay: true, rollOver: 'none' })
    const deadline = computeDeadline({ versions: [version], start, calendars })
    expect(deadline.safe).toBe(endOfDay('Europe/London', dayOfIso('2025-03-16')))
    expect(deadline.latest).toBe(deadline.safe)
    expect(deadline.steps.find((s) => s.kind === 'last-day')?.day).toBe('2025-03-16')
    expect(deadline.steps.find((s) => s.kind === 'closed-last-day')?.day).toBe('2025-03-14')
  })

  it('move from a closed last day to the next working day, and the step names the reason', () => {
    const deadline = from('2014-02-14', term({ period: '15 days', calendar: 'courts' }))
    expect(dates(deadline)).toEqual(single('2014-03-03'))
    expect(textOf(deadline, 'roll-over')).toContain('closed (Saturdays)')
  })

  it('weeks end on the same weekday', () => {
    expect(dates(from('2014-02-12', term({ period: '2 weeks', calendar: 'every-day' })))).toEqual(
      single('2014-02-26'),
    )
    expect(
      dates(from('2014-02-12', term({ period: '2 weeks', calendar: 'every-day', countFirstDay: true }))),
    ).toEqual(single('2014-02-25'))
  })

  it('clear days count neither the first nor the last, and the shorter reading is the safe one', () => {
    const clear = term({
      period: '5 clear days',
      calendar: 'every-day',
      readings: [{ reading: 'fifth-day', period: '5 days', why: 'Two readings are found for the last day.' }],
    })
    expect(dates(from('2014-03-10', clear))).toEqual(['2014-03-15', '2014-03-16', '2014-03-15'])
  })
})

describe('Months and years', () => {
  it('two months from notification on Friday 14 February 2014 end on Monday 14 April', () => {
    expect(dates(from('2014-02-14', contentious))).toEqual(single('2014-04-14'))
  })

  it('stand still in August where the calendar says so; both methods are shown and the earlier is safe', () => {
    const deadline = from('2014-07-15', contentious)
    expect(dates(deadline)).toEqual(['2014-10-15', '2014-10-16', '2014-10-15'])
    expect(textOf(deadline, 'months')).toMatch(/No method is given here/)
  })

  it('from a notification in August begin to run in September', () => {
    expect(dates(from('2014-08-11', contentious))).toEqual(single('2014-10-31'))
  })

  it('run through August where the calendar says so', () => {
    expect(dates(from('2014-07-15', term({ period: '2 months', calendar: 'runs-on' })))).toEqual(
      single('2014-09-15'),
    )
  })

  it('are counted both ways where the calendar does not say, with the earlier date as the safe one', () => {
    const deadline = from('2014-07-15', term({ period: '2 months', calendar: 'courts' }))
    expect(dates(deadline)).toEqual(['2014-09-15', '2014-10-16', '2014-09-15'])
    expect(textOf(deadline, 'months')).toContain('does not say')
  })

  it('do not leave out the Christmas days, which only close single days', () => {
    expect(dates(from('2023-12-05', contentious))).toEqual(single('2024-02-05'))
  })

  it('of Strasbourg: 31 January 2022 gives 31 July, 1 February gives 1 June; a Sunday is not moved', () => {
    const months = (period: string) => term({ period, calendar: 'every-day', rollOver: 'none' })
    expect(dates(from('2022-01-31', months('6 months')))).toEqual(single('2022-07-31'))
    expect(dates(from('2022-02-01', months('4 months')))).toEqual(single('2022-06-01'))
    const weekend = from('2022-01-31', term({ period: '6 months', calendar: 'courts', rollOver: 'none' }))
    expect(kinds(weekend)).toContain('closed-last-day')
    expect(dayText(weekend.safe)).toBe('2022-07-31')
  })

  it('a year from 29 February ends on 28 February', () => {
    expect(dates(from('2016-02-29', term({ period: '1 year', calendar: 'every-day' })))).toEqual(
      single('2017-02-28'),
    )
    expect(dates(from('2016-01-30', term({ period: '1 month', calendar: 'every-day' })))).toEqual(
      single('2016-02-29'),
    )
  })
})

describe('Hours', () => {
  const hours = (period: string) => term({ period, calendar: 'courts' })

  it('run on over a weekend and are not moved', () => {
    expect(minuteText(from('2014-02-14T17:30', hours('24 hours')).safe)).toBe('2014-02-15T17:30')
    expect(minuteText(from('2014-02-14T17:30', hours('90 minutes')).safe)).toBe('2014-02-14T19:00')
  })

  it('are real hours when the clocks change', () => {
    expect(minuteText(from('2014-03-29T14:00', hours('24 hours')).safe)).toBe('2014-03-30T15:00')
    expect(minuteText(from('2014-10-25T14:00', hours('24 hours')).safe)).toBe('2014-10-26T13:00')
  })

  it('from a day whose hour is not known give the whole day as uncertainty, and the first minute as safe', () => {
    const deadline = from('2014-02-14', hours('72 hours'))
    expect([minuteText(deadline.earliest), minuteText(deadline.latest), minuteText(deadline.safe)]).toEqual([
      '2014-02-17T00:00',
      '2014-02-17T23:59',
      '2014-02-17T00:00',
    ])
  })

  it('do not run during a pause', () => {
    const pauses = [{ earliest: madrid('2014-02-14T20:00').earliest, latest: madrid('2014-02-14T20:59').latest }]
    expect(minuteText(from('2014-02-14T17:30', hours('24 hours'), { pauses }).latest)).toBe('2014-02-15T18:30')
  })
})

describe('An uncertain start', () => {
  it('gives a hull, with the safe date from its first day', () => {
    expect(dates(from('2014-02-14/2014-02-19', contentious))).toEqual(['2014-04-14', '2014-04-21', '2014-04-14'])
    const deadline = from('2014-02-14/2014-02-19', contentious)
    expect(textOf(deadline, 'start')).toContain('between Friday 14 February 2014 and Wednesday 19 February 2014')
    expect(textOf(deadline, 'latest')).toContain('Monday 21 April 2014')
  })

  it('with an unknown notification counts from the event, may not have started, and is never over', () => {
    const deadline = computeDeadline({
      versions: [contentious],
      start: { kind: 'moment-unknown', event: madrid('2014-02-14') },
      calendars,
    })
    expect(deadline.started).toBe('unknown')
    expect(dates(deadline)).toEqual(['2014-04-14', null, '2014-04-14'])
    expect(textOf(deadline, 'moment-unknown')).toContain('notification')
    expect(clockAt(deadline, on('2014-03-01'))).toEqual({ passed: 'false', running: 'unknown' })
    expect(clockAt(deadline, on('2015-03-01'))).toEqual({ passed: 'unknown', running: 'unknown' })
  })

  it('that has not come gives no date', () => {
    const deadline = computeDeadline({ versions: [contentious], start: { kind: 'not-started' }, calendars })
    expect(deadline).toMatchObject({ started: 'false', earliest: null, latest: null, safe: null })
    expect(kinds(deadline)).toEqual(['not-started'])
    expect(clockAt(deadline, on('2015-03-01'))).toEqual({ passed: 'false', running: 'false' })
  })

  it('without a lower bound gives no safe date but the advice to act now', () => {
    const deadline = from('../2014-02-14', suplica)
    expect(deadline.earliest).toBe(-Infinity)
    expect(dayText(deadline.latest)).toBe('2014-02-19')
    expect(textOf(deadline, 'safe')).toContain('Act now')
    expect(clockAt(deadline, on('2014-02-18')).passed).toBe('unknown')
    expect(clockAt(deadline, on('2014-02-20')).passed).toBe('true')
  })

  it('without an upper bound has no latest end', () => {
    const deadline = from('2014-02-14/..', suplica)
    expect(dates(deadline)).toEqual(['2014-02-17', null, '2014-02-17'])
    expect(textOf(deadline, 'latest-unknown')).toContain('no upper bound')
  })
})

describe('An uncertain start of months in whose time days are left out', () => {
  const month = term({ period: '1 month', calendar: 'every-day', rollOver: 'none' })
  const pauses = [{ earliest: madrid('2016-01-26').earliest, latest: madrid('2016-03-02').latest }]

  it('can end earliest on its last day: 29, 30 and 31 January give the same day, with ever fewer days to add', () => {
    expect(dates(from('2016-01-28', month, { pauses }))).toEqual(single('2016-04-02'))
    expect(dates(from('2016-01-31', month, { pauses }))).toEqual(single('2016-03-31'))
    expect(dates(from('2016-01-25/2016-01-31', month, { pauses }))).toEqual([
      '2016-03-31',
      '2016-04-02',
      '2016-03-31',
    ])
  })

  it('can end earliest and latest inside, and before a start that may still come', () => {
    const wide = from('2016-01-05/2016-02-10', month, { pauses })
    expect(dates(wide)).toEqual(['2016-03-13', '2016-04-02', '2016-03-13'])
    const inside = from('2016-01-27/2016-02-05', month, { pauses })
    expect(dates(inside)).toEqual(['2016-03-31', '2016-04-02', '2016-03-31'])
    const open = computeDeadline({
      versions: [month],
      start: { kind: 'moment-unknown', event: madrid('2016-01-27') },
      calendars,
      pauses,
    })
    expect(dates(open)).toEqual(['2016-03-31', null, '2016-03-31'])
  })

  it('can end latest on the 28th alone', () => {
    const later = [{ earliest: madrid('2014-01-29').earliest, latest: madrid('2014-03-02').latest }]
    expect(dates(from('2014-01-28', month, { pauses: later }))).toEqual(single('2014-04-02'))
    expect(dayText(from('2014-01-20/2014-01-31', month, { pauses: later }).latest)).toBe('2014-04-02')
  })

  it('can end latest inside when it has no lower bound, or one years ago', () => {
    expect(dayText(from('../2016-01-31', month, { pauses }).latest)).toBe('2016-04-02')
    expect(dayText(from('2010-01-01/2016-01-31', month, { pauses }).latest)).toBe('2016-04-02')
  })

  it('of years whose first day counts can end earliest on 1 March', () => {
    const year = term({ period: '1 year', calendar: 'every-day', rollOver: 'none', countFirstDay: true })
    const february = [{ earliest: madrid('2016-02-11').earliest, latest: madrid('2016-03-01').latest }]
    expect(dates(from('2016-02-11/2016-03-02', year, { pauses: february }))).toEqual([
      '2017-02-28',
      '2017-03-01',
      '2017-02-28',
    ])
  })

  it('is counted from each of its days where the calendar stands still', () => {
    const closed = { closed: ['06-01/06-30'], monthsStandStill: ['06-01/06-30'] }
    const june = Calendar.parse({
      calendar: 'june',
      title: { en: 'June' },
      zone: 'Europe/Madrid',
      versions: [{ weekdaysOff: [], norm, ...closed }],
    })
    const two = term({ period: '2 months', calendar: 'june', rollOver: 'none' })
    const own = { calendars: compileCalendars([june], []) }
    expect(dates(from('2014-05-20/2014-06-10', two, own))).toEqual(['2014-08-19', '2014-08-31', '2014-08-19'])
  })

  it('is not turned where no day is left out', () => {
    expect(dates(from('2016-01-28/2016-01-31', month))).toEqual(['2016-02-28', '2016-02-29', '2016-02-28'])
  })
})

describe('Versions of the norm', () => {
  const sixMonths = term({
    period: '6 months',
    calendar: 'every-day',
    rollOver: 'none',
    until: '2022-02-01',
    anchor: 'start',
  })
  const fourMonths = term({
    period: '4 months',
    calendar: 'every-day',
    rollOver: 'none',
    from: '2022-02-01',
    anchor: 'start',
  })
  const count = (date: string): Deadline =>
    computeDeadline({ versions: [sixMonths, fourMonths], start: { kind: 'known', span: madrid(date) }, calendars })

  it('are each counted only from the days on which they were in force', () => {
    expect(dates(count('2022-01-31'))).toEqual(single('2022-07-31'))
    expect(dates(count('2022-02-01'))).toEqual(single('2022-06-01'))
  })

  it('leave no gap, in whatever order they are listed', () => {
    const span = madrid('2022-01-30/2022-02-02')
    for (const versions of [
      [sixMonths, fourMonths],
      [fourMonths, sixMonths],
    ])
      expect(computeDeadline({ versions, start: { kind: 'known', span }, calendars }).started).toBe('true')
  })

  it('both count when the start may lie on either side, and the safe date is the earliest', () => {
    const deadline = count('2022-01-30/2022-02-02')
    expect(dates(deadline)).toEqual(['2022-06-01', '2022-07-31', '2022-06-01'])
    expect(textOf(deadline, 'version')).toContain('2022-02-01')
  })
})

describe('A norm that is no longer in force', () => {
  const old = term({ period: '8 weeks', calendar: 'every-day', until: '2014-01-01', anchor: 'start' })

  it('gives no time limit for a later start', () => {
    expect(dates(from('2013-12-31', old))).toEqual(single('2014-02-25'))
    const later = from('2014-01-01', old)
    expect(later).toMatchObject({ started: 'false', earliest: null, safe: null })
    expect(kinds(later)).toEqual(['not-in-force'])
  })

  it('may give none when the start may be later', () => {
    const deadline = from('2013-12-31/2014-01-02', old)
    expect(deadline.started).toBe('unknown')
    expect(dayText(deadline.safe)).toBe('2014-02-25')
    expect(clockAt(deadline, on('2014-06-01')).passed).toBe('unknown')
  })
})

describe('A pause', () => {
  const ten = term({ period: '10 days', calendar: 'every-day' })
  const pause = (a: string, b: string) => ({
    earliest: madrid(a).earliest,
    latest: b === '' ? Infinity : madrid(b).latest,
  })

  it('moves the end by its days', () => {
    expect(dates(from('2014-02-14', ten, { pauses: [pause('2014-02-20', '2014-02-24')] }))).toEqual(
      single('2014-03-01'),
    )
    expect(dates(from('2014-02-14', contentious, { pauses: [pause('2014-02-20', '2014-02-24')] }))).toEqual(
      single('2014-04-21'),
    )
    expect(
      dates(
        from('2014-02-14', term({ period: '3 working days', calendar: 'courts' }), {
          pauses: [pause('2014-02-17', '2014-02-18')],
        }),
      ),
    ).toEqual(single('2014-02-21'))
  })

  it('that begins during a day leaves that day in the safe count and out of the latest', () => {
    expect(dates(from('2014-02-14', ten, { pauses: [pause('2014-02-20T14:00', '2014-02-24')] }))).toEqual([
      '2014-02-28',
      '2014-03-01',
      '2014-02-28',
    ])
  })

  it('with uncertain limits moves the safe date only by its sure part', () => {
    const uncertain = { ...pause('2014-02-18', '2014-02-22'), sure: pause('2014-02-20', '2014-02-21') }
    expect(dates(from('2014-02-14', ten, { pauses: [uncertain] }))).toEqual([
      '2014-02-26',
      '2014-03-01',
      '2014-02-26',
    ])
    expect(dates(from('2014-02-14', ten, { pauses: [{ ...uncertain, sure: null }] }))).toEqual([
      '2014-02-24',
      '2014-03-01',
      '2014-02-24',
    ])
  })

  it('counts each day once when pauses overlap', () => {
    const pauses = [pause('2014-02-22', '2014-02-24'), pause('2014-02-20', '2014-02-23')]
    expect(dates(from('2014-02-14', ten, { pauses }))).toEqual(single('2014-03-01'))
  })

  it('after the end changes nothing', () => {
    expect(dates(from('2014-02-14', ten, { pauses: [pause('2014-02-25', '')] }))).toEqual(single('2014-02-24'))
  })

  it('without an end leaves the latest end unknown, and counts up to the moment asked about', () => {
    const pauses = [pause('2014-02-20', '')]
    expect(dates(from('2014-02-14', ten, { pauses }))).toEqual(['2014-02-24', null, '2014-02-24'])
    const deadline = from('2014-02-14', ten, { pauses, asOf: madrid('2014-03-31').latest })
    expect(dates(deadline)).toEqual(['2014-04-05', null, '2014-04-05'])
    expect(textOf(deadline, 'latest-unknown')).toContain('stands still')
  })
})

describe('Grace and direction', () => {
  it('a late filing until 15:00 of the next working day is a warning and not part of the safe date', () => {
    const version = term({
      period: '3 working days',
      calendar: 'courts',
      grace: { until: '15:00', day: 'next-working-day', norm },
    })
    const deadline = from('2013-07-10', version)
    expect(dayText(deadline.safe)).toBe('2013-07-15')
    expect(minuteText(deadline.grace?.until ?? null)).toBe('2013-07-16T15:00')
    expect(textOf(deadline, 'grace')).toContain('Do not plan on it')
  })

  it('against the State, safe is the first day on which the lapse may be claimed', () => {
    const deadline = from('2014-03-01', term({ period: '40 days', calendar: 'every-day', direction: 'state' }))
    expect(dayText(deadline.safe)).toBe('2014-04-10')
    expect(textOf(deadline, 'safe')).toContain('may be over')
  })

  it('is running up to its last minute and over after it', () => {
    const deadline = from('2014-02-14', contentious)
    expect(clockAt(deadline, on('2014-02-13'))).toEqual({ passed: 'false', running: 'false' })
    expect(clockAt(deadline, on('2014-04-15') - 1)).toEqual({ passed: 'false', running: 'true' })
    expect(clockAt(deadline, on('2014-04-15'))).toEqual({ passed: 'true', running: 'false' })
  })
})

describe('The steps', () => {
  it('let a lawyer check the count by hand, in two languages', () => {
    expect(from('2014-07-15', amparo).steps.map(({ kind, text }) => `${kind}: ${text.en}`)).toMatchInlineSnapshot(`
      [
        "start: Start (notification): Tuesday 15 July 2014.",
        "period: Period: 30 working days. Calendar: constitutional.",
        "first-day: First day counted: Wednesday 16 July 2014 (the day of the event does not count).",
        "not-counted: Days not counted: August (31); Saturdays and Sundays (10).",
        "last-day: Last day: Wednesday 24 September 2014.",
        "safe: Safe date: act by Wednesday 24 September 2014.",
      ]
    `)
    expect(from('2013-07-12', suplica).steps.map(({ kind, text }) => `${kind}: ${text.es}`)).toMatchInlineSnapshot(`
      [
        "start: Inicio (notificación): viernes 12 de julio de 2013.",
        "period: Plazo: 3 días hábiles. Calendario: courts.",
        "first-day: Primer día que cuenta: lunes 15 de julio de 2013 (el día del hecho no cuenta).",
        "not-counted: Días que no cuentan: sábados y domingos (2).",
        "last-day: Último día: miércoles 17 de julio de 2013.",
        "reading: Lectura alternativa "calendar-days": The Act does not say which days count.",
        "period: Plazo: 3 días naturales. Calendario: courts.",
        "first-day: Primer día que cuenta: sábado 13 de julio de 2013 (el día del hecho no cuenta).",
        "last-day: Último día: lunes 15 de julio de 2013.",
        "safe: Fecha segura: actúe a más tardar el lunes 15 de julio de 2013, la primera de todas las cuentas.",
      ]
    `)
  })

  it('say which norm has not been checked against its text', () => {
    const deadline = from(
      '2014-02-14',
      term({ period: '1 month', calendar: 'every-day', norm: { ...norm, checked: 'unverified' } }),
    )
    expect(textOf(deadline, 'unverified')).toBe('test.act 1: not checked against its text.')
  })
})

describe('A deadline that cannot be computed says why', () => {
  it('when the calendar is missing', () => {
    expect(() => from('2014-02-14', term({ period: '3 days', calendar: 'lost' }))).toThrow(/calendar "lost"/)
  })
  it('when no version is given', () => {
    expect(() => computeDeadline({ versions: [], start: { kind: 'not-started' }, calendars })).toThrow(/no version/)
  })
})
