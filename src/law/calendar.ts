/**
 * Calendars of courts and authorities, compiled for counting: which days are open, and under which norm a day is
 * closed. A day is judged by the version of the calendar in force on that day, so that a period may cross a change of
 * the rule.
 */
import { civil, dayOf, daysInMonth, isoDay, weekday } from '../record/index.ts'
import type { Day, Zone } from '../record/index.ts'
import type { Calendar, Holidays, Norm } from './model.ts'
import { dayOfIso, TimeLimitError } from './period.ts'
import { rangeWords, weekdayNames } from './time-words.ts'
import type { Words } from './time-words.ts'

/** Why a day does not count. */
export interface Closure {
  readonly kind: 'range' | 'weekday' | 'holiday'
  /** August; Saturdays; the holiday's name. */
  readonly name: Words
  readonly norm: Norm
}

/** Western Easter Sunday of a Gregorian year (the anonymous computus, as printed by Meeus). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - epact - (c % 4)) % 7
  const m = Math.floor((a + 11 * epact + 22 * l) / 451)
  const total = epact + l - 7 * m + 114
  return dayOf(year, Math.floor(total / 31), (total % 31) + 1)
}

/**
 * A range of month-days that comes back every year; it may pass New Year. `month * 100 + day`, both ends included.
 */
interface YearlyRange {
  readonly from: number
  readonly to: number
  readonly closure: Closure
  readonly wholeMonths: boolean
}

interface CompiledVersion {
  readonly from: Day
  /** The first day on which it no longer holds. */
  readonly until: Day
  /** Indexed by weekday, 1 to 7. */
  readonly weekdays: readonly (Closure | undefined)[]
  readonly ranges: readonly YearlyRange[]
  /** Ranges in which terms in months stand still too; `null` when the calendar does not say. */
  readonly standing: readonly YearlyRange[] | null
  readonly holidays: readonly Holidays[]
}

const OPEN = 0
const CLOSED = 1
/** A term in months does not run on this day. */
const STANDS_STILL = 2
/** Closed by a range of whole months, and the calendar does not say whether terms in months run on. */
const MAY_STAND_STILL = 4
const NO_VERSION = 8

interface YearTable {
  readonly first: Day
  readonly flags: Uint8Array
  /** Holidays of the year by day. */
  readonly holidays: ReadonlyMap<Day, Closure>
}

/** No calendar is closed for so long without a break; a search beyond it is a mistake in the calendar. */
const SEARCH_DAYS_MAX = 1000

const within = (range: YearlyRange, monthDay: number): boolean =>
  range.from <= range.to
    ? monthDay >= range.from && monthDay <= range.to
    : monthDay >= range.from || monthDay <= range.to

export class CompiledCalendar {
  readonly id: string
  readonly title: Calendar['title']
  readonly zone: Zone
  /** No range in which terms in months stand still is made of anything but whole months. */
  readonly standsStillByWholeMonths: boolean
  readonly #versions: readonly CompiledVersion[]
  readonly #years = new Map<number, YearTable>()
  #last: YearTable = { first: 0, flags: new Uint8Array(0), holidays: new Map() }

  constructor(calendar: Calendar, versions: readonly CompiledVersion[]) {
    this.id = calendar.calendar
    this.title = calendar.title
    this.zone = calendar.zone
    this.#versions = versions
    this.standsStillByWholeMonths = versions.every((version) =>
      (version.standing ?? []).every((range) => range.wholeMonths),
    )
  }

