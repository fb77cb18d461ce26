/**
 * Which judgments speak to a case, as known on a day: adverse authority first. Counts, and never a rate: how cases
 * came to Strasbourg, and which were settled or dropped on the way, is not in the files.
 */
import { compare, type Instant, parseDate } from '../record/index.ts'
import { citable } from './citable.ts'
import type { Precedent } from './model.ts'
import type { Article3, PrecedentCase, PrecedentEvent } from './precedents.ts'
import type { Situation } from './situation.ts'

/** Which way a judgment points for the person, in the order in which they are shown. */
export const leanings = ['adverse', 'mixed', 'favourable', 'no-finding', 'not-checked'] as const
export type Leaning = (typeof leanings)[number]

/** Why a judgment is shown. */
export const relations = ['linked', 'receiving', 'sending', 'risk'] as const
export type Relation = (typeof relations)[number]

export interface PrecedentQuery {
  readonly sending: readonly string[]
  readonly receiving: readonly string[]
  readonly risks: readonly string[]
  /** Names connected with the person, such as `mukhtar-ablyazov`: a case of that affair comes first. */
  readonly linked: readonly string[]
  /** Nothing later is shown: a judgment counts from the day after its date. */
  readonly asOf: Instant
}

export interface PrecedentLine {
  readonly found: PrecedentCase
  readonly leaning: Leaning
  readonly relations: readonly Relation[]
  /** Dated events that had happened by the day asked. */
  readonly events: readonly PrecedentEvent[]
  /** What a pack says the case teaches. */
  readonly lesson?: Precedent
  /** The same application was judged again later, by the day asked. */
  readonly judgedAgain?: PrecedentCase
}

/** Judgments on transfers to one State, by their finding on article 3. */
export interface PrecedentCount {
  readonly receiving: string
  readonly outcomes: readonly { readonly outcome: Article3; readonly count: number }[]
  /** Findings that were read; only these are counted. */
  readonly read: number
  readonly notChecked: number
  /** Left out because the same application was judged again. */
  readonly judgedAgain: number
}

export interface PrecedentsFound {
  readonly lines: readonly PrecedentLine[]
  readonly counts: readonly PrecedentCount[]
  /** Judgments in the files that could be cited by then, of whatever State. */
  readonly citable: number
}

/** The query that a case makes of itself: the States, the risks and the associates that its record names. */
export function queryOf({ facts, knownBy }: Situation): PrecedentQuery {
  const values = (name: string): readonly string[] => facts[name]?.values ?? []
  return {
    sending: values('sending-state'),
    receiving: values('receiving-state'),
    risks: values('risk'),
    linked: [...values('associate-of'), ...values('relative-of')],
    asOf: knownBy,
  }
}

/** `lessons` are the `precedent` blocks of the packs; they are joined by the number of the application. */
export function precedentsFor(
  cases: readonly PrecedentCase[],
  query: PrecedentQuery,
  lessons: readonly Precedent[] = [],
): PrecedentsFound {
  const known = cases.filter((c) => citable(c.date, query.asOf))
  const latest = latestByApplication(known)
  const again = (c: PrecedentCase): PrecedentCase | undefined =>
    c.applications.map((a) => latest.get(a)).find((other) => other !== undefined && other.date > c.date)
  const lines = known
    .map((found) => lineOf(found, query, lessons, again(found)))
    .filter((line) => line.relations.length > 0)
    .sort(byWeight)
  return {
    lines,
    counts: query.receiving.map((state) => countOf(state, known, again)),
    citable: known.length,
  }
}

function latestByApplication(cases: readonly PrecedentCase[]): ReadonlyMap<string, PrecedentCase> {
  const latest = new Map<string, PrecedentCase>()
  for (const found of cases)
    for (const application of found.applications) {
      const other = latest.get(application)
      if (other === undefined || other.date < found.date) latest.set(application, found)
    }
  return latest
}

