/**
 * The four-valued kernel: a flat program over slots. The first slots are atoms (facts of one case),
 * the rest are computed in order, each from earlier slots. A value is two bits (see `record/value.ts`):
 * bit 0 ground for yes, bit 1 ground for no. Nothing here knows about law.
 */

export const Op = { all: 0, any: 1, not: 2, combine: 3 } as const
export type OpCode = (typeof Op)[keyof typeof Op]

/** A compiled program. Slots `0 … atomCount-1` are inputs; slot `atomCount + i` is the result of step `i`. */
export interface Program {
  readonly atomCount: number
  readonly slotCount: number
  readonly ops: Uint8Array
  /** `args[starts[i] … starts[i+1]]` are the slots that step `i` reads; all are below its own slot. */
  readonly starts: Uint32Array
  readonly args: Uint32Array
}

/** Collects inputs and steps in dependency order; equal ones are shared. A reference is a slot before numbering: inputs are negative. */
export class ProgramBuilder {
  private readonly atoms = new Map<string, number>()
  private readonly steps: { op: OpCode; args: readonly number[] }[] = []
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

  step(op: OpCode, args: readonly number[]): number {
    if ((op === Op.all || op === Op.any) && args.length === 1 && args[0] !== undefined) return args[0]
    const key = `${op}:${args.join(',')}`
    const known = this.shared.get(key)
    if (known !== undefined) return known
    const reference = this.steps.push({ op, args }) - 1
    this.shared.set(key, reference)
    return reference
  }

  get atomKeys(): string[] { return [...this.atoms.keys()] }

  /** The slot that a reference has in the built program. */
  slot(reference: number): number { return reference < 0 ? -1 - reference : this.atoms.size + reference }

  build(): Program {
    const starts = new Uint32Array(this.steps.length + 1)
    const args: number[] = []
    this.steps.forEach((step, index) => {
      starts[index] = args.length
      for (const reference of step.args) args.push(this.slot(reference))
    })
    starts[this.steps.length] = args.length
    return {
      atomCount: this.atoms.size,
      slotCount: this.atoms.size + this.steps.length,
      ops: Uint8Array.from(this.steps, (step) => step.op),
      starts,
      args: Uint32Array.from(args),
    }
  }
}

/**
 * Fills the computed slots of `values` from its atom slots, in place.
 *
 * `combine(for, against)` is how reasons meet: yes when an undefeated reason for stands; no when a reason against stands or
 * every reason for has failed; both when undefeated reasons stand on both sides.
 */
export function evaluate(program: Program, values: Uint8Array): void {
  for (let step = 0; step < program.ops.length; step++) evaluateStep(program, values, step)
}

/** Recomputes only the given steps, which must be in order and closed under what they read. */
export function evaluateSteps(program: Program, values: Uint8Array, steps: Uint32Array): void {
  for (let i = 0; i < steps.length; i++) evaluateStep(program, values, steps[i] as number)
}

function evaluateStep({ atomCount, ops, starts, args }: Program, values: Uint8Array, step: number): void {
  const end = starts[step + 1] as number
  const op = ops[step]
  let at = starts[step] as number
  let acc: number
  if (op === Op.all) {
    acc = 1
    for (; at < end; at++) {
      const v = values[args[at] as number] as number
      acc = (acc & v & 1) | ((acc | v) & 2)
    }
  } else if (op === Op.any) {
    acc = 2
    for (; at < end; at++) {
      const v = values[args[at] as number] as number
      acc = ((acc | v) & 1) | (acc & v & 2)
    }
  } else if (op === Op.not) {
    const v = values[args[at] as number] as number
    acc = ((v & 1) << 1) | (v >> 1)
  } else {
    const pro = values[args[at] as number] as number
    const con = values[args[at + 1] as number] as number
    acc = pro | ((con & 1) << 1)
  }
  values[atomCount + step] = acc
}

/** What a slot rests on: its inputs, and the steps between, both in order. */
export interface Cone { readonly atoms: readonly number[]; readonly steps: Uint32Array }

export function coneOf(program: Program, root: number): Cone {
  const seen = new Set<number>()
  const stack = [root]
  while (stack.length > 0) {
    const slot = stack.pop() as number
    if (seen.has(slot)) continue
    seen.add(slot)
    const step = slot - program.atomCount
    if (step < 0) continue
    for (let i = program.starts[step] as number; i < (program.starts[step + 1] as number); i++) stack.push(program.args[i] as number)
  }
  const slots = [...seen].sort((a, b) => a - b)
  const atoms = slots.filter((slot) => slot < program.atomCount)
  return { atoms, steps: Uint32Array.from(slots.slice(atoms.length), (slot) => slot - program.atomCount) }
}

/**
 * The same program over many cases at once. Each slot is two bit planes (`yes`, `no`), 32 cases a word; results are bit for bit
 * those of {@link evaluate}. `planes` holds `2 * slotCount` rows of `words` words: row `2s` is yes, row `2s+1` is no.
 */
export function evaluateBulk(program: Program, planes: Int32Array, words: number): void {
  const { atomCount, ops, starts, args } = program
  for (let i = 0; i < ops.length; i++) {
    const start = starts[i] as number
    const end = starts[i + 1] as number
    const yes = (atomCount + i) * 2 * words
    const no = yes + words
    const op = ops[i]
    const first = (args[start] ?? 0) * 2 * words
    if (op === Op.not) {
      planes.copyWithin(yes, first + words, first + 2 * words)
      planes.copyWithin(no, first, first + words)
    } else if (op === Op.combine) {
      const con = (args[start + 1] as number) * 2 * words
      planes.copyWithin(yes, first, first + words)
      for (let w = 0; w < words; w++) planes[no + w] = (planes[first + words + w] as number) | (planes[con + w] as number)
    } else if (start === end) {
      planes.fill(op === Op.all ? -1 : 0, yes, yes + words)
      planes.fill(op === Op.all ? 0 : -1, no, no + words)
    } else {
      planes.copyWithin(yes, first, first + 2 * words)
      for (let a = start + 1; a < end; a++) {
        const source = (args[a] as number) * 2 * words
        if (op === Op.all) {
          for (let w = 0; w < words; w++) {
            planes[yes + w] = (planes[yes + w] as number) & (planes[source + w] as number)
            planes[no + w] = (planes[no + w] as number) | (planes[source + words + w] as number)
          }
        } else {
          for (let w = 0; w < words; w++) {
            planes[yes + w] = (planes[yes + w] as number) | (planes[source + w] as number)
            planes[no + w] = (planes[no + w] as number) & (planes[source + words + w] as number)
          }
        }
      }
    }
  }
}
