/**
 * The standing of a case: the answer the whole system is for, as one plain value. Same situation and law, same
 * standing.
 */
import { compare, type Four, type Instant } from '../record/index.ts'
import { atomKey, type Atom } from './atom.ts'
import { type AssertionFinding, assertionsOf, type Results } from './assertions.ts'
import { normsKnown } from './citable.ts'
import { type Clock, clocksOf } from './clocks.ts'
import type { Deadline } from './deadline.ts'
import { evaluateCase, type Evaluated } from './evaluate.ts'
import { type Exhaustion, exhaustionOf } from './exhaustion.ts'
import { type Gone, goneOf } from './gone.ts'
import type { Law } from './law.ts'
import { evaluate } from './kernel.ts'
import { atomsUnder } from './missing.ts'
import type { Bar, Duty, Effect, Label, Norm } from './model.ts'
import type { Situation } from './situation.ts'
import { pointAt, type PointAt, type RemedyState, remedyState, versionAt } from './status.ts'
import { type Stop, stopsOf } from './stops.ts'
import { type TrackState, tracksOf } from './tracks.ts'

export interface RemedyLine {
  readonly id: string
  readonly title: Label
  readonly track: string
  readonly body: string
  readonly status: RemedyState['status']
  readonly certain: boolean
  readonly outcome?: string
  readonly otherwise?: RemedyState['status']
  readonly because?: Label
  readonly deadline: Deadline | null
  readonly effects: readonly { readonly target: Effect['target']; readonly mode: Effect['mode'] }[]
  readonly norms: readonly Norm[]
  readonly disputed: readonly PointAt[]
  readonly unknowns: readonly Atom[]
}

export interface DutyLine {
  readonly id: string
  readonly bearer: string
  readonly duty: Label
  readonly until: Label
  readonly norms: readonly Norm[]
  /** `binds_as_recorded`: it began, and nothing recorded ended it. */
  readonly status: 'binds' | 'binds_as_recorded' | 'ended' | 'does_not_bind' | 'unknown' | 'contested'
  readonly force: Duty['binding']
  readonly absolute: boolean
}

export interface BarLine {
  readonly id: string
  readonly title: Label
  readonly bars: Bar['bars']
  readonly force: Bar['force']
  readonly applies: Four
  /** Who answered the evaluative question it rests on, and how. */
  readonly assessedBy: readonly string[]
  readonly disputed: readonly PointAt[]
  readonly norms: readonly Norm[]
}

/** A fact that would matter, as a question, most urgent first. */
export interface Question {
  readonly atom: Atom
  /** Remedies, tracks or conclusions that its answer would move. */
  readonly moves: readonly string[]
  readonly urgency: 'stop' | 'deadline' | 'other'
  readonly text?: Label
}

export interface Standing {
  readonly at: Instant
  readonly knownBy: Instant
  readonly tracks: readonly TrackState[]
  /** The person is no longer in the State's hands: then there are no stops. */
  readonly gone?: Gone
  readonly stops: readonly Stop[]
  readonly remedies: readonly RemedyLine[]
  readonly duties: readonly DutyLine[]
  readonly bars: readonly BarLine[]
  readonly clocks: readonly Clock[]
  readonly exhaustion: Exhaustion
  readonly assertions: readonly AssertionFinding[]
  readonly unknowns: readonly Question[]
}

export function standingOf(law: Law, situation: Situation): { standing: Standing; evaluated: Evaluated } {
  const now = resultsFor(law, situation)
  const { evaluated, states, stops, exhaustion } = now
  const tracks = tracksOf(evaluated, states)
  const gone = goneOf(evaluated)
  const earlier = new Map<Instant, Results>([[situation.at, now]])
  const resultsAt = (at: Instant): Results => {
    const known = earlier.get(at) ?? resultsFor(law, { ...situation, at })
    earlier.set(at, known)
    return known
  }
  const standing: Standing = {
    at: situation.at,
    knownBy: situation.knownBy,
    tracks,
    ...(gone === undefined ? {} : { gone }),
    stops,
    exhaustion,
    remedies: states.map((state) => remedyLine(evaluated, state)),
    duties: dutiesOf(evaluated),
    bars: barsOf(evaluated),
    clocks: clocksOf(evaluated),
    assertions: assertionsOf(situation, law, resultsAt),
    unknowns: questionsOf(evaluated, states, tracks, stops),
  }
  return { standing, evaluated }
}

