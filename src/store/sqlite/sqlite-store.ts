/**
 * The store in an encrypted SQLite file. SQLite answers at once; the methods are asynchronous for the port's sake.
 */
import { sha256Of } from '../../platform/index.ts'
import type { Entry, Id, Sha256 } from '../../record/index.ts'
import {
  checkExpectation,
  checkHash,
  checkKey,
  checkOriginal,
  entryOf,
  instantText,
  linesOfAct,
  linesPreserved,
} from '../acts.ts'
import type { EntryLine } from '../acts.ts'
import { closed, rotten, StoreError } from '../errors.ts'
import type { Act, CaseKey, CaseSummary, Clock, FixityReport, OriginalSummary, Store } from '../port.ts'
import type { Connection } from './connection.ts'
import { bytesOf, numberOf, saysDamaged, sqliteCode, textOf } from './driver.ts'
import type { Driver, Row } from './driver.ts'
import type { FolderFiles } from './files.ts'
import { examine } from './fixity.ts'
import type { Lock } from './lock.ts'
import { sqliteSearchIndex } from './search-index.ts'
import type { SearchIndex } from '../../search/index.ts'

export interface SqliteStoreParts {
  readonly files: FolderFiles
  readonly connection: Connection
  readonly lock: Lock
  readonly clock: Clock
}

/** Entries fetched at a time, so that a long case is never in memory whole. */
const PAGE_ENTRIES = 500

const SELECT_LAST = 'SELECT last FROM case_head WHERE org = ? AND case_id = ?'
const SELECT_CASES = 'SELECT org, case_id, last, recorded FROM case_head'
const SELECT_PAGE = `SELECT sequence, recorded, acted_by, body FROM entry
  WHERE org = ? AND case_id = ? AND sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ${PAGE_ENTRIES}`
const INSERT_ENTRY =
  'INSERT INTO entry (org, case_id, sequence, recorded, acted_by, body) VALUES (?, ?, ?, ?, ?, ?)'
const SELECT_ORIGINAL = 'SELECT bytes FROM original WHERE org = ? AND case_id = ? AND sha256 = ?'
const SELECT_ORIGINALS = 'SELECT sha256, bytes_count FROM original WHERE org = ? AND case_id = ? ORDER BY sha256'
const COUNT_ORIGINAL = 'SELECT count(*) AS found FROM original WHERE org = ? AND case_id = ? AND sha256 = ?'
// The binding hands over an empty original as NULL.
const INSERT_ORIGINAL = `INSERT INTO original (org, case_id, sha256, bytes_count, bytes)
  VALUES (?, ?, ?, ?, coalesce(?, zeroblob(0)))`

export class SqliteStore implements Store {
  readonly #files: FolderFiles
  readonly #connection: Connection
  readonly #lock: Lock
  readonly #clock: Clock
  readonly search: SearchIndex = sqliteSearchIndex({
    read: (work) => this.#read(work),
    write: (work) => this.#write(work),
    check: checkKey,
  })
  /** The fault after which nothing more is written. */
  #stoppedBy: StoreError | undefined
  #closed = false

  constructor(parts: SqliteStoreParts) {
    this.#files = parts.files
    this.#connection = parts.connection
    this.#lock = parts.lock
    this.#clock = parts.clock
  }

