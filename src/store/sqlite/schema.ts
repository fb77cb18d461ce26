/**
 * The tables, by version. A file of any earlier version is brought up to the newest one when it is
 * opened, each step whole or not at all.
 *
 * Triggers keep the promise that entries and originals are never changed or deleted, and that the
 * entries of a case have no gap, even against a careless statement in this program.
 */
import { rotten } from '../errors.ts'
import { numberOf } from './driver.ts'
import type { Driver } from './driver.ts'
import type { FolderFiles } from './files.ts'
import { newerFormat } from './key.ts'
import { searchTables } from './search-index.ts'

export interface Migration {
  /** The version after it. */
  readonly to: number
  readonly sql: string
}

/** "Fsty", so that tools can tell whose file it is once it is decrypted. */
const APPLICATION_ID = 0x46737479

const never = (table: string, what: string): string => `
  CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} are never changed'); END;
  CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} are never deleted'); END;`

export const migrations: readonly Migration[] = [
  {
    to: 1,
    sql: `
  CREATE TABLE case_head (
    org TEXT NOT NULL, case_id TEXT NOT NULL, last INTEGER NOT NULL, recorded TEXT NOT NULL,
    PRIMARY KEY (org, case_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE entry (
    org TEXT NOT NULL, case_id TEXT NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0),
    recorded TEXT NOT NULL, acted_by TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (org, case_id, sequence)
  ) STRICT;

  CREATE TRIGGER entry_without_gap BEFORE INSERT ON entry
    WHEN NEW.sequence <> 1 + coalesce((SELECT last FROM case_head WHERE org = NEW.org AND case_id = NEW.case_id), 0)
    BEGIN SELECT RAISE(ABORT, 'entries follow each other without a gap'); END;
  CREATE TRIGGER entry_heads_case AFTER INSERT ON entry
    BEGIN
      INSERT INTO case_head VALUES (NEW.org, NEW.case_id, NEW.sequence, NEW.recorded)
        ON CONFLICT (org, case_id) DO UPDATE SET last = excluded.last, recorded = excluded.recorded;
    END;
  ${never('entry', 'entries')}

  CREATE TABLE original (
    org TEXT NOT NULL, case_id TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes_count INTEGER NOT NULL, bytes BLOB NOT NULL CHECK (length(bytes) = bytes_count),
    PRIMARY KEY (org, case_id, sha256)
  ) STRICT;
  ${never('original', 'originals')}
  `,
  },
  {
    // Derived: nothing in these tables is the only copy of anything.
    to: 2,
    sql: searchTables,
  },
]

/** Brings the tables to the newest of `steps`. Throws `newer-format` when they are beyond it. */
export function migrate(driver: Driver, files: FolderFiles, steps: readonly Migration[], isNew: boolean): void {
  const newest = steps.at(-1)?.to ?? 0
  const version = pragmaNumber(driver, 'user_version')
  if (version > newest) throw newerFormat(files, version, newest, files.database)
  const isOurs = pragmaNumber(driver, 'application_id') === APPLICATION_ID && version > 0
  if (!isNew && !isOurs) {
    throw rotten(
      `The file ${files.database} is damaged.`,
      'It opens with the key but holds no tables of Forestay.',
      files.database,
    )
  }
  for (const step of steps) {
    if (step.to <= version) continue
    // When a statement fails, the caller closes the connection, which undoes the whole step.
    driver.exec('BEGIN IMMEDIATE')
    driver.exec(`${step.sql}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${step.to}`)
    driver.exec('COMMIT')
  }
}

export function pragmaNumber(driver: Driver, name: string): number {
  const row = driver.all(`PRAGMA ${name}`)[0]
  if (row === undefined) throw new TypeError(`PRAGMA ${name} gives no answer.`)
  return numberOf(row, name)
}
