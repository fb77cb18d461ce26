/** Joins the record to the law: what one audience knew of a case, as the law asks it. Pure. */
import {
  type Claim,
  type Completeness,
  type EventView,
  factOf,
  type Instant,
  knownFrom,
  type ProceedingThing,
  type PropertyView,
  type Span,
  type View,
} from '../record/index.ts'
import {
  type CaseFact,
  type CompleteList,
  type LegalAssertion,
  momentNames,
  type Occurrence,
  type Situation,
} from '../law/index.ts'

/** Properties of an event that are not attributes the law matches on. */
const notAttributes = new Set<string>(['date', 'occurred', 'content', 'votes', 'amount', ...momentNames])

/** The situation at `at`, from a view that already holds only what was known. */
export function situationOf(view: View, at: Instant): Situation {
  const person = view.header?.person
  const occurrences = [...view.events.values()]
    .filter(
      ({ event }) => event.person === undefined || person === undefined || sameEntity(view, event.person, person),
    )
    .map((event) => occurrenceOf(view, event))
  return {
    at,
    knownBy: view.knownBy,
    zone: view.zone,
    occurrences,
    facts: factsOf(view),
    complete: view.completeness.map((list) => completeListOf(view, list)),
    assessments: view.assessments.map(({ question, answer, by, id }) => ({ question, answer, by, evidence: [id] })),
    proceedings: [...view.proceedings.values()]
      .filter((p) => person === undefined || sameEntity(view, p.person, person))
      .map((p) => proceedingOf(view, p)),
    assertions: assertionsOf(view),
  }
}

const canonical = (view: View, id: string): string => view.identity.canonical.get(id) ?? id
const sameEntity = (view: View, a: string, b: string): boolean => canonical(view, a) === canonical(view, b)

function proceedingOf(view: View, { id, track, round, title, docket, body }: ProceedingThing) {
  const known = factOf(view, id, 'docket').value ?? docket
  return {
    id,
    track,
    round,
    title,
    ...(typeof known === 'string' ? { docket: known } : {}),
    ...(body === undefined ? {} : { body }),
  }
}

function occurrenceOf(view: View, { event, occurred, properties, claims }: EventView): Occurrence {
  const attributes: Record<string, string> = {}
  const rivals: Record<string, readonly string[]> = {}
  const moments: Record<string, Span> = {}
  for (const [name, property] of properties) {
    if ((momentNames as readonly string[]).includes(name)) {
      if (property.span !== undefined) moments[name] = property.span
    } else if (!notAttributes.has(name)) addAttribute(name, property, attributes, rivals)
  }
  const proceeding = event.proceeding === undefined ? undefined : view.proceedings.get(event.proceeding)
  return {
    id: event.id,
    type: event.type,
    title: event.title,
    occurred,
    attributes,
    rivals,
    moments,
    evidence: claims.map((c) => c.id),
    when: properties.get('date')?.span ?? happenedByThen(view, claims),
    ...(proceeding === undefined
      ? {}
      : { track: proceeding.track, round: proceeding.round, proceeding: proceeding.id }),
  }
}

function addAttribute(
  name: string,
  property: PropertyView,
  attributes: Record<string, string>,
  rivals: Record<string, readonly string[]>,
): void {
  if (property.status === 'contested') rivals[name] = property.values.map(String)
  else if (property.value !== undefined) attributes[name] = String(property.value)
}

/** Nobody dates it, but it had happened when it was first spoken of. */
function happenedByThen(view: View, claims: readonly Claim[]): Span {
  const latest = Math.min(...claims.map((claim) => knownFrom(claim.learned, view.zone)))
  return { earliest: -Infinity, latest, precision: 'interval', approximate: false, uncertain: false, text: '../' }
}

/** Facts of the case and of the person: sending State, receiving State, nationality, risk. */
function factsOf(view: View): Record<string, CaseFact> {
  const facts: Record<string, CaseFact> = {}
  for (const subject of [view.header?.id, view.header?.person]) {
    if (subject === undefined) continue
    for (const [name, property] of view.facts.get(canonical(view, subject)) ?? []) {
      if (name === 'asserts' || property.values.length === 0) continue
      facts[name] = {
        values: property.values.map(String),
        contested: property.status === 'contested',
        evidence: property.claims.map((c) => c.id),
      }
    }
  }
  return facts
}

function completeListOf(view: View, list: Completeness): CompleteList {
  const proceeding = list.proceeding === undefined ? undefined : view.proceedings.get(list.proceeding)
  return {
    id: list.id,
    type: list.of,
    where: list.where ?? {},
    because: list.because,
    through: list.through === 'ongoing' ? view.knownBy : endOf(view, list.through),
    ...(proceeding === undefined
      ? {}
      : { track: proceeding.track, round: proceeding.round, proceeding: proceeding.id }),
  }
}

/** A list complete through a day is complete to the end of it, however the day is written. */
const endOf = (view: View, date: string): Instant => {
  const end = knownFrom(`../${date}`, view.zone)
  return Number.isFinite(end) ? end : -Infinity
}

function assertionsOf(view: View): LegalAssertion[] {
  const subject = view.header?.id
  if (subject === undefined) return []
  const property = view.facts.get(canonical(view, subject))?.get('asserts')
  return (property?.claims ?? []).map((claim) => ({
    id: claim.id,
    speaker: nameOf(view, claim.speaker),
    says: String(claim.value),
    denied: claim.polarity === 'denied',
    ...(claim.said === undefined ? {} : { said: claim.said }),
    ...(claim.place === undefined ? {} : { quote: claim.place.quote }),
  }))
}

export const nameOf = (view: View, id: string): string => view.entities.get(canonical(view, id))?.name ?? id
