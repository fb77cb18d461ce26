/** Short lines printed on finished pages, in the Latin letters that every reader has without a font in the file. */
import * as mupdf from 'mupdf'

export interface Line {
  readonly text: string
  /** Points from the left edge; with `right`, where the text ends. */
  readonly x: number
  /** Points from the upper edge to the foot of the letters. */
  readonly y: number
  readonly points: number
  readonly bold?: boolean
  readonly right?: boolean
}

/** Characters that the encoding has at another place than Unicode. */
const moved: Readonly<Record<string, number>> = { '–': 0x96, '—': 0x97, '…': 0x85, '’': 0x92 }

/** WinAnsi codes as a hexadecimal PDF string. Throws on a letter that the encoding lacks: it would vanish. */
function encoded(text: string): string {
  const codes = [...text].map((letter) => {
    const code = moved[letter] ?? letter.codePointAt(0) ?? 0
    if (code < 0x20 || code > 0xff) throw new Error(`a stamp cannot show "${letter}"`)
    return code.toString(16).padStart(2, '0')
  })
  return `<${codes.join('')}>`
}

/** Prints on the pages of one document, below its own content streams, as an artifact for those who listen to it. */
export class Stamper {
  readonly #pdf: mupdf.PDFDocument
  readonly #regular: mupdf.PDFObject
  readonly #bold: mupdf.PDFObject
  readonly #fonts = { regular: new mupdf.Font('Helvetica'), bold: new mupdf.Font('Helvetica-Bold') }

  constructor(pdf: mupdf.PDFDocument) {
    this.#pdf = pdf
    this.#regular = pdf.addSimpleFont(this.#fonts.regular, 'Latin')
    this.#bold = pdf.addSimpleFont(this.#fonts.bold, 'Latin')
  }

  /**
   * Adds lines and a rule (points from the upper edge) to a page; with `matrix`, what was there is moved by it first.
   * The page must not be turned, and lie at the origin or be moved there.
   */
  stamp(page: mupdf.PDFObject, lines: readonly Line[], rule?: number, matrix?: mupdf.Matrix): void {
    const [left, , right, top] = boxOf(page)
    const drawn = lines.map(({ text, x, y, points, bold = false, right = false }) => {
      const start = right ? x - this.#width(text, bold, points) : x
      return `BT /${bold ? 'FsB' : 'FsR'} ${points} Tf ${fixed(left + start)} ${fixed(top - y)} Td ${encoded(text)} Tj ET`
    })
    if (rule !== undefined) {
      drawn.push(
        `0.6 G 0.4 w ${fixed(left + 28)} ${fixed(top - rule)} m ${fixed(right - 28)} ${fixed(top - rule)} l S`,
      )
    }
    const before = matrix === undefined ? 'q' : `q ${matrix.map(fixed).join(' ')} cm`
    const after = `Q\n/Artifact BMC q 0 g\n${drawn.join('\n')}\nQ EMC`
    const content = page.get('Contents')
    const streams = this.#pdf.newArray()
    streams.push(this.#pdf.addStream(`${before}\n`, {}))
    if (content.isArray()) for (let i = 0; i < content.length; i++) streams.push(content.get(i))
    else if (!content.isNull()) streams.push(content)
    streams.push(this.#pdf.addStream(`\n${after}\n`, {}))
    page.put('Contents', streams)
    this.#giveFonts(page)
  }

  #width(text: string, bold: boolean, points: number): number {
    const measure = new mupdf.Text()
    const font = bold ? this.#fonts.bold : this.#fonts.regular
    const [, , , , advance] = measure.showString(font, [points, 0, 0, points, 0, 0], text)
    measure.destroy()
    return advance
  }

  /** In a copy of the page's own resources: several pages may share one. */
  #giveFonts(page: mupdf.PDFObject): void {
    const own = copyOf(this.#pdf, page.getInheritable('Resources'))
    const fonts = copyOf(this.#pdf, own.get('Font'))
    fonts.put('FsR', this.#regular)
    fonts.put('FsB', this.#bold)
    own.put('Font', fonts)
    page.put('Resources', own)
  }
}

function copyOf(pdf: mupdf.PDFDocument, dictionary: mupdf.PDFObject): mupdf.PDFObject {
  const copy = pdf.newDictionary()
  if (dictionary.isDictionary()) {
    dictionary.forEach((value, key) => {
      if (typeof key === 'string') copy.put(key, value)
    })
  }
  return copy
}

export function boxOf(page: mupdf.PDFObject): mupdf.Rect {
  const crop = page.getInheritable('CropBox')
  const box = crop.isArray() ? crop : page.getInheritable('MediaBox')
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => box.get(index).asNumber())
  return [a ?? 0, b ?? 0, c ?? 595, d ?? 842]
}

const fixed = (value: number): string => String(Math.round(value * 1000) / 1000)
