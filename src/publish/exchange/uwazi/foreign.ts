/**
 * Tables from other people's Uwazi, as bodies that a named person may enter. The table itself is the source: it is kept
 * as a document, and every value is a claim that its publisher makes in it. Nothing is guessed: what is not understood
 * is refused, cell by cell.
 */
import { slugOf } from '../../../casework/index.ts'
import type { Body, Claim, DateText, Disclosure, DocumentThing, Id, RecordState } from '../../../record/index.ts'
import type { Sha256 } from '../../../record/index.ts'
import { cellsByHeader, filled, misfit, Tally } from '../csv/read.ts'
import type { ReadBody } from '../csv/read.ts'
import { sha256Of } from '../../../platform/index.ts'
import { shown } from '../problems.ts'
import type { CellProblem } from '../problems.ts'
import type { UwaziVocabulary } from '../vocabulary.ts'
import { addressIn, alike, dateIn, languageIn, numberIn, partsOf, placeIn, stateIn } from './foreign-values.ts'
import type { DateOrder, Understood } from './foreign-values.ts'
import type { UwaziImport, UwaziTable } from './read.ts'

export const foreignKinds = ['person', 'body', 'state', 'place', 'event', 'document'] as const
export type ForeignKind = (typeof foreignKinds)[number]

export interface ForeignOptions {
  readonly vocabulary: UwaziVocabulary
  /** What the record holds already: names in it are not given again. */
  readonly state: RecordState
  /** What the rows are, where no column says it. */
  readonly kind?: ForeignKind
  /** Whose database it is. */
  readonly publisher: string
  readonly broughtBy: string
  /** When the desk came to hold the table. */
  readonly learned: DateText
  readonly disclosure: Disclosure
  readonly dates?: DateOrder
  /** Ids of event types by their labels, as {@link alike} compares them. */
  readonly eventTypes: ReadonlyMap<string, string>
}

/** Reads a table as bodies: the document and its publisher first, then what each row says. */
export async function readForeignTable(
  table: UwaziTable,
  bytes: Uint8Array,
  options: ForeignOptions,
): Promise<UwaziImport> {
  const reading = new Reading(table, options, sha256Of(bytes))
  reading.blobs.set(sha256Of(bytes), bytes)
  for (const row of table.rows) {
    const wrong = misfit(table.header, row)
    if (wrong === undefined) await reading.row(row.row, cellsByHeader(table.header, row))
    else reading.tally.refused(filled(row), filled(row), [{ file: table.file, row: row.row, ...wrong }])
  }
  return { bodies: reading.bodies, blobs: reading.blobs, report: reading.tally.report() }
}

/** One row while it is read: what it is about, and which of its cells were not understood. */
interface Taking {
  readonly row: number
  readonly kind: ForeignKind
  readonly subject: Id
  readonly title: string
  readonly problems: CellProblem[]
}

type Cell = readonly [label: string, text: string]

class Reading {
  readonly bodies: ReadBody[] = []
  readonly blobs = new Map<Sha256, Uint8Array>()
  readonly tally = new Tally()
  readonly #table: UwaziTable
  readonly #options: ForeignOptions
  readonly #taken: Set<Id>
  readonly #source: Id
  readonly #speaker: Id

