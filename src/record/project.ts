/**
 * The state of a record: a pure fold of its entries. The same entries give the same state, whatever
 * order they arrive in and whatever the clock said: only `sequence` decides.
 */
import type {
  Assessment,
  Body,
  BodyKind,
  CaseHeader,
  Claim,
  Completeness,
  DocumentThing,
  EntityThing,
  Entry,
  EventThing,
  Id,
  Identity,
  Passage,
  Position,
  ProceedingThing,
  Release,
  Ruling,
} from './model.ts'
import type { Instant, Span, Zone } from './time.ts'
import { knownFrom, NEVER, recordedInstant, spanOf } from './known.ts'
import { defaultProperties, ruleOf } from './vocabulary.ts'
import type { PropertyRules } from './vocabulary.ts'

/** A thing somebody came to know, with the first minute at which each audience did. */
export interface Known<T> {
  readonly thing: T
  readonly sequence: number
  /** First minute at which the desk knew; `Infinity` if never. */
  readonly deskFrom: Instant
  /** First minute at which anyone could know; `Infinity` if never. */
  readonly publicFrom: Instant
}

/** A step of a release, and the person whose act it was. */
export interface TakenStep {
  readonly release: Release
  readonly by: string
  readonly recorded: string
  readonly sequence: number
}

export interface KnownClaim extends Known<Claim> {
  /** For properties whose values are dates: the value as a span. */
  readonly span?: Span
}

/** Everything the record holds, by id, each map in the order of entry. Nothing here depends on what is asked. */
export interface RecordState {
  /** Absent only in a record without a `case` entry. */
  readonly header?: CaseHeader
  /** The zone in which dates of this record are read; `UTC` without a header. */
  readonly zone: Zone
  readonly properties: PropertyRules
  readonly documents: ReadonlyMap<Id, DocumentThing>
  readonly entities: ReadonlyMap<Id, EntityThing>
  readonly proceedings: ReadonlyMap<Id, ProceedingThing>
  readonly events: ReadonlyMap<Id, EventThing>
  readonly claims: ReadonlyMap<Id, KnownClaim>
  readonly positions: ReadonlyMap<Id, Known<Position>>
  readonly identities: ReadonlyMap<Id, Known<Identity>>
  readonly completeness: ReadonlyMap<Id, Known<Completeness>>
  readonly assessments: ReadonlyMap<Id, Known<Assessment>>
  /** The latest ruling on each thing, by `kind:id` of the thing. */
  readonly rulings: ReadonlyMap<string, Ruling>
  /** Every step of letting papers out, in order of entry, with who took it. */
  readonly releases: readonly TakenStep[]
  readonly passages: ReadonlyMap<Id, Known<Passage>>
  /** The entry that brought a thing, by `kind:id` (see {@link entryKey}): who entered it and when. */
  readonly entries: ReadonlyMap<string, Entry>
  /** 0 for an empty record. */
  readonly lastSequence: number
}

export interface ProjectOptions {
  /** Only what had been entered by this minute (R): the answer to "what did the record show then?". */
  readonly recordedBy?: Instant
  /** How properties are compared; default {@link defaultProperties}. */
  readonly properties?: PropertyRules
}

/** The id of the thing an entry brings. */
export function idOf(body: Body): Id {
  switch (body.kind) {
    case 'case':
      return body.case.id
    case 'document':
      return body.document.id
    case 'entity':
      return body.entity.id
    case 'proceeding':
      return body.proceeding.id
    case 'event':
      return body.event.id
    case 'claim':
      return body.claim.id
    case 'position':
      return body.position.id
    case 'identity':
      return body.identity.id
    case 'completeness':
      return body.completeness.id
    case 'assessment':
      return body.assessment.id
    case 'ruling':
      return body.ruling.id
    case 'release':
      return body.release.id
    case 'passage':
      return body.passage.id
  }
}

export const entryKey = (kind: BodyKind, id: Id): string => `${kind}:${id}`

/**
 * Folds entries into a state. An id that is already taken is left as it was first entered: an entry
 * never changes an earlier one ({@link validate} refuses such an entry before it is appended).
 */
