/** Keeping documents in a stored case, for `add` and `page`. */
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type CopyProposal, copiesOf, isEnterable, proposalsOf, shinglesOf, slugOf } from '../casework/index.ts'
import { ComposeError, openData, ORGANISATION } from '../compose.ts'
import { FileError, type FolderEntry } from '../platform/index.ts'
import { createReader, type Reader, readTree } from '../reading/index.ts'
import {
  type Disclosure,
  type DocumentThing,
  type Entry,
  type Id,
  isoMinute,
  project,
  type RecordState,
} from '../record/index.ts'
import type { Store } from '../store/index.ts'
import type { Context } from './command.ts'
import { hashOf } from './reading-text.ts'

export const AddAnswer = z.strictObject({
  case: z.string(),
  documents: z.array(
    z.strictObject({
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
      /** How many proposals wait for a person. */
      proposals: z.number(),
      /** Documents that this one seems to repeat; they do not count as two sources once somebody says so. */
      copies: z.array(z.strictObject({ of: z.string(), share: z.number() })),
    }),
  ),
  /** `in` = `kept` = `read` + `refused`. */
  count: z.strictObject({ in: z.number(), kept: z.number(), read: z.number(), refused: z.number() }),
})
export type AddAnswer = z.infer<typeof AddAnswer>

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

/**
 * Keeps each file, and whatever is packed in it, one act a document: what was kept before an interruption stays
 * kept, and a
 * second run finds it by its bytes. What cannot be read is kept with the reason. Throws `ComposeError`,
 * `StoreError`, `FileError`.
 */
export async function addFiles(context: Context, adding: Adding): Promise<AddAnswer> {
  const { platform, root, env } = context
  const store = await openData({ platform, root, env, dataFolder: adding.dataFolder })
  const reader = await createReader({ batch: true })
  try {
    const kept = new Keeping(context, adding, store, await stateOf(store, adding.caseId))
    await kept.learnHeld(reader)
    const answer: AddAnswer = { case: adding.caseId, documents: [], count: { in: 0, kept: 0, read: 0, refused: 0 } }
    const files = await withoutFolders(context, adding.files)
    for (const [index, file] of files.entries()) {
      if (files.length > 1 && !context.json) context.out.paragraph(`${index + 1}/${files.length} ${file}`)
      for (const line of await kept.file(reader, file)) {
        answer.documents.push(line)
        answer.count.in += 1
        answer.count.kept += 1
        answer.count[line.status] += 1
      }
    }
    return answer
  } finally {
    reader.close()
    await store.close()
  }
}

/** A folder stands for the files in it, and in its folders. */
async function withoutFolders(context: Context, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    const entries = await entriesOf(context, path)
    if (entries === undefined) found.push(path)
    else {
      const usable = entries.filter(({ kind }) => kind !== 'other').map(({ name }) => join(path, name))
      found.push(...(await withoutFolders(context, usable)))
    }
  }
  return found
}