  constructor(table: UwaziTable, options: ForeignOptions, sha256: Sha256) {
    this.#table = table
    this.#options = options
    const { claims, documents, entities, events, proceedings, header } = options.state
    this.#taken = new Set([
      ...claims.keys(),
      ...documents.keys(),
      ...entities.keys(),
      ...events.keys(),
      ...proceedings.keys(),
    ])
    if (header !== undefined) this.#taken.add(header.id)
    const { publisher } = options
    const known = [...entities.values()].find(({ kind, name }) => kind === 'body' && name === publisher)
    this.#speaker = known?.id ?? this.#freeId(slugOf(publisher))
    if (known === undefined)
      this.#add(1, { kind: 'entity', entity: { id: this.#speaker, kind: 'body', name: publisher } })
    this.#source = this.#freeId(slugOf(table.file.replace(/\.[a-z]+$/i, '')))
    const document: DocumentThing = {
      id: this.#source,
      title: `Table ${table.file}`,
      publisher,
      sha256,
      mediaType: 'text/csv',
      broughtBy: options.broughtBy,
      arrived: options.learned,
      disclosure: options.disclosure,
    }
    this.#add(1, { kind: 'document', document })
  }

  async row(row: number, cells: ReadonlyMap<string, string>): Promise<void> {
    const title = this.#titleOf(cells)
    const kind = this.#kindOf(cells)
    const at = { file: this.#table.file, row }
    const refuseRow = (problem: Omit<CellProblem, 'file' | 'row'>): void =>
      this.tally.refused(cells.size, cells.size, [
        { ...at, ...problem, remedy: `${problem.remedy} The row was not kept.` },
      ])
    if (title === undefined)
      return refuseRow({
        column: 'title',
        why: 'The row has no title.',
        remedy: 'Uwazi needs one, and so do people.',
      })
    if (kind === undefined) {
      const remedy = 'Say what the rows are with --as person, body, state, place, event or document.'
      return refuseRow({ column: 'Template', why: 'Nothing says what this row is about.', remedy })
    }
    const taking: Taking = { row, kind, title: title.text, subject: this.#freeId(slugOf(title.text)), problems: [] }
    const rest = [...cells].filter(([label]) => label !== title.label && alike(label) !== 'template')
    if (kind === 'document') await this.#document(taking, rest)
    else this.#thing({ ...taking, kind }, rest)
    if (taking.problems.length === 0) this.tally.kept(cells.size)
    else {
      const refused = new Set(taking.problems.map(({ column }) => column)).size
      this.tally.refused(cells.size, refused, taking.problems)
    }
  }

  /** A person, body, State, place or event, and a claim for every cell that is understood. */
  #thing(taking: Taking & { readonly kind: Exclude<ForeignKind, 'document'> }, cells: readonly Cell[]): void {
    const { kind, subject, title, row } = taking
    const known = cells.map(([label, text]) => ({ label, text, property: this.#propertyOf(kind, label) }))
    const named = known.flatMap(({ label, text }) => (/^title__[a-z]{2}$/i.test(label) ? [text] : []))
    if (kind === 'event')
      this.#event(
        taking,
        known.find(({ property }) => property === 'type'),
      )
    else {
      const entity = { id: subject, kind, name: title }
      this.#add(row, { kind: 'entity', entity: named.length === 0 ? entity : { ...entity, names: named } })
    }
    for (const { label, text, property } of known) {
      if (property === 'type' || (kind !== 'event' && /^title__[a-z]{2}$/i.test(label))) continue
      if (property === undefined) this.#unknown(taking, label, text)
      else this.#claims(taking, label, text, property)
    }
  }

  #event(taking: Taking, type: { readonly label: string; readonly text: string } | undefined): void {
    const known = type === undefined ? undefined : this.#options.eventTypes.get(alike(type.text))
    if (type !== undefined && known === undefined) {
      const remedy = 'Use a label from vocabulary/events.yaml. The event was read as "other".'
      this.#refuse(taking, type.label, type.text, 'is no type of event that the vocabulary knows.', remedy)
    }
    const { subject: id, title, row } = taking
    this.#add(row, { kind: 'event', event: { id, type: known ?? 'other', title } })
    this.#claim(taking, 'occurred', true, undefined)
  }

  #claims(taking: Taking, label: string, text: string, property: string): void {
    const understood = this.#understand(property, text)
    if ('why' in understood) return this.#refuse(taking, label, text, understood.why, understood.remedy)
    for (const value of understood.values)
      this.#claim(taking, property, property === 'age' ? Number(value) : value, standsThere(text, value))
  }

  #understand(property: string, text: string): Understood {
    const { state, dates } = this.#options
    const several = (read: (part: string) => Understood): Understood => {
      const read1 = partsOf(text).map(read)
      const problem = read1.find((one) => 'why' in one)
      return problem ?? { values: read1.flatMap((one) => ('values' in one ? one.values : [])) }
    }
    if (property === 'nationality') return several((part) => stateIn(part, state))
    if (property === 'age') return numberIn(text)
    if (property === 'place') return placeIn(text)
    if (property === 'name' || property === 'role') return { values: partsOf(text) }
    return state.properties[property]?.value === 'date' ? dateIn(text, dates) : { values: [text] }
  }

  #claim({ subject, row }: Taking, property: string, value: Claim['value'], quote: string | undefined): void {
    const { learned, disclosure } = this.#options
    const claim: Claim = {
      id: this.#freeId(`${subject}.${property}.${this.#source}`),
      subject,
      property,
      value,
      speaker: this.#speaker,
      document: this.#source,
      ...(quote === undefined ? {} : { place: { quote } }),
      learned,
      disclosure,
    }
    this.#add(row, { kind: 'claim', claim })
  }

  async #document(taking: Taking, cells: readonly Cell[]): Promise<void> {
    const { dates, publisher, disclosure, learned, broughtBy } = this.#options
    const read: Readonly<Record<string, (text: string) => Understood>> = {
      published: (text) => dateIn(text, dates),
      address: addressIn,
      language: languageIn,
    }
    const keys: Record<string, string> = {}
    for (const [label, text] of cells) {
      const property = this.#propertyOf('document', label)
      if (label === 'file' || label === 'attachments') {
        const sha256 = await this.#original(taking, label, text)
        if (sha256 !== undefined) keys['sha256'] = sha256
      } else if (property === undefined || property in keys) this.#unknown(taking, label, text)
      else {
        const understood = read[property]?.(text) ?? { values: [text] }
        if ('why' in understood) this.#refuse(taking, label, text, understood.why, understood.remedy)
        else keys[property] = understood.values[0] ?? ''
      }
    }
    const { subject: id, title, row } = taking
    this.#add(row, {
      kind: 'document',
      document: { id, title, publisher, broughtBy, arrived: learned, disclosure, ...keys },
    })
  }

  /** The one file that a row names. More than one would be several documents under one title: that is for a person. */
  async #original(taking: Taking, label: string, text: string): Promise<Sha256 | undefined> {
    const { beside } = this.#table
    const listed = (await beside?.list()) ?? []
    if (beside === undefined || !listed.some(({ path, kind }) => path === text && kind === 'file')) {
      const several = text.includes('|')
      const why = several ? 'names several files for one document.' : 'is not in the archive.'
      const remedy = several
        ? 'Add the other files with ./forestay add.'
        : 'Put the file beside import.csv under exactly this name.'
      this.#refuse(taking, label, text, why, remedy)
      return undefined
    }
    const bytes = await beside.readBytes(text)
    this.blobs.set(sha256Of(bytes), bytes)
    return sha256Of(bytes)
  }

  #titleOf(cells: ReadonlyMap<string, string>): { readonly label: string; readonly text: string } | undefined {
    const found =
      [...cells].find(([label]) => alike(label) === 'title') ??
      [...cells].find(([label]) => /^title__/i.test(label))
    return found === undefined ? undefined : { label: found[0], text: found[1].trim() }
  }

  #kindOf(cells: ReadonlyMap<string, string>): ForeignKind | undefined {
    const template = [...cells].find(([label]) => alike(label) === 'template')?.[1]
    const { templates } = this.#options.vocabulary
    const named = foreignKinds.find((kind) =>
      (templates[kind] ?? []).some((word) => alike(word) === alike(template ?? '')),
    )
    return this.#options.kind ?? named
  }

  /** The property that a label means; a language at its end (`description__es`) does not change it. */
  #propertyOf(kind: ForeignKind, label: string): string | undefined {
    const bare = alike(label.replace(/__[a-z]{2}$/i, ''))
    const columns = this.#options.vocabulary.columns[kind] ?? {}
    return Object.entries(columns).find(([, labels]) => labels.some((one) => alike(one) === bare))?.[0]
  }

  #unknown(taking: Taking, label: string, text: string): void {
    const remedy = 'Give the column a mapping (--mapping FILE, see vocabulary/uwazi.yaml), or enter it by hand.'
    this.#refuse(taking, label, text, `stands in a column that nothing here means for a ${taking.kind}.`, remedy)
  }

  #refuse({ row, problems }: Taking, column: string, value: string, why: string, remedy: string): void {
    problems.push({ file: this.#table.file, row, column: shown(column), value: shown(value), why, remedy })
  }

  #add(row: number, body: Body): void {
    this.bodies.push({ body, file: this.#table.file, row })
  }

  #freeId(name: string): Id {
    const stem = name.replace(/[-.]+$/, '')
    let id = stem
    for (let count = 2; this.#taken.has(id); count += 1) id = `${stem}-${count}`
    this.#taken.add(id)
    return id
  }
}

/** The words as they stand in the table, for the place of a claim; none where the table writes them otherwise. */
const standsThere = (text: string, value: string): string | undefined => {
  const quote = text.includes(value) ? value : text
  return /["\r\n]/.test(quote) || quote.trim() === '' ? undefined : quote
}
