/** Originals for tests, made here: ordinary ones, and ones that carry a canary in every hiding place. */
import * as mupdf from 'mupdf'

export type Bytes = Uint8Array

const saved = (pdf: mupdf.PDFDocument): Bytes => pdf.saveToBuffer('').asUint8Array().slice()

const serif = (pdf: mupdf.PDFDocument): mupdf.PDFObject => pdf.addSimpleFont(new mupdf.Font('Times-Roman'), 'Latin')

export interface PageContent {
  readonly content: string
  readonly resources?: (pdf: mupdf.PDFDocument) => Record<string, mupdf.PDFObject>
  readonly size?: readonly [number, number]
}

/** Pages from content streams; `F1` is a serif font. */
export function pdfOf(pages: readonly PageContent[], more?: (pdf: mupdf.PDFDocument) => void): Bytes {
  const pdf = new mupdf.PDFDocument()
  const font = serif(pdf)
  for (const { content, resources, size = [595, 842] } of pages) {
    const named = { Font: { F1: font }, ...resources?.(pdf) }
    const [width, height] = size
    pdf.insertPage(-1, pdf.addPage([0, 0, width, height], 0, named, content))
  }
  more?.(pdf)
  return saved(pdf)
}

/** A line of text `down` points from the upper edge of an A4 page. */
export const line = (text: string, down: number, across = 72): string =>
  `BT /F1 12 Tf ${across} ${842 - down} Td (${text}) Tj ET\n`

export const textPdf = (title: string, pages: number, lines = 40): Bytes =>
  pdfOf(
    Array.from({ length: pages }, (_, page) => ({
      content: Array.from({ length: lines }, (_, row) =>
        line(`${title}, page ${page + 1}, line ${row + 1}`, 80 + row * 17),
      ).join(''),
    })),
  )

/** A picture whose squares make every part of it different from its neighbour. */
export function chequered(width = 400, height = 200): mupdf.Pixmap {
  const pixels = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false)
  pixels.clear(245)
  const all = pixels.getPixels()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (((x >> 3) ^ (y >> 3)) & 1) all.set([30, 60, 120], (y * width + x) * 3)
    }
  }
  return pixels
}

export const png = (): Bytes => chequered().asPNG().slice()

/** A JPEG with a comment and camera data that hold `canary`. */
export function jpegWith(canary: string): Bytes {
  const plain = Buffer.from(chequered().asJPEG(90))
  const segment = (marker: number, text: string): Buffer => {
    const body = Buffer.from(text, 'latin1')
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(body.length + 2, 2)
    return Buffer.concat([head, body])
  }
  const more = [segment(0xfe, `comment ${canary}`), segment(0xe1, `Exif\0\0 ${canary}`)]
  return Buffer.concat([plain.subarray(0, 2), ...more, plain.subarray(2), Buffer.from(`after the end ${canary}`)])
}

/** Where a canary is planted. */
export const hidingPlaces = [
  'title',
  'xmp',
  'embedded',
  'script',
  'layer',
  'note',
  'freetext',
  'link',
  'actualtext',
  'outline',
  'invisible',
  'white',
  'pieceinfo',
  'oldrevision',
  'jpeg',
  'layername',
  'fieldname',
  'alt',
] as const

export const canaryOf = (place: string): string => `Canary${place}Zq`

