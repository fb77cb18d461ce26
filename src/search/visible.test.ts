import { describe, expect, it } from 'vitest'
import type { Body, Entry } from '../record/index.ts'
import { parseMoment, project, viewOf } from '../record/index.ts'
import { createMemoryIndex, itemsOf, readTerms, textItems, visibleIn } from './index.ts'

const zone = 'Europe/Madrid'
const claim = (id: string, value: string, more: Record<string, unknown>): Body => ({
  kind: 'claim',
  claim: {
    id,
    subject: 'cabinet',
    property: 'content',
    value,
    speaker: 'mp',
    document: 'letter',
    learned: '2014-02-18T20:00',
    disclosure: 'internal',
    note: 'hindsight',
    ...more,
  },
})
const bodies: readonly Body[] = [
  {
    kind: 'case',
    case: { id: 'c', title: 'C', person: 'pavlov', zone, desk: 'the defence', learnedRule: 'when said' },
  },
  {
    kind: 'document',
    document: { id: 'letter', title: 'Letter about the secret decree', publisher: 'MP', disclosure: 'internal' },
  },
  {
    kind: 'document',
    document: { id: 'item', title: 'Press item on the decree', publisher: 'Press', disclosure: 'public' },
  },
  {
    kind: 'document',
    document: {
      id: 'later',
      title: 'Decree obtained',
      publisher: 'X',
      disclosure: 'public',
      arrived: '2015-01-02',
    },
  },
  { kind: 'document', document: { id: 'fresh', title: 'Decree just added', publisher: 'X', disclosure: 'public' } },
  { kind: 'entity', entity: { id: 'pavlov', kind: 'person', name: 'Aleksandr Pavlov' } },
  { kind: 'entity', entity: { id: 'mp', kind: 'person', name: 'a decree source', disclosure: 'sealed' } },
  { kind: 'event', event: { id: 'cabinet', type: 'surrender-agreed', title: 'Cabinet signs the decree' } },
  claim('heard', 'the decree exists', {}),
  claim('printed', 'a decree was adopted', {
    speaker: 'pavlov',
    document: 'item',
    learned: '2014-02-19',
    public: '2014-02-19',
    disclosure: 'public',
  }),
]
const entries: readonly Entry[] = bodies.map((body, at) => ({
  sequence: at + 1,
  recorded: '2026-01-01T00:00:00Z',
  by: 'A',
  body,
}))

async function found(words: string, knownBy: string, audience: 'desk' | 'public'): Promise<readonly string[]> {
  const index = createMemoryIndex()
  const key = { org: 'own', case: 'c' }
  const letter = bodies.flatMap((body) =>
    body.kind === 'document' && body.document.id === 'letter' ? [body.document] : [],
  )
  const texts = letter.flatMap((document) => textItems(document, ['The full text of the decree'], zone))
  await index.put(key, [...entries.flatMap((entry) => itemsOf(entry, zone)), ...texts], entries.length)
  const state = project(entries)
  const view = viewOf(state, { knownBy: parseMoment(knownBy, zone), audience })
  const query = { terms: readTerms(words), fields: [], exact: false, hitsMax: 50 }
  const { hits } = await index.find(key, query, visibleIn(state, view))
  return [...new Set(hits.map(({ kind, id }) => `${kind} ${id}`))].toSorted()
}

describe('A search as of an earlier time or for another audience', () => {
  it('finds nothing of the decree on the 15th, when nobody outside knew of it', async () => {
    expect(await found('decree', '2014-02-15', 'desk')).toEqual([])
    expect(await found('decree', '2014-02-15', 'public')).toEqual([])
  })

  it('finds on the evening of the 18th what the desk heard, and still nothing for the public', async () => {
    expect(await found('decree', '2014-02-18T20:30', 'desk')).toEqual([
      'claim heard',
      'document letter',
      'event cabinet',
      'person mp',
    ])
    expect(await found('decree', '2014-02-18T20:30', 'public')).toEqual([])
  })

  it('finds on the 19th for the public what was printed, and neither the letter nor who wrote it', async () => {
    expect(await found('decree', '2014-02-19', 'public')).toEqual([
      'claim printed',
      'document item',
      'event cabinet',
    ])
  })

  it('finds a document from the day it arrived, or was entered where no claim stands on it', async () => {
    expect(await found('obtained', '2015-01-01', 'desk')).toEqual([])
    expect(await found('obtained', '2015-01-02', 'desk')).toEqual(['document later'])
    expect(await found('"just added"', '2025-12-31', 'desk')).toEqual([])
    expect(await found('"just added"', '2026-01-02', 'desk')).toEqual(['document fresh'])
  })

  it('never finds a note, which may tell what was learned later', async () => {
    expect(await found('hindsight', '2026-12-31', 'desk')).toEqual([])
  })
})
