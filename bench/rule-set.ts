/**
 * A rule set and cases made up from a seed, the same on every machine: the common ground on which engines are
 * compared.
 * Plain data; each engine's own form of it stands in that engine's file.
 */

/** A condition over numbered yes-or-no facts. */
export type Formula =
  | { readonly fact: number }
  | { readonly not: Formula }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }

export interface BenchRule {
  readonly name: string
  /** All of them … */
  readonly when: readonly Formula[]
  /** … and none of these. */
  readonly unless: readonly Formula[]
}

export interface RuleSet {
  readonly factCount: number
  readonly rules: readonly BenchRule[]
}

/** Values as in `record/value.ts`: 0 unknown, 1 true, 2 false; row after row, `factCount` values a case. */
export interface Cases {
  readonly count: number
  readonly factCount: number
  readonly values: Uint8Array
}

/** Numbers from 0 to below 1, foretold by the seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const factName = (fact: number): string => `f${String(fact + 1).padStart(2, '0')}`

/**
 * One to three conditions a rule: facts, denied facts, and choices, some of them of pairs; every other rule has an
 * exception. That makes rules about as large as those of the real packs. Facts are dealt round, so that each is used
 * about as often as any other.
 */
export function makeRules(ruleCount: number, factCount: number, seed: number): RuleSet {
  const random = seeded(seed)
  const deck: number[] = []
  const draw = (): number => {
    if (deck.length === 0) deck.push(...shuffled(factCount, random))
    return deck.pop() ?? 0
  }
  const literal = (): Formula => (random() < 0.3 ? { not: { fact: draw() } } : { fact: draw() })
  const list = (least: number, most: number, make: () => Formula): Formula[] =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make)
  const pairOr = (share: number): Formula => (random() < share ? { all: list(2, 2, literal) } : literal())
  const condition = (): Formula => (random() < 0.7 ? literal() : { any: list(2, 3, () => pairOr(0.2)) })
  const rules = Array.from({ length: ruleCount }, (_, index): BenchRule => ({
    name: `r${String(index + 1).padStart(2, '0')}`,
    when: list(1, 3, condition),
    unless: random() < 0.5 ? [pairOr(0.4)] : [],
  }))
  return { factCount, rules }
}

function shuffled(count: number, random: () => number): number[] {
  const items = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[items[last], items[other]] = [items[other] as number, items[last] as number]
  }
  return items
}

export function makeCases(count: number, factCount: number, unknownShare: number, seed: number): Cases {
  const random = seeded(seed)
  const values = new Uint8Array(count * factCount)
  for (let i = 0; i < values.length; i++) values[i] = random() < unknownShare ? 0 : random() < 0.5 ? 1 : 2
  return { count, factCount, values }
}

/** The rule as one condition: what engines without exceptions are given. */
export const wholeOf = ({ when, unless }: BenchRule): Formula => ({
  all: unless.length === 0 ? when : [...when, { not: { any: unless } }],
})

/** The facts of one case that are known, as an object; a fact that is not known is not there. */
export function knownFacts({ factCount, values }: Cases, index: number): Record<string, boolean> {
  const facts: Record<string, boolean> = {}
  for (let fact = 0; fact < factCount; fact++) {
    const value = values[index * factCount + fact]
    if (value !== 0) facts[factName(fact)] = value === 1
  }
  return facts
}

const leaves = (formula: Formula): number => {
  if ('fact' in formula) return 1
  if ('not' in formula) return leaves(formula.not)
  return ('all' in formula ? formula.all : formula.any).reduce((sum, part) => sum + leaves(part), 0)
}

/** Facts that a rule asks for, on average. */
export const conditionsPerRule = ({ rules }: RuleSet): number =>
  rules.reduce((sum, rule) => sum + leaves(wholeOf(rule)), 0) / rules.length
