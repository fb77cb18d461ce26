/** One case evaluated: the values of every conclusion, with the ground each atom rests on. */
import { type Four, fromBits, toBits } from '../record/index.ts'
import { createGround, type Ground, type Grounded } from './ground.ts'
import { evaluate } from './kernel.ts'
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

export function evaluateCase(law: Law, situation: Situation, rounds?: Readonly<Record<string, number>>): Evaluated {
  const ground = createGround(law, situation, rounds)
  const { program, atoms, conclusions } = law.compiled
  const values = new Uint8Array(program.slotCount)
  const grounded = atoms.map((atom, slot) => {
    const result = ground.value(atom)
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
