/** Creating and opening a data folder. Whatever fails, the folder is as it was. */
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { rotten, StoreError } from '../errors.ts'
import type { Clock, Store } from '../port.ts'
import { Connection, openFault } from './connection.ts'
import { openSqlCipher } from './driver.ts'
import type { OpenDriver } from './driver.ts'
import { filesOf, isMissing, renameDurably, syncFolder, writeDurably } from './files.ts'
import type { FolderFiles } from './files.ts'
import { headerText, KEY_COST, makeKey, readHeader, unlock } from './key.ts'
import type { KeyCost, KeyHeader } from './key.ts'
import { lockFolder } from './lock.ts'
import { migrate, migrations } from './schema.ts'
import type { Migration } from './schema.ts'
import { SqliteStore } from './sqlite-store.ts'
import { damageInWal } from './wal.ts'

export interface OpenOptions {
  /** The data folder, on a disk of this machine. */
  readonly folder: string
  readonly passphrase: string
  readonly clock: Clock
  /** For tests: what stands between the store and SQLite. */
  readonly openDriver?: OpenDriver
  /** For tests: the steps from one version of the tables to the next. */
  readonly migrations?: readonly Migration[]
}

export interface CreateOptions extends OpenOptions {
  /** For tests. It is kept in `key.yaml`, so that reopening costs the same. */
  readonly keyCost?: KeyCost
}

/** Opens a data folder. Throws {@link StoreError}; a folder that is refused is not touched. */
export async function openSqliteStore(options: OpenOptions): Promise<Store> {
  const files = filesOf(resolve(options.folder))
  const header = headerOf(files)
  const lock = lockFolder(files)
  let connection: Connection | undefined
  try {
    const key = await unlock(options.passphrase, header, files)
    checkFiles(files, header)
    connection = connectionTo(files, key.database, header, options)
    migrate(connection.driver(), files, options.migrations ?? migrations, false)
    return new SqliteStore({ files, connection, lock, clock: options.clock })
  } catch (error) {
    connection?.drop()
    lock.release()
    throw openFault(files, error)
  }
}

/**
 * Creates a data folder, in a folder that is missing or empty. `key.yaml` gets its name last: until then
 * there is no data folder, and a creation that was cut short starts over.
 */
