/**
 * What the bytes are. The name is asked only where the bytes leave a choice: names are chosen by whoever sent them.
 */
import type { Said } from '../../record/index.ts'

export type Format = 'pdf' | 'docx' | 'odt' | 'rtf' | 'html' | 'eml' | 'mbox' | 'txt' | 'picture' | 'zip'

export interface Recognised {
  readonly format: Format
  readonly mediaType: string
}

/** A kind of file that we know and do not read, with what to do instead. */
export interface KnownUnread {
  readonly unread: Said
}

const text = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, Math.min(end, bytes.length) - start)).toString(
    'latin1',
  )

const pictures: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^(?:II\*\0|MM\0\*)/, 'image/tiff'],
]

const unread: readonly (readonly [RegExp, Said])[] = [
  [
    /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    {
      en:
        'an old Office file or a password-protected one. Open it in an office program and save it as DOCX or PDF ' +
        'without a password.',
      es:
        'un archivo de Office antiguo o protegido con contraseña. Ábralo en un programa de oficina y ' +
        'guárdelo como DOCX o PDF sin contraseña.',
    },
  ],
  [
    /^7z\xbc\xaf\x27\x1c/,
    {
      en: 'a 7z archive. Unpack it and add the files in it.',
      es: 'un archivo comprimido 7z. Descomprímalo y añada los archivos que contiene.',
    },
  ],
  [
    /^Rar!\x1a\x07/,
    {
      en: 'a RAR archive. Unpack it and add the files in it.',
      es: 'un archivo comprimido RAR. Descomprímalo y añada los archivos que contiene.',
    },
  ],
  [
    /^\x1f\x8b/,
    {
      en: 'a gzip archive. Unpack it and add the files in it.',
      es: 'un archivo comprimido gzip. Descomprímalo y añada los archivos que contiene.',
    },
  ],
  [
    /^BZh[1-9]/,
    {
      en: 'a bzip2 archive. Unpack it and add the files in it.',
      es: 'un archivo comprimido bzip2. Descomprímalo y añada los archivos que contiene.',
    },
  ],
  [
    /^\xfd7zXZ\0/,
    {
      en: 'an xz archive. Unpack it and add the files in it.',
      es: 'un archivo comprimido xz. Descomprímalo y añada los archivos que contiene.',
    },
  ],
  [
    /^(?:GIF8[79]a|BM|RIFF[^]{4}WEBP|II\x2b\0)/,
    {
      en: 'a picture of a kind that is not read. Save it as PNG, JPEG or TIFF.',
      es: 'una imagen de una clase que no se lee. Guárdela como PNG, JPEG o TIFF.',
    },
  ],
  [
    /^[^]{4}ftyp(?:heic|heix|mif1|avif)/,
    {
      en: 'a picture of a kind that is not read. Save it as PNG, JPEG or TIFF.',
      es: 'una imagen de una clase que no se lee. Guárdela como PNG, JPEG o TIFF.',
    },
  ],
  [
    /^[^]{4}ftyp|^(?:ID3|OggS|RIFF[^]{4}(?:WAVE|AVI ))|^\x1aE\xdf\xa3/,
    { en: 'sound or film. Add a transcript of it.', es: 'sonido o vídeo. Añada una transcripción.' },
  ],
  [
    /^(?:MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe)/,
    { en: 'a program, not a document.', es: 'un programa, no un documento.' },
  ],
  [/^SQLite format 3\0/, { en: 'a database, not a document.', es: 'una base de datos, no un documento.' }],
  [/^%!PS/, { en: 'a PostScript file. Convert it to PDF.', es: 'un archivo PostScript. Conviértalo a PDF.' }],
]

const mailHeader = new RegExp(
  '^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|delivered-to|reply-to|content-type|' +
    'dkim-signature|authentication-results|(?:x|arc)-[a-z-]+):',
  'i',
)

/** How far into a file its marks are looked for: PDF readers accept a header within the first kibibyte. */
const HEAD_BYTES = 4096

