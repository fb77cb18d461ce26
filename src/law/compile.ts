/** From the blocks of the packs to one program, keeping for each conclusion the formula that explains it. */
import { type Atom, atomKey } from './atom.ts'
import { Op, type Program, ProgramBuilder } from './kernel.ts'
import type { Problem } from './load.ts'
import { suggestion } from './load.ts'
import type { Label, Norm, Origin } from './model.ts'
import type { Condition } from './model.ts'
import { parsePattern } from './situation.ts'
import type { Blocks } from './law.ts'

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

interface Definition {
  readonly title: Label
  readonly norms: readonly Norm[]
  readonly origin: Origin
  readonly make: (c: Compiler) => Formula
}
type Versioned = {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly anchor: string
  readonly title: Label
  readonly norm: Norm | Norm[]
  readonly origin: Origin
}

const normsOf = (norm: Norm | readonly Norm[]): readonly Norm[] =>
  Array.isArray(norm) ? (norm as Norm[]) : [norm as Norm]

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
    return parts.length === 1 && parts[0] !== undefined
      ? parts[0]
      : {
          op: 'all',
          parts,
          ref: this.builder.step(
            Op.all,
            parts.map((p) => p.ref),
          ),
        }
  }

  any(parts: readonly Formula[]): Formula {
    return parts.length === 1 && parts[0] !== undefined
      ? parts[0]
      : {
          op: 'any',
          parts,
          ref: this.builder.step(
            Op.any,
            parts.map((p) => p.ref),
          ),
        }
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
      const since = condition.notSince === undefined ? [] : [condition.notSince].flat()
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

/** Names of conclusions. Two blocks that give the same one would silently replace each other. */
class Definitions extends Map<string, Definition> {
  private readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super()
    this.problems = problems
  }

  override set(id: string, definition: Definition): this {
    const { origin } = this.get(id) ?? {}
    if (origin !== undefined) {
      this.problems.push({
        file: definition.origin.file,
        line: definition.origin.line,
        what: `Two blocks of different kinds conclude "${id}": here and at ${origin.file}:${origin.line}.`,
        remedy: 'Give one of them another name.',
      })
    }
    return super.set(id, definition)
  }
}

/** Compiles everything; problems are added to the list. */
export function compile(blocks: Blocks, problems: Problem[]): Compiled {
  const definitions = new Definitions(problems)
  defineRules(blocks, definitions, problems)
  defineTracks(blocks, definitions)
  defineTerms(blocks, definitions)
  defineRemedies(blocks, definitions)
  defineDutiesAndBars(blocks, definitions)
  const compiler = new Compiler(definitions, problems)
  for (const id of definitions.keys()) compiler.conclude(id)
  const program = compiler.builder.build()
  const number = (formula: Formula): void => {
    formula.ref = compiler.builder.slot(formula.ref)
    if ('parts' in formula) formula.parts.forEach(number)
    if ('part' in formula) number(formula.part)
    if ('pro' in formula) {
      number(formula.pro)
      number(formula.con)
    }
  }
  for (const conclusion of compiler.done.values()) {
    conclusion.slot = compiler.builder.slot(conclusion.slot)
    number(conclusion.formula)
  }
  const atoms = compiler.builder.atomKeys.map((key) => compiler.atoms.get(key) ?? { kind: 'nothing' as const })
  return { program, atoms, conclusions: compiler.done }
}

/** Versions of one block together: whichever is in force. */
const versions =
  <T extends Versioned>(list: readonly T[], name: string, make: (c: Compiler, block: T) => Formula) =>
  (c: Compiler): Formula =>
    c.any(list.map((block) => c.version(block, name, make(c, block))))

function define<T extends Versioned>(
  into: Map<string, Definition>,
  id: string,
  list: readonly T[],
  make: (c: Compiler, block: T) => Formula,
): void {
  const first = list[0]
  if (first === undefined) return
  into.set(id, {
    title: first.title,
    norms: list.flatMap((b) => normsOf(b.norm)),
    origin: first.origin,
    make: versions(list, id, make),
  })
}

