/** What was found in a case, as an answer: only what its reader knew at the time asked. Pure. */
import { z } from 'zod'
import type { Language } from '../law/index.ts'
import { propertyWord, type RecordState, type View } from '../record/index.ts'
import {
  itemFields,
  itemKinds,
  type SearchHit,
  type SearchResult,
  type Visible,
  visibleIn,
} from '../search/index.ts'
import { isLaterDocument, isToldLater } from './later.ts'
import { nameOf } from './situation.ts'

export const SearchAnswer = z.strictObject({
  hits: z.array(
    z.strictObject({
      kind: z.enum(itemKinds),
      id: z.string(),
      field: z.enum(itemFields),
      title: z.string(),
      /** The document in which the words stand; null for what stands in none. */
      document: z.string().nullable(),
      snippet: z.string(),
      /** Of the found words in the snippet, start and end. */
      marks: z.array(z.tuple([z.number(), z.number()])),
      /** Of the first found words in the field's text, start and end, in UTF-16 units. */
      start: z.number(),
      end: z.number(),
      page: z.number(),
    }),
  ),
  /** There are more than are shown. */
  more: z.boolean(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** What may be found: nothing that the view does not hold, and no paper or words of a later day. */
export function foundIn(state: RecordState, view: View): Visible {
  const visible = visibleIn(state, view)
  return (key) => {
    if (!visible(key)) return false
    if (key.kind === 'document') {
      const document = view.documents.get(key.id)
      return document === undefined || !isLaterDocument(view, document)
    }
    const claim = key.field === 'quote' ? view.claims.get(key.id) : undefined
    return claim === undefined || !isToldLater(view, claim)
  }
}

export const searchAnswer = (
  { hits, more }: SearchResult,
  state: RecordState,
  view: View,
  language: Language,
): SearchAnswer => ({
  hits: hits.map((hit) => {
    const { kind, id, field, part, snippet, marks, start, end } = hit
    return {
      kind,
      id,
      field,
      title: titleOf(hit, view, state, language),
      document: documentOf(hit, view),
      snippet,
      marks: marks.map(([a, b]): [number, number] => [a, b]),
      start,
      end,
      page: part + 1,
    }
  }),
  more,
})

function documentOf({ kind, id }: SearchHit, view: View): string | null {
  if (kind === 'document') return id
  const claim = kind === 'claim' ? view.claims.get(id) : undefined
  return claim === undefined || isToldLater(view, claim) ? null : claim.document
}

/** Only hits that may be seen come here, so that their titles may be seen too. */
function titleOf({ kind, id }: SearchHit, view: View, state: RecordState, language: Language): string {
  if (kind === 'document') return state.documents.get(id)?.title ?? id
  if (kind === 'event') return view.events.get(id)?.event.title ?? id
  const claim = view.claims.get(id)
  if (kind !== 'claim' || claim === undefined) return nameOf(view, id)
  const said = isToldLater(view, claim) ? undefined : claim.said
  const about = view.events.get(claim.subject)?.event.title ?? nameOf(view, claim.subject)
  const subject = claim.subject === view.header?.id ? view.header.title : about
  const property = propertyWord(claim.property, language === 'es' ? 'es' : 'en')
  return `${nameOf(view, claim.speaker)}, ${said ?? claim.learned}: ${subject} (${property})`
}
