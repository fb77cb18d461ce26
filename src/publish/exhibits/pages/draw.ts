/**
 * The pages of an original, drawn again into a new PDF. What goes out is made of what a page shows, never cleaned of
 * what it should not hold: scripts, files, notes, links, names of layers, alternative text, earlier states, metadata
 * and invisible words are not things that are drawn, so they are not there. Each page is looked at beside its
 * original; where it does not look alike, or hides a part of a picture, it becomes a picture of itself with its
 * visible words beneath it.
 */
import * as mupdf from 'mupdf'
import { examine, withoutHidden } from '../../../reading/formats/index.ts'
import type { Box } from '../../../reading/formats/index.ts'
import type { PageNote } from '../model.ts'
import { coversPicture } from './covered-picture.ts'
import { passOn } from './device.ts'
import { looksAlike, looksAlikeWithStandIns } from './faithful.ts'
import { frameOf } from './frame.ts'
import type { Frame, Framing } from './frame.ts'
import { drawAsPicture } from './page-picture.ts'
import { Pictures } from './picture.ts'

export interface Drawing {
  readonly framing: Framing
  /** Made by us: invisible words in it are ours and stay. */
  readonly own?: boolean
  /** Pages (from 0) to be drawn as pictures whatever they hold. */
  readonly asPictures?: ReadonlySet<number>
  /**
   * Draws more on a page (from 0), in the coordinates of its sheet: `over` all the rest, painted in where the page is a
   * picture; `above` that, as text that stays text.
   */
  readonly over?: (page: number, out: mupdf.Device) => void
  readonly above?: (page: number, out: mupdf.Device) => void
  readonly progress?: (done: number, of: number) => void
}

export interface Drawn {
  readonly pdf: mupdf.PDFDocument
  readonly notes: readonly PageNote[]
}

/** Rounds in which pages that could not be drawn become pictures; in the last one every page does. */
const ROUNDS_MAX = 3

/** Pages whose drawing is kept to be compared: of text some 50 kB each, of a map some megabytes. */
const LISTS_KEPT_MAX = 30

export function drawDocument(source: mupdf.Document, drawing: Drawing): Drawn {
  mupdf.disableICC()
  const pages = Array.from({ length: source.countPages() }, (_, index) => index)
  const pictured = new Map<number, string>()
  for (const page of drawing.asPictures ?? []) pictured.set(page, '')
  const maker = new Maker(source, drawing)
  for (let round = 1; ; round += 1) {
    if (round === ROUNDS_MAX) for (const page of pages) pictured.set(page, pictured.get(page) ?? 'it resisted')
    const { pdf, failed } = maker.make(pictured)
    if (failed.size === 0) return { pdf, notes: maker.notes(pictured) }
    if (round === ROUNDS_MAX) throw new Error(`page ${Math.min(...failed.keys()) + 1} cannot be drawn`)
    pdf.destroy()
    for (const [page, why] of failed) pictured.set(page, why)
  }
}

const UNMOVED = mupdf.Matrix.identity

/** What a page draws, with the page's bounds. */
interface Listed {
  readonly list: mupdf.DisplayList
  readonly bounds: Box
}

class Maker {
  readonly #source: mupdf.Document
  readonly #drawing: Drawing
  readonly #notes: PageNote[] = []
  readonly #lists = new Map<number, Listed>()
  readonly #examined = new Map<number, ReadonlySet<number>>()
  readonly #illustrated = new Set<number>()

  constructor(source: mupdf.Document, drawing: Drawing) {
    this.#source = source
    this.#drawing = drawing
  }

