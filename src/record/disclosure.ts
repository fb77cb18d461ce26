/**
 * What of a record may go to whom. The only place that decides it: everything made for somebody outside the desk is
 * built from the state that {@link disclosedTo} gives, and so cannot hold what that state does not hold.
 *
 * A thing is as closed as the strictest thing it rests on: a claim as its document, its speaker and its subject, a
 * document as the one it copies or retells, an event as its proceeding and its person.
 */
import { type Appearances, appearancesOf } from './appearance.ts'
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
  Position,
  ProceedingThing,
  RuledKind,
} from './model.ts'
import { isOpen, type Levelled, permitOf } from './permit.ts'
import type { Known, KnownClaim, RecordState } from './project.ts'
import { originsOf } from './property.ts'
import { idsOf, renamed, tellingNames } from './rename.ts'
import type { Instant } from './time.ts'
import { ruleOf } from './vocabulary.ts'

/** What stands for the desk's own words where a copy for others must say something. */
export const NOT_IN_THIS_COPY = 'not part of this copy'

/**
 * The record as far as `audience` may have it at `on`: known to it by that minute, and open then. The desk gets the
 * state itself.
 *
 * For others: only open things that an open claim leads to; the names of protected persons replaced by what was
 * agreed, everything that mentions such a name left out; notes, grades, reasons, names of those at the desk, and who
 * brought a paper left out. To the public a thing counts as learned on the day it became public.
 *
 * @param on not later than today: a moment to come would lift embargoes before their time
 */
export function disclosedTo(state: RecordState, audience: Audience, on: Instant): RecordState {
  if (audience === 'desk') return state
  const before = sieved.get(state)?.get(audience)
  if (before?.on === on) return before.open
  const open = new Sieve(state, audience, on).state()
  const ofState = sieved.get(state) ?? new Map<Audience, Sieved>()
  sieved.set(state, ofState.set(audience, { on, open }))
  return open
}

interface Sieved {
  readonly on: Instant
  readonly open: RecordState
}

/** The last answer to each audience: one paper asks for it several times. A state never changes. */
const sieved = new WeakMap<RecordState, Map<Audience, Sieved>>()

/** Properties of a person that are the name itself, or as good as it. */
const telling: ReadonlySet<string> = new Set(['name', 'born'])

/**
 * Keys whose texts name nobody: ids, which are renamed at the end where they tell, and words of closed lists. Every
 * other text of every thing is looked at, those of keys that are yet to come included.
 */
const quietKeys: ReadonlySet<string> = new Set(
  (
    'id subject speaker accordingTo document person proceeding copyOf retells a b claims evidence ' +
    'disclosure property polarity kind type track mediaType language sha256 stance judgement answer zone'
  ).split(' '),
)

class Sieve {
  readonly #from: RecordState
  readonly #audience: Exclude<Audience, 'desk'>
  readonly #on: Instant
  readonly #appearances: Appearances
  readonly #header: CaseHeader | undefined
  readonly #documents: ReadonlySet<Id>
  readonly #proceedings: ReadonlySet<Id>
  readonly #events: ReadonlySet<Id>

  constructor(from: RecordState, audience: Exclude<Audience, 'desk'>, on: Instant) {
    this.#from = from
    this.#audience = audience
    this.#on = on
    this.#appearances = appearancesOf(from, audience, on)
    this.#header = this.#headerOf(from.header)
    this.#documents = idsWhere(from.documents, (d) => this.#isDocumentOpen(d))
    this.#proceedings = idsWhere(from.proceedings, (p) => this.#isProceedingOpen(p))
    this.#events = idsWhere(from.events, (e) => this.#isEventOpen(e))
  }

