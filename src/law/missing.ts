/** What would have to be learned: which unknowns matter to a conclusion, and the smallest sets of facts that would settle it. */
import { type Four, fromBits, toBits } from '../record/index.ts'
import type { Atom } from './atom.ts'
import { atomKey } from './atom.ts'
import type { Evaluated } from './evaluate.ts'
import { evaluate } from './kernel.ts'

/** Learning that each atom is so settles the conclusion. */
export interface SettlingSet { readonly answers: readonly { readonly atom: Atom; readonly value: 'true' | 'false' }[]; readonly result: Four }

/** Search stops at sets of this size: a person cannot act on longer ones. */
const SETTLING_FACTS_MAX = 3
/** More open atoms than this are not combined: single facts only. */
const COMBINED_ATOMS_MAX = 18

/** Slots below a conclusion, atoms only. */
export function atomsUnder(evaluated: Evaluated, id: string): number[] {
  const { program, conclusions } = evaluated.ground.law.compiled
  const root = conclusions.get(id)
  if (root === undefined) return []
  const seen = new Uint8Array(program.slotCount)
  const found: number[] = []
  const stack = [root.slot]
  while (stack.length > 0) {
    const slot = stack.pop() as number
    if (seen[slot]) continue
    seen[slot] = 1
    if (slot < program.atomCount) {
      found.push(slot)
      continue
    }
    const step = slot - program.atomCount
    for (let i = program.starts[step] as number; i < (program.starts[step + 1] as number); i++) stack.push(program.args[i] as number)
  }
  return found.sort((a, b) => a - b)
}

const settled = (value: number): boolean => value === 1 || value === 2

/** Whether a person can answer it: dates of the law and time limits follow from other answers. */
const answerable = (atom: Atom): boolean => atom.kind !== 'in-force' && atom.kind !== 'nothing' && atom.kind !== 'bound'

/** Unknown atoms that can still change the conclusion, in any completion tried singly. */
export function relevantUnknowns(evaluated: Evaluated, id: string): Atom[] {
  return openAtoms(evaluated, id).filter((slot) => matters(evaluated, id, slot)).map((slot) => evaluated.ground.law.compiled.atoms[slot] as Atom)
}

function openAtoms(evaluated: Evaluated, id: string): number[] {
  const { atoms } = evaluated.ground.law.compiled
  return atomsUnder(evaluated, id).filter((slot) => evaluated.values[slot] === 0 && answerable(atoms[slot] as Atom))
}

/** An open atom matters when there is a way to answer the others in which its answer decides. */
function matters(evaluated: Evaluated, id: string, slot: number): boolean {
  const under = openAtoms(evaluated, id)
  const root = evaluated.ground.law.compiled.conclusions.get(id)?.slot ?? 0
  const outcome = (value: number, rest: number): number => {
    const values = evaluated.values.slice()
    for (const other of under) values[other] = rest
    values[slot] = value
    evaluate(evaluated.ground.law.compiled.program, values)
    return values[root] as number
  }
  return [0, 1, 2].some((rest) => outcome(1, rest) !== outcome(2, rest))
}

/** The smallest sets of answers after which the conclusion is certain, whichever way. Empty when it is certain already. */
export function settlingSets(evaluated: Evaluated, id: string): SettlingSet[] {
  const { compiled } = evaluated.ground.law
  const root = compiled.conclusions.get(id)
  if (root === undefined || settled(evaluated.values[root.slot] as number)) return []
  const open = openAtoms(evaluated, id)
  const sizeMax = open.length > COMBINED_ATOMS_MAX ? 1 : SETTLING_FACTS_MAX
  const found: SettlingSet[] = []
  const reached = { 1: false, 2: false }
  for (let size = 1; size <= sizeMax && !(reached[1] && reached[2]); size++) {
    const before = { ...reached }
    forEachSubset(open, size, (subset) => {
      for (let mask = 0; mask < 1 << size; mask++) {
        const values = evaluated.values.slice()
        subset.forEach((slot, index) => { values[slot] = mask & (1 << index) ? 2 : 1 })
        evaluate(compiled.program, values)
        const result = values[root.slot] as number
        if (!settled(result) || before[result as 1 | 2]) continue
        reached[result as 1 | 2] = true
        found.push({
          result: fromBits(result),
          answers: subset.map((slot, index) => ({ atom: compiled.atoms[slot] as Atom, value: mask & (1 << index) ? 'false' : 'true' })),
        })
      }
    })
  }
  return found.sort((a, b) => a.answers.length - b.answers.length || toBits(a.result) - toBits(b.result) || keyOf(a).localeCompare(keyOf(b)))
}

const keyOf = (set: SettlingSet): string => set.answers.map((a) => `${atomKey(a.atom)}=${a.value}`).join(';')

function forEachSubset(items: readonly number[], size: number, visit: (subset: readonly number[]) => void): void {
  const chosen: number[] = []
  const step = (from: number): void => {
    if (chosen.length === size) {
      visit(chosen)
      return
    }
    for (let i = from; i <= items.length - (size - chosen.length); i++) {
      chosen.push(items[i] as number)
      step(i + 1)
      chosen.pop()
    }
  }
  step(0)
}
