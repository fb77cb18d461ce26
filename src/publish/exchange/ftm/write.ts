/** The record as entities of FollowTheMoney, one JSON object a line. */
import { createHash } from 'node:crypto'
import type {
  Claim,
  DocumentThing,
  EntityThing,
  EventThing,
  Id,
  ProceedingThing,
  RecordState,
  Sha256,
} from '../../../record/index.ts'
import type { ExchangeVocabulary } from '../vocabulary.ts'
import { huridocsCodeOf } from '../vocabulary.ts'
import { sortedClaims } from './claims.ts'
import type { SortedClaims } from './claims.ts'
import type { FtmEntity } from './schema.ts'
import { cleaned, datesOf, ftmId, inPieces } from './values.ts'

export type Originals = (sha256: Sha256) => Promise<Uint8Array | undefined>

/** Lines of JSON, each ended by LF. */
export async function* ftmLines(
  state: RecordState,
  vocabulary: ExchangeVocabulary,
  originals: Originals,
): AsyncGenerator<string> {
  for await (const entity of ftmEntities(state, vocabulary, originals)) yield `${JSON.stringify(entity)}\n`
}

/**
 * Every thing of the record, then every link, then a note for each claim that FollowTheMoney has no place for. A value
 * stands only where a source asserts it and the desk does not refuse it.
 */
export async function* ftmEntities(
  state: RecordState,
  vocabulary: ExchangeVocabulary,
  originals: Originals,
): AsyncGenerator<FtmEntity> {
  const writer = new Writer(state, vocabulary)
  for (const document of state.documents.values()) yield await writer.document(document, originals)
  for (const entity of state.entities.values()) yield writer.entity(entity)
  for (const proceeding of state.proceedings.values()) yield* writer.proceeding(proceeding)
  for (const event of state.events.values()) {
    const written = writer.event(event)
    if (written !== undefined) yield written
  }
  yield* writer.links()
  yield* writer.judgements()
  yield* writer.notes()
}

class Writer {
  readonly #state: RecordState
  readonly #vocabulary: ExchangeVocabulary
  readonly #claims: SortedClaims

  constructor(state: RecordState, vocabulary: ExchangeVocabulary) {
    this.#state = state
    this.#vocabulary = vocabulary
    this.#claims = sortedClaims(state, vocabulary.ftm)
  }

