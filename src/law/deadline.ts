/**
 * Time limits: intervals in, intervals out. The date to act by is always the earliest that any reading, version or
 * possible start gives, so that learning more can only confirm it or move it later.
 */
import { civil, dayIn, endOfDay, instantIn, startOfDay } from '../record/index.ts'
import type { Day, Instant, Span } from '../record/index.ts'
import type { Calendars, CompiledCalendar } from './calendar.ts'
import { countFrom, joinPauses, pausedDays } from './counting.ts'
import type { Count, Pause, PauseEdge, Rule } from './counting.ts'
import { stepsOf } from './deadline-steps.ts'
import type { Norm, Term } from './model.ts'
import { dayOfIso, parsePeriod, runsByTheMinute, TimeLimitError } from './period.ts'
import type { Step } from './step.ts'

/** What the counting needs of a {@link Term}; any `Term` will do. */
export type TermRule = Pick<
  Term,
  | 'term'
  | 'direction'
  | 'starts'
  | 'period'
  | 'countFirstDay'
  | 'calendar'
  | 'rollOver'
  | 'readings'
  | 'grace'
  | 'norm'
  | 'from'
  | 'until'
  | 'anchor'
>

/**
 * What is known of the start. `known`: the moment that counts lies in the span. `moment-unknown`: the event happened
 * in the span, but not known is when, or whether, the moment that counts (the notification …) came. `not-started`: it
 * has not happened.
 */
export type TermStart =
  | { readonly kind: 'known'; readonly span: Span }
  | { readonly kind: 'moment-unknown'; readonly event: Span }
  | { readonly kind: 'not-started' }

/**
 * A span in which the term did not run, from `earliest` to `latest`. `latest: Infinity`: as far as known it still
 * does not run; the pause then counts up to `asOf` only, and the latest end is unknown.
 */
export interface PauseSpan {
  readonly earliest: Instant
  readonly latest: Instant
  /**
   * When its limits are uncertain: the part in which it surely did not run; null, or one that ends before it begins,
   * when there is none. The safe date relies on this part alone. Left out: the whole span is sure.
   */
  readonly sure?: { readonly earliest: Instant; readonly latest: Instant } | null
}

export interface DeadlineInput {
  /**
   * The versions of the term that may apply. One whose `anchor` is `start` is counted only from starts on which it
   * was
   * in force.
   */
  readonly versions: readonly TermRule[]
  readonly start: TermStart
  readonly calendars: Calendars
  /** Spans in which the term did not run. */
  readonly pauses?: readonly PauseSpan[]
  /** The moment asked about; used for open pauses only. */
  readonly asOf?: Instant
}

/** What one reading of the norm gives. */
export interface ReadingResult {
  /** Null: the rule as it stands. */
  readonly reading: string | null
  readonly why: string | null
  readonly earliest: Instant
  readonly latest: Instant | null
}

export interface Deadline {
  /**
   * `unknown`: the event is there, the moment that counts is not, or no version was in force on some possible start.
   * `false`: it has not happened, or no version was in force when it did.
   */
  readonly started: 'true' | 'false' | 'unknown'
  readonly direction: 'person' | 'state'
  /** What it was counted from. */
  readonly start: Span | null
  /**
   * The last minute under the earliest possible start and the shortest reading; null only when it has not started.
   */
  readonly earliest: Instant | null
  /**
   * The last minute under the latest possible start and the longest reading; null: unknown, it may not have started
   * or may stand still.
   */
  readonly latest: Instant | null
  /**
   * Never later than `earliest`. For a person's time limit: act by this minute, and no reading calls it late. For a
   * limit on the State: from this minute on be ready to claim what follows from its lapse (release, discharge); do
   * not rely on the lapse until `latest` has passed.
   */
  readonly safe: Instant | null
  /** Until when a late filing would still be taken: a warning, never part of `safe`. */
  readonly grace: { readonly until: Instant; readonly norm: Norm } | null
  readonly readings: readonly ReadingResult[]
  /** The count, in order, for checking by hand; made when first read. */
  readonly steps: readonly Step[]
}

/** One version under one reading, counted from both ends of the possible start. */
export interface Outcome {
  readonly version: TermRule
  readonly rule: Rule
  readonly reading: string | null
  readonly why: string | null
  readonly startsFrom: Instant
  readonly startsUntil: Instant
  /** Counts from the earliest possible start; empty when it has no lower bound. */
  readonly fromEarliest: readonly Count[]
  /** Counts from the latest possible start; empty when it has no upper bound. */
  readonly fromLatest: readonly Count[]
  readonly earliest: Instant
  readonly latest: Instant | null
}

interface Pauses {
  /** The sure parts, for the earliest end. */
  readonly sure: readonly Pause[]
  /** The whole spans, for the latest end. */
  readonly whole: readonly Pause[]
  /** When the first one without an end began; Infinity: there is none. */
  readonly openFrom: Instant
}

/** A lower bound for pauses that began at an unknown time (about the year 68). */
const LONG_AGO: Instant = -1_000_000_000
const noReadings: readonly ReadingResult[] = []

