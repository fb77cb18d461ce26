/** The documents of a case, and one of them with the claims bound to its words. */
import { z } from 'zod'
import type { Claim, DocumentThing, Id, View } from '../record/index.ts'
import type { OpenCase } from './case.ts'
import { nameOf } from './situation.ts'

const DocumentLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: z.string().nullable(),
  address: z.string().nullable(),
  language: z.string().nullable(),
  sha256: z.string().nullable(),
  disclosure: z.string(),
  copyOf: z.string().nullable(),
  retells: z.string().nullable(),
  rights: z.string().nullable(),
  note: z.string().nullable(),
  claims: z.number(),
})
const ClaimLine = z.strictObject({
  id: z.string(),
  subject: z.string(),
  subjectTitle: z.string(),
  property: z.string(),
  value: z.string(),
  denied: z.boolean(),
  speaker: z.string(),
  accordingTo: z.string().nullable(),
  said: z.string().nullable(),
  learned: z.string(),
  public: z.string().nullable(),
  disclosure: z.string(),
  grade: z.string().nullable(),
  quote: z.string().nullable(),
  start: z.number().nullable(),
  end: z.number().nullable(),
  inferred: z.string().nullable(),
  note: z.string().nullable(),
})
export const DocumentsAnswer = z.strictObject({ documents: z.array(DocumentLine) })
export type DocumentsAnswer = z.infer<typeof DocumentsAnswer>
export const DocumentAnswer = z.strictObject({
  document: DocumentLine,
  /** The text layer; null when the original is not held or is not text. */
  text: z.string().nullable(),
  claims: z.array(ClaimLine),
})
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

/** Documents that something known rests on, by date. */
export function documentsAnswer({ view }: OpenCase): DocumentsAnswer {
  const counts = new Map<Id, number>()
  for (const claim of view.claims.values()) counts.set(claim.document, (counts.get(claim.document) ?? 0) + 1)
  const documents = [...view.documents.values()].map((document) => lineOf(document, counts.get(document.id) ?? 0))
  return { documents: documents.toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1)) }
}

/** `bytes`: the original where it is held. The document must be in the view. */
export function documentAnswer({ view }: OpenCase, id: Id, bytes: Uint8Array | undefined): DocumentAnswer {
  const document = view.documents.get(id)
  if (document === undefined) throw new Error(`The view has no document "${id}".`)
  const claims = [...view.claims.values()]
    .filter((claim) => claim.document === id)
    .map((claim) => claimLineOf(view, claim))
  const isText = document.mediaType === undefined || document.mediaType.startsWith('text/')
  return {
    document: lineOf(document, claims.length),
    text: bytes === undefined || !isText ? null : new TextDecoder().decode(bytes),
    claims: claims.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity)),
  }
}

const lineOf = (d: DocumentThing, claims: number): DocumentsAnswer['documents'][number] => ({
  id: d.id,
  title: d.title,
  publisher: d.publisher,
  published: d.published ?? null,
  address: d.address ?? null,
  language: d.language ?? null,
  sha256: d.sha256 ?? null,
  disclosure: d.disclosure,
  copyOf: d.copyOf ?? null,
  retells: d.retells ?? null,
  rights: d.rights ?? null,
  note: d.note ?? null,
  claims,
})

const claimLineOf = (view: View, c: Claim): DocumentAnswer['claims'][number] => ({
  id: c.id,
  subject: c.subject,
  subjectTitle: view.events.get(c.subject)?.event.title ?? nameOf(view, c.subject),
  property: c.property,
  value: String(c.value),
  denied: c.polarity === 'denied',
  speaker: nameOf(view, c.speaker),
  accordingTo: c.accordingTo === undefined ? null : nameOf(view, c.accordingTo),
  said: c.said ?? null,
  learned: c.learned,
  public: c.public ?? null,
  disclosure: c.disclosure,
  grade: c.grade === undefined ? null : `${c.grade.source}${c.grade.information}`,
  quote: c.place?.quote ?? null,
  start: c.place?.start ?? null,
  end: c.place?.end ?? null,
  inferred: c.inferred ?? null,
  note: c.note ?? null,
})