  notes(pictured: ReadonlyMap<number, string>): readonly PageNote[] {
    const pictures = [...pictured].flatMap(([page, why]): PageNote[] =>
      why === '' ? [] : [{ page: page + 1, kind: 'picture', message: `This page is a picture of itself: ${why}.` }],
    )
    return [...this.#notes, ...pictures].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  }

  make(pictured: Map<number, string>): { pdf: mupdf.PDFDocument; failed: ReadonlyMap<number, string> } {
    const failed = new Map<number, string>()
    const buffer = new mupdf.Buffer()
    const writer = new mupdf.DocumentWriter(buffer, 'pdf', '')
    const pictures = new Pictures()
    const count = this.#source.countPages()
    for (let index = 0; index < count; index++) {
      this.#drawing.progress?.(index, count)
      const why = this.#page(index, writer, pictures, pictured)
      if (why !== undefined) failed.set(index, why)
    }
    writer.close()
    const pdf = new mupdf.PDFDocument(buffer.asUint8Array().slice())
    buffer.destroy()
    if (failed.size === 0) this.#compare(pdf, pictured, failed)
    for (const index of this.#lists.keys()) this.#forget(index)
    return { pdf, failed }
  }

  /** Why the page could not be drawn; undefined when it could. */
  #page(
    index: number,
    writer: mupdf.DocumentWriter,
    pictures: Pictures,
    pictured: Map<number, string>,
  ): string | undefined {
    const { list, bounds } = this.#listed(index)
    const frame = frameOf(bounds, this.#drawing.framing)
    const hidden = this.#hidden(index, list, bounds, pictured)
    const out = writer.beginPage(frame.sheet)
    let error: Error | undefined
    try {
      if (pictured.has(index)) this.#picture(index, list, bounds, hidden, frame, out)
      else {
        error = passOn(list, out, frame.matrix, { hidden, pictureFor: (picture) => pictures.remake(picture) })
        if (error === undefined) this.#drawing.over?.(index, out)
      }
      if (error === undefined) this.#drawing.above?.(index, out)
      writer.endPage()
    } catch (thrown) {
      error ??= thrown instanceof Error ? thrown : new Error(String(thrown))
    } finally {
      out.destroy()
      if (error !== undefined || pictured.has(index) || this.#lists.size > LISTS_KEPT_MAX) this.#forget(index)
    }
    return error === undefined ? undefined : 'it could not be drawn in another way'
  }

  #picture(
    index: number,
    list: mupdf.DisplayList,
    bounds: Box,
    hidden: ReadonlySet<number>,
    { sheet, matrix }: Frame,
    out: mupdf.Device,
  ): void {
    const placed = new mupdf.DisplayList(sheet)
    const device = new mupdf.DisplayListDevice(placed)
    list.run(device, matrix)
    this.#drawing.over?.(index, device)
    device.close()
    const seen = withoutHidden(list, bounds, hidden)
    const words = new mupdf.DisplayList(sheet)
    const setter = new mupdf.DisplayListDevice(words)
    seen.run(setter, matrix)
    setter.close()
    drawAsPicture(placed, words, sheet, out)
    for (const each of [device, placed, seen, setter, words]) each.destroy()
  }

  /** Looks at a page once: which of its texts nobody sees, and whether it hides a part of a picture. */
  #hidden(index: number, list: mupdf.DisplayList, bounds: Box, pictured: Map<number, string>): ReadonlySet<number> {
    const known = this.#examined.get(index)
    if (known !== undefined) return known
    let hidden: ReadonlySet<number> = new Set()
    if (this.#drawing.own !== true) {
      const findings = examine(list, bounds)
      hidden = new Set(findings.hidden.map((text) => text.index))
      const words = findings.hidden.filter(({ text }) => text.trim() !== '').length
      if (words > 0) {
        const message = `${words} pieces of text that nobody sees on this page are not in the copy.`
        this.#notes.push({ page: index + 1, kind: 'hidden', message })
      }
      if (findings.pictureShare > 0) this.#illustrated.add(index)
      if (!pictured.has(index) && findings.pictureShare > 0 && coversPicture(list, bounds)) {
        pictured.set(index, 'it hides a part of a picture')
      }
    }
    this.#examined.set(index, hidden)
    return hidden
  }

  #noteAnnotations(page: mupdf.Page, index: number): void {
    if (this.#drawing.own === true || !(page instanceof mupdf.PDFPage)) return
    const types = page
      .getAnnotations()
      .map((annotation) => annotation.getType())
      .filter((type) => !['Link', 'Popup', 'Widget'].includes(type))
    if (types.length === 0) return
    const message =
      `${types.length} notes laid over this page are not in the copy (${[...new Set(types)].join(', ')}). ` +
      'Where they belong to the document, print it to a new PDF and add that.'
    this.#notes.push({ page: index + 1, kind: 'annotation', message })
  }

  #compare(pdf: mupdf.PDFDocument, pictured: ReadonlyMap<number, string>, failed: Map<number, string>): void {
    const count = this.#source.countPages()
    for (let index = 0; index < count; index++) {
      this.#drawing.progress?.(index, count)
      if (pictured.has(index)) continue
      const page = pdf.loadPage(index)
      if (!this.#isAlike(index, page)) failed.set(index, 'drawn in another way it looked different')
      page.destroy()
      this.#forget(index)
    }
  }

  #isAlike(index: number, page: mupdf.PDFPage): boolean {
    const { list, bounds } = this.#listed(index)
    const { sheet, matrix } = frameOf(bounds, this.#drawing.framing)
    const more = (out: mupdf.Device): void => {
      this.#drawing.over?.(index, out)
      this.#drawing.above?.(index, out)
    }
    if (this.#illustrated.has(index)) {
      const remade = listOf(page, sheet)
      const isSame = looksAlikeWithStandIns(sheet, { list, matrix, more }, { list: remade, matrix: UNMOVED })
      remade.destroy()
      if (isSame) return true
    }
    const original = (out: mupdf.Device): void => {
      list.run(out, matrix)
      more(out)
    }
    return looksAlike(sheet, original, (out) => {
      page.runPageContents(out, UNMOVED)
    })
  }

  /** What a page of the source draws. Of the first pages it stays, to be compared without reading them again. */
  #listed(index: number): Listed {
    const kept = this.#lists.get(index)
    if (kept !== undefined) return kept
    const page = this.#source.loadPage(index)
    const bounds = page.getBounds()
    const listed = { bounds, list: listOf(page, bounds) }
    if (!this.#examined.has(index)) this.#noteAnnotations(page, index)
    page.destroy()
    this.#lists.set(index, listed)
    return listed
  }

  #forget(index: number): void {
    this.#lists.get(index)?.list.destroy()
    this.#lists.delete(index)
  }
}

/** What belongs to the document: its content and the fields of its forms; not the notes that lie over it. */
function listOf(page: mupdf.Page, bounds: Box): mupdf.DisplayList {
  const list = new mupdf.DisplayList([...bounds])
  const device = new mupdf.DisplayListDevice(list)
  page.runPageContents(device, mupdf.Matrix.identity)
  page.runPageWidgets(device, mupdf.Matrix.identity)
  device.close()
  device.destroy()
  return list
}
