/**
 * The conclusions of the packs as programs for other engines, which know nothing of ours: SWI-Prolog, as tables of
 * Belnap's four
 * values, and clingo, as rules about grounds for yes and grounds for no. Made from the formulas that explain a
 * conclusion, not from
 * the flat program that computes it. Both are told what each input is, and answer with the value of each conclusion
 * asked.
 */
import type { Four } from '../../src/record/index.ts'
import { atomKey } from '../../src/law/atom.ts'
import type { Conclusion, Formula } from '../../src/law/compiler.ts'
import type { Law } from '../../src/law/law.ts'

/** A prime below 2²⁶: its squares are exact as doubles. */
const modulus = 67_108_859

/**
 * The made-up value of an input in a situation, the same in every engine: three in ten unknown, three true, three
 * false, one
 * contested. Inputs and situations are counted from 0.
 */
export function madeUpValue(input: number, situation: number): Four {
  let h = (input * 7919 + situation * 104_729 + 12_345) % modulus
  h = (h * h + input) % modulus
  h = (h * h + situation) % modulus
  const tenth = h % 10
  return tenth < 3 ? 'unknown' : tenth < 6 ? 'true' : tenth < 9 ? 'false' : 'contested'
}

/** The conclusions asked about a situation: as many as `each`, so that in turn all are asked. */
export function askedOf(situation: number, each: number, conclusionCount: number): number[] {
  return Array.from({ length: each }, (_, index) => (situation * each + index) % conclusionCount)
}

/** Conclusions and inputs by number, as the programs name them. */
class Numbers {
  readonly conclusions: readonly Conclusion[]
  private readonly byId: ReadonlyMap<string, number>
  private readonly byAtom: ReadonlyMap<string, number>

  constructor(law: Law) {
    this.conclusions = [...law.compiled.conclusions.values()]
    this.byId = new Map(this.conclusions.map(({ id }, index) => [id, index]))
    this.byAtom = new Map(law.compiled.atoms.map((atom, index) => [atomKey(atom), index]))
  }

  conclusion(id: string): number {
    return found(this.byId.get(id), id)
  }

  input(formula: Formula & { op: 'atom' }): number {
    return found(this.byAtom.get(atomKey(formula.atom)), atomKey(formula.atom))
  }
}

function found(number: number | undefined, name: string): number {
  if (number === undefined) throw new RangeError(`The compiled law holds nothing called "${name}".`)
  return number
}

/**
 * A program for `swipl`: prints one line a situation, with one digit a conclusion asked: 0 unknown, 1 true, 2
 * false, 3 contested.
 */
export function prologProgram(law: Law, situationCount: number, each: number): string {
  const numbers = new Numbers(law)
  const clauses = numbers.conclusions.map(({ formula }, index) => {
    const goals: string[] = []
    const value = prologGoals(formula, goals, numbers)
    return `c(${index}, M, S, V) :- ${[...goals, `V = ${value}`].join(', ')}.`
  })
  return [
    ':- style_check(-singleton).',
    prologTables,
    `given(I, S, V) :- H0 is (I*7919 + S*104729 + 12345) mod ${modulus}, H1 is (H0*H0 + I) mod ${modulus},`,
    `  H2 is (H1*H1 + S) mod ${modulus}, T is H2 mod 10, ( T < 3 -> V = u ; T < 6 -> V = t ; T < 9 -> V = f ; V = b ).`,
    ...clauses,
    `main :- Last is ${situationCount} - 1, forall(between(0, Last, S), ( situation(S), nl )).`,
    `situation(S) :- Last is ${each} - 1,`,
    `  forall(between(0, Last, J), ( K is (S*${each} + J) mod ${clauses.length}, answer(K, S, V), digit(V, D), put_char(D) )).`,
    '',
  ].join('\n')
}

