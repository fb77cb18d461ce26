import { TEXT_CHARACTERS_MAX } from '../../limits.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { decode } from './decode.ts'

/** No character takes more than four bytes, so this holds as much as a text layer may. */
const DECODED_BYTES_MAX = TEXT_CHARACTERS_MAX * 4

/** A form feed starts a new page, as printers take it; everything else stays as it is, line ends too. */
export function readPlain(bytes: Uint8Array): RawReading {
  const { text, encoding, guessed, unreadable } = decode(bytes.subarray(0, DECODED_BYTES_MAX))
  const layer = new TextLayer('text/plain')
  layer.describe({ encoding, encodingGuessed: guessed ? true : undefined })
  if (bytes.length > DECODED_BYTES_MAX) {
    layer.warn({
      en:
        `Only the first ${DECODED_BYTES_MAX} of ${bytes.length} bytes were decoded. Split the file to have all of ` +
        `it read.`,
      es:
        `Solo se descodificaron los primeros ${DECODED_BYTES_MAX} de ${bytes.length} bytes. Divida el ` +
        'archivo para que se lea entero.',
    })
  }
  if (unreadable > 0) {
    layer.warn({
      en: `${unreadable} bytes stand for no character in ${encoding}. They are shown as \ufffd.`,
      es: `${unreadable} bytes no son ningún carácter en ${encoding}. Se muestran como \ufffd.`,
    })
  }
  let start = 0
  for (;;) {
    const end = layer.isFull ? -1 : text.indexOf('\f', start)
    const stop = end === -1 ? text.length : end
    layer.append(text.slice(start, stop), { source: [start, stop] })
    if (end === -1) break
    layer.endPage()
    start = end + 1
  }
  return layer.finish()
}
