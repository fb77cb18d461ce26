import type { Instant } from '../record/index.ts'

/** The time of day as the machine tells it. The domain never asks: it is told. */
export interface Clock {
  /** ISO 8601 instant in UTC with milliseconds: `2014-02-19T08:00:00.000Z`. It may lie; nothing is ordered by it. */
  now(): string
}

/** The minute that a clock shows, in the record's own count. */
export const minuteOf = (clock: Clock): Instant => Math.floor(Date.parse(clock.now()) / 60_000)

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands still at `instant`, or moves by `stepMilliseconds` each time it is read. */
export function fixedClock(instant: string, stepMilliseconds = 0): Clock {
  let next = Date.parse(instant)
  if (Number.isNaN(next)) throw new RangeError(`Not an ISO instant: ${instant}`)
  return {
    now() {
      const reading = new Date(next).toISOString()
      next += stepMilliseconds
      return reading
    },
  }
}
