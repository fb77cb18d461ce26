import type * as Mupdf from 'mupdf'
import { OCR_DOTS_PER_INCH, OCR_PIXELS_MAX } from '../../limits.ts'
import { openOcr } from '../ocr/ocr.ts'
import type { OcrEngine } from '../ocr/ocr.ts'
import type { TextLayer } from '../text-layer.ts'
import { mupdf } from './engine.ts'

const POINTS_PER_INCH = 72

/** Reads drawn pages as pictures. The engine is opened for the first page that needs it. */
export class PageRecogniser {
  #engine: Promise<OcrEngine> | undefined
  /** Pages read so far. */
  pages = 0

  /** Appends the words to the page that is being written; answers with their mean confidence, 0–100. */
  async read(page: Mupdf.Page, layer: TextLayer): Promise<number | undefined> {
    const engine = await (this.#engine ??= openOcr())
    if (this.pages === 0) {
      layer.warn({
        en:
          `Words were read from pictures by ${engine.name} (${engine.languages.join(', ')}); ` +
          'compare names, dates and numbers with the picture.',
        es:
          `${engine.name} (${engine.languages.join(', ')}) leyó palabras de imágenes; compare nombres, ` +
          'fechas y números con la imagen.',
      })
    }
    this.pages += 1
    const { png, scale } = draw(page)
    const lines = await engine.recognise(png)
    let paragraph: number | undefined
    for (const line of lines) {
      if (paragraph !== undefined) layer.append(line.paragraph === paragraph ? '\n' : '\n\n')
      paragraph = line.paragraph
      const [left, top, right, bottom] = line.box
      layer.append(line.text, { box: [left / scale, top / scale, right / scale, bottom / scale] })
    }
    if (lines.length === 0) return undefined
    return Math.round(lines.reduce((sum, { confidence }) => sum + confidence, 0) / lines.length)
  }

  async close(): Promise<void> {
    if (this.#engine !== undefined) await (await this.#engine).close()
  }
}

/** Grey, at the resolution that OCR wants, never more pixels than allowed whatever size the page states. */
function draw(page: Mupdf.Page): { png: Uint8Array; scale: number } {
  const [left, top, right, bottom] = page.getBounds()
  const points = Math.max(1, right - left) * Math.max(1, bottom - top)
  const scale = Math.min(OCR_DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(OCR_PIXELS_MAX / points))
  const matrix = mupdf.Matrix.concat(mupdf.Matrix.translate(-left, -top), mupdf.Matrix.scale(scale, scale))
  const pixmap = page.toPixmap(matrix, mupdf.ColorSpace.DeviceGray, false, true)
  try {
    return { png: new Uint8Array(pixmap.asPNG()), scale }
  } finally {
    pixmap.destroy()
  }
}
