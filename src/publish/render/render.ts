import type { Paper } from '../paper/model.ts'
import { htmlOf } from './html.ts'
import { sheetOf, sheetOfGaps } from './outline.ts'
import type { GapsSheet } from './outline.ts'
import type { Pdf } from './pdf.ts'
import type { Sheet } from './sheet.ts'
import { textOf } from './text.ts'

export const paperFormats = ['pdf', 'docx', 'html', 'text'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** The typesetter is loaded with the first paper that is set: the program starts without it, and without DOCX. */
const setAsPdf = async (sheet: Sheet): Promise<Pdf> => (await import('./pdf.ts')).pdfOf(sheet)

const setAs = async (sheet: Sheet, format: PaperFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'pdf':
      return (await setAsPdf(sheet)).bytes
    case 'docx':
      return (await import('./docx.ts')).docxOf(sheet)
    case 'html':
      return htmlOf(sheet)
    case 'text':
      return textOf(sheet)
  }
}

/**
 * A paper as it goes out. The same paper gives the same bytes; they hold nothing but the paper, fixed words and the
 * name of the typesetter. Throws {@link RenderError} where the paper refers to what it does not list.
 */
export const renderPaper = async (paper: Paper, format: PaperFormat): Promise<Uint8Array> =>
  setAs(sheetOf(paper), format)

/** What a paper does not hold yet, as a document of its own, for its author only: no paper ever contains it. */
export const renderGaps = async (gaps: GapsSheet, format: PaperFormat): Promise<Uint8Array> =>
  setAs(sheetOfGaps(gaps), format)

/**
 * Letters that the program has no font for: the PDF prints their numbers, `[U+4E2D]`; the other outputs are not
 * affected. To be shown to the author before release.
 */
export const lettersWithoutFont = async (paper: Paper): Promise<readonly string[]> =>
  (await setAsPdf(sheetOf(paper))).lettersWithoutFont
