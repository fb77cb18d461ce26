/** All packs together: checked against each other, indexed, compiled. */
import { type Calendars, compileCalendar, type CompiledCalendar } from './calendar.ts'
import { compile } from './compile.ts'
import { type Compiled } from './compiler.ts'
import { grouped } from './grouped.ts'
import { loadPack, type Problem, problemText, suggestion } from './load.ts'
import type {
  Binding,
  BlockKind,
  Condition,
  Instrument,
  Origin,
  Pack,
  Remedy,
  Stage,
  Term,
  Track,
} from './model.ts'
import { blockSchemas } from './model.ts'
import { TimeLimitError } from './period.ts'
import { checkFurtherReferences, checkPrecedents } from './references.ts'
import { parsePattern, type Pattern } from './situation.ts'

export type Blocks = { readonly [K in BlockKind]: Pack['blocks'][K][number][] }

export interface Law {
  readonly packs: readonly Pack[]
  readonly blocks: Blocks
  readonly compiled: Compiled
  readonly calendars: Calendars
  readonly bindings: readonly Binding[]
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly remedies: ReadonlyMap<string, readonly (Remedy & { origin: Origin })[]>
  readonly terms: ReadonlyMap<string, readonly (Term & { origin: Origin })[]>
  readonly stages: ReadonlyMap<string, readonly (Stage & { origin: Origin })[]>
  readonly tracks: ReadonlyMap<string, Track & { origin: Origin }>
  /** Labels of event types, for questions and explanations. */
  readonly events: Vocabulary
  trackOfRemedy(id: string): string | undefined
  /** Tracks in whose stages an event that may be this one occurs. */
  tracksOfEvent(pattern: Pattern): ReadonlySet<string>
  /** The same in all packs there are, also those that {@link lawFor} leaves out. */
  tracksAnywhere(pattern: Pattern): ReadonlySet<string>
}

/** Event types with their labels by language, from `vocabulary/events.yaml`. */
export type Vocabulary = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Source {
  readonly file: string
  readonly text: string
}

/**
 * Loads, joins and compiles packs. With problems there is no law: a half-read law must not answer. `partial` is
 * what could be read,
 * for running examples while a pack is being written, and for nothing else.
 */
export function loadLaw(
  sources: readonly Source[],
  events: Vocabulary,
): { law: Law | undefined; partial: Law; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const packs: Pack[] = []
  for (const { file, text } of sources) {
    const loaded = loadPack(file, text)
    problems.push(...loaded.problems)
    if (loaded.pack !== undefined) packs.push(loaded.pack)
  }
  const partial = joinAllPacks(packs, events, problems)
  return { law: problems.length === 0 ? partial : undefined, partial, problems }
}

/** Joins all packs there are, and checks what only all of them together can tell. */
export function joinAllPacks(packs: readonly Pack[], events: Vocabulary, problems: Problem[]): Law {
  const law = joinPacks(packs, events, problems)
  checkPrecedents(law.blocks, problems)
  if (problems.length === 0) checkStandAlone(law, problems)
  return law
}

/**
 * Joins some packs: those of one State with the international ones, or those of a mutation run with one block
 * changed.
 */
export function joinPacks(packs: readonly Pack[], events: Vocabulary, problems: Problem[]): Law {
  const blocks = blocksOf(packs)
  checkVersions(blocks, problems)
  checkReferences(blocks, events, problems)
  checkFurtherReferences(blocks, events, problems)
  return joined(packs, blocks, events, problems)
}

/**
 * Joins packs that {@link joinAllPacks} found without a problem, these and no others, with these events: what was
 * checked is not checked again. Throws where they cannot even be compiled.
 */
export function joinChecked(packs: readonly Pack[], events: Vocabulary): Law {
  const problems: Problem[] = []
  const law = joined(packs, blocksOf(packs), events, problems)
  const [first] = problems
  if (first !== undefined) throw new Error(`The packs were not checked before: ${problemText(first)}`)
  return law
}

const blocksOf = (packs: readonly Pack[]): Blocks =>
  Object.fromEntries(
    (Object.keys(blockSchemas) as BlockKind[]).map((kind) => [
      kind,
      packs.flatMap((pack) => pack.blocks[kind] as unknown[]),
    ]),
  ) as unknown as Blocks

