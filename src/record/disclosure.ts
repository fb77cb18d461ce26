/**
 * What of a record may go to whom. The only place that decides it: everything made for somebody outside the desk is
 * built from the state that {@link disclosedTo} gives, and so cannot hold what that state does not hold.
 *
 * A thing is as closed as the strictest thing it rests on: a claim as its document, its speaker and its subject, a
 * document as the one it copies or retells, an event as its proceeding and its person.
 */
import { knownFrom } from './known.ts'
import { mentionsAny } from './mentions.ts'
import { originsOf } from './property.ts'
import type {
  Assessment,
  Audience,
  CaseHeader,
  Claim,
  DateText,
  Disclosure,
  DocumentThing,
  EntityThing,
  EventThing,
  Id,
  Position,
  ProceedingThing,
  RuledKind,
} from './model.ts'
import { renamed, tellingNames } from './rename.ts'
import { entryKey, type Known, type KnownClaim, type RecordState } from './project.ts'
import type { Instant } from './time.ts'
import { ruleOf } from './vocabulary.ts'

/** From the widest to the narrowest. A level that is not understood counts as sealed. */
const ranks: ReadonlyMap<string, number> = new Map([
  ['public', 0],
  ['counsel', 1],
  ['internal', 2],
  ['sealed', 3],
])
const SEALED = 3
const rankOf = (level: Disclosure): number => ranks.get(level) ?? SEALED
const ceilings: Readonly<Record<Audience, number>> = { public: 0, counsel: 1, desk: SEALED }

/** What stands for the desk's own words where a copy for others must say something. */
export const NOT_IN_THIS_COPY = 'not part of this copy'

/** What holds of one thing now: the latest ruling on it, or else what it was entered with. */
export interface Permit {
  readonly disclosure: Disclosure
  readonly embargo?: DateText
  readonly described?: string
}

interface Levelled {
  readonly id: Id
  readonly disclosure?: Disclosure
  readonly embargo?: DateText
  readonly described?: string
}

/** How far a thing may go, by itself, whatever it rests on. */
export function permitOf(state: RecordState, kind: RuledKind, thing: Levelled): Permit {
  const ruling = state.rulings.get(entryKey(kind, thing.id))
  const fallback = kind === 'assessment' ? 'internal' : 'public'
  const { embargo, described } = ruling ?? thing
  return {
    disclosure: ruling?.disclosure ?? thing.disclosure ?? fallback,
    ...(embargo === undefined ? {} : { embargo }),
    ...(described === undefined ? {} : { described }),
  }
}

/** Whether a thing alone may go to `audience` at `on`. Sealed things never leave, and an unreadable embargo holds. */
export function isOpen(
  state: RecordState,
  { disclosure, embargo }: Permit,
  audience: Audience,
  on: Instant,
): boolean {
  if (audience === 'desk') return true
  return rankOf(disclosure) <= ceilings[audience] && (embargo === undefined || knownFrom(embargo, state.zone) <= on)
}

/** How a person, body or place may appear: by name, under the agreed description, or not at all. */
type Appearance =
  { readonly as: 'named' } | { readonly as: 'described'; readonly text: string } | { readonly as: 'closed' }
const named: Appearance = { as: 'named' }
const closed: Appearance = { as: 'closed' }

/**
 * The record as far as `audience` may have it at `on`: known to it by that minute, and open then. The desk gets the
 * state itself.
 *
 * For others: only open things that an open claim leads to; the names of protected persons replaced by what was
 * agreed, everything that mentions such a name left out; notes, grades, reasons, names of those at the desk, and who
 * brought a paper left out. To the public a thing counts as learned on the day it became public.
 */
export function disclosedTo(state: RecordState, audience: Audience, on: Instant): RecordState {
  return audience === 'desk' ? state : new Sieve(state, audience, on).state()
}

