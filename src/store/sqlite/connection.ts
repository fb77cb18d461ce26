/**
 * The connection to the encrypted database: how it is set up, and proof that it is.
 *
 * SQLCipher refuses everything on a connection once it has met one damaged page. So a connection can
 * be dropped and made again, which is what lets the rest of a damaged file be read.
 */
import type { Driver, OpenDriver } from './driver.ts'
import { saysDamaged, sqliteCode, textOf } from './driver.ts'
import { rotten, StoreError } from '../errors.ts'
import type { FolderFiles } from './files.ts'
import { pragmaNumber } from './schema.ts'

export interface DatabaseKey {
  /** 32 bytes as hexadecimal digits. */
  readonly database: string
  /** 16 bytes as hexadecimal digits. */
  readonly salt: string
}

/** `synchronous` as SQLite numbers it: FULL waits for the disk at every commit; EXTRA does no less. */
const SYNCHRONOUS_FULL = 2

export class Connection {
  readonly #connect: () => Driver
  #driver: Driver | undefined

  constructor(files: FolderFiles, key: DatabaseKey, openDriver: OpenDriver) {
    this.#connect = () => connect(files, key, openDriver)
  }

  /** The open driver; connects when there is none. */
  driver(): Driver {
    this.#driver ??= this.#connect()
    return this.#driver
  }

  /** Lets go of the driver, and with it of a transaction that was not committed. */
  drop(): void {
    const driver = this.#driver
    this.#driver = undefined
    driver?.close()
  }
}

function connect(files: FolderFiles, key: DatabaseKey, openDriver: OpenDriver): Driver {
  let driver: Driver | undefined
  try {
    driver = openDriver(files.database)
    setUp(driver, files, key)
    return driver
  } catch (error) {
    driver?.close()
    throw openFault(files, error)
  }
}

/**
 * `synchronous` is set on every connection: a build of SQLite may fall back to NORMAL when it opens an
 * existing write-ahead log, and a power cut then takes acts that were reported as saved.
 */
function setUp(driver: Driver, files: FolderFiles, key: DatabaseKey): void {
  // Damage is reported by this store; SQLCipher's own lines on the error output would only repeat it.
  driver.exec('PRAGMA cipher_log_level = NONE')
  driver.exec(`PRAGMA key = "x'${key.database}${key.salt}'"`)
  driver.exec('PRAGMA cipher_compatibility = 4')
  driver.exec(`
    PRAGMA busy_timeout = 0;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA journal_size_limit = 67108864;
  `)
  const mode = driver.all('PRAGMA journal_mode = WAL')[0]
  if (mode === undefined || textOf(mode, 'journal_mode') !== 'wal') throw careless(files, 'keep a write-ahead log')
  driver.exec('PRAGMA synchronous = FULL')
  if (pragmaNumber(driver, 'synchronous') < SYNCHRONOUS_FULL)
    throw careless(files, 'wait for the disk at every commit')
}

const careless = (files: FolderFiles, duty: string): StoreError =>
  new StoreError({
    code: 'unusable',
    file: files.database,
    what: `The file ${files.database} was not opened.`,
    why: `This build of SQLite refuses to ${duty}, so "saved" would not mean saved.`,
    remedy: 'Install Forestay again, with the parts that its lockfile names.',
  })

/** What SQLite says while a folder is being opened, told to a person. */
export function openFault(files: FolderFiles, error: unknown): unknown {
  if (saysDamaged(error)) {
    return rotten(
      `The file ${files.database} is damaged.`,
      'The passphrase is right, but the file cannot be decrypted or has lost its end.',
      files.database,
      error,
    )
  }
  if (sqliteCode(error).startsWith('SQLITE_BUSY')) {
    return new StoreError(
      {
        code: 'in-use',
        file: files.database,
        what: `The file ${files.database} is open in another program.`,
        why: 'Something that does not heed the lock of the data folder holds it, such as a database browser.',
        remedy: 'Close that program and try again.',
      },
      error,
    )
  }
  if (sqliteCode(error) === '') return error
  return new StoreError(
    {
      code: sqliteCode(error).startsWith('SQLITE_FULL') ? 'disk-full' : 'unusable',
      file: files.database,
      what: `The file ${files.database} cannot be opened.`,
      why: error instanceof Error ? `${error.message}.` : 'The reason is not known.',
      remedy: 'Check that the disk is there, has room, and lets you read and write the data folder.',
    },
    error,
  )
}
