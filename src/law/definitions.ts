/**
 * What each kind of block contributes to the program: the conclusions that others may name, and what they are made
 * of.
 */
import type { Compiler, Definition, Formula, Versioned } from './compiler.ts'
import { normsOf } from './compiler.ts'
import { grouped } from './grouped.ts'
import type { Blocks } from './law.ts'
import { type Problem, suggestion } from './load.ts'
import { type Condition, endsByWaiver, type Label, type Origin } from './model.ts'
import { parsePattern } from './situation.ts'
import type { Words } from './time-words.ts'

/** Versions of one block, or rules for one conclusion: at least one. */
type Some<T> = readonly [T, ...T[]]

/** Versions of one block together: whichever is in force. */
const versions =
  <T extends Versioned>(list: readonly T[], name: string, make: (c: Compiler, block: T) => Formula) =>
  (c: Compiler): Formula =>
    c.any(list.map((block) => c.version(block, name, make(c, block))))

function define<T extends Versioned>(
  into: Map<string, Definition>,
  id: string,
  list: Some<T>,
  make: (c: Compiler, block: T) => Formula,
): void {
  into.set(id, { ...aboutAll(list), make: versions(list, id, make) })
}

const aboutAll = <T extends Versioned>(list: Some<T>): Omit<Definition, 'make'> => ({
  title: list[0].title,
  norms: list.flatMap((block) => normsOf(block.norm)),
  origin: list[0].origin,
})

/** That none of these exceptions holds; no part at all where there are none. */
const except = (c: Compiler, exceptions: readonly Condition[], origin: Origin): readonly Formula[] =>
  exceptions.length === 0 ? [] : [c.not(c.any(exceptions.map((one) => c.condition(one, origin))))]

export function defineRules(blocks: Blocks, into: Map<string, Definition>, problems: Problem[]): void {
  for (const rule of blocks.rule) {
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
  for (const [id, rules] of grouped(blocks.rule, (rule) => rule.concludes ?? rule.rule)) {
    const bare = (c: Compiler, rule: (typeof rules)[number]): Formula =>
      c.all([c.conditions(rule.when, rule.origin), ...except(c, rule.unless, rule.origin)])
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
      ...aboutAll(rules),
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

export function defineTracks(blocks: Blocks, into: Map<string, Definition>): void {
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

export function defineTerms(blocks: Blocks, into: Map<string, Definition>): void {
  for (const [id, list] of grouped(blocks.term, (t) => t.term)) {
    const [{ origin }] = list
    const base = aboutAll(list)
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
      into.set(`${id}.ended`, { ...base, make: (c) => c.any(ends.map((e) => c.condition(e, origin))) })
    into.set(`${id}.running`, {
      ...base,
      make: (c) =>
        c.all([
          started(c),
          c.not(c.atom({ kind: 'passed', term: id })),
          ...(ends.length === 0 ? [] : [c.not(c.holds(`${id}.ended`, origin))]),
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

export function defineRemedies(blocks: Blocks, into: Map<string, Definition>): void {
  for (const [id, list] of grouped(blocks.remedy, (r) => r.remedy)) {
    const [first] = list
    const base = aboutAll(list)
    const event = (type: string) => parsePattern(`${type} remedy=${id}`)
    const atom =
      (type: string) =>
      (c: Compiler): Formula =>
        c.atom({ kind: 'happened', pattern: event(type) })
    const add = (name: string, make: (c: Compiler) => Formula): void =>
      void into.set(`${id}.${name}`, { ...base, title: partTitle(first.title, name), make })
    const named = <T extends Versioned>(remedy: T): T => ({ ...remedy, title: partTitle(remedy.title, 'opened') })
    const [, ...later] = list
    define(into, `${id}.opened`, [named(first), ...later.map(named)], (c, remedy) =>
      c.conditions(remedy.opens, remedy.origin),
    )
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
        ...(endsByWaiver(first) ? [c.not(atom('waived')(c))] : []),
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

const partWords: Readonly<Record<string, Words>> = {
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
    ...(title.es === undefined ? {} : { es: `${title.es} – ${word.es}` }),
  }
}

export function defineDutiesAndBars(blocks: Blocks, into: Map<string, Definition>): void {
  for (const [id, list] of grouped(blocks.duty, (d) => d.duty)) {
    define(into, `${id}.began`, list, (c, duty) => c.conditions(duty.when, duty.origin))
    const endedBy = list.flatMap((duty) => duty.endedBy.map((condition) => ({ condition, origin: duty.origin })))
    if (endedBy.length > 0) {
      into.set(`${id}.ended`, {
        ...aboutAll(list),
        make: (c) => c.any(endedBy.map(({ condition, origin }) => c.condition(condition, origin))),
      })
    }
    define(into, `${id}.binds`, list, (c, duty) =>
      c.all([c.conditions(duty.when, duty.origin), ...except(c, duty.endedBy, duty.origin)]),
    )
  }
  for (const [id, list] of grouped(blocks.bar, (b) => b.bar)) {
    define(into, `${id}.applies`, list, (c, bar) =>
      c.all([c.conditions(bar.when, bar.origin), ...except(c, bar.unless, bar.origin)]),
    )
  }
}
