/** A term of the packs applied to one case: when it started, what paused it, and what the counting gives. */
import { any, type Four, type Instant, type Span } from '../record/index.ts'
import { computeDeadline, type Deadline, type PauseSpan, type TermStart } from './deadline.ts'
import { say } from './deadline-sentences.ts'
import type { Ground, Grounded } from './ground.ts'
import { type Match, mayHaveHappened, surelyHappened } from './match.ts'
import type { Condition, Term } from './model.ts'
import { parsePattern, type Pattern } from './situation.ts'
import { type Step, step } from './step.ts'

export interface TermResult {
  /** Whether the event that starts it has happened. */
  readonly started: Four
  readonly deadline: Deadline
  readonly evidence: readonly string[]
  /** An event that may have started it has no date at all. */
  readonly undated: boolean
  /** The event whose notification (or other moment) is not known: worth asking. */
  readonly missingMoment?: Pattern
}

const notStarted = (terms: readonly Term[], ground: Ground): Deadline =>
  computeDeadline({ versions: terms, start: { kind: 'not-started' }, calendars: ground.law.calendars })

/**
 * The term as it stands in this case. Of several starts the last one counts. Where it is not certain which that is,
 * each that
 * may be is counted: the earliest end is the earliest of all, the latest is the latest of all.
 */
export function deadlineOf(ground: Ground, id: string): TermResult {
  const terms = applicable(ground, ground.law.terms.get(id) ?? [])
  const first = terms[0]
  if (first === undefined)
    return { started: 'unknown', deadline: { ...emptyDeadline, started: 'false' }, evidence: [], undated: false }
  const started = startedBy(ground, terms)
  const possible = possibleStarts(ground, terms)
  const { chosen, undated } = possible
  const counted = countedFrom(ground, possible)
  if (counted === undefined) {
    return {
      started: started.value,
      deadline: notStarted(terms, ground),
      evidence: started.evidence,
      undated,
    }
  }
  const rivals = terms.flatMap((term) => rivalsOf(ground, term))
  const deadline = withRivals(counted, rivals)
  const missing = chosen.find(({ start }) => start.kind === 'moment-unknown')
  return {
    // No version in force when it started: the event has happened, and this time limit does not exist for it.
    started: deadline.started === 'false' ? 'false' : started.value,
    deadline,
    undated,
    evidence: [...new Set(chosen.flatMap(({ match }) => match.occurrence.evidence))],
    ...(missing === undefined ? {} : { missingMoment: momentPattern(missing.by, missing.match) }),
  }
}

/** What the counting gives for all starts that there may be; nothing where there is none. */
function countedFrom(ground: Ground, { chosen, undated }: PossibleStarts): Deadline | undefined {
  const counted = chosen.map(({ start, starters }) =>
    computeDeadline({
      versions: starters,
      start,
      calendars: ground.law.calendars,
      pauses: starters.flatMap((term) => pausesOf(ground, term)),
      asOf: ground.situation.at,
    }),
  )
  return widest(counted, undated)
}

/** A reading of a term that counts from another moment, and what comes of it. */
interface Rival {
  readonly reading: string
  readonly why: string
  readonly deadline: Deadline
}

function rivalsOf(ground: Ground, term: Term): readonly Rival[] {
  return term.readings.flatMap(({ reading, why, moment, period, countFirstDay, calendar, rollOver }) => {
    if (moment === undefined) return []
    const rival: Term = {
      ...term,
      starts: { event: term.starts.event, moment },
      period: period ?? term.period,
      countFirstDay: countFirstDay ?? term.countFirstDay,
      calendar: calendar ?? term.calendar,
      rollOver: rollOver ?? term.rollOver,
      readings: [],
    }
    const counted = countedFrom(ground, possibleStarts(ground, [rival]))
    return counted === undefined || counted.started === 'false' ? [] : [{ reading, why, deadline: counted }]
  })
}

