/** A term of the packs applied to one case: when it started, what paused it, and what the counting gives. */
import { any, type Four, type Instant, type Span } from '../record/index.ts'
import { computeDeadline, type Deadline, type PauseSpan, type TermStart } from './deadline.ts'
import type { Ground, Grounded, Match } from './ground.ts'
import type { Condition, Term } from './model.ts'
import { parsePattern, type Pattern } from './situation.ts'

export interface TermResult {
  /** Whether the event that starts it has happened. */
  readonly started: Four
  readonly deadline: Deadline
  readonly evidence: readonly string[]
  /** The event whose notification (or other moment) is not known: worth asking. */
  readonly missingMoment?: Pattern
}

const notStarted = (terms: readonly Term[], ground: Ground): Deadline =>
  computeDeadline({ versions: terms, start: { kind: 'not-started' }, calendars: ground.law.calendars })

/** The term as it stands in this case; of several starts, the last one on or before the day asked. */
export function deadlineOf(ground: Ground, id: string): TermResult {
  const all = ground.law.terms.get(id) ?? []
  const terms = applicable(ground, all)
  const first = terms[0]
  if (first === undefined) return { started: 'unknown', deadline: { ...emptyDeadline, started: 'false' }, evidence: [] }
  const started = startedBy(ground, first)
  const chosen = lastStart(ground, terms)
  if (chosen === undefined) {
    return { started: started.value === 'true' ? 'unknown' : started.value, deadline: notStarted(terms, ground), evidence: started.evidence }
  }
  const { start, match, by, term } = chosen
  const deadline = computeDeadline({ versions: terms, start, calendars: ground.law.calendars, pauses: pausesOf(ground, term), asOf: ground.situation.at })
  return {
    // No version in force when it started: the event has happened, and this time limit does not exist for it.
    started: deadline.started === 'false' ? 'false' : started.value, deadline, evidence: match.occurrence.evidence,
    ...(start.kind === 'moment-unknown' ? { missingMoment: momentPattern(by, match) } : {}),
  }
}

const emptyDeadline: Omit<Deadline, 'started'> = {
  direction: 'person', start: null, earliest: null, latest: null, safe: null, grace: null, readings: [], steps: [],
}

/** Versions chosen by the start are left to the counting; others are chosen here. */
function applicable(ground: Ground, terms: readonly Term[]): readonly Term[] {
  const fits = terms.filter((term) => term.anchor === 'start' || (term.from === undefined && term.until === undefined) ||
    ground.value({ kind: 'in-force', from: term.from, until: term.until, anchor: term.anchor }).value !== 'false')
  return fits.length > 0 ? fits : terms
}

type Starter = Pick<Term['starts'], 'event' | 'moment'>
const startsOf = ({ starts }: Term): readonly Starter[] => [starts, ...(starts.or ?? [])]

/** Whether any of the events that start the term has happened. */
function startedBy(ground: Ground, term: Term): Pick<Grounded, 'value' | 'evidence'> {
  const found = startsOf(term).map(({ event }) => ground.value({ kind: 'happened', pattern: parsePattern(event) }))
  return { value: any(found.map((f) => f.value)), evidence: found.flatMap((f) => f.evidence) }
}

interface ChosenStart { readonly start: TermStart; readonly match: Match; readonly by: Starter; readonly term: Term }

function lastStart(ground: Ground, terms: readonly Term[]): ChosenStart | undefined {
  const at = ground.situation.at
  let best: ChosenStart & { readonly from: Instant } | undefined
  for (const term of terms) {
    for (const by of startsOf(term)) {
      for (const match of ground.matching(parsePattern(by.event))) {
        const when = match.occurrence.when
        if (!match.sure || when === undefined || when.earliest > at) continue
        const start = startFrom(by, match, when)
        const from = start.kind === 'known' ? start.span.earliest : when.earliest
        if (best === undefined || from > best.from) best = { start, match, by, term, from }
      }
    }
  }
  return best
}

function startFrom(by: Starter, match: Match, when: Span): TermStart {
  if (by.moment === 'occurred') return { kind: 'known', span: when }
  const moment = match.occurrence.moments[by.moment]
  return moment === undefined ? { kind: 'moment-unknown', event: when } : { kind: 'known', span: moment }
}

const momentPattern = (by: Starter, match: Match): Pattern => {
  const { type, where } = parsePattern(by.event)
  return { type, where: [...where, ['moment', by.moment], ['event', match.occurrence.id]] }
}

/** Spans in which a pausing condition held, from the event until the one that ends it; and their sure part. */
function pausesOf(ground: Ground, term: Term): PauseSpan[] {
  return term.pausedWhile.flatMap((condition) => pauseSpans(ground, condition))
}

function pauseSpans(ground: Ground, condition: Condition): PauseSpan[] {
  const [begin, ends] = typeof condition === 'string' ? [condition, []]
    : 'happened' in condition ? [condition.happened, condition.notSince === undefined ? [] : [condition.notSince].flat()] : [undefined, []]
  if (begin === undefined) return []
  return ground.matching(parsePattern(begin)).filter((m) => m.sure && m.occurrence.when !== undefined).map(({ occurrence }) => {
    const from = occurrence.when as Span
    const until = ends.flatMap((end) => ground.matching(parsePattern(end)).map((m) => m.occurrence.when ?? undated))
      .filter((end) => end.latest >= from.earliest)
    const sureEnd = Math.min(...until.map((end) => end.earliest))
    return {
      earliest: from.earliest, latest: Math.min(...until.map((end) => end.latest)),
      sure: from.latest <= sureEnd ? { earliest: from.latest, latest: sureEnd } : null,
    }
  })
}

/** It happened, and not known is when: it may have ended the pause at any time. */
const undated = { earliest: -Infinity, latest: Infinity }
