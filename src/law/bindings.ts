/** Since when, and until when, a State is bound by an instrument. */
import type { Four, Instant } from '../record/index.ts'
import type { Law } from './law.ts'
import type { Binding } from './model.ts'

/** For `never` and `unknown`, which are no days, a number that is before and after nothing. */
const minutes = (day: string): Instant => Date.parse(`${day}T00:00:00Z`) / 60_000

const isOver = ({ until }: Binding, at: Instant): boolean => until !== undefined && minutes(until) <= at

/** Whether the instrument bound the State at an instant; unknown where the packs do not say. Days are those of UTC. */
export function boundBy(law: Law, state: string, instrument: string): (at: Instant) => Four {
  const bindings = law.bindings.filter((b) => b.instrument === instrument && b.state === state)
  return (at) => {
    if (bindings.length === 0) return 'unknown'
    const open = bindings.filter((b) => !isOver(b, at))
    if (open.some((b) => minutes(b.from) <= at)) return 'true'
    return open.some((b) => b.from === 'unknown') ? 'unknown' : 'false'
  }
}

/**
 * Whether the day from which the instrument bound the State at that instant was read nowhere: the packs mark it
 * `unverified`. False where they do not say that it was bound.
 */
export function boundUnverified(law: Law, state: string, instrument: string, at: Instant): boolean {
  const binding = law.bindings.filter(
    (b) => b.state === state && b.instrument === instrument && minutes(b.from) <= at && !isOver(b, at),
  )
  return binding.length > 0 && binding.every(({ checked }) => checked === 'unverified')
}
