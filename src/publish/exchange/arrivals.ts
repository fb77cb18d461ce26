/** What arrived: which format it is in, told by what it holds and never by its name alone, and what it says. */
import { isDeepStrictEqual } from 'node:util'
import { folderBundle, importBundle } from '../../casework/bundle/index.ts'
import type { BundleFiles, ImportedBundle } from '../../casework/bundle/index.ts'
import { FileError } from '../../platform/index.ts'
import type { Files } from '../../platform/index.ts'
import { idOf, project, validate } from '../../record/index.ts'
import type { BodyKind, Entry } from '../../record/index.ts'
import { importBag, insideTopFolder, isBag } from './bagit/read.ts'
import { readTable, Tally } from './csv/read.ts'
import type { ReadBody, ReadReport } from './csv/read.ts'
import { tableFiles } from './csv/write.ts'
import { readJsonLines } from './jsonl/read.ts'
import { ExchangeError } from './problems.ts'
import { isOwnTable, readUwaziTable } from './uwazi/read.ts'
import type { UwaziTable } from './uwazi/read.ts'
import { TABLE_IN_ARCHIVE } from './uwazi/write.ts'
import { isZip, zipFiles } from './zip.ts'

/** `record`: a whole case. `tables`: things for a case that is there, from Uwazi; our own, or somebody else's one. */
export type Arrived =
  | {
      readonly kind: 'record'
      readonly format: 'bundle' | 'bagit' | 'csv' | 'jsonl'
      readonly bundle: ImportedBundle
    }
  | { readonly kind: 'own-tables'; readonly tables: readonly UwaziTable[] }
  | { readonly kind: 'foreign-table'; readonly table: UwaziTable; readonly bytes: Uint8Array }

/**
 * Reads what lies at `path`. A whole case is read whole or not at all.
 * @throws {ExchangeError} `BundleError`, `FileError`
 */
export async function readArrival(files: Files, path: string): Promise<Arrived> {
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? path
  if (await isFolder(files, path)) return fromFiles(files, path, folderBundle(files, path))
  if (/\.jsonl$/i.test(name) || (await beginsAsJson(files, path)))
    return { kind: 'record', format: 'jsonl', bundle: await wholeFrom(jsonl(files, path, name)) }
  const bytes = await files.read(path)
  if (isZip(bytes)) return fromFiles(files, undefined, await insideTopFolder(zipFiles(name, bytes)), name)
  return tablesAs([{ table: await readUwaziTable(name, bytes, undefined), bytes }])
}

async function isFolder(files: Files, path: string): Promise<boolean> {
  try {
    await files.list(path)
    return true
  } catch (error) {
    if (error instanceof FileError) return false
    throw error
  }
}

const BRACE = 0x7b

/** JSON Lines under whatever name: no table begins with a brace. */
async function beginsAsJson(files: Files, path: string): Promise<boolean> {
  for await (const [first] of files.readPieces(path)) return first === BRACE
  return false
}

async function fromFiles(
  files: Files,
  folder: string | undefined,
  inside: BundleFiles,
  archive = 'archive.zip',
): Promise<Arrived> {
  const paths = new Set((await inside.list()).filter(({ kind }) => kind === 'file').map(({ path }) => path))
  if (await isBag(inside)) return { kind: 'record', format: 'bagit', bundle: await importBag(inside) }
  if (paths.has('case.yaml')) return { kind: 'record', format: 'bundle', bundle: await importBundle(inside) }
  if (folder !== undefined && paths.has(tableFiles.case))
    return { kind: 'record', format: 'csv', bundle: await wholeFrom(csvFolder(files, folder, paths)) }
  if (paths.has(TABLE_IN_ARCHIVE)) {
    const bytes = await inside.readBytes(TABLE_IN_ARCHIVE)
    return tablesAs([{ table: await readUwaziTable(archive, bytes, inside), bytes }])
  }
  const tables: Read[] = []
  for (const path of [...paths].filter((path) => /^[^/]+\.(?:csv|zip)$/i.test(path))) {
    const bytes = await inside.readBytes(path)
    const beside = isZip(bytes) ? zipFiles(path, bytes) : undefined
    const own = beside === undefined ? bytes : await beside.readBytes(TABLE_IN_ARCHIVE)
    tables.push({ table: await readUwaziTable(path, own, beside), bytes: own })
  }
  return tablesAs(tables)
}

