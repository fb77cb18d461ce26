/** What every handler can reach, and the form of every refusal. */
import type { OpenCase, Workspace } from '../casework/index.ts'
import type { Clock } from '../platform/index.ts'
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
  /** Cases as they were last asked for, by case and times. */
  readonly open: Map<string, OpenCase>
}

/** What every handler can reach. */
export interface Env {
  readonly Variables: { services: Services; session: Session }
}

export interface ProblemAnswer {
  readonly problem: string
  readonly what: string
  readonly remedy: string
}

export const problem = (name: string, what: string, remedy: string): ProblemAnswer => ({
  problem: name,
  what,
  remedy,
})