export function project(entries: Iterable<Entry>, options: ProjectOptions = {}): RecordState {
  const { recordedBy = Infinity, properties = defaultProperties } = options
  const ordered = [...entries]
    .toSorted((a, b) => a.sequence - b.sequence)
    .filter((entry) => recordedBy === Infinity || recordedInstant(entry.recorded) <= recordedBy)
  const header = ordered.map((entry) => entry.body).find((body) => body.kind === 'case')?.case
  const zone = header?.zone ?? 'UTC'
  const state: Growing = {
    zone,
    properties,
    ...(header === undefined ? {} : { header }),
    documents: new Map(),
    entities: new Map(),
    proceedings: new Map(),
    events: new Map(),
    claims: new Map(),
    positions: new Map(),
    identities: new Map(),
    completeness: new Map(),
    assessments: new Map(),
    rulings: new Map(),
    releases: [],
    passages: new Map(),
    entries: new Map(),
    lastSequence: 0,
  }
  return grown(state, ordered)
}

/**
 * The state once further entries have come: the same as projecting all of them, without looking at the earlier ones
 * again. `before` stays as it is.
 */
export function extend(before: RecordState, further: readonly Entry[]): RecordState {
  const isNewer = further.every(({ sequence }) => sequence > before.lastSequence)
  // A header says in which zone dates are read, those of earlier entries too.
  const isHeader = further.some(({ body }) => body.kind === 'case' && before.header === undefined)
  if (!isNewer || isHeader)
    return project([...before.entries.values(), ...further], { properties: before.properties })
  const state: Growing = {
    ...before,
    documents: new Map(before.documents),
    entities: new Map(before.entities),
    proceedings: new Map(before.proceedings),
    events: new Map(before.events),
    claims: new Map(before.claims),
    positions: new Map(before.positions),
    identities: new Map(before.identities),
    completeness: new Map(before.completeness),
    assessments: new Map(before.assessments),
    rulings: new Map(before.rulings),
    releases: [...before.releases],
    passages: new Map(before.passages),
    entries: new Map(before.entries),
  }
  return grown(
    state,
    further.toSorted((a, b) => a.sequence - b.sequence),
  )
}

/** Adds entries in their order; an id that is taken is left as it was. */
function grown(state: Growing, entries: readonly Entry[]): RecordState {
  const add = collector(
    state,
    memoised((date: string) => knownFrom(date, state.zone)),
  )
  for (const entry of entries) {
    state.lastSequence = Math.max(state.lastSequence, entry.sequence)
    const key = entryKey(entry.body.kind, idOf(entry.body))
    if (state.entries.has(key)) continue
    state.entries.set(key, entry)
    add(entry)
  }
  return state
}

type Mutable<M> = M extends ReadonlyMap<infer K, infer V> ? Map<K, V> : M extends readonly (infer T)[] ? T[] : M
type Growing = { readonly [K in keyof RecordState]: Mutable<RecordState[K]> } & { lastSequence: number }

/** Puts what an entry brings into its map. `when` says from which minute a date of learning counts. */
function collector(state: Growing, when: (date: string) => Instant): (entry: Entry) => void {
  const known = <T extends { readonly learned: string }>(thing: T, sequence: number): Known<T> => ({
    thing,
    sequence,
    deskFrom: when(thing.learned),
    publicFrom: NEVER,
  })
  const knownClaim = (claim: Claim, sequence: number): KnownClaim => {
    const isDate = ruleOf(state.properties, claim.property).value === 'date'
    const span = isDate ? spanOf(claim.value, state.zone) : undefined
    const publicFrom = claim.public === undefined ? NEVER : when(claim.public)
    return { ...known(claim, sequence), publicFrom, ...(span === undefined ? {} : { span }) }
  }
  return ({ body, sequence, by, recorded }) => {
    const id = idOf(body)
    if (body.kind === 'document') state.documents.set(id, body.document)
    else if (body.kind === 'entity') state.entities.set(id, body.entity)
    else if (body.kind === 'proceeding') state.proceedings.set(id, body.proceeding)
    else if (body.kind === 'event') state.events.set(id, body.event)
    else if (body.kind === 'claim') state.claims.set(id, knownClaim(body.claim, sequence))
    else if (body.kind === 'position') state.positions.set(id, known(body.position, sequence))
    else if (body.kind === 'identity') state.identities.set(id, known(body.identity, sequence))
    else if (body.kind === 'completeness') state.completeness.set(id, known(body.completeness, sequence))
    else if (body.kind === 'assessment') state.assessments.set(id, known(body.assessment, sequence))
    else if (body.kind === 'ruling') state.rulings.set(entryKey(body.ruling.of, body.ruling.thing), body.ruling)
    else if (body.kind === 'release') state.releases.push({ release: body.release, by, recorded, sequence })
    else if (body.kind === 'passage') state.passages.set(id, known(body.passage, sequence))
  }
}

function memoised<T>(compute: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>()
  return (text) => {
    const cached = found.get(text)
    if (cached !== undefined) return cached
    const value = compute(text)
    found.set(text, value)
    return value
  }
}
