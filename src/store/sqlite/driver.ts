/**
 * The few things this store asks of SQLite. Small, so that a test can stand between the store and the
 * database and let any single operation fail.
 */
import { Database } from '@signalapp/sqlcipher'

export type SqlValue = string | number | Uint8Array | null
export type Row = Readonly<Record<string, SqlValue>>

export interface Driver {
  /** Runs statements that return nothing. */
  exec(sql: string): void
  run(sql: string, parameters: readonly SqlValue[]): void
  all(sql: string, parameters?: readonly SqlValue[]): readonly Row[]
  close(): void
}

export type OpenDriver = (path: string) => Driver

/** SQLite compiled with SQLCipher. Statements are prepared once. */
export const openSqlCipher: OpenDriver = (path) => {
  const database = new Database(path, { cacheStatements: true })
  return {
    exec: (sql) => {
      database.exec(sql)
    },
    run: (sql, parameters) => {
      database.prepare(sql).run(bindable(parameters))
    },
    all: (sql, parameters = []) => database.prepare(sql).all(bindable(parameters)),
    close: () => {
      database.close()
    },
  }
}

/** The binding's types ask for bytes that are not shared between threads. */
function bindable(values: readonly SqlValue[]): readonly (string | number | Uint8Array<ArrayBuffer> | null)[] {
  return values.map((value) => (value instanceof Uint8Array ? unshared(value) : value))
}

const unshared = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes)

/** SQLite's name for what went wrong, such as `SQLITE_FULL`; empty when the error is not SQLite's. */
export function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return ''
  return error.code.startsWith('SQLITE_') ? error.code : ''
}

/** The database's bytes are not what SQLite or SQLCipher wrote. */
export const saysDamaged = (error: unknown): boolean =>
  /^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ|IOERR_DATA|IOERR_CORRUPTFS)/.test(sqliteCode(error))

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`The column ${column} holds no text.`)
  return value
}

export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`The column ${column} holds no number.`)
  return value
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new TypeError(`The column ${column} holds no bytes.`)
  return value
}
