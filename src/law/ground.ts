/**
 * From a situation to the values of atoms: what the record says, and with what ground. This is the only place where
 * *not
 * recorded* could be mistaken for *no*; it never is, unless someone stated that the list is complete.
 */
import { type Four, type Instant, type Span, dayOf, fromBits, not, startOfDay } from '../record/index.ts'
import { article34Breached } from './article-34-atom.ts'
import type { Atom } from './atom.ts'
import { grouped } from './grouped.ts'
import type { Law } from './law.ts'
import { type Match, mayHaveHappened, surelyHappened, timing } from './match.ts'
import type { Condition } from './model.ts'
import { type Visible, visibleIn } from './scope.ts'
import { type Occurrence, type Pattern, parsePattern, type Situation } from './situation.ts'
import { deadlineOf, type TermResult } from './terms.ts'

/** A value with what it rests on: claim ids, a completeness statement, a binding. */
export interface Grounded {
  readonly value: Four
  readonly evidence: readonly string[]
  readonly because?: string
}

export interface Ground {
  readonly law: Law
  readonly situation: Situation
  /** Which time round is looked at in each track; default the latest. */
  readonly rounds: Readonly<Record<string, number>>
  /** The events of the rounds looked at that are no other State's steps; `ours` is open where that is. */
  readonly visible: readonly Visible[]
  value(atom: Atom): Grounded
  /** Events that match, with how surely they match. */
  matching(pattern: Pattern): readonly Match[]
  /** Whether a list is complete for the pattern through the day asked. */
  completeFor(pattern: Pattern): string | undefined
  term(id: string): TermResult
  resolve(value: string): string
}

const unknown: Grounded = { value: 'unknown', evidence: [] }

/**
 * The latest round of each track that had begun by the day asked. What is denied begins no round; an event dated only
 * by when it was heard of begins one from then on.
 */
export function latestRounds(situation: Situation): Record<string, number> {
  const rounds: Record<string, number> = {}
  for (const { track, round, when, occurred } of situation.occurrences) {
    if (track === undefined || round === undefined || occurred === 'false') continue
    const begins = when === undefined ? -Infinity : Number.isFinite(when.earliest) ? when.earliest : when.latest
    if (begins > situation.at) continue
    rounds[track] = Math.max(rounds[track] ?? round, round)
  }
  return rounds
}

export function createGround(law: Law, situation: Situation, rounds = latestRounds(situation)): Ground {
  const visible = visibleIn(law, situation, rounds)
  const byType = grouped(visible, ({ occurrence }) => occurrence.type)
  const terms = new Map<string, TermResult>()
  const ground: Ground = {
    law,
    situation,
    rounds,
    visible,
    value: (atom) => valueOf(ground, atom),
    resolve: (value) => (value.startsWith('@') ? (situation.facts[value.slice(1)]?.values[0] ?? value) : value),
    matching: (pattern) => {
      const found: Match[] = []
      for (const { occurrence, ours } of byType.get(pattern.type) ?? []) {
        const match = matches(ground, occurrence, pattern)
        if (match !== 'no') found.push({ occurrence, sure: match === 'yes' && ours === 'true' })
      }
      return found
    },
    completeFor: (pattern) => completeFor(ground, pattern),
    term: (id) => {
      let result = terms.get(id)
      if (result === undefined) {
        result = deadlineOf(ground, id)
        terms.set(id, result)
      }
      return result
    },
  }
  return ground
}

function matches(ground: Ground, occurrence: Occurrence, pattern: Pattern): 'yes' | 'no' | 'maybe' {
  let maybe = false
  for (const [key, wanted] of pattern.where) {
    const own = occurrence.attributes[key]
    if (own === wanted && occurrence.rivals?.[key] === undefined) continue
    const { values, sure } = meant(ground, wanted)
    const options = occurrence.rivals?.[key] ?? (own === undefined ? [] : [own])
    if (options.length === 0 || values.length === 0) maybe = true
    else if (!options.some((option) => values.includes(option))) return 'no'
    else if (!sure || !options.every((option) => values.includes(option))) maybe = true
  }
  return maybe ? 'maybe' : 'yes'
}

