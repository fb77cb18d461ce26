import { CHILDREN_MAX } from '../../limits.ts'
import type { Work } from '../parse.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'

const NEWLINE = 0x0a

/** A mailbox has no text of its own; each mail in it becomes a document. */
export function readMbox(bytes: Uint8Array, work: Work): RawReading {
  const layer = new TextLayer(work.mediaType)
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const starts = startsOf(view)
  for (const [index, start] of starts.slice(0, CHILDREN_MAX).entries()) {
    work.progress({ what: 'part', done: index, of: starts.length })
    const first = view.indexOf(NEWLINE, start) + 1
    const end = starts[index + 1] ?? view.length
    layer.addChild({ name: `message ${index + 1}.eml`, bytes: unquote(view.subarray(first, end)) })
  }
  if (starts.length > CHILDREN_MAX) {
    layer.warn({
      en:
        `The mailbox holds ${starts.length} mails; the first ${CHILDREN_MAX} were taken out. Split it and ` +
        'add the parts.',
      es:
        `El buzón contiene ${starts.length} correos; se sacaron los primeros ${CHILDREN_MAX}. Divídalo ` +
        'y añada las partes.',
    })
  }
  return layer.finish()
}

/** A mail begins at a line `From `, at the start or after an empty line. */
function startsOf(view: Buffer): number[] {
  const starts = view.subarray(0, 5).toString('latin1') === 'From ' ? [0] : []
  for (let at = view.indexOf('\nFrom '); at !== -1; at = view.indexOf('\nFrom ', at + 6)) {
    const before = view[at - 1] === 0x0d ? view[at - 2] : view[at - 1]
    if (before === NEWLINE) starts.push(at + 1)
  }
  return starts
}

/** `>From ` at the start of a line was `From ` before the mailbox was written. */
function unquote(mail: Buffer): Uint8Array {
  if (!mail.includes('\n>From ')) return new Uint8Array(mail)
  return Buffer.from(mail.toString('latin1').replace(/\n>(>*From )/g, '\n$1'), 'latin1')
}