function defineRules(blocks: Blocks, into: Map<string, Definition>, problems: Problem[]): void {
  const byConclusion = new Map<string, (typeof blocks.rule)[number][]>()
  for (const rule of blocks.rule) {
    const id = rule.concludes ?? rule.rule
    byConclusion.set(id, [...(byConclusion.get(id) ?? []), rule])
    for (const beaten of rule.defeats) {
      if (!blocks.rule.some((other) => other.rule === beaten)) {
        problems.push({
          file: rule.origin.file,
          line: rule.origin.line,
          what: `The rule ${rule.rule} defeats "${beaten}", which does not exist.`,
          remedy: `Name an existing rule.${suggestion(
            beaten,
            blocks.rule.map((r) => r.rule),
          )}`,
        })
      }
    }
  }
  for (const [id, rules] of byConclusion) {
    const first = rules[0]
    if (first === undefined) continue
    const bare = (c: Compiler, rule: (typeof rules)[number]): Formula =>
      c.all([
        c.conditions(rule.when, rule.origin),
        ...(rule.unless.length === 0 ? [] : [c.not(c.any(rule.unless.map((u) => c.condition(u, rule.origin))))]),
      ])
    // A rule gives way when the one that defeats it applies: not when that one is itself defeated.
    const standing = (c: Compiler, rule: (typeof rules)[number], path: readonly string[] = []): Formula => {
      const beaters = blocks.rule
        .filter((other) => other.defeats.includes(rule.rule))
        .filter((other) => !circular(other, [...path, rule.rule], problems))
      return c.version(
        rule,
        rule.rule,
        c.all([bare(c, rule), ...beaters.map((b) => c.not(standing(c, b, [...path, rule.rule])))]),
      )
    }
    into.set(id, {
      title: first.title,
      norms: rules.flatMap((r) => normsOf(r.norm)),
      origin: first.origin,
      make: (c) => {
        const pro = rules.filter((r) => r.value).map((r) => standing(c, r))
        const con = rules.filter((r) => !r.value).map((r) => standing(c, r))
        if (con.length === 0) return c.any(pro)
        return c.combine(pro.length === 0 ? c.atom({ kind: 'nothing' }) : c.any(pro), c.any(con))
      },
    })
  }
}

/** Whether a rule defeats, through others, one that defeats it; told once. */
function circular(rule: Blocks['rule'][number], path: readonly string[], problems: Problem[]): boolean {
  if (!path.includes(rule.rule)) return false
  const { file, line } = rule.origin
  const what = `These rules defeat each other in a circle: ${[...new Set(path)].sort().join(', ')}.`
  if (!problems.some((p) => p.what === what))
    problems.push({
      file,
      line,
      what,
      remedy: 'Take one name out of defeats: of two rules that meet, only one can give way.',
    })
  return true
}

function defineTracks(blocks: Blocks, into: Map<string, Definition>): void {
  for (const track of blocks.track) {
    into.set(`${track.track}.applies`, {
      title: track.title,
      norms: [],
      origin: track.origin,
      make: (c) => c.conditions(track.applies, track.origin),
    })
  }
  for (const [id, list] of grouped(blocks.stage, (s) => s.stage))
    define(into, id, list, (c, stage) => c.conditions(stage.reached, stage.origin))
}

function defineTerms(blocks: Blocks, into: Map<string, Definition>): void {
  for (const [id, list] of grouped(blocks.term, (t) => t.term)) {
    const first = list[0]
    if (first === undefined) continue
    const base = { title: first.title, norms: list.flatMap((t) => normsOf(t.norm)), origin: first.origin }
    const started = (c: Compiler): Formula =>
      c.any(
        list
          .flatMap((t) => [t.starts, ...(t.starts.or ?? [])])
          .map(({ event }) => c.atom({ kind: 'happened', pattern: parsePattern(event) })),
      )
    const ends = list.flatMap((t) => t.ends)
    into.set(`${id}.started`, { ...base, make: started })
    into.set(`${id}.passed`, { ...base, make: (c) => c.atom({ kind: 'passed', term: id }) })
    if (ends.length > 0)
      into.set(`${id}.ended`, { ...base, make: (c) => c.any(ends.map((e) => c.condition(e, first.origin))) })
    into.set(`${id}.running`, {
      ...base,
      make: (c) =>
        c.all([
          started(c),
          c.not(c.atom({ kind: 'passed', term: id })),
          ...(ends.length === 0 ? [] : [c.not(c.holds(`${id}.ended`, first.origin))]),
        ]),
    })
  }
}

/** What some versions of a block say, while they are in force; bare where there is only one version. */
function perVersion<T extends Versioned>(
  c: Compiler,
  some: readonly T[],
  list: readonly T[],
  make: (block: T) => Formula,
): Formula {
  return c.any(
    some.map((block) => (list.length === 1 ? make(block) : c.version(block, block.title.en, make(block)))),
  )
}

