/**
 * Counts one reading of a time limit from one start. The result is numbers only; `deadline.ts` joins several counts
 * into a deadline, and `deadline-steps.ts` puts them into words.
 */
import { dayIn, endOfDay, startOfDay } from '../record/index.ts'
import type { Day, Instant, Zone } from '../record/index.ts'
import type { CompiledCalendar } from './calendar.ts'
import { addMonths, monthIndex, runsByTheMinute } from './period.ts'
import type { Period } from './period.ts'

/** One way to count: what a term, or a rival reading of it, comes down to. */
export interface Rule {
  readonly period: Period
  readonly countFirstDay: boolean
  readonly calendar: CompiledCalendar
  readonly rollOver: 'next-working-day' | 'none'
}

/**
 * `date-to-date`: months and years by their number · `closed-days-added`: the days on which a term in months stands
 * still are added at its end · `closed-months-left-out`: counted as if those months did not exist.
 */
export type Method = 'by-the-minute' | 'by-days' | 'date-to-date' | 'closed-days-added' | 'closed-months-left-out'

export interface Count {
  readonly method: Method
  /** The day of the event, in the calendar's zone. */
  readonly start: Day
  /** The last day before it is moved to a working day. */
  readonly nominal: Day
  /** The last day. */
  readonly last: Day
  /** The last minute of the last day; for hours, the minute in which they are over. */
  readonly end: Instant
}

/** Time in which the term did not run, both minutes included. Sorted, without overlap. */
export interface Pause {
  readonly from: Instant
  readonly to: Instant
}

/** `inner`: only days that lie in a pause from midnight to midnight are left out; `outer`: every day it touches. */
export type PauseEdge = 'inner' | 'outer'

/** Sorts pauses and joins those that touch. */
export function joinPauses(pauses: readonly Pause[]): readonly Pause[] {
  const joined: Pause[] = []
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && pause.from <= last.to + 1)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) }
    else joined.push(pause)
  }
  return joined
}

type DayTest = (day: Day) => boolean

/** Which days are left out because of pauses; undefined when none is. */
export function pausedDays(pauses: readonly Pause[], zone: Zone, edge: PauseEdge): DayTest | undefined {
  if (pauses.length === 0) return undefined
  const ranges = pauses.map(({ from, to }) => {
    const [first, last] = [dayIn(zone, from), dayIn(zone, to)]
    if (edge === 'outer') return [first, last] as const
    return [
      startOfDay(zone, first) >= from ? first : first + 1,
      endOfDay(zone, last) <= to ? last : last - 1,
    ] as const
  })
  return (day) => ranges.some(([first, last]) => day >= first && day <= last)
}

/** Every way in which this reading can be counted from `start`: one, save for months across a closed month. */
export function countFrom(rule: Rule, start: Instant, pauses: readonly Pause[], edge: PauseEdge): readonly Count[] {
  const { period, calendar } = rule
  if (runsByTheMinute(period.unit)) return [countMinutes(rule, start, pauses)]
  const paused = pausedDays(pauses, calendar.zone, edge)
  const day = dayIn(calendar.zone, start)
  if (period.unit === 'month') return countMonths(rule, day, paused)
  if (period.unit === 'year') {
    return [
      finish(rule, 'date-to-date', day, extend(day, addMonths(day, period.count * 12, rule.countFirstDay), paused)),
    ]
  }
  return [finish(rule, 'by-days', day, lastOfDays(rule, day, paused))]
}

function lastOfDays({ period, countFirstDay, calendar }: Rule, start: Day, paused: DayTest | undefined): Day {
  const before = countFirstDay ? start - 1 : start
  if (period.unit === 'working day') {
    let day = before
    for (let left = period.count; left > 0;) {
      day = calendar.workingDayAfter(day)
      if (paused === undefined || !paused(day)) left -= 1
    }
    return day
  }
  // Clear days: neither the day of the event nor the last one counts, so that the act is still in time on the day
  // after.
  if (period.unit === 'clear day') return extend(start, start + period.count + 1, paused)
  return extend(before, before + period.count * (period.unit === 'week' ? 7 : 1), paused)
}