function lineOf(
  found: PrecedentCase,
  query: PrecedentQuery,
  lessons: readonly Precedent[],
  judgedAgain: PrecedentCase | undefined,
): PrecedentLine {
  const lesson = lessons.find((l) => citable(l.date, query.asOf) && teaches(l, found))
  return {
    found,
    leaning: leaningOf(found, lesson),
    relations: relationsOf(found, query),
    events: found.events.filter((e) => parseDate(e.date, found.zone).earliest <= query.asOf),
    ...(lesson === undefined ? {} : { lesson }),
    ...(judgedAgain === undefined ? {} : { judgedAgain }),
  }
}

const teaches = (lesson: Precedent, found: PrecedentCase): boolean =>
  lesson.date === found.date && found.applications.some((a) => numbersIn(lesson.reference).includes(a))

const numbersIn = (reference: string): readonly string[] => reference.match(/\d+\/\d{2}\b/g) ?? []

function relationsOf(found: PrecedentCase, query: PrecedentQuery): readonly Relation[] {
  const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x))
  const holds: Readonly<Record<Relation, boolean>> = {
    linked: found.linked.some((affair) => query.linked.some((name) => name.split('-').includes(affair))),
    receiving: shares(found.receiving, query.receiving),
    sending: shares(found.sending, query.sending),
    risk: shares(found.risks, query.risks),
  }
  return relations.filter((relation) => holds[relation])
}

/**
 * Adverse: no violation of article 3 and none of 13 or 34. Mixed: the articles part, or the finding itself is, or a
 * pack holds the case against the person although the finding was for him. A finding that was not read points
 * nowhere.
 */
export function leaningOf(found: PrecedentCase, lesson?: Precedent): Leaning {
  const { article3, article13, article34 } = found
  if (article3.checked !== 'read') return 'not-checked'
  const alsoViolated = [article13, article34].some((f) => f.checked === 'read' && f.is === 'violation')
  switch (article3.is) {
    case 'mixed':
      return 'mixed'
    case 'no-violation':
    case 'inadmissible':
      return alsoViolated ? 'mixed' : 'adverse'
    case 'not-examined':
    case 'struck-out':
      return alsoViolated ? 'favourable' : 'no-finding'
    case 'unknown':
      return 'not-checked'
    case 'violation':
    case 'violation-if-removed':
    case 'violation-procedural':
    case 'violation-procedural-if-removed':
      return lesson?.speaks === 'against' || lesson?.speaks === 'mixed' ? 'mixed' : 'favourable'
  }
}

/** Adverse first; of one leaning the nearest to the case, then what was read about, then the latest. */
function byWeight(a: PrecedentLine, b: PrecedentLine): number {
  return (
    leanings.indexOf(a.leaning) - leanings.indexOf(b.leaning) ||
    nearness(b) - nearness(a) ||
    Number(b.found.basis === 'curated') - Number(a.found.basis === 'curated') ||
    compare(b.found.date, a.found.date)
  )
}

const weights: Readonly<Record<Relation, number>> = { linked: 8, receiving: 4, sending: 2, risk: 1 }
const nearness = (line: PrecedentLine): number =>
  line.relations.reduce((sum, relation) => sum + weights[relation], 0)

function countOf(
  receiving: string,
  known: readonly PrecedentCase[],
  again: (c: PrecedentCase) => PrecedentCase | undefined,
): PrecedentCount {
  const there = known.filter((c) => c.receiving.includes(receiving))
  const last = there.filter((c) => again(c) === undefined)
  const read = last.filter((c) => c.article3.checked === 'read')
  const outcomes = new Map<Article3, number>()
  for (const { article3 } of read) outcomes.set(article3.is, (outcomes.get(article3.is) ?? 0) + 1)
  return {
    receiving,
    outcomes: [...outcomes].map(([outcome, count]) => ({ outcome, count })).sort((a, b) => b.count - a.count),
    read: read.length,
    notChecked: last.length - read.length,
    judgedAgain: there.length - last.length,
  }
}
