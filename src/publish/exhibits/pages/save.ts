/** The bytes of a PDF that goes out: always the same for the same pages, with a title and a language and no more. */
import * as mupdf from 'mupdf'

export interface Face {
  readonly title?: string
  readonly language?: string
}

/**
 * What no page of ours needs, and what could carry words or acts that nobody sees. `Annots` and `StructTreeRoot` are
 * looked at apart: only our own paper may have them.
 */
const forbidden = new Set([
  'AA',
  'AF',
  'AcroForm',
  'ActualText',
  'Alt',
  'Associated',
  'Collection',
  'DSS',
  'EF',
  'EmbeddedFiles',
  'EmbeddedFile',
  'FileAttachment',
  'JS',
  'JavaScript',
  'Launch',
  'LastModified',
  'Legal',
  'Metadata',
  'OC',
  'OCProperties',
  'OpenAction',
  'OPI',
  'Perms',
  'PieceInfo',
  'PS',
  'Requirements',
  'RichMedia',
  'SeparationInfo',
  'Thumb',
  'URI',
  'XFA',
])

/** Sets title and language, drops everything else that a file says of itself. */
export function saved(pdf: mupdf.PDFDocument, { title, language }: Face): Uint8Array {
  const trailer = pdf.getTrailer()
  const root = trailer.get('Root')
  for (const key of ['Metadata', 'Info', 'PieceInfo', 'OpenAction', 'AA', 'AF', 'Extensions']) root.delete(key)
  trailer.delete('Info')
  trailer.delete('ID')
  if (title !== undefined) {
    trailer.put('Info', pdf.addObject({ Title: pdf.newString(title) }))
    root.put('ViewerPreferences', { DisplayDocTitle: true })
  }
  if (language !== undefined) root.put('Lang', pdf.newString(language))
  const buffer = pdf.saveToBuffer('garbage=deduplicate,compress,compress-images,compress-fonts,sanitize=no')
  const bytes = buffer.asUint8Array().slice()
  buffer.destroy()
  return bytes
}

/**
 * Reads a finished file again and looks at every object of it. Throws when one holds what must not go out. `allowed`
 * names keys that our own paper may bring.
 */
export function assertBare(bytes: Uint8Array, allowed: ReadonlySet<string> = new Set()): void {
  const pdf = new mupdf.PDFDocument(bytes)
  try {
    const count = pdf.countObjects()
    for (let number = 1; number < count; number++) {
      const found = forbiddenIn(pdf.newIndirect(number).resolve(), allowed)
      if (found !== undefined) throw new Error(`object ${number} of the finished file holds /${found}`)
    }
  } finally {
    pdf.destroy()
  }
}

const DEPTH_MAX = 12

function forbiddenIn(object: mupdf.PDFObject, allowed: ReadonlySet<string>, depth = 0): string | undefined {
  if (depth > DEPTH_MAX || !(object.isDictionary() || object.isArray())) return undefined
  let found: string | undefined
  object.forEach((value, key) => {
    if (found !== undefined) return
    if (typeof key === 'string' && forbidden.has(key) && !allowed.has(key)) found = key
    else if (!value.isIndirect()) found = forbiddenIn(value, allowed, depth + 1)
  })
  return found
}