  /** Days that no version covers count as working days: that never moves a time limit to a later day. */
  isWorkingDay(day: Day): boolean {
    return (this.#flags(day) & CLOSED) === 0
  }

  /** Whether some version of the calendar covers the day. */
  covers(day: Day): boolean {
    return (this.#flags(day) & NO_VERSION) === 0
  }

  /**
   * Whether a term in months stands still on this day (`unstated`: the calendar does not say, and the day is closed).
   */
  monthsStandStill(day: Day): 'yes' | 'no' | 'unstated' {
    const flags = this.#flags(day)
    return (flags & STANDS_STILL) !== 0 ? 'yes' : (flags & MAY_STAND_STILL) !== 0 ? 'unstated' : 'no'
  }

  /** The day itself when it is a working day, else the next one that is. */
  workingDayOnOrAfter(day: Day): Day {
    return this.#search(day, 1)
  }

  workingDayAfter(day: Day): Day {
    return this.#search(day + 1, 1)
  }

  workingDayOnOrBefore(day: Day): Day {
    return this.#search(day, -1)
  }

  /** Every reason why the day is closed: yearly range, weekday, holiday, in this order; none on a working day. */
  whyClosed(day: Day): readonly Closure[] {
    const version = this.#versionOn(day)
    if (version === undefined) return []
    const { month, day: number } = civil(day)
    const reasons = version.ranges
      .filter((range) => within(range, month * 100 + number))
      .map((range) => range.closure)
    const off = version.weekdays[weekday(day)]
    if (off !== undefined) reasons.push(off)
    const holiday = this.#table(day).holidays.get(day)
    if (holiday !== undefined) reasons.push(holiday)
    return reasons
  }

  #search(from: Day, step: 1 | -1): Day {
    for (let n = 0; n < SEARCH_DAYS_MAX; n += 1) {
      const day = from + n * step
      if (this.isWorkingDay(day)) return day
    }
    throw new TimeLimitError(
      `The calendar ${this.id} has no working day within ${SEARCH_DAYS_MAX} days of ${isoDay(from)}.`,
      'Look at its closed ranges: together they may cover the whole year.',
    )
  }

  #versionOn(day: Day): CompiledVersion | undefined {
    return this.#versions.find((version) => day >= version.from && day < version.until)
  }

  #flags(day: Day): number {
    const table = this.#table(day)
    return table.flags[day - table.first] ?? NO_VERSION
  }

  #table(day: Day): YearTable {
    const last = this.#last
    if (day >= last.first && day < last.first + last.flags.length) return last
    const { year } = civil(day)
    const table = this.#years.get(year) ?? this.#build(year)
    this.#years.set(year, table)
    this.#last = table
    return table
  }

  #build(year: number): YearTable {
    const first = dayOf(year, 1, 1)
    const flags = new Uint8Array(dayOf(year + 1, 1, 1) - first)
    const holidays = new Map<Day, Closure>()
    for (let n = 0; n < flags.length; n += 1) {
      const day = first + n
      const version = this.#versionOn(day)
      if (version === undefined) {
        flags[n] = NO_VERSION
        continue
      }
      const { month, day: number } = civil(day)
      const monthDay = month * 100 + number
      const ranges = version.ranges.filter((range) => within(range, monthDay))
      const holiday = holidayOn(version.holidays, year, day, monthDay)
      if (holiday !== undefined) holidays.set(day, holiday)
      const closed = ranges.length > 0 || version.weekdays[weekday(day)] !== undefined || holiday !== undefined
      const still =
        version.standing === null
          ? ranges.some((range) => range.wholeMonths)
            ? MAY_STAND_STILL
            : OPEN
          : version.standing.some((range) => within(range, monthDay))
            ? STANDS_STILL
            : OPEN
      flags[n] = (closed ? CLOSED : OPEN) | still
    }
    return { first, flags, holidays }
  }
}

function holidayOn(sets: readonly Holidays[], year: number, day: Day, monthDay: number): Closure | undefined {
  for (const set of sets) {
    const name =
      set.fixed.find(
        (fixed) =>
          monthDayOf(fixed.day) === monthDay &&
          (fixed.from === undefined || day >= dayOfIso(fixed.from)) &&
          (fixed.until === undefined || day < dayOfIso(fixed.until)),
      )?.name ??
      set.easter.find((feast) => easterSunday(year) + feast.offset === day)?.name ??
      set.days.find((single) => dayOfIso(single.day) === day)?.name
    if (name !== undefined) return { kind: 'holiday', name: { en: name, es: name }, norm: set.norm }
  }
  return undefined
}