/**
 * Computes a deadline with its steps. Throws {@link TimeLimitError} when there is no version, or no such calendar.
 */
export function computeDeadline(input: DeadlineInput): Deadline {
  const { versions, start, calendars } = input
  const first = versions[0]
  if (first === undefined) {
    throw new TimeLimitError(
      'There is no version of this time limit to count.',
      'Choose at least one version of the term.',
    )
  }
  if (start.kind === 'not-started') return notRunning(input, first)
  const span = start.kind === 'known' ? start.span : start.event
  const pauses = pausesOf(input)
  const until = start.kind === 'known' ? span.latest : Infinity
  const { windows, gap } = windowsOf(versions, span.earliest, until, calendars)
  if (windows.length === 0) return notRunning(input, first)
  const outcomes = windows.flatMap(({ version, from, until }) =>
    outcomesOf(version, from, until, calendars, pauses),
  )
  const shortest = outcomes.reduce((a, b) => (b.earliest < a.earliest ? b : a))
  const longest = outcomes.some((o) => o.latest === null)
    ? null
    : Math.max(...outcomes.map((o) => o.latest ?? Infinity))
  const openPause = longest !== null && pauses.openFrom <= longest
  const grace = graceOf(shortest)
  const steps = once(() => stepsOf({ input, outcomes, openPause, gap, grace }))
  return {
    started: start.kind === 'known' && !gap ? 'true' : 'unknown',
    direction: first.direction,
    start: span,
    earliest: shortest.earliest,
    latest: openPause || gap ? null : longest,
    safe: shortest.earliest,
    grace,
    readings: outcomes.map(({ reading, why, earliest, latest }) => ({ reading, why, earliest, latest })),
    get steps() {
      return steps()
    },
  }
}

/** It has not started, or no version of the norm was in force for such a start. */
function notRunning(input: DeadlineInput, { direction }: TermRule): Deadline {
  const steps = once(() => stepsOf({ input, outcomes: [], openPause: false, gap: false, grace: null }))
  const dates = { start: null, earliest: null, latest: null, safe: null, grace: null }
  return {
    ...dates,
    started: 'false',
    direction,
    readings: noReadings,
    get steps() {
      return steps()
    },
  }
}

/** The words are only needed by a reader: most deadlines of a standing are never opened. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/**
 * Whether a deadline is over, and whether it runs, at a moment. A limit that may not have started is never passed.
 */
export function clockAt(
  deadline: Deadline,
  at: Instant,
): { passed: 'true' | 'false' | 'unknown'; running: 'true' | 'false' | 'unknown' } {
  const { started, start, earliest, latest } = deadline
  if (started === 'false' || start === null || earliest === null || at < start.earliest)
    return { passed: 'false', running: 'false' }
  if (at <= earliest) return { passed: 'false', running: started }
  if (started === 'true' && latest !== null && at > latest) return { passed: 'true', running: 'false' }
  return { passed: 'unknown', running: 'unknown' }
}

function pausesOf({ pauses, asOf }: DeadlineInput): Pauses {
  if (pauses === undefined || pauses.length === 0) return { sure: [], whole: [], openFrom: Infinity }
  const bounded = ({ earliest, latest }: { earliest: Instant; latest: Instant }): Pause[] => {
    const from = Math.max(earliest, LONG_AGO)
    const to = latest === Infinity ? (asOf ?? -Infinity) : latest
    return from <= to ? [{ from, to }] : []
  }
  return {
    sure: joinPauses(pauses.flatMap((pause) => (pause.sure === null ? [] : bounded(pause.sure ?? pause)))),
    whole: joinPauses(pauses.flatMap(bounded)),
    openFrom: Math.min(
      ...pauses.map(({ earliest, latest }) => (latest === Infinity ? Math.max(earliest, LONG_AGO) : Infinity)),
    ),
  }
}

interface Window {
  readonly version: TermRule
  readonly from: Instant
  readonly until: Instant
}

/** From which starts each version is counted, and whether some possible start is covered by none. */
function windowsOf(
  versions: readonly TermRule[],
  from: Instant,
  until: Instant,
  calendars: Calendars,
): { readonly windows: readonly Window[]; readonly gap: boolean } {
  const windows = versions
    .map((version): Window => {
      if (version.anchor !== 'start') return { version, from, until }
      const { zone } = calendarOf(calendars, version.calendar, version)
      const first = version.from === undefined ? -Infinity : startOfDay(zone, dayOfIso(version.from))
      const end = version.until === undefined ? Infinity : startOfDay(zone, dayOfIso(version.until)) - 1
      return { version, from: Math.max(from, first), until: Math.min(until, end) }
    })
    .filter((window) => window.from <= window.until)
  let covered = from - 1
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    if (window.from <= covered + 1) covered = Math.max(covered, window.until)
  }
  return { windows, gap: covered < until }
}

function calendarOf(calendars: Calendars, id: string, term: TermRule): CompiledCalendar {
  const found = calendars.get(id)
  if (found !== undefined) return found
  throw new TimeLimitError(
    `The time limit ${term.term} is counted in the calendar "${id}", and there is none of that name.`,
    'Add the calendar to a pack, or correct its name in the term.',
  )
}

