import PostalMime from 'postal-mime'
import type { Address, Attachment, Email } from 'postal-mime'
import { CHILDREN_BYTES_MAX, CHILDREN_MAX, MAIL_PART_DEPTH_MAX } from '../../limits.ts'
import { safeFileName } from '../file-name.ts'
import { Flow } from '../flow.ts'
import { appendHtml } from '../html/html.ts'
import type { Work } from '../parse.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'

/** One mail: its head lines and its body are the text, what is attached (mails too) are documents of their own. */
export async function readMail(bytes: Uint8Array, work: Work): Promise<RawReading> {
  // The mail in a mail is a document with its own date and sender, not a part of this one's words.
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: MAIL_PART_DEPTH_MAX })
  const layer = new TextLayer(work.mediaType)
  const flow = new Flow(layer)
  appendHead(mail, flow)
  const body = mail.text?.trim() === '' ? undefined : mail.text
  if (body !== undefined) flow.text(body.replace(/\s+$/, ''))
  else if (mail.html !== undefined) appendHtml(mail.html, flow)
  if (body !== undefined && mail.html !== undefined) reportOtherBody(body, mail.html, layer)
  takeAttachments(mail.attachments, layer)
  layer.describe({
    title: mail.subject,
    from: addresses(mail.from),
    to: addresses(mail.to),
    copied: addresses(mail.cc),
    author: addresses(mail.from),
    sent: mail.date,
    created: mail.date,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
  })
  reportBlindCopies(mail, layer)
  return layer.finish()
}

const headLines: readonly (readonly [string, (mail: Email) => string | undefined])[] = [
  ['From', (mail) => addresses(mail.from)],
  ['To', (mail) => addresses(mail.to)],
  ['Cc', (mail) => addresses(mail.cc)],
  ['Date', (mail) => mail.headers.find(({ key }) => key === 'date')?.value],
  ['Subject', (mail) => mail.subject],
]

function appendHead(mail: Email, flow: Flow): void {
  for (const [name, value] of headLines) {
    const text = value(mail)
    if (text === undefined || text === '') continue
    flow.text(`${name}: ${text}`)
    flow.lineBreak()
  }
  flow.lineBreak()
}

function addresses(list: Address | readonly Address[] | undefined): string | undefined {
  if (list === undefined) return undefined
  const all = Array.isArray(list) ? (list as readonly Address[]) : [list as Address]
  const one = ({ name, address }: { name: string; address?: string | undefined }): string =>
    name === '' ? (address ?? '') : address === undefined ? name : `${name} <${address}>`
  return all
    .map((entry) => (entry.group === undefined ? one(entry) : `${entry.name}: ${entry.group.map(one).join(', ')}`))
    .join(', ')
}

/** A mail can say one thing to programs that show plain text and another to those that show HTML. */
function reportOtherBody(text: string, html: string, layer: TextLayer): void {
  const other = new TextLayer('text/html')
  appendHtml(html, new Flow(other))
  const { text: shown, hidden } = other.finish()
  const said = new Set(wordsOf(text))

  const missing = shown.split('\n').filter((line) => {
    const words = wordsOf(line)
    return words.filter((word) => !said.has(word)).length > words.length / 2
  })
  if (missing.length > 0) {
    layer.hide({
      kind: 'hidden-text',
      text: missing.join('\n'),
      how: 'in the HTML form of the mail and not in its plain form, which is the text here',
    })
  }
  for (const one of hidden) layer.hide(one)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []

function takeAttachments(attachments: readonly Attachment[], layer: TextLayer): void {
  const taken = new Set<string>()
  let bytesSoFar = 0
  for (const [index, attachment] of attachments.entries()) {
    const stated = attachment.filename ?? `attachment ${index + 1}${endingFor(attachment.mimeType)}`
    const bytes =
      typeof attachment.content === 'string'
        ? Buffer.from(attachment.content, 'utf8')
        : new Uint8Array(attachment.content)
    bytesSoFar += bytes.length
    if (index >= CHILDREN_MAX || bytesSoFar > CHILDREN_BYTES_MAX) {
      layer.warn({
        en:
          `${attachments.length - index} attachments, from "${stated}" on, were not taken out: the mail has more ` +
          `than one document may hold.`,
        es:
          `No se sacaron ${attachments.length - index} adjuntos, a partir de «${stated}»: el correo ` +
          'tiene más de los que admite un documento.',
      })
      return
    }
    const name = safeFileName(stated, taken)
    layer.addChild({ name, bytes, ...(name === attachment.filename ? {} : { statedName: stated }) })
  }
}

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
}
const endingFor = (mediaType: string): string => endings[mediaType] ?? ''

function reportBlindCopies(mail: Email, layer: TextLayer): void {
  const blind = addresses(mail.bcc)
  if (blind !== undefined && blind !== '')
    layer.hide({ kind: 'hidden-text', text: blind, how: 'blind copies, which the other recipients did not see' })
}
