/** What every handler can reach, and the form of every refusal. */
import { z } from 'zod'
import type { AlertStatus, Feeds, MarkKey, Workspace } from '../casework/index.ts'
import type { Clock } from '../platform/index.ts'
import type { Drafting } from './drafting.ts'
import type { Readings } from './readings.ts'
import type { Session, Sessions } from './session.ts'

/** The built pages: path to bytes and media type. */
export type PageFiles = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly mediaType: string }>

export interface Services {
  readonly workspace: Workspace
  readonly sessions: Sessions
  readonly clock: Clock
  readonly pages: PageFiles
  /** Where the cases lie: a folder, or `memory`. */
  readonly kept: string
  readonly readings: Readings
  /** Absent: no papers are made. */
  readonly drafting?: Drafting
  /** Absent: no calendars and no alerts. */
  readonly desk?: Desk
}

/** What goes out by itself: calendars, their feeds, alerts. */
export interface Desk {
  readonly key: MarkKey
  readonly feeds: Feeds
  readonly alerts: { status(): AlertStatus }
}

/** What every handler can reach. */
export interface Env {
  readonly Variables: { services: Services; session: Session }
}

/** The form of every refusal: which, what happened, what to do. */
export const ProblemAnswer = z.strictObject({
  problem: z.string(),
  what: z.string(),
  remedy: z.string(),
  /** In a conflict: the newest entry. */
  last: z.number().optional(),
})
export type ProblemAnswer = Readonly<z.infer<typeof ProblemAnswer>>

export const problem = (name: string, what: string, remedy: string): ProblemAnswer => ({
  problem: name,
  what,
  remedy,
})

/** The program does not do what was asked; the page is told why and what to do. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 404 | 409
  readonly answer: ProblemAnswer
  constructor(status: 400 | 401 | 404 | 409, name: string, what: string, remedy: string) {
    super(what)
    this.name = 'Refusal'
    this.status = status
    this.answer = problem(name, what, remedy)
  }
}

export const noCase = (): Refusal =>
  new Refusal(404, 'not-found', 'There is no such case.', 'Choose one from the docket.')
export const noDocument = (): Refusal =>
  new Refusal(404, 'not-found', 'There is no such document.', 'Choose one from the list.')