  async document(document: DocumentThing, originals: Originals): Promise<FtmEntity> {
    const { ftm } = this.#vocabulary
    const bytes = document.sha256 === undefined ? undefined : await originals(document.sha256)
    const made = new Making('Document', this.#id('document', document.id), this.#vocabulary)
    made.add('title', document.title)
    made.add('fileName', document.id)
    made.add('publisher', document.publisher)
    made.add('mimeType', document.mediaType)
    if (document.language !== undefined) made.add('language', ftm.languages[document.language])
    const published = document.published === undefined ? undefined : datesOf(document.published, this.#state.zone)
    if (published !== undefined && 'date' in published) made.add('publishedAt', published.date)
    else if (document.published !== undefined) made.note(`Published: ${document.published}`)
    if (/^https?:\/\/[^\s/]+\S*$/.test(document.address ?? '')) made.add('sourceUrl', document.address)
    else if (document.address !== undefined) made.note(`Address: ${document.address}`)
    if (bytes !== undefined) {
      made.add('contentHash', createHash('sha1').update(bytes).digest('hex'))
      made.add('fileSize', String(bytes.length))
    }
    const { sha256, copyOf, retells, rights, note } = document
    for (const [label, text] of Object.entries({ 'SHA-256': sha256, 'Copy of': copyOf, Retells: retells, rights }))
      if (text !== undefined) made.note(`${label}: ${text}`)
    if (note !== undefined) made.note(note)
    return made.done()
  }

  entity(entity: EntityThing): FtmEntity {
    const made = new Making(this.#schemaOf(entity.id), this.#id('entity', entity.id), this.#vocabulary)
    made.add('name', entity.name, entity.id)
    for (const name of entity.names ?? []) made.add('alias', name)
    if (made.schema === 'Address') made.add('full', entity.name)
    if (entity.kind === 'state') {
      const code = [entity.id, ...(entity.names ?? [])].find((text) => /^[a-z]{2}$/i.test(text))
      made.add('country', code?.toLowerCase())
    }
    if (entity.note !== undefined) made.note(entity.note)
    this.#values(made, entity.id)
    return made.done()
  }

  *proceeding(proceeding: ProceedingThing): Generator<FtmEntity> {
    const { id, title, docket, track, round, body, person } = proceeding
    const made = new Making('CourtCase', this.#id('proceeding', id), this.#vocabulary)
    made.add('name', title, id)
    made.add('caseNumber', docket)
    made.add('category', round === 1 ? track : `${track} (round ${round})`)
    made.add('court', body === undefined ? undefined : (this.#state.entities.get(body)?.name ?? body))
    this.#values(made, id)
    yield made.done()
    if (!this.#isParty(person)) return
    const party = new Making('CourtCaseParty', this.#id('party', `${id}\n${person}`), this.#vocabulary)
    party.link('case', this.#id('proceeding', id))
    party.link('party', this.#id('entity', person))
    party.add('role', 'person concerned')
    yield party.done()
  }

  /** Nothing for an event that nobody takes for a fact: its claims stand in notes. */
  event(event: EventThing): FtmEntity | undefined {
    if (!this.#claims.occurred.has(event.id)) return undefined
    const { huridocs } = this.#vocabulary
    const made = new Making('Event', this.#id('event', event.id), this.#vocabulary)
    made.add('name', event.title, event.id)
    made.add('summary', event.type)
    made.add('keywords', event.type)
    made.add('keywords', huridocsCodeOf(huridocs, event.type))
    if (event.person !== undefined && this.#isParty(event.person))
      made.link('involved', this.#id('entity', event.person))
    this.#values(made, event.id)
    return made.done()
  }

  *links(): Generator<FtmEntity> {
    for (const { claim, link } of this.#claims.links) {
      const ends = [claim.subject, String(claim.value)] as const
      const people = ends.every((end) => this.#schemaOf(end) === 'Person')
      const made = new Making(people ? link.schema : 'UnknownLink', this.#id('link', claim.id), this.#vocabulary)
      made.link(people ? link.from : 'subject', this.#id('entity', ends[0]))
      made.link(people ? link.to : 'object', this.#id('entity', ends[1]))
      if (!people) made.add('role', link.otherwise)
      made.add('summary', this.#told(claim))
      made.add('publisher', this.#state.documents.get(claim.document)?.publisher)
      yield made.done()
    }
  }

  /** Whether two names are one person is a judgement: it is told, and nothing is merged. The latest one counts. */
  *judgements(): Generator<FtmEntity> {
    const latest = new Map(
      [...this.#state.identities.values()].map(({ thing }) => [[thing.a, thing.b].sort().join('\n'), thing]),
    )
    for (const { id, a, b, judgement } of latest.values()) {
      const made = new Making('UnknownLink', this.#id('identity', id), this.#vocabulary)
      made.link('subject', this.#id('entity', a))
      made.link('object', this.#id('entity', b))
      made.add(
        'role',
        { same: 'judged the same', different: 'judged different', unsure: 'may be the same' }[judgement],
      )
      yield made.done()
    }
  }

  *notes(): Generator<FtmEntity> {
    for (const { claim, standing } of this.#claims.notes) {
      const made = new Making('Note', this.#id('claim', claim.id), this.#vocabulary)
      const about = this.#aboutOf(claim.subject)
      if (about !== undefined) made.link('entity', about)
      const refused = standing === 'refused' ? 'Refused by those who keep the record. ' : ''
      made.text('description', `${refused}${this.#told(claim)}`)
      if (this.#state.documents.has(claim.document)) made.link('proof', this.#id('document', claim.document))
      yield made.done()
    }
  }

  /** The values that sources assert of a thing, each with the document it rests on. */
  #values(made: Making, subject: Id): void {
    for (const { claim, property } of this.#claims.values.get(subject) ?? []) {
      const text = String(claim.value)
      if (property === 'date') made.dates(datesOf(text, this.#state.zone))
      else if (property === 'involved') made.link('involved', this.#id('entity', text))
      else made.add(property, property === 'nationality' ? text.toLowerCase() : text)
      if (this.#state.documents.has(claim.document)) made.link('proof', this.#id('document', claim.document))
    }
  }

  /** `The ministry: place: Madrid (said 2014-02-19).` */
  #told(claim: Claim): string {
    const name = (id: Id): string => this.#state.entities.get(id)?.name ?? id
    const verb = claim.polarity === 'denied' ? ' denies' : ''
    const value = typeof claim.value === 'string' ? name(claim.value) : String(claim.value)
    const title = this.#state.events.get(claim.subject)?.title
    const about = title === undefined || this.#claims.occurred.has(claim.subject) ? '' : ` [of: ${title}]`
    const when = [
      claim.said === undefined ? '' : `said ${claim.said}`,
      claim.valid === undefined ? '' : `so at ${claim.valid}`,
      claim.accordingTo === undefined ? '' : `according to ${name(claim.accordingTo)}`,
      claim.inferred === undefined ? '' : `inferred: ${claim.inferred}`,
    ].filter((part) => part !== '')
    const closing = when.length === 0 ? '' : ` (${when.join('; ')})`
    return `${name(claim.speaker)}${verb}: ${claim.property}: ${value}${about}${closing}`
  }

  #id(kind: string, id: Id): string {
    return ftmId(this.#state.header?.id ?? '', kind, id)
  }

  #schemaOf(id: Id): string {
    const kind = this.#state.entities.get(id)?.kind
    return kind === undefined ? 'Note' : (this.#vocabulary.ftm.kinds[kind] ?? 'Note')
  }

  #isParty(id: Id): boolean {
    return ['Person', 'Organization', 'PublicBody'].includes(this.#schemaOf(id))
  }

  /** What a note is about. The case is its person's; an event that nobody takes for a fact, its person's too. */
  #aboutOf(subject: Id): string | undefined {
    const { entities, proceedings, events, header } = this.#state
    if (events.has(subject) && this.#claims.occurred.has(subject)) return this.#id('event', subject)
    if (proceedings.has(subject)) return this.#id('proceeding', subject)
    if (entities.has(subject)) return this.#id('entity', subject)
    const person = events.get(subject)?.person ?? header?.person
    return person !== undefined && entities.has(person) ? this.#id('entity', person) : undefined
  }
}

/** One entity while it is made. Values are kept once each, in the order in which they came. */
class Making {
  readonly schema: string
  readonly #id: string
  readonly #vocabulary: ExchangeVocabulary
  readonly #properties = new Map<string, string[]>()

  constructor(schema: string, id: string, vocabulary: ExchangeVocabulary) {
    this.schema = schema
    this.#id = id
    this.#vocabulary = vocabulary
  }

  /** Adds a value that fits; one that is too long goes to the notes, or in pieces where the type is a long text. */
  add(property: string, value: string | undefined, otherwise?: string): void {
    const type = this.#vocabulary.ftm.schemata[this.schema]?.properties[property]
    const clean = (value === undefined ? undefined : cleaned(value)) ?? otherwise
    if (clean === undefined || typeof type !== 'string') return
    if (type === 'text') return this.text(property, clean)
    if (clean.length <= (this.#vocabulary.ftm.types[type] ?? 0)) return this.#put(property, clean)
    this.note(`${property}: ${clean}`)
    if (otherwise !== undefined) this.#put(property, otherwise)
  }

  text(property: string, text: string): void {
    for (const piece of inPieces(text, this.#vocabulary.ftm.types['text'] ?? 0)) this.#put(property, piece)
  }

  note(text: string): void {
    this.text('notes', text)
  }

  link(property: string, id: string): void {
    this.#put(property, id)
  }

  dates(dates: ReturnType<typeof datesOf>): void {
    for (const [property, date] of Object.entries(dates ?? {})) this.add(property, date)
  }

  done(): FtmEntity {
    return { id: this.#id, schema: this.schema, properties: Object.fromEntries(this.#properties) }
  }

  #put(property: string, value: string): void {
    const values = this.#properties.get(property) ?? []
    this.#properties.set(property, values)
    if (!values.includes(value)) values.push(value)
  }
}
