/** What can be chosen when something is entered: the vocabulary, and the things of this case, in one language. */
import { z } from 'zod'
import { type Language, say, titleOf } from '../law/index.ts'
import type { OpenCase } from './case.ts'
import { documentsAnswer } from './documents-answer.ts'

const Choice = z.strictObject({ id: z.string(), title: z.string() })
export const ChoicesAnswer = z.strictObject({
  /** The person whose case it is. */
  person: z.string(),
  /** Where a pattern of the law says "the sending State"; null when it is not known. */
  sendingState: z.string().nullable(),
  eventTypes: z.array(Choice),
  remedies: z.array(Choice),
  tracks: z.array(Choice),
  proceedings: z.array(Choice),
  entities: z.array(Choice.extend({ kind: z.string() })),
  documents: z.array(Choice),
  events: z.array(Choice.extend({ type: z.string() })),
  /** What can be claimed, with the kind of value. */
  properties: z.array(z.strictObject({ id: z.string(), value: z.string(), single: z.boolean() })),
})
export type ChoicesAnswer = z.infer<typeof ChoicesAnswer>

const byTitle = (a: { title: string }, b: { title: string }): number => a.title.localeCompare(b.title, 'en')

export function choicesAnswer(opened: OpenCase, language: Language): ChoicesAnswer {
  const { law, view, state } = opened
  return {
    person: view.header?.person ?? '',
    sendingState: opened.situation.facts['sending-state']?.values[0] ?? null,
    eventTypes: Object.entries(law.events)
      .map(([id, label]) => ({ id, title: label[language] ?? label['en'] ?? id }))
      .toSorted(byTitle),
    remedies: [...law.remedies.keys()].map((id) => ({ id, title: titleOf(law, id, language) })).toSorted(byTitle),
    tracks: law.blocks.track.map((t) => ({ id: t.track, title: say(t.title, language) })).toSorted(byTitle),
    proceedings: [...view.proceedings.values()].map((p) => ({ id: p.id, title: p.title })),
    entities: [...state.entities.values()]
      .map((e) => ({ id: e.id, title: e.name, kind: e.kind }))
      .toSorted(byTitle),
    documents: documentsAnswer(opened)
      .documents.map(({ id, title }) => ({ id, title }))
      .toSorted(byTitle),
    events: [...view.events.values()].map(({ event }) => ({ id: event.id, title: event.title, type: event.type })),
    properties: Object.entries(state.properties).map(([id, { value, single }]) => ({ id, value, single })),
  }
}
