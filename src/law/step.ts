/** One line of a count: what was done, at which day it arrives, and under which norm. */
import { isoDay } from '../record/index.ts'
import type { Day, Instant } from '../record/index.ts'
import type { Norm, Term } from './model.ts'
import type { Words } from './time-words.ts'

export type StepKind =
  | 'start'
  | 'moment-unknown'
  | 'not-started'
  | 'version'
  | 'reading'
  | 'period'
  | 'first-day'
  | 'not-counted'
  | 'not-covered'
  | 'paused'
  | 'months'
  | 'last-day'
  | 'roll-over'
  | 'closed-last-day'
  | 'latest'
  | 'latest-unknown'
  | 'safe'
  | 'grace'
  | 'unverified'
  | 'not-in-force'

export interface Step {
  readonly kind: StepKind
  readonly text: Words
  /** The moment the step arrives at. */
  readonly date?: Instant
  /** The same as a day, `2013-07-17`. */
  readonly day?: string
  readonly norm?: Norm
}

/** The moment a step arrives at. */
export interface Arrival {
  readonly date: Instant
  readonly day: Day
}

/** Leaves out what is not there, as exact optional properties want it. */
export function step(kind: StepKind, text: Words, norm?: Norm, at?: Arrival): Step {
  return {
    kind,
    text,
    ...(at === undefined ? undefined : { date: at.date, day: isoDay(at.day) }),
    ...(norm === undefined ? undefined : { norm }),
  }
}

export const normOf = (term: Pick<Term, 'norm'>): Norm | undefined =>
  Array.isArray(term.norm) ? term.norm[0] : term.norm
