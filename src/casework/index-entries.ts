/** Brings a search index up to the newest entry of a case. */
import { type Entry, project, type Sha256 } from '../record/index.ts'
import { itemsOf, type SearchCase, type SearchIndex, type SearchItem, textItems } from '../search/index.ts'

/** A larger text is not indexed whole: reading it in must not stop a search. */
const TEXT_BYTES_MAX = 16 * 1024 * 1024

/**
 * Puts the words of every entry that the index does not hold yet, and of originals that are plain text. An index that
 * is ahead of the entries belongs to another record and is made anew.
 * @param original the bytes of an original, nothing when it is not held
 */
export async function indexEntries(
  index: SearchIndex,
  key: SearchCase,
  entries: readonly Entry[],
  original: (hash: Sha256) => Promise<Uint8Array | undefined>,
): Promise<void> {
  const last = entries.at(-1)?.sequence ?? 0
  let through = await index.through(key)
  if (through > last) {
    await index.clear(key)
    through = 0
  }
  if (through === last) return
  const { zone } = project(entries)
  const items: SearchItem[] = []
  for (const entry of entries) {
    if (entry.sequence <= through) continue
    items.push(...itemsOf(entry, zone))
    if (entry.body.kind !== 'document') continue
    const { document } = entry.body
    if (document.sha256 === undefined || document.mediaType !== 'text/plain') continue
    const bytes = await original(document.sha256)
    if (bytes === undefined || bytes.byteLength > TEXT_BYTES_MAX) continue
    items.push(...textItems(document, [new TextDecoder().decode(bytes)], zone))
  }
  await index.put(key, items, last)
}