function outcomesOf(
  version: TermRule,
  from: Instant,
  until: Instant,
  calendars: Calendars,
  pauses: Pauses,
): readonly Outcome[] {
  const period = parsePeriod(version.period)
  const base: Rule = {
    period,
    countFirstDay: version.countFirstDay,
    calendar: calendarOf(calendars, version.calendar, version),
    // Hours run from minute to minute and end where they end; the packs' default for days must not move them.
    rollOver: runsByTheMinute(period.unit) ? 'none' : version.rollOver,
  }
  const outcomes = [outcomeOf({ version, rule: base, reading: null, why: null }, from, until, pauses)]
  for (const reading of version.readings) {
    // A reading with a start of its own has a deadline of its own: `deadlineOf` joins the two.
    if (reading.moment !== undefined) continue
    const own = reading.period === undefined ? period : parsePeriod(reading.period)
    const rule: Rule = {
      period: own,
      countFirstDay: reading.countFirstDay ?? base.countFirstDay,
      calendar: reading.calendar === undefined ? base.calendar : calendarOf(calendars, reading.calendar, version),
      rollOver: reading.rollOver ?? (runsByTheMinute(own.unit) ? 'none' : version.rollOver),
    }
    outcomes.push(outcomeOf({ version, rule, reading: reading.reading, why: reading.why }, from, until, pauses))
  }
  return outcomes
}

type Variant = Pick<Outcome, 'version' | 'rule' | 'reading' | 'why'>

function outcomeOf(variant: Variant, from: Instant, until: Instant, pauses: Pauses): Outcome {
  const { rule } = variant
  const count = (at: Instant, edge: PauseEdge): readonly Count[] =>
    Number.isFinite(at) ? countFrom(rule, at, edge === 'inner' ? pauses.sure : pauses.whole, edge) : []
  const fromEarliest = count(from, 'inner')
  const fromLatest = count(until, 'outer')
  let earliest = ends(fromEarliest, Math.min, -Infinity)
  let latest = ends(fromLatest, Math.max, Infinity)
  for (const day of turningDays(rule, from, until, pauses)) {
    const at = endOfDay(rule.calendar.zone, day)
    earliest = Math.min(earliest, ends(count(at, 'inner'), Math.min, Infinity))
    latest = Math.max(latest, ends(count(at, 'outer'), Math.max, -Infinity))
  }
  return {
    ...variant,
    startsFrom: from,
    startsUntil: until,
    fromEarliest,
    fromLatest,
    earliest,
    latest: Number.isFinite(latest) ? latest : null,
  }
}

function ends(counts: readonly Count[], pick: (...values: number[]) => number, none: Instant): Instant {
  let found = counts[0]?.end ?? none
  for (const { end } of counts) found = pick(found, end)
  return found
}

/** How far from the ends of an uncertain start turning days are looked for: two years hold every month there is. */
const TURNING_DAYS_MAX = 732

/**
 * Days inside an uncertain start that must be counted beside its two ends. Elsewhere a later start never ends
 * earlier. But months and years are cut short at the end of a month. Where the first day cut off is left out (by a
 * pause, or because months stand still) the later start ends earlier, by up to three days: the shortest end can lie
 * on such a day, the longest on the day before one.
 */
function turningDays({ period, calendar }: Rule, from: Instant, until: Instant, pauses: Pauses): readonly Day[] {
  if (period.unit !== 'month' && period.unit !== 'year') return []
  const { zone } = calendar
  const last = Number.isFinite(until) ? dayIn(zone, until) : Infinity
  const first = Number.isFinite(from) ? dayIn(zone, from) : last - TURNING_DAYS_MAX
  if (!Number.isFinite(first) || first === last) return []
  const paused = pausedDays(pauses.whole, zone, 'outer')
  const leftOut = (day: Day): boolean => paused?.(day) === true || calendar.monthsStandStill(day) !== 'no'
  const days: Day[] = []
  const look = (start: Day, end: Day): void => {
    for (let day = start; day <= end; day += 1) {
      const number = civil(day).day
      if ((number >= 28 || number === 1) && (leftOut(day) || leftOut(day + 1))) days.push(day)
    }
  }
  look(first, Math.min(last, first + TURNING_DAYS_MAX))
  if (last !== Infinity) look(Math.max(first + TURNING_DAYS_MAX, last - TURNING_DAYS_MAX), last)
  return days
}

/** The hour until which a late filing is taken, on the working day after the earliest end. */
function graceOf({ version, rule, earliest }: Outcome): Deadline['grace'] {
  if (version.grace === undefined || !Number.isFinite(earliest)) return null
  const { zone } = rule.calendar
  const [hour, minute] = version.grace.until.split(':').map(Number) as [number, number]
  const day = rule.calendar.workingDayAfter(dayIn(zone, earliest))
  return { until: instantIn(zone, day, hour * 60 + minute), norm: version.grace.norm }
}
