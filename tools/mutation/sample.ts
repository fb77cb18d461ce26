/**
 * So many of the items, spread by a fixed rule: the same items give the same choice. In the order in which they
 * stand; all of them when there are no more.
 */
export function sampled<T>(items: readonly T[], countMax: number): readonly T[] {
  if (items.length <= countMax) return items
  const place = items.map((_, index) => ({ index, at: scattered(index) }))
  const chosen = place.toSorted((a, b) => a.at - b.at).slice(0, countMax)
  return chosen.toSorted((a, b) => a.index - b.index).flatMap(({ index }) => items.slice(index, index + 1))
}

/** A number between 0 and 2³² that looks like chance: the mixing step of MurmurHash3. */
function scattered(index: number): number {
  let h = Math.imul(index + 1, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
