/** How far a thing may go, by itself. */
import { knownFrom } from './known.ts'
import type { Audience, DateText, Disclosure, Id, RuledKind } from './model.ts'
import { entryKey, type RecordState } from './project.ts'
import type { Instant } from './time.ts'

/** From the widest to the narrowest. A level that is not understood counts as sealed. */
const ranks: ReadonlyMap<string, number> = new Map([
  ['public', 0],
  ['counsel', 1],
  ['internal', 2],
  ['sealed', 3],
])
export const SEALED = 3
export const rankOf = (level: Disclosure): number => ranks.get(level) ?? SEALED
const ceilings: Readonly<Record<Audience, number>> = { public: 0, counsel: 1, desk: SEALED }

/** What holds of one thing now: the latest ruling on it, or else what it was entered with. */
export interface Permit {
  readonly disclosure: Disclosure
  readonly embargo?: DateText
  readonly described?: string
}

export interface Levelled {
  readonly id: Id
  readonly disclosure?: Disclosure
  readonly embargo?: DateText
  readonly described?: string
}

/** How far a thing may go, by itself, whatever it rests on. */
export function permitOf(state: RecordState, kind: RuledKind, thing: Levelled): Permit {
  const ruling = state.rulings.get(entryKey(kind, thing.id))
  const fallback = kind === 'assessment' ? 'internal' : 'public'
  const { embargo, described } = ruling ?? thing
  return {
    disclosure: ruling?.disclosure ?? thing.disclosure ?? fallback,
    ...(embargo === undefined ? {} : { embargo }),
    ...(described === undefined ? {} : { described }),
  }
}

/** Whether a thing alone may go to `audience` at `on`. Sealed things never leave, and an unreadable embargo holds. */
export function isOpen(
  state: RecordState,
  { disclosure, embargo }: Permit,
  audience: Audience,
  on: Instant,
): boolean {
  if (audience === 'desk') return true
  return rankOf(disclosure) <= ceilings[audience] && (embargo === undefined || knownFrom(embargo, state.zone) <= on)
}
