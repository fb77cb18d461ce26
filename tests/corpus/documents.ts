/** Small documents of every format, made on the spot: ordinary ones, ones that hide something, ones that attack. */
import { strToU8, zipSync } from 'fflate'

export const bytesOf = (text: string): Uint8Array => strToU8(text)

/** A name that archives list, and what stands under it. */
export type Files = Readonly<Record<string, string | Uint8Array>>

export const zip = (files: Files, level: 0 | 9 = 9): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { level },
  )

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** `body` is what stands between `<w:body>` and its end. */
export const docx = (body: string, more: Files = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml':
      `<?xml version="1.0"?><w:document xmlns:w="${WORD}" xmlns:mc="urn:mc"><w:body>` +
      `${body}</w:body></w:document>`,
    ...more,
  })

export const wordPart = (element: string, content: string): string =>
  `<w:${element} xmlns:w="${WORD}">${content}</w:${element}>`
export const paragraph = (text: string, run = ''): string =>
  `<w:p><w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** `content` stands inside `office:document-content`. */
export const odt = (content: string, more: Files = {}): Uint8Array =>
  zip(
    {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml':
        '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" ' +
        'xmlns:style="s" ' +
        `xmlns:fo="f" xmlns:dc="d">${content}</office:document-content>`,
      ...more,
    },
    0,
  )

/** One page: what its content stream draws, and what its dictionary holds beside it. */
export interface PdfPage {
  readonly content: string
  readonly size?: readonly [number, number]
  readonly more?: string
}

export interface PdfExtras {
  /** Entries of the catalogue, such as `/OpenAction 9 0 R`. */
  readonly catalogue?: string
  /** Entries of the document information. */
  readonly info?: string
  /** Objects beside the pages, numbered from 100. */
  readonly objects?: readonly string[]
  /** Entries of each page's resources. */
  readonly resources?: string
}

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** A PDF with Helvetica as `/F1`, its table of objects in order. */
export function pdf(pages: readonly PdfPage[], extras: PdfExtras = {}): Uint8Array {
  const objects = new Map<number, string>()
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${extras.catalogue ?? ''} >>`)
  objects.set(
    2,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ')}] >>`,
  )
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  objects.set(4, `<< ${extras.info ?? ''} >>`)
  for (const [index, { content, size = [595, 842], more = '' }] of pages.entries()) {
    const number = 10 + index * 2
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents ${number + 1} 0 R ` +
        `/Resources << /Font << /F1 3 0 R >> ${extras.resources ?? ''} >> ${more} >>`,
    )
    objects.set(number + 1, stream(content))
  }
  for (const [index, object] of (extras.objects ?? []).entries()) objects.set(100_000 + index, object)
  let text = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, object] of objects) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const table = text.length
  const sections = [...offsets]
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('')
  text +=
    `xref\n0 1\n0000000000 65535 f \n${sections}trailer\n<< /Size ${200_000} /Root 1 0 R /Info 4 0 R >>` +
    `\nstartxref\n${table}\n%%EOF\n`
  return latin(text)
}

/** The number of the nth object of `extras.objects`. */
export const extra = (index: number): string => `${100_000 + index} 0 R`

export const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`

/** Shows words at a place; `before` sets colour or mode. */
export const words = (text: string, x = 72, y = 720, before = '', size = 12): string =>
  `q BT ${before} /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, String.raw`\$&`)}) Tj ET Q`

export const rtf = (body: string): Uint8Array =>
  latin(
    String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}}` +
      String.raw`{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}` +
      `${body}}`,
  )

export interface MailPart {
  readonly type: string
  readonly body: string
  readonly name?: string
}

export function mail(subject: string, parts: readonly MailPart[]): string {
  const boundary = `boundary-${subject.length}`
  const head = [
    'From: =?koi8-r?B?4dPUwc7B?= <registry@example.org>',
    'To: Lawyer <lawyer@example.org>',
    `Subject: ${subject}`,
    'Date: Wed, 19 Feb 2014 09:15:00 +0100',
    'Message-ID: <1@example.org>',
    'MIME-Version: 1.0',
  ]
  const one = ({ type, body, name }: MailPart): string =>
    [
      `--${boundary}`,
      `Content-Type: ${type}`,
      ...(name === undefined ? [] : [`Content-Disposition: attachment; filename="${name}"`]),
      '',
      body,
    ].join('\r\n')
  return [
    ...head,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.map(one),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}