  async append(key: CaseKey, act: Act, expectedLast: number): Promise<readonly Entry[]> {
    this.#mustBeOpen()
    checkKey(key)
    const lines = linesOfAct(act, instantText(this.#clock()), expectedLast)
    this.#insert(key, lines, expectedLast)
    return lines.map((line) => this.#entry(key, line, line.sequence))
  }

  async appendPreserved(key: CaseKey, entries: readonly Entry[], expectedLast: number): Promise<void> {
    this.#mustBeOpen()
    checkKey(key)
    this.#insert(key, linesPreserved(entries, expectedLast), expectedLast)
  }

  async last(key: CaseKey): Promise<number> {
    checkKey(key)
    return this.#read((driver) => lastOf(driver, key))
  }

  async *entries(key: CaseKey, after = 0): AsyncGenerator<Entry> {
    const last = await this.last(key)
    let sequence = after
    while (sequence < last) {
      const from = sequence
      const page = this.#read((driver) => driver.all(SELECT_PAGE, [key.org, key.case, from, last]).map(lineOf))
      if (page.length === 0) throw this.#rotten(unreadable(key, from + 1), 'It is missing.')
      for (const line of page) {
        sequence += 1
        yield this.#entry(key, line, sequence)
      }
    }
  }

  async cases(org?: Id): Promise<readonly CaseSummary[]> {
    const rows = this.#read((driver) =>
      org === undefined
        ? driver.all(`${SELECT_CASES} ORDER BY org, case_id`)
        : driver.all(`${SELECT_CASES} WHERE org = ? ORDER BY case_id`, [org]),
    )
    return rows.map((row) => ({
      org: textOf(row, 'org'),
      case: textOf(row, 'case_id'),
      last: numberOf(row, 'last'),
      recorded: textOf(row, 'recorded'),
    }))
  }

  async putOriginal(key: CaseKey, bytes: Uint8Array, expected?: Sha256): Promise<Sha256> {
    this.#mustBeOpen()
    checkKey(key)
    const sha256 = checkOriginal(bytes, expected)
    this.#write((driver) => {
      if (!isHeld(driver, key, sha256)) {
        driver.run(INSERT_ORIGINAL, [key.org, key.case, sha256, bytes.byteLength, bytes])
      }
      // Read back before it is said to be saved, also when it was there before.
      this.#original(driver, key, sha256)
    })
    return sha256
  }

  async getOriginal(key: CaseKey, sha256: Sha256): Promise<Uint8Array | undefined> {
    checkKey(key)
    checkHash(sha256)
    return this.#read((driver) => this.#original(driver, key, sha256), damagedOriginal(key, sha256))
  }

  async hasOriginal(key: CaseKey, sha256: Sha256): Promise<boolean> {
    checkKey(key)
    checkHash(sha256)
    return this.#read((driver) => isHeld(driver, key, sha256))
  }

  async originals(key: CaseKey): Promise<readonly OriginalSummary[]> {
    checkKey(key)
    const rows = this.#read((driver) => driver.all(SELECT_ORIGINALS, [key.org, key.case]))
    return rows.map((row) => ({ sha256: textOf(row, 'sha256'), bytes: numberOf(row, 'bytes_count') }))
  }

  async checkFixity(): Promise<FixityReport> {
    this.#mustBeOpen()
    const report = examine(this.#connection)
    if (!report.sound)
      this.#stoppedBy ??= this.#rotten('The data folder is damaged.', 'A fixity check found damage.')
    return report
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    try {
      if (this.#stoppedBy === undefined) optimize(this.#connection.driver())
    } finally {
      this.#connection.drop()
      this.#lock.release()
    }
  }

  #insert(key: CaseKey, lines: readonly EntryLine[], expectedLast: number): void {
    this.#write((driver) => {
      checkExpectation(key, expectedLast, lastOf(driver, key))
      for (const { sequence, recorded, by, body } of lines) {
        driver.run(INSERT_ENTRY, [key.org, key.case, sequence, recorded, by, body])
      }
    })
  }

  /** All of `work` or nothing of it; on the disk when this returns. */
  #write(work: (driver: Driver) => void): void {
    this.#mustBeOpen()
    if (this.#stoppedBy !== undefined) throw readOnly(this.#stoppedBy)
    const driver = this.#connection.driver()
    try {
      driver.exec('BEGIN IMMEDIATE')
      work(driver)
      driver.exec('COMMIT')
    } catch (error) {
      throw this.#undone(driver, error)
    }
  }

  /**
   * Undoes what was begun and says what the person must know. A full disk and a refusal leave the store usable.
   * Anything else stops writing until a person reopens it: a failed wait for the disk must not be tried
   * again, because the system may have thrown the bytes away and would then report success.
   */
  #undone(driver: Driver, error: unknown): unknown {
    const isUndone = rollBack(driver)
    const code = sqliteCode(error)
    if (isUndone && (code === '' || code.startsWith('SQLITE_CONSTRAINT'))) {
      if (error instanceof StoreError && error.code === 'damaged') this.#stoppedBy = error
      return error
    }
    if (isUndone && code.startsWith('SQLITE_FULL')) return diskFull(this.#files, error)
    this.#stoppedBy = saysDamaged(error)
      ? this.#rotten('The act was not saved.', 'The database is damaged.', error)
      : writeFailed(this.#files, error)
    if (!isUndone || saysDamaged(error)) this.#connection.drop()
    return this.#stoppedBy
  }

  #read<T>(work: (driver: Driver) => T, what = `The file ${this.#files.database} is damaged.`): T {
    this.#mustBeOpen()
    try {
      return work(this.#connection.driver())
    } catch (error) {
      if (sqliteCode(error) === '') throw error
      // Nothing can be read on a connection that has met damage; the next reading connects again.
      this.#connection.drop()
      const why = saysDamaged(error)
        ? 'Bytes on the disk are not the bytes that were written.'
        : 'The disk cannot be read.'
      this.#stoppedBy ??= this.#rotten(what, why, error)
      throw this.#rotten(what, why, error)
    }
  }

  #original(driver: Driver, key: CaseKey, sha256: Sha256): Uint8Array | undefined {
    const row = driver.all(SELECT_ORIGINAL, [key.org, key.case, sha256])[0]
    if (row === undefined) return undefined
    const bytes = bytesOf(row, 'bytes')
    if (sha256Of(bytes) === sha256) return bytes
    throw this.#rotten(damagedOriginal(key, sha256), 'Its bytes do not have this hash.')
  }

  #entry(key: CaseKey, line: EntryLine, sequence: number): Entry {
    const entry = entryOf(line, sequence)
    if ('broken' in entry) throw this.#rotten(unreadable(key, sequence), `In the database, ${entry.broken}.`)
    return entry
  }

  #rotten(what: string, why: string, cause?: unknown): StoreError {
    return rotten(what, why, this.#files.database, cause)
  }

  #mustBeOpen(): void {
    if (this.#closed) throw closed()
  }
}

