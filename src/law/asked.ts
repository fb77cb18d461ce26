/** The conclusions that an answer about some blocks looks at, so that nothing else need be looked up. */
import type { Law } from './law.ts'

const byBeginning = new WeakMap<Law, ReadonlyMap<string, readonly string[]>>()

/** By name, and by each beginning of a name up to a dot: `es.suplica` finds `es.suplica.opened`. */
function beginnings(law: Law): ReadonlyMap<string, readonly string[]> {
  const known = byBeginning.get(law)
  if (known !== undefined) return known
  const found = new Map<string, string[]>()
  for (const id of law.compiled.conclusions.keys())
    for (let dot = id.length; dot > 0; dot = id.lastIndexOf('.', dot - 1)) {
      const beginning = id.slice(0, dot)
      found.set(beginning, [...(found.get(beginning) ?? []), id])
    }
  byBeginning.set(law, found)
  return found
}

/**
 * Everything that is concluded of the blocks with these names, and of what a remedy among them is counted and opened
 * by: its track, its time limit, the remedies needed before it.
 */
export function conclusionsAbout(law: Law, ids: readonly string[]): readonly string[] {
  const found = beginnings(law)
  const names = new Set(ids)
  for (const id of ids)
    for (const { track, term, within, needsFirst } of law.remedies.get(id) ?? [])
      for (const name of [track, term, within, ...needsFirst]) if (name !== undefined) names.add(name)
  return [...new Set([...names].flatMap((name) => found.get(name) ?? []))]
}
