/** Keeps what comes in: bytes, the document that names them, and its words in the index. */
import { basename } from 'node:path'
import { z } from 'zod'
import {
  type CopyProposal,
  copiesOf,
  indexEntries,
  isEnterable,
  mainText,
  pagesBy,
  pagesOf,
  proposalsOf,
  readingNameOf,
  type Shelf,
  shinglesOf,
  slugOf,
  storeShelf,
} from '../casework/index.ts'
import { ORGANISATION } from '../compose.ts'
import { FileError, sha256Of, minuteOf } from '../platform/index.ts'
import { type Reader, type Reading, readTree, toldIn, type TreeItem } from '../reading/index.ts'
import {
  type Disclosure,
  type DocumentThing,
  type Entry,
  foldedWords,
  type Id,
  isoMinute,
  project,
} from '../record/index.ts'
import { itemsOf, textItems } from '../search/index.ts'
import type { CaseKey, Store } from '../store/index.ts'
import type { Context } from './command.ts'
import { fileErrorText } from './errors.ts'
import { entriesOfCase } from './stored-case.ts'

export const AddedDocument = z.strictObject({
  /** From the file given down to what was packed in it. */
  path: z.array(z.string()),
  /** The document of the record. */
  id: z.string(),
  sha256: z.string(),
  status: z.enum(['read', 'refused']),
  refused: z.string().nullable(),
  /** The same bytes were kept before: one document, one more arrival. */
  already: z.boolean(),
  language: z.string().nullable(),
  /** What a person should know about the reading; the document was read all the same. */
  warnings: z.array(z.string()),
  /** How many proposals there are for a person to decide. */
  proposals: z.number(),
  /** Documents that this one seems to repeat; they do not count as two sources once somebody says so. */
  copies: z.array(z.strictObject({ of: z.string(), share: z.number() })),
})
export type AddedDocument = z.infer<typeof AddedDocument>

/** A file and all that was packed in it, as it was kept. */
const WholeFile = z.strictObject({ sha256: z.string(), documents: z.array(AddedDocument) })

export interface Adding {
  readonly caseId: string
  readonly by: string
  readonly dataFolder: string | undefined
  readonly files: readonly string[]
  readonly publisher?: string | undefined
  readonly published?: string | undefined
  readonly address?: string | undefined
  readonly disclosure: Disclosure
}

/** What became of one file: documents kept, or the reason why it could not even be opened. */
export type FileKept =
  | { readonly documents: readonly AddedDocument[] }
  | { readonly missing: { readonly file: string; readonly reason: string } }

/** The newest documents only: with more, the comparing would take longer than the reading. */
const COMPARED_DOCUMENTS_MAX = 200

export class Keeping {
  readonly #context: Context
  readonly #adding: Adding
  readonly #store: Store
  readonly #reader: Reader
  readonly #key: CaseKey
  readonly #ids = new Set<Id>()
  readonly #byHash = new Map<string, Id>()
  readonly #shelf: Shelf
  /** By the hash of a file: what came of it when it was kept whole. */
  readonly #whole = new Map<string, readonly AddedDocument[]>()
  #zone = 'UTC'
  #last = 0
  /** The newest at the end. */
  readonly #shingles = new Map<Id, ReadonlySet<string>>()
  /** One act after another, however many files are being read. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(context: Context, adding: Adding, store: Store, reader: Reader) {
    this.#context = context
    this.#adding = adding
    this.#store = store
    this.#reader = reader
    this.#key = { org: ORGANISATION, case: adding.caseId }
    this.#shelf = storeShelf(store)
  }

  /** Learns what the case holds; the words of what an interrupted run had kept go into the index first. */
  static async of(context: Context, adding: Adding, store: Store, reader: Reader): Promise<Keeping> {
    const keeping = new Keeping(context, adding, store, reader)
    await keeping.#learn(await entriesOfCase(store, adding.caseId))
    return keeping
  }

  async #learn(entries: readonly Entry[]): Promise<void> {
    const state = project(entries)
    this.#zone = state.zone
    this.#last = state.lastSequence
    const read = async (bytes: Uint8Array, document: DocumentThing): Promise<readonly string[] | undefined> => {
      const outcome = await this.#reader.read(bytes, readingNameOf(document))
      return outcome.status === 'read' ? pagesOf(outcome.reading) : undefined
    }
    const original = (hash: string): Promise<Uint8Array | undefined> => this.#store.getOriginal(this.#key, hash)
    await indexEntries(this.#store.search, this.#key, entries, pagesBy(original, read))
    for (const { id, sha256 } of state.documents.values()) {
      this.#ids.add(id)
      if (sha256 !== undefined) this.#byHash.set(sha256, id)
    }
    for (const id of [...this.#ids].slice(-COMPARED_DOCUMENTS_MAX)) {
      const pages = await this.#store.search.pages(this.#key, id)
      if (pages.length > 0) this.#remember(id, shinglesOf(pages.join('')))
    }
    for (const note of await this.#shelf.read(this.#noteName)) {
      const { sha256, documents } = WholeFile.parse(JSON.parse(note))
      this.#whole.set(sha256, documents)
    }
  }

  /** Of a hash, because the name of a shelf may not be longer than that of a case. */
  get #noteName(): string {
    return `added.${sha256Of(this.#adding.caseId)}`
  }

