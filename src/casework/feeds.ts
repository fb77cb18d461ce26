/**
 * Addresses at which a calendar program on this machine can fetch the deadlines of one case: closed until a person
 * opens one, read only, neutral words only. The address is the secret; only its hash is kept.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Shelf } from './shelf.ts'

const Note = z.union([
  z.strictObject({ opened: z.string(), case: z.string(), by: z.string(), at: z.string() }),
  z.strictObject({ closed: z.string(), by: z.string(), at: z.string() }),
])
type Note = z.infer<typeof Note>

const SHELF_NAME = 'feeds'
/** Beyond guessing. */
const TOKEN_BYTES = 32

export interface FeedAct {
  readonly by: string
  /** ISO instant in UTC. */
  readonly at: string
}

export class Feeds {
  readonly #shelf: Shelf
  readonly #random: (count: number) => Uint8Array
  #notes: Promise<Note[]> | undefined

  constructor(shelf: Shelf, random: (count: number) => Uint8Array) {
    this.#shelf = shelf
    this.#random = random
  }

  /** A new secret for the case; any earlier one is closed. It is told this once. Throws the store's error. */
  async open(caseId: string, act: FeedAct): Promise<string> {
    await this.close(caseId, act)
    const token = Buffer.from(this.#random(TOKEN_BYTES)).toString('hex')
    await this.#add({ opened: hashOf(token), case: caseId, ...act })
    return token
  }

  /** Whoever has an address of this case gets nothing there any more. */
  async close(caseId: string, { by, at }: FeedAct): Promise<void> {
    for (const hash of await this.#openOf(caseId)) await this.#add({ closed: hash, by, at })
  }

  async isOpen(caseId: string): Promise<boolean> {
    return (await this.#openOf(caseId)).length > 0
  }

  /** The case that the secret opens; nothing when it opens none, or none any more. */
  async caseOf(token: string): Promise<string | undefined> {
    const hash = hashOf(token)
    const notes = await this.#read()
    if (notes.some((note) => 'closed' in note && note.closed === hash)) return undefined
    return notes.flatMap((note) => ('opened' in note && note.opened === hash ? [note.case] : []))[0]
  }

  async #openOf(caseId: string): Promise<readonly string[]> {
    const notes = await this.#read()
    const closed = new Set(notes.flatMap((note) => ('closed' in note ? [note.closed] : [])))
    return notes.flatMap((note) =>
      'opened' in note && note.case === caseId && !closed.has(note.opened) ? [note.opened] : [],
    )
  }

  #read(): Promise<Note[]> {
    this.#notes ??= this.#shelf.read(SHELF_NAME).then(
      (texts) => texts.map((text) => Note.parse(JSON.parse(text))),
      (error: unknown) => {
        this.#notes = undefined
        throw error
      },
    )
    return this.#notes
  }

  async #add(note: Note): Promise<void> {
    await this.#shelf.add(SHELF_NAME, JSON.stringify(note))
    ;(await this.#read()).push(note)
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
