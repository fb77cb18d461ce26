/**
 * Takes passages and areas out of a document for good. The pages are drawn again first, so that nothing unseen comes
 * along; the engine takes glyphs and pixels out of that copy; where a shape is left under a box, the page becomes a
 * picture with the box painted in; the result is drawn once more and looked at as an opponent would.
 */
import * as mupdf from 'mupdf'
import { Refused } from '../../../reading/formats/index.ts'
import type { Box } from '../../../reading/formats/index.ts'
import type { JobOf, Redacted, RemovedOnPage } from '../jobs.ts'
import { pageWords } from '../words.ts'
import { assertBare, saved } from './save.ts'
import { drawDocument } from './draw.ts'
import { boxesOf, findWord, type Letter, lettersOf } from './find-words.ts'
import { openSource } from './source.ts'
import { underBoxes } from './under-box.ts'
import { faultOf } from './verify-redaction.ts'

type Found = { readonly boxes: readonly Box[]; readonly words: number; readonly areas: number }

export function redactPages(
  job: JobOf<'redact'>,
  bytes: Uint8Array,
  progress: (done: number, of: number) => void,
): Redacted & { readonly pdf?: Uint8Array } {
  const original = openSource(bytes, job.source, job.language)
  const { pdf: copy, notes } = drawDocument(original, { framing: 'own', progress })
  const found = findAll(copy, original, job)
  original.destroy()
  if ('notFound' in found) return found
  const before = countLetters(copy, found)
  const cut = takeOut(copy, found)
  copy.destroy()
  const under = new Map([...found.keys()].map((page) => [page, look(cut, page, found.get(page)?.boxes ?? [])]))
  const asPictures = new Set([...under].flatMap(([page, { shapes }]) => (shapes ? [page] : [])))
  const label = pageWords[job.language].redacted
  const { pdf, notes: more } = drawDocument(cut, {
    framing: 'own',
    own: true,
    asPictures,
    progress,
    over: (page, out) => {
      drawBoxes(found.get(page)?.boxes ?? [], out)
    },
    above: (page, out) => {
      drawLabels(found.get(page)?.boxes ?? [], label, out)
    },
  })
  const after = countLetters(cut, found)
  cut.destroy()
  pdf.subsetFonts()
  const result = saved(pdf, { title: job.title, language: job.language })
  const pages = pdf.countPages()
  pdf.destroy()
  assertBare(result)
  const fault = faultOf(
    result,
    job,
    new Map([...found].map(([page, { boxes }]) => [page, boxes])),
    (boxes, out) => {
      drawBoxes(boxes, out)
      drawLabels(boxes, label, out)
    },
  )
  if (fault !== undefined) return { failed: fault }
  const removed = [...found].map(([page, { words, areas }]): RemovedOnPage => ({
    page: page + 1,
    words,
    areas,
    characters: Math.max(0, (before.get(page) ?? 0) - (after.get(page) ?? 0)),
    pictures: under.get(page)?.pictures ?? 0,
    pictured: asPictures.has(page),
  }))
  return { pdf: result, pages, removed, notes: [...notes, ...more] }
}

/** What stands for a sign of which the drawn page no longer knows the letter. */
const UNREADABLE = '\ufffd'

/**
 * The letters of a page as it was drawn again; where some fonts kept only in the original which letter a sign stands
 * for, those of the original too, if it has the same size.
 */
function onPage(copy: mupdf.PDFDocument, original: mupdf.Document, index: number): readonly (readonly Letter[])[] {
  const page = copy.loadPage(index)
  const drawn = lettersOf(page)
  const size = page.getBounds()
  page.destroy()
  if (!drawn.some(({ text }) => text === UNREADABLE) || index >= original.countPages()) return [drawn]
  const before = original.loadPage(index)
  const isAlike = before.getBounds().every((edge, at) => Math.abs(edge - (size[at] ?? 0)) < 1)
  const letters = isAlike ? [drawn, lettersOf(before)] : [drawn]
  before.destroy()
  return letters
}

