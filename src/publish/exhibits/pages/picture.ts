/**
 * Pictures of an original, made again from their pixels: what a file keeps beside them (camera data, previews,
 * comments, bytes after the end) does not come along. JPEG pictures keep their compressed pixels, and nothing else.
 */
import * as mupdf from 'mupdf'
import { SOURCE_PIXELS_MAX } from '../limits.ts'

const MARKER = 0xff
const START = 0xd8
const END = 0xd9
const SCAN = 0xda

/** Tables and frames, without which a JPEG cannot be drawn: SOF0–15 with DHT (C0–CF), DQT, DNL, DRI. */
const isNeeded = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xdb && marker <= 0xdd)

/** Which of two colour codings is meant stands in Adobe's segment; only its fixed part is kept. */
const ADOBE = 0xee
const ADOBE_BYTES = 12

/** A JPEG with its pixels and no other word. Throws when it is not one. */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.readUInt16BE(0) !== MARKER * 256 + START) throw new Error('not a JPEG')
  const parts: Uint8Array[] = [view.subarray(0, 2)]
  let at = 2
  while (at + 4 <= view.length) {
    if (view[at] !== MARKER) throw new Error('a JPEG without a segment where one should begin')
    const marker = view[at + 1] ?? 0
    if (marker === MARKER) at += 1
    else if (marker === END) break
    else {
      const end = at + 2 + view.readUInt16BE(at + 2)
      if (end > view.length) throw new Error('a JPEG that is cut off')
      if (marker === SCAN) {
        const stop = endOfScan(view, end)
        parts.push(view.subarray(at, stop))
        at = stop
      } else {
        if (isNeeded(marker)) parts.push(view.subarray(at, end))
        if (
          marker === ADOBE &&
          end - at - 4 >= ADOBE_BYTES &&
          view.toString('latin1', at + 4, at + 9) === 'Adobe'
        ) {
          parts.push(Uint8Array.of(MARKER, ADOBE, 0, ADOBE_BYTES + 2), view.subarray(at + 4, at + 4 + ADOBE_BYTES))
        }
        at = end
      }
    }
  }
  parts.push(Uint8Array.of(MARKER, END))
  return Buffer.concat(parts)
}

/** Compressed pixels go on to the next marker that is no restart and no stuffed byte. */
function endOfScan(view: Buffer, start: number): number {
  for (let at = view.indexOf(MARKER, start); at !== -1; at = view.indexOf(MARKER, at + 1)) {
    const next = view[at + 1] ?? END
    if (next !== 0 && next !== MARKER && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return view.length
}

const components: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  DeviceRGB: 3,
  DeviceCMYK: 4,
}

/** Makes the pictures of one document again, each once. */
export class Pictures {
  readonly #made = new mupdf.PDFDocument()

  /** The same picture without its surroundings. The caller destroys both. */
  remake(image: mupdf.Image): mupdf.Image {
    const pixels = image.getWidth() * image.getHeight()
    if (pixels > SOURCE_PIXELS_MAX) {
      throw new Error(`a picture of ${pixels} pixels; the limit is ${SOURCE_PIXELS_MAX}`)
    }
    let object: mupdf.PDFObject | undefined
    try {
      object = this.#made.addImage(image)
    } catch {
      // Compressed in a way that cannot be passed on (JBIG2): its pixels can.
      return this.#fromPixels(image)
    }
    return this.#bare(object) ? this.#made.loadImage(object) : this.#fromPixels(image)
  }

  /** Whether the object could be reduced to its pixels where it stands. */
  #bare(object: mupdf.PDFObject): boolean {
    for (const key of ['SMask', 'Mask']) {
      const mask = object.get(key)
      if (mask.isStream() && !this.#bare(mask)) return false
    }
    const filter = object.get('Filter')
    if (filter.isName() && filter.asName() === 'DCTDecode') {
      object.writeRawStream(bareJpeg(object.readRawStream().asUint8Array().slice()))
      return true
    }
    if (!filter.isNull() && !(filter.isName() && ['FlateDecode', 'CCITTFaxDecode'].includes(filter.asName()))) {
      return false
    }
    const length = packedLength(object)
    if (length === undefined) return false
    const data = object.readStream().asUint8Array()
    if (data.length < length) return false
    object.writeStream(data.slice(0, length))
    return true
  }

  #fromPixels(image: mupdf.Image): mupdf.Image {
    const mask = image.getMask()
    const pixels = image.toPixmap()
    try {
      return mask === null ? new mupdf.Image(pixels) : new mupdf.Image(pixels, this.remake(mask))
    } finally {
      pixels.destroy()
      mask?.destroy()
    }
  }
}

/** Bytes of the pixels of a picture object, rows padded to bytes; undefined for colours that are not plain. */
function packedLength(object: mupdf.PDFObject): number | undefined {
  const space = object.get('ColorSpace')
  const isMask = object.get('ImageMask').isBoolean() && object.get('ImageMask').asBoolean()
  const count = isMask
    ? 1
    : space.isName()
      ? components[space.asName()]
      : space.isArray()
        ? countOf(space)
        : undefined
  const bits = isMask ? 1 : object.get('BitsPerComponent').asNumber()
  if (count === undefined || bits < 1) return undefined
  return Math.ceil((object.get('Width').asNumber() * bits * count) / 8) * object.get('Height').asNumber()
}

function countOf(space: mupdf.PDFObject): number | undefined {
  const family = space.get(0).isName() ? space.get(0).asName() : ''
  if (family === 'Indexed') return 1
  if (family === 'ICCBased') return space.get(1, 'N').asNumber()
  return undefined
}
