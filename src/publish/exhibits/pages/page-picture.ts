/** A page as a picture of itself, with the words that can be seen on it laid invisibly under it, to be found. */
import * as mupdf from 'mupdf'
import { z } from 'zod'
import { PICTURE_DOTS_PER_INCH, PICTURE_PIXELS_MAX } from '../limits.ts'

const JPEG_QUALITY = 88
const POINTS_PER_INCH = 72

const boxSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
const textSchema = z.object({
  blocks: z.array(z.object({ lines: z.array(z.object({ bbox: boxSchema, text: z.string() })).optional() })),
})

/** Draws the sheet `list` (already in the sheet's coordinates) as a picture; `words` are set under it. */
export function drawAsPicture(
  list: mupdf.DisplayList,
  words: mupdf.DisplayList,
  sheet: mupdf.Rect,
  out: mupdf.Device,
): void {
  const [, , width, height] = sheet
  const room = Math.sqrt(PICTURE_PIXELS_MAX / (width * height))
  const scale = Math.min(PICTURE_DOTS_PER_INCH / POINTS_PER_INCH, room)
  const pixels = list.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false)
  const plain = isGrey(pixels) ? pixels.convertToColorSpace(mupdf.ColorSpace.DeviceGray) : pixels
  const image = new mupdf.Image(plain.asJPEG(JPEG_QUALITY).slice())
  const shown: readonly [number, number] = [plain.getWidth() / scale, plain.getHeight() / scale]
  setWords(words, out)
  out.fillImage(image, [shown[0], 0, 0, shown[1], 0, 0], 1)
  image.destroy()
  if (plain !== pixels) plain.destroy()
  pixels.destroy()
}

function isGrey(pixels: mupdf.Pixmap): boolean {
  const all = pixels.getPixels()
  for (let at = 0; at + 2 < all.length; at += 3) {
    if (all[at] !== all[at + 1] || all[at] !== all[at + 2]) return false
  }
  return true
}

/** Each line as wide as it is seen, in a font of ours: the original's may be what could not be drawn. */
function setWords(words: mupdf.DisplayList, out: mupdf.Device): void {
  const structured = words.toStructuredText('preserve-whitespace')
  const { blocks } = textSchema.parse(JSON.parse(structured.asJSON()))
  structured.destroy()
  const font = new mupdf.Font('Helvetica')
  for (const { bbox, text } of blocks.flatMap(({ lines = [] }) => lines)) {
    if (text.trim() === '' || bbox.w < 1 || bbox.h < 1) continue
    const measure = new mupdf.Text()
    const [, , , , advance] = measure.showString(font, [1, 0, 0, -1, 0, 0], text)
    measure.destroy()
    if (advance <= 0) continue
    const set = new mupdf.Text()
    set.showString(font, [bbox.w / advance, 0, 0, -bbox.h * 0.8, bbox.x, bbox.y + bbox.h * 0.8], text)
    out.ignoreText(set, mupdf.Matrix.identity)
    set.destroy()
  }
  font.destroy()
}
