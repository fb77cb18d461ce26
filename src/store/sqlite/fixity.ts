/** Reads every page, entry and original, and names what differs from what was written. */
import { sha256Of } from '../../platform/index.ts'
import type { Sha256 } from '../../record/index.ts'
import type { CaseKey, FixityFinding, FixityReport } from '../port.ts'
import { entryOf } from '../acts.ts'
import { bytesOf, numberOf, sqliteCode, textOf } from './driver.ts'
import type { Driver, Row, SqlValue } from './driver.ts'
import type { Connection } from './connection.ts'

/** Findings about pages that are listed; a ruined file has too many to read. */
const PAGE_FINDINGS_MAX = 20

const COPY_AND_RESTORE = 'Copy the data folder to another disk before anything else; bring this back from a backup.'

const SELECT_ENTRY = 'SELECT recorded, acted_by, body FROM entry WHERE org = ? AND case_id = ? AND sequence = ?'
const SELECT_ORIGINAL = 'SELECT bytes FROM original WHERE org = ? AND case_id = ? AND sha256 = ?'

/** Every reading stands for itself, because SQLCipher reads nothing more on a connection that has met damage. */
type Attempt<T> = { readonly value: T } | { readonly failed: string }

export function examine(connection: Connection): FixityReport {
  const findings: FixityFinding[] = []
  const pagesSound = examinePages(connection, findings)
  const entriesRead = examineEntries(connection, findings)
  const originalsRead = examineOriginals(connection, findings)
  if (pagesSound && findings.length === 0) examineStructure(connection, findings)
  return { sound: findings.length === 0, entriesRead, originalsRead, findings }
}

function attempt<T>(connection: Connection, work: (driver: Driver) => T): Attempt<T> {
  try {
    return { value: work(connection.driver()) }
  } catch (error) {
    if (sqliteCode(error) === '' && !(error instanceof TypeError)) throw error
    connection.drop()
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}

const rowsOf = (
  connection: Connection,
  sql: string,
  parameters: readonly SqlValue[] = [],
): Attempt<readonly Row[]> => attempt(connection, (driver) => driver.all(sql, parameters))

/**
 * Each page carries a keyed checksum; a flipped bit anywhere in the database file shows here. Pages that
 * are still in the log are checked when the entries, the originals and the structure are read.
 */
function examinePages(connection: Connection, findings: FixityFinding[]): boolean {
  const rows = attempt(connection, (driver) =>
    driver.all('PRAGMA cipher_integrity_check').map((row) => textOf(row, 'cipher_integrity_check')),
  )
  if ('failed' in rows) {
    findings.push(ofDatabase(`Its pages cannot be checked: ${rows.failed}.`))
    return false
  }
  for (const page of rows.value.slice(0, PAGE_FINDINGS_MAX)) findings.push(ofDatabase(`${page}.`))
  const more = rows.value.length - PAGE_FINDINGS_MAX
  if (more > 0) findings.push(ofDatabase(`${more} more pages differ.`))
  return rows.value.length === 0
}

function examineStructure(connection: Connection, findings: FixityFinding[]): void {
  const rows = rowsOf(connection, 'PRAGMA integrity_check(20)')
  if ('failed' in rows) {
    findings.push(ofDatabase(`Its structure cannot be checked: ${rows.failed}.`))
    return
  }
  for (const row of rows.value) {
    const said = textOf(row, 'integrity_check')
    if (said !== 'ok') findings.push(ofDatabase(`${said}.`))
  }
}

function examineEntries(connection: Connection, findings: FixityFinding[]): number {
  const heads = rowsOf(connection, 'SELECT org, case_id, last FROM case_head')
  if ('failed' in heads) {
    findings.push(ofDatabase(`The list of cases cannot be read: ${heads.failed}.`))
    return 0
  }
  let read = 0
  for (const head of heads.value) {
    const key = keyOf(head)
    for (let sequence = 1; sequence <= numberOf(head, 'last'); sequence++) {
      const broken = entryDamage(connection, key, sequence)
      if (broken === undefined) {
        read += 1
        continue
      }
      const why = `Entry ${sequence} of the case "${key.case}": ${broken}.`
      findings.push({ what: 'entry', key, sequence, why, remedy: COPY_AND_RESTORE })
    }
  }
  return read
}

function entryDamage(connection: Connection, key: CaseKey, sequence: number): string | undefined {
  const rows = rowsOf(connection, SELECT_ENTRY, [key.org, key.case, sequence])
  if ('failed' in rows) return rows.failed
  const row = rows.value[0]
  if (row === undefined) return 'it is missing'
  const entry = entryOf(
    {
      sequence,
      recorded: textOf(row, 'recorded'),
      by: textOf(row, 'acted_by'),
      body: textOf(row, 'body'),
    },
    sequence,
  )
  return 'broken' in entry ? entry.broken : undefined
}

function examineOriginals(connection: Connection, findings: FixityFinding[]): number {
  const list = rowsOf(
    connection,
    'SELECT org, case_id, sha256 FROM original INDEXED BY sqlite_autoindex_original_1',
  )
  if ('failed' in list) {
    findings.push(ofDatabase(`The list of originals cannot be read: ${list.failed}.`))
    return 0
  }
  let read = 0
  for (const row of list.value) {
    const key = keyOf(row)
    const sha256 = textOf(row, 'sha256')
    const broken = originalDamage(connection, key, sha256)
    if (broken === undefined) {
      read += 1
      continue
    }
    const why = `The original ${sha256} of the case "${key.case}": ${broken}.`
    findings.push({ what: 'original', key, sha256, why, remedy: COPY_AND_RESTORE })
  }
  return read
}

function originalDamage(connection: Connection, key: CaseKey, sha256: Sha256): string | undefined {
  const rows = rowsOf(connection, SELECT_ORIGINAL, [key.org, key.case, sha256])
  if ('failed' in rows) return rows.failed
  const row = rows.value[0]
  if (row === undefined) return 'it is missing'
  return sha256Of(bytesOf(row, 'bytes')) === sha256 ? undefined : 'its bytes do not have this hash'
}

const keyOf = (row: Row): CaseKey => ({ org: textOf(row, 'org'), case: textOf(row, 'case_id') })

const ofDatabase = (why: string): FixityFinding => ({ what: 'database', why, remedy: COPY_AND_RESTORE })
