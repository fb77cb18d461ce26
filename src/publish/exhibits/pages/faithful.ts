/** Whether a page that was drawn again looks like the original. */
import * as mupdf from 'mupdf'

/** Pixels a point: enough to see a missing comma, small enough for three hundred pages a second or two. */
const SCALE = 0.6
/** Of 255: what rounding and smoothing of edges make is less. */
const STEP_MIN = 80
/** Pixels: a missing letter of 10 points has 15. */
const DIFFERENT_MAX = 8

export function looksAlike(original: mupdf.DisplayList, made: mupdf.DisplayList): boolean {
  const matrix = mupdf.Matrix.scale(SCALE, SCALE)
  const a = original.toPixmap(matrix, mupdf.ColorSpace.DeviceGray, false)
  const b = made.toPixmap(matrix, mupdf.ColorSpace.DeviceGray, false)
  try {
    const left = a.getPixels()
    const right = b.getPixels()
    if (left.length !== right.length) return false
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

/** The same memory, not a copy. */
const bytesOf = ({ buffer, byteOffset, length }: Uint8ClampedArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, length)
