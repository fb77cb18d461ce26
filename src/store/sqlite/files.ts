/** The files of a data folder, and writing a small one so that it is either whole on the disk or not there. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What stands in a data folder. `wal` exists while it is open, and after a crash. */
export interface FolderFiles {
  readonly folder: string
  readonly key: string
  /** While a folder is being created; it becomes `key` as the last step. */
  readonly keyUnfinished: string
  readonly database: string
  readonly wal: string
  readonly lock: string
}

export const filesOf = (folder: string): FolderFiles => ({
  folder,
  key: join(folder, 'key.yaml'),
  keyUnfinished: join(folder, 'key.yaml.unfinished'),
  database: join(folder, 'forestay.db'),
  wal: join(folder, 'forestay.db-wal'),
  lock: join(folder, 'lock'),
})

/** Writes a file only its owner may read and waits until the disk has it. */
export function writeDurably(path: string, text: string): void {
  const handle = openSync(path, 'w', 0o600)
  try {
    const bytes = Buffer.from(text, 'utf8')
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Gives a file its final name and waits until the disk has the name. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** A new name is on the disk only when its folder is. Windows writes names through and cannot sync a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Whether a file system call failed for want of what it names. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
