import type * as Mupdf from 'mupdf'
import { OCR_SECONDS_MAX, PAGE_POINTS_MAX, PAGES_MAX, PARSE_SECONDS_MAX } from '../../limits.ts'
import type { Work } from '../parse.ts'
import { Refused } from '../reading.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { mupdf } from './engine.ts'
import { reportAnnotations, reportExtras } from './extras.ts'
import { appendText } from './page-text.ts'
import { PageRecogniser } from './recognise-page.ts'
import { examine, withoutHidden } from './visibility.ts'
import type { Box, PageFindings } from './visibility.ts'

/**
 * Part of the time that a document has, after which no further page is begun: what was read is better than nothing.
 */
const TIME_SHARE = 0.75

/** Fewer invisible letters than this under a picture are no OCR of it. */
const LETTERS_MIN = 8

/** Part of the page that a picture must take to be read when the page has no text. */
const SCAN_SHARE_MIN = 0.15

/** A page that is mostly picture and has no more text than this is a scan with a stamp or a page number on it. */
const PICTURE_SHARE_MIN = 0.5
const CAPTION_CHARACTERS_MAX = 150

export async function readPdf(bytes: Uint8Array, work: Work): Promise<RawReading> {
  const document = mupdf.Document.openDocument(bytes, work.mediaType)
  if (document.needsPassword()) {
    throw new Refused(
      'encrypted',
      'The PDF is locked with a password. Open it with the password, print it to a new PDF, and add that.',
      'El PDF está protegido con contraseña. Ábralo con ella, imprímalo a un PDF nuevo y añada ese.',
    )
  }
  const layer = new TextLayer(work.mediaType)
  const pdf = document.asPDF()
  if (pdf !== null) reportExtras(pdf, bytes, layer)
  await readPages(document, layer, work)
  return layer.finish()
}

/** Every page by itself: one broken page does not take the others with it. */
export async function readPages(document: Mupdf.Document, layer: TextLayer, work: Work): Promise<void> {
  const count = document.countPages()
  if (count === 0)
    throw new Refused(
      'malformed',
      'The file has no pages: it is damaged or cut off. Ask for another copy.',
      'El archivo no tiene páginas: está dañado o cortado. Pida otra copia.',
    )
  const reading = new PageReading(document, layer, work, count)
  const started = performance.now()
  try {
    for (let index = 0; index < count; index++) {
      const seconds = (reading.recogniser.pages > 0 ? OCR_SECONDS_MAX : PARSE_SECONDS_MAX) * TIME_SHARE
      const why =
        index >= PAGES_MAX
          ? { en: `the limit is ${PAGES_MAX} pages`, es: `el límite son ${PAGES_MAX} páginas` }
          : layer.isFull
            ? { en: 'the text layer is full', es: 'la capa de texto está llena' }
            : performance.now() - started > seconds * 1000
              ? { en: 'the time for one document was up', es: 'se agotó el tiempo de un documento' }
              : undefined
      if (why !== undefined) {
        layer.warn({
          en: `Pages ${index + 1} to ${count} were not read: ${why.en}. Split the file and add its parts.`,
          es: `Las páginas ${index + 1} a ${count} no se leyeron: ${why.es}. Divida el archivo y añada sus partes.`,
        })
        break
      }
      await reading.readPage(index)
    }
  } finally {
    await reading.recogniser.close()
  }
}

class PageReading {
  readonly recogniser = new PageRecogniser()
  readonly #document: Mupdf.Document
  readonly #layer: TextLayer
  readonly #work: Work
  readonly #count: number

  constructor(document: Mupdf.Document, layer: TextLayer, work: Work, count: number) {
    this.#document = document
    this.#layer = layer
    this.#work = work
    this.#count = count
  }

