/** Paper, index and exhibits to one file. Takes only pages that were drawn here, and looks at the result once more. */
import * as mupdf from 'mupdf'
import { exhibitPages, INDEX_POINTS, indexPages } from '../index-layout.ts'
import type { IndexRow } from '../index-layout.ts'
import type { JobOf, Listed } from '../jobs.ts'
import { pageWords } from '../words.ts'
import type { PageWords } from '../words.ts'
import { SHEET } from './frame.ts'
import { assertBare, saved } from './save.ts'
import { Stamper } from './stamp.ts'

/** Points: the stamp's line, and the rule below it. */
const STAMP_Y = 17
const RULE_Y = 23
const STAMP_POINTS = 9
const MARGIN = 28

/** Our own paper keeps its tags and the links of its footnotes. */
const ofThePaper = new Set(['Alt', 'ActualText', 'URI'])

export interface Bound {
  /** Absent when the paper has another number of pages than it was set for. */
  readonly pdf?: Uint8Array
  readonly pages?: number
  readonly paperPages: number
}

export function bind(job: JobOf<'bind'>, paper: Uint8Array, exhibits: readonly Uint8Array[]): Bound {
  const words = pageWords[job.language]
  const pdf = new mupdf.PDFDocument(paper)
  const paperPages = pdf.countPages()
  if (job.paperPages !== undefined && job.paperPages !== paperPages) return { paperPages }
  const places = exhibitPages(job.exhibits, paperPages, job.language)
  const sheets = indexPages(job.exhibits, places, job.language)
  append(pdf, drawIndex(sheets, words))
  const attached = job.exhibits.filter(({ length }) => length > 0)
  for (const [at, bytes] of exhibits.entries()) {
    const exhibit = new mupdf.PDFDocument(bytes)
    const promised = attached[at]
    if (promised === undefined || exhibit.countPages() !== promised.pages) {
      throw new Error(`exhibit ${promised?.number ?? at} has another number of pages than it was counted with`)
    }
    append(pdf, exhibit)
    exhibit.destroy()
  }
  const front = { words, paperPages, indexPages: sheets.length, title: job.title }
  stampAll(pdf, attached, front)
  outline(pdf, attached, front)
  for (const name of ['Names', 'OCProperties', 'AcroForm', 'PageLabels', 'OutputIntents']) {
    pdf.getTrailer().get('Root').delete(name)
  }
  const pages = pdf.countPages()
  const bytes = saved(pdf, { title: job.title, language: job.language })
  pdf.destroy()
  assertBare(bytes, ofThePaper)
  return { pdf: bytes, pages, paperPages }
}

/** Only what a page needs to be drawn is taken over. */
const pageKeys = new Set(['Type', 'MediaBox', 'Resources', 'Contents', 'Parent', 'Rotate'])

function append(pdf: mupdf.PDFDocument, from: mupdf.PDFDocument): void {
  const map = pdf.newGraftMap()
  const count = from.countPages()
  for (let index = 0; index < count; index++) {
    map.graftPage(-1, from, index)
    const page = pdf.findPage(pdf.countPages() - 1)
    const strange: string[] = []
    page.forEach((_value, key) => {
      if (typeof key === 'string' && !pageKeys.has(key)) strange.push(key)
    })
    for (const key of strange) page.delete(key)
  }
}

/** What comes before the exhibits. */
interface Front {
  readonly words: PageWords
  readonly title: string
  readonly paperPages: number
  readonly indexPages: number
}

function stampAll(
  pdf: mupdf.PDFDocument,
  exhibits: readonly Listed[],
  { words, paperPages, indexPages: ofIndex }: Front,
): void {
  const stamper = new Stamper(pdf)
  const of = pdf.countPages()
  const right = (page: mupdf.PDFObject, bundle: number, label?: string): void => {
    const width = page.get('MediaBox').get(2).asNumber() - page.get('MediaBox').get(0).asNumber()
    const lines = [
      { text: words.bundlePage(bundle, of), x: width - MARGIN, y: STAMP_Y, points: STAMP_POINTS, right: true },
      ...(label === undefined ? [] : [{ text: label, x: MARGIN, y: STAMP_Y, points: STAMP_POINTS, bold: true }]),
    ]
    stamper.stamp(page, lines, label === undefined ? undefined : RULE_Y)
  }
  let page = 0
  for (; page < paperPages + ofIndex; page++) right(inheritedPage(pdf, page), page + 1)
  for (const exhibit of exhibits) {
    for (let own = 1; own <= exhibit.pages; own++, page++) {
      right(pdf.findPage(page), page + 1, words.exhibitPage(exhibit.number, own, exhibit.pages))
    }
  }
}

