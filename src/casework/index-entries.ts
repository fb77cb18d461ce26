/** Brings a search index up to the newest entry of a case. */
import type { Reading } from '../reading/index.ts'
import type { DocumentThing, Entry, Sha256 } from '../record/index.ts'
import { itemsOf, type SearchCase, type SearchIndex, type SearchItem, textItems } from '../search/index.ts'

/** A larger text is not indexed whole: reading it in must not stop a search. */
const TEXT_BYTES_MAX = 16 * 1024 * 1024

/** UTF-16 units of text after which what was read is put in: an interruption loses no more than that. */
const PORTION_UNITS = 1_000_000

/** The text of a document, page by page; nothing when it is not held or cannot be read. */
export type PagesOf = (document: DocumentThing) => Promise<readonly string[] | undefined>

/**
 * Puts the words of every entry that the index does not hold yet, and of the originals. An index that is ahead of the
 * entries belongs to another record and is made anew.
 */
export async function indexEntries(
  index: SearchIndex,
  key: SearchCase,
  entries: readonly Entry[],
  pagesOf: PagesOf,
): Promise<void> {
  const last = entries.at(-1)?.sequence ?? 0
  let through = await index.through(key)
  if (through > last) {
    await index.clear(key)
    through = 0
  }
  if (through === last) return
  const zone = entries.map(({ body }) => body).find((body) => body.kind === 'case')?.case.zone ?? 'UTC'
  let items: SearchItem[] = []
  let units = 0
  for (const entry of entries) {
    if (entry.sequence <= through) continue
    items.push(...itemsOf(entry, zone))
    if (entry.body.kind === 'document') {
      const { document } = entry.body
      const pages = await pagesOf(document)
      if (pages !== undefined) items.push(...textItems(document, pages, zone))
      units += pages?.reduce((sum, page) => sum + page.length, 0) ?? 0
    }
    if (units < PORTION_UNITS) continue
    await index.put(key, items, entry.sequence)
    items = []
    units = 0
  }
  await index.put(key, items, last)
}

/** The pages of originals: of plain text at once, of others as `read` finds them. */
export const pagesBy =
  (
    original: (hash: Sha256) => Promise<Uint8Array | undefined>,
    read: (bytes: Uint8Array, document: DocumentThing) => Promise<readonly string[] | undefined>,
  ): PagesOf =>
  async (document) => {
    const bytes = document.sha256 === undefined ? undefined : await original(document.sha256)
    if (bytes === undefined || bytes.byteLength > TEXT_BYTES_MAX) return undefined
    const plain = document.mediaType === 'text/plain' ? decoded(bytes) : undefined
    return plain === undefined ? read(bytes, document) : [plain]
  }

/** Nothing where the bytes are in an older encoding: telling which one is the reader's work. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The text of a reading cut at its pages, so that the pieces in a row are the text again. */
export function pagesOf({ text, pages }: Pick<Reading, 'text' | 'pages'>): readonly string[] {
  const starts = pages.map(({ start }) => start)
  return starts.length < 2
    ? [text]
    : starts.map((start, index) => text.slice(index === 0 ? 0 : start, starts[index + 1] ?? text.length))
}
