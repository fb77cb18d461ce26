/** Looks at a redacted file as an opponent would: its words, its streams, its pictures, and what can be seen. */
import * as mupdf from 'mupdf'
import type { Box } from '../../../reading/formats/index.ts'
import type { JobOf } from '../jobs.ts'
import { findWord, foldWord, lettersOf, liesIn } from './find-words.ts'
import { underBoxes } from './under-box.ts'

/** Pixels a point. */
const SCALE = 2
/** Of 255: compression of a page that is a picture blurs the edge of the label. */
const STEP_MAX = 96

type Draw = (boxes: readonly Box[], out: mupdf.Device) => void

/** What is wrong with the result, in a sentence that names no word; undefined when nothing was found. */
export function faultOf(
  bytes: Uint8Array,
  job: JobOf<'redact'>,
  boxes: ReadonlyMap<number, readonly Box[]>,
  draw: Draw,
): string | undefined {
  const pdf = new mupdf.PDFDocument(bytes)
  try {
    const count = pdf.countPages()
    for (let index = 0; index < count; index++) {
      const page = pdf.loadPage(index)
      const fault = pageFault(page, index, job, boxes.get(index) ?? [], draw)
      page.destroy()
      if (fault !== undefined) return `Page ${index + 1}: ${fault}`
    }
    return streamFault(pdf, bytes, job)
  } finally {
    pdf.destroy()
  }
}

function pageFault(
  page: mupdf.PDFPage,
  index: number,
  job: JobOf<'redact'>,
  boxes: readonly Box[],
  draw: Draw,
): string | undefined {
  const letters = lettersOf(page)
  const words = job.words.filter((word) => word.page === undefined || word.page === index + 1)
  if (words.some(({ text }) => findWord(letters, text).length > 0))
    return 'a chosen passage can still be copied out.'
  if (boxes.length === 0) return undefined
  const list = page.toDisplayList(false)
  const blank = new mupdf.DisplayList(page.getBounds())
  const device = new mupdf.DisplayListDevice(blank)
  draw(boxes, device)
  device.close()
  try {
    const ours = wordsIn(blank, boxes)
    const theirs = letters.filter((letter) => letter.text.trim() !== '' && boxes.some((box) => liesIn(letter, box)))
    // The label on a box is text, too; a page that is a picture has it as pixels.
    if (theirs.length > ours) return 'letters are left under a box.'
    if (underBoxes(list, boxes).shapes) return 'a picture or a drawing is left under a box.'
    return looksBlank(list, blank, boxes) ? undefined : 'something shows through a box.'
  } finally {
    for (const each of [device, blank, list]) each.destroy()
  }
}

function wordsIn(list: mupdf.DisplayList, boxes: readonly Box[]): number {
  const structured = list.toStructuredText('preserve-whitespace')
  let count = 0
  structured.walk({
    onChar: (text, _origin, font, _size, quad) => {
      font.destroy()
      const letter = { text, line: 0, box: [quad[0], quad[1], quad[6], quad[7]] as const }
      if (text.trim() !== '' && boxes.some((box) => liesIn(letter, box))) count += 1
    },
  })
  structured.destroy()
  return count
}

/** Inside the boxes the page looks like an empty page with the same boxes. */
function looksBlank(list: mupdf.DisplayList, blank: mupdf.DisplayList, boxes: readonly Box[]): boolean {
  const matrix = mupdf.Matrix.scale(SCALE, SCALE)
  const a = list.toPixmap(matrix, mupdf.ColorSpace.DeviceGray, false)
  const b = blank.toPixmap(matrix, mupdf.ColorSpace.DeviceGray, false)
  try {
    const width = a.getWidth()
    const height = a.getHeight()
    const left = a.getPixels()
    const right = b.getPixels()
    return boxes.every(([x0, y0, x1, y1]) => {
      for (let y = Math.max(0, Math.ceil(y0 * SCALE) + 1); y < Math.min(height, y1 * SCALE - 1); y++) {
        for (let x = Math.max(0, Math.ceil(x0 * SCALE) + 1); x < Math.min(width, x1 * SCALE - 1); x++) {
          if (Math.abs((left[y * width + x] ?? 0) - (right[y * width + x] ?? 0)) > STEP_MAX) return false
        }
      }
      return true
    })
  } finally {
    a.destroy()
    b.destroy()
  }
}

/** Every stream unpacked, and the file as it is: a passage in plain letters is in none of them. */
function streamFault(pdf: mupdf.PDFDocument, bytes: Uint8Array, job: JobOf<'redact'>): string | undefined {
  // Words that stay on other pages would be found there.
  const needles = job.words.filter(({ page }) => page === undefined).flatMap(({ text }) => writings(text))
  const contains = (data: Uint8Array): boolean => {
    const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    return needles.some((needle) => standsIn(view, needle))
  }
  if (contains(bytes)) return 'A chosen passage stands in the bytes of the file (look at its title).'
  if (
    foldWord(job.title) !== '' &&
    job.words.some(({ text }) => ` ${foldWord(job.title)} `.includes(foldWord(text)))
  ) {
    return 'A chosen passage stands in the title of the file.'
  }
  const count = pdf.countObjects()
  for (let number = 1; number < count; number++) {
    const object = pdf.newIndirect(number)
    if (!object.isStream() || object.get('Subtype').toString() === '/Image') continue
    if (contains(object.readStream().asUint8Array())) return `A chosen passage stands in object ${number}.`
  }
  return undefined
}

/** Letters that a passage has at least to be looked for in bytes: shorter ones stand anywhere by chance. */
const BYTES_MIN = 5

function writings(text: string): readonly Buffer[] {
  const utf16 = Buffer.from(text, 'utf16le').swap16()
  return [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'latin1'),
    utf16,
    Buffer.from(utf16.toString('hex'), 'latin1'),
  ]
    .filter((writing) => writing.length >= BYTES_MIN && text.length >= BYTES_MIN)
    .concat([])
}

/** Not as a name of the format itself (`/Image`), nor inside one. */
function standsIn(view: Buffer, needle: Buffer): boolean {
  for (let at = view.indexOf(needle); at !== -1; at = view.indexOf(needle, at + 1)) {
    const before = view.toString('latin1', Math.max(0, at - 40), at)
    if (!/\/[^\s/<>()[\]]*$/.test(before)) return true
  }
  return false
}