/** Where everything that is to go stands, by page (from 0); or what of it is nowhere. */
function findAll(
  pdf: mupdf.PDFDocument,
  original: mupdf.Document,
  job: JobOf<'redact'>,
): ReadonlyMap<number, Found> | { readonly notFound: JobOf<'redact'>['words'] } {
  const found = new Map<number, Found>()
  const seen = new Set<number>()
  const add = (page: number, boxes: readonly Box[], words: number, areas: number): void => {
    const known = found.get(page) ?? { boxes: [], words: 0, areas: 0 }
    found.set(page, {
      boxes: [...known.boxes, ...boxes],
      words: known.words + words,
      areas: known.areas + areas,
    })
  }
  const count = pdf.countPages()
  for (const { page, box } of job.areas) {
    if (page < 1 || page > count) {
      throw new Refused('malformed', `An area lies on page ${page}; the document has ${count}.`)
    }
    add(page - 1, [box], 0, 1)
  }
  for (let index = 0; index < count; index++) {
    for (const [at, word] of job.words.entries()) {
      if (word.page !== undefined && word.page !== index + 1) continue
      const hits = onPage(pdf, original, index)
        .map((letters) => findWord(letters, word.text).map((hit) => boxesOf(letters, hit)))
        .reduce((most, some) => (some.length > most.length ? some : most), [])
      if (hits.length === 0) continue
      seen.add(at)
      add(index, hits.flat(), hits.length, 0)
    }
  }
  const notFound = job.words.filter((_, at) => !seen.has(at))
  return notFound.length > 0 ? { notFound } : new Map([...found].sort(([a], [b]) => a - b))
}

/** The engine's own redaction: glyphs out of the text, pixels out of the pictures, lines that lie wholly under. */
function takeOut(pdf: mupdf.PDFDocument, found: ReadonlyMap<number, Found>): mupdf.PDFDocument {
  for (const [index, { boxes }] of found) {
    const page = pdf.loadPage(index)
    for (const box of boxes) {
      const annotation = page.createAnnotation('Redact')
      annotation.setRect([...box])
      annotation.destroy()
    }
    page.applyRedactions(
      false,
      mupdf.PDFPage.REDACT_IMAGE_PIXELS,
      mupdf.PDFPage.REDACT_LINE_ART_REMOVE_IF_COVERED,
      mupdf.PDFPage.REDACT_TEXT_REMOVE,
    )
    page.destroy()
  }
  return new mupdf.PDFDocument(saved(pdf, {}))
}

function look(pdf: mupdf.PDFDocument, index: number, boxes: readonly Box[]): ReturnType<typeof underBoxes> {
  const page = pdf.loadPage(index)
  const list = page.toDisplayList(false)
  try {
    return underBoxes(list, boxes)
  } finally {
    list.destroy()
    page.destroy()
  }
}

function countLetters(pdf: mupdf.PDFDocument, found: ReadonlyMap<number, Found>): ReadonlyMap<number, number> {
  return new Map(
    [...found.keys()].map((index) => {
      const page = pdf.loadPage(index)
      const count = lettersOf(page).filter(({ text }) => text.trim() !== '').length
      page.destroy()
      return [index, count]
    }),
  )
}

const BLACK = [0] as [number]
const WHITE = [1] as [number]
/** Points: below this a label is only noise. */
const LABEL_POINTS_MIN = 4
const LABEL_POINTS_MAX = 8

function drawBoxes(boxes: readonly Box[], out: mupdf.Device): void {
  for (const [left, top, right, bottom] of boxes) {
    const path = new mupdf.Path()
    path.rect(left, top, right, bottom)
    out.fillPath(path, false, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, BLACK, 1)
    path.destroy()
  }
}

function drawLabels(boxes: readonly Box[], label: string, out: mupdf.Device): void {
  const font = new mupdf.Font('Helvetica')
  for (const [left, top, right, bottom] of boxes) {
    const measure = new mupdf.Text()
    const [, , , , one] = measure.showString(font, [1, 0, 0, -1, 0, 0], label)
    measure.destroy()
    const points = Math.min(LABEL_POINTS_MAX, (bottom - top) * 0.75, (right - left - 2) / one)
    if (points < LABEL_POINTS_MIN) continue
    const x = (left + right - one * points) / 2
    const y = (top + bottom) / 2 + points * 0.34
    const text = new mupdf.Text()
    text.showString(font, [points, 0, 0, -points, x, y], label)
    out.fillText(text, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, WHITE, 1)
    text.destroy()
  }
  font.destroy()
}