/** Until the longest reading has ended the deadline has not passed; the safe day is that of the shortest. */
function withRivals(main: Deadline, rivals: readonly Rival[]): Deadline {
  if (rivals.length === 0 || main.started === 'false') return main
  const all = [main, ...rivals.map(({ deadline }) => deadline)]
  const shortest = all.reduce((a, b) => ((b.safe ?? Infinity) < (a.safe ?? Infinity) ? b : a))
  return {
    ...main,
    earliest: shortest.earliest,
    safe: shortest.safe,
    grace: shortest.grace,
    latest: all.some((d) => d.latest === null) ? null : Math.max(...all.map((d) => d.latest ?? Infinity)),
    readings: [
      ...main.readings,
      ...rivals.flatMap(({ deadline, reading, why }) => deadline.readings.map((r) => ({ ...r, reading, why }))),
    ],
    get steps() {
      const own = ({ kind }: Step): boolean => kind !== 'safe' && kind !== 'grace' && kind !== 'unverified'
      const last = shortest.steps.filter((one) => !own(one))
      const other = rivals.flatMap(({ reading, why, deadline }) => [
        step('reading', say.reading(reading, why)),
        ...deadline.steps.filter(own),
      ])
      return [...main.steps.filter(own), ...other, ...last]
    },
  }
}

/** One deadline for all starts that may be the one: never later than any of them. */
function widest(counted: readonly Deadline[], undated: boolean): Deadline | undefined {
  const running = counted.filter((d) => d.started !== 'false')
  const shortest = running.reduce<Deadline | undefined>(
    (a, b) => (a === undefined || (b.safe ?? Infinity) < (a.safe ?? Infinity) ? b : a),
    undefined,
  )
  if (shortest === undefined) return counted[0]
  // One of them may be the last and start nothing, as no norm was in force then.
  const surely = !undated && running.length === counted.length
  return {
    ...shortest,
    latest:
      surely && running.every((d) => d.latest !== null)
        ? Math.max(...running.map((d) => d.latest ?? Infinity))
        : null,
    started: surely && running.every((d) => d.started === 'true') ? 'true' : 'unknown',
    readings: running.flatMap((d) => d.readings),
    get steps() {
      return shortest.steps
    },
  }
}

const emptyDeadline: Omit<Deadline, 'started'> = {
  direction: 'person',
  start: null,
  earliest: null,
  latest: null,
  safe: null,
  grace: null,
  readings: [],
  steps: [],
}

/** Versions chosen by the start are left to the counting; others are chosen here. */
function applicable(ground: Ground, terms: readonly Term[]): readonly Term[] {
  const fits = terms.filter(
    (term) =>
      term.anchor === 'start' ||
      ground.value({ kind: 'in-force', from: term.from, until: term.until, anchor: term.anchor }).value !== 'false',
  )
  return fits.length > 0 ? fits : terms
}

type Starter = Pick<Term['starts'], 'event' | 'moment'>
const startsOf = ({ starts }: Term): readonly Starter[] => [starts, ...(starts.or ?? [])]

/** Whether any of the events that start the term has happened. */
function startedBy(ground: Ground, terms: readonly Term[]): Pick<Grounded, 'value' | 'evidence'> {
  const events = [...new Set(terms.flatMap(startsOf).map(({ event }) => event))]
  const found = events.map((event) => ground.value({ kind: 'happened', pattern: parsePattern(event) }))
  return { value: any(found.map((f) => f.value)), evidence: found.flatMap((f) => f.evidence) }
}

/** A start that lies somewhere: known, or known but for its moment. */
type Begun = Exclude<TermStart, { readonly kind: 'not-started' }>

interface Candidate {
  readonly start: Begun
  readonly match: Match
  readonly by: Starter
  readonly starters: readonly Term[]
}

interface PossibleStarts {
  readonly chosen: readonly Candidate[]
  readonly undated: boolean
}