/** What a value in a pack stands for: itself, or what the case says of `@fact`. None when that is not known. */
function meant(ground: Ground, value: string): { readonly values: readonly string[]; readonly sure: boolean } {
  if (!value.startsWith('@')) return { values: [value], sure: true }
  const known = ground.situation.facts[value.slice(1)]
  return {
    values: known?.values ?? [],
    sure: known !== undefined && !(known.contested && new Set(known.values).size > 1),
  }
}

function completeFor(ground: Ground, pattern: Pattern): string | undefined {
  const covered = new Set<string>()
  let first: string | undefined
  for (const list of ground.situation.complete) {
    if (list.through < ground.situation.at) continue
    if (list.type !== '*' && list.type !== pattern.type) continue
    const covers = Object.entries(list.where).every(([key, value]) =>
      pattern.where.some(([k, v]) => {
        if (k !== key) return false
        const { values, sure } = meant(ground, v)
        return sure && values.length > 0 && values.every((one) => one === value)
      }),
    )
    if (!covers) continue
    if (list.track === undefined) return list.id
    if (list.round !== undefined && (ground.rounds[list.track] ?? list.round) !== list.round) continue
    covered.add(list.track)
    first ??= list.id
  }
  const tracks = tracksOf(ground, pattern)
  return tracks.size > 0 && [...tracks].every((track) => covered.has(track)) ? first : undefined
}

/**
 * Where such an event can occur. A list kept for one proceeding speaks only of that proceeding's track. The paths
 * of another
 * State's law are none of this case: nobody need keep lists of them.
 */
function tracksOf(ground: Ground, pattern: Pattern): ReadonlySet<string> {
  const remedy = pattern.where.find(([key]) => key === 'remedy')?.[1]
  if (remedy === undefined)
    return new Set([...ground.law.tracksOfEvent(pattern)].filter((track) => mayApply(ground, track)))
  const track = ground.law.trackOfRemedy(remedy)
  return new Set(track === undefined ? [] : [track])
}

/** No fact of the case shows that the track belongs to another State's law. */
export function mayApply(ground: Ground, track: string): boolean {
  return (ground.law.tracks.get(track)?.applies ?? []).every(
    (condition) => factValue(ground, condition) !== 'false',
  )
}

/** What the facts of the case alone say of a condition; unknown where it asks for more than a fact. */
function factValue(ground: Ground, condition: Condition): Four {
  if (typeof condition === 'string') return 'unknown'
  if ('not' in condition) return not(factValue(ground, condition.not))
  if (!('fact' in condition)) return 'unknown'
  return ground.value({ kind: 'fact', fact: condition.fact, among: condition.in ?? [condition.is ?? 'yes'] }).value
}

function valueOf(ground: Ground, atom: Atom): Grounded {
  switch (atom.kind) {
    case 'happened':
      return happened(ground, atom.pattern)
    case 'after':
      return after(ground, atom.pattern, atom.of)
    case 'order':
      return order(ground, atom.first, atom.then)
    case 'fact':
      return fact(ground, atom.fact, atom.among)
    case 'bound':
      return bound(ground, atom.state, atom.by)
    case 'assessed':
      return assessed(ground, atom.question, atom.as)
    case 'passed':
      return passed(ground, atom.term)
    case 'in-force':
      return inForce(ground, atom)
    case 'found':
      return article34Breached(ground)
    case 'nothing':
      return unknown
  }
}

function happened(ground: Ground, pattern: Pattern): Grounded {
  const at = ground.situation.at
  const found = ground.matching(pattern)
  const by: Record<'true' | 'contested' | 'denied' | 'later', string[]> = {
    true: [],
    contested: [],
    denied: [],
    later: [],
  }
  const seen = { true: false, contested: false, denied: false, later: false, open: false }
  for (const { occurrence, sure } of found) {
    const { occurred, evidence } = occurrence
    const timed = timing(occurrence.when, at)
    const kind =
      timed === 'false'
        ? sure && (occurred === 'true' || occurred === 'contested')
          ? 'later'
          : undefined
        : occurred === 'false'
          ? sure
            ? 'denied'
            : undefined
          : !sure || timed === 'unknown' || occurred === 'unknown'
            ? 'open'
            : occurred
    if (kind === undefined) continue
    seen[kind] = true
    if (kind !== 'open') by[kind].push(...evidence)
  }
  // One sure event outweighs a doubtful twin; a doubtful one outweighs the denial of another.
  if (seen.true) return { value: 'true', evidence: by.true }
  if (seen.contested) return { value: 'contested', evidence: by.contested }
  if (seen.open)
    return {
      value: 'unknown',
      evidence: found.flatMap((m) => m.occurrence.evidence),
      because: 'recorded, but its date or details leave it open',
    }
  if (seen.denied) return { value: 'false', evidence: by.denied }
  return notOnRecord(ground, pattern, seen.later ? by.later : undefined)
}

