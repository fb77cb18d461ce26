/** Cuts a file into parts for fax. Pages are made a little smaller, so that the head stands on no word. */
import * as mupdf from 'mupdf'
import type { JobOf } from '../jobs.ts'
import { pageWords } from '../words.ts'
import { assertBare, saved } from './save.ts'
import { boxOf, Stamper } from './stamp.ts'

/** Points at the head of each page for the line that says which part it is; the machine prints its own above. */
const HEAD = 30
const LINE_Y = 25
const LINE_POINTS = 10
const MARGIN = 28

interface FaxedPart {
  readonly pdf: Uint8Array
  readonly from: number
  readonly to: number
}

export function cutForFax(
  { language, title }: Pick<JobOf<'bind'>, 'language' | 'title'>,
  pages: number,
  bytes: Uint8Array,
): readonly FaxedPart[] {
  const source = new mupdf.PDFDocument(bytes)
  const count = source.countPages()
  const of = Math.ceil(count / pages)
  const words = pageWords[language]
  return Array.from({ length: of }, (_, index): FaxedPart => {
    const from = index * pages + 1
    const to = Math.min(count, from + pages - 1)
    const pdf = new mupdf.PDFDocument()
    const map = pdf.newGraftMap()
    for (let page = from; page <= to; page++) map.graftPage(-1, source, page - 1)
    const stamper = new Stamper(pdf)
    for (let page = 0; page <= to - from; page++) {
      const object = pdf.findPage(page)
      for (const key of ['Annots', 'StructParents', 'Tabs', 'Group', 'AA', 'Metadata']) object.delete(key)
      const [left, bottom, right, top] = boxOf(object)
      const scale = (top - bottom - HEAD) / (top - bottom)
      // Towards the middle of the foot: the head stays free.
      const aside = ((right - left) * (1 - scale)) / 2 + left * (1 - scale)
      const matrix: mupdf.Matrix = [scale, 0, 0, scale, aside, bottom * (1 - scale)]
      const text = words.faxPart(index + 1, of, from, to)
      const own = words.faxPage(from + page, count)
      const line = { y: LINE_Y, points: LINE_POINTS, bold: true }
      const ends = [
        { ...line, text, x: MARGIN },
        { ...line, text: own, x: right - left - MARGIN, right: true },
      ]
      stamper.stamp(object, ends, undefined, matrix)
    }
    const part = saved(pdf, { title, language })
    pdf.destroy()
    assertBare(part, new Set(['Alt', 'ActualText']))
    return { pdf: part, from, to }
  })
}
