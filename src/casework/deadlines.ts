/**
 * The deadlines of a case that still run, each with the moment to act by and the moments at which somebody should be
 * reminded. What a calendar shows and what an alert says is drawn from these, so that the two can never differ.
 */
import type { Clock, Evaluated, Label, Standing } from '../law/index.ts'
import { dayIn, endOfDay, type Instant, instantIn, startOfDay, type Zone } from '../record/index.ts'
import { type OpenCase, standingFor } from './case.ts'

export interface DatedDeadline {
  /** The law's term, such as `es.nullity.term`. */
  readonly term: string
  /** Which time round in its path of procedure: a second request has deadlines of its own. */
  readonly round: number
  readonly title: Label
  readonly direction: Clock['direction']
  /** `perhaps_passed`, `start_unknown`: the safe moment may be over and the deadline still run. */
  readonly status: Clock['status']
  /** Act by this minute, and no reading of the norm calls it late. */
  readonly safe: Instant
  /** It ends with a day, not at an hour. */
  readonly wholeDay: boolean
  /** The zone of the case, in which that day is meant. */
  readonly zone: Zone
}

/** One that is not beyond doubt over. */
export interface RunningDeadline extends DatedDeadline {
  readonly status: Exclude<Clock['status'], 'passed'>
}

/** A deadline that may have begun, of which no date can be given: a question for somebody, and no date. */
export interface UndatedDeadline {
  readonly remedy: string
  readonly title: Label
}

/** What began and was neither stopped nor used, in the order of the standing; what ran out is among it. */
export function datedDeadlines(opened: OpenCase): DatedDeadline[] {
  const { standing, evaluated } = standingFor(opened)
  const { zone } = opened.view
  return standing.clocks.flatMap((clock): DatedDeadline[] => {
    const { safe } = clock.deadline
    if (safe === null || !Number.isFinite(safe)) return []
    const { id: term, title, direction, status } = clock
    const round = roundOf(term, standing, evaluated)
    return [{ term, round, title, direction, status, safe, wholeDay: endsWithDay(zone, safe), zone }]
  })
}

/** What still runs, in the order of the standing. */
export const runningDeadlines = (opened: OpenCase): RunningDeadline[] =>
  datedDeadlines(opened).flatMap((deadline) =>
    deadline.status === 'passed' ? [] : [{ ...deadline, status: deadline.status }],
  )

/** Remedies whose term may run from a moment that nobody has told us. */
export const undatedDeadlines = (opened: OpenCase): UndatedDeadline[] =>
  standingFor(opened).standing.remedies.flatMap(({ id, title, deadline, status }) =>
    deadline?.started === 'unknown' &&
    (deadline.safe === null || !Number.isFinite(deadline.safe)) &&
    !status.startsWith('used')
      ? [{ remedy: id, title }]
      : [],
  )

const endsWithDay = (zone: Zone, at: Instant): boolean => endOfDay(zone, dayIn(zone, at)) === at

/**
 * The round of the path that a term belongs to: its remedies' path; without a remedy, the highest round among the
 * State's paths, so that a new procedure never continues the deadline of an old one.
 */
function roundOf(term: string, { tracks }: Standing, { ground: { law } }: Evaluated): number {
  const highest = (chosen: (track: string) => boolean): number | undefined => {
    const rounds = tracks.filter(({ id }) => chosen(id)).map(({ round }) => round)
    return rounds.length === 0 ? undefined : Math.max(...rounds)
  }
  const own = new Set(law.blocks.remedy.filter((remedy) => remedy.term === term).map((remedy) => remedy.track))
  const jurisdiction = law.packs.find((pack) => pack.blocks.term.some((t) => t.term === term))?.jurisdiction
  return (
    highest((track) => own.has(track)) ??
    highest((track) => law.tracks.get(track)?.jurisdiction === jurisdiction) ??
    1
  )
}

/** Minutes. */
const HOUR = 60
const DAY = 24 * HOUR
/** When offices open: reminders of a day come then, and not at midnight. */
const MORNING = 9 * HOUR

/** By how much a reminder comes before the calendar's day or hour of a deadline, in minutes. */
export function reminderOffset(lead: number, wholeDay: boolean): number {
  if (!wholeDay) return lead
  return lead % DAY === 0 ? lead - MORNING : lead
}

/**
 * When to remind of a deadline, `lead` minutes ahead. Of one that ends with a day, whole days count back to nine in
 * the morning, and hours count back from the day's first minute: offices close long before midnight.
 */
export function reminderMoment(
  { safe, wholeDay, zone }: Pick<DatedDeadline, 'safe' | 'wholeDay' | 'zone'>,
  lead: number,
): Instant {
  if (!wholeDay) return safe - lead
  const last = dayIn(zone, safe)
  return lead % DAY === 0 ? instantIn(zone, last - lead / DAY, MORNING) : startOfDay(zone, last) - lead
}

/** Seven days, two days, one day and three hours ahead, in minutes. */
export const leadsDefault: readonly number[] = [7 * DAY, 2 * DAY, DAY, 3 * HOUR]

const leadForm = /^(\d{1,4}) (day|hour|minute)s?$/
const leadMinutes: Readonly<Record<string, number>> = { day: DAY, hour: HOUR, minute: 1 }

/** `2 days`, `3 hours`, `30 minutes` in minutes; nothing when it is none of these. */
export function parseLead(text: string): number | undefined {
  const match = leadForm.exec(text.trim())
  const minutes = Number(match?.[1]) * (leadMinutes[match?.[2] ?? ''] ?? Number.NaN)
  return match === null || minutes < 1 ? undefined : minutes
}
