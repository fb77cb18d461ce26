/** The steps of one reading: period, first day, days that do not count, last day, and where it moves. */
import { dayIn, endOfDay, isoDay } from '../record/index.ts'
import type { Day, Instant } from '../record/index.ts'
import type { Closure, CompiledCalendar } from './calendar.ts'
import type { Count, Rule } from './counting.ts'
import type { Outcome } from './deadline.ts'
import { counted, joined, methodWords, say } from './deadline-sentences.ts'
import { runsByTheMinute } from './period.ts'
import { normOf, step } from './step.ts'
import type { Arrival, Step } from './step.ts'
import { dayWords, minuteWords, periodWords } from './time-words.ts'
import type { Words } from './time-words.ts'

/** One reading, counted from the earliest possible start; then, in one line, from the latest. */
export function countSteps(outcome: Outcome): readonly Step[] {
  const { rule, version, reading, why, fromEarliest, fromLatest } = outcome
  const { title } = rule.calendar
  const steps: Step[] = []
  if (reading !== null) steps.push(step('reading', say.reading(reading, why ?? '')))
  const calendarWords = { en: title.en, es: title.es ?? title.en }
  steps.push(step('period', say.period(periodWords(rule.period), calendarWords), normOf(version)))
  const counts = fromEarliest.length > 0 ? fromEarliest : fromLatest
  const main = counts[0]
  if (main === undefined) return steps
  steps.push(...daySteps(rule, main))
  for (const count of counts) {
    if (counts.length > 1 || count.method === 'closed-days-added')
      steps.push(step('months', methodWords[count.method]))
    steps.push(...lastDaySteps(rule, count))
  }
  steps.push(...latestSteps(outcome, main))
  return steps
}

function latestSteps({ rule, startsFrom, startsUntil, fromLatest }: Outcome, main: Count): readonly Step[] {
  const first = fromLatest[0]
  if (startsUntil === startsFrom || first === undefined || first === main) return []
  const { end, last } = fromLatest.reduce((a, b) => (b.end > a.end ? b : a))
  if (end === main.end) return []
  const when = (at: Instant): Words => {
    const { zone } = rule.calendar
    return runsByTheMinute(rule.period.unit) ? minuteWords(zone, at) : dayWords(dayIn(zone, at))
  }
  return [step('latest', say.fromLatestStart(when(startsUntil), when(end)), undefined, { date: end, day: last })]
}

const untilEndOf = ({ zone }: CompiledCalendar, day: Day): Arrival => ({ date: endOfDay(zone, day), day })

/** The first day counted, and the days between it and the last that do not count. */
function daySteps({ calendar, countFirstDay, period }: Rule, { start, nominal }: Count): readonly Step[] {
  const { unit } = period
  if (runsByTheMinute(unit)) return [step('first-day', say.byTheMinute)]
  const after = countFirstDay && unit !== 'clear day' ? start : start + 1
  const first = unit === 'working day' ? calendar.workingDayOnOrAfter(after) : after
  const dateToDate = unit === 'month' || unit === 'year'
  const text =
    unit === 'clear day'
      ? say.clearDays
      : dateToDate
        ? countFirstDay
          ? say.dateToDateFirst
          : say.dateToDate
        : countFirstDay
          ? say.firstDay
          : say.firstDayAfter
  const steps = [step('first-day', text(dayWords(first)), undefined, untilEndOf(calendar, first))]
  return unit === 'working day' ? [...steps, ...closedSteps(calendar, after, nominal)] : steps
}

/** Each closed day is named once, by the first of its reasons: yearly range, weekday, holiday. */
function closedSteps(calendar: CompiledCalendar, from: Day, to: Day): readonly Step[] {
  const ranges = new Map<Words, number>()
  const weekdays = new Map<string, Words>()
  const holidays: Words[] = []
  let weekdayCount = 0
  let uncovered = 0
  let first: Closure | undefined
  for (let day = from; day <= to; day += 1) {
    const closure = calendar.isWorkingDay(day) ? undefined : calendar.whyClosed(day)[0]
    if (closure === undefined) {
      if (!calendar.covers(day)) uncovered += 1
      continue
    }
    first ??= closure
    if (closure.kind === 'range') ranges.set(closure.name, (ranges.get(closure.name) ?? 0) + 1)
    else if (closure.kind === 'holiday') holidays.push(counted(closure.name, isoDay(day)))
    else {
      weekdayCount += 1
      weekdays.set(closure.name.en, closure.name)
    }
  }
  const parts = [...ranges].map(([name, days]) => counted(name, days))
  if (weekdayCount > 0) parts.push(counted(joined([...weekdays.values()]), weekdayCount))
  parts.push(...holidays)
  const steps: Step[] = []
  if (parts.length > 0) steps.push(step('not-counted', say.notCounted(parts), first?.norm))
  if (uncovered > 0) steps.push(step('not-covered', say.notCovered(uncovered)))
  return steps
}

function lastDaySteps({ calendar, rollOver }: Rule, { method, nominal, last, end }: Count): readonly Step[] {
  if (method === 'by-the-minute' && nominal === last) {
    return [step('last-day', say.over(minuteWords(calendar.zone, end)), undefined, { date: end, day: last })]
  }
  const steps = [step('last-day', say.lastDay(dayWords(nominal)), undefined, untilEndOf(calendar, nominal))]
  const closure = calendar.whyClosed(nominal)[0]
  if (closure === undefined) return steps
  if (last !== nominal) {
    steps.push(step('roll-over', say.moved(closure.name, dayWords(last)), closure.norm, { date: end, day: last }))
  } else if (rollOver === 'none') {
    const before = calendar.workingDayOnOrBefore(nominal)
    const text = say.notMoved(closure.name, dayWords(before))
    steps.push(step('closed-last-day', text, closure.norm, untilEndOf(calendar, before)))
  }
  return steps
}
