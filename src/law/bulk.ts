/**
 * Many cases at once, as columns of conclusions. Looking up the inputs of a case is done by the same ground as for
 * a single case;
 * the conclusions are computed 32 cases a machine word. The answers are exactly those of {@link evaluateCase}.
 */
import { type Four, fromBits, toBits } from '../record/index.ts'
import { atomsUnderAll } from './evaluate.ts'
import { createGround } from './ground.ts'
import { evaluateBulk, type Program } from './kernel.ts'
import type { Law } from './law.ts'
import type { Situation } from './situation.ts'

/** Words of 32 cases that are computed together: few enough that all slots of a block stay near the processor. */
const blockWordsMax = 64

/** Rows of bits, two for each slot: row `2s` holds the grounds for yes, row `2s + 1` those for no; one bit a case. */
export class BitRows {
  readonly caseCount: number
  /** Of 32 cases. */
  readonly words: number
  readonly bits: Int32Array

  constructor(slotCount: number, caseCount: number, bits?: Int32Array) {
    this.caseCount = caseCount
    this.words = Math.ceil(caseCount / 32)
    this.bits = bits ?? new Int32Array(2 * slotCount * this.words)
  }

  set(slot: number, index: number, value: Four): void {
    const word = 2 * slot * this.words + (index >> 5)
    const bit = 1 << (index & 31)
    const grounds = toBits(value)
    this.bits[word] = put(this.bits[word] as number, bit, (grounds & 1) !== 0)
    this.bits[word + this.words] = put(this.bits[word + this.words] as number, bit, (grounds & 2) !== 0)
  }

  get(slot: number, index: number): Four {
    const word = 2 * slot * this.words + (index >> 5)
    const yes = ((this.bits[word] as number) >>> (index & 31)) & 1
    const no = ((this.bits[word + this.words] as number) >>> (index & 31)) & 1
    return fromBits(yes | (no << 1))
  }

  copy(): BitRows {
    return new BitRows(0, this.caseCount, this.bits.slice())
  }
}

const put = (word: number, bit: number, on: boolean): number => (on ? word | bit : word & ~bit)

export interface BulkEvaluated {
  readonly caseCount: number
  /** The value of a conclusion in the case with this index; unknown when nothing is called so. */
  of(id: string, index: number): Four
  /** The value of a conclusion in every case, in the order of the cases. */
  column(id: string): readonly Four[]
  /** By conclusion, in the order of {@link rowOf}. */
  readonly rows: BitRows
  /** The row pair of a conclusion; conclusions that are always the same share one. */
  rowOf(id: string): number | undefined
}

/**
 * Evaluates every case in the latest rounds of its tracks, as {@link evaluateCase} does by default; with `only`, for these
 * conclusions, and every input on which none of them rests stays unknown.
 */
export function evaluateBulkCases(
  law: Law,
  situations: readonly Situation[],
  only?: readonly string[],
): BulkEvaluated {
  const slots = only === undefined ? undefined : [...atomsUnderAll(law, only)]
  const inputs = new BitRows(law.compiled.program.atomCount, situations.length)
  situations.forEach((situation, index) => lookUp(law, situation, index, inputs, slots))
  return concludeAll(law, inputs)
}

/** Looks up inputs of one case: all, or those in the given slots. */
export function lookUp(
  law: Law,
  situation: Situation,
  index: number,
  into: BitRows,
  slots?: readonly number[],
): void {
  const ground = createGround(law, situation)
  const { atoms } = law.compiled
  if (slots === undefined) {
    atoms.forEach((atom, slot) => into.set(slot, index, ground.value(atom).value))
    return
  }
  for (const slot of slots) {
    const atom = atoms[slot]
    if (atom !== undefined) into.set(slot, index, ground.value(atom).value)
  }
}

/** From inputs to every conclusion of every case. */
export function concludeAll(law: Law, inputs: BitRows): BulkEvaluated {
  const { program, conclusions } = law.compiled
  const slots = [...new Set([...conclusions.values()].map(({ slot }) => slot))]
  const rowOfSlot = new Map(slots.map((slot, row) => [slot, row]))
  const rows = new BitRows(slots.length, inputs.caseCount)
  for (let from = 0; from < inputs.words; from += blockWordsMax)
    concludeBlock(program, inputs, slots, rows, from, Math.min(blockWordsMax, inputs.words - from))
  const rowOf = (id: string): number | undefined => {
    const conclusion = conclusions.get(id)
    return conclusion === undefined ? undefined : rowOfSlot.get(conclusion.slot)
  }
  const of = (id: string, index: number): Four => {
    const row = rowOf(id)
    return row === undefined ? 'unknown' : rows.get(row, index)
  }
  return {
    caseCount: inputs.caseCount,
    rows,
    rowOf,
    of,
    column: (id) => Array.from({ length: inputs.caseCount }, (_, index) => of(id, index)),
  }
}

function concludeBlock(
  program: Program,
  inputs: BitRows,
  slots: readonly number[],
  rows: BitRows,
  from: number,
  words: number,
): void {
  const values = new Int32Array(2 * program.slotCount * words)
  for (let row = 0; row < 2 * program.atomCount; row++) {
    const start = row * inputs.words + from
    values.set(inputs.bits.subarray(start, start + words), row * words)
  }
  const firm = withoutContested(program, values, words)
  evaluateBulk(program, values, words)
  if (firm !== undefined) evaluateBulk(program, firm, words)
  slots.forEach((slot, row) => {
    for (let word = 0; word < words; word++) {
      const yes = values[2 * slot * words + word] as number
      const no = values[(2 * slot + 1) * words + word] as number
      // What holds or fails only because of something contested is contested: see `evaluate.ts`.
      const held =
        firm === undefined
          ? -1
          : (firm[2 * slot * words + word] as number) | (firm[(2 * slot + 1) * words + word] as number)
      const contested = (yes | no) & ~held
      const at = 2 * row * rows.words + from + word
      rows.bits[at] = yes | contested
      rows.bits[at + rows.words] = no | contested
    }
  })
}

/** The inputs with everything contested made unknown; nothing when nothing is contested. */
function withoutContested({ atomCount }: Program, values: Int32Array, words: number): Int32Array | undefined {
  let firm: Int32Array | undefined
  for (let slot = 0; slot < atomCount; slot++) {
    for (let word = 0; word < words; word++) {
      const yes = 2 * slot * words + word
      const both = (values[yes] as number) & (values[yes + words] as number)
      if (both === 0) continue
      firm ??= values.slice()
      firm[yes] = (values[yes] as number) & ~both
      firm[yes + words] = (values[yes + words] as number) & ~both
    }
  }
  return firm
}
