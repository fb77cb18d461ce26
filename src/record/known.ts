/** From which minute a thing with a date of limited precision counts as known. */
import { DateError, parseDate } from './time.ts'
import type { Instant, Span, Zone } from './time.ts'
import type { DateText } from './model.ts'

/** Never known: the date is absent or cannot be read. */
export const NEVER: Instant = Infinity

/**
 * The first minute at which something learned on `date` counts as known. A minute counts exactly, a
 * plain day from its start; anything coarser, approximate or uncertain only from its end, so that
 * nothing learned later can show up in an earlier answer.
 */
export function knownFrom(date: DateText | undefined, zone: Zone): Instant {
  const span = spanOf(date, zone)
  if (span === undefined) return NEVER
  const exact = (span.precision === 'minute' || span.precision === 'day') && !span.approximate && !span.uncertain
  return exact ? span.earliest : span.latest
}

/** The span of a date text, or nothing where it is absent or unreadable (`validate` names such texts). */
export function spanOf(date: unknown, zone: Zone): Span | undefined {
  if (typeof date !== 'string') return undefined
  try {
    return parseDate(date, zone)
  } catch (error) {
    if (error instanceof DateError) return undefined
    throw error
  }
}

/** Minutes since the epoch of a system-set ISO instant such as `2026-11-24T08:00:00.123Z`; NaN if unreadable. */
export const recordedInstant = (recorded: string): Instant => Math.floor(Date.parse(recorded) / 60_000)
