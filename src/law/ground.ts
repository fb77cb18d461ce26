/**
 * From a situation to the values of atoms: what the record says, and with what ground. This is the only place where *not
 * recorded* could be mistaken for *no*; it never is, unless someone stated that the list is complete.
 */
import { type Four, type Instant, type Span, dayIn, dayOf, fromBits, startOfDay } from '../record/index.ts'
import type { Atom } from './atom.ts'
import type { Law } from './law.ts'
import { type Occurrence, type Pattern, parsePattern, type Situation } from './situation.ts'
import { deadlineOf, type TermResult } from './terms.ts'

/** A value with what it rests on: claim ids, a completeness statement, a binding. */
export interface Grounded { readonly value: Four; readonly evidence: readonly string[]; readonly because?: string }

export interface Ground {
  readonly law: Law
  readonly situation: Situation
  /** Which time round is looked at in each track; default the latest. */
  readonly rounds: Readonly<Record<string, number>>
  value(atom: Atom): Grounded
  /** Events that match, with how surely they match. */
  matching(pattern: Pattern): readonly Match[]
  /** Whether a list is complete for the pattern through the day asked. */
  completeFor(pattern: Pattern): string | undefined
  term(id: string): TermResult
  resolve(value: string): string
}

export interface Match { readonly occurrence: Occurrence; readonly sure: boolean }

const unknown: Grounded = { value: 'unknown', evidence: [] }

/** The latest round of each track that anything known belongs to. */
export function latestRounds(situation: Situation): Record<string, number> {
  const rounds: Record<string, number> = {}
  for (const { track, round, when } of situation.occurrences) {
    if (track === undefined || round === undefined) continue
    if (when !== undefined && when.earliest > situation.at) continue
    rounds[track] = Math.max(rounds[track] ?? 0, round)
  }
  return rounds
}

