/** A file cut into parts that a fax line can hold. */
import type { PaperLanguage } from '../paper/model.ts'
import { askWorker } from './isolated.ts'
import type { WorkerOptions } from './isolated.ts'
import { faxSchema } from './jobs.ts'
import { FAX_PAGES_DEFAULT } from './limits.ts'
import { ExhibitError } from './model.ts'

export interface FaxPart {
  readonly pdf: Uint8Array
  /** From 1. */
  readonly part: number
  readonly of: number
  /** Pages of the file that was cut, from 1. */
  readonly from: number
  readonly to: number
}

export interface FaxOptions extends WorkerOptions {
  readonly language: PaperLanguage
  readonly title: string
  /** Pages of one part; ten unless said otherwise. */
  readonly pagesMax?: number
}

/** Parts of at most `pagesMax` pages, each page headed "part 2 of 5, pages 11–20". Throws an `ExhibitError`. */
export async function faxParts(pdf: Uint8Array, options: FaxOptions): Promise<readonly FaxPart[]> {
  const pages = options.pagesMax ?? FAX_PAGES_DEFAULT
  if (!Number.isInteger(pages) || pages < 1) throw notCut(`A part cannot have ${pages} pages.`)
  const result = await askWorker(
    { do: 'fax', language: options.language, title: options.title, pages },
    [pdf],
    options,
  )
  if (result.status === 'refused') throw notCut(result.why)
  const answer = faxSchema.safeParse(result.answer)
  if (!answer.success || answer.data.length !== result.files.length) {
    throw notCut('The isolated process gave an answer that it cannot give.')
  }
  return answer.data.flatMap(({ from, to }, index) => {
    const part = result.files[index]
    return part === undefined ? [] : [{ pdf: part, part: index + 1, of: answer.data.length, from, to }]
  })
}

const notCut = (why: string): ExhibitError =>
  new ExhibitError(
    'The file could not be cut for fax.',
    why,
    'Give at least one page a part, and a PDF that opens.',
  )