function defineRemedies(blocks: Blocks, into: Map<string, Definition>): void {
  for (const [id, list] of grouped(blocks.remedy, (r) => r.remedy)) {
    const first = list[0]
    if (first === undefined) continue
    const base = { title: first.title, norms: list.flatMap((r) => normsOf(r.norm)), origin: first.origin }
    const event = (type: string) => parsePattern(`${type} remedy=${id}`)
    const atom =
      (type: string) =>
      (c: Compiler): Formula =>
        c.atom({ kind: 'happened', pattern: event(type) })
    const add = (name: string, make: (c: Compiler) => Formula): void =>
      void into.set(`${id}.${name}`, { ...base, title: partTitle(first.title, name), make })
    const named = list.map((remedy) => ({ ...remedy, title: partTitle(remedy.title, 'opened') }))
    define(into, `${id}.opened`, named, (c, remedy) => c.conditions(remedy.opens, remedy.origin))
    for (const type of ['filed', 'withdrawn', 'waived']) add(type, atom(type))
    // An answer under another name (a measure indicated, a measure refused) decides it as a decision does.
    const answers = [event('decided'), ...first.answeredBy.map((answer) => parsePattern(answer.event))]
    add('decided', (c) => c.any(answers.map((pattern) => c.atom({ kind: 'happened', pattern }))))
    add('pending', (c) =>
      c.all([
        atom('filed')(c),
        ...[...answers, event('withdrawn')].map((pattern) =>
          c.not(c.atom({ kind: 'after', pattern, of: event('filed') })),
        ),
      ]),
    )
    // Versions may have different terms: the one that counts is that of whichever version is in force.
    const limited = list.some((r) => r.term !== undefined)
    if (limited) {
      add('lapsed', (c) =>
        c.all([
          c.holds(`${id}.opened`, first.origin),
          c.not(atom('filed')(c)),
          perVersion(
            c,
            list.filter((r) => r.term !== undefined),
            list,
            (r) => c.holds(`${r.term ?? ''}.passed`, r.origin),
          ),
        ]),
      )
    }
    // Versions may close on different grounds: ground n is that of whichever version is in force.
    const closes = Array.from({ length: Math.max(...list.map((r) => r.closes.length)) }, (_, index) => index)
    for (const index of closes) {
      add(`closed-${index + 1}`, (c) =>
        c.any(
          list.flatMap((r) => {
            const close = r.closes[index]
            return close === undefined ? [] : [c.version(r, id, c.condition(close.when, r.origin))]
          }),
        ),
      )
    }
    add('open', (c) =>
      c.all([
        c.holds(`${id}.opened`, first.origin),
        ...(limited ? [c.not(c.holds(`${id}.lapsed`, first.origin))] : []),
        ...closes.map((index) => c.not(c.holds(`${id}.closed-${index + 1}`, first.origin))),
        // Only what can be used once can be waived once for all; an interim request can be made again.
        ...(first.kind === 'appeal' || first.kind === 'constitutional' ? [c.not(atom('waived')(c))] : []),
        ...(list.some((r) => r.needsFirst.length > 0)
          ? [
              perVersion(c, list, list, (r) =>
                c.all(r.needsFirst.map((needed) => c.holds(`${needed}.decided`, r.origin))),
              ),
            ]
          : []),
      ]),
    )
  }
}

const partWords: Readonly<Record<string, Label>> = {
  opened: { en: 'the way is there', es: 'la vía existe' },
  filed: { en: 'filed', es: 'presentado' },
  decided: { en: 'decided', es: 'resuelto' },
  withdrawn: { en: 'withdrawn', es: 'desistido' },
  waived: { en: 'waived', es: 'renunciado' },
  pending: { en: 'pending', es: 'pendiente' },
  lapsed: { en: 'out of time', es: 'fuera de plazo' },
  open: { en: 'open', es: 'abierto' },
}

/** `Súplica before the plenary – out of time`: the parts of a remedy tell themselves apart in an explanation. */
function partTitle(title: Label, name: string): Label {
  const word = partWords[name] ?? { en: 'closed', es: 'cerrado' }
  return {
    en: `${title.en} – ${word.en}`,
    ...(title.es === undefined || word.es === undefined ? {} : { es: `${title.es} – ${word.es}` }),
  }
}

function defineDutiesAndBars(blocks: Blocks, into: Map<string, Definition>): void {
  for (const [id, list] of grouped(blocks.duty, (d) => d.duty)) {
    define(into, `${id}.began`, list, (c, duty) => c.conditions(duty.when, duty.origin))
    const endedBy = list.flatMap((duty) => duty.endedBy.map((condition) => ({ condition, origin: duty.origin })))
    if (endedBy.length > 0 && list[0] !== undefined) {
      into.set(`${id}.ended`, {
        title: list[0].title,
        norms: list.flatMap((d) => normsOf(d.norm)),
        origin: list[0].origin,
        make: (c) => c.any(endedBy.map((e) => c.condition(e.condition, e.origin))),
      })
    }
    define(into, `${id}.binds`, list, (c, duty) =>
      c.all([
        c.conditions(duty.when, duty.origin),
        ...(duty.endedBy.length === 0 ? [] : [c.not(c.any(duty.endedBy.map((e) => c.condition(e, duty.origin))))]),
      ]),
    )
  }
  for (const [id, list] of grouped(blocks.bar, (b) => b.bar)) {
    define(into, `${id}.applies`, list, (c, bar) =>
      c.all([
        c.conditions(bar.when, bar.origin),
        ...(bar.unless.length === 0 ? [] : [c.not(c.any(bar.unless.map((u) => c.condition(u, bar.origin))))]),
      ]),
    )
  }
}

export function grouped<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const id = key(item)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [item])
    else group.push(item)
  }
  return groups
}
