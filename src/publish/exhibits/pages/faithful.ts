/** Whether a page that was drawn again looks like the original. */
import * as mupdf from 'mupdf'
import { passOn } from './device.ts'
import { standIn } from './stand-in.ts'

/** Pixels a point: enough to see a missing comma, small enough for three hundred pages a second or two. */
const SCALE = 0.6
/** Of 255: what rounding and smoothing of edges make is less. */
const STEP_MIN = 80
/** Pixels: a missing letter of 10 points has 15. */
const DIFFERENT_MAX = 8

/** Draws `original` and `made`, both in the coordinates of the sheet, small and grey, and looks for differences. */
export function looksAlike(
  sheet: mupdf.Rect,
  original: (out: mupdf.Device) => void,
  made: (out: mupdf.Device) => void,
): boolean {
  const a = pixelsOf(sheet, original)
  const b = pixelsOf(sheet, made)
  try {
    const left = a.getPixels()
    const right = b.getPixels()
    // Most pages are the same to the last pixel.
    if (Buffer.compare(bytesOf(left), bytesOf(right)) === 0) return true
    let different = 0
    for (let at = 0; at < left.length; at++) {
      const step = (left[at] ?? 0) - (right[at] ?? 0)
      if (step > STEP_MIN || step < -STEP_MIN) different += 1
    }
    return different <= DIFFERENT_MAX
  } finally {
    a.destroy()
    b.destroy()
  }
}

/** What a page draws, and how it comes to lie on its sheet. */
export interface Laid {
  readonly list: mupdf.DisplayList
  readonly matrix: mupdf.Matrix
  /** What else is drawn on the sheet. */
  readonly more?: (out: mupdf.Device) => void
}

/**
 * The same without unpacking a picture that both keep in the same bytes. True is as sure as that of `looksAlike`; false
 * says nothing: the pictures may be packed in another way.
 */
export function looksAlikeWithStandIns(sheet: mupdf.Rect, original: Laid, made: Laid): boolean {
  let error: Error | undefined
  const drawn =
    ({ list, matrix, more }: Laid) =>
    (out: mupdf.Device): void => {
      error ??= passOn(list, out, matrix, { hidden: new Set(), pictureFor: standIn })
      more?.(out)
    }
  return looksAlike(sheet, drawn(original), drawn(made)) && error === undefined
}

function pixelsOf(sheet: mupdf.Rect, draw: (out: mupdf.Device) => void): mupdf.Pixmap {
  const matrix = mupdf.Matrix.scale(SCALE, SCALE)
  const [left, top, right, bottom] = mupdf.Rect.transform(sheet, matrix)
  const area: mupdf.Rect = [Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom)]
  const pixels = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, area, false)
  pixels.clear(255)
  const out = new mupdf.DrawDevice(matrix, pixels)
  try {
    draw(out)
    out.close()
  } finally {
    out.destroy()
  }
  return pixels
}

/** The same memory, not a copy. */
const bytesOf = ({ buffer, byteOffset, length }: Uint8ClampedArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, length)
