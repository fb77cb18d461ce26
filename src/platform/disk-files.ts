import { compare } from '../record/index.ts'
import { access, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { decodeText, FileError } from './files.ts'
import type { Files, FolderEntry } from './files.ts'

/** The files of this machine. */
export const diskFiles: Files = {
  read: (path) => attempt('read', path, async () => new Uint8Array(await readFile(path))),
  readText: async (path) => decodeText(path, await diskFiles.read(path)),
  list: (folder) => attempt('list', folder, () => listFolder(folder)),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  write: (path, content) => attempt('write', path, () => replace(path, (file) => file.writeFile(content))),
  readPieces: (path) => piecesOf(path),
  writePieces: (path, pieces) =>
    attempt('write', path, () =>
      replace(path, async (file) => {
        let held = ''
        for await (const piece of pieces) {
          held += piece
          if (held.length < PIECE_BYTES_MAX) continue
          await file.appendFile(held)
          held = ''
        }
        await file.appendFile(held)
      }),
    ),
}

/** Bytes, or UTF-16 units of text, that are held at a time. */
const PIECE_BYTES_MAX = 256 * 1024

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await attempt('read', path, () => open(path, 'r'))
  try {
    for (;;) {
      const { bytesRead, buffer } = await attempt('read', path, () => file.read(new Uint8Array(PIECE_BYTES_MAX)))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

async function listFolder(folder: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .map((entry): FolderEntry => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }))
    .sort((a, b) => compare(a.name, b.name))
}

/** Write beside, sync, rename over, sync the folder: the only order in which a power cut leaves one whole file. */
async function replace(path: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const beside = join(folder, `.${randomBytes(6).toString('hex')}.partial`)
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(folder)
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no way to sync a folder; its file systems journal names by themselves.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const reasons: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOENT: ['there is no such file or folder', 'check the path for a spelling mistake'],
  EACCES: ['this account may not do that there', 'choose another folder, or ask for the right to use this one'],
  EPERM: ['this account may not do that there', 'choose another folder, or ask for the right to use this one'],
  EROFS: ['the disk is read-only', 'choose a folder on another disk'],
  ENOSPC: ['the disk is full', 'free some space and try again; the old file is untouched'],
  EDQUOT: ['the quota of this account is used up', 'free some space and try again; the old file is untouched'],
  EISDIR: ['it is a folder, not a file', 'name a file'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'check the path'],
  EIO: ['the disk reported an error', 'stop writing, copy what you can to another disk, and have this one checked'],
}

async function attempt<Result>(act: string, path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const code = String(error.code)
    const [why, remedy] = reasons[code] ?? [
      `the system answered ${code}`,
      'look that code up, or try another place',
    ]
    throw new FileError(`Cannot ${act} ${path}`, path, why, remedy, error)
  }
}