/** Moves `end` on by every day after `start` that is left out, over days that do not run, and never ends on one. */
function extend(start: Day, end: Day, leftOut: DayTest | undefined, standing = leftOut): Day {
  if (leftOut === undefined || standing === undefined) return end
  let more = 0
  for (let day = start + 1; day <= end; day += 1) if (leftOut(day)) more += 1
  let last = end
  while (more > 0) {
    last += 1
    if (!standing(last)) more -= 1
  }
  return last
}

/**
 * Months run date to date. Where the calendar makes them stand still (August before the Spanish administrative
 * courts) the text gives no method: adding the closed days and leaving out the month can differ by a day, so both are
 * counted. Where it does not say whether they stand still, running on is counted too. What a pause adds at the end
 * stands still like the rest.
 */
function countMonths(rule: Rule, start: Day, paused: DayTest | undefined): readonly Count[] {
  const { period, countFirstDay, calendar } = rule
  const plainEnd = addMonths(start, period.count, countFirstDay)
  const pausedEnd = extend(start, plainEnd, paused)
  const plain = (): Count => finish(rule, 'date-to-date', start, pausedEnd)
  let stated = false
  let unstated = false
  for (let day = start + 1; day <= pausedEnd; day += 1) {
    const still = calendar.monthsStandStill(day)
    if (still === 'yes') stated = true
    else if (still === 'unstated') unstated = true
  }
  if (!stated && !unstated) return [plain()]
  const still: DayTest = (day) => calendar.monthsStandStill(day) !== 'no'
  const either: DayTest = paused === undefined ? still : (day) => still(day) || paused(day)
  const counts = [finish(rule, 'closed-days-added', start, extend(start, plainEnd, either))]
  if (calendar.standsStillByWholeMonths)
    counts.push(finish(rule, 'closed-months-left-out', start, leaveOutMonths(rule, start, still, paused)))
  if (unstated) counts.push(plain())
  return counts
}

function leaveOutMonths(
  { period, countFirstDay }: Rule,
  start: Day,
  still: DayTest,
  paused: DayTest | undefined,
): Day {
  let origin = start
  while (still(origin) && still(origin + 1)) origin += 1
  const endWith = (leftOut: number): Day => addMonths(origin, period.count + leftOut, countFirstDay)
  let leftOut = 0
  for (let found = -1; found !== leftOut;) {
    found = leftOut
    leftOut = stillMonths(origin, endWith(found), still)
  }
  const end = endWith(leftOut)
  if (paused === undefined) return end
  return extend(
    start,
    end,
    (day) => paused(day) && !still(day),
    (day) => paused(day) || still(day),
  )
}

/** How many months after that of `start`, up to that of `end`, stand still. */
function stillMonths(start: Day, end: Day, still: DayTest): number {
  let found = 0
  const months = monthIndex(end) - monthIndex(start)
  for (let n = 1; n <= months; n += 1) if (still(addMonths(start, n))) found += 1
  return found
}

function countMinutes(rule: Rule, start: Instant, pauses: readonly Pause[]): Count {
  const { calendar, period } = rule
  let end = start + period.count * (period.unit === 'hour' ? 60 : 1)
  for (const { from, to } of pauses) {
    if (to < start || from >= end) continue
    end += to - Math.max(from, start) + 1
  }
  const day = dayIn(calendar.zone, end)
  const count: Count = { method: 'by-the-minute', start: dayIn(calendar.zone, start), nominal: day, last: day, end }
  if (rule.rollOver === 'none' || calendar.isWorkingDay(day)) return count
  // Moved to the next working day, and no text says until which of its hours: its first minute is the careful
  // reading.
  const last = calendar.workingDayAfter(day)
  return { ...count, last, end: startOfDay(calendar.zone, last) }
}

function finish({ calendar, rollOver }: Rule, method: Method, start: Day, nominal: Day): Count {
  const last = rollOver === 'none' ? nominal : calendar.workingDayOnOrAfter(nominal)
  return { method, start, nominal, last, end: endOfDay(calendar.zone, last) }
}