/** `08-31` → 831. Throws {@link TimeLimitError} when no year has such a day. */
function monthDayOf(text: string): number {
  const [month, day] = text.split('-').map(Number) as [number, number]
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month))) {
    throw new TimeLimitError(`There is no day "${text}" in any year.`, 'Write month and day, as in 08-31.')
  }
  return month * 100 + day
}

function compileRange(text: string, norm: Norm): YearlyRange {
  const [left = '', right = ''] = text.split('/')
  const from = monthDayOf(left)
  const to = monthDayOf(right)
  const toMonth = Math.floor(to / 100)
  // A range that ends on 28 February would leave out the 29th: not the whole month.
  const wholeMonths = from % 100 === 1 && to % 100 === daysInMonth(2024, toMonth)
  const name = rangeWords(Math.floor(from / 100), from % 100, toMonth, to % 100, wholeMonths)
  return { from, to, wholeMonths, closure: { kind: 'range', name, norm } }
}

/** Whether the ranges together leave no day of a leap year open. */
function coversYear(ranges: readonly YearlyRange[]): boolean {
  if (ranges.length === 0) return false
  for (let day = dayOf(2024, 1, 1); day < dayOf(2025, 1, 1); day += 1) {
    const { month, day: number } = civil(day)
    if (!ranges.some((range) => within(range, month * 100 + number))) return false
  }
  return true
}

/**
 * Compiles a calendar with the holiday sets it names. Throws {@link TimeLimitError} when a set is missing, versions
 * overlap, every weekday is off, the zone is unknown or a range is not made of days.
 */
export function compileCalendar(calendar: Calendar, holidays: Iterable<Holidays>): CompiledCalendar {
  const sets = new Map([...holidays].map((set) => [set.holidays, set]))
  const fail = (what: string, remedy: string): never => {
    throw new TimeLimitError(`Calendar ${calendar.calendar}: ${what}`, remedy)
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: calendar.zone })
  } catch {
    fail(`there is no time zone "${calendar.zone}".`, 'Write an IANA name, such as Europe/Madrid.')
  }
  const versions = calendar.versions
    .map((version): CompiledVersion => {
      const weekdays: (Closure | undefined)[] = []
      for (const off of version.weekdaysOff)
        weekdays[off] = { kind: 'weekday', name: weekdayNames(off), norm: version.norm }
      if (new Set(version.weekdaysOff).size === 7) fail('every weekday is off.', 'Leave at least one weekday open.')
      return {
        from: version.from === undefined ? -Infinity : dayOfIso(version.from),
        until: version.until === undefined ? Infinity : dayOfIso(version.until),
        weekdays,
        ranges: version.closed.map((range) => compileRange(range, version.norm)),
        standing: version.monthsStandStill?.map((range) => compileRange(range, version.norm)) ?? null,
        holidays: version.holidays.map(
          (id) =>
            sets.get(id) ??
            fail(
              `it names the holidays "${id}", and no pack has such a set.`,
              `Add a block "holidays: ${id}", or correct the name.`,
            ),
        ),
      }
    })
    .sort((a, b) => a.from - b.from)
  versions.forEach((version, n) => {
    const next = versions[n + 1]
    if (version.from >= version.until)
      fail('a version ends before it begins.', '"until" is the first day on which it no longer holds.')
    if (next !== undefined && next.from < version.until) {
      fail(
        `two versions both hold on ${isoDay(next.from)}.`,
        'Let "until" of the earlier one be "from" of the later one.',
      )
    }
  })
  for (const { ranges, standing, holidays: used } of versions) {
    if (coversYear(ranges) || coversYear(standing ?? []))
      fail('it is closed the whole year.', 'Leave some days open.')
    for (const set of used) for (const fixed of set.fixed) monthDayOf(fixed.day)
  }
  return new CompiledCalendar(calendar, versions)
}

/** Every calendar of the law by its id. */
export type Calendars = ReadonlyMap<string, CompiledCalendar>

/** Compiles all calendars of the packs. Throws {@link TimeLimitError}, as {@link compileCalendar} does. */
export const compileCalendars = (calendars: readonly Calendar[], holidays: readonly Holidays[]): Calendars =>
  new Map(calendars.map((calendar) => [calendar.calendar, compileCalendar(calendar, holidays)]))
