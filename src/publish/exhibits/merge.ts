/** Paper and exhibits to one file, with an index whose page numbers are right. */
import type { PaperLanguage } from '../paper/model.ts'
import { exhibitPages, indexPages } from './index-layout.ts'
import { askWorker } from './isolated.ts'
import type { WorkerOptions } from './isolated.ts'
import { boundSchema, countSchema } from './jobs.ts'
import { ExhibitError } from './model.ts'
import type { Bundle, ExhibitPages, ExhibitSource, PreparedExhibit } from './model.ts'
import { prepareExhibits } from './prepare.ts'
import type { PrepareOptions } from './prepare.ts'

export interface BundleOptions extends WorkerOptions {
  readonly language: PaperLanguage
  /** The one thing beside the language that the file says of itself. */
  readonly title: string
}

/**
 * The paper as PDF: the bytes, or a function that sets it with the pages on which its exhibits will lie. It is called
 * again while its own length still moves them.
 */
export type PaperPdf = Uint8Array | ((pages: readonly ExhibitPages[]) => Promise<Uint8Array>)

/** Settings of a paper until its length stands still; a line more or less on the last page may cost one. */
const SETTINGS_MAX = 4

/** Prepares the exhibits and binds them behind the paper. Throws an `ExhibitError` when no bundle can be made. */
export async function mergeExhibits(
  paper: PaperPdf,
  exhibits: readonly ExhibitSource[],
  options: BundleOptions & Pick<PrepareOptions, 'reader'>,
): Promise<Bundle> {
  return bindBundle(paper, await prepareExhibits(exhibits, options), options)
}

/** Binds what `prepareExhibits` made. The same input gives the same bytes. */
export async function bindBundle(
  paper: PaperPdf,
  exhibits: readonly PreparedExhibit[],
  options: BundleOptions,
): Promise<Bundle> {
  const { pdf: paperPdf, pages: paperPages } = await settle(paper, exhibits, options)
  const places = exhibitPages(exhibits, paperPages, options.language)
  const index = indexPages(exhibits, places, options.language)
  const attached = exhibits.flatMap(({ pdf, number, title, pages }) =>
    pdf === undefined ? [] : [{ pdf, number, title, pages, length: pdf.length }],
  )
  const result = await askWorker(
    {
      do: 'bind',
      language: options.language,
      title: options.title,
      paperLength: paperPdf.length,
      index: index.map((rows) => [...rows]),
      exhibits: attached.map(({ number, title, pages, length }) => ({ number, title, pages, length })),
    },
    [paperPdf, ...attached.map(({ pdf }) => pdf)],
    options,
  )
  if (result.status === 'refused') throw notBound(result.why)
  const answer = boundSchema.safeParse(result.answer)
  const [pdf] = result.files
  const last = places.at(-1)?.to ?? paperPages + index.length
  if (!answer.success || pdf === undefined || answer.data.pages !== last) {
    throw notBound('The isolated process gave an answer that it cannot give.')
  }
  return {
    pdf,
    pages: last,
    paperPages,
    indexPages: index.length,
    exhibits: places,
    missing: exhibits.flatMap(({ number, missing, reason }) =>
      missing === undefined ? [] : [{ exhibit: number, why: reason ?? missing }],
    ),
    notes: exhibits.flatMap(({ number, notes }) => notes.map((note) => ({ exhibit: number, ...note }))),
  }
}

const notBound = (why: string): ExhibitError =>
  new ExhibitError(
    'The bundle could not be made.',
    why,
    'The paper itself and its exhibits are kept. Try again; send the exhibits apart if it does not work.',
  )

/** Sets the paper until the pages it names are the pages it gets. */
async function settle(
  paper: PaperPdf,
  exhibits: readonly PreparedExhibit[],
  options: BundleOptions,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  let guess = 1
  for (let setting = 1; setting <= SETTINGS_MAX; setting++) {
    const pdf = typeof paper === 'function' ? await paper(exhibitPages(exhibits, guess, options.language)) : paper
    const result = await askWorker({ do: 'count' }, [pdf], options)
    if (result.status === 'refused') throw notBound(`The paper's own PDF could not be opened: ${result.why}`)
    const { pages } = countSchema.parse(result.answer)
    if (pages === guess || typeof paper !== 'function') return { pdf, pages }
    guess = pages
  }
  throw new ExhibitError(
    'The pages of the exhibits could not be settled.',
    `The paper got another length each of the ${SETTINGS_MAX} times it was set.`,
    'Leave the page numbers of the exhibits out of the paper; the index behind it has them.',
  )
}