  state(): RecordState {
    const open = this.#openState()
    const isProtected = (id: Id): boolean => this.#appearances.of(id).as === 'described'
    const taken = new Set(idsOf(this.#from))
    return renamed(open, tellingNames(open, isProtected, this.#appearances.isTelling, taken))
  }

  #openState(): RecordState {
    const from = this.#from
    const header = this.#header
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
    const entities = this.#entities([
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
    const things = {
      zone: from.zone,
      properties: from.properties,
      ...(header === undefined ? {} : { header }),
      documents: mapped(from.documents, (d) => (reach.has(d.id) ? outwardDocument(d, reach) : undefined)),
      proceedings,
      events,
      claims,
      entities,
      lastSequence: Math.max(0, ...[...claims.values()].map(({ sequence }) => sequence)),
    }
    return {
      ...things,
      ...this.#judgements(things),
      rulings: new Map(),
      releases: [],
      passages: new Map(),
      entries: new Map(),
    }
  }

  /** What the desk holds of what it knows. The public gets only assessments that are public themselves. */
  #judgements(
    open: Pick<RecordState, 'header' | 'claims' | 'documents' | 'entities' | 'events' | 'proceedings'>,
  ): Pick<RecordState, 'positions' | 'identities' | 'completeness' | 'assessments'> {
    const { positions, identities, completeness, assessments } = this.#from
    const own = this.#audience === 'counsel'
    const subjects = new Set([
      open.header?.id,
      ...[open.entities, open.events, open.proceedings].flatMap((held) => [...held.keys()]),
    ])
    const isNamed = (id: Id): boolean => open.entities.has(id) && this.#appearances.of(id).as === 'named'
    return {
      positions: mapped(positions, (known) =>
        own && subjects.has(known.thing.subject) ? this.#position(known, open.claims) : undefined,
      ),
      identities: mapped(identities, (known) =>
        own && isNamed(known.thing.a) && isNamed(known.thing.b) ? this.#unsigned(known) : undefined,
      ),
      completeness: mapped(completeness, (known) =>
        own ? this.#completeness(known, open.proceedings) : undefined,
      ),
      assessments: mapped(assessments, (known) =>
        known.thing.subject === undefined || subjects.has(known.thing.subject)
          ? this.#assessment(known, open)
          : undefined,
      ),
    }
  }

  #permits(kind: RuledKind, thing: Levelled): boolean {
    return isOpen(this.#from, permitOf(this.#from, kind, thing), this.#audience, this.#on)
  }

  #isClosed(id: Id | undefined): boolean {
    return this.#appearances.of(id).as === 'closed'
  }

  /** Whether any text of a thing names somebody who may not be named, whatever the thing is and in whatever field. */
  #tells(thing: object): boolean {
    const appearances = this.#appearances
    // An id that was typed where a name belongs leads to the person as well.
    return textsIn(thing).some((text) => appearances.mentions(text) || appearances.of(text).as !== 'named')
  }

  /** Up the whole line of copies and retellings; a circle is looked at once. */
  #isDocumentOpen(document: DocumentThing, seen: ReadonlySet<Id> = new Set()): boolean {
    if (!this.#permits('document', document)) return false
    if (this.#tells(outwardDocument(document, new Set()))) return false
    return [document.copyOf, document.retells].every((up) => {
      const origin = up === undefined || seen.has(up) ? undefined : this.#from.documents.get(up)
      return origin === undefined || this.#isDocumentOpen(origin, new Set([...seen, document.id]))
    })
  }

  #isProceedingOpen(p: ProceedingThing): boolean {
    const { body: _body, ...rest } = p
    return this.#permits('proceeding', p) && !this.#isClosed(p.person) && !this.#tells(rest)
  }

  #isEventOpen(event: EventThing): boolean {
    return (
      this.#permits('event', event) &&
      !this.#isClosed(event.person) &&
      (event.proceeding === undefined || this.#proceedings.has(event.proceeding)) &&
      !this.#tells(event)
    )
  }