function resultsFor(law: Law, situation: Situation): Results & { readonly states: readonly RemedyState[] } {
  const evaluated = evaluateCase(law, situation)
  const states = [...law.remedies.keys()]
    .filter((id) => trackApplies(evaluated, law.trackOfRemedy(id)))
    .map((id) => remedyState(evaluated, id))
    .filter((s) => s !== undefined)
  return { evaluated, states, stops: stopsOf(evaluated, states), exhaustion: exhaustionOf(evaluated, states) }
}

const trackApplies = (evaluated: Evaluated, track: string | undefined): boolean =>
  evaluated.of(`${track}.applies`) !== 'false'

function remedyLine(evaluated: Evaluated, state: RemedyState): RemedyLine {
  const { remedy, status, certain, disputed, unknowns, outcome, otherwise, because } = state
  return {
    id: remedy.remedy,
    title: remedy.title,
    track: remedy.track,
    body: remedy.body,
    status,
    certain,
    disputed,
    unknowns,
    deadline: remedy.term === undefined ? null : evaluated.ground.term(remedy.term).deadline,
    effects: remedy.effects.map(({ target, mode }) => ({ target, mode })),
    norms: normsKnown(evaluated.ground, remedy.norm),
    ...(outcome === undefined ? {} : { outcome }),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(because === undefined ? {} : { because }),
  }
}

function firstOf<T>(list: readonly T[], key: (item: T) => string): T[] {
  return [...new Map([...list].reverse().map((item) => [key(item), item])).values()].reverse()
}

function dutiesOf(evaluated: Evaluated): DutyLine[] {
  const { blocks } = evaluated.ground.law
  return firstOf(blocks.duty, (d) => d.duty)
    .map((first) => {
      const duty =
        versionAt(
          evaluated,
          blocks.duty.filter((d) => d.duty === first.duty),
        ) ?? first
      const binds = evaluated.of(`${duty.duty}.binds`)
      const began = evaluated.of(`${duty.duty}.began`)
      const status: DutyLine['status'] =
        binds === 'true'
          ? 'binds'
          : binds === 'contested'
            ? 'contested'
            : binds === 'false'
              ? began === 'true'
                ? 'ended'
                : 'does_not_bind'
              : beganAsRecorded(evaluated, duty)
                ? 'binds_as_recorded'
                : 'unknown'
      return {
        id: duty.duty,
        bearer: evaluated.ground.resolve(`@${duty.bearer}`).replace(/^@/, ''),
        duty: duty.title,
        until: duty.lasts,
        norms: normsKnown(evaluated.ground, duty.norm),
        status,
        force: duty.binding,
        absolute: duty.absolute,
      }
    })
    .filter((line) => line.status !== 'does_not_bind')
}

/**
 * The duty has begun, and all that keeps it from binding for certain is that nobody recorded that it had not ended
 * since. Read by
 * taking every open "has it ended" for a no: that is what "as recorded" means, and it is never called certain.
 */
function beganAsRecorded(evaluated: Evaluated, duty: Duty): boolean {
  const { program, atoms, conclusions } = evaluated.ground.law.compiled
  const root = conclusions.get(`${duty.duty}.binds`)
  if (root === undefined) return false
  const values = evaluated.values.slice()
  const ending = new Set([
    ...atomsUnder(evaluated, `${duty.duty}.ended`),
    ...atomsUnder(evaluated, `${duty.duty}.binds`).filter((slot) => atoms[slot]?.kind === 'after'),
  ])
  for (const slot of ending) if (values[slot] === 0) values[slot] = 2
  evaluate(program, values)
  return values[root.slot] === 1
}