function joined(packs: readonly Pack[], blocks: Blocks, events: Vocabulary, problems: Problem[]): Law {
  const compiled = compile(blocks, problems)
  const remedies = grouped(blocks.remedy, (r) => r.remedy)
  const eventTracks = tracksByEvent(blocks)
  const tracksOfEvent = ({ type, where }: Pattern): ReadonlySet<string> =>
    new Set((eventTracks.get(type) ?? []).filter((seen) => compatible(seen.where, where)).map((seen) => seen.track))
  return {
    packs,
    blocks,
    compiled,
    remedies,
    events,
    calendars: calendarsOf(blocks, problems),
    bindings: blocks.binding,
    instruments: new Map(blocks.instrument.map((i) => [i.instrument, i])),
    terms: grouped(blocks.term, (t) => t.term),
    stages: grouped(blocks.stage, (s) => s.stage),
    tracks: new Map(blocks.track.map((t) => [t.track, t])),
    trackOfRemedy: (id) => remedies.get(id)?.[0]?.track,
    tracksOfEvent,
    tracksAnywhere: tracksOfEvent,
  }
}

const national = /^[A-Z]{2}$/

/** An international page that rested on one State's page would change its answer with the State asked about. */
function checkStandAlone(law: Law, problems: Problem[]): void {
  const packs = law.packs.filter((pack) => !national.test(pack.jurisdiction))
  if (packs.length === law.packs.length) return
  const missing: Problem[] = []
  joinPacks(packs, law.events, missing)
  for (const { file, line, what } of missing) {
    problems.push({
      file,
      line,
      what: `An international page rests on a State's own page: ${what}`,
      remedy: "Move what it names to an international page, or let the State's page rest on this one.",
    })
  }
}

const lawsByStates = new WeakMap<Law, Map<string, Law>>()

/**
 * The law as far as it can matter to a case: international packs, and the national ones of the States that may hand
 * the person over. What the
 * other States' packs say could not change an answer; leaving them out keeps an answer as fast as if they were not
 * there.
 */
