/** What of an entry can be searched. Notes are left out: they may tell what was learned later. Pure. */
import type { Claim, DocumentThing, Entry, EntityThing, Zone } from '../record/index.ts'
import { DateError, parseDate } from '../record/index.ts'
import type { SearchItem } from './port.ts'

/** The items of an entry. @param zone in which the dates of the case are read */
export function itemsOf({ body }: Entry, zone: Zone): readonly SearchItem[] {
  switch (body.kind) {
    case 'document':
      return [titleOf(body.document, zone)]
    case 'entity':
      return namesOf(body.entity)
    case 'event':
      return [{ kind: 'event', id: body.event.id, field: 'title', part: 0, text: body.event.title, offset: 0 }]
    case 'claim':
      return claimItems(body.claim, zone)
    case 'case':
    case 'proceeding':
    case 'position':
    case 'identity':
    case 'completeness':
    case 'assessment':
    case 'ruling':
    case 'release':
    case 'passage':
      return []
  }
}

/** Pages of a document's text layer; give the whole text as one page where there are none. */
export function textItems(document: DocumentThing, pages: readonly string[], zone: Zone): readonly SearchItem[] {
  let offset = 0
  return pages.map((text, part) => {
    const item: SearchItem = {
      kind: 'document',
      id: document.id,
      field: 'text',
      part,
      text,
      offset,
      language: document.language,
      dated: spanOf(document.published, zone),
    }
    offset += text.length
    return item
  })
}

const titleOf = (document: DocumentThing, zone: Zone): SearchItem => ({
  kind: 'document',
  id: document.id,
  field: 'title',
  part: 0,
  text: `${document.title} – ${document.publisher}`,
  offset: 0,
  dated: spanOf(document.published, zone),
})

function namesOf({ id, kind, name, names }: EntityThing): readonly SearchItem[] {
  return [name, ...(names ?? [])].map((text, part) => ({
    kind: kind === 'person' ? 'person' : 'entity',
    id,
    field: 'name',
    part,
    text,
    offset: 0,
  }))
}

function claimItems(claim: Claim, zone: Zone): readonly SearchItem[] {
  const common = { kind: 'claim', id: claim.id, part: 0, dated: spanOf(claim.said, zone) } as const
  const value: SearchItem = { ...common, field: 'value', text: String(claim.value), offset: 0 }
  if (claim.place === undefined) return [value]
  return [value, { ...common, field: 'quote', text: claim.place.quote, offset: claim.place.start ?? 0 }]
}

function spanOf(text: string | undefined, zone: Zone): SearchItem['dated'] {
  if (text === undefined) return undefined
  try {
    const { earliest, latest } = parseDate(text, zone)
    return { earliest, latest }
  } catch (error) {
    // `validate` names dates that cannot be read; such a thing is found by its words only.
    if (error instanceof DateError) return undefined
    throw error
  }
}
