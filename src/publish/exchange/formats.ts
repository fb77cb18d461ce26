/** A record written in one of the formats, wherever the files go. */
import { exportBundle, writeBundle } from '../../casework/bundle/index.ts'
import type { BundleContent } from '../../casework/bundle/index.ts'
import type { Files } from '../../platform/index.ts'
import type { RecordState, Sha256 } from '../../record/index.ts'
import { bagOf } from './bagit/write.ts'
import { csvFiles } from './csv/write.ts'
import { entriesOf } from './entries.ts'
import { ftmLines } from './ftm/write.ts'
import { jsonLines } from './jsonl/write.ts'
import { ExchangeError } from './problems.ts'
import { leftOutOfUwazi, uwaziFiles } from './uwazi/write.ts'
import type { ExchangeVocabulary } from './vocabulary.ts'
import { zipOf } from './zip.ts'

export const exchangeFormats = ['bundle', 'bagit', 'ftm', 'uwazi', 'csv', 'jsonl'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

/** What goes out. Whoever calls decides what the state may hold; nothing here looks at levels. */
export interface Outgoing {
  readonly state: RecordState
  readonly vocabulary: ExchangeVocabulary
  readonly originals: (sha256: Sha256) => Promise<Uint8Array | undefined>
  /** See {@link entriesOf}. */
  readonly recorded: string
  /** Tables only. */
  readonly byteOrderMark?: boolean
}

export interface Written {
  readonly files: number
  readonly entries: number
  /** What the format has no place for, by kind, and how many. */
  readonly leftOut: Readonly<Record<string, number>>
}

/**
 * Writes the record to `target`: a folder; one file for `ftm` and `jsonl`; an archive for a bundle or a bag where the
 * name ends in `.zip`. The target must not exist: that is for the caller to see to.
 * @throws {ExchangeError} `FileError`, `BundleError`
 */
export async function writeExchange(
  files: Files,
  target: string,
  format: ExchangeFormat,
  outgoing: Outgoing,
): Promise<Written> {
  const { state, vocabulary, originals, recorded } = outgoing
  const entries = entriesOf(state, recorded).length
  const held = await countHeld(outgoing)
  const withoutOriginals = held === 0 ? {} : { original: held }
  switch (format) {
    case 'bundle':
    case 'bagit': {
      const bundle = await bundleFor(outgoing)
      const content = format === 'bundle' ? bundle : bagOf(bundle, headerOf(state))
      if (target.endsWith('.zip')) await files.write(target, zipOf(content))
      else await writeBundle(files, target, content)
      return { files: content.size, entries, leftOut: {} }
    }
    case 'ftm':
      await files.writePieces(target, ftmLines(state, vocabulary, originals))
      return { files: 1, entries, leftOut: withoutOriginals }
    case 'jsonl':
      await files.writePieces(target, jsonLines(state, { recorded }))
      return { files: 1, entries, leftOut: withoutOriginals }
    case 'csv': {
      const tables = csvFiles(state, { recorded, byteOrderMark: outgoing.byteOrderMark ?? false })
      for (const { path, pieces } of tables) await files.writePieces(`${target}/${path}`, pieces)
      return { files: tables.length, entries, leftOut: withoutOriginals }
    }
    case 'uwazi': {
      let count = 0
      for await (const { path, bytes } of uwaziFiles(state, originals)) {
        await files.write(`${target}/${path}`, bytes)
        count += 1
      }
      return { files: count, entries, leftOut: leftOutOfUwazi(state) }
    }
  }
}

const hashesOf = (state: RecordState): ReadonlySet<Sha256> =>
  new Set([...state.documents.values()].flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256])))

async function countHeld({ state, originals }: Outgoing): Promise<number> {
  let count = 0
  for (const hash of hashesOf(state)) if ((await originals(hash)) !== undefined) count += 1
  return count
}

async function bundleFor({ state, originals, recorded }: Outgoing): Promise<BundleContent> {
  headerOf(state)
  const blobs = new Map<Sha256, Uint8Array>()
  for (const hash of hashesOf(state)) {
    const bytes = await originals(hash)
    if (bytes !== undefined) blobs.set(hash, bytes)
  }
  return exportBundle(entriesOf(state, recorded), blobs)
}

function headerOf({ header }: RecordState): NonNullable<RecordState['header']> {
  if (header !== undefined) return header
  throw new ExchangeError(
    'A bundle cannot be made of this copy.',
    'It does not say whose case it is: for this audience that is closed.',
    'Choose another format, or an audience that may know the person.',
  )
}