export function recognise(bytes: Uint8Array, name: string): Recognised | KnownUnread {
  const head = text(bytes, 0, HEAD_BYTES)
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const picture = pictures.find(([mark]) => mark.test(head))
  if (picture !== undefined) return { format: 'picture', mediaType: picture[1] }
  if (head.startsWith('%PDF-')) return { format: 'pdf', mediaType: 'application/pdf' }
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return insideZip(bytes)
  if (/^\s*\{\\rtf/.test(head)) return { format: 'rtf', mediaType: 'application/rtf' }
  const known = unread.find(([mark]) => mark.test(head))
  if (known !== undefined) return { unread: known[1] }
  const textual = recogniseText(head, ending)
  // PDF readers take a header that stands a little further in; mails and pages may hold such words too.
  const isLatePdf = head.slice(0, 1024).includes('%PDF-') && ('unread' in textual || textual.format === 'txt')
  return isLatePdf ? { format: 'pdf', mediaType: 'application/pdf' } : textual
}

function recogniseText(head: string, ending: string): Recognised | KnownUnread {
  // UTF-16 text looks binary; without its zero bytes its marks are plain again.
  const plain = head.replace(/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, '').replaceAll('\0', '')
  if (/^From \S+.*\n(?:>?[\w-]+:)/.test(plain)) return { format: 'mbox', mediaType: 'application/mbox' }
  if (looksLikeMail(plain, ending)) return { format: 'eml', mediaType: 'message/rfc822' }
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i.test(plain)) {
    return { format: 'html', mediaType: 'text/html' }
  }
  if (/^(?:html?|xhtml|shtml)$/.test(ending) && /<[a-z!]/i.test(plain))
    return { format: 'html', mediaType: 'text/html' }
  if (ending === 'pdf') return { format: 'pdf', mediaType: 'application/pdf' }
  if (looksBinary(head)) {
    return {
      unread: {
        en: 'of a kind that is not known. If it is a document, save it as PDF, DOCX or text and add that.',
        es: 'de una clase que no se conoce. Si es un documento, guárdelo como PDF, DOCX o texto y añada eso.',
      },
    }
  }
  return { format: 'txt', mediaType: 'text/plain' }
}

function looksLikeMail(plain: string, ending: string): boolean {
  const lines = plain.split(/\r?\n/).slice(0, 40)
  const end = lines.indexOf('')
  const headers = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^[ \t]/.test(line))
  if (headers.length === 0 || !headers.every((line) => /^[!-9;-~]+:/.test(line)))
    return ending === 'eml' && headers.length > 0
  const known = headers.filter((line) => mailHeader.test(line)).length
  return ending === 'eml'
    ? known >= 1
    : known >= 3 && /^(?:message-id|received|mime-version|return-path|x-[\w-]+):/im.test(plain)
}

/** Zero bytes outside UTF-16, or many control characters. */
function looksBinary(head: string): boolean {
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head)) return false
  const sample = head.slice(0, 2048)
  const zeros = sample.split('\0').length - 1
  if (zeros > 0) {
    const even = countZeros(sample, 0)
    const odd = countZeros(sample, 1)
    return Math.min(even, odd) > zeros * 0.05 || Math.max(even, odd) < sample.length * 0.2
  }
  const controls = (sample.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f]/g) ?? []).length
  return controls > sample.length * 0.05
}

const countZeros = (sample: string, offset: number): number => {
  let count = 0
  for (let i = offset; i < sample.length; i += 2) if (sample.charCodeAt(i) === 0) count += 1
  return count
}

const packages: readonly (readonly [RegExp, Recognised])[] = [
  [
    /word\/document\d*\.xml/,
    {
      format: 'docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
  ],
  [
    /mimetypeapplication\/vnd\.oasis\.opendocument\.text/,
    {
      format: 'odt',
      mediaType: 'application/vnd.oasis.opendocument.text',
    },
  ],
]

/** Office files are ZIP archives; the table at the end names their parts. */
function insideZip(bytes: Uint8Array): Recognised {
  const tail = text(bytes, Math.max(0, bytes.length - 65_536), bytes.length)
  const both = text(bytes, 0, 65_536) + tail
  return packages.find(([mark]) => mark.test(both))?.[1] ?? { format: 'zip', mediaType: 'application/zip' }
}
