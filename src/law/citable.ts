/** When an authority can be cited. */
import type { Instant } from '../record/index.ts'
import type { Ground } from './ground.ts'
import type { Law } from './law.ts'
import type { Norm } from './model.ts'

const MINUTES_PER_DAY = 1440

/** Midnight UTC of an ISO day: near enough where only whole days are compared. */
export const dayMinutes = (text: string): Instant => Date.parse(`${text}T00:00:00Z`) / 60_000

/** From the day after it was given: on the day itself nobody can tell whether it was out by then. */
export const citable = (date: string, knownBy: Instant): boolean => dayMinutes(date) + MINUTES_PER_DAY <= knownBy

/**
 * The norms of a block that can be named for a day: case-law once it had been given, laws while they are in force.
 * A block whose
 * norms all fall away keeps them: it is the block's dates that are then wrong, and hiding the norm would hide it.
 */
export function normsKnown(
  { law, situation }: Pick<Ground, 'law' | 'situation'>,
  norm: Norm | readonly Norm[],
): Norm[] {
  const all = [norm as Norm | Norm[]].flat()
  const named = all.filter(
    (n) =>
      (n.given === undefined || citable(n.given, situation.knownBy)) && inForceAt(law, n.instrument, situation.at),
  )
  return named.length > 0 ? named : all
}

function inForceAt(law: Law, id: string, at: Instant): boolean {
  const instrument = law.instruments.get(id)
  if (instrument === undefined) return true
  return (
    (instrument.from === undefined || dayMinutes(instrument.from) <= at) &&
    (instrument.until === undefined || at < dayMinutes(instrument.until))
  )
}
