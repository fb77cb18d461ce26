import { decodeText, FileError } from './files.ts'
import type { Files, FolderEntry } from './files.ts'

/** Files that live only in this process, for tests. Folders exist as far as files lie in them. */
export function memoryFiles(initial: Readonly<Record<string, string>> = {}): Files {
  const held = new Map<string, Uint8Array>()
  for (const [path, text] of Object.entries(initial)) held.set(clean(path), new TextEncoder().encode(text))

  const files: Files = {
    read(path) {
      const bytes = held.get(clean(path))
      return bytes === undefined ? Promise.reject(missing('read', path)) : Promise.resolve(bytes.slice())
    },
    readText: async (path) => decodeText(path, await files.read(path)),
    list(folder) {
      const kinds = entriesOf(clean(folder), held.keys())
      if (kinds.size === 0) return Promise.reject(missing('list', folder))
      const names = [...kinds.keys()].sort()
      return Promise.resolve(names.map((name): FolderEntry => ({ name, kind: kinds.get(name) ?? 'other' })))
    },
    exists: (path) => Promise.resolve(held.has(clean(path)) || entriesOf(clean(path), held.keys()).size > 0),
    write(path, content) {
      held.set(clean(path), typeof content === 'string' ? new TextEncoder().encode(content) : content.slice())
      return Promise.resolve()
    },
    async *readPieces(path) {
      yield await files.read(path)
    },
    async writePieces(path, pieces) {
      let text = ''
      for await (const piece of pieces) text += piece
      await files.write(path, text)
    },
  }
  return files
}

const clean = (path: string): string => path.replace(/^\.\//, '').replace(/\/+$/, '')

function entriesOf(folder: string, paths: Iterable<string>): Map<string, 'file' | 'folder'> {
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`
  const found = new Map<string, 'file' | 'folder'>()
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue
    const [name = '', ...rest] = path.slice(prefix.length).split('/')
    if (name !== '') found.set(name, rest.length === 0 ? 'file' : 'folder')
  }
  return found
}

const missing = (act: string, path: string): FileError =>
  new FileError(
    `Cannot ${act} ${path}`,
    path,
    'there is no such file or folder',
    'check the path for a spelling mistake',
  )