  /** Keeps a file and all that is packed in it, each as soon as it is read. */
  async file(file: string): Promise<FileKept> {
    let bytes: Uint8Array
    try {
      bytes = await this.#context.platform.files.read(file)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      return { missing: { file, reason: fileErrorText(error, this.#context.language) } }
    }
    const sha256 = sha256Of(bytes)
    const before = await this.#keptWhole(sha256)
    if (before !== undefined) {
      const under = (path: readonly string[]): string[] => [basename(file), ...path.slice(1)]
      return { documents: before.map((one) => ({ ...one, path: under(one.path), already: true })) }
    }
    const documents: AddedDocument[] = []
    for await (const item of readTree(this.#reader, bytes, basename(file))) {
      const turn = this.#turn.then(() => this.#keep(item, item.path.at(-1) ?? file))
      this.#turn = turn.catch(() => undefined)
      documents.push(await turn)
    }
    await this.#noteWhole({ sha256, documents })
    return { documents }
  }

  /** What came of a file that was kept whole before, all its originals still held: it need not be read again. */
  async #keptWhole(sha256: string): Promise<readonly AddedDocument[] | undefined> {
    const documents = this.#whole.get(sha256)
    for (const document of documents ?? [])
      if (!(await this.#store.hasOriginal(this.#key, document.sha256))) return undefined
    return documents
  }

  /** A file of which something could not be read is read again when it comes again. */
  async #noteWhole(file: z.infer<typeof WholeFile>): Promise<void> {
    if (this.#whole.has(file.sha256) || file.documents.some(({ status }) => status === 'refused')) return
    this.#whole.set(file.sha256, file.documents)
    await this.#shelf.add(this.#noteName, JSON.stringify(file))
  }

  async #keep({ bytes, outcome, path }: TreeItem, name: string): Promise<AddedDocument> {
    const sha256 = sha256Of(bytes)
    const reading = outcome.status === 'read' ? outcome.reading : undefined
    const { language } = this.#context
    const refusal = outcome.status === 'refused' ? outcome.refusal : undefined
    const known = this.#byHash.get(sha256)
    const already = known !== undefined && (await this.#store.hasOriginal(this.#key, sha256))
    const id = known ?? this.#freeId(name)
    if (!already) await this.#store.putOriginal(this.#key, bytes, sha256)
    let copies: readonly CopyProposal[] = []
    if (known === undefined) {
      if (reading !== undefined) {
        const shingles = shinglesOf(reading.text)
        copies = copiesOf(shingles, this.#shingles)
        this.#remember(id, shingles)
      }
      await this.#enter(
        this.#documentOf({ id, name, sha256, path, reading, refused: refusal?.message ?? null }),
        reading,
      )
    }
    return {
      path: [...path],
      id,
      sha256,
      status: outcome.status,
      refused: refusal === undefined ? null : toldIn(refusal, language),
      already,
      language: reading?.language ?? null,
      warnings: reading?.warnings.map((one) => toldIn(one, language)) ?? [],
      proposals: reading === undefined ? 0 : waitingIn(reading),
      copies: copies.map(({ of, share }) => ({ of, share: Math.round(share * 100) / 100 })),
    }
  }

  #documentOf({ id, name, sha256, path, reading, refused }: Arrived): DocumentThing {
    const { publisher, published, address, by, disclosure } = this.#adding
    return {
      id,
      title: reading?.metadata.title ?? name,
      publisher: publisher ?? 'not stated',
      ...(published === undefined ? {} : { published }),
      ...(address === undefined ? {} : { address }),
      sha256,
      ...(reading === undefined ? {} : { mediaType: reading.mediaType, language: reading.language }),
      broughtBy: by,
      arrived: isoMinute(this.#zone, minuteOf(this.#context.platform.clock)),
      disclosure,
      ...noteOf(refused, path),
    }
  }

  /** The entry first: what is not in the index is put there by the next run or the next search. */
  async #enter(document: DocumentThing, reading: Reading | undefined): Promise<void> {
    const act = { by: this.#adding.by, bodies: [{ kind: 'document' as const, document }] }
    const saved = await this.#store.append(this.#key, act, this.#last)
    this.#last = saved.at(-1)?.sequence ?? this.#last
    this.#ids.add(document.id)
    if (document.sha256 !== undefined) this.#byHash.set(document.sha256, document.id)
    const words = reading === undefined ? [] : textItems(document, pagesOf(reading), this.#zone)
    const items = [...saved.flatMap((entry) => itemsOf(entry, this.#zone)), ...words]
    await this.#store.search.put(this.#key, items, this.#last)
  }

  #remember(id: Id, shingles: ReadonlySet<string>): void {
    this.#shingles.set(id, shingles)
    const [oldest] = this.#shingles.keys()
    if (this.#shingles.size > COMPARED_DOCUMENTS_MAX && oldest !== undefined) this.#shingles.delete(oldest)
  }

  #freeId(name: string): Id {
    const stem = slugOf(foldedWords(name.replace(/\.[a-z0-9]{1,5}$/iu, '')))
    let id = stem
    for (let count = 2; this.#ids.has(id); count += 1) id = `${stem}-${count}`
    return id
  }
}

interface Arrived {
  readonly id: Id
  readonly name: string
  readonly sha256: string
  readonly path: readonly string[]
  readonly reading: Reading | undefined
  readonly refused: string | null
}

/** How many proposals there are for a person to decide. */
const waitingIn = ({ text, main, language }: Reading): number =>
  proposalsOf(mainText(text, main), language, undefined).filter(isEnterable).length

/** Kept in the record as it was written, and in no other language. */
function noteOf(refused: string | null, path: readonly string[]): { readonly note?: string } {
  const from = path.length > 1 ? [`Came in ${path.slice(0, -1).join(' › ')}.`] : []
  const why = refused === null ? [] : [`Not read: ${refused}`]
  const note = [...from, ...why].join(' ')
  return note === '' ? {} : { note }
}
