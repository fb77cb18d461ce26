/**
 * What one audience knew at one moment: the only way in which the rest of the system reads a record.
 * A view holds nothing learned later, so it cannot leak it.
 */
import { disclosedTo } from './disclosure.ts'
import type {
  Assessment,
  Audience,
  CaseHeader,
  Claim,
  Completeness,
  DocumentThing,
  EntityThing,
  EventThing,
  Id,
  Identity,
  Position,
  ProceedingThing,
} from './model.ts'
import type { Instant, Zone } from './time.ts'
import type { Four } from './value.ts'
import { fromBits } from './value.ts'
import { mergeIdentities } from './identity.ts'
import type { IdentityView } from './identity.ts'
import type { Known, KnownClaim, RecordState } from './project.ts'
import { originsOf, reckon, unknownProperty, voiceOf } from './property.ts'
import type { PropertyView, Reckoning, Voice } from './property.ts'
import { ruleOf } from './vocabulary.ts'

export interface ViewOptions {
  /** Known at or before this minute (K). */
  readonly knownBy: Instant
  readonly audience: Audience
}

export interface EventView {
  readonly event: EventThing
  /** Whether it happened, by what is known; `unknown` when the team refuses every claim about it. */
  readonly occurred: Four
  /** By property; `occurred` is always among them, supported by every claim that takes the event for a fact. */
  readonly properties: ReadonlyMap<string, PropertyView>
  /** Every known claim about it, refused ones included, in order of entry. */
  readonly claims: readonly Claim[]
}

export interface View {
  readonly knownBy: Instant
  readonly audience: Audience
  readonly zone: Zone
  readonly header?: CaseHeader
  /** Every known claim, in order of entry. */
  readonly claims: ReadonlyMap<Id, Claim>
  readonly events: ReadonlyMap<Id, EventView>
  /** What is said of the case, of persons, States, proceedings: by canonical subject, then property. */
  readonly facts: ReadonlyMap<Id, ReadonlyMap<string, PropertyView>>
  /** Things reached through a known claim. */
  readonly documents: ReadonlyMap<Id, DocumentThing>
  readonly entities: ReadonlyMap<Id, EntityThing>
  readonly proceedings: ReadonlyMap<Id, ProceedingThing>
  readonly identity: IdentityView
  readonly positions: readonly Position[]
  readonly identities: readonly Identity[]
  readonly completeness: readonly Completeness[]
  readonly assessments: readonly Assessment[]
}

/**
 * The record as one audience knew it at `knownBy`. Counsel know what the desk knows, as far as they may have it; the
 * public knows a claim from its `public` date, and never without one. See {@link disclosedTo} for what each may have.
 */
export function viewOf(whole: RecordState, { knownBy, audience }: ViewOptions): View {
  const state = disclosedTo(whole, audience, knownBy)
  const isKnown = <T>(known: Known<T>): boolean =>
    (audience === 'public' ? known.publicFrom : known.deskFrom) <= knownBy
  const claims = [...state.claims.values()].filter(isKnown)
  const positions = [...state.positions.values()].filter(isKnown)
  const identities = [...state.identities.values()].filter(isKnown)
  const identity = mergeIdentities(identities, state.entities)
  const points = collect(state, claims, positions, identity)
  const things = <T>(held: ReadonlyMap<Id, Known<T>>): readonly T[] =>
    [...held.values()].filter(isKnown).map((known) => known.thing)
  const events = eventsOf(state, points)
  return {
    knownBy,
    audience,
    zone: state.zone,
    ...(state.header === undefined ? {} : { header: state.header }),
    claims: new Map(claims.map(({ thing }) => [thing.id, thing])),
    events,
    facts: factsOf(state, points),
    ...reached(state, claims, events),
    identity,
    positions: positions.map(({ thing }) => thing),
    identities: identities.map(({ thing }) => thing),
    completeness: things(state.completeness),
    assessments: things(state.assessments),
  }
}

/** The name under which an entity stands in this view. */
export const canonicalOf = (view: View, id: Id): Id => view.identity.canonical.get(id) ?? id

/** What is known of a subject that is not an event: the case, a person, a State, a proceeding. */
export const factOf = (view: View, subject: Id, property: string): PropertyView =>
  view.facts.get(canonicalOf(view, subject))?.get(property) ?? unknownProperty(property)

/** What is known of an event; `unknown` too where the event itself is not known. */
export const propertyOf = (view: View, event: Id, property: string): PropertyView =>
  view.events.get(event)?.properties.get(property) ?? unknownProperty(property)

interface PointParts {
  readonly claims: KnownClaim[]
  readonly positions: Known<Position>[]
}
/** Everything known, by canonical subject, then property. */
interface Points {
  readonly bySubject: ReadonlyMap<Id, ReadonlyMap<string, PointParts>>
  readonly canonical: ReadonlyMap<Id, Id>
}

function collect(
  state: RecordState,
  claims: readonly KnownClaim[],
  positions: readonly Known<Position>[],
  { canonical }: IdentityView,
): Points {
  const bySubject = new Map<Id, Map<string, PointParts>>()
  const at = (subject: Id, property: string): PointParts => {
    const key = state.events.has(subject) ? subject : (canonical.get(subject) ?? subject)
    const properties = bySubject.get(key) ?? new Map<string, PointParts>()
    bySubject.set(key, properties)
    const parts = properties.get(property) ?? { claims: [], positions: [] }
    properties.set(property, parts)
    return parts
  }
  for (const known of claims) at(known.thing.subject, known.thing.property).claims.push(known)
  for (const known of positions) at(known.thing.subject, known.thing.property).positions.push(known)
  return { bySubject, canonical }
}

