/** A case opened at a time: the record as it was known, and the situation the law is asked about. Pure. */
import { type Law, lawFor, standingOf } from '../law/index.ts'
import {
  type Audience,
  disclosedTo,
  type Entry,
  type Instant,
  project,
  type RecordState,
  type View,
  viewOf,
  type Zone,
} from '../record/index.ts'
import { situationOf } from './situation.ts'

export interface AskedTimes {
  readonly at: Instant
  readonly knownBy: Instant
  /** What the record showed at this time; absent: now. */
  readonly recordedBy?: Instant | undefined
  readonly audience: Audience
}

export interface OpenCase {
  /** As far as it can matter to this case. */
  readonly law: Law
  /** As far as the audience may have it. */
  readonly state: RecordState
  readonly view: View
  readonly situation: ReturnType<typeof situationOf>
  readonly at: Instant
  readonly knownBy: Instant
}

/**
 * Projects the entries, then looks at them as one audience knew them. `times` is asked once the case's zone is
 * known.
 */
export function caseAt(law: Law, entries: readonly Entry[], times: (zone: Zone) => AskedTimes): OpenCase {
  const now = project(entries)
  const { recordedBy, ...asked } = times(now.zone)
  return caseOf(law, recordedBy === undefined ? now : project(entries, { recordedBy }), asked)
}

/** A record that has been projected, as one audience knew it. */
export function caseOf(
  law: Law,
  whole: RecordState,
  { at, knownBy, audience }: Omit<AskedTimes, 'recordedBy'>,
): OpenCase {
  const state = disclosedTo(whole, audience, knownBy)
  const view = viewOf(whole, { knownBy, audience })
  const situation = situationOf(view, at)
  return { law: lawFor(law, situation.facts['sending-state']?.values ?? []), state, view, at, knownBy, situation }
}

const standings = new WeakMap<OpenCase, ReturnType<typeof standingOf>>()

/** The standing of an open case, worked out once: several answers are drawn from it. */
export function standingFor(opened: OpenCase): ReturnType<typeof standingOf> {
  const before = standings.get(opened)
  if (before !== undefined) return before
  const made = standingOf(opened.law, opened.situation)
  standings.set(opened, made)
  return made
}
