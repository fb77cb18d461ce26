/**
 * What would have to be learned: which unknowns matter to a conclusion, and the smallest sets of facts that would
 * settle it.
 */
import { compare, type Four, fromBits, toBits } from '../record/index.ts'
import type { Atom } from './atom.ts'
import { atomKey } from './atom.ts'
import type { Evaluated } from './evaluate.ts'
import { coneOf, evaluateSteps } from './kernel.ts'

/** Learning that each atom is so settles the conclusion. */
export interface SettlingSet {
  readonly answers: readonly { readonly atom: Atom; readonly value: 'true' | 'false' }[]
  readonly result: Four
}

/** Search stops at sets of this size: a person cannot act on longer ones. */
const SETTLING_FACTS_MAX = 3
/** More open atoms than this are not combined: single facts only. */
const COMBINED_ATOMS_MAX = 18

/** Up to this many open atoms every combination of answers is tried: 256 of them. */
const TRIED_ATOMS_MAX = 8

/** Slots below a conclusion, atoms only, in order. */
export function atomsUnder(evaluated: Evaluated, id: string): readonly number[] {
  const root = evaluated.ground.law.compiled.conclusions.get(id)
  return root === undefined ? [] : coneOf(evaluated.ground.law.compiled.program, root.slot).atoms
}

const settled = (value: number): boolean => value === 1 || value === 2

/** Whether a person can answer it: dates of the law and time limits follow from other answers. */
const answerable = ({ kind }: Atom): boolean => !unanswerable.has(kind)
const unanswerable: ReadonlySet<Atom['kind']> = new Set<Atom['kind']>(['in-force', 'nothing', 'bound'])

/**
 * Unknown atoms that can still change the conclusion: there is a way to answer the others in which this answer
 * decides. A
 * conclusion that is true while an objection to it is open can change too. With many open answers, those that
 * cannot be shown to
 * be idle are all returned.
 */
export function relevantUnknowns(evaluated: Evaluated, id: string): Atom[] {
  const { compiled } = evaluated.ground.law
  const root = compiled.conclusions.get(id)?.slot
  if (root === undefined) return []
  const { atoms, steps } = coneOf(compiled.program, root)
  const open = atoms.filter((slot) => evaluated.values[slot] === 0 && compiled.atoms[slot]?.kind !== 'nothing')
  const movable = movableAtoms(evaluated, root, open, steps)
  const decisive = movable.length > TRIED_ATOMS_MAX ? movable : decisiveAtoms(evaluated, root, movable, steps)
  return decisive.map((slot) => compiled.atoms[slot] as Atom).filter(answerable)
}

/**
 * Open atoms from which the conclusion can be reached through values that can still move. With every open atom at
 * once yes and no,
 * each value holds all the ground that any answers can give it: what stays the same then cannot move.
 */
function movableAtoms(evaluated: Evaluated, root: number, open: readonly number[], steps: Uint32Array): number[] {
  const { program } = evaluated.ground.law.compiled
  const most = evaluated.values.slice()
  for (const slot of open) most[slot] = 3
  evaluateSteps(program, most, steps)
  const seen = new Set<number>()
  const stack = [root]
  while (stack.length > 0) {
    const slot = stack.pop() as number
    if (seen.has(slot) || most[slot] === evaluated.values[slot]) continue
    seen.add(slot)
    const step = slot - program.atomCount
    if (step >= 0) stack.push(program.left[step] as number, program.right[step] as number)
  }
  return open.filter((slot) => seen.has(slot))
}

/** Those of the atoms whose answer makes a difference in some combination of answers to the others. */
function decisiveAtoms(evaluated: Evaluated, root: number, atoms: readonly number[], steps: Uint32Array): number[] {
  const values = evaluated.values.slice()
  const outcomes = new Uint8Array(1 << atoms.length)
  for (let mask = 0; mask < outcomes.length; mask++) {
    atoms.forEach((slot, index) => {
      values[slot] = mask & (1 << index) ? 1 : 2
    })
    evaluateSteps(evaluated.ground.law.compiled.program, values, steps)
    outcomes[mask] = values[root] as number
  }
  return atoms.filter((_, index) => outcomes.some((outcome, mask) => outcome !== outcomes[mask ^ (1 << index)]))
}

function openAtoms(evaluated: Evaluated, id: string): number[] {
  const { atoms } = evaluated.ground.law.compiled
  return atomsUnder(evaluated, id).filter((slot) => evaluated.values[slot] === 0 && answerable(atoms[slot] as Atom))
}

/**
 * The smallest sets of answers after which the conclusion is certain, whichever way. Empty when it is certain
 * already.
 */
export function settlingSets(evaluated: Evaluated, id: string): SettlingSet[] {
  const { compiled } = evaluated.ground.law
  const root = compiled.conclusions.get(id)
  if (root === undefined || settled(evaluated.values[root.slot] as number)) return []
  const open = openAtoms(evaluated, id)
  const values = evaluated.values.slice()
  const sizeMax = open.length > COMBINED_ATOMS_MAX ? 1 : SETTLING_FACTS_MAX
  const { steps } = coneOf(compiled.program, root.slot)
  const found: SettlingSet[] = []
  const reached = new Set<number>()
  for (let size = 1; size <= sizeMax && reached.size < 2; size++) {
    const before = new Set(reached)
    forEachSubset(open, size, (subset) => {
      for (let mask = 0; mask < 1 << size; mask++) {
        values.set(evaluated.values)
        subset.forEach((slot, index) => {
          values[slot] = mask & (1 << index) ? 2 : 1
        })
        evaluateSteps(compiled.program, values, steps)
        const result = values[root.slot] as number
        if (!settled(result) || before.has(result) || impossible(subset, mask, compiled.atoms)) continue
        reached.add(result)
        found.push({
          result: fromBits(result),
          answers: subset.map((slot, index) => ({
            atom: compiled.atoms[slot] as Atom,
            value: mask & (1 << index) ? 'false' : 'true',
          })),
        })
      }
    })
  }
  return found.sort(
    (a, b) =>
      a.answers.length - b.answers.length || toBits(a.result) - toBits(b.result) || compare(keyOf(a), keyOf(b)),
  )
}

/** A narrower event cannot have happened while a wider one has not: `decided outcome=granted` without `decided`. */
function impossible(subset: readonly number[], mask: number, atoms: readonly Atom[]): boolean {
  const told = (yes: boolean) =>
    subset
      .filter((_, index) => ((mask & (1 << index)) === 0) === yes)
      .map((slot) => atoms[slot])
      .flatMap((atom) => (atom?.kind === 'happened' ? [atom.pattern] : []))
  return told(true).some((narrow) =>
    told(false).some(
      (wide) =>
        wide.type === narrow.type &&
        wide.where.every(([key, value]) => narrow.where.some(([k, v]) => k === key && v === value)),
    ),
  )
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