/** One page that a person reads as "Plain words." with a picture, and a canary in each hiding place. */
export function trappedPdf(): Bytes {
  const c = canaryOf
  const content =
    line('Plain words that everybody sees.', 90) +
    `/Span <</ActualText (${c('actualtext')}) /Alt (${c('alt')})>> BDC ${line('Spoken otherwise.', 110)} EMC\n` +
    `/OC /Off BDC ${line(c('layer'), 130)} EMC\n` +
    `BT 3 Tr /F1 12 Tf 72 690 Td (${c('invisible')}) Tj ET\n` +
    `q 1 g BT 0 Tr /F1 12 Tf 72 670 Td (${c('white')}) Tj ET Q\n` +
    'q 200 0 0 100 72 400 cm /Im Do Q\n'
  const first = pdfOf([
    {
      content: `${line('Plain words that everybody sees.', 90)}${line(c('oldrevision'), 300)}`,
    },
  ])
  const pdf = new mupdf.PDFDocument(first)
  const page = pdf.findPage(0)
  const off = pdf.addObject({ Type: 'OCG', Name: pdf.newString(c('layername')) })
  const image = pdf.addImage(new mupdf.Image(jpegWith(c('jpeg'))))
  page.put('Resources', { Font: { F1: serif(pdf) }, Properties: { Off: off }, XObject: { Im: image } })
  page.put('Contents', pdf.addStream(content, {}))
  page.put('PieceInfo', { Editor: { Private: pdf.newString(c('pieceinfo')) } })
  const root = pdf.getTrailer().get('Root')
  root.put('OCProperties', { OCGs: [off], D: { OFF: [off], Order: [off] } })
  root.put('Metadata', pdf.addStream(`<x:xmpmeta>${c('xmp')}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' }))
  root.put('OpenAction', { S: 'JavaScript', JS: pdf.newString(`app.alert("${c('script')}")`) })
  root.put('AcroForm', { Fields: [pdf.addObject({ T: pdf.newString(c('fieldname')), FT: 'Tx' })] })
  pdf.setMetaData('info:Title', c('title'))
  const moment = new Date(0)
  const file = pdf.addEmbeddedFile(`${c('embedded')}.txt`, 'text/plain', c('embedded'), moment, moment)
  pdf.insertEmbeddedFile(`${c('embedded')}.txt`, file)
  const loaded = pdf.loadPage(0)
  const note = loaded.createAnnotation('Text')
  note.setContents(c('note'))
  const free = loaded.createAnnotation('FreeText')
  free.setRect([300, 300, 500, 330])
  free.setContents(c('freetext'))
  free.update()
  loaded.createLink([72, 72, 200, 100], `https://example.org/${c('link')}`)
  pdf.outlineIterator().insert({ title: c('outline'), uri: '#page=1', open: false })
  return pdf.saveToBuffer('incremental').asUint8Array().slice()
}

/** Everything that can be read out of a PDF: its bytes, its streams unpacked, its texts as Unicode, its words. */
export function everythingIn(bytes: Bytes): string {
  const pdf = new mupdf.PDFDocument(bytes)
  const parts: string[] = [Buffer.from(bytes).toString('latin1')]
  for (let number = 1; number < pdf.countObjects(); number++) {
    const object = pdf.newIndirect(number)
    parts.push(stringsIn(object.resolve()))
    if (!object.isStream()) continue
    parts.push(Buffer.from(object.readRawStream().asUint8Array()).toString('latin1'))
    if (object.get('Subtype').toString() !== '/Image') {
      parts.push(Buffer.from(object.readStream().asUint8Array()).toString('latin1'))
    }
  }
  parts.push(stringsIn(pdf.getTrailer()), wordsOf(bytes).join('\n'))
  return parts.join('\n')
}

function stringsIn(object: mupdf.PDFObject, depth = 0): string {
  if (object.isString()) return object.asString()
  if (object.isName()) return object.asName()
  if (depth > 8 || !(object.isDictionary() || object.isArray())) return ''
  const parts: string[] = []
  object.forEach((value, key) => {
    parts.push(String(key))
    if (!value.isIndirect()) parts.push(stringsIn(value, depth + 1))
  })
  return parts.join('\n')
}

/** The words of each page. */
export function wordsOf(bytes: Bytes): readonly string[] {
  const pdf = new mupdf.PDFDocument(bytes)
  return Array.from({ length: pdf.countPages() }, (_, index) => pdf.loadPage(index).toStructuredText('').asText())
}

export interface Picture {
  readonly width: number
  readonly at: (x: number, y: number) => number
}

/** Grey values of a page as it is seen, one pixel a point. */
export function seen(bytes: Bytes, page: number): Picture {
  const pixels = new mupdf.PDFDocument(bytes)
    .loadPage(page - 1)
    .toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false, true)
  const all = pixels.getPixels().slice()
  const width = pixels.getWidth()
  return { width, at: (x, y) => all[y * width + x] ?? -1 }
}
