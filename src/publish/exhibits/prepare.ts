/** Originals to pages: each drawn again in an isolated process. What fails is listed with its reason, never lost. */
import { readDocument } from '../../reading/index.ts'
import type { Reader } from '../../reading/index.ts'
import type { Exhibit, PaperLanguage } from '../paper/model.ts'
import { askWorker } from './isolated.ts'
import type { WorkerOptions } from './isolated.ts'
import { drawnSchema } from './jobs.ts'
import type { DrawnSource } from './jobs.ts'
import {
  BATCH_BYTES_MAX,
  BATCH_EXHIBITS_MAX,
  BUNDLE_BYTES_MAX,
  BUNDLE_PAGES_MAX,
  EXHIBIT_BYTES_MAX,
  EXHIBIT_COST_BYTES,
  EXHIBITS_MAX,
  LANES_MAX,
} from './limits.ts'
import { ExhibitError } from './model.ts'
import type { ExhibitSource, Original, PageNote, PreparedExhibit } from './model.ts'
import { pageWords } from './words.ts'

export interface PrepareOptions extends WorkerOptions {
  readonly language: PaperLanguage
  /** Reads files that have no pages of their own; one is made when it is needed. */
  readonly reader?: Pick<Reader, 'read'>
}

/** An exhibit whose bytes are ready to be drawn. */
interface Ready {
  readonly exhibit: Exhibit
  readonly source: DrawnSource
  readonly bytes: Uint8Array
  readonly notes: readonly PageNote[]
}

const pictures = new Set(['image/png', 'image/jpeg', 'image/tiff'])

/**
 * Prepares all exhibits, in the order of their numbers. Never fails for one of them: an exhibit that cannot be opened
 * comes back `missing` with its reason. Throws an `ExhibitError` only when there are too many altogether.
 */
export async function prepareExhibits(
  sources: readonly ExhibitSource[],
  options: PrepareOptions,
): Promise<readonly PreparedExhibit[]> {
  if (sources.length > EXHIBITS_MAX) {
    throw new ExhibitError(
      `The paper has ${sources.length} exhibits.`,
      `A bundle takes ${EXHIBITS_MAX}.`,
      'Join exhibits that belong together, or leave out what no sentence leads to.',
    )
  }
  const prepared = new Map<number, PreparedExhibit>()
  const ready: Ready[] = []
  for (const { original, ...exhibit } of [...sources].sort((a, b) => a.number - b.number)) {
    const next = await makeReady(exhibit, original, options)
    if ('missing' in next) prepared.set(exhibit.number, next)
    else ready.push(next)
  }
  const waiting = [...batches(ready)]
  const lane = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      for (const each of await drawBatch(batch, options)) prepared.set(each.number, each)
    }
  }
  await Promise.all(Array.from({ length: LANES_MAX }, lane))
  return withinBundle(
    [...prepared.values()].sort((a, b) => a.number - b.number),
    options.language,
  )
}

type Missing = PreparedExhibit & { readonly missing: string }

/** `printed` stands in the index; `reason` is for the author. */
const missing = (exhibit: Exhibit, printed: string, reason: string): Missing => ({
  ...exhibit,
  missing: printed,
  reason,
  pages: 0,
  notes: [],
})

async function makeReady(
  exhibit: Exhibit,
  original: Original | undefined,
  options: PrepareOptions,
): Promise<Ready | Missing> {
  const words = pageWords[options.language]
  const not = (reason: string, printed = words.notOpened): Missing =>
    missing(
      exhibit,
      printed,
      `Exhibit ${exhibit.number} could not be opened: ${reason} It is listed as not attached.`,
    )
  if (exhibit.missing !== undefined) return missing(exhibit, exhibit.missing, exhibit.missing)
  if (original === undefined) return not('the original is not in the store.', words.notInStore)
  const { bytes, mediaType } = original
  if (bytes.length === 0) return not('the file is empty.')
  if (bytes.length > EXHIBIT_BYTES_MAX) {
    return not(
      `the file has ${bytes.length} bytes; the limit is ${EXHIBIT_BYTES_MAX}. Split it and add the parts.`,
      words.tooLarge,
    )
  }
  const kind = mediaType === 'application/pdf' ? 'pdf' : pictures.has(mediaType) ? 'picture' : 'text'
  if (kind !== 'text') {
    return { exhibit, bytes, source: { kind, mediaType, length: bytes.length }, notes: [] }
  }
  const text = original.text ?? (await textOf(bytes, options))
  if (typeof text !== 'string') return not(text.refused)
  if (text.trim() === '') return not('the file holds no text and has no pages of its own.')
  const layer = Buffer.from(text, 'utf8')
  const note = { kind: 'text-layer' as const, message: 'The text layer is attached; the file itself is not.' }
  return { exhibit, bytes: layer, source: { kind, mediaType, length: layer.length }, notes: [note] }
}

