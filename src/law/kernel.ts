/**
 * The four-valued kernel: a flat program over slots. The first slots are atoms (facts of one case),
 * the rest are computed in order, each from two earlier slots. A value is two bits (see `record/value.ts`):
 * bit 0 ground for yes, bit 1 ground for no. Nothing here knows about law.
 */

/**
 * What a step does with its two slots. ALL meets the grounds for yes and joins the grounds for no; ANY does the
 * opposite. Both are one AND seen through a mask, and the mask is the number of the operation.
 */
export const Op = { any: 1, all: 2, not: 3, combine: 4, yes: 5, no: 6 } as const
export type OpCode = (typeof Op)[keyof typeof Op]

/** A compiled program. Slots `0 … atomCount-1` are inputs; slot `atomCount + i` is the result of step `i`. */
export interface Program {
  readonly atomCount: number
  readonly slotCount: number
  readonly ops: Uint8Array
  /**
   * Step `i` reads the slots `left[i]` and `right[i]`, both below its own. They are the same where it needs only one,
   * and its own where it needs none.
   */
  readonly left: Uint32Array
  readonly right: Uint32Array
}

/**
 * Collects inputs and steps in dependency order; equal ones are shared. A reference is a slot before numbering:
 * inputs
 * are negative.
 */
export class ProgramBuilder {
  private readonly atoms = new Map<string, number>()
  private readonly steps: { op: OpCode; left: number; right: number }[] = []
  private readonly shared = new Map<string, number>()

  /** The input with this key, made on first use. */
  atom(key: string): number {
    let reference = this.atoms.get(key)
    if (reference === undefined) {
      reference = -1 - this.atoms.size
      this.atoms.set(key, reference)
    }
    return reference
  }

  /** A step over any number of references: of `all` and `any`, a chain of pairs. */
  step(op: OpCode, args: readonly number[]): number {
    const [first, ...others] = args
    if (first === undefined) return this.pair(op === Op.all ? Op.yes : Op.no)
    if (op === Op.all || op === Op.any) return others.reduce((left, right) => this.pair(op, left, right), first)
    return this.pair(op, first, others[0] ?? first)
  }

  private pair(op: OpCode, left?: number, right?: number): number {
    const key = `${op}:${left},${right}`
    const known = this.shared.get(key)
    if (known !== undefined) return known
    const own = this.steps.length
    this.steps.push({ op, left: left ?? own, right: right ?? own })
    this.shared.set(key, own)
    return own
  }

  get atomKeys(): string[] {
    return [...this.atoms.keys()]
  }

  /** The slot that a reference has in the built program. */
  slot(reference: number): number {
    return reference < 0 ? -1 - reference : this.atoms.size + reference
  }

  build(): Program {
    return {
      atomCount: this.atoms.size,
      slotCount: this.atoms.size + this.steps.length,
      ops: Uint8Array.from(this.steps, (step) => step.op),
      left: Uint32Array.from(this.steps, (step) => this.slot(step.left)),
      right: Uint32Array.from(this.steps, (step) => this.slot(step.right)),
    }
  }
}

/**
 * Fills the computed slots of `values` from its atom slots, in place.
 *
 * `combine(for, against)` is how reasons meet: yes when an undefeated reason for stands; no when a reason against
 * stands or every reason for has failed; both when undefeated reasons stand on both sides.
 */
export function evaluate({ atomCount, ops, left, right }: Program, values: Uint8Array): void {
  for (let step = 0; step < ops.length; step++) {
    const a = values[left[step] as number] as number
    const b = values[right[step] as number] as number
    values[atomCount + step] = valueOf(ops[step] as number, a, b)
  }
}

/** Recomputes only the given steps, which must be in order and closed under what they read. */
export function evaluateSteps(
  { atomCount, ops, left, right }: Program,
  values: Uint8Array,
  steps: Uint32Array,
): void {
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as number
    const a = values[left[step] as number] as number
    const b = values[right[step] as number] as number
    values[atomCount + step] = valueOf(ops[step] as number, a, b)
  }
}

function valueOf(op: number, a: number, b: number): number {
  if (op <= Op.all) return ((a ^ op) & (b ^ op)) ^ op
  if (op === Op.not) return ((a & 1) << 1) | (a >> 1)
  if (op === Op.combine) return a | ((b & 1) << 1)
  return op === Op.yes ? 1 : 2
}

/** What a slot rests on: its inputs, and the steps between, both in order. */
export interface Cone {
  readonly atoms: readonly number[]
  readonly steps: Uint32Array
}

/** Cones by program and root: asked for again and again while a case is answered. */
const cones = new WeakMap<Program, Map<number, Cone>>()

export function coneOf(program: Program, root: number): Cone {
  let known = cones.get(program)
  if (known === undefined) {
    known = new Map()
    cones.set(program, known)
  }
  let cone = known.get(root)
  if (cone === undefined) {
    cone = findCone(program, root)
    known.set(root, cone)
  }
  return cone
}

function findCone(program: Program, root: number): Cone {
  const seen = new Set<number>()
  const stack = [root]
  while (stack.length > 0) {
    const slot = stack.pop() as number
    if (seen.has(slot)) continue
    seen.add(slot)
    const step = slot - program.atomCount
    if (step >= 0) stack.push(program.left[step] as number, program.right[step] as number)
  }
  const slots = [...seen].sort((a, b) => a - b)
  const atoms = slots.filter((slot) => slot < program.atomCount)
  return { atoms, steps: Uint32Array.from(slots.slice(atoms.length), (slot) => slot - program.atomCount) }
}

/**
 * The same program over many cases at once. Each slot is two bit planes (`yes`, `no`), 32 cases a word; results are
 * bit for bit those of {@link evaluate}. `planes` holds `2 * slotCount` rows of `words` words: row `2s` is yes, row
 * `2s+1` is no.
 */
export function evaluateBulk({ atomCount, ops, left, right }: Program, planes: Int32Array, words: number): void {
  for (let step = 0; step < ops.length; step++) {
    const yes = (atomCount + step) * 2 * words
    const a = (left[step] as number) * 2 * words
    const b = (right[step] as number) * 2 * words
    const op = ops[step] as OpCode
    switch (op) {
      case Op.all:
        meet(planes, yes, a, b, words)
        join(planes, yes + words, a + words, b + words, words)
        break
      case Op.any:
        join(planes, yes, a, b, words)
        meet(planes, yes + words, a + words, b + words, words)
        break
      case Op.not:
        planes.copyWithin(yes, a + words, a + 2 * words)
        planes.copyWithin(yes + words, a, a + words)
        break
      case Op.combine:
        planes.copyWithin(yes, a, a + words)
        join(planes, yes + words, a + words, b, words)
        break
      case Op.yes:
      case Op.no:
        planes.fill(op === Op.yes ? -1 : 0, yes, yes + words)
        planes.fill(op === Op.yes ? 0 : -1, yes + words, yes + 2 * words)
    }
  }
}

/** Row `out` becomes `a AND b`. */
function meet(planes: Int32Array, out: number, a: number, b: number, words: number): void {
  for (let w = 0; w < words; w++) planes[out + w] = (planes[a + w] as number) & (planes[b + w] as number)
}

/** Row `out` becomes `a OR b`. */
function join(planes: Int32Array, out: number, a: number, b: number, words: number): void {
  for (let w = 0; w < words; w++) planes[out + w] = (planes[a + w] as number) | (planes[b + w] as number)
}