/** Nothing matches by the day asked: false only by a complete list, or because it is dated later. */
function notOnRecord(ground: Ground, pattern: Pattern, later: readonly string[] | undefined): Grounded {
  const list = ground.completeFor(pattern)
  if (list !== undefined)
    return { value: 'false', evidence: [list], because: 'the list is complete and it is not on it' }
  if (later !== undefined)
    return { value: 'false', evidence: later, because: 'it is dated later than the day asked' }
  return unknown
}

/** `pattern` has happened after the last `of`. Same-day events of unknown hour leave it open. */
function after(ground: Ground, pattern: Pattern, of: Pattern): Grounded {
  const at = ground.situation.at
  const earlier = ground.matching(of).filter((m) => mayHaveHappened(m, at))
  const sureOnes = earlier.filter((m) => surelyHappened(m, at)).map((m) => m.occurrence)
  let contested: readonly string[] | undefined
  let later: string[] | undefined
  let open = false
  for (const match of ground.matching(pattern)) {
    const { occurrence, sure } = match
    if (!mayHaveHappened(match, at)) {
      if (sure && occurrence.occurred !== 'false') later = [...(later ?? []), ...occurrence.evidence]
      continue
    }
    if (sureOnes.some((one) => one === occurrence || precedes(occurrence.when, one.when))) continue
    const placed =
      sure &&
      timing(occurrence.when, at) === 'true' &&
      sureOnes.length > 0 &&
      earlier.every((m) => precedes(m.occurrence.when, occurrence.when))
    if (placed && occurrence.occurred === 'true') return { value: 'true', evidence: occurrence.evidence }
    if (placed && occurrence.occurred === 'contested') contested = occurrence.evidence
    else open = true
  }
  if (contested !== undefined) return { value: 'contested', evidence: contested }
  return open ? unknown : notOnRecord(ground, pattern, later)
}

