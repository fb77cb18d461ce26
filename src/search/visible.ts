/** What of the index an asker may see: nothing that the view does not hold. Pure. */
import type { Claim, DocumentThing, RecordState, View } from '../record/index.ts'
import { entryKey, knownFrom, recordedInstant } from '../record/index.ts'
import type { Visible } from './port.ts'

/**
 * Claims, events and entities are seen where the view holds them. A document is seen from the day it arrived;
 * without such a day where a known claim stands on it, or, where no claim stands on it, from the day it was
 * entered. Others than the desk see what their view holds, and only where it holds it word for word as the index does;
 * the words of papers not at all: nobody has looked through them for names that may not be said.
 */
export function visibleIn(state: RecordState, view: View): Visible {
  const cited = new Set([...state.claims.values()].map(({ thing }) => thing.document))
  return ({ kind, id, field }) => {
    switch (kind) {
      case 'claim':
        return isAsIndexed(state.claims.get(id)?.thing, view.claims.get(id))
      case 'event':
        return view.events.has(id)
      case 'person':
      case 'entity':
        return view.entities.has(id)
      case 'document': {
        const document = state.documents.get(id)
        if (field === 'text' && view.audience !== 'desk') return false
        return document !== undefined && isHeld(state, view, document, cited)
      }
    }
  }
}

/** A claim whose value stands under another name in the view would be found by the name that may not be said. */
const isAsIndexed = (indexed: Claim | undefined, seen: Claim | undefined): boolean =>
  seen !== undefined && indexed?.value === seen.value

function isHeld(state: RecordState, view: View, document: DocumentThing, cited: ReadonlySet<string>): boolean {
  const { id, published, arrived } = document
  if (view.audience !== 'desk') {
    return view.documents.has(id) && (published === undefined || knownFrom(published, state.zone) <= view.knownBy)
  }
  if (arrived !== undefined) return knownFrom(arrived, state.zone) <= view.knownBy
  if (cited.has(id)) return view.documents.has(id)
  const entry = state.entries.get(entryKey('document', id))
  return entry !== undefined && recordedInstant(entry.recorded) <= view.knownBy
}
