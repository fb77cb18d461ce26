/** Which entities the team holds to be one. A judgement, never a computation on names; always reversible. */
import { compare } from './compare.ts'
import type { Id, Identity } from './model.ts'
import type { Known } from './project.ts'

export interface IdentityView {
  /** Every entity that stands merged under another name, with that name; all others are their own. */
  readonly canonical: ReadonlyMap<Id, Id>
  /** Judgements "different" that a chain of "same" judgements overrides all the same: to be looked at. */
  readonly conflicts: readonly Identity[]
}

/** Later knowledge counts more; on the same minute, the later entry. */
export const laterKnown = <T>(a: Known<T>, b: Known<T>): number =>
  a.deskFrom - b.deskFrom || a.sequence - b.sequence

const pairKey = (a: Id, b: Id): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

/**
 * Merges entities by the latest judgement on each pair. `same` merges; `different` and `unsure` undo
 * an earlier `same` on that pair. A merge through a third entity still holds and is then reported as a conflict.
 *
 * @param judgements the judgements known to the asker
 * @param rank the order of entities: the first one of a group lends it its name
 */
export function mergeIdentities(
  judgements: Iterable<Known<Identity>>,
  rank: ReadonlyMap<Id, unknown>,
): IdentityView {
  const latest = new Map<string, Identity>()
  for (const { thing } of [...judgements].toSorted(laterKnown)) latest.set(pairKey(thing.a, thing.b), thing)

  const parent = new Map<Id, Id>()
  const root = (id: Id): Id => {
    let at = id
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  const order = new Map([...rank.keys()].map((id, index) => [id, index]))
  const place = (id: Id): number => order.get(id) ?? order.size
  const first = (a: Id, b: Id): boolean => place(a) < place(b) || (place(a) === place(b) && a < b)
  for (const judgement of latest.values()) {
    if (judgement.judgement !== 'same') continue
    const a = root(judgement.a)
    const b = root(judgement.b)
    if (a === b) continue
    if (first(a, b)) parent.set(b, a)
    else parent.set(a, b)
  }
  const canonical = new Map([...parent.keys()].map((id) => [id, root(id)]))
  const conflicts = [...latest.values()].filter((j) => j.judgement === 'different' && root(j.a) === root(j.b))
  return { canonical, conflicts: conflicts.toSorted((a, b) => compare(a.id, b.id)) }
}