export function createGround(law: Law, situation: Situation, rounds = latestRounds(situation)): Ground {
  const visible = situation.occurrences.filter((o) => o.track === undefined || o.round === undefined || (rounds[o.track] ?? o.round) === o.round)
  const byType = new Map<string, Occurrence[]>()
  for (const occurrence of visible) {
    const list = byType.get(occurrence.type)
    if (list === undefined) byType.set(occurrence.type, [occurrence])
    else list.push(occurrence)
  }
  const terms = new Map<string, TermResult>()
  const ground: Ground = {
    law, situation, rounds,
    value: (atom) => valueOf(ground, atom),
    resolve: (value) => (value.startsWith('@') ? (situation.facts[value.slice(1)]?.values[0] ?? value) : value),
    matching: (pattern) => {
      const found: Match[] = []
      for (const occurrence of byType.get(pattern.type) ?? []) {
        const match = matches(ground, occurrence, pattern)
        if (match !== 'no') found.push({ occurrence, sure: match === 'yes' })
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
    const value = ground.resolve(wanted)
    const options = occurrence.rivals?.[key]
    if (options !== undefined) {
      if (!options.includes(value)) return 'no'
      maybe = true
    } else if (occurrence.attributes[key] === undefined) maybe = true
    else if (occurrence.attributes[key] !== value) return 'no'
  }
  return maybe ? 'maybe' : 'yes'
}

function completeFor(ground: Ground, pattern: Pattern): string | undefined {
  for (const list of ground.situation.complete) {
    if (list.through < ground.situation.at) continue
    if (list.type !== '*' && list.type !== pattern.type) continue
    if (!roundFits(ground, list.track, list.round, pattern)) continue
    const covers = Object.entries(list.where).every(([key, value]) => pattern.where.some(([k, v]) => k === key && ground.resolve(v) === value))
    if (covers) return list.id
  }
  return undefined
}

/** A list kept for one proceeding speaks only of that proceeding's track and round. */
function roundFits(ground: Ground, track: string | undefined, round: number | undefined, pattern: Pattern): boolean {
  if (track === undefined) return true
  if (round !== undefined && (ground.rounds[track] ?? round) !== round) return false
  const remedy = pattern.where.find(([key]) => key === 'remedy')?.[1]
  if (remedy !== undefined) return ground.law.trackOfRemedy(remedy) === track
  return ground.law.tracksOfEvent(pattern.type).has(track)
}

const timing = (when: Span | undefined, at: Instant): Four =>
  when === undefined ? 'unknown' : when.latest <= at ? 'true' : when.earliest > at ? 'false' : 'unknown'

function valueOf(ground: Ground, atom: Atom): Grounded {
  switch (atom.kind) {
    case 'happened': return happened(ground, atom.pattern)
    case 'after': return after(ground, atom.pattern, atom.of)
    case 'order': return order(ground, atom.first, atom.then)
    case 'fact': return fact(ground, atom.fact, atom.among)
    case 'bound': return bound(ground, atom.state, atom.by)
    case 'assessed': return assessed(ground, atom.question, atom.as)
    case 'passed': return passed(ground, atom.term)
    case 'in-force': return inForce(ground, atom)
    case 'nothing': return unknown
  }
}

function happened(ground: Ground, pattern: Pattern): Grounded {
  const at = ground.situation.at
  const found = ground.matching(pattern)
  let bits = 0
  const yes: string[] = []
  let open = false
  let later: string[] | undefined
  for (const { occurrence, sure } of found) {
    const timed = timing(occurrence.when, at)
    if (timed === 'false') {
      if (sure) later = [...(later ?? []), ...occurrence.evidence]
      continue
    }
    if (!sure || timed === 'unknown' || occurrence.occurred === 'unknown') open = true
    else {
      bits |= occurrence.occurred === 'contested' ? 3 : occurrence.occurred === 'false' ? 2 : 1
      yes.push(...occurrence.evidence)
    }
  }
  // One sure event outweighs a doubtful twin; a doubtful or denied one alone leaves the question open.
  if (bits & 1) return { value: found.some((m) => m.sure && m.occurrence.occurred === 'true' && timing(m.occurrence.when, at) === 'true') ? 'true' : fromBits(bits), evidence: yes }
  if (bits === 2) return { value: 'false', evidence: yes }
  if (open) return { value: 'unknown', evidence: found.flatMap((m) => m.occurrence.evidence), because: 'recorded, but its date or details leave it open' }
  const list = ground.completeFor(pattern)
  if (list !== undefined) return { value: 'false', evidence: [list], because: 'the list is complete and it is not on it' }
  if (later !== undefined) return { value: 'false', evidence: later, because: 'it is dated later than the day asked' }
  return unknown
}

/** `pattern` has happened after the last `of`. Same-day events of unknown hour leave it open. */
function after(ground: Ground, pattern: Pattern, of: Pattern): Grounded {
  const at = ground.situation.at
  const last = ground.matching(of).filter((m) => m.sure && timing(m.occurrence.when, at) === 'true')
    .reduce<Span | undefined>((best, m) => (best === undefined || (m.occurrence.when as Span).latest > best.latest ? m.occurrence.when : best), undefined)
  let open = false
  for (const { occurrence, sure } of ground.matching(pattern)) {
    const when = occurrence.when
    if (timing(when, at) === 'false') continue
    if (last === undefined) {
      open = true
      continue
    }
    if (when !== undefined && when.latest < last.earliest) continue
    if (sure && when !== undefined && when.latest <= at && when.earliest >= last.latest) return { value: 'true', evidence: occurrence.evidence }
    open = true
  }
  if (open) return { value: 'unknown', evidence: [] }
  const list = ground.completeFor(pattern)
  return list === undefined ? unknown : { value: 'false', evidence: [list], because: 'the list is complete and it is not on it' }
}

function order(ground: Ground, first: Pattern, then: Pattern): Grounded {
  const a = happened(ground, first)
  const b = happened(ground, then)
  const evidence = [...a.evidence, ...b.evidence]
  if (a.value === 'false' || b.value === 'false') return { value: 'false', evidence }
  if (a.value !== 'true' || b.value !== 'true') return { value: 'unknown', evidence }
  const at = ground.situation.at
  const spans = (pattern: Pattern): Span[] => ground.matching(pattern)
    .filter((m) => m.sure && timing(m.occurrence.when, at) === 'true').map((m) => m.occurrence.when as Span)
  const firsts = spans(first)
  const thens = spans(then)
  if (firsts.some((f) => thens.some((t) => f.latest < t.earliest))) return { value: 'true', evidence }
  if (firsts.every((f) => thens.every((t) => t.latest < f.earliest))) return { value: 'false', evidence }
  return { value: 'unknown', evidence, because: 'the dates do not show which came first' }
}

function fact(ground: Ground, name: string, among: readonly string[]): Grounded {
  const known = ground.situation.facts[name]
  if (known === undefined || known.values.length === 0) return unknown
  const wanted = among.map((value) => ground.resolve(value))
  const hits = known.values.filter((value) => wanted.includes(value)).length
  const evidence = known.evidence
  if (known.contested && hits > 0 && hits < known.values.length) return { value: 'contested', evidence }
  return { value: hits > 0 ? 'true' : 'false', evidence }
}

function bound(ground: Ground, state: string, instrument: string): Grounded {
  const code = /^[A-Z]{2}$/.test(state) ? state : ground.situation.facts[state]?.values[0]
  if (code === undefined) return unknown
  const bindings = ground.law.bindings.filter((b) => b.state === code && b.instrument === instrument)
  if (bindings.length === 0) return { value: 'unknown', evidence: [], because: `no pack says whether ${code} is bound by ${instrument}` }
  const { at, zone } = ground.situation
  const evidence = bindings.map((b) => b.binding)
  let open = false
  for (const binding of bindings) {
    if (binding.from === 'never') continue
    if (binding.from === 'unknown') {
      open = true
      continue
    }
    if (dayText(binding.from, zone) <= at && (binding.until === undefined || at < dayText(binding.until, zone))) return { value: 'true', evidence }
  }
  return open ? { value: 'unknown', evidence } : { value: 'false', evidence }
}

const dayText = (text: string, zone: string): Instant => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
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
  if (at <= deadline.earliest) return { value: started === 'true' ? 'false' : 'unknown', evidence }
  if (started === 'true' && deadline.latest !== null && at > deadline.latest) return { value: 'true', evidence }
  return { value: 'unknown', evidence, because: deadline.latest === null ? 'the day on which it began to run is not known' : 'it ends on different days under different readings or dates' }
}

function inForce(ground: Ground, atom: Atom & { kind: 'in-force' }): Grounded {
  const { at, zone } = ground.situation
  const from = atom.from === undefined ? -Infinity : dayText(atom.from, zone)
  const until = atom.until === undefined ? Infinity : dayText(atom.until, zone)
  const span = anchorSpan(ground, atom.anchor) ?? { earliest: at, latest: at }
  const evidence = [`${atom.from ?? '…'} – ${atom.until ?? '…'}`]
  if (span.earliest >= from && span.latest < until) return { value: 'true', evidence }
  if (span.latest < from || span.earliest >= until) return { value: 'false', evidence }
  return { value: 'unknown', evidence, because: 'the date that chooses the version of the norm is not exact enough' }
}

/** The moment whose date chooses a norm's version; the day asked, as long as that event has not happened. */
export function anchorSpan(ground: Ground, anchor: string): { earliest: Instant; latest: Instant } | undefined {
  if (anchor === 'at' || anchor === 'start') return undefined
  const spans = ground.matching(parsePattern(anchor)).filter((m) => m.sure && timing(m.occurrence.when, ground.situation.at) !== 'false')
    .map((m) => m.occurrence.when).filter((when) => when !== undefined)
  return spans.reduce<Span | undefined>((best, span) => (best === undefined || span.latest > best.latest ? span : best), undefined)
}

/** The civil day in the case's zone, for texts. */
export const caseDay = (situation: Situation, instant: Instant): number => dayIn(situation.zone, instant)
