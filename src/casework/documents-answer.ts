/** The documents of a case, and one of them with the claims bound to its words. */
import { z } from 'zod'
import { type Language, titleOf } from '../law/index.ts'
import {
  compare,
  type Claim,
  type DocumentThing,
  type Id,
  knownFrom,
  type Said,
  type View,
} from '../record/index.ts'
import type { OpenCase } from './case.ts'
import { valueText } from './contested.ts'
import { isLaterDocument, isToldLater } from './later.ts'
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
/** One claim as a reader weighs it. */
export const ClaimLine = z.strictObject({
  id: z.string(),
  /** null when the paper did not exist yet: the desk knew of the thing by itself. */
  document: z.string().nullable(),
  subject: z.string(),
  subjectTitle: z.string(),
  property: z.string(),
  value: z.string(),
  /** The value in words, where it is a name the record or the law knows. */
  valueTitle: z.string(),
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
  /** What the team holds about this claim, by its latest position; null when nobody has taken one. */
  stance: z.enum(['accepted', 'preferred', 'contested', 'refused']).nullable(),
})
export const ClaimsAnswer = z.strictObject({ claims: z.array(ClaimLine) })
export type ClaimsAnswer = z.infer<typeof ClaimsAnswer>
export const DocumentsAnswer = z.strictObject({ documents: z.array(DocumentLine) })
export type DocumentsAnswer = z.infer<typeof DocumentsAnswer>
export const DocumentAnswer = z.strictObject({
  document: DocumentLine,
  /** The text layer; null when the original is not held or is not text. */
  text: z.string().nullable(),
  /** What a person should know about the reading: what was hidden, what could not be read. */
  warnings: z.array(z.string()),
  claims: z.array(ClaimLine),
})
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

/**
 * Documents that something known rests on, and those that had arrived without anything being claimed from them; by
 * date.
 */
export function documentsAnswer(opened: OpenCase): DocumentsAnswer {
  const { view } = opened
  const counts = new Map<Id, number>()
  for (const claim of view.claims.values()) counts.set(claim.document, (counts.get(claim.document) ?? 0) + 1)
  const documents = documentsAt(opened).map((document) => lineOf(view, document, counts.get(document.id) ?? 0))
  return { documents: documents.toSorted((a, b) => compare(a.published ?? '', b.published ?? '')) }
}

/** The public sees documents only through claims; the desk also those that lie unread. */
function documentsAt({ state, view }: OpenCase): readonly DocumentThing[] {
  const reached = [...view.documents.values()].filter((d) => !isLaterDocument(view, d))
  if (view.audience !== 'desk') return reached
  const unread = [...state.documents.values()].filter(
    (d) => !view.documents.has(d.id) && d.arrived !== undefined && knownFrom(d.arrived, view.zone) <= view.knownBy,
  )
  return [...reached, ...unread]
}

/** One document of those that could be seen; nothing when there was none of that name. */
export const documentAt = (opened: OpenCase, id: Id): DocumentThing | undefined =>
  documentsAt(opened).find((d) => d.id === id)

/** Every claim that was known, in order of entry. */
export const claimsAnswer = (opened: OpenCase, language: Language): ClaimsAnswer => ({
  claims: [...opened.view.claims.values()].map((claim) => claimLineOf(opened, claim, language)),
})

/** The text layer of a document and what is to be known about it. */
export interface DocumentText {
  readonly text: string | null
  readonly warnings: readonly Said[]
}

export function documentAnswer(
  opened: OpenCase,
  document: DocumentThing,
  read: DocumentText,
  language: Language,
): DocumentAnswer {
  const { view } = opened
  const { id } = document
  const claims = [...view.claims.values()]
    .filter((claim) => claim.document === id)
    .map((claim) => claimLineOf(opened, claim, language))
  return {
    document: lineOf(view, document, claims.length),
    text: read.text,
    warnings: read.warnings.map((one) => one[language === 'es' ? 'es' : 'en']),
    claims: claims.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity)),
  }
}

const lineOf = (view: View, d: DocumentThing, claims: number): DocumentsAnswer['documents'][number] => ({
  id: d.id,
  title: d.title,
  publisher: d.publisher,
  published: d.published ?? null,
  address: d.address ?? null,
  language: d.language ?? null,
  // Copies of one paper can be made to differ: the hash would tell others which of them is held.
  sha256: view.audience === 'desk' ? (d.sha256 ?? null) : null,
  disclosure: d.disclosure,
  copyOf: d.copyOf ?? null,
  retells: d.retells ?? null,
  rights: d.rights ?? null,
  note: d.note ?? null,
  claims,
})

const claimLineOf = ({ view, law }: OpenCase, c: Claim, language: Language): DocumentAnswer['claims'][number] => ({
  id: c.id,
  document: isToldLater(view, c) ? null : c.document,
  subject: c.subject,
  subjectTitle: subjectTitle(view, c.subject),
  property: c.property,
  value: String(c.value),
  valueTitle: valueText(view, String(c.value), (id) => titleOf(law, id, language)),
  denied: c.polarity === 'denied',
  speaker: nameOf(view, c.speaker),
  accordingTo: c.accordingTo === undefined ? null : nameOf(view, c.accordingTo),
  said: isToldLater(view, c) ? null : (c.said ?? null),
  learned: c.learned,
  public: c.public ?? null,
  disclosure: c.disclosure,
  grade: c.grade === undefined ? null : `${c.grade.source}${c.grade.information}`,
  quote: isToldLater(view, c) ? null : (c.place?.quote ?? null),
  start: c.place?.start ?? null,
  end: c.place?.end ?? null,
  inferred: c.inferred ?? null,
  note: isToldLater(view, c) ? null : (c.note ?? null),
  stance: view.positions.findLast((p) => p.claims.includes(c.id))?.stance ?? null,
})

/** The case, an event, a proceeding or a name, as a reader calls it. */
const subjectTitle = (view: View, id: Id): string =>
  id === view.header?.id
    ? view.header.title
    : (view.events.get(id)?.event.title ?? view.proceedings.get(id)?.title ?? nameOf(view, id))
