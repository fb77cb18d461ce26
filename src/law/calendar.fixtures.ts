/** Small calendars and terms for the tests of counting; the packs hold the real ones. */
import { dayIn, isoDay, isoMinute, parseDate } from '../record/index.ts'
import type { Instant } from '../record/index.ts'
import { compileCalendars } from './calendar.ts'
import type { Calendars } from './calendar.ts'
import { computeDeadline } from './deadline.ts'
import type { Deadline, DeadlineInput, TermRule } from './deadline.ts'
import { Calendar, Holidays, Term } from './model.ts'

export const norm = { instrument: 'test.act', article: '1', checked: 'official' } as const

export const nationalHolidays = Holidays.parse({
  holidays: 'national',
  title: { en: 'National holidays' },
  norm,
  fixed: [
    { day: '01-01', name: 'New Year' },
    { day: '01-06', name: 'Epiphany' },
    { day: '05-01', name: 'Labour Day' },
    { day: '08-15', name: 'Assumption' },
    { day: '10-12', name: 'National Day' },
    { day: '11-01', name: 'All Saints' },
    { day: '12-06', name: 'Constitution Day' },
    { day: '12-08', name: 'Immaculate Conception' },
    { day: '12-25', name: 'Christmas' },
  ],
  easter: [{ offset: -2, name: 'Good Friday' }],
})

const oldChristmas = ['12-24/12-24', '12-31/12-31']
const newChristmas = ['12-24/01-06']
const august = ['08-01/08-31']
const weekend = [6, 7]
const madrid = (calendar: string, versions: readonly object[]): Calendar =>
  Calendar.parse({ calendar, title: { en: calendar }, zone: 'Europe/Madrid', versions })
const judicial = (extra: object = {}): object[] => [
  {
    until: '2022-12-23',
    weekdaysOff: weekend,
    closed: [...august, ...oldChristmas],
    holidays: ['national'],
    norm,
    ...extra,
  },
  {
    from: '2022-12-23',
    weekdaysOff: weekend,
    closed: [...august, ...newChristmas],
    holidays: ['national'],
    norm,
    ...extra,
  },
]

export const fixtures: readonly Calendar[] = [
  madrid('courts', judicial()),
  madrid('contentious', judicial({ monthsStandStill: august })),
  madrid('runs-on', judicial({ monthsStandStill: [] })),
  madrid('before-the-christmas-rule', [
    { weekdaysOff: weekend, closed: [...august, ...oldChristmas], holidays: ['national'], norm },
  ]),
  madrid('constitutional', [
    { until: '1999-06-22', weekdaysOff: [7], holidays: ['national'], norm },
    { from: '1999-06-22', until: '2004-01-15', weekdaysOff: [7], closed: august, holidays: ['national'], norm },
    {
      from: '2004-01-15',
      until: '2022-12-23',
      weekdaysOff: weekend,
      closed: [...august, ...oldChristmas],
      holidays: ['national'],
      norm,
    },
    {
      from: '2022-12-23',
      weekdaysOff: weekend,
      closed: [...august, ...newChristmas],
      holidays: ['national'],
      norm,
    },
  ]),
  madrid('administrative', [
    { until: '2016-10-02', weekdaysOff: [7], holidays: ['national'], norm },
    { from: '2016-10-02', weekdaysOff: weekend, holidays: ['national'], norm },
  ]),
  madrid('every-day', [{ weekdaysOff: [], norm }]),
  Calendar.parse({
    calendar: 'london',
    title: { en: 'London' },
    zone: 'Europe/London',
    versions: [{ weekdaysOff: weekend, norm }],
  }),
]

export const calendars: Calendars = compileCalendars(fixtures, [nationalHolidays])

export const term = (fields: Partial<Term> & { period: string; calendar: string }): TermRule =>
  Term.parse({
    term: 'test.term',
    title: { en: 'Test' },
    direction: 'person',
    starts: { event: 'decided', moment: 'notified' },
    norm,
    ...fields,
  })

const ZONE = 'Europe/Madrid'

/** Counts one term from a date as written. */
export const from = (date: string, version: TermRule, more: Partial<DeadlineInput> = {}): Deadline =>
  computeDeadline({
    versions: [version],
    start: { kind: 'known', span: parseDate(date, ZONE) },
    calendars,
    ...more,
  })

/** The day an instant lies on in Madrid; `null` stays. */
export const dayText = (instant: Instant | null): string | null =>
  instant === null ? null : isoDay(dayIn(ZONE, instant))
export const minuteText = (instant: Instant | null): string | null =>
  instant === null ? null : isoMinute(ZONE, instant)

/** Earliest, latest and safe date as days. */
export const dates = ({ earliest, latest, safe }: Deadline): readonly (string | null)[] => [
  dayText(earliest),
  dayText(latest),
  dayText(safe),
]
