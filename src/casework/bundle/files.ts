/** The files of one bundle, wherever they lie. Paths are relative to the bundle, with `/` between names. */
import { compare } from '../../record/index.ts'
import { decodeText } from '../../platform/index.ts'
import type { Files } from '../../platform/index.ts'

export interface BundleFile {
  readonly path: string
  /** `other`: a link, a pipe, a device: never read, so that nothing outside the bundle can come in. */
  readonly kind: 'file' | 'other'
}

export interface BundleFiles {
  /** Every file of the bundle, sorted by path in code-point order. */
  list(): Promise<readonly BundleFile[]>
  /** Strict UTF-8. Throws {@link FileError}. */
  readText(path: string): Promise<string>
  readBytes(path: string): Promise<Uint8Array>
}

/** A bundle as it is written: path to bytes. */
export type BundleContent = ReadonlyMap<string, Uint8Array>

/** Folders inside folders; a bundle needs two. */
const FOLDER_DEPTH_MAX = 8

/** The bundle in a folder. Links are listed as `other` and never followed. */
export function folderBundle(files: Files, folder: string): BundleFiles {
  const at = (path: string): string => `${folder}/${path}`
  const walk = async (inside: string, depth: number): Promise<readonly BundleFile[]> => {
    const found: BundleFile[] = []
    for (const { name, kind } of await files.list(inside === '' ? folder : at(inside))) {
      const path = inside === '' ? name : `${inside}/${name}`
      if (kind !== 'folder') found.push({ path, kind })
      else if (depth >= FOLDER_DEPTH_MAX) found.push({ path, kind: 'other' })
      else found.push(...(await walk(path, depth + 1)))
    }
    return found
  }
  return {
    list: async () => (await walk('', 1)).toSorted(byPath),
    readText: (path) => files.readText(at(path)),
    readBytes: (path) => files.read(at(path)),
  }
}

/** Writes a bundle into a folder, which should be new or empty. */
export async function writeBundle(files: Files, folder: string, content: BundleContent): Promise<void> {
  for (const [path, bytes] of content) await files.write(`${folder}/${path}`, bytes)
}

/** A bundle held in memory. */
export function memoryBundle(content: Iterable<readonly [string, Uint8Array | string]>): BundleFiles {
  const held = new Map(
    [...content].map(([path, bytes]) => [
      path,
      typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    ]),
  )
  const readBytes = (path: string): Promise<Uint8Array> => {
    const bytes = held.get(path)
    return bytes === undefined
      ? Promise.reject(new Error(`The bundle has no file ${path}.`))
      : Promise.resolve(bytes)
  }
  return {
    list: () =>
      Promise.resolve([...held.keys()].map((path): BundleFile => ({ path, kind: 'file' })).toSorted(byPath)),
    readText: async (path) => decodeText(path, await readBytes(path)),
    readBytes,
  }
}

const byPath = (a: BundleFile, b: BundleFile): number => compare(a.path, b.path)
