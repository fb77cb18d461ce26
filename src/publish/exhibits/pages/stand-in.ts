/**
 * Small pictures in the place of photographs and scans, for looking at two drawings of one page. Unpacking a scan takes
 * twenty times as long as drawing a page of text, and two pictures of the same bytes look the same: each gets a pattern
 * made of its bytes, so that a page shows where the picture lies, how it is turned, and whether it is that picture.
 */
import { createHash } from 'node:crypto'
import * as mupdf from 'mupdf'
import { bareJpeg } from './picture.ts'

/** Pixels; a digest of 32 bytes gives each of them a grey. Too coarse for smoothing to matter. */
const WIDE = 4
const HIGH = 8

/** What says how the bytes of a picture become pixels. */
const meaningful = [
  'Width',
  'Height',
  'BitsPerComponent',
  'ColorSpace',
  'Decode',
  'DecodeParms',
  'Interpolate',
] as const

/** The pattern of a picture kept as JPEG that covers all of its place, else the picture itself. */
export function standIn(image: mupdf.Image): mupdf.Image {
  if (image.getImageMask() || isMasked(image)) return image
  const scratch = new mupdf.PDFDocument()
  try {
    const picture = added(scratch, image)
    return (picture && patternOf(picture)) ?? image
  } finally {
    scratch.destroy()
  }
}

/** Undefined for what is packed in a way that cannot be passed on. */
function added(scratch: mupdf.PDFDocument, image: mupdf.Image): mupdf.PDFObject | undefined {
  try {
    return scratch.addImage(image)
  } catch {
    return undefined
  }
}

function isMasked(image: mupdf.Image): boolean {
  const mask = image.getMask()
  mask?.destroy()
  return mask !== null
}

function patternOf(picture: mupdf.PDFObject): mupdf.Image | undefined {
  const filter = picture.get('Filter')
  const isJpeg = filter.isName() && filter.asName() === 'DCTDecode'
  if (!isJpeg || ['SMask', 'Mask'].some((key) => !picture.get(key).isNull())) return undefined
  const digest = createHash('sha256')
  for (const key of meaningful) digest.update(`${key} ${picture.get(key).toString()}\n`)
  digest.update(bareJpeg(picture.readRawStream().asUint8Array().slice()))
  const pixels = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, WIDE, HIGH], false)
  try {
    pixels.getPixels().set(digest.digest())
    return new mupdf.Image(pixels)
  } finally {
    pixels.destroy()
  }
}