class Sieve {
  readonly #from: RecordState
  readonly #audience: Exclude<Audience, 'desk'>
  readonly #on: Instant
  readonly #appearances: ReadonlyMap<Id, Appearance>
  readonly #mentions: (text: string | undefined) => boolean
  readonly #documents: ReadonlySet<Id>
  readonly #proceedings: ReadonlySet<Id>
  readonly #events: ReadonlySet<Id>
  readonly #isTelling: (id: Id) => boolean

  constructor(from: RecordState, audience: Exclude<Audience, 'desk'>, on: Instant) {
    this.#from = from
    this.#audience = audience
    this.#on = on
    this.#appearances = new Map([...from.entities.values()].map((e) => [e.id, this.#appearanceOf(e)]))
    const hidden = [...from.entities.values()].filter((e) => this.#appearance(e.id).as !== 'named')
    const names = hidden.flatMap((e) => [e.name, ...(e.names ?? [])])
    this.#mentions = mentionsAny(names)
    this.#isTelling = mentionsAny([...names, ...hidden.map((e) => e.id)])
    this.#documents = idsWhere(from.documents, (d) => this.#isDocumentOpen(d))
    this.#proceedings = idsWhere(from.proceedings, (p) => this.#isProceedingOpen(p))
    this.#events = idsWhere(from.events, (e) => this.#isEventOpen(e))
  }

  state(): RecordState {
    const open = this.#openState()
    const isProtected = (id: Id): boolean => this.#appearance(id).as === 'described'
    return renamed(open, tellingNames(open, isProtected, this.#isTelling))
  }

  #openState(): RecordState {
    const from = this.#from
    const header = this.#header(from.header)
    const claims = mapped(from.claims, (known) => this.#claim(known))
    const reach = new Set(
      [...claims.values()].flatMap(({ thing: { subject, document } }) => [
        subject,
        document,
        ...originsOf(document, from.documents),
      ]),
    )
    const events = mapped(from.events, (e) => (reach.has(e.id) && this.#events.has(e.id) ? e : undefined))
    for (const { proceeding } of events.values()) if (proceeding !== undefined) reach.add(proceeding)
    const proceedings = mapped(from.proceedings, (p) => (reach.has(p.id) ? this.#proceeding(p) : undefined))
    const people = this.#entities([
      header?.person,
      ...[...claims.values()].flatMap(({ thing }) => [
        thing.subject,
        thing.speaker,
        thing.accordingTo,
        String(thing.value),
      ]),
      ...[...events.values()].map((e) => e.person),
      ...[...proceedings.values()].flatMap((p) => [p.person, p.body]),
    ])
    return {
      zone: from.zone,
      properties: from.properties,
      ...(header === undefined ? {} : { header }),
      documents: mapped(from.documents, (d) => (reach.has(d.id) ? this.#document(d, reach) : undefined)),
      proceedings,
      events,
      claims,
      entities: people,
      ...this.#judgements(claims, proceedings, people),
      rulings: new Map(),
      releases: [],
      passages: new Map(),
      entries: new Map(),
      lastSequence: Math.max(0, ...[...claims.values()].map(({ sequence }) => sequence)),
    }
  }

  /** What the desk holds of what it knows. The public gets only assessments that are public themselves. */
  #judgements(
    claims: RecordState['claims'],
    proceedings: RecordState['proceedings'],
    people: RecordState['entities'],
  ): Pick<RecordState, 'positions' | 'identities' | 'completeness' | 'assessments'> {
    const { positions, identities, completeness, assessments } = this.#from
    const own = this.#audience === 'counsel'
    return {
      positions: mapped(positions, (known) => (own ? this.#position(known, claims) : undefined)),
      identities: mapped(identities, (known) =>
        own && people.has(known.thing.a) && people.has(known.thing.b) ? this.#unsigned(known) : undefined,
      ),
      completeness: mapped(completeness, (known) => {
        const { proceeding } = known.thing
        return own && (proceeding === undefined || proceedings.has(proceeding)) ? this.#unsigned(known) : undefined
      }),
      assessments: mapped(assessments, (known) => this.#assessment(known, claims)),
    }
  }

  #permits(kind: RuledKind, thing: Levelled): boolean {
    return isOpen(this.#from, permitOf(this.#from, kind, thing), this.#audience, this.#on)
  }

  #appearanceOf(entity: EntityThing): Appearance {
    const permit = permitOf(this.#from, 'entity', entity)
    if (isOpen(this.#from, permit, this.#audience, this.#on)) return named
    const { disclosure, described } = permit
    return described === undefined || rankOf(disclosure) === SEALED ? closed : { as: 'described', text: described }
  }

  #appearance(id: Id | undefined): Appearance {
    return (id === undefined ? undefined : this.#appearances.get(id)) ?? named
  }

  #isClosed(id: Id | undefined): boolean {
    return this.#appearance(id).as === 'closed'
  }

  /** Up the whole line of copies and retellings; a circle is looked at once. */
  #isDocumentOpen(document: DocumentThing, seen: ReadonlySet<Id> = new Set()): boolean {
    if (!this.#permits('document', document)) return false
    if ([document.title, document.publisher, document.address].some((text) => this.#mentions(text))) return false
    return [document.copyOf, document.retells].every((up) => {
      const origin = up === undefined || seen.has(up) ? undefined : this.#from.documents.get(up)
      return origin === undefined || this.#isDocumentOpen(origin, new Set([...seen, document.id]))
    })
  }

  #isProceedingOpen(p: ProceedingThing): boolean {
    return (
      this.#permits('proceeding', p) &&
      !this.#isClosed(p.person) &&
      !this.#mentions(p.title) &&
      !this.#mentions(p.docket)
    )
  }

  #isEventOpen(event: EventThing): boolean {
    return (
      this.#permits('event', event) &&
      !this.#isClosed(event.person) &&
      (event.proceeding === undefined || this.#proceedings.has(event.proceeding)) &&
      !this.#mentions(event.title)
    )
  }

  /** Whether a claim may be about it. A name that leads nowhere is taken for closed. */
  #isSubjectOpen(id: Id): boolean {
    const { header, events, proceedings, entities } = this.#from
    if (id === header?.id) return true
    if (events.has(id)) return this.#events.has(id)
    if (proceedings.has(id)) return this.#proceedings.has(id)
    return entities.has(id) && !this.#isClosed(id)
  }

  #claim(known: KnownClaim): KnownClaim | undefined {
    const claim = known.thing
    const value = this.#valueEntity(claim)
    if (
      (this.#audience === 'public' ? known.publicFrom : known.deskFrom) > this.#on ||
      !this.#permits('claim', claim) ||
      !this.#documents.has(claim.document) ||
      !this.#isSubjectOpen(claim.subject) ||
      [claim.speaker, claim.accordingTo, value].some((id) => this.#isClosed(id)) ||
      [String(claim.value), claim.place?.quote].some((text) => this.#mentions(text))
    )
      return undefined
    return { ...known, thing: this.#outward(claim) }
  }

  #valueEntity(claim: Claim): Id | undefined {
    const isEntity = ruleOf(this.#from.properties, claim.property).value === 'entity'
    return isEntity && typeof claim.value === 'string' ? claim.value : undefined
  }

  /** A claim without what is the desk's own: how it weighs it, what it noted, when it came to hold it. */
  #outward(claim: Claim): Claim {
    const { place, grade: _grade, note: _note, inferred, ...rest } = claim
    return {
      ...rest,
      ...(inferred === undefined ? {} : { inferred: NOT_IN_THIS_COPY }),
      ...(place === undefined ? {} : { place: withoutSurroundings(place) }),
      ...(this.#audience === 'public' && claim.public !== undefined ? { learned: claim.public } : {}),
    }
  }

  #header(header: CaseHeader | undefined): CaseHeader | undefined {
    if (header === undefined) return undefined
    const { note: _note, ...rest } = header
    const appearance = this.#appearance(header.person)
    if (appearance.as === 'closed' || this.#mentions(header.desk)) return undefined
    const title = appearance.as === 'described' ? appearance.text : header.title
    if (this.#mentions(title)) return undefined
    return { ...rest, title, learnedRule: NOT_IN_THIS_COPY }
  }

  #proceeding(p: ProceedingThing): ProceedingThing | undefined {
    if (!this.#proceedings.has(p.id)) return undefined
    const { body, ...rest } = p
    return { ...rest, ...(body === undefined || this.#isClosed(body) ? {} : { body }) }
  }

  /** Those who are reached, named or under their description. */
  #entities(reached: readonly (Id | undefined)[]): RecordState['entities'] {
    const wanted = new Set(reached)
    const shown = [...this.#from.entities.values()].flatMap((entity): readonly EntityThing[] => {
      const appearance = this.#appearance(entity.id)
      if (!wanted.has(entity.id) || appearance.as === 'closed') return []
      const { id, kind } = entity
      return [appearance.as === 'named' ? withoutNote(entity) : { id, kind, name: appearance.text }]
    })
    return new Map(shown.map((entity) => [entity.id, entity]))
  }

  #document(document: DocumentThing, reach: ReadonlySet<Id>): DocumentThing {
    const { note: _note, broughtBy: _broughtBy, arrived: _arrived, copyOf, retells, ...rest } = document
    return {
      ...rest,
      ...(copyOf === undefined || !reach.has(copyOf) ? {} : { copyOf }),
      ...(retells === undefined || !reach.has(retells) ? {} : { retells }),
    }
  }

  #position(known: Known<Position>, claims: ReadonlyMap<Id, KnownClaim>): Known<Position> | undefined {
    const { thing } = known
    const kept = thing.claims.filter((id) => claims.has(id))
    if (!this.#isSubjectOpen(thing.subject) || kept.length === 0) return undefined
    return this.#unsigned({ ...known, thing: { ...thing, claims: kept } })
  }

  /** What the desk holds, without who holds it and why; nothing while it was not known. */
  #unsigned<T extends { readonly by: string; readonly because: string }>(known: Known<T>): Known<T> | undefined {
    if (known.deskFrom > this.#on) return undefined
    return { ...known, thing: { ...known.thing, by: NOT_IN_THIS_COPY, because: NOT_IN_THIS_COPY } }
  }

  #assessment(known: Known<Assessment>, claims: ReadonlyMap<Id, KnownClaim>): Known<Assessment> | undefined {
    const { thing } = known
    if (known.deskFrom > this.#on || !this.#permits('assessment', thing)) return undefined
    if ([thing.by, thing.reasons].some((text) => this.#mentions(text))) return undefined
    if (thing.subject !== undefined && !this.#isSubjectOpen(thing.subject)) return undefined
    const evidence = (thing.evidence ?? []).filter((id) => claims.has(id) || this.#documents.has(id))
    return { ...known, publicFrom: known.deskFrom, thing: { ...thing, evidence } }
  }
}

const idsWhere = <T>(things: ReadonlyMap<Id, T>, isKept: (thing: T) => boolean): ReadonlySet<Id> =>
  new Set([...things].filter(([, thing]) => isKept(thing)).map(([id]) => id))

/** Things outward, by the id that they have outside. */
function mapped<T extends { readonly id: Id } | Known<{ readonly id: Id }>>(
  things: ReadonlyMap<Id, T>,
  outward: (thing: T) => T | undefined,
): ReadonlyMap<Id, T> {
  const shown = [...things.values()].flatMap((thing) => outward(thing) ?? [])
  return new Map(shown.map((thing) => ['thing' in thing ? thing.thing.id : thing.id, thing]))
}

function withoutNote(entity: EntityThing): EntityThing {
  const { note: _note, described: _described, ...rest } = entity
  return rest
}

function withoutSurroundings(place: NonNullable<Claim['place']>): NonNullable<Claim['place']> {
  const { prefix: _prefix, suffix: _suffix, ...rest } = place
  return rest
}
