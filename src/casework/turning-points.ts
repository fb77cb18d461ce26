/** The moments of a case at which its standing may turn: something was learned, or something happened. */
import type { Situation } from '../law/index.ts'
import { type Entry, type Instant, project, viewOf } from '../record/index.ts'
import { situationOf } from './situation.ts'

export interface TurningPoint {
  /** Something was learned then; or it happened then, seen with everything that was learned later. */
  readonly kind: 'learned' | 'happened'
  readonly at: Instant
  readonly situation: Situation
}

/** In order of time, first as known then, afterwards as known at the end. */
export function turningPoints(entries: readonly Entry[]): TurningPoint[] {
  const state = project(entries)
  const known = [state.claims, state.positions, state.identities, state.completeness, state.assessments].flatMap(
    (things) => [...things.values()].map(({ deskFrom }) => deskFrom),
  )
  const learned = inOrder(known)
  const last = learned.at(-1)
  if (last === undefined) return []
  const atEnd = situationOf(viewOf(state, { knownBy: last, audience: 'desk' }), last)
  const happened = inOrder(
    atEnd.occurrences.flatMap(({ when }) => (when === undefined ? [] : [when.latest])).filter((at) => at <= last),
  )
  return [
    ...learned.map((at): TurningPoint => ({
      kind: 'learned',
      at,
      situation: situationOf(viewOf(state, { knownBy: at, audience: 'desk' }), at),
    })),
    ...happened.map((at): TurningPoint => ({ kind: 'happened', at, situation: { ...atEnd, at } })),
  ]
}

const inOrder = (instants: readonly Instant[]): Instant[] =>
  [...new Set(instants.filter((at) => Number.isFinite(at)))].toSorted((a, b) => a - b)
