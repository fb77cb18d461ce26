/** What every handler can reach, and the form of every refusal. */
import { z } from 'zod'
import type { AlertStatus, Feeds, MarkKey, Workspace } from '../casework/index.ts'
import type { Clock } from '../platform/index.ts'
import type { Said, SaidProblem } from '../record/index.ts'
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

export const problem = (name: string, { what, remedy }: SaidProblem, language: keyof Said): ProblemAnswer => ({
  problem: name,
  what: what[language],
  remedy: remedy[language],
})

export type RefusalStatus = 400 | 401 | 403 | 404 | 409

/** The program does not do what was asked; the page is told why and what to do, in its language. */
export class Refusal extends Error {
  readonly status: RefusalStatus
  readonly problem: string
  readonly said: SaidProblem
  constructor(status: RefusalStatus, name: string, what: Said, remedy: Said) {
    super(what.en)
    this.name = 'Refusal'
    this.status = status
    this.problem = name
    this.said = { what, remedy }
  }
}

export const noCase = (): Refusal =>
  new Refusal(
    404,
    'not-found',
    { en: 'There is no such case.', es: 'No existe ese caso.' },
    { en: 'Choose one from the docket.', es: 'Elija uno de la lista de casos.' },
  )
export const noDocument = (): Refusal =>
  new Refusal(
    404,
    'not-found',
    { en: 'There is no such document.', es: 'No existe ese documento.' },
    { en: 'Choose one from the list.', es: 'Elija uno de la lista.' },
  )
export const startIt: Said = { en: 'Start it with ./forestay start.', es: 'Inícielo con ./forestay start.' }
