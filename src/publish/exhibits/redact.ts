/** Passages and areas taken out of a document, so that no reader of the file can have them back. */
import { readDocument } from '../../reading/index.ts'
import type { Reader } from '../../reading/index.ts'
import type { PaperLanguage } from '../paper/model.ts'
import { askWorker } from './isolated.ts'
import type { WorkerOptions } from './isolated.ts'
import { redactedSchema } from './jobs.ts'
import type { DrawnSource, RemovedOnPage } from './jobs.ts'
import { EXHIBIT_BYTES_MAX, REDACTIONS_MAX } from './limits.ts'
import { ExhibitError } from './model.ts'
import type { Original, PageNote } from './model.ts'

/** All places where it stands, or those on one page (from 1). Capitals, accents and line ends do not matter. */
export interface Passage {
  readonly text: string
  readonly page?: number
}

/** Left, top, right, bottom in points from the upper left corner of the page as it is seen. */
export interface Area {
  readonly page: number
  readonly box: readonly [number, number, number, number]
}

export interface Redaction {
  readonly passages: readonly Passage[]
  readonly areas: readonly Area[]
}

export interface RedactOptions extends WorkerOptions {
  readonly language: PaperLanguage
  /** What the file says it is; must not hold what was taken out of it. */
  readonly title: string
  readonly reader?: Pick<Reader, 'read'>
}

export interface RedactedDocument {
  readonly pdf: Uint8Array
  readonly pages: number
  /** By page; pages that nothing was taken from are not listed. */
  readonly removed: readonly RemovedOnPage[]
  readonly notes: readonly PageNote[]
}

/**
 * Redacts and checks the result. Throws an `ExhibitError` when a passage is not found (nothing is passed over in
 * silence), and when the check finds anything left: then there is no file.
 */
export async function redactDocument(
  original: Original,
  redaction: Redaction,
  options: RedactOptions,
): Promise<RedactedDocument> {
  assertSensible(redaction)
  const { bytes, source } = await asSource(original, options)
  const result = await askWorker(
    {
      do: 'redact',
      language: options.language,
      title: options.title,
      source,
      words: redaction.passages.map((passage) => ({ ...passage })),
      areas: redaction.areas.map(({ page, box: [a, b, c, d] }) => ({ page, box: [a, b, c, d] })),
    },
    [bytes],
    options,
  )
  if (result.status === 'refused')
    throw notRedacted(result.why, 'Look at what was chosen. A damaged file can be printed to a new PDF.')
  const answer = redactedSchema.safeParse(result.answer)
  if (!answer.success) throw notRedacted('The isolated process gave an answer that it cannot give.', 'Try again.')
  if ('notFound' in answer.data) {
    const missed = answer.data.notFound.map(
      ({ text, page }) => `"${text}"${page === undefined ? '' : ` (page ${page})`}`,
    )
    throw notRedacted(
      `Not found: ${missed.join(', ')}.`,
      'Copy the words from the page as they stand there. On a scanned page mark an area: its words are pixels.',
    )
  }
  const [pdf] = result.files
  if ('failed' in answer.data || pdf === undefined) {
    throw notRedacted(
      `The check of the result failed. ${'failed' in answer.data ? answer.data.failed : ''}`,
      'Nothing was given out. Mark a whole area instead of words, or a larger one, and try again.',
    )
  }
  return { pdf, ...answer.data }
}

function assertSensible({ passages, areas }: Redaction): void {
  const count = passages.length + areas.length
  if (count === 0) throw notRedacted('Nothing was chosen.', 'Choose words or areas.')
  if (count > REDACTIONS_MAX) {
    throw notRedacted(
      `${count} places were chosen; the limit is ${REDACTIONS_MAX}.`,
      'Redact the document in parts.',
    )
  }
  if (passages.some(({ text }) => text.trim() === '')) throw notRedacted('A passage is empty.', 'Choose words.')
  const odd = areas.find(
    ({ box: [left, top, right, bottom] }) =>
      !(right - left > 0 && bottom - top > 0 && Number.isFinite(right + bottom)),
  )
  if (odd !== undefined) throw notRedacted(`The area on page ${odd.page} is empty.`, 'Draw it again.')
}

async function asSource(
  { bytes, mediaType, text }: Original,
  options: RedactOptions,
): Promise<{ readonly bytes: Uint8Array; readonly source: DrawnSource }> {
  if (bytes.length > EXHIBIT_BYTES_MAX) {
    throw notRedacted(`The file has ${bytes.length} bytes; the limit is ${EXHIBIT_BYTES_MAX}.`, 'Split it.')
  }
  const kind =
    mediaType === 'application/pdf' ? 'pdf' : /^image\/(?:png|jpeg|tiff)$/.test(mediaType) ? 'picture' : 'text'
  if (kind !== 'text') return { bytes, source: { kind, mediaType, length: bytes.length } }
  let layerText = text
  if (layerText === undefined) {
    const outcome = await (options.reader?.read(bytes, '') ?? readDocument(bytes, ''))
    if (outcome.status === 'refused') throw notRedacted(outcome.refusal.message, 'Save it as PDF and redact that.')
    layerText = outcome.reading.text
  }
  const layer = Buffer.from(layerText, 'utf8')
  return { bytes: layer, source: { kind, mediaType, length: layer.length } }
}

const notRedacted = (why: string, remedy: string): ExhibitError =>
  new ExhibitError('The document was not redacted.', why, remedy)
