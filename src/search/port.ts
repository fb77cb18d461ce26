/**
 * The SearchIndex port: what can be found, and where. The index is derived: it can be made again from the entries.
 */
import type { Id, Instant } from '../record/index.ts'
import type { ItemField, ItemKind, SearchQuery } from './query.ts'

/** Names a thing of the record, one field of it, and a part of that field (a page). */
export interface ItemKey {
  readonly kind: ItemKind
  readonly id: Id
  readonly field: ItemField
  /** 0 where the field is one piece. */
  readonly part: number
}

export interface SearchItem extends ItemKey {
  readonly text: string
  /** Where the text begins in the field's whole text, in UTF-16 units. */
  readonly offset: number
  readonly language?: string | undefined
  /** When it was said or published, as earliest and latest minute. */
  readonly dated?: { readonly earliest: Instant; readonly latest: Instant } | undefined
}

export interface SearchHit extends ItemKey {
  /** Words around the first place, in one line. */
  readonly snippet: string
  /** Of the found words in `snippet`: start and end, in UTF-16 units. */
  readonly marks: readonly (readonly [number, number])[]
  /** Of the first found words in the field's whole text, in UTF-16 units, end excluded. */
  readonly start: number
  readonly end: number
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[]
  /** There were more than the query allowed. */
  readonly more: boolean
}

/** Which case, of which organisation: the same key as the store's. */
export interface SearchCase {
  readonly org: Id
  readonly case: Id
}

/** Which items the asker may see. Nothing else of an item that is refused reaches the result. */
export type Visible = (key: ItemKey) => boolean

export interface SearchIndex {
  /** The newest entry whose words are in the index, 0 when there are none. */
  through(key: SearchCase): Promise<number>
  /** Puts items and says through which entry they go, all or nothing. An item with the same key replaces. */
  put(key: SearchCase, items: readonly SearchItem[], through: number): Promise<void>
  /** The pages of a document's text layer as they were put; empty where there are none. */
  pages(key: SearchCase, document: Id): Promise<readonly string[]>
  /** Forgets a case, so that it can be indexed anew. */
  clear(key: SearchCase): Promise<void>
  find(key: SearchCase, query: SearchQuery, visible: Visible): Promise<SearchResult>
}
