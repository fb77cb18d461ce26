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
      'El archivo comprimido está protegido con contraseña. Descomprímalo con ella y añada los archivos.',
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
    layer.warn({
      en: `"${entry.name}" is a link to another file. It was not followed.`,
      es: `«${entry.name}» es un enlace a otro archivo. No se siguió.`,
    })
    return
  }
  if (isOutside(entry.name)) {
    layer.warn({
      en: `"${entry.name}" names a place outside the archive. It was taken out under its last name only.`,
      es: `«${entry.name}» nombra un lugar fuera del archivo comprimido. Se sacó solo con su último nombre.`,
    })
  }
  try {
    const content = unpack(bytes, entry)
    const name = safeFileName(entry.name, taken)
    layer.addChild({ name, bytes: content, ...(name === entry.name ? {} : { statedName: entry.name }) })
  } catch (error) {
    if (!(error instanceof EntryProblem)) throw error
    layer.warn({
      en: `"${entry.name}" ${error.message}. It was not taken out.`,
      es: `«${entry.name}» ${error.spanish}. No se sacó.`,
    })
  }
}

const isOutside = (name: string): boolean => /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..')