export async function createSqliteStore(options: CreateOptions): Promise<Store> {
  const files = filesOf(resolve(options.folder))
  const { header, key } = await makeKey(options.passphrase, options.keyCost ?? KEY_COST)
  try {
    mkdirSync(files.folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw notCreated(files, cause)
  }
  checkVacant(files)
  const lock = lockFolder(files)
  let connection: Connection | undefined
  try {
    // Again, now that nobody else can create one here.
    checkVacant(files)
    for (const leftover of [files.database, files.wal]) rmSync(leftover, { force: true })
    writeDurably(files.keyUnfinished, headerText(header))
    connection = connectionTo(files, key.database, header, options)
    migrate(connection.driver(), files, options.migrations ?? migrations, true)
    connection.driver().exec('PRAGMA wal_checkpoint(TRUNCATE)')
    chmodSync(files.database, 0o600)
    renameDurably(files.keyUnfinished, files.key)
    syncFolder(dirname(files.folder))
    return new SqliteStore({ files, connection, lock, clock: options.clock })
  } catch (error) {
    connection?.drop()
    lock.release()
    throw error instanceof StoreError ? error : notCreated(files, error)
  }
}

/** Whether there is a data folder, so that a program can ask for a passphrase or offer to create one. */
export const isDataFolder = (folder: string): boolean => existsSync(filesOf(resolve(folder)).key)

function connectionTo(files: FolderFiles, database: string, header: KeyHeader, options: OpenOptions): Connection {
  return new Connection(files, { database, salt: header.salt }, options.openDriver ?? openSqlCipher)
}

function headerOf(files: FolderFiles): KeyHeader {
  let text: string
  try {
    text = readFileSync(files.key, 'utf8')
  } catch (cause) {
    if (!isMissing(cause)) throw rotten(`The file ${files.key} cannot be read.`, causeText(cause), files.key, cause)
    if (existsSync(files.database) && !existsSync(files.keyUnfinished)) {
      throw rotten(
        `The data folder ${files.folder} has lost its file key.yaml.`,
        'Without it no passphrase opens forestay.db.',
        files.key,
        cause,
      )
    }
    throw new StoreError(
      {
        code: 'not-a-data-folder',
        file: files.folder,
        what: `There is no Forestay data folder at ${files.folder}.`,
        why: 'It has no file key.yaml.',
        remedy: 'Check the path, or create a data folder there.',
      },
      cause,
    )
  }
  return readHeader(text, files)
}

/** Looks at the files before SQLite does, because SQLite takes an empty file for a new database. */
function checkFiles(files: FolderFiles, header: KeyHeader): void {
  const start = startOf(files.database, 16)
  if (start === undefined || start.length < 16) {
    throw rotten(
      `The file ${files.database} is ${start === undefined ? 'missing' : 'truncated'}.`,
      'key.yaml is there, so there was a database beside it.',
      files.database,
    )
  }
  if (start.toString('hex') !== header.salt) {
    throw rotten(
      `The file ${files.database} does not belong to key.yaml beside it, or is damaged.`,
      'Its first 16 bytes are not the salt that key.yaml gives.',
      files.database,
    )
  }
  if (!existsSync(files.wal)) return
  const damage = damageInWal(readFileSync(files.wal))
  if (damage === undefined) return
  throw rotten(
    `The file ${files.wal} is damaged.`,
    `${damage} It holds the newest acts, saved before the program was cut off.`,
    files.wal,
  )
}

/** The first bytes of a file, fewer when it is shorter; `undefined` when it is missing. */
function startOf(path: string, bytesCount: number): Buffer | undefined {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (cause) {
    if (isMissing(cause)) return undefined
    throw rotten(`The file ${path} cannot be read.`, causeText(cause), path, cause)
  }
  try {
    const start = Buffer.alloc(bytesCount)
    return start.subarray(0, readSync(handle, start, 0, bytesCount, 0))
  } finally {
    closeSync(handle)
  }
}

function checkVacant(files: FolderFiles): void {
  const names = readdirSync(files.folder)
  const refuse = (why: string, remedy: string): never => {
    throw new StoreError({
      code: 'already-exists',
      file: files.folder,
      what: `No data folder was created at ${files.folder}.`,
      why,
      remedy,
    })
  }
  if (existsSync(files.key)) refuse('There is one already.', 'Open it, or choose another folder.')
  const own = existsSync(files.keyUnfinished)
    ? new Set([files.lock, files.keyUnfinished, files.database, files.wal, `${files.database}-journal`])
    : new Set([files.lock])
  const foreign = names.filter((name) => !own.has(resolve(files.folder, name)))
  if (foreign.length === 0) return
  refuse(`The folder is not empty: it holds ${foreign.slice(0, 3).join(', ')}.`, 'Choose an empty folder.')
}

function notCreated(files: FolderFiles, cause: unknown): StoreError {
  const full =
    cause instanceof Error && 'code' in cause && (cause.code === 'SQLITE_FULL' || cause.code === 'ENOSPC')
  return new StoreError(
    {
      code: full ? 'disk-full' : 'unusable',
      file: files.folder,
      what: `No data folder was created at ${files.folder}.`,
      why: full ? 'There is no room left on the disk.' : causeText(cause),
      remedy: full
        ? 'Make room or choose another disk, and try again.'
        : 'Check that you may write there, and try again.',
    },
    cause,
  )
}

const causeText = (cause: unknown): string =>
  cause instanceof Error ? `${cause.message}.` : 'The reason is not known.'
