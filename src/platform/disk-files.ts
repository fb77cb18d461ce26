import { compare, type Said } from '../record/index.ts'
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

type Reason = readonly [why: Said, remedy: Said]

const notAllowed: Reason = [
  { en: 'this account may not do that there', es: 'esta cuenta no puede hacerlo ahí' },
  {
    en: 'choose another folder, or ask for the right to use this one',
    es: 'elija otra carpeta, o pida permiso para usar esta',
  },
]

const freeSpace: Said = {
  en: 'free some space and try again; the old file is untouched',
  es: 'libere espacio y pruebe de nuevo; el archivo anterior sigue intacto',
}

const reasons: Readonly<Record<string, Reason>> = {
  ENOENT: [
    { en: 'there is no such file or folder', es: 'no existe ese archivo ni esa carpeta' },
    { en: 'check the path for a spelling mistake', es: 'compruebe si la ruta está bien escrita' },
  ],
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: [
    { en: 'the disk is read-only', es: 'el disco es de solo lectura' },
    { en: 'choose a folder on another disk', es: 'elija una carpeta en otro disco' },
  ],
  ENOSPC: [{ en: 'the disk is full', es: 'el disco está lleno' }, freeSpace],
  EDQUOT: [{ en: 'the quota of this account is used up', es: 'la cuota de esta cuenta está agotada' }, freeSpace],
  EISDIR: [
    { en: 'it is a folder, not a file', es: 'es una carpeta, no un archivo' },
    { en: 'name a file', es: 'nombre un archivo' },
  ],
  ENOTDIR: [
    { en: 'a part of the path is a file, not a folder', es: 'una parte de la ruta es un archivo, no una carpeta' },
    { en: 'check the path', es: 'compruebe la ruta' },
  ],
  EIO: [
    { en: 'the disk reported an error', es: 'el disco comunicó un error' },
    {
      en: 'stop writing, copy what you can to another disk, and have this one checked',
      es: 'deje de escribir, copie lo que pueda a otro disco y haga revisar este',
    },
  ],
}

const acts = { read: 'leer', list: 'ver', write: 'escribir' } as const

async function attempt<Result>(act: keyof typeof acts, path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const code = String(error.code)
    const [why, remedy] = reasons[code] ?? [
      { en: `the system answered ${code}`, es: `el sistema respondió ${code}` },
      { en: 'look that code up, or try another place', es: 'busque ese código, o pruebe en otro lugar' },
    ]
    const what = { en: `Cannot ${act} ${path}`, es: `No se puede ${acts[act]} ${path}` }
    throw new FileError(what.en, path, why.en, remedy.en, error, { what, why, remedy })
  }
}
