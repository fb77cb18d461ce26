/** Where sources contradict each other, in words that a reader can weigh. */
import { z } from 'zod'
import { knownFrom, pointsOf, type Rival, type View } from '../record/index.ts'
import { isLaterDocument } from './later.ts'
import { nameOf } from './situation.ts'

export const ContestedPoint = z.strictObject({
  subject: z.string(),
  subjectTitle: z.string(),
  property: z.string(),
  rivals: z.array(
    z.strictObject({
      value: z.string(),
      speakers: z.array(z.string()),
      said: z.array(z.string()),
      documents: z.array(z.string()),
      /** The claims that give this value. */
      claims: z.array(z.string()),
      independentSources: z.number(),
      denials: z.array(z.string()),
    }),
  ),
  outcome: z.enum(['preferred', 'both-stand']),
  /** The value preferred, or null while both stand. */
  preferred: z.string().nullable(),
  why: z.string().nullable(),
  by: z.string().nullable(),
})
export type ContestedPoint = z.infer<typeof ContestedPoint>

/** `titleOf` names what the law defines (bodies, remedies) where the record only has their id. */
export function contestedOf(view: View, titleOf: (id: string) => string): ContestedPoint[] {
  return pointsOf(view).map((point) => ({
    subject: point.subject,
    subjectTitle: view.events.get(point.subject)?.event.title ?? nameOf(view, point.subject),
    property: point.property,
    rivals: point.rivals.map((rival) => rivalOf(view, rival, titleOf)),
    outcome: point.outcome,
    preferred:
      point.outcome === 'preferred' && point.value !== undefined
        ? valueText(view, String(point.value), titleOf)
        : null,
    why: (point.preferred ?? point.contested)?.because ?? null,
    by: (point.preferred ?? point.contested)?.by ?? null,
  }))
}

const rivalOf = (view: View, rival: Rival, titleOf: (id: string) => string): ContestedPoint['rivals'][number] => ({
  value: valueText(view, String(rival.value), titleOf),
  speakers: rival.speakers.map((s) => nameOf(view, s)),
  said: rival.said.filter((text) => knownFrom(text, view.zone) <= view.knownBy),
  documents: rival.documents
    .map((d) => view.documents.get(d))
    .filter((d) => d !== undefined && !isLaterDocument(view, d))
    .map((d) => d?.title ?? ''),
  claims: rival.claims.map((c) => c.id),
  independentSources: rival.independentSources,
  denials: rival.denials.map((d) => nameOf(view, d.speaker)),
})

/** A value in words where it is the name of something that the record or the law knows. */
export function valueText(view: View, value: string, titleOf: (id: string) => string): string {
  const name = nameOf(view, value)
  return name === value && /^[a-z]+\.[a-z0-9.-]+$/.test(value) ? titleOf(value) : name
}
