/** A hit shown: the words around the first place, with what was found marked. Pure. */
import { tokensOf } from './fold.ts'
import type { ItemKey, SearchHit, SearchItem } from './port.ts'
import { placesOf, type SearchQuery } from './query.ts'

/** Characters of context on either side. */
const CONTEXT_CHARACTERS = 70

/** The hit of an item, or nothing where not every term stands in it. */
export function hitOf(item: SearchItem, query: SearchQuery): SearchHit | undefined {
  const tokens = tokensOf(item.text)
  const spans: (readonly [number, number])[] = []
  for (const term of query.terms) {
    const places = placesOf(term, tokens, query.exact, item.language)
    if (places.length === 0) return undefined
    for (const [first, last] of places) spans.push([tokens[first]?.start ?? 0, tokens[last]?.end ?? 0])
  }
  spans.sort((a, b) => a[0] - b[0])
  const [first] = spans
  if (first === undefined) return undefined
  const from = wordStart(item.text, first[0] - CONTEXT_CHARACTERS)
  const to = wordEnd(item.text, first[1] + CONTEXT_CHARACTERS)
  // One character for one, so that positions keep.
  const words = item.text.slice(from, to).replace(/\s/gu, ' ')
  const before = from > 0 ? '…' : ''
  const shift = before.length - from
  const marks = spans.filter(([start, end]) => start >= from && end <= to)
  return {
    ...keyOf(item),
    snippet: `${before}${words}${to < item.text.length ? '…' : ''}`,
    marks: marks.map(([start, end]) => [start + shift, end + shift]),
    start: item.offset + first[0],
    end: item.offset + first[1],
  }
}

export const keyOf = ({ kind, id, field, part }: ItemKey): ItemKey => ({ kind, id, field, part })

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(at, at + CONTEXT_CHARACTERS).search(/\s/u)
  return space < 0 ? at : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at - CONTEXT_CHARACTERS, at).search(/\s\S*$/u)
  return space < 0 ? at : at - CONTEXT_CHARACTERS + space
}
