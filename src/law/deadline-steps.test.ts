import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { calendars, from, norm, term } from './calendar.fixtures.ts'
import { compileCalendar } from './calendar.ts'
import type { Deadline, DeadlineInput, TermRule } from './deadline.ts'
import { Calendar } from './model.ts'

const english = ({ steps }: Deadline): string[] => steps.map(({ text }) => text.en)
const spanish = ({ steps }: Deadline): string[] => steps.map(({ text }) => text.es)
const young = compileCalendar(
  Calendar.parse({
    calendar: 'young',
    title: { en: 'young' },
    zone: 'Europe/Madrid',
    versions: [{ from: '2014-01-08', weekdaysOff: [6, 7], norm }],
  }),
  [],
)
const days = (period: string, calendar = 'every-day', more: object = {}): TermRule =>
  term({ period, calendar, ...more })
const on = (text: string): number => parseMoment(text, 'Europe/Madrid')
const old = days('5 days', 'every-day', { until: '2014-02-01', anchor: 'start' })
const now = days('3 days', 'every-day', { from: '2014-02-01', until: '2015-01-01', anchor: 'start' })
const versions = [old, now]

describe('the count of a time limit, step by step', () => {
  it.each<[string, string, TermRule, Partial<DeadlineInput>, string[]]>([
    [
      'names each holiday by its day, and August by how many of its days',
      '2014-07-29',
      days('5 working days', 'courts'),
      {},
      [
        'Start (notification): Tuesday 29 July 2014.',
        'Period: 5 working days. Calendar: courts.',
        'First day counted: Wednesday 30 July 2014 (the day of the event does not count).',
        'Days not counted: August (31).',
        'Last day: Wednesday 3 September 2014.',
        'Safe date: act by Wednesday 3 September 2014.',
      ],
    ],
    [
      'names a holiday on a working day',
      '2013-12-03',
      days('3 working days', 'courts'),
      {},
      [
        'Start (notification): Tuesday 3 December 2013.',
        'Period: 3 working days. Calendar: courts.',
        'First day counted: Wednesday 4 December 2013 (the day of the event does not count).',
        'Days not counted: Saturdays and Sundays (2); Constitution Day (2013-12-06).',
        'Last day: Monday 9 December 2013.',
        'Safe date: act by Monday 9 December 2013.',
      ],
    ],
    [
      'names days for which the calendar has no rule',
      '2014-01-05',
      days('4 working days', 'young'),
      { calendars: new Map([...calendars, ['young', young]]) },
      [
        'Start (notification): Sunday 5 January 2014.',
        'Period: 4 working days. Calendar: young.',
        'First day counted: Monday 6 January 2014 (the day of the event does not count).',
        'The calendar has no rule for 2 of these days. They were counted as working days: the true date ' +
          'may be later.',
        'Last day: Thursday 9 January 2014.',
        'Safe date: act by Thursday 9 January 2014.',
      ],
    ],
    [
      'in days of which the first counts',
      '2014-02-03',
      days('3 days', 'every-day', { countFirstDay: true }),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 3 calendar days. Calendar: every-day.',
        'First day counted: Monday 3 February 2014.',
        'Last day: Wednesday 5 February 2014.',
        'Safe date: act by Wednesday 5 February 2014.',
      ],
    ],
    [
      'in clear days, of which the first never counts',
      '2014-02-03',
      days('3 clear days', 'every-day', { countFirstDay: true }),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 3 clear days. Calendar: every-day.',
        'Clear days: neither the day of the event nor the last day counts. First day counted: Tuesday 4 ' +
          'February 2014.',
        'Last day: Friday 7 February 2014.',
        'Safe date: act by Friday 7 February 2014.',
      ],
    ],
    [
      'from date to date',
      '2014-01-31',
      days('1 month'),
      {},
      [
        'Start (notification): Friday 31 January 2014.',
        'Period: 1 month. Calendar: every-day.',
        'Counted date to date, from the day after the event: Saturday 1 February 2014.',
        'Last day: Friday 28 February 2014.',
        'Safe date: act by Friday 28 February 2014.',
      ],
    ],
    [
      'from date to date, the first day counted',
      '2014-01-31',
      days('1 year', 'every-day', { countFirstDay: true }),
      {},
      [
        'Start (notification): Friday 31 January 2014.',
        'Period: 1 year. Calendar: every-day.',
        'Counted date to date; the day of the event is the first day: Friday 31 January 2014.',
        'Last day: Friday 30 January 2015.',
        'Safe date: act by Friday 30 January 2015.',
      ],
    ],
    [
      'of which the end on a closed day is not moved',
      '2014-02-03',
      days('5 days', 'courts', { rollOver: 'none' }),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 5 calendar days. Calendar: courts.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Saturday 8 February 2014.',
        'That day is closed (Saturdays) and the last day is not moved. If nothing can be filed then, act ' +
          'by Friday 7 February 2014.',
        'Safe date: act by Saturday 8 February 2014.',
      ],
    ],
    [
      'of which the end on a closed day moves',
      '2014-02-03',
      days('5 days', 'courts'),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 5 calendar days. Calendar: courts.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Saturday 8 February 2014.',
        'That day is closed (Saturdays): the last day moves to the next working day, Monday 10 February 2014.',
        'Safe date: act by Monday 10 February 2014.',
      ],
    ],
    [
      'in hours, from an uncertain start',
      '2014-02-03T10:00/2014-02-04T12:00',
      days('24 hours'),
      {},
      [
        'Start (notification): between Monday 3 February 2014, 10:00 (Europe/Madrid) and Tuesday 4 ' +
          'February 2014, 12:00 (Europe/Madrid).',
        'Period: 24 hours. Calendar: every-day.',
        'It runs without a break from minute to minute, on closed days too.',
        'It is over at Tuesday 4 February 2014, 10:00 (Europe/Madrid).',
        'Counted from the latest possible start (Tuesday 4 February 2014, 12:00 (Europe/Madrid)): ' +
          'Wednesday 5 February 2014, 12:00 (Europe/Madrid).',
        'Safe date: act by Tuesday 4 February 2014, 10:00 (Europe/Madrid).',
      ],
    ],
    [
      'in days, from an uncertain start',
      '2014-02-03/2014-02-05',
      days('2 days'),
      {},
      [
        'Start (notification): between Monday 3 February 2014 and Wednesday 5 February 2014.',
        'Period: 2 calendar days. Calendar: every-day.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Wednesday 5 February 2014.',
        'Counted from the latest possible start (Wednesday 5 February 2014): Friday 7 February 2014.',
        'Safe date: act by Wednesday 5 February 2014.',
      ],
    ],
    [
      'by two readings',
      '2014-02-03',
      days('2 days', 'every-day', { readings: [{ reading: 'long', period: '4 days', why: 'An old judgment.' }] }),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 2 calendar days. Calendar: every-day.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Wednesday 5 February 2014.',
        'Rival reading "long": An old judgment.',
        'Period: 4 calendar days. Calendar: every-day.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Friday 7 February 2014.',
        'Safe date: act by Wednesday 5 February 2014, the earliest of all counts.',
      ],
    ],
    [
      'against the State, by two readings',
      '2014-02-03',
      days('2 days', 'every-day', {
        direction: 'state',
        readings: [{ reading: 'long', period: '4 days', why: 'An old judgment.' }],
      }),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 2 calendar days. Calendar: every-day.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Wednesday 5 February 2014.',
        'Rival reading "long": An old judgment.',
        'Period: 4 calendar days. Calendar: every-day.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Friday 7 February 2014.',
        'The time of the authority may be over after Wednesday 5 February 2014, the earliest of all ' +
          'counts: be ready to claim what follows. It may also end later, for instance if a local holiday ' +
          'is missing from the calendar.',
      ],
    ],
    [
      'against the State',
      '2014-02-03',
      days('2 days', 'every-day', { direction: 'state' }),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 2 calendar days. Calendar: every-day.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Wednesday 5 February 2014.',
        'The time of the authority may be over after Wednesday 5 February 2014: be ready to claim what ' +
          'follows. It may also end later, for instance if a local holiday is missing from the calendar.',
      ],
    ],
    [
      'by two versions',
      '2014-01-30/2014-02-02',
      old,
      { versions },
      [
        'Start (notification): between Thursday 30 January 2014 and Sunday 2 February 2014.',
        'Version of the norm, until before 2014-02-01:',
        'Period: 5 calendar days. Calendar: every-day.',
        'First day counted: Friday 31 January 2014 (the day of the event does not count).',
        'Last day: Tuesday 4 February 2014.',
        'Counted from the latest possible start (Friday 31 January 2014): Wednesday 5 February 2014.',
        'Version of the norm, from 2014-02-01, until before 2015-01-01:',
        'Period: 3 calendar days. Calendar: every-day.',
        'First day counted: Sunday 2 February 2014 (the day of the event does not count).',
        'Last day: Tuesday 4 February 2014.',
        'Counted from the latest possible start (Sunday 2 February 2014): Wednesday 5 February 2014.',
        'Safe date: act by Tuesday 4 February 2014, the earliest of all counts.',
      ],
    ],
    [
      'on some starts of which no version was in force',
      '2014-12-30/2015-01-02',
      old,
      { versions },
      [
        'Start (notification): between Tuesday 30 December 2014 and Friday 2 January 2015.',
        'Period: 3 calendar days. Calendar: every-day.',
        'First day counted: Wednesday 31 December 2014 (the day of the event does not count).',
        'Last day: Friday 2 January 2015.',
        'Counted from the latest possible start (Wednesday 31 December 2014): Saturday 3 January 2015.',
        'On some of the possible starts no version of this norm was in force: the time limit may not apply.',
        'Safe date: act by Friday 2 January 2015.',
      ],
    ],
    [
      'by norms that were not read',
      '2014-02-03',
      days('2 days', 'every-day', {
        norm: [
          { ...norm, checked: 'secondary' },
          { ...norm, article: '2', checked: 'unverified' },
          { ...norm, article: '3' },
        ],
      }),
      {},
      [
        'Start (notification): Monday 3 February 2014.',
        'Period: 2 calendar days. Calendar: every-day.',
        'First day counted: Tuesday 4 February 2014 (the day of the event does not count).',
        'Last day: Wednesday 5 February 2014.',
        'Safe date: act by Wednesday 5 February 2014.',
        'test.act 1: checked in a secondary source only.',
        'test.act 2: not checked against its text.',
      ],
    ],
  ])('%s', (_, date, version, more, expected) => {
    expect(english(from(date, version, more))).toEqual(expected)
  })

  it.each<[string, DeadlineInput['pauses'], string[]]>([
    [
      'between two moments',
      [
        {
          earliest: on('2014-02-04T09:00'),
          latest: on('2014-02-05T09:00'),
          sure: null,
        },
      ],
      [
        'It did not run from Tuesday 4 February 2014, 09:00 (Europe/Madrid) to Wednesday 5 February ' +
          '2014, 09:00 (Europe/Madrid).',
        'The limits of this pause are uncertain: the safe date relies only on the part that is sure.',
      ],
    ],
    [
      'since a moment',
      [{ earliest: on('2014-02-04T09:00'), latest: Infinity }],
      ['It does not run since Tuesday 4 February 2014, 09:00 (Europe/Madrid); no end of that is recorded.'],
    ],
    [
      'since nobody knows when',
      [{ earliest: -Infinity, latest: on('2014-02-05T09:00') }],
      ['It did not run from an unknown time to Wednesday 5 February 2014, 09:00 (Europe/Madrid).'],
    ],
  ])('tells of a pause %s', (_, pauses, expected) => {
    const { steps } = from('2014-02-03', days('5 days'), { pauses: pauses ?? [] })
    expect(steps.filter(({ kind }) => kind === 'paused').map(({ text }) => text.en)).toEqual(expected)
  })

  it('is told in Spanish too', () => {
    const told = spanish(from('2014-01-30/2014-02-02', old, { versions }))
    expect(told).toEqual([
      'Inicio (notificación): entre jueves 30 de enero de 2014 y domingo 2 de febrero de 2014.',
      'Versión de la norma, hasta antes del 2014-02-01:',
      'Plazo: 5 días naturales. Calendario: every-day.',
      'Primer día que cuenta: viernes 31 de enero de 2014 (el día del hecho no cuenta).',
      'Último día: martes 4 de febrero de 2014.',
      'Contado desde el último inicio posible (viernes 31 de enero de 2014): miércoles 5 de febrero de 2014.',
      'Versión de la norma, desde el 2014-02-01, hasta antes del 2015-01-01:',
      'Plazo: 3 días naturales. Calendario: every-day.',
      'Primer día que cuenta: domingo 2 de febrero de 2014 (el día del hecho no cuenta).',
      'Último día: martes 4 de febrero de 2014.',
      'Contado desde el último inicio posible (domingo 2 de febrero de 2014): miércoles 5 de febrero de 2014.',
      'Fecha segura: actúe a más tardar el martes 4 de febrero de 2014, la primera de todas las cuentas.',
    ])
  })
})