/** A page of the paper may take its size from the tree above it. */
function inheritedPage(pdf: mupdf.PDFDocument, index: number): mupdf.PDFObject {
  const page = pdf.findPage(index)
  if (!page.get('MediaBox').isArray()) page.put('MediaBox', page.getInheritable('MediaBox'))
  return page
}

function outline(
  pdf: mupdf.PDFDocument,
  exhibits: readonly Listed[],
  { words, title: paper, paperPages, indexPages: ofIndex }: Front,
): void {
  const entries: { title: string; page: number }[] = []
  if (pdf.loadOutline() === null) entries.push({ title: paper, page: 0 })
  if (ofIndex > 0) entries.push({ title: words.indexTitle, page: paperPages })
  let page = paperPages + ofIndex
  for (const { number, title, pages } of exhibits) {
    entries.push({ title: `${words.exhibit(number)}: ${title}`, page })
    page += pages
  }
  const iterator = pdf.outlineIterator()
  // To the end of what the paper has already.
  while (iterator.item() !== null && iterator.next() === mupdf.OutlineIterator.ITERATOR_AT_ITEM);
  for (const { title, page } of entries) {
    iterator.insert({ title, uri: `#page=${page + 1}`, open: false })
  }
  iterator.destroy()
}

const COLUMNS = { number: 56, title: 92, date: 396, pages: 539 } as const
const TITLE_Y = 82
const HEAD_Y = 112
const FIRST_Y = 134
const LEADING = 13.2
const GREY = [0.35] as [number]
const BLACK = [0] as [number]

function drawIndex(sheets: readonly (readonly IndexRow[])[], words: PageWords): mupdf.PDFDocument {
  const buffer = new mupdf.Buffer()
  const writer = new mupdf.DocumentWriter(buffer, 'pdf', '')
  for (const rows of sheets) {
    const out = writer.beginPage([0, 0, SHEET.short, SHEET.long])
    const print = new Printer(out)
    print.line(words.indexTitle, COLUMNS.number, TITLE_Y, { points: 15, bold: true })
    const [number, title, date, pages] = words.columns
    print.line(number, COLUMNS.number, HEAD_Y, { bold: true })
    print.line(title, COLUMNS.title, HEAD_Y, { bold: true })
    print.line(date, COLUMNS.date, HEAD_Y, { bold: true })
    print.line(pages, COLUMNS.pages, HEAD_Y, { bold: true, right: true })
    print.rule(HEAD_Y + 6)
    drawRows(rows, print)
    writer.endPage()
    out.destroy()
  }
  writer.close()
  const pdf = new mupdf.PDFDocument(buffer.asUint8Array().slice())
  pdf.subsetFonts()
  return pdf
}

function drawRows(rows: readonly IndexRow[], print: Printer): void {
  let y = FIRST_Y
  for (const row of rows) {
    print.line(row.number, COLUMNS.number, y)
    print.line(row.date, COLUMNS.date, y)
    print.line(row.pages, COLUMNS.pages, y, { right: true })
    for (const line of row.lines) {
      print.line(line, COLUMNS.title, y)
      y += LEADING
    }
    for (const line of row.faint) {
      print.line(line, COLUMNS.title, y, { grey: true })
      y += LEADING
    }
    y += LEADING * 0.6
  }
}

interface Style {
  readonly points?: number
  readonly bold?: boolean
  readonly right?: boolean
  readonly grey?: boolean
}

/** Sets lines with the engine's fonts, any letters they have: titles come in many scripts. */
class Printer {
  readonly #out: mupdf.Device
  readonly #fonts = { regular: new mupdf.Font('Helvetica'), bold: new mupdf.Font('Helvetica-Bold') }

  constructor(out: mupdf.Device) {
    this.#out = out
  }

  line(
    text: string,
    x: number,
    y: number,
    { points = INDEX_POINTS, bold = false, right = false, grey = false }: Style = {},
  ): void {
    if (text === '') return
    const font = bold ? this.#fonts.bold : this.#fonts.regular
    const set = (start: number): [mupdf.Text, number] => {
      const made = new mupdf.Text()
      const [, , , , end] = made.showString(font, [points, 0, 0, -points, start, y], text)
      return [made, end]
    }
    let [made, end] = set(x)
    if (right) {
      made.destroy()
      ;[made, end] = set(x - (end - x))
    }
    this.#out.fillText(made, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, grey ? GREY : BLACK, 1)
    made.destroy()
  }

  rule(y: number): void {
    const path = new mupdf.Path()
    path.rect(COLUMNS.number, y, COLUMNS.pages, y + 0.5)
    this.#out.fillPath(path, false, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, GREY, 1)
    path.destroy()
  }
}