const reckoning = (state: RecordState, { canonical }: Points, property: string): Reckoning => ({
  property,
  rule: ruleOf(state.properties, property),
  zone: state.zone,
  documents: state.documents,
  canonical,
})

function reckonPoint(state: RecordState, points: Points, property: string, parts: PointParts): PropertyView {
  const context = reckoning(state, points, property)
  return reckon(
    context,
    parts.claims.map((known) => voiceOf(known, context)),
    parts.positions,
  )
}

function factsOf(state: RecordState, points: Points): View['facts'] {
  const facts = new Map<Id, ReadonlyMap<string, PropertyView>>()
  for (const [subject, properties] of points.bySubject) {
    if (state.events.has(subject)) continue
    const views = [...properties]
      .filter(([, parts]) => parts.claims.length > 0)
      .map(([property, parts]): [string, PropertyView] => [property, reckonPoint(state, points, property, parts)])
    if (views.length > 0) facts.set(subject, new Map(views))
  }
  return facts
}

function eventsOf(state: RecordState, points: Points): View['events'] {
  const events = new Map<Id, EventView>()
  for (const event of state.events.values()) {
    const parts = points.bySubject.get(event.id)
    if (parts === undefined || [...parts.values()].every(({ claims }) => claims.length === 0)) continue
    events.set(event.id, eventView(state, points, event, parts))
  }
  return events
}

/** Worked out when somebody looks: of the thousands of events in a grown case, an answer needs a few. */
function eventView(
  state: RecordState,
  points: Points,
  event: EventThing,
  parts: ReadonlyMap<string, PointParts>,
): EventView {
  let reckoned: Omit<EventView, 'event'> | undefined
  const look = (): Omit<EventView, 'event'> => (reckoned ??= reckonEvent(state, points, parts))
  return {
    event,
    get occurred() {
      return look().occurred
    },
    get properties() {
      return look().properties
    },
    get claims() {
      return look().claims
    },
  }
}

function reckonEvent(
  state: RecordState,
  points: Points,
  parts: ReadonlyMap<string, PointParts>,
): Omit<EventView, 'event'> {
  const known = [...parts.values()].flatMap(({ claims }) => claims).toSorted((a, b) => a.sequence - b.sequence)
  const others = [...parts]
    .filter(([property, point]) => property !== 'occurred' && point.claims.length > 0)
    .map(([property, point]): [string, PropertyView] => [property, reckonPoint(state, points, property, point)])
  const refused = new Set(others.flatMap(([, { refused: claims }]) => claims.map((claim) => claim.id)))
  const context = reckoning(state, points, 'occurred')
  const occurred = occurredOf(context, known, refused, parts.get('occurred')?.positions ?? [])
  const properties = new Map<string, PropertyView>([['occurred', occurred], ...others])
  return { occurred: fourOf(occurred), properties, claims: known.map(({ thing }) => thing) }
}

/**
 * Whether an event happened. Whoever gives its date, body or outcome takes it for a fact, unless the team refuses
 * that claim on its own point; only an express denial of `occurred` speaks against it.
 */
function occurredOf(
  context: Reckoning,
  known: readonly KnownClaim[],
  refused: ReadonlySet<Id>,
  positions: readonly Known<Position>[],
): PropertyView {
  const voices = known.flatMap((claim): readonly Voice[] => {
    if (claim.thing.property === 'occurred') return [voiceOf(claim, context)]
    const implies = claim.thing.polarity !== 'denied' && !refused.has(claim.thing.id)
    return implies ? [{ known: claim, value: true, asserted: true }] : []
  })
  return reckon(context, voices, positions)
}

function fourOf(occurred: PropertyView): Four {
  if (occurred.status === 'contested') return 'contested'
  return fromBits((occurred.value === true ? 1 : 0) | (occurred.value === false ? 2 : 0))
}

function reached(
  state: RecordState,
  claims: readonly KnownClaim[],
  events: View['events'],
): Pick<View, 'documents' | 'entities' | 'proceedings'> {
  const ids = new Set<Id>(state.header === undefined ? [] : [state.header.person])
  const documents = new Set<Id>()
  for (const { thing } of claims) {
    for (const id of [thing.subject, thing.speaker, thing.accordingTo]) if (id !== undefined) ids.add(id)
    if (ruleOf(state.properties, thing.property).value === 'entity' && typeof thing.value === 'string')
      ids.add(thing.value)
    for (const id of [thing.document, ...originsOf(thing.document, state.documents)]) documents.add(id)
  }
  for (const { event } of events.values()) {
    for (const id of [event.person, event.proceeding]) if (id !== undefined) ids.add(id)
  }
  const proceedings = new Map([...state.proceedings].filter(([id]) => ids.has(id)))
  for (const { person, body } of proceedings.values()) {
    for (const id of [person, body]) if (id !== undefined) ids.add(id)
  }
  return {
    documents: new Map([...state.documents].filter(([id]) => documents.has(id))),
    entities: new Map([...state.entities].filter(([id]) => ids.has(id))),
    proceedings,
  }
}
