/** Periods as the packs write them, and date-to-date arithmetic. Pure. */
import { civil, dayOf, daysInMonth } from '../record/index.ts'
import type { Day } from '../record/index.ts'

/** `day` and `calendar day` are the same thing; a clear day (French *jour franc*) has its own rule. */
export type PeriodUnit =
  'minute' | 'hour' | 'calendar day' | 'working day' | 'clear day' | 'week' | 'month' | 'year'

export interface Period {
  readonly count: number
  readonly unit: PeriodUnit
}

/** A time limit or calendar cannot be computed as written. `remedy` says what to write instead. */
export class TimeLimitError extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'TimeLimitError'
    this.remedy = remedy
  }
}

const units: ReadonlyMap<string, PeriodUnit> = new Map([
  ['minute', 'minute'],
  ['hour', 'hour'],
  ['day', 'calendar day'],
  ['calendar day', 'calendar day'],
  ['working day', 'working day'],
  ['clear day', 'clear day'],
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
])
/** No statute counts further; it keeps a slip of the finger from walking a calendar for minutes. */
const COUNT_MAX = 10_000
const periods = new Map<string, Period>()

/** Reads `3 working days`, `2 months`, `24 hours`, `40 days`. Throws {@link TimeLimitError}. */
export function parsePeriod(text: string): Period {
  const known = periods.get(text)
  if (known !== undefined) return known
  const match = /^(\d+) ([a-z ]+?)s?$/.exec(text)
  const unit = units.get(match?.[2] ?? '')
  const count = Number(match?.[1])
  if (unit === undefined || count < 1 || count > COUNT_MAX) {
    throw new TimeLimitError(
      `"${text}" is not a period that can be counted.`,
      `Write a number from 1 to ${COUNT_MAX} and a unit: 24 hours, 3 working days, 40 days, 5 clear days, 2 months.`,
    )
  }
  const period = { count, unit }
  periods.set(text, period)
  return period
}

/** Whether the unit runs from minute to minute and not from day to day. */
export const runsByTheMinute = (unit: PeriodUnit): boolean => unit === 'minute' || unit === 'hour'

/** `2014-02-14` as a day. Throws {@link TimeLimitError} when there is no such day. */
export function dayOfIso(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  if (match === null || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new TimeLimitError(`"${text}" is not a day.`, 'Write the day as 2014-02-14.')
  }
  return dayOf(year, month, day)
}

/**
 * The last day of a period of months counted from `start`, date to date: the same number in the later month; where
 * that month has no such day, its last one. When the first day counts, the period ends one day before the same
 * number.
 */
export function addMonths(start: Day, months: number, countFirstDay = false): Day {
  const { year, month, day } = civil(start)
  const index = year * 12 + month - 1 + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  const length = daysInMonth(toYear, toMonth)
  if (day > length) return dayOf(toYear, toMonth, length)
  return dayOf(toYear, toMonth, day) - (countFirstDay ? 1 : 0)
}

/** Months since year 0: January 2014 is 24168. */
export function monthIndex(day: Day): number {
  const { year, month } = civil(day)
  return year * 12 + month - 1
}