/** Adds the goals that find the formula's value and answers with the variable or constant that then holds it. */
function prologGoals(formula: Formula, goals: string[], numbers: Numbers): string {
  const add = (goal: (variable: string) => string): string => {
    const variable = `X${goals.length}`
    goals.push(goal(variable))
    return variable
  }
  const value = (part: Formula): string => prologGoals(part, goals, numbers)
  switch (formula.op) {
    case 'atom': {
      const input = numbers.input(formula)
      return add((x) => `input(${input}, M, S, ${x})`)
    }
    case 'holds': {
      const target = numbers.conclusion(formula.id)
      return add((x) => `c(${target}, M, S, ${x})`)
    }
    case 'rule':
      return value(formula.part)
    case 'not': {
      const part = value(formula.part)
      return add((x) => `negated(${part}, ${x})`)
    }
    case 'combine': {
      const [pro, con] = [value(formula.pro), value(formula.con)]
      return add((x) => `met(${pro}, ${con}, ${x})`)
    }
    case 'all':
    case 'any': {
      const [table, empty] = formula.op === 'all' ? ['both', 't'] : ['either', 'f']
      return formula.parts
        .map(value)
        .reduce((left, right) => add((x) => `${table}(${left}, ${right}, ${x})`), empty)
    }
  }
}

/**
 * Belnap's tables. `met` is how reasons meet: what speaks for the conclusion, and as a ground against it what
 * speaks for the
 * contrary. `M` is the reading: `told` as it was told, `firm` without what is contested.
 */
const prologTables = `
negated(t, f). negated(f, t). negated(u, u). negated(b, b).
both(t, V, V). both(f, _, f). both(u, t, u). both(u, u, u). both(u, f, f). both(u, b, f).
both(b, t, b). both(b, b, b). both(b, f, f). both(b, u, f).
either(f, V, V). either(t, _, t). either(u, f, u). either(u, u, u). either(u, t, t). either(u, b, t).
either(b, f, b). either(b, b, b). either(b, t, t). either(b, u, t).
met(V, f, V). met(V, u, V). met(V, t, W) :- doubted(V, W). met(V, b, W) :- doubted(V, W).
doubted(t, b). doubted(b, b). doubted(u, f). doubted(f, f).
input(I, told, S, V) :- given(I, S, V).
input(I, firm, S, V) :- given(I, S, W), ( W == b -> V = u ; V = W ).
answer(K, S, V) :- once(c(K, told, S, W)), once(c(K, firm, S, F)), ( F == u, W \\== u -> V = b ; V = W ).
digit(u, '0'). digit(t, '1'). digit(f, '2'). digit(b, '3').`

/**
 * A program for `clingo`: one answer set with `yes(S,K)` and `no(S,K)` for the grounds of each conclusion `K` asked
 * about the
 * situation `S`. A formula is a node; `y` and `n` are its grounds, `fy` and `fn` those without what is contested.
 */
export function clingoProgram(law: Law, situationCount: number, each: number): string {
  const numbers = new Numbers(law)
  const nodes = new ClingoNodes(numbers)
  const asked: string[] = []
  for (let situation = 0; situation < situationCount; situation++) {
    const inputs = new Set<number>()
    for (const conclusion of askedOf(situation, each, numbers.conclusions.length)) {
      asked.push(`asked(${situation},${conclusion}).`)
      for (const input of nodes.inputsUnder(conclusion)) inputs.add(input)
    }
    for (const input of inputs) asked.push(...clingoInput(input, situation))
  }
  return [...nodes.rules(), clingoAnswers, ...asked, ''].join('\n')
}

function clingoInput(input: number, situation: number): string[] {
  const value = madeUpValue(input, situation)
  const both = value === 'contested'
  return [
    ...(value === 'true' || both ? [`y_i${input}(${situation}).`] : []),
    ...(value === 'false' || both ? [`n_i${input}(${situation}).`] : []),
    ...(value === 'true' ? [`fy_i${input}(${situation}).`] : []),
    ...(value === 'false' ? [`fn_i${input}(${situation}).`] : []),
  ]
}

const clingoAnswers = `
yes(S,K) :- told_yes(S,K).
no(S,K) :- told_no(S,K).
yes(S,K) :- told_no(S,K), not firm(S,K).
no(S,K) :- told_yes(S,K), not firm(S,K).
#show yes/2.
#show no/2.`