interface Read {
  readonly table: UwaziTable
  readonly bytes: Uint8Array
}

function tablesAs(tables: readonly Read[]): Arrived {
  if (tables.length > 0 && tables.every(({ table }) => isOwnTable(table)))
    return { kind: 'own-tables', tables: tables.map(({ table }) => table) }
  const [only] = tables
  if (only !== undefined && tables.length === 1) return { kind: 'foreign-table', ...only }
  throw new ExchangeError(
    'Nothing that can be imported was found.',
    'It is no case bundle, no BagIt bag, no tables of a case and no table from Uwazi.',
    tables.length === 0
      ? 'Name a folder with case.yaml or bagit.txt, an archive, a .csv or a .jsonl file.'
      : 'Import tables from other people one at a time.',
  )
}

async function* csvFolder(
  files: Files,
  folder: string,
  paths: ReadonlySet<string>,
): AsyncGenerator<ReadBody, ReadReport> {
  const tally = new Tally()
  for (const [kind, path] of Object.entries(tableFiles)) {
    if (paths.has(path)) yield* readTable(kind as BodyKind, path, files.readPieces(`${folder}/${path}`), tally)
  }
  return tally.report()
}

async function* jsonl(files: Files, path: string, name: string): AsyncGenerator<ReadBody, ReadReport> {
  const tally = new Tally()
  yield* readJsonLines(name, files.readPieces(path), tally)
  return tally.report()
}

/** A case from its rows: all of them, in order, without a gap, and nothing in them that leads nowhere. */
async function wholeFrom(rows: AsyncGenerator<ReadBody, ReadReport>): Promise<ImportedBundle> {
  const read: ReadBody[] = []
  let step = await rows.next()
  while (step.done !== true) {
    read.push(step.value)
    step = await rows.next()
  }
  const fail = (why: string, remedy: string, problems = step.value): never => {
    throw new ExchangeError('The case was not imported.', why, remedy, problems.problems)
  }
  const report: ReadReport = step.value
  if (report.problems.length > 0)
    fail(
      `${report.rows.refused} of its rows cannot be kept.`,
      'Mend what is named; a case comes in whole or not at all.',
    )
  const ordered = read.toSorted((a, b) => (a.entry?.sequence ?? 0) - (b.entry?.sequence ?? 0))
  const gap = ordered.findIndex(({ entry }, index) => entry?.sequence !== index + 1)
  if (gap >= 0) fail(`Entry ${gap + 1} is missing or there twice.`, 'Export the whole case again.')
  const entries = ordered.flatMap(({ body, entry }): Entry[] => (entry === undefined ? [] : [{ ...entry, body }]))
  const errors = validate(
    project([]),
    entries.map(({ body }) => body),
  ).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const problems = errors.map(({ index, field, message, remedy }) => {
      const { file, row } = ordered[index] ?? { file: '', row: 0 }
      return { file, row, column: field, why: message, remedy }
    })
    fail('Some of its rows lead nowhere.', 'Mend what is named.', { ...report, problems })
  }
  const header = entries.map(({ body }) => body).find((body) => body.kind === 'case')?.case
  if (header === undefined)
    throw new ExchangeError('The case was not imported.', 'It has no header.', 'Export it again.')
  if (entries.filter(({ body }) => body.kind === 'case').length > 1)
    fail('It holds more than one case.', 'Export one case at a time.')
  return { header, entries, blobs: new Map(), warnings: [] }
}

/** Bodies for a record that is there already: those it lacks, and those that it has otherwise. */
export function sortArrived(
  state: ReturnType<typeof project>,
  read: readonly ReadBody[],
): { readonly lacking: readonly ReadBody[]; readonly there: number; readonly other: readonly ReadBody[] } {
  const lacking: ReadBody[] = []
  const other: ReadBody[] = []
  let there = 0
  for (const one of read) {
    const held = state.entries.get(`${one.body.kind}:${idOf(one.body)}`)?.body
    if (held === undefined) lacking.push(one)
    else if (isDeepStrictEqual(held, one.body)) there += 1
    else other.push(one)
  }
  return { lacking, there, other }
}
