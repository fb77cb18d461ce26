/** Since when, and until when, a State is bound by an instrument. */
import type { Four, Instant } from '../record/index.ts'
import type { Law } from './law.ts'

const minutes = (day: string): Instant => Date.parse(`${day}T00:00:00Z`) / 60_000

/** Whether the instrument bound the State at an instant; unknown where the packs do not say. Days are those of UTC. */
export function boundBy(law: Law, state: string, instrument: string): (at: Instant) => Four {
  const bindings = law.bindings.filter((b) => b.instrument === instrument && b.state === state)
  return (at) => {
    if (bindings.length === 0) return 'unknown'
    const open = bindings.filter((b) => b.until === undefined || at < minutes(b.until))
    if (open.some((b) => b.from !== 'unknown' && b.from !== 'never' && minutes(b.from) <= at)) return 'true'
    return open.some((b) => b.from === 'unknown') ? 'unknown' : 'false'
  }
}

/**
 * Whether the day from which the instrument bound the State at that instant was read nowhere: the packs mark it
 * `unverified`. False where they do not say that it was bound.
 */
export function boundUnverified(law: Law, state: string, instrument: string, at: Instant): boolean {
  const binding = law.bindings.filter(
    ({ state: bound, instrument: by, from, until }) =>
      bound === state &&
      by === instrument &&
      from !== 'unknown' &&
      from !== 'never' &&
      minutes(from) <= at &&
      (until === undefined || at < minutes(until)),
  )
  return binding.length > 0 && binding.every(({ checked }) => checked === 'unverified')
}