/** Nodes for formulas, by conclusion: `i7` an input, `c3` a conclusion, `x12` something between. */
class ClingoNodes {
  private readonly numbers: Numbers
  private readonly lines: string[] = []
  private readonly inputs = new Map<number, ReadonlySet<number>>()
  private between = 0

  constructor(numbers: Numbers) {
    this.numbers = numbers
  }

  rules(): readonly string[] {
    this.numbers.conclusions.forEach(({ formula }, index) => {
      this.same(`c${index}`, this.node(formula))
      this.lines.push(
        `need_c${index}(S) :- asked(S,${index}).`,
        `told_yes(S,${index}) :- asked(S,${index}), y_c${index}(S).`,
        `told_no(S,${index}) :- asked(S,${index}), n_c${index}(S).`,
        `firm(S,${index}) :- asked(S,${index}), fy_c${index}(S).`,
        `firm(S,${index}) :- asked(S,${index}), fn_c${index}(S).`,
      )
    })
    return this.lines
  }

  inputsUnder(conclusion: number): ReadonlySet<number> {
    const known = this.inputs.get(conclusion)
    if (known !== undefined) return known
    const collected = new Set<number>()
    const walk = (formula: Formula): void => {
      if (formula.op === 'atom') collected.add(this.numbers.input(formula))
      else if (formula.op === 'holds')
        for (const input of this.inputsUnder(this.numbers.conclusion(formula.id))) collected.add(input)
      else partsOf(formula).forEach(walk)
    }
    const conclusionAsked = this.numbers.conclusions[conclusion]
    if (conclusionAsked !== undefined) walk(conclusionAsked.formula)
    this.inputs.set(conclusion, collected)
    return collected
  }

  private node(formula: Formula): string {
    if (formula.op === 'atom') return `i${this.numbers.input(formula)}`
    if (formula.op === 'holds') return `c${this.numbers.conclusion(formula.id)}`
    if (formula.op === 'rule') return this.node(formula.part)
    const parts = partsOf(formula).map((part) => this.node(part))
    const name = `x${this.between++}`
    for (const part of parts) this.needs(name, part)
    switch (formula.op) {
      case 'all':
        this.together(name, 'y', parts)
        for (const part of parts) this.ground(name, 'n', [[part, 'n']])
        break
      case 'any':
        for (const part of parts) this.ground(name, 'y', [[part, 'y']])
        this.together(name, 'n', parts)
        break
      case 'not':
        for (const part of parts) {
          this.ground(name, 'y', [[part, 'n']])
          this.ground(name, 'n', [[part, 'y']])
        }
        break
      case 'combine': {
        const [pro = name, con = name] = parts
        this.ground(name, 'y', [[pro, 'y']])
        this.ground(name, 'n', [[pro, 'n']])
        this.ground(name, 'n', [[con, 'y']])
      }
    }
    return name
  }

  private same(name: string, part: string): void {
    this.needs(name, part)
    this.ground(name, 'y', [[part, 'y']])
    this.ground(name, 'n', [[part, 'n']])
  }

  private needs(name: string, part: string): void {
    this.lines.push(`need_${part}(S) :- need_${name}(S).`)
  }

  private together(name: string, kind: 'y' | 'n', parts: readonly string[]): void {
    this.ground(
      name,
      kind,
      parts.map((part) => [part, kind]),
    )
  }

  /** The node has this ground when all of these are there: as told, and the same without what is contested. */
  private ground(name: string, kind: 'y' | 'n', from: readonly (readonly [string, 'y' | 'n'])[]): void {
    for (const firm of ['', 'f']) {
      const body = from.map(([part, ground]) => `${firm}${ground}_${part}(S)`)
      this.lines.push(`${firm}${kind}_${name}(S) :- ${[`need_${name}(S)`, ...body].join(', ')}.`)
    }
  }
}

function partsOf(formula: Formula): readonly Formula[] {
  if (formula.op === 'all' || formula.op === 'any') return formula.parts
  if (formula.op === 'combine') return [formula.pro, formula.con]
  return formula.op === 'not' || formula.op === 'rule' ? [formula.part] : []
}