/**
 * Every start that may be the last one, cut off before the latest that is certain; and whether an undated one may
 * be.
 */
function possibleStarts(ground: Ground, terms: readonly Term[]): PossibleStarts {
  const at = ground.situation.at
  const found = new Map<string, Candidate & { readonly span: Span }>()
  let undated = false
  for (const term of terms) {
    for (const by of startsOf(term)) {
      for (const match of ground.matching(parsePattern(by.event))) {
        if (!mayHaveHappened(match, at)) continue
        const start = startFrom(by, match)
        if (start === undefined) undated = true
        if (start === undefined) continue
        const key = `${match.occurrence.id} ${by.moment}`
        const starters = [...(found.get(key)?.starters ?? []).filter((t) => t !== term), term]
        found.set(key, { start, match, by, starters, span: start.kind === 'known' ? start.span : start.event })
      }
    }
  }
  const all = [...found.values()]
  const floor = Math.max(-Infinity, ...all.filter((c) => surelyHappened(c.match, at)).map((c) => c.span.earliest))
  return {
    chosen: all.filter((c) => c.span.latest >= floor).map((c) => ({ ...c, start: notBefore(c.start, floor) })),
    undated,
  }
}

function notBefore(start: Begun, floor: Instant): Begun {
  const cut = (span: Span): Span => (span.earliest >= floor ? span : { ...span, earliest: floor })
  return start.kind === 'known'
    ? { kind: 'known', span: cut(start.span) }
    : { kind: 'moment-unknown', event: cut(start.event) }
}

function startFrom(by: Starter, { occurrence }: Match): Begun | undefined {
  const { when } = occurrence
  if (by.moment === 'occurred') return when === undefined ? undefined : { kind: 'known', span: when }
  const moment = occurrence.moments[by.moment]
  if (moment !== undefined) return { kind: 'known', span: moment }
  return when === undefined ? undefined : { kind: 'moment-unknown', event: when }
}

const momentPattern = (by: Starter, match: Match): Pattern => {
  const { type, where } = parsePattern(by.event)
  return { type, where: [...where, ['moment', by.moment], ['event', match.occurrence.id]] }
}

/**
 * Spans in which a pausing condition held, from the event until the one that ends it; and their sure part. What
 * only may have
 * begun a pause lengthens the latest end alone; what only may have ended one shortens the sure part alone.
 */
function pausesOf(ground: Ground, term: Term): PauseSpan[] {
  return term.pausedWhile.flatMap((condition) => pauseSpans(ground, condition))
}

function pauseSpans(ground: Ground, condition: Condition): PauseSpan[] {
  const [begin, endings] =
    typeof condition === 'string'
      ? [condition, []]
      : 'happened' in condition
        ? [condition.happened, condition.notSince === undefined ? [] : [condition.notSince].flat()]
        : [undefined, []]
  if (begin === undefined) return []
  const at = ground.situation.at
  const ends = endings.flatMap((end) => ground.matching(parsePattern(end))).filter((m) => mayHaveHappened(m, at))
  return ground
    .matching(parsePattern(begin))
    .filter((m) => mayHaveHappened(m, at) && m.occurrence.when !== undefined)
    .map((match) => {
      const from = match.occurrence.when as Span
      const until = ends
        .map((end) => ({ sure: surelyHappened(end, at), when: end.occurrence.when ?? undated }))
        .filter(({ when }) => when.latest >= from.earliest)
      const sureEnd = Math.min(...until.map(({ when }) => when.earliest))
      return {
        earliest: from.earliest,
        latest: Math.min(...until.filter(({ sure }) => sure).map(({ when }) => when.latest)),
        sure: surelyHappened(match, at) ? { earliest: from.latest, latest: sureEnd } : null,
      }
    })
}

/** It happened, and not known is when: it may have ended the pause at any time. */
const undated = { earliest: -Infinity, latest: Infinity }
