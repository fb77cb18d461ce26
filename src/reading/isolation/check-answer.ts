/** The answer of a parse, checked before anything believes it: a parse may have been taken over by its document. */
import { z } from 'zod'
import {
  CHILDREN_MAX,
  HIDDEN_MAX,
  NAME_CHARACTERS_MAX,
  PAGES_MAX,
  TEXT_CHARACTERS_MAX,
  WARNINGS_MAX,
} from '../limits.ts'
import { hiddenKinds, refusalCodes } from '../formats/reading.ts'
import type { Child, Page, Progress, Reading, Refusal, Span } from '../formats/reading.ts'
import { safeFileName } from '../formats/file-name.ts'

const offset = z
  .number()
  .int()
  .min(0)
  .max(TEXT_CHARACTERS_MAX + PAGES_MAX)
const position = z.union([
  z.object({ box: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
  z.object({ source: z.tuple([z.number(), z.number()]) }),
  z.object({ part: z.string().max(NAME_CHARACTERS_MAX * 4), paragraph: z.number() }),
])
const text = z.string()

const answerSchema = z.object({
  mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  layer: z.number().int(),
  text: z.string().max(TEXT_CHARACTERS_MAX + PAGES_MAX),
  pages: z
    .array(
      z.object({
        number: z.number().int().min(1),
        start: offset,
        end: offset,
        spans: z.array(z.unknown()),
        origin: z.enum(['text', 'ocr', 'ocr-layer', 'unread']),
        width: z.number().exactOptional(),
        height: z.number().exactOptional(),
        confidence: z.number().exactOptional(),
      }),
    )
    .max(PAGES_MAX),
  main: z.object({ start: offset, end: offset }).exactOptional(),
  metadata: z.record(z.string(), z.union([z.string(), z.boolean()])),
  hidden: z
    .array(
      z.object({
        kind: z.enum(hiddenKinds),
        text,
        how: text,
        page: z.number().exactOptional(),
        at: position.exactOptional(),
        start: offset.exactOptional(),
        end: offset.exactOptional(),
        by: text.exactOptional(),
        when: text.exactOptional(),
      }),
    )
    .max(HIDDEN_MAX),
  children: z.array(z.object({ name: text, statedName: text.exactOptional() })).max(CHILDREN_MAX),
  warnings: z
    .array(z.object({ message: text, spanish: text.exactOptional(), page: z.number().exactOptional() }))
    .max(WARNINGS_MAX + 10),
})

const refusalSchema = z.object({
  code: z.enum(refusalCodes),
  message: z.string().max(2000),
  spanish: z.string().max(2000).exactOptional(),
})
const progressSchema = z.object({
  what: z.enum(['page', 'ocr', 'part']),
  done: z.number(),
  of: z.number().exactOptional(),
})
const costSchema = z.object({ peakMemoryBytes: z.number().min(0) })

const fromJson = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'))

export const checkRefusal = (bytes: Uint8Array): Refusal => refusalSchema.parse(fromJson(bytes))
export const checkProgress = (bytes: Uint8Array): Progress => progressSchema.parse(fromJson(bytes))
export const checkCost = (bytes: Uint8Array): { readonly peakMemoryBytes: number } =>
  costSchema.parse(fromJson(bytes))

/** Its language is told by whoever takes it: a parse is not asked. */
export type CheckedReading = Omit<Reading, 'language'>

/** Throws when the answer is not one that a parse can give. */
export function checkReading(bytes: Uint8Array, childBytes: readonly Uint8Array[]): CheckedReading {
  const answer = answerSchema.parse(fromJson(bytes))
  if (answer.children.length !== childBytes.length) throw new Error('the parse named other children than it sent')
  const taken = new Set<string>()
  const children = answer.children.map(({ name, statedName }, index): Child => ({
    // Made safe again here: the parse is not believed.
    name: safeFileName(name, taken),
    bytes: childBytes[index] ?? new Uint8Array(),
    ...(statedName === undefined ? {} : { statedName }),
  }))
  let last = 0
  const pages = answer.pages.map((page, index): Page => {
    if (page.number !== index + 1 || page.start < last || page.end < page.start || page.end > answer.text.length) {
      throw new Error('the parse sent pages that do not fit its text')
    }
    last = page.end
    return {
      ...page,
      spans: checkSpans(page.spans, page.start, page.end),
      text: answer.text.slice(page.start, page.end),
    }
  })
  return { ...answer, pages, children }
}

/** By hand: there can be a million of them. */
function checkSpans(spans: readonly unknown[], start: number, end: number): readonly Span[] {
  for (const span of spans as readonly Partial<Span>[]) {
    const fits =
      typeof span === 'object' &&
      span !== null &&
      Number.isInteger(span.start) &&
      Number.isInteger(span.end) &&
      (span.start ?? -1) >= start &&
      (span.end ?? -1) >= (span.start ?? 0) &&
      (span.end ?? end + 1) <= end
    if (!fits || !position.safeParse(span.at).success)
      throw new Error('the parse sent positions that do not fit its text')
  }
  return spans as readonly Span[]
}
