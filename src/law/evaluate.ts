/** One case evaluated: the values of every conclusion, with the ground each atom rests on. */
import { type Four, fromBits, toBits } from '../record/index.ts'
import { createGround, type Ground, type Grounded } from './ground.ts'
import { coneOf, evaluate } from './kernel.ts'
import type { Law } from './law.ts'
import type { Situation } from './situation.ts'

export interface Evaluated {
  readonly ground: Ground
  /** The grounds for yes and for no of every slot, as the kernel adds them up. */
  readonly values: Uint8Array
  /** By atom slot. */
  readonly grounded: readonly Grounded[]
  /** The value of a conclusion; unknown when nothing is called so. */
  of(id: string): Four
  /** The value of a slot. What holds only because of something contested is contested, whatever else is not known. */
  at(slot: number): Four
}

/** What nobody asked for: unknown, on no ground. */
const notAsked: Grounded = { value: 'unknown', evidence: [] }

/**
 * Evaluates one case, in the given rounds of its tracks (default: the latest). With `only`, for these conclusions:
 * an input
 * that none of them rests on is not looked up and stays unknown, as does every other conclusion that rests on it.
 */
export function evaluateCase(
  law: Law,
  situation: Situation,
  rounds?: Readonly<Record<string, number>>,
  only?: readonly string[],
): Evaluated {
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
  const firm = withoutContested(law, values)
  const at = (slot: number): Four =>
    firm[slot] === 0 && values[slot] !== 0 ? 'contested' : fromBits(values[slot] as number)
  return {
    ground,
    values,
    grounded,
    at,
    of: (id) => {
      const conclusion = conclusions.get(id)
      return conclusion === undefined ? 'unknown' : at(conclusion.slot)
    },
  }
}

/**
 * The values as they would be if what is contested were not known. Grounds add up slot by slot, so that *contested
 * and unknown*
 * comes out as no and *contested or unknown* as yes: a stay that one side denies would be none. This shows where
 * that happened.
 */
function withoutContested({ compiled: { program } }: Law, values: Uint8Array): Uint8Array {
  const inputs = values.subarray(0, program.atomCount)
  if (!inputs.includes(3)) return values
  const firm = values.slice()
  for (const [slot, value] of inputs.entries()) if (value === 3) firm[slot] = 0
  evaluate(program, firm)
  return firm
}

/** The inputs on which any of these conclusions rests. */
export function atomsUnderAll({ compiled }: Law, ids: readonly string[]): ReadonlySet<number> {
  return new Set(
    ids.flatMap((id) => {
      const conclusion = compiled.conclusions.get(id)
      return conclusion === undefined ? [] : coneOf(compiled.program, conclusion.slot).atoms
    }),
  )
}