  async readPage(index: number): Promise<void> {
    this.#work.progress({ what: this.recogniser.pages > 0 ? 'ocr' : 'page', done: index, of: this.#count })
    const layer = this.#layer
    let page: Mupdf.Page | undefined
    try {
      page = this.#document.loadPage(index)
      await this.#readContents(page, index)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      layer.warn(
        {
          en: `This page could not be read (${reason.slice(0, 150)}). Look at it by eye.`,
          es: `Esta página no se pudo leer (${reason.slice(0, 150)}). Mírela a simple vista.`,
        },
        index + 1,
      )
      layer.endPage({ origin: 'unread' })
    } finally {
      page?.destroy()
    }
  }

  async #readContents(page: Mupdf.Page, index: number): Promise<void> {
    const layer = this.#layer
    const number = index + 1
    const [left, top, right, bottom] = page.getBounds()
    const size = { width: right - left, height: bottom - top }
    if (Math.max(size.width, size.height) > PAGE_POINTS_MAX) {
      layer.warn(
        {
          en:
            `This page is ${Math.round(size.width)} by ${Math.round(size.height)} points large, more than the ` +
            `format allows.`,
          es:
            `Esta página mide ${Math.round(size.width)} por ${Math.round(size.height)} puntos, más de ` +
            'lo que admite el formato.',
        },
        number,
      )
    }
    const list = page.toDisplayList(true)
    try {
      const findings = examine(list, [left, top, right, bottom])
      const origin = readable(findings)
      if (origin === 'text') {
        const start = layer.length
        this.#appendSeen(list, [left, top, right, bottom], findings, number)
        const isMostlyPicture = findings.pictureShare > PICTURE_SHARE_MIN
        if (isMostlyPicture && layer.length - start < CAPTION_CHARACTERS_MAX)
          await this.#appendRecognised(page, index, size)
        else {
          if (isMostlyPicture)
            layer.warn(
              {
                en: 'A picture takes much of this page; words in it were not read.',
                es: 'Una imagen ocupa buena parte de esta página; las palabras que contiene no se leyeron.',
              },
              number,
            )
          layer.endPage({ origin, ...size })
        }
      } else if (origin === 'ocr-layer') {
        layer.warn(
          {
            en:
              "The words of this page lie invisibly under its picture: they are another program's OCR, or " +
              "somebody's. Compare them with the picture.",
            es:
              'Las palabras de esta página están invisibles bajo su imagen: son el OCR de otro ' +
              'programa, o de alguien. Compárelas con la imagen.',
          },
          number,
        )
        this.#appendList(list)
        layer.endPage({ origin, ...size })
      } else {
        this.#reportHidden(findings, number)
        await this.#appendRecognised(page, index, size)
      }
    } finally {
      list.destroy()
    }
    const pdf = this.#document.asPDF()
    if (pdf !== null && page instanceof mupdf.PDFPage) reportAnnotations(pdf, page, number, layer)
  }

  async #appendRecognised(page: Mupdf.Page, index: number, size: { width: number; height: number }): Promise<void> {
    const layer = this.#layer
    this.#work.progress({ what: 'ocr', done: index, of: this.#count })
    if (layer.lastUnit !== '') layer.append('\n\n')
    const confidence = await this.recogniser.read(page, layer)
    layer.endPage({ origin: 'ocr', ...size, ...(confidence === undefined ? {} : { confidence }) })
  }

  #appendSeen(list: Mupdf.DisplayList, bounds: Box, findings: PageFindings, number: number): void {
    if (findings.hidden.length === 0) {
      this.#appendList(list)
      return
    }
    this.#reportHidden(findings, number)
    const seen = withoutHidden(list, bounds, new Set(findings.hidden.map(({ index }) => index)))
    try {
      this.#appendList(seen)
    } finally {
      seen.destroy()
    }
  }

  #appendList(list: Mupdf.DisplayList): void {
    const text = list.toStructuredText('preserve-whitespace')
    try {
      appendText(this.#layer, text.asJSON())
    } finally {
      text.destroy()
    }
  }

  #reportHidden({ hidden }: PageFindings, page: number): void {
    for (const { kind, how, text, box } of hidden) {
      if (text.trim() !== '') this.#layer.hide({ kind, how, text, page, at: { box } })
    }
  }
}

/** Whether the words of a page can be had from the page, from an OCR layer in it, or only by looking. */
function readable({ hidden, texts, pictureShare, draws }: PageFindings): 'text' | 'ocr-layer' | 'ocr' {
  const seen = texts - hidden.length
  if (seen > 0 || !draws) return 'text'
  const under = hidden.filter(({ kind, how }) => kind === 'invisible-text' || how === 'laid under a picture')
  const letters = under.reduce((sum, { text }) => sum + text.trim().length, 0)
  if (letters >= LETTERS_MIN && pictureShare > 0.5) return 'ocr-layer'
  return pictureShare >= SCAN_SHARE_MIN || texts === 0 ? 'ocr' : 'text'
}