  /** Whether a claim may be about it. A name that leads nowhere is taken for closed. */
  #isSubjectOpen(id: Id): boolean {
    const { header, events, proceedings, entities } = this.#from
    if (id === header?.id) return this.#header !== undefined
    if (events.has(id)) return this.#events.has(id)
    if (proceedings.has(id)) return this.#proceedings.has(id)
    return entities.has(id) && !this.#isClosed(id)
  }

  #claim(known: KnownClaim): KnownClaim | undefined {
    const claim = known.thing
    const isEntity = ruleOf(this.#from.properties, claim.property).value === 'entity'
    const value = isEntity && typeof claim.value === 'string' ? claim.value : undefined
    if (
      (this.#audience === 'public' ? known.publicFrom : known.deskFrom) > this.#on ||
      !this.#permits('claim', claim) ||
      !this.#documents.has(claim.document) ||
      !this.#isSubjectOpen(claim.subject) ||
      [claim.speaker, claim.accordingTo, value].some((id) => this.#isClosed(id)) ||
      (telling.has(claim.property) && this.#appearances.of(claim.subject).as !== 'named')
    )
      return undefined
    const thing = this.#outward(claim)
    const { value: said, ...rest } = thing
    return this.#tells(value === undefined ? { ...rest, said } : rest) ? undefined : { ...known, thing }
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

  #headerOf(header: CaseHeader | undefined): CaseHeader | undefined {
    if (header === undefined) return undefined
    const { note: _note, ...rest } = header
    const appearance = this.#appearances.of(header.person)
    if (appearance.as === 'closed') return undefined
    const title = appearance.as === 'described' ? appearance.text : header.title
    const outward = { ...rest, title, learnedRule: NOT_IN_THIS_COPY }
    return this.#tells(outward) ? undefined : outward
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
      const appearance = this.#appearances.of(entity.id)
      if (!wanted.has(entity.id) || appearance.as === 'closed') return []
      const { id, kind } = entity
      if (appearance.as === 'described') return [{ id, kind, name: appearance.text, described: appearance.text }]
      return [withoutNote(entity)]
    })
    return new Map(shown.map((entity) => [entity.id, entity]))
  }

  #position(known: Known<Position>, claims: ReadonlyMap<Id, KnownClaim>): Known<Position> | undefined {
    const kept = known.thing.claims.filter((id) => claims.has(id))
    return kept.length === 0 ? undefined : this.#unsigned({ ...known, thing: { ...known.thing, claims: kept } })
  }

  #completeness(
    known: Known<Completeness>,
    proceedings: RecordState['proceedings'],
  ): Known<Completeness> | undefined {
    const { proceeding, where = {} } = known.thing
    const isTold = Object.entries(where)
      .flat()
      .some((text) => this.#appearances.isTelling(text))
    return isTold || (proceeding !== undefined && !proceedings.has(proceeding)) ? undefined : this.#unsigned(known)
  }

  /** What the desk holds, without who holds it and why; nothing while it was not known, or where it names somebody. */
  #unsigned<T extends { readonly by: string; readonly because: string }>(known: Known<T>): Known<T> | undefined {
    if (known.deskFrom > this.#on) return undefined
    const thing = { ...known.thing, by: NOT_IN_THIS_COPY, because: NOT_IN_THIS_COPY }
    return this.#tells(thing) ? undefined : { ...known, thing }
  }

  #assessment(
    known: Known<Assessment>,
    { claims, documents }: Pick<RecordState, 'claims' | 'documents'>,
  ): Known<Assessment> | undefined {
    const { thing } = known
    if (known.deskFrom > this.#on || !this.#permits('assessment', thing) || this.#tells(thing)) return undefined
    const evidence = (thing.evidence ?? []).filter((id) => claims.has(id) || documents.has(id))
    return { ...known, publicFrom: known.deskFrom, thing: { ...thing, evidence } }
  }
}

/** Every text in a thing that could name somebody, lists and inner things included. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => (quietKeys.has(key) ? [] : textsIn(held)))
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

/** A document without what is the desk's own, leading only to those that go with it. */
function outwardDocument(document: DocumentThing, reach: ReadonlySet<Id>): DocumentThing {
  const { note: _note, broughtBy: _broughtBy, arrived: _arrived, copyOf, retells, ...rest } = document
  return {
    ...rest,
    ...(copyOf === undefined || !reach.has(copyOf) ? {} : { copyOf }),
    ...(retells === undefined || !reach.has(retells) ? {} : { retells }),
  }
}

function withoutNote(entity: EntityThing): EntityThing {
  const { note: _note, described: _described, ...rest } = entity
  return rest
}

function withoutSurroundings(place: NonNullable<Claim['place']>): NonNullable<Claim['place']> {
  const { prefix: _prefix, suffix: _suffix, ...rest } = place
  return rest
}
