/** One case evaluated: the values of every conclusion, with the ground each atom rests on. */
import { type Four, fromBits, toBits } from '../record/index.ts'
import { createGround, type Ground, type Grounded } from './ground.ts'
import { coneOf, evaluate } from './kernel.ts'
import type { Law } from './law.ts'
import type { Situation } from './situation.ts'

export interface Evaluated {
  readonly ground: Ground
  readonly values: Uint8Array
  /** By atom slot. */
  readonly grounded: readonly Grounded[]
  /** The value of a conclusion; unknown when nothing is called so. */
  of(id: string): Four
}

/** What nobody asked for: unknown, on no ground. */
const notAsked: Grounded = { value: 'unknown', evidence: [] }

/**
 * Evaluates one case, in the given rounds of its tracks (default: the latest). With `only`, for these conclusions: an input
 * that none of them rests on is not looked up and stays unknown, as does every other conclusion that rests on it.
 */
export function evaluateCase(law: Law, situation: Situation, rounds?: Readonly<Record<string, number>>, only?: readonly string[]): Evaluated {
  const ground = createGround(law, situation, rounds)
  const { program, atoms, conclusions } = law.compiled
  const values = new Uint8Array(program.slotCount)
  const asked = only === undefined ? undefined : atomsUnderAll(law, only)
  const grounded = atoms.map((atom, slot) => {
    const result = asked === undefined || asked.has(slot) ? ground.value(atom) : notAsked
    values[slot] = toBits(result.value)
    return result
  })
  evaluate(program, values)
  return {
    ground, values, grounded,
    of: (id) => {
      const conclusion = conclusions.get(id)
      return conclusion === undefined ? 'unknown' : fromBits(values[conclusion.slot] ?? 0)
    },
  }
}

function atomsUnderAll({ compiled }: Law, ids: readonly string[]): ReadonlySet<number> {
  return new Set(ids.flatMap((id) => {
    const conclusion = compiled.conclusions.get(id)
    return conclusion === undefined ? [] : coneOf(compiled.program, conclusion.slot).atoms
  }))
}
