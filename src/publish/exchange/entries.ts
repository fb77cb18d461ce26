/** The entries that a state stands for. */
import { NOT_IN_THIS_COPY } from '../../record/index.ts'
import type { Body, Entry, RecordState } from '../../record/index.ts'

/**
 * The entries of a state in their order. The whole record gives its own entries. A copy for others holds things and no
 * entries: these are numbered anew from 1, so that no gap tells what was left out, and say neither who entered them
 * nor when.
 * @param recorded what stands for the time of entry in a copy for others: an ISO instant in UTC
 */
export function entriesOf(state: RecordState, recorded: string): readonly Entry[] {
  if (state.entries.size > 0) return [...state.entries.values()].toSorted((a, b) => a.sequence - b.sequence)
  return bodiesOf(state).map((body, index) => ({ sequence: index + 1, recorded, by: NOT_IN_THIS_COPY, body }))
}

/** Every thing that a state holds, first those that others speak of. */
export const bodiesOf = (state: RecordState): readonly Body[] => [
  ...(state.header === undefined ? [] : [{ kind: 'case' as const, case: state.header }]),
  ...[...state.documents.values()].map((document) => ({ kind: 'document' as const, document })),
  ...[...state.entities.values()].map((entity) => ({ kind: 'entity' as const, entity })),
  ...[...state.proceedings.values()].map((proceeding) => ({ kind: 'proceeding' as const, proceeding })),
  ...[...state.events.values()].map((event) => ({ kind: 'event' as const, event })),
  ...[...state.claims.values()].map(({ thing }) => ({ kind: 'claim' as const, claim: thing })),
  ...[...state.positions.values()].map(({ thing }) => ({ kind: 'position' as const, position: thing })),
  ...[...state.identities.values()].map(({ thing }) => ({ kind: 'identity' as const, identity: thing })),
  ...[...state.completeness.values()].map(({ thing }) => ({ kind: 'completeness' as const, completeness: thing })),
  ...[...state.assessments.values()].map(({ thing }) => ({ kind: 'assessment' as const, assessment: thing })),
  ...[...state.rulings.values()].map((ruling) => ({ kind: 'ruling' as const, ruling })),
  ...[...state.passages.values()].map(({ thing }) => ({ kind: 'passage' as const, passage: thing })),
  ...state.releases.map(({ release }) => ({ kind: 'release' as const, release })),
]
