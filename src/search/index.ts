/** The only door to search. */
export { stemsOf, tokensOf } from './fold.ts'
export { itemsOf, textItems } from './items.ts'
export { createMemoryIndex, isAskedFor } from './memory-index.ts'
export type { ItemKey, SearchCase, SearchHit, SearchIndex, SearchItem, SearchResult, Visible } from './port.ts'
export { HITS_MAX, itemFields, itemKinds, readTerms, SearchError } from './query.ts'
export type { ItemField, ItemKind, SearchQuery, Term } from './query.ts'
export { hitOf } from './snippet.ts'
export { visibleIn } from './visible.ts'
