import { DOCUMENT_BYTES_MAX, HTML_BYTES_MAX, MAIL_BYTES_MAX } from '../limits.ts'
import { recognise } from './media-type.ts'
import type { Format } from './media-type.ts'
import { Refused } from './reading.ts'
import type { Progress } from './reading.ts'
import type { RawReading } from './text-layer.ts'

/** What a format may tell and ask while it works. */
export interface Work {
  readonly name: string
  readonly mediaType: string
  progress(progress: Progress): void
}

type Reader = (bytes: Uint8Array, work: Work) => RawReading | Promise<RawReading>

// Loaded when first needed: a mail should not wait for the PDF engine.
const readers: Readonly<Record<Format, () => Promise<Reader>>> = {
  txt: async () => (await import('./plain/plain.ts')).readPlain,
  pdf: async () => (await import('./pdf/pdf.ts')).readPdf,
  picture: async () => (await import('./pdf/picture.ts')).readPicture,
  html: async () => (await import('./html/html.ts')).readHtml,
  docx: async () => (await import('./docx/docx.ts')).readDocx,
  odt: async () => (await import('./odt/odt.ts')).readOdt,
  rtf: async () => (await import('./rtf/rtf.ts')).readRtf,
  eml: async () => (await import('./mail/mail.ts')).readMail,
  mbox: async () => (await import('./mail/mbox.ts')).readMbox,
  zip: async () => (await import('./archive/zip.ts')).readZip,
}

const bytesMax: Readonly<Partial<Record<Format, number>>> = { html: HTML_BYTES_MAX, eml: MAIL_BYTES_MAX }

/**
 * Reads a document in this process. Only for the process that is made for it, and for tests of the formats: use
 * `readDocument` of `../isolation/`. Throws `Refused` with a reason, or whatever a broken file makes a parser throw.
 */
export async function parseBytes(
  bytes: Uint8Array,
  name: string,
  progress: Work['progress'] = () => {},
): Promise<RawReading> {
  if (bytes.length === 0)
    throw new Refused(
      'empty',
      'The file is empty: it has 0 bytes. Ask for it to be sent again.',
      'El archivo está vacío: tiene 0 bytes. Pida que se lo envíen otra vez.',
    )
  refuseLarge(bytes.length, DOCUMENT_BYTES_MAX, 'a document')
  const recognised = recognise(bytes, name)
  if ('unread' in recognised)
    throw new Refused('unknown-format', `This is ${recognised.unread.en}`, `Es ${recognised.unread.es}`)
  const { format, mediaType } = recognised
  refuseLarge(bytes.length, bytesMax[format] ?? DOCUMENT_BYTES_MAX, mediaType)
  engineWasUsed ||= format === 'pdf' || format === 'picture'
  const read = await readers[format]()
  return read(bytes, { name, mediaType, progress })
}

let engineWasUsed = false

/**
 * For a process that reads one document after another: nothing that a document did to the engine's memory may reach
 * the next one.
 */
export async function makeReadyForNext(): Promise<void> {
  if (!engineWasUsed) return
  engineWasUsed = false
  await (await import('./pdf/engine.ts')).renewEngine()
}

function refuseLarge(length: number, max: number, what: string): void {
  if (length > max) {
    throw new Refused(
      'too-large',
      `The file has ${length} bytes; the limit for ${what} is ${max}. Split it and add the parts.`,
      `El archivo tiene ${length} bytes; el límite para ` +
        `${what === 'a document' ? 'un documento' : what} es ${max}. Divídalo y añada las partes.`,
    )
  }
}
