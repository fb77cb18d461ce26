/**
 * Notes of this installation that are no part of a record: the key of its marks, what has been told, which feeds are
 * open, which files came in whole.
 * A shelf only grows, like everything that is kept here: a later note outweighs an earlier one, none is taken away.
 */
import type { Store } from '../store/index.ts'

export interface Shelf {
  /** All notes of that name, in no order. */
  read(name: string): Promise<readonly string[]>
  /** On the disk when it resolves. The same note twice is one note. Throws the store's error. */
  add(name: string, note: string): Promise<void>
}

/** No organisation that holds cases has this name, so that no docket and no export ever lists a shelf. */
const SHELF_ORGANISATION = 'forestay.shelf'

/** Notes in the encrypted data folder. See `docs/decisions/`. */
export function storeShelf(store: Store): Shelf {
  const key = (name: string): { readonly org: string; readonly case: string } => ({
    org: SHELF_ORGANISATION,
    case: name,
  })
  return {
    async read(name) {
      const notes: string[] = []
      for (const { sha256 } of await store.originals(key(name))) {
        const bytes = await store.getOriginal(key(name), sha256)
        if (bytes !== undefined) notes.push(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      }
      return notes
    },
    async add(name, note) {
      await store.putOriginal(key(name), new TextEncoder().encode(note))
    },
  }
}

const MARK_KEY = 'mark-key'
const KEY_BYTES = 32

/** The key of this installation's marks; made on first use. */
export async function markKey(shelf: Shelf, random: (count: number) => Uint8Array): Promise<Uint8Array> {
  const [held] = (await shelf.read(MARK_KEY)).toSorted()
  if (held !== undefined) return new Uint8Array(Buffer.from(held, 'hex'))
  const made = random(KEY_BYTES)
  await shelf.add(MARK_KEY, Buffer.from(made).toString('hex'))
  return made
}
