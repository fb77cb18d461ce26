/**
 * What each kind of block contributes to the program: the conclusions that others may name, and what they are made
 * of.
 */
import type { Compiler, Definition, Formula, Versioned } from './compiler.ts'
import { normsOf } from './compiler.ts'
import { grouped } from './grouped.ts'
import type { Blocks } from './law.ts'
import { type Problem, suggestion } from './load.ts'
import { endsByWaiver, type Label } from './model.ts'
import { parsePattern } from './situation.ts'

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

export function defineRules(blocks: Blocks, into: Map<string, Definition>, problems: Problem[]): void {
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

export function defineRemedies(blocks: Blocks, into: Map<string, Definition>): void {
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

export function defineDutiesAndBars(blocks: Blocks, into: Map<string, Definition>): void {
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
