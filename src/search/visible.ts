/** What of the index an asker may see: nothing that the view does not hold. Pure. */
import type { DocumentThing, EntityThing, RecordState, View } from '../record/index.ts'
import { entryKey, knownFrom, recordedInstant } from '../record/index.ts'
import type { Visible } from './port.ts'

/**
 * Claims, events and entities are seen where the view holds them. A document is seen from the day it arrived;
 * without such a day where a known claim stands on it, or, where no claim stands on it, from the day it was
 * entered. To
 * the public only what is public is seen, and only what a public claim stands on.
 */
export function visibleIn(state: RecordState, view: View): Visible {
  const isOpen = ({ disclosure }: Pick<EntityThing, 'disclosure'>): boolean =>
    view.audience === 'desk' || disclosure === undefined || disclosure === 'public'
  const cited = new Set([...state.claims.values()].map(({ thing }) => thing.document))
  return ({ kind, id }) => {
    switch (kind) {
      case 'claim':
        return view.claims.has(id)
      case 'event':
        return view.events.has(id)
      case 'person':
      case 'entity': {
        const entity = view.entities.get(id)
        return entity !== undefined && isOpen(entity)
      }
      case 'document': {
        const document = state.documents.get(id)
        return document !== undefined && isOpen(document) && isHeld(state, view, document, cited)
      }
    }
  }
}

function isHeld(state: RecordState, view: View, document: DocumentThing, cited: ReadonlySet<string>): boolean {
  const { id, published, arrived } = document
  if (view.audience === 'public') {
    return view.documents.has(id) && (published === undefined || knownFrom(published, state.zone) <= view.knownBy)
  }
  if (arrived !== undefined) return knownFrom(arrived, state.zone) <= view.knownBy
  if (cited.has(id)) return view.documents.has(id)
  const entry = state.entries.get(entryKey('document', id))
  return entry !== undefined && recordedInstant(entry.recorded) <= view.knownBy
}
