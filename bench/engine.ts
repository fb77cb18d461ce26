/** The made-up rules in Forestay: one case at a time, with explanations, in bulk, and what-if over all cases. */
import { evaluate, evaluateBulk, evaluateCase, explain, type Law } from '../src/law/index.ts'
import { toBits } from '../src/record/index.ts'
import { factsBySlot, situationOf } from './pack.ts'
import type { Cases, RuleSet } from './rule-set.ts'
import { perSecond, type Rounds, timed } from './timing.ts'

/** What each engine concluded: `ruleCount` values a case, 0 unknown, 1 true, 2 false, 255 no answer. */
export type Conclusions = Uint8Array

/** Inputs in the order of the compiled slots, so that a row can be copied as it lies. */
function inputsOf(law: Law, cases: Cases): Uint8Array {
  const facts = factsBySlot(law)
  const inputs = new Uint8Array(cases.count * facts.length)
  for (let c = 0; c < cases.count; c++) {
    facts.forEach((fact, slot) => {
      inputs[c * facts.length + slot] = cases.values[c * cases.factCount + fact] ?? 0
    })
  }
  return inputs
}

const slotsOf = (law: Law, { rules }: RuleSet): number[] =>
  rules.map(({ name }) => {
    const conclusion = law.compiled.conclusions.get(name)
    if (conclusion === undefined) throw new Error(`The compiled law has no conclusion ${name}.`)
    return conclusion.slot
  })

/** Every conclusion of every case, each case on its own. */
export function concludeSingly(
  law: Law,
  rules: RuleSet,
  cases: Cases,
): { conclusions: Conclusions; rounds: Rounds } {
  const { program } = law.compiled
  const inputs = inputsOf(law, cases)
  const slots = slotsOf(law, rules)
  const values = new Uint8Array(program.slotCount)
  const conclusions = new Uint8Array(cases.count * slots.length)
  const { atomCount } = program
  const run = (): void => {
    let at = 0
    for (let c = 0; c < cases.count; c++) {
      const row = c * atomCount
      for (let slot = 0; slot < atomCount; slot++) values[slot] = inputs[row + slot] as number
      evaluate(program, values)
      for (let r = 0; r < slots.length; r++) conclusions[at++] = values[slots[r] as number] as number
    }
  }
  const rounds = timed(run, { warmUp: 5, rounds: 15 })
  return { conclusions, rounds }
}

/** Explanations a second, from the facts as a situation to every conclusion with its reasons, norms and evidence. */
export function explainAll(law: Law, { rules }: RuleSet, cases: Cases, caseCount: number): number {
  const situations = Array.from({ length: caseCount }, (_, index) => situationOf(cases, index))
  let parts = 0
  const run = (): void => {
    parts = 0
    for (const situation of situations) {
      const evaluated = evaluateCase(law, situation)
      for (const { name } of rules) parts += explain(evaluated, name)?.parts.length ?? 0
    }
  }
  const rounds = timed(run, { warmUp: 2, rounds: 7 })
  if (parts === 0) throw new Error('Nothing was explained.')
  return perSecond(caseCount * rules.length, rounds)
}

/** Every conclusion of the first cases, each from its facts as a situation, with the ground of every input. */
export function concludeFromFacts(
  law: Law,
  { rules }: RuleSet,
  cases: Cases,
  caseCount: number,
): { conclusions: Conclusions; rounds: Rounds } {
  const situations = Array.from({ length: caseCount }, (_, index) => situationOf(cases, index))
  const conclusions = new Uint8Array(caseCount * rules.length)
  const rounds = timed(
    () => {
      let at = 0
      for (const situation of situations) {
        const evaluated = evaluateCase(law, situation)
        for (const { name } of rules) conclusions[at++] = toBits(evaluated.of(name))
      }
    },
    { warmUp: 2, rounds: 7 },
  )
  return { conclusions, rounds }
}

/** The cases as bit planes, 32 a word: row `2s` is yes, row `2s + 1` is no. */
function planesOf(law: Law, cases: Cases): { planes: Int32Array; words: number } {
  const { program } = law.compiled
  const inputs = inputsOf(law, cases)
  const words = Math.ceil(cases.count / 32)
  const planes = new Int32Array(2 * program.slotCount * words)
  for (let c = 0; c < cases.count; c++) {
    const word = c >> 5
    const bit = 1 << (c & 31)
    for (let slot = 0; slot < program.atomCount; slot++) {
      const value = inputs[c * program.atomCount + slot] as number
      if (value & 1) planes[2 * slot * words + word] = (planes[2 * slot * words + word] as number) | bit
      if (value & 2) planes[(2 * slot + 1) * words + word] = (planes[(2 * slot + 1) * words + word] as number) | bit
    }
  }
  return { planes, words }
}

export function concludeInBulk(
  law: Law,
  rules: RuleSet,
  cases: Cases,
): { conclusions: Conclusions; rounds: Rounds; loading: Rounds } {
  const loading = timed(() => void planesOf(law, cases), { warmUp: 1, rounds: 3 })
  const { planes, words } = planesOf(law, cases)
  const { program } = law.compiled
  const rounds = timed(() => evaluateBulk(program, planes, words), { warmUp: 30, rounds: 101 })
  const slots = slotsOf(law, rules)
  const conclusions = new Uint8Array(cases.count * slots.length)
  const bitAt = (row: number, c: number): number => ((planes[row * words + (c >> 5)] as number) >>> (c & 31)) & 1
  for (let c = 0; c < cases.count; c++) {
    slots.forEach((slot, r) => {
      conclusions[c * slots.length + r] = bitAt(2 * slot, c) | (bitAt(2 * slot + 1, c) << 1)
    })
  }
  return { conclusions, rounds, loading }
}

/** Supposes each fact in turn to be so in every case, and counts the cases in which a conclusion changes. */
export function supposeEachFact(law: Law, rules: RuleSet, cases: Cases): { changed: number[]; rounds: Rounds } {
  const { program } = law.compiled
  const { planes, words } = planesOf(law, cases)
  evaluateBulk(program, planes, words)
  const supposed = planes.slice()
  const slots = slotsOf(law, rules)
  let changed: number[] = []
  const rounds = timed(
    () => {
      changed = Array.from({ length: program.atomCount }, (_, slot) => {
        const from = 2 * slot * words
        supposed.fill(-1, from, from + words).fill(0, from + words, from + 2 * words)
        evaluateBulk(program, supposed, words)
        supposed.set(planes.subarray(from, from + 2 * words), from)
        return changedCases(planes, supposed, slots, { words, caseCount: cases.count })
      })
    },
    { warmUp: 1, rounds: 7 },
  )
  return { changed, rounds }
}

function changedCases(
  before: Int32Array,
  after: Int32Array,
  slots: readonly number[],
  { words, caseCount }: { words: number; caseCount: number },
): number {
  let count = 0
  for (let word = 0; word < words; word++) {
    let differs = 0
    for (const slot of slots) {
      const yes = 2 * slot * words + word
      differs |= (before[yes] as number) ^ (after[yes] as number)
      differs |= (before[yes + words] as number) ^ (after[yes + words] as number)
    }
    // The last word may be longer than the cases are many.
    const left = caseCount - word * 32
    count += bitCount(left >= 32 ? differs : differs & ((1 << left) - 1))
  }
  return count
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