/** What lies in a folder; nothing when the path is no folder. */
async function entriesOf({ platform }: Context, path: string): Promise<readonly FolderEntry[] | undefined> {
  try {
    return await platform.files.list(path)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

/** The record of a stored case. Throws {@link ComposeError} where there is none. */
export async function stateOf(store: Store, caseId: string): Promise<RecordState> {
  const entries: Entry[] = []
  for await (const entry of store.entries({ org: ORGANISATION, case: caseId })) entries.push(entry)
  if (entries.length > 0) return project(entries)
  throw new ComposeError(
    `There is no case "${caseId}".`,
    'Documents are kept in a stored case, and nothing is stored under that name.',
    'Import a case first with ./forestay import, then name it.',
  )
}

/** The newest documents only: a large case would take minutes to read again. */
const COMPARED_DOCUMENTS_MAX = 200

class Keeping {
  readonly #context: Context
  readonly #adding: Adding
  readonly #store: Store
  readonly #documents: Map<Id, DocumentThing>
  readonly #zone: string
  #last: number
  readonly #shingles = new Map<Id, ReadonlySet<string>>()

  constructor(context: Context, adding: Adding, store: Store, state: RecordState) {
    this.#context = context
    this.#adding = adding
    this.#store = store
    this.#documents = new Map(state.documents)
    this.#zone = state.zone
    this.#last = state.lastSequence
  }

  /** Reads what the case holds already, so that a mirror of it is seen. */
  async learnHeld(reader: Reader): Promise<void> {
    for (const { id, sha256, title } of [...this.#documents.values()].slice(-COMPARED_DOCUMENTS_MAX)) {
      const bytes = sha256 === undefined ? undefined : await this.#store.getOriginal(this.#key(), sha256)
      const outcome = bytes === undefined ? undefined : await reader.read(bytes, title)
      if (outcome?.status === 'read') this.#shingles.set(id, shinglesOf(outcome.reading.text))
    }
  }

  async file(reader: Reader, file: string): Promise<AddAnswer['documents']> {
    const bytes = await this.#context.platform.files.read(file)
    const lines: AddAnswer['documents'] = []
    for await (const item of readTree(reader, bytes, basename(file))) {
      const sha256 = hashOf(item.bytes)
      const { outcome } = item
      const reading = outcome.status === 'read' ? outcome.reading : undefined
      const refused = outcome.status === 'refused' ? outcome.refusal.message : null
      const known = [...this.#documents.values()].find((one) => one.sha256 === sha256)
      const held = known !== undefined && (await this.#store.hasOriginal(this.#key(), sha256))
      const id = known?.id ?? this.#freeId(item.path.at(-1) ?? file)
      const copies = reading === undefined || known !== undefined ? [] : this.#copies(id, reading.text)
      if (!held) await this.#store.putOriginal(this.#key(), item.bytes, sha256)
      if (known === undefined) {
        await this.#enter({
          id,
          title: reading?.metadata.title ?? item.path.at(-1) ?? file,
          publisher: this.#adding.publisher ?? 'not stated',
          ...(this.#adding.published === undefined ? {} : { published: this.#adding.published }),
          ...(this.#adding.address === undefined ? {} : { address: this.#adding.address }),
          sha256,
          ...(reading === undefined ? {} : { mediaType: reading.mediaType, language: reading.language }),
          broughtBy: this.#adding.by,
          arrived: this.#now(),
          disclosure: this.#adding.disclosure,
          ...noteOf(refused, item.path),
        })
      }
      lines.push({
        path: [...item.path],
        id,
        sha256,
        status: outcome.status,
        refused,
        already: held,
        language: reading?.language ?? null,
        proposals: reading === undefined ? 0 : waitingIn(reading.text, reading.language),
        copies: copies.map(({ of, share }) => ({ of, share: Math.round(share * 100) / 100 })),
      })
    }
    return lines
  }

  #key(): { readonly org: string; readonly case: string } {
    return { org: ORGANISATION, case: this.#adding.caseId }
  }

  #now(): string {
    return isoMinute(this.#zone, Math.floor(Date.parse(this.#context.platform.clock.now()) / 60_000))
  }

  #copies(id: Id, text: string): readonly CopyProposal[] {
    const found = copiesOf(text, this.#shingles)
    this.#shingles.set(id, shinglesOf(text))
    return found
  }

  async #enter(document: DocumentThing): Promise<void> {
    const act = { by: this.#adding.by, bodies: [{ kind: 'document' as const, document }] }
    const saved = await this.#store.append(this.#key(), act, this.#last)
    this.#last = saved.at(-1)?.sequence ?? this.#last
    this.#documents.set(document.id, document)
  }

  #freeId(name: string): Id {
    const stem = slugOf(name.replace(/\.[a-z0-9]{1,5}$/iu, ''))
    let id = stem
    for (let count = 2; this.#documents.has(id); count += 1) id = `${stem}-${count}`
    return id
  }
}

/** How many proposals there are for a person to decide. */
const waitingIn = (text: string, language: string): number =>
  proposalsOf(text, language, undefined).filter(isEnterable).length

function noteOf(refused: string | null, path: readonly string[]): { readonly note?: string } {
  const from = path.length > 1 ? [`Came in ${path.slice(0, -1).join(' › ')}.`] : []
  const why = refused === null ? [] : [`Not read: ${refused}`]
  const note = [...from, ...why].join(' ')
  return note === '' ? {} : { note }
}
