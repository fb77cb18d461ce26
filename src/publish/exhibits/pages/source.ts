/** Opens an original as pages, whatever it is. */
import * as mupdf from 'mupdf'
import { pictureFacts, Refused } from '../../../reading/formats/index.ts'
import type { PaperLanguage } from '../../paper/model.ts'
import type { DrawnSource } from '../jobs.ts'
import { EXHIBIT_PAGES_MAX, SOURCE_PIXELS_MAX, TEXT_CHARACTERS_MAX } from '../limits.ts'
import { pageWords } from '../words.ts'
import { BAND, SHEET } from './frame.ts'

/** Points of the letters of a plain page. */
const TEXT_POINTS = 10.5

/** Scripts that the built-in fonts can set; in others a reader would get blanks. */
const settable = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}]/u
const alsoSettable = /[\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u

export function openSource(bytes: Uint8Array, source: DrawnSource, language: PaperLanguage): mupdf.Document {
  const document =
    source.kind === 'text'
      ? textDocument(Buffer.from(bytes).toString('utf8'), language)
      : mupdf.Document.openDocument(
          bytes,
          source.kind === 'picture' ? pictureType(bytes, source) : 'application/pdf',
        )
  if (document.needsPassword()) {
    throw new Refused(
      'encrypted',
      'it is locked with a password. Open it with the password, print it to a new PDF, and add that.',
    )
  }
  const count = document.countPages()
  if (count === 0)
    throw new Refused('malformed', 'it has no pages: it is damaged or cut off. Ask for another copy.')
  if (count > EXHIBIT_PAGES_MAX) {
    throw new Refused(
      'document-limits',
      `it has ${count} pages; the limit is ${EXHIBIT_PAGES_MAX}. Split it and add the parts that are needed.`,
    )
  }
  return document
}

/** The stated size of a picture is looked at before anything is unpacked. */
function pictureType(bytes: Uint8Array, { mediaType }: DrawnSource): string {
  for (const { width, height } of pictureFacts(bytes).frames) {
    if (width * height > SOURCE_PIXELS_MAX) {
      throw new Refused(
        'document-limits',
        `it states ${width} × ${height} pixels; the limit is ${SOURCE_PIXELS_MAX}. Save it smaller.`,
      )
    }
  }
  return mediaType
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The pages of a text layer: nothing of its wording changes; lines are broken where the sheet ends. */
function textDocument(text: string, language: PaperLanguage): mupdf.Document {
  if (text.length > TEXT_CHARACTERS_MAX) {
    throw new Refused(
      'document-limits',
      `its text has ${text.length} characters; the limit is ${TEXT_CHARACTERS_MAX}. Split it and add the parts.`,
    )
  }
  const unset = [...new Set(text)].find((letter) => !settable.test(letter) && !alsoSettable.test(letter))
  if (unset !== undefined) {
    const code = unset.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
    throw new Refused(
      'document-limits',
      `it is written in letters for which no font is built in (U+${code}). Print it to a PDF and add that.`,
    )
  }
  const parts = text.split('\f').map((part) => `<div class="page">${paragraphs(part)}</div>`)
  const html =
    '<html><head><style>@page { margin: 40pt 60pt 44pt 60pt } body { font-family: serif; margin: 0 } ' +
    '.note { font-family: sans-serif; font-size: 8.5pt; margin: 0 0 14pt 0 } ' +
    'p { white-space: pre-wrap; margin: 0; line-height: 1.35 } .gap { font-size: 5pt } ' +
    '.page { page-break-after: always }</style></head><body>' +
    `<p class="note">${escape(pageWords[language].textLayer)}</p>${parts.join('')}</body></html>`
  const document = mupdf.Document.openDocument(Buffer.from(html, 'utf8'), 'text/html')
  document.layout(SHEET.short, SHEET.long - BAND, TEXT_POINTS)
  return document
}

/** One paragraph a line, so that the setting of a long text does not take time with the square of its length. */
const paragraphs = (part: string): string =>
  part
    .split(/\r\n|\r|\n/)
    .map((line) => (line.trim() === '' ? '<p class="gap">\u00a0</p>' : `<p>${escape(line)}</p>`))
    .join('')
