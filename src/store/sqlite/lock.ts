/**
 * One writer per data folder.
 *
 * A process id in a file is a race and outlives its process. The lock here is the operating system's
 * own, taken by SQLite on an empty database: the system lets go of it when the process ends, however
 * it ends. On Linux and macOS it has one trap: a process that opens and closes the lock file by other
 * means loses the lock. So no code reads the files of a data folder that the same process has open.
 */
import type { Driver } from './driver.ts'
import { openSqlCipher, sqliteCode } from './driver.ts'
import { StoreError } from '../errors.ts'
import type { FolderFiles } from './files.ts'

export interface Lock {
  release(): void
}

/** Takes the lock or refuses at once with `in-use`. */
export function lockFolder(files: FolderFiles): Lock {
  let driver: Driver | undefined
  try {
    driver = openSqlCipher(files.lock)
    driver.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE')
  } catch (cause) {
    driver?.close()
    throw refused(files, cause)
  }
  const held = driver
  return {
    release: () => {
      held.close()
    },
  }
}

function refused(files: FolderFiles, cause: unknown): StoreError {
  if (sqliteCode(cause).startsWith('SQLITE_BUSY')) {
    return new StoreError(
      {
        code: 'in-use',
        file: files.lock,
        what: `The data folder ${files.folder} is open already.`,
        why: 'Another window or another Forestay process holds it; only one may write.',
        remedy:
          'Use that one, or close it and try again. There is no lock to delete: ' +
          'it ends with the process that holds it.',
      },
      cause,
    )
  }
  return new StoreError(
    {
      code: 'unusable',
      file: files.lock,
      what: `The data folder ${files.folder} cannot be locked.`,
      why: cause instanceof Error ? `${cause.message}.` : 'The reason is not known.',
      remedy: 'Check that the folder is on a disk of this machine and that you may write in it.',
    },
    cause,
  )
}