async function textOf(bytes: Uint8Array, options: PrepareOptions): Promise<string | { readonly refused: string }> {
  // The bytes say what they are; a name would only be a hint from outside.
  const outcome = await (options.reader?.read(bytes, '') ?? readDocument(bytes, ''))
  return outcome.status === 'read' ? outcome.reading.text : { refused: outcome.refusal.message }
}

/** Shared out so that all end at about the same time: the costly first, each to whom has the least to do. */
function batches(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  const bytes = ready.reduce((sum, one) => sum + one.bytes.length, 0)
  const needed = Math.max(Math.ceil(ready.length / BATCH_EXHIBITS_MAX), Math.ceil(bytes / BATCH_BYTES_MAX))
  const shares = Array.from({ length: needed }, () => ({ cost: 0, batch: [] as Ready[] }))
  for (const one of ready.toSorted((a, b) => b.bytes.length - a.bytes.length)) {
    const share = shares.reduce((least, other) => (other.cost < least.cost ? other : least))
    share.batch.push(one)
    share.cost += one.bytes.length + EXHIBIT_COST_BYTES
  }
  return shares.map(({ batch }) => batch).filter((batch) => batch.length > 0)
}

/** A batch whose process broke is tried again one by one: only the exhibit that breaks it is missing in the end. */
async function drawBatch(batch: readonly Ready[], options: PrepareOptions): Promise<readonly PreparedExhibit[]> {
  const job = { do: 'draw', language: options.language, sources: batch.map(({ source }) => source) } as const
  const result = await askWorker(
    job,
    batch.map(({ bytes }) => bytes),
    options,
  )
  const answers = result.status === 'done' ? drawnSchema.safeParse(result.answer) : undefined
  if (result.status === 'done' && answers?.success === true && answers.data.length === batch.length) {
    const files = [...result.files]
    const drawn = batch.map((one, index): PreparedExhibit => {
      const answer = answers.data[index]
      if (answer === undefined || 'refused' in answer) return refused(one, answer?.refused ?? '', options)
      const pdf = files.shift()
      const notes = [...one.notes, ...answer.notes]
      return pdf === undefined
        ? refused(one, 'its pages did not come back.', options)
        : { ...one.exhibit, pdf, pages: answer.pages, notes }
    })
    if (files.length === 0) return drawn
  }
  if (batch.length === 1) {
    const why =
      result.status === 'refused' ? result.why : 'the isolated process gave an answer that it cannot give.'
    return batch.map((one) => refused(one, why, options))
  }
  const alone: PreparedExhibit[] = []
  for (const one of batch) alone.push(...(await drawBatch([one], options)))
  return alone
}

const refused = ({ exhibit }: Ready, why: string, { language }: PrepareOptions): PreparedExhibit =>
  missing(
    exhibit,
    pageWords[language].notOpened,
    `Exhibit ${exhibit.number} could not be opened: ${why} It is listed as not attached.`,
  )

/** What does not fit any more is listed as missing, in the order of the numbers. */
function withinBundle(exhibits: readonly PreparedExhibit[], language: PaperLanguage): readonly PreparedExhibit[] {
  let pages = 0
  let bytes = 0
  return exhibits.map((exhibit) => {
    if (exhibit.pdf === undefined) return exhibit
    if (pages + exhibit.pages > BUNDLE_PAGES_MAX || bytes + exhibit.pdf.length > BUNDLE_BYTES_MAX) {
      const { pdf: _pdf, ...rest } = exhibit
      return missing(
        rest,
        pageWords[language].tooLarge,
        `With exhibit ${exhibit.number} the bundle would pass ${BUNDLE_PAGES_MAX} pages or ${BUNDLE_BYTES_MAX} ` +
          'bytes. It is listed as not attached; send it apart.',
      )
    }
    pages += exhibit.pages
    bytes += exhibit.pdf.length
    return exhibit
  })
}
