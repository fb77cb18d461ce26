import { safeFileName } from '../file-name.ts'
import type { Work } from '../parse.ts'
import { Refused } from '../reading.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { EntryProblem, readDirectory, unpack } from './directory.ts'
import type { Entry } from './directory.ts'

/** An archive has no text of its own; each file in it becomes a document. What cannot be taken out is named. */
export function readZip(bytes: Uint8Array, work: Work): RawReading {
  const files = readDirectory(bytes).filter(({ isFolder }) => !isFolder)
  if (files.length > 0 && files.every(({ isEncrypted }) => isEncrypted)) {
    throw new Refused(
      'encrypted',
      'The archive is locked with a password. Unpack it with the password and add the files.',
    )
  }
  const layer = new TextLayer(work.mediaType)
  const taken = new Set<string>()
  for (const [index, entry] of files.entries()) {
    work.progress({ what: 'part', done: index, of: files.length })
    takeEntry(bytes, entry, layer, taken)
  }
  return layer.finish()
}

function takeEntry(bytes: Uint8Array, entry: Entry, layer: TextLayer, taken: Set<string>): void {
  if (entry.isLink) {
    layer.warn(`"${entry.name}" is a link to another file. It was not followed.`)
    return
  }
  if (isOutside(entry.name)) {
    layer.warn(`"${entry.name}" names a place outside the archive. It was taken out under its last name only.`)
  }
  try {
    const content = unpack(bytes, entry)
    const name = safeFileName(entry.name, taken)
    layer.addChild({ name, bytes: content, ...(name === entry.name ? {} : { statedName: entry.name }) })
  } catch (error) {
    if (!(error instanceof EntryProblem)) throw error
    layer.warn(`"${entry.name}" ${error.message}. It was not taken out.`)
  }
}

const isOutside = (name: string): boolean => /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..')