function barsOf(evaluated: Evaluated): BarLine[] {
  const { blocks } = evaluated.ground.law
  return firstOf(blocks.bar, (b) => b.bar)
    .map((first) => {
      const bar =
        versionAt(
          evaluated,
          blocks.bar.filter((b) => b.bar === first.bar),
        ) ?? first
      return {
        id: bar.bar,
        title: bar.title,
        bars: bar.bars,
        force: bar.force,
        applies: evaluated.of(`${bar.bar}.applies`),
        norms: normsKnown(evaluated.ground, bar.norm),
        assessedBy: assessorsOf(evaluated, `${bar.bar}.applies`),
        disputed: bar.disputed.map((point) => pointAt(evaluated, point)).filter((p) => p !== undefined),
      }
    })
    .filter((line) => line.applies !== 'false')
}

function assessorsOf(evaluated: Evaluated, id: string): string[] {
  const { law, situation } = evaluated.ground
  const questions = new Set(
    atomsUnder(evaluated, id)
      .map((slot) => law.compiled.atoms[slot])
      .flatMap((atom) => (atom?.kind === 'assessed' ? [atom.question] : [])),
  )
  return situation.assessments.filter((a) => questions.has(a.question)).map((a) => `${a.by}: ${a.answer}`)
}

const urgencies = ['stop', 'deadline', 'other'] as const

function questionsOf(
  evaluated: Evaluated,
  states: readonly RemedyState[],
  tracks: readonly TrackState[],
  stops: readonly Stop[],
): Question[] {
  const found = new Map<string, { atom: Atom; moves: Set<string>; urgency: Question['urgency']; text?: Label }>()
  const add = (atom: Atom, moves: string, urgency: Question['urgency'], text?: Label): void => {
    const key = questionKey(atom)
    const known = found.get(key)
    if (known === undefined)
      found.set(key, { atom, moves: new Set([moves]), urgency, ...(text === undefined ? {} : { text }) })
    else {
      known.moves.add(moves)
      if (urgencies.indexOf(urgency) < urgencies.indexOf(known.urgency)) known.urgency = urgency
    }
  }
  const rank = new Map(stops.map((stop, index) => [stop.remedy, index]))
  for (const track of tracks)
    if (!track.recorded)
      add(
        { kind: 'happened', pattern: { type: 'any', where: [['track', track.id]] } },
        track.id,
        track.domestic ? 'stop' : 'other',
        track.question,
      )
  for (const state of states) {
    for (const atom of state.unknowns) {
      if (atom.kind === 'passed') continue
      add(
        atom,
        state.remedy.remedy,
        rank.has(state.remedy.remedy) ? 'stop' : state.remedy.term === undefined ? 'other' : 'deadline',
      )
    }
    if (state.remedy.term === undefined || state.status === 'used_decided' || state.status === 'lapsed') continue
    const term = evaluated.ground.term(state.remedy.term)
    if (term.started !== 'false' && term.deadline.latest === null && term.missingMoment !== undefined) {
      add({ kind: 'happened', pattern: term.missingMoment }, state.remedy.remedy, 'deadline')
    }
  }
  // A silent track comes first, then what would move the strongest and fastest stop.
  const weight = (moves: Iterable<string>): number =>
    Math.min(...[...moves].map((id) => rank.get(id) ?? (evaluated.ground.law.tracks.has(id) ? -1 : Infinity)))
  return [...found.values()]
    .sort(
      (a, b) =>
        urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
        compare(weight(a.moves), weight(b.moves)) ||
        b.moves.size - a.moves.size ||
        compare(atomKey(a.atom), atomKey(b.atom)),
    )
    .map(({ moves, ...rest }) => ({ ...rest, moves: [...moves] }))
}

/** Filed, decided, withdrawn: one question to a person, "what became of it?", asked by the first of them. */
function questionKey(atom: Atom): string {
  if (atom.kind !== 'happened' && atom.kind !== 'after') return atomKey(atom)
  const remedy = atom.pattern.where.find(([key]) => key === 'remedy')?.[1]
  const moment = atom.pattern.where.some(([key]) => key === 'moment')
  return remedy === undefined || moment ? atomKey(atom) : `remedy ${remedy}`
}
