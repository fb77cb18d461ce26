/** A bundle of 300 exhibit pages: 30 originals of ten pages each, text with a scan among them. */
import { writeFileSync } from 'node:fs'
import * as mupdf from 'mupdf'
import { bindBundle, prepareExhibits } from '../../src/publish/exhibits/index.ts'
import type { ExhibitSource } from '../../src/publish/exhibits/index.ts'

const EXHIBITS = 30
const PAGES = 10
const LINES = 42
/** Every tenth original is a scan: A4 at 150 dpi, grey. */
const SCAN_EVERY = 10
const SCAN_SCALE = 150 / 72

export interface ExhibitTimes {
  readonly pages: number
  readonly bytes: number
  /** Originals opened, drawn again and compared, in isolated processes. */
  readonly prepareMs: number
  /** Bound, stamped, indexed and looked at once more. */
  readonly bindMs: number
}

/** `keep`: where the bundle is written, to be looked at. */
export async function timeExhibits(keep?: string): Promise<ExhibitTimes> {
  const sources = benchOriginals().map((bytes, at): ExhibitSource => {
    const original = { bytes, mediaType: 'application/pdf' }
    return { number: at + 1, document: `d${at}`, title: `Exhibit of the bench ${at + 1}`, original }
  })
  const paper = text(0)
  const started = performance.now()
  const prepared = await prepareExhibits(sources, { language: 'en' })
  const drawn = performance.now()
  const { pdf, pages, missing } = await bindBundle(paper, prepared, { language: 'en', title: 'Bench' })
  const bound = performance.now()
  if (missing.length > 0) throw new Error(`${missing.length} exhibits are missing: ${missing[0]?.why ?? ''}`)
  if (keep !== undefined) writeFileSync(keep, pdf)
  return { pages, bytes: pdf.length, prepareMs: drawn - started, bindMs: bound - drawn }
}

/** The originals of the bench: thirty of ten pages, a scan among every ten. */
export const benchOriginals = (): readonly Uint8Array[] =>
  Array.from({ length: EXHIBITS }, (_, at) => (at % SCAN_EVERY === SCAN_EVERY - 1 ? scan(at + 1) : text(at + 1)))

const saved = (pdf: mupdf.PDFDocument): Uint8Array => pdf.saveToBuffer('compress').asUint8Array().slice()

function text(number: number): Uint8Array {
  const pdf = new mupdf.PDFDocument()
  const font = pdf.addSimpleFont(new mupdf.Font('Times-Roman'), 'Latin')
  for (let page = 1; page <= PAGES; page++) {
    const lines = Array.from({ length: LINES }, (_, row) => {
      const words = `Document ${number}, page ${page}, line ${row + 1}: what an ordinary line of a decision holds.`
      return `BT /F1 11 Tf 72 ${770 - row * 16} Td (${words}) Tj ET`
    })
    pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, { Font: { F1: font } }, lines.join('\n')))
  }
  return saved(pdf)
}

/** Ten pages of text as a scanner takes them: the print a little grey, the paper with grain. */
function scan(number: number): Uint8Array {
  const pdf = new mupdf.PDFDocument()
  const printed = new mupdf.PDFDocument(text(number))
  for (let page = 0; page < PAGES; page++) {
    const seen = printed.loadPage(page)
    const matrix = mupdf.Matrix.scale(SCAN_SCALE, SCAN_SCALE)
    const pixels = seen.toPixmap(matrix, mupdf.ColorSpace.DeviceGray, false)
    const all = pixels.getPixels()
    for (let at = 0; at < all.length; at++)
      all[at] = 20 + (all[at] ?? 0) * 0.88 + (((at * 2_654_435_761) >>> 16) % 9)
    const image = pdf.addImage(new mupdf.Image(pixels.asJPEG(70).slice()))
    pdf.insertPage(
      -1,
      pdf.addPage([0, 0, 595, 842], 0, { XObject: { Im: image } }, 'q 595 0 0 842 0 0 cm /Im Do Q'),
    )
  }
  return saved(pdf)
}
