/** The search index in memory: for a bundle, which is read and left. */
import { compare } from '../record/index.ts'
import { stemsOf, tokensOf } from './fold.ts'
import type { ItemKey, SearchCase, SearchIndex, SearchItem, SearchResult, Visible } from './port.ts'
import type { SearchQuery, Term } from './query.ts'
import { hitOf } from './snippet.ts'

interface Held {
  readonly item: SearchItem
  readonly folded: ReadonlyMap<string, number>
  readonly words: number
  readonly stems: ReadonlySet<string>
}
interface CaseIndex {
  readonly items: Map<string, Held>
  through: number
}

export function createMemoryIndex(): SearchIndex {
  const cases = new Map<string, CaseIndex>()
  const at = (key: SearchCase): CaseIndex => {
    const name = `${key.org}\n${key.case}`
    const found = cases.get(name) ?? { items: new Map<string, Held>(), through: 0 }
    cases.set(name, found)
    return found
  }
  return {
    through: async (key) => at(key).through,
    put: async (key, items, through) => {
      const held = at(key)
      for (const item of items) held.items.set(nameOf(item), heldOf(item))
      held.through = through
    },
    pages: async (key, document) =>
      [...at(key).items.values()]
        .filter(({ item }) => item.kind === 'document' && item.field === 'text' && item.id === document)
        .toSorted((a, b) => a.item.part - b.item.part)
        .map(({ item }) => item.text),
    clear: async ({ org, case: name }) => void cases.delete(`${org}\n${name}`),
    find: async (key, query, visible) => find([...at(key).items.values()], query, visible),
  }
}

const nameOf = ({ kind, id, field, part }: ItemKey): string => [kind, id, field, part].join('\n')

function heldOf(item: SearchItem): Held {
  const folded = new Map<string, number>()
  const stems = new Set<string>()
  const tokens = tokensOf(item.text)
  for (const { folded: word, written } of tokens) {
    if (!folded.has(word)) for (const stem of stemsOf(written, item.language)) stems.add(stem)
    folded.set(word, (folded.get(word) ?? 0) + 1)
  }
  return { item, folded, words: tokens.length, stems }
}

function find(all: readonly Held[], query: SearchQuery, visible: Visible): SearchResult {
  const ranked = all
    .filter(({ item }) => isAskedFor(item, query) && visible(item))
    .map((held) => ({ held, worth: worthOf(held, query.terms) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || compare(nameOf(a.held.item), nameOf(b.held.item)))
  const hits: SearchResult['hits'][number][] = []
  for (const { held } of ranked) {
    const hit = hitOf(held.item, query)
    if (hit === undefined) continue
    if (hits.length === query.hitsMax) return { hits, more: true }
    hits.push(hit)
  }
  return { hits, more: false }
}

/** Whether the field and the date are among those asked for. */
export function isAskedFor({ kind, field, dated }: SearchItem, { fields, from, to }: SearchQuery): boolean {
  if (fields.length > 0 && !fields.includes(kind) && !fields.includes(field)) return false
  if (from === undefined && to === undefined) return true
  if (dated === undefined) return false
  return dated.latest > (from ?? -Infinity) && dated.earliest <= (to ?? Infinity)
}

/** Words as written before words of the same stem; often in a short text before once in a long one. */
function worthOf({ folded, stems, words }: Held, terms: readonly Term[]): number {
  let worth = 0
  for (const term of terms) {
    const count = Math.max(...term.folded.map((word) => countOf(folded, word, term.kind === 'prefix')))
    const whole = term.folded.every((word) => countOf(folded, word, term.kind === 'prefix') > 0)
    if (whole) worth += 10 + count / (count + words / 100)
    else if (term.stems.some((stem) => stems.has(stem))) worth += 1
    else return 0
  }
  return worth
}

function countOf(folded: ReadonlyMap<string, number>, word: string, prefix: boolean): number {
  if (!prefix) return folded.get(word) ?? 0
  let count = 0
  for (const [known, times] of folded) if (known.startsWith(word)) count += times
  return count
}