export function lawFor(law: Law, sendingStates: readonly string[]): Law {
  if (sendingStates.length === 0) return law
  const key = [...new Set(sendingStates)].toSorted().join(' ')
  const known = lawsByStates.get(law) ?? new Map<string, Law>()
  lawsByStates.set(law, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const packs = law.packs.filter(
    (pack) => !national.test(pack.jurisdiction) || sendingStates.includes(pack.jurisdiction),
  )
  const problems: Problem[] = []
  const own = {
    ...joinPacks(packs, law.events, problems),
    tracksAnywhere: (pattern: Pattern) => law.tracksAnywhere(pattern),
  }
  const [first] = problems
  if (first !== undefined) throw new Error(`The packs for ${key} do not stand alone: ${problemText(first)}`)
  known.set(key, own)
  return own
}

/** No attribute on which the two surely differ. */
const compatible = (a: Pattern['where'], b: Pattern['where']): boolean =>
  a.every(
    ([key, value]) => value.startsWith('@') || b.every(([k, v]) => k !== key || v.startsWith('@') || v === value),
  )

function calendarsOf(blocks: Blocks, problems: Problem[]): Calendars {
  const compiled: [string, CompiledCalendar][] = []
  for (const calendar of blocks.calendar) {
    try {
      compiled.push([calendar.calendar, compileCalendar(calendar, blocks.holidays)])
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error
      problems.push({
        file: calendar.origin.file,
        line: calendar.origin.line,
        what: error.message,
        remedy: error.remedy,
      })
    }
  }
  return new Map(compiled)
}

/** Every event pattern in a condition. */
export function patternsIn(condition: Condition): string[] {
  if (typeof condition === 'string') return [condition]
  if ('happened' in condition)
    return [condition.happened, ...(condition.notSince === undefined ? [] : [condition.notSince].flat())]
  if ('first' in condition) return [condition.first, condition.then]
  if ('not' in condition) return patternsIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(patternsIn)
  if ('any' in condition) return condition.any.flatMap(patternsIn)
  return []
}

interface SeenIn {
  readonly track: string
  readonly where: Pattern['where']
}

function tracksByEvent(blocks: Blocks): Map<string, SeenIn[]> {
  const found = new Map<string, SeenIn[]>()
  for (const { track, reached } of blocks.stage) {
    for (const text of reached.flatMap(patternsIn)) {
      const { type, where } = parsePattern(text)
      found.set(type, [...(found.get(type) ?? []), { track, where }])
    }
  }
  return found
}

function checkVersions(blocks: Blocks, problems: Problem[]): void {
  const check = <T extends { origin: Origin; from?: string | undefined; until?: string | undefined }>(
    kind: string,
    list: readonly T[],
    id: (t: T) => string,
  ): void => {
    for (const [name, group] of grouped(list, id)) {
      group.forEach((a, index) => {
        for (const b of group.slice(index + 1)) {
          if ((a.from ?? '') >= (b.until ?? '9999') || (b.from ?? '') >= (a.until ?? '9999')) continue
          problems.push({
            file: b.origin.file,
            line: b.origin.line,
            what: `The ${kind} ${name} stands twice for the same time, here and at ${a.origin.file}:${a.origin.line}.`,
            remedy:
              'Give the two versions dates (from, until) that do not overlap, or give one of them another name.',
          })
        }
      })
    }
  }
  const dateless = <T extends { origin: Origin }>(
    list: readonly T[],
  ): readonly (Omit<T, 'from' | 'until'> & { origin: Origin; from?: string; until?: string })[] =>
    list.map((item) => ({ ...item, from: '', until: '9999' }))
  check('rule', blocks.rule, (r) => r.rule)
  check('remedy', blocks.remedy, (r) => r.remedy)
  check('term', blocks.term, (t) => t.term)
  check('stage', blocks.stage, (s) => s.stage)
  check('duty', blocks.duty, (d) => d.duty)
  check('bar', blocks.bar, (b) => b.bar)
  check('instrument', dateless(blocks.instrument), (i) => i.instrument)
  check('body', dateless(blocks.body), (b) => b.body)
  check('point', dateless(blocks.point), (p) => p.point)
  check('track', dateless(blocks.track), (t) => t.track)
  check('calendar', dateless(blocks.calendar), (c) => c.calendar)
  check('holidays', dateless(blocks.holidays), (h) => h.holidays)
  check('binding', dateless(blocks.binding), (b) => b.binding)
}

function checkReferences(blocks: Blocks, events: Vocabulary, problems: Problem[]): void {
  const names = {
    instrument: new Set(blocks.instrument.map((b) => b.instrument)),
    body: new Set(blocks.body.map((b) => b.body)),
    track: new Set(blocks.track.map((b) => b.track)),
    term: new Set(blocks.term.map((b) => b.term)),
    point: new Set(blocks.point.map((b) => b.point)),
    remedy: new Set(blocks.remedy.map((b) => b.remedy)),
    duty: new Set(blocks.duty.map((b) => b.duty)),
    calendar: new Set(blocks.calendar.map((b) => b.calendar)),
    holidays: new Set(blocks.holidays.map((b) => b.holidays)),
  }
  const need = (origin: Origin, kind: keyof typeof names, id: string | undefined): void => {
    if (id === undefined || names[kind].has(id)) return
    problems.push({
      file: origin.file,
      line: origin.line,
      what: `There is no ${kind} called "${id}".`,
      remedy: `Write a block ${kind}: ${id}, or mend the name.${suggestion(id, [...names[kind]])}`,
    })
  }
  const needEvents = (origin: Origin, conditions: readonly Condition[]): void => {
    for (const text of conditions.flatMap(patternsIn)) {
      const { type, where } = parsePattern(text)
      if (events[type] === undefined)
        problems.push({
          file: origin.file,
          line: origin.line,
          what: `"${type}" is not an event type.`,
          remedy: `Use a type from vocabulary/events.yaml, or add it there.${suggestion(type, Object.keys(events))}`,
        })
      for (const [key, value] of where) if (key === 'remedy') need(origin, 'remedy', value)
    }
  }
  for (const list of [blocks.rule, blocks.stage, blocks.remedy, blocks.term, blocks.duty, blocks.bar]) {
    for (const block of list)
      for (const norm of [block.norm].flat()) need(block.origin, 'instrument', norm.instrument)
  }
  for (const b of blocks.rule) needEvents(b.origin, [...b.when, ...b.unless])
  for (const b of blocks.stage) {
    need(b.origin, 'track', b.track)
    needEvents(b.origin, b.reached)
    need(b.origin, 'term', b.next?.within)
  }
  for (const b of blocks.remedy) {
    need(b.origin, 'track', b.track)
    need(b.origin, 'body', b.body)
    need(b.origin, 'term', b.term)
    need(b.origin, 'remedy', b.within)
    need(b.origin, 'duty', b.order)
    for (const id of b.needsFirst) need(b.origin, 'remedy', id)
    for (const id of b.disputed) need(b.origin, 'point', id)
    needEvents(b.origin, [...b.opens, ...b.closes.map((c) => c.when)])
  }
  for (const b of blocks.term) {
    need(b.origin, 'calendar', b.calendar)
    for (const reading of b.readings) need(b.origin, 'calendar', reading.calendar)
    needEvents(b.origin, [b.starts.event, ...(b.starts.or ?? []).map((s) => s.event), ...b.ends, ...b.pausedWhile])
  }
  for (const b of blocks.duty) needEvents(b.origin, [...b.when, ...b.endedBy])
  for (const b of blocks.bar) {
    needEvents(b.origin, [...b.when, ...b.unless])
    for (const id of b.disputed) need(b.origin, 'point', id)
  }
  for (const b of blocks.calendar)
    for (const version of b.versions) for (const id of version.holidays) need(b.origin, 'holidays', id)
  for (const b of blocks.binding) need(b.origin, 'instrument', b.instrument)
}