function lastOf(driver: Driver, key: CaseKey): number {
  const row = driver.all(SELECT_LAST, [key.org, key.case])[0]
  return row === undefined ? 0 : numberOf(row, 'last')
}

function isHeld(driver: Driver, key: CaseKey, sha256: Sha256): boolean {
  const row = driver.all(COUNT_ORIGINAL, [key.org, key.case, sha256])[0]
  return row !== undefined && numberOf(row, 'found') > 0
}

const lineOf = (row: Row): EntryLine => ({
  sequence: numberOf(row, 'sequence'),
  recorded: textOf(row, 'recorded'),
  by: textOf(row, 'acted_by'),
  body: textOf(row, 'body'),
})

const unreadable = (key: CaseKey, sequence: number): string =>
  `Entry ${sequence} of the case "${key.case}" cannot be read.`

const damagedOriginal = (key: CaseKey, sha256: Sha256): string =>
  `The original ${sha256} of the case "${key.case}" is damaged.`

/** Whether nothing is left of the transaction. SQLite undoes some by itself, and then has none to undo. */
function rollBack(driver: Driver): boolean {
  try {
    driver.exec('ROLLBACK')
    return true
  } catch (error) {
    return error instanceof Error && error.message.includes('no transaction is active')
  }
}

/** Lets SQLite look after its statistics, which it can make again at any time. */
function optimize(driver: Driver): void {
  try {
    driver.exec('PRAGMA optimize')
  } catch (error) {
    if (!sqliteCode(error).startsWith('SQLITE_FULL')) throw error
  }
}

const diskFull = (files: FolderFiles, cause: unknown): StoreError =>
  new StoreError(
    {
      code: 'disk-full',
      file: files.database,
      what: 'The act was not saved, no part of it.',
      why: `There is no room left on the disk of ${files.folder}.`,
      remedy: 'Make room and try again. Everything saved before is safe.',
    },
    cause,
  )

const writeFailed = (files: FolderFiles, cause: unknown): StoreError =>
  new StoreError(
    {
      code: 'write-failed',
      file: files.database,
      what: 'The disk failed while the act was being saved; it may or may not be in the record, as a whole.',
      why: cause instanceof Error ? `${cause.message}.` : 'The reason is not known.',
      remedy:
        'Reading goes on; nothing more is written. Copy the data folder to another disk, reopen, ' +
        'and look whether the act is there.',
    },
    cause,
  )

const readOnly = (because: StoreError): StoreError =>
  new StoreError(
    {
      code: 'read-only',
      what: 'The act was not saved: this data folder is open for reading only.',
      why: `An earlier fault stopped writing: ${because.what} ${because.why}`,
      remedy: because.remedy,
    },
    because,
  )
