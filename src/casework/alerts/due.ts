/** Which alerts are due at a moment. Pure: the same deadlines, moment and book give the same alerts. */
import type { Instant } from '../../record/index.ts'
import { type DatedDeadline, reminderMoment } from '../deadlines.ts'
import type { DeadlineMarks } from '../marks.ts'

/** A deadline that is watched, with the names under which it may be spoken of outside. One that ran out is told too. */
export interface Watched extends DatedDeadline {
  readonly case: string
  readonly caseTitle: string
  readonly marks: DeadlineMarks
}

export interface AlertTimes {
  /** Minutes before a deadline. */
  readonly leads: readonly number[]
  /** Minutes after its safe moment in which it is still told, as overdue. */
  readonly grace: number
}

export interface Alert {
  /** The deadline, its date, and which of its alerts. A deadline that moves is told anew. */
  readonly key: string
  readonly deadline: Watched
  readonly kind: 'ahead' | 'overdue'
}

/** Three days: a weekend on which a laptop stayed shut. */
export const GRACE_DEFAULT = 3 * 24 * 60

/**
 * At most one alert for each deadline: the most pressing whose moment has come, unless it has been told. One that was
 * slept through is told on waking, and those before it are not told late one after another.
 */
export const dueAlerts = (
  deadlines: readonly Watched[],
  now: Instant,
  times: AlertTimes,
  told: (key: string) => boolean,
): Alert[] =>
  deadlines.flatMap((deadline): Alert[] => {
    const due = mostPressing(deadline, now, times)
    return due === undefined || told(due.key) ? [] : [due]
  })

function mostPressing(deadline: Watched, now: Instant, { leads, grace }: AlertTimes): Alert | undefined {
  const { safe, marks } = deadline
  const key = (which: string): string => `${marks.uid} ${safe} ${which}`
  if (now > safe) return now - safe > grace ? undefined : { key: key('overdue'), deadline, kind: 'overdue' }
  const [latest] = leads
    .map((lead) => ({ lead, at: reminderMoment(deadline, lead) }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => b.at - a.at || a.lead - b.lead)
  return latest === undefined ? undefined : { key: key(String(latest.lead)), deadline, kind: 'ahead' }
}

/** The next moment after `now` at which another alert becomes due; nothing when none will. */
export function nextMoment(
  deadlines: readonly Watched[],
  now: Instant,
  { leads }: AlertTimes,
): Instant | undefined {
  const moments = deadlines
    .flatMap((deadline) => [...leads.map((lead) => reminderMoment(deadline, lead)), deadline.safe + 1])
    .filter((moment) => moment > now)
  return moments.length === 0 ? undefined : Math.min(...moments)
}
