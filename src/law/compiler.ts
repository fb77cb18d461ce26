/**
 * Makes one program of many conclusions, keeping for each the formula that explains it. Nothing here knows which
 * blocks there are.
 */
import { type Atom, atomKey } from './atom.ts'
import { Op, type Program, ProgramBuilder } from './kernel.ts'
import { type Problem, suggestion } from './load.ts'
import type { Condition, Label, Norm, Origin } from './model.ts'
import { parsePattern } from './situation.ts'

/** What a conclusion is made of; `ref` is a slot once the program is built. */
export type Formula =
  | { readonly op: 'atom'; readonly atom: Atom; ref: number }
  | { readonly op: 'all' | 'any'; readonly parts: readonly Formula[]; ref: number }
  | { readonly op: 'not'; readonly part: Formula; ref: number }
  | { readonly op: 'holds'; readonly id: string; ref: number }
  | { readonly op: 'combine'; readonly pro: Formula; readonly con: Formula; ref: number }
  /** One version of one rule: shown with its norm. */
  | {
      readonly op: 'rule'
      readonly rule: string
      readonly title: Label
      readonly norms: readonly Norm[]
      readonly origin: Origin
      readonly part: Formula
      ref: number
    }

export interface Conclusion {
  readonly id: string
  readonly title: Label
  readonly norms: readonly Norm[]
  readonly origin: Origin
  readonly formula: Formula
  slot: number
}

export interface Compiled {
  readonly program: Program
  readonly atoms: readonly Atom[]
  readonly conclusions: ReadonlyMap<string, Conclusion>
}

export interface Definition {
  readonly title: Label
  readonly norms: readonly Norm[]
  readonly origin: Origin
  readonly make: (c: Compiler) => Formula
}
export type Versioned = {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly anchor: string
  readonly title: Label
  readonly norm: Norm | Norm[]
  readonly origin: Origin
}

export const normsOf = (norm: Norm | readonly Norm[]): readonly Norm[] => [norm].flat()

/** Names that may stand alone for their main conclusion. */
const defaults = ['', '.open', '.binds', '.applies', '.running']

export class Compiler {
  readonly builder = new ProgramBuilder()
  readonly atoms = new Map<string, Atom>()
  readonly done = new Map<string, Conclusion>()
  private readonly busy: string[] = []
  private readonly definitions: ReadonlyMap<string, Definition>
  private readonly problems: Problem[]

  constructor(definitions: ReadonlyMap<string, Definition>, problems: Problem[]) {
    this.definitions = definitions
    this.problems = problems
  }

  atom(atom: Atom): Formula {
    const key = atomKey(atom)
    this.atoms.set(key, atom)
    return { op: 'atom', atom, ref: this.builder.atom(key) }
  }

  all(parts: readonly Formula[]): Formula {
    return this.group('all', parts)
  }

  any(parts: readonly Formula[]): Formula {
    return this.group('any', parts)
  }

  private group(op: 'all' | 'any', parts: readonly Formula[]): Formula {
    const refs = parts.map(({ ref }) => ref)
    return { op, parts, ref: this.builder.step(Op[op], refs) }
  }

  not(part: Formula): Formula {
    return { op: 'not', part, ref: this.builder.step(Op.not, [part.ref]) }
  }

  combine(pro: Formula, con: Formula): Formula {
    return { op: 'combine', pro, con, ref: this.builder.step(Op.combine, [pro.ref, con.ref]) }
  }

  /** The rule as a version that applies only between its dates. */
  version(block: Versioned, name: string, part: Formula): Formula {
    const inner =
      block.from === undefined && block.until === undefined
        ? part
        : this.all([
            this.atom({ kind: 'in-force', from: block.from, until: block.until, anchor: block.anchor }),
            part,
          ])
    return {
      op: 'rule',
      rule: name,
      title: block.title,
      norms: normsOf(block.norm),
      origin: block.origin,
      part: inner,
      ref: inner.ref,
    }
  }

  conditions(list: readonly Condition[], origin: Origin): Formula {
    return this.all(list.map((condition) => this.condition(condition, origin)))
  }

  condition(condition: Condition, origin: Origin): Formula {
    if (typeof condition === 'string') return this.atom({ kind: 'happened', pattern: parsePattern(condition) })
    if ('happened' in condition) {
      const of = parsePattern(condition.happened)
      const since = [condition.notSince ?? []].flat()
      return this.all([
        this.atom({ kind: 'happened', pattern: of }),
        ...since.map((text) => this.not(this.atom({ kind: 'after', pattern: parsePattern(text), of }))),
      ])
    }
    if ('fact' in condition) {
      return this.atom({ kind: 'fact', fact: condition.fact, among: condition.in ?? [condition.is ?? 'yes'] })
    }
    if ('holds' in condition) return this.holds(condition.holds, origin)
    if ('passed' in condition) return this.holds(`${condition.passed}.passed`, origin)
    if ('running' in condition) return this.holds(`${condition.running}.running`, origin)
    if ('bound' in condition) return this.atom({ kind: 'bound', state: condition.bound, by: condition.by })
    if ('first' in condition)
      return this.atom({ kind: 'order', first: parsePattern(condition.first), then: parsePattern(condition.then) })
    if ('assessed' in condition)
      return this.atom({ kind: 'assessed', question: condition.assessed, as: condition.as })
    if ('found' in condition) return this.atom({ kind: 'found', finding: condition.found })
    if ('not' in condition) return this.not(this.condition(condition.not, origin))
    if ('all' in condition) return this.conditions(condition.all, origin)
    return this.any(condition.any.map((part) => this.condition(part, origin)))
  }

  holds(id: string, origin: Origin): Formula {
    const name = defaults.map((suffix) => id + suffix).find((candidate) => this.definitions.has(candidate))
    if (name === undefined) {
      this.problems.push({
        file: origin.file,
        line: origin.line,
        what: `Nothing is called "${id}".`,
        remedy: `Name a rule, stage, REMEDY.opened, DUTY.binds, BAR.applies or TERM.running that exists.${suggestion(id, [...this.definitions.keys()])}`,
      })
      return this.atom({ kind: 'nothing' })
    }
    const conclusion = this.conclude(name, origin)
    return { op: 'holds', id: name, ref: conclusion?.formula.ref ?? this.atom({ kind: 'nothing' }).ref }
  }

  conclude(id: string, askedBy?: Origin): Conclusion | undefined {
    const known = this.done.get(id)
    if (known !== undefined) return known
    const definition = this.definitions.get(id)
    if (definition === undefined) return undefined
    if (this.busy.includes(id)) {
      const circle = [...this.busy.slice(this.busy.indexOf(id)), id]
      const from = askedBy ?? definition.origin
      this.problems.push({
        file: from.file,
        line: from.line,
        what: `These conclusions rest on each other in a circle: ${circle.join(' → ')}.`,
        remedy: `Cut the circle here or at ${definition.origin.file}:${definition.origin.line}: one of them must rest on events alone.`,
      })
      return undefined
    }
    this.busy.push(id)
    const formula = definition.make(this)
    this.busy.pop()
    const conclusion: Conclusion = {
      id,
      title: definition.title,
      norms: definition.norms,
      origin: definition.origin,
      formula,
      slot: formula.ref,
    }
    this.done.set(id, conclusion)
    return conclusion
  }
}
