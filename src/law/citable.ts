/** When an authority can be cited. */
import type { Instant } from '../record/index.ts'
import type { Norm } from './model.ts'

const MINUTES_PER_DAY = 1440

/** Midnight UTC of an ISO day: near enough where only whole days are compared. */
export const dayMinutes = (text: string): Instant => Date.parse(`${text}T00:00:00Z`) / 60_000

/** From the day after it was given: on the day itself nobody can tell whether it was out by then. */
export const citable = (date: string, knownBy: Instant): boolean => dayMinutes(date) + MINUTES_PER_DAY <= knownBy

/** The norms of a block that could be named by then: statutes always, case-law once it had been given. */
export const normsKnown = (norm: Norm | readonly Norm[], knownBy: Instant): Norm[] =>
  [norm as Norm | Norm[]].flat().filter((n) => n.given === undefined || citable(n.given, knownBy))
