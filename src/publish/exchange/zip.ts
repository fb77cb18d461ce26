/** ZIP archives: written the same every time, and judged by their table before anything is unpacked. */
import { zipSync } from 'fflate'
import type { BundleContent, BundleFile, BundleFiles } from '../../casework/bundle/index.ts'
import { decodeText } from '../../platform/index.ts'
import { EntryProblem, readDirectory, Refused, unpack } from '../../reading/index.ts'
import type { ArchiveEntry } from '../../reading/index.ts'
import { compare } from '../../record/index.ts'
import { ExchangeError, shown } from './problems.ts'

/** The archive of some files, by path. Neither the day nor the machine leaves a trace in it. */
export function zipOf(content: BundleContent): Uint8Array {
  const sorted = [...content].toSorted(([a], [b]) => compare(a, b))
  // The format has no time zone and begins in 1980; noon keeps the day wherever it is read.
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime: new Date(1980, 0, 1, 12) })
}

/** Whether bytes begin as a ZIP archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)

/**
 * The files in an archive. Nothing is unpacked before the whole table has been judged: too many files, too large,
 * growing too much, overlapping, outside the folder, twice the same name, links.
 * @throws {ExchangeError} when the archive must not be opened; reading a file that is damaged throws it too
 */
export function zipFiles(file: string, bytes: Uint8Array): BundleFiles {
  const entries = judged(file, bytes)
  const read = (path: string): Promise<Uint8Array> => {
    const entry = entries.get(path)
    try {
      if (entry === undefined) throw new EntryProblem('is not there', 'no está ahí')
      return Promise.resolve(new Uint8Array(unpack(bytes, entry)))
    } catch (error) {
      if (!(error instanceof EntryProblem)) throw error
      return Promise.reject(
        new ExchangeError(
          `${file}: "${shown(path)}" ${error.message}.`,
          'What the archive holds is not what its table promises.',
          'Ask for another copy of the archive.',
        ),
      )
    }
  }
  const listed = [...entries.keys()].toSorted(compare)
  return {
    list: () => Promise.resolve(listed.map((path): BundleFile => ({ path, kind: 'file' }))),
    readBytes: read,
    readText: async (path) => decodeText(path, await read(path)),
  }
}

function judged(file: string, bytes: Uint8Array): ReadonlyMap<string, ArchiveEntry> {
  const refuse = (why: string): never => {
    throw new ExchangeError(
      `${file} was not opened.`,
      why,
      'Unpack it yourself, look at what is in it, and import the folder.',
    )
  }
  const entries = new Map<string, ArchiveEntry>()
  for (const entry of directoryOf(file, bytes)) {
    const { name } = entry
    if (!isInside(name)) refuse(`"${shown(name)}" names a place outside the archive.`)
    if (entry.isLink) refuse(`"${shown(name)}" is a link to another file.`)
    if (entry.isFolder) continue
    if (entries.has(name)) refuse(`"${shown(name)}" is there twice, and nobody can tell which one is meant.`)
    entries.set(name, entry)
  }
  return entries
}

function directoryOf(file: string, bytes: Uint8Array): readonly ArchiveEntry[] {
  try {
    return readDirectory(bytes)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new ExchangeError(
      `${file} was not opened.`,
      error.message,
      'Ask for another copy, or unpack it yourself.',
    )
  }
}

const isInside = (name: string): boolean =>
  !/[\\:\p{Cc}]/u.test(name) &&
  !name.startsWith('/') &&
  !name.split('/').some((part) => part === '..' || part === '.')