/** Whether one moment surely lies before the other. */
const precedes = (a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && a.latest < b.earliest

function order(ground: Ground, first: Pattern, then: Pattern): Grounded {
  const a = happened(ground, first)
  const b = happened(ground, then)
  const evidence = [...a.evidence, ...b.evidence]
  if (a.value === 'false' || b.value === 'false') return { value: 'false', evidence }
  if (a.value !== 'true' || b.value !== 'true') return { value: 'unknown', evidence }
  const at = ground.situation.at
  const spans = (pattern: Pattern, keep: typeof surelyHappened): (Span | undefined)[] =>
    ground
      .matching(pattern)
      .filter((m) => keep(m, at))
      .map((m) => m.occurrence.when)
  const thens = spans(then, surelyHappened)
  if (spans(first, surelyHappened).some((f) => thens.some((t) => precedes(f, t))))
    return { value: 'true', evidence }
  const perhaps = spans(then, mayHaveHappened)
  if (spans(first, mayHaveHappened).every((f) => perhaps.every((t) => precedes(t, f))))
    return { value: 'false', evidence }
  return { value: 'unknown', evidence, because: 'the dates do not show which came first' }
}

function fact(ground: Ground, name: string, among: readonly string[]): Grounded {
  const known = ground.situation.facts[name]
  if (known === undefined || known.values.length === 0) return unknown
  const { evidence } = known
  const wanted = among.map((value) => meant(ground, value))
  const hits = known.values.filter((value) => wanted.some((w) => w.sure && w.values.includes(value))).length
  const perhaps = wanted.some(
    (w) => w.values.length === 0 || (!w.sure && w.values.some((value) => known.values.includes(value))),
  )
  if (perhaps && hits < known.values.length)
    return { value: 'unknown', evidence, because: 'what it is compared with is not known' }
  if (known.contested && hits > 0 && hits < known.values.length) return { value: 'contested', evidence }
  return { value: hits > 0 ? 'true' : 'false', evidence }
}

function bound(ground: Ground, state: string, instrument: string): Grounded {
  const codes = /^[A-Z]{2}$/.test(state) ? [state] : (ground.situation.facts[state]?.values ?? [])
  const found = codes.map((code) => boundState(ground, code, instrument))
  const first = found[0]
  if (first === undefined) return unknown
  const evidence = [...new Set(found.flatMap((f) => f.evidence))]
  if (found.every((f) => f.value === first.value)) return { ...first, evidence }
  const open = found.some((f) => f.value === 'unknown')
  return { value: open ? 'unknown' : 'contested', evidence, because: 'which State it is, is contested' }
}

function boundState(ground: Ground, code: string, instrument: string): Grounded {
  const bindings = ground.law.bindings.filter((b) => b.state === code && b.instrument === instrument)
  if (bindings.length === 0)
    return { value: 'unknown', evidence: [], because: `no pack says whether ${code} is bound by ${instrument}` }
  const { at, zone } = ground.situation
  const evidence = bindings.map((b) => b.binding)
  let open = false
  for (const { from, until } of bindings) {
    if (from === 'never' || (until !== undefined && at >= dayText(until, zone))) continue
    if (from === 'unknown') open = true
    else if (dayText(from, zone) <= at) return { value: 'true', evidence }
  }
  return open ? { value: 'unknown', evidence } : { value: 'false', evidence }
}

const dayText = (text: string, zone: string): Instant => {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return startOfDay(zone, dayOf(year, month, day))
}

function assessed(ground: Ground, question: string, as: 'yes' | 'no'): Grounded {
  const answers = ground.situation.assessments.filter((a) => a.question === question)
  const evidence = answers.flatMap((a) => a.evidence)
  const yes = answers.some((a) => a.answer === as)
  const no = answers.some((a) => a.answer !== as && a.answer !== 'unsure')
  return { value: fromBits((yes ? 1 : 0) | (no ? 2 : 0)), evidence }
}

function passed(ground: Ground, term: string): Grounded {
  const { started, deadline, evidence } = ground.term(term)
  const at = ground.situation.at
  if (started === 'false') return { value: 'false', evidence }
  if (deadline.earliest === null) return unknown
  // Not yet, whether or not it has started: no start that anything recorded allows ends earlier.
  if (at <= deadline.earliest && !ground.term(term).undated) return { value: 'false', evidence }
  if (at <= deadline.earliest)
    return { value: 'unknown', evidence, because: 'the day on which it began to run is not known' }
  if (started === 'true' && deadline.latest !== null && at > deadline.latest) return { value: 'true', evidence }
  return {
    value: 'unknown',
    evidence,
    because:
      deadline.latest === null
        ? 'the day on which it began to run is not known'
        : 'it ends on different days under different readings or dates',
  }
}

function inForce(ground: Ground, atom: Atom & { kind: 'in-force' }): Grounded {
  const { at, zone } = ground.situation
  const from = atom.from === undefined ? -Infinity : dayText(atom.from, zone)
  const until = atom.until === undefined ? Infinity : dayText(atom.until, zone)
  const span = anchorSpan(ground, atom.anchor) ?? { earliest: at, latest: at }
  const evidence = [`${atom.from ?? '…'} – ${atom.until ?? '…'}`]
  if (span.earliest >= from && span.latest < until) return { value: 'true', evidence }
  if (span.latest < from || span.earliest >= until) return { value: 'false', evidence }
  return {
    value: 'unknown',
    evidence,
    because: 'the date that chooses the version of the norm is not exact enough',
  }
}

/**
 * Where the moment lies that chooses a norm's version: the last such event; the day asked, as long as it has not
 * happened. An
 * event that may or may not have happened widens the span.
 */
export function anchorSpan(ground: Ground, anchor: string): { earliest: Instant; latest: Instant } | undefined {
  if (anchor === 'at' || anchor === 'start') return undefined
  const { at } = ground.situation
  const possible = ground.matching(parsePattern(anchor)).filter((m) => mayHaveHappened(m, at))
  const sureOnes = possible.filter((m) => surelyHappened(m, at))
  const earliest = (m: Match): Instant => m.occurrence.when?.earliest ?? -Infinity
  return {
    earliest: sureOnes.length > 0 ? Math.max(...sureOnes.map(earliest)) : Math.min(at, ...possible.map(earliest)),
    latest:
      sureOnes.length > 0 ? Math.max(...possible.map((m) => Math.min(at, m.occurrence.when?.latest ?? at))) : at,
  }
}
