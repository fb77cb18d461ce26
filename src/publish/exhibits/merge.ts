/** Paper and exhibits to one file, with an index whose page numbers are right. */
import type { PaperLanguage } from '../paper/model.ts'
import { exhibitPages, indexPages } from './index-layout.ts'
import { askWorker } from './isolated.ts'
import type { WorkerOptions } from './isolated.ts'
import { boundSchema } from './jobs.ts'
import { ExhibitError } from './model.ts'
import type { Bundle, ExhibitPages, FaxPart, PreparedExhibit } from './model.ts'

export interface BundleOptions extends WorkerOptions {
  readonly language: PaperLanguage
  /** The one thing beside the language that the file says of itself. */
  readonly title: string
  /** How many pages the paper will probably have, so that it need not be set twice. */
  readonly paperPages?: number
  /** Pages of one fax call: a longer bundle comes cut into parts as well. */
  readonly faxPages?: number
}

/**
 * The paper as PDF: the bytes, or a function that sets it with the pages on which its exhibits will lie. It is called
 * again while its own length still moves them.
 */
export type PaperPdf = Uint8Array | ((pages: readonly ExhibitPages[]) => Promise<Uint8Array>)

/** Settings of a paper until its length stands still; a line more or less on the last page may cost one. */
const SETTINGS_MAX = 4

/** Binds what `prepareExhibits` made. The same input gives the same bytes. */
export async function bindBundle(
  paper: PaperPdf,
  exhibits: readonly PreparedExhibit[],
  options: BundleOptions,
): Promise<Bundle> {
  const { faxPages } = options
  if (faxPages !== undefined && (!Number.isInteger(faxPages) || faxPages < 1)) {
    throw new ExhibitError(
      'The bundle could not be cut for fax.',
      `A part cannot have ${faxPages} pages.`,
      'Give at least one page a part.',
    )
  }
  let guess = options.paperPages ?? 1
  for (let setting = 1; setting <= SETTINGS_MAX; setting++) {
    const isSet = typeof paper === 'function'
    const bytes = isSet ? await paper(exhibitPages(exhibits, guess, options.language)) : paper
    const bound = await bind(bytes, exhibits, options, isSet ? guess : undefined)
    if (bound.pdf !== undefined) return described(bound.pdf, bound, exhibits, options.language)
    guess = bound.paperPages
  }
  throw new ExhibitError(
    'The pages of the exhibits could not be settled.',
    `The paper got another length each of the ${SETTINGS_MAX} times it was set.`,
    'Leave the page numbers of the exhibits out of the paper; the index behind it has them.',
  )
}

interface Bound {
  readonly pdf?: Uint8Array
  readonly paperPages: number
  readonly fax: readonly FaxPart[]
}

/** One try: without a `pdf` when the paper has another number of pages than `expected`. */
async function bind(
  paper: Uint8Array,
  exhibits: readonly PreparedExhibit[],
  options: BundleOptions,
  expected: number | undefined,
): Promise<Bound> {
  const result = await askWorker(
    {
      do: 'bind',
      language: options.language,
      title: options.title,
      paperLength: paper.length,
      ...(expected === undefined ? {} : { paperPages: expected }),
      ...(options.faxPages === undefined ? {} : { faxPages: options.faxPages }),
      exhibits: exhibits.map(({ number, title, date, missing, pages, pdf }) => ({
        number,
        title,
        ...(date === undefined ? {} : { date }),
        ...(missing === undefined ? {} : { missing }),
        pages,
        length: pdf?.length ?? 0,
      })),
    },
    [paper, ...exhibits.flatMap(({ pdf }) => (pdf === undefined ? [] : [pdf]))],
    options,
  )
  if (result.status === 'refused') throw notBound(result.why)
  const answer = boundSchema.safeParse(result.answer)
  const [pdf, ...parts] = result.files
  if (!answer.success || (pdf === undefined) !== (answer.data.pages === undefined)) throw notBound(ODD)
  const { pages, paperPages, fax } = answer.data
  if (pdf === undefined) return { paperPages, fax: [] }
  if (pages !== lastPage(exhibits, paperPages, options.language)) throw notBound(ODD)
  if (fax.length !== parts.length) throw notBound(ODD)
  return { pdf, paperPages, fax: parts.map((part, index) => faxPart(part, fax, index)) }
}

function faxPart(
  pdf: Uint8Array,
  fax: readonly { readonly from: number; readonly to: number }[],
  index: number,
): FaxPart {
  const { from, to } = fax[index] ?? { from: 0, to: 0 }
  return { pdf, part: index + 1, of: fax.length, from, to }
}

const ODD = 'The isolated process gave an answer that it cannot give.'

const lastPage = (exhibits: readonly PreparedExhibit[], paperPages: number, language: PaperLanguage): number =>
  exhibitPages(exhibits, paperPages, language).at(-1)?.to ?? paperPages + indexPages(exhibits, [], language).length

function described(
  pdf: Uint8Array,
  { paperPages, fax }: Bound,
  exhibits: readonly PreparedExhibit[],
  language: PaperLanguage,
): Bundle {
  return {
    pdf,
    pages: lastPage(exhibits, paperPages, language),
    paperPages,
    indexPages: indexPages(exhibits, [], language).length,
    exhibits: exhibitPages(exhibits, paperPages, language),
    missing: exhibits.flatMap(({ number, missing, reason }) =>
      missing === undefined ? [] : [{ exhibit: number, why: reason ?? missing }],
    ),
    notes: exhibits.flatMap(({ number, notes }) => notes.map((note) => ({ exhibit: number, ...note }))),
    fax,
  }
}

const notBound = (why: string): ExhibitError =>
  new ExhibitError(
    'The bundle could not be made.',
    why,
    'The paper itself and its exhibits are kept. Try again; send the exhibits apart if it does not work.',
  )
