/** What the isolated worker is asked, and its answers, which are checked: it works on hostile files. */
import { z } from 'zod'
import { BUNDLE_PAGES_MAX, EXHIBIT_PAGES_MAX } from './limits.ts'

const language = z.enum(['en', 'es'])
const length = z.number().int().min(0)
const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

const drawnSource = z.object({
  kind: z.enum(['pdf', 'picture', 'text']),
  mediaType: z.string(),
  length,
})

const listed = z.object({
  number: z.number().int(),
  title: z.string(),
  date: z.string().exactOptional(),
  missing: z.string().exactOptional(),
  pages: z.number().int(),
  /** Bytes of its pages; 0 where it is missing. */
  length,
})

export const jobSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('draw'), language, sources: z.array(drawnSource) }),
  z.object({
    do: z.literal('bind'),
    language,
    title: z.string(),
    paperLength: length,
    /** Pages that the paper was set for; with another number nothing is bound, only counted. */
    paperPages: z.number().int().exactOptional(),
    exhibits: z.array(listed),
    /** Pages of one fax call: what has more is cut into parts as well. */
    faxPages: z.number().int().min(1).exactOptional(),
  }),
  z.object({
    do: z.literal('redact'),
    language,
    title: z.string(),
    source: drawnSource,
    words: z.array(z.object({ text: z.string(), page: z.number().int().exactOptional() })),
    areas: z.array(z.object({ page: z.number().int(), box })),
  }),
])
export type Job = z.infer<typeof jobSchema>
export type JobOf<K extends Job['do']> = Extract<Job, { do: K }>
export type Listed = z.infer<typeof listed>
export type DrawnSource = z.infer<typeof drawnSource>

const note = z.object({
  page: z.number().int().exactOptional(),
  kind: z.enum(['annotation', 'picture', 'hidden', 'text-layer']),
  message: z.string().max(500),
})

export const drawnSchema = z.array(
  z.union([
    z.object({ pages: z.number().int().min(1).max(EXHIBIT_PAGES_MAX), notes: z.array(note).max(10_000) }),
    z.object({ refused: z.string().max(2000) }),
  ]),
)
const pageCount = z
  .number()
  .int()
  .min(1)
  .max(BUNDLE_PAGES_MAX + EXHIBIT_PAGES_MAX)
const faxed = z.array(z.object({ from: z.number().int(), to: z.number().int() }))
export const boundSchema = z.object({ pages: pageCount.exactOptional(), paperPages: pageCount, fax: faxed })

const removed = z.object({
  page: z.number().int(),
  words: z.number().int(),
  areas: z.number().int(),
  characters: z.number().int(),
  pictures: z.number().int(),
  pictured: z.boolean(),
})
export const redactedSchema = z.union([
  z.object({ pages: z.number().int(), removed: z.array(removed), notes: z.array(note) }),
  z.object({ notFound: z.array(z.object({ text: z.string(), page: z.number().int().exactOptional() })) }),
  z.object({ failed: z.string() }),
])
export type Redacted = z.infer<typeof redactedSchema>
export type RemovedOnPage = z.infer<typeof removed>
