import { mkdtemp, readdir, rm, stat, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diskFiles, FileError, memoryFiles } from './index.ts'
import type { Files } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'forestay-files-'))
afterAll(() => rm(folder, { recursive: true }))

const implementations: readonly (readonly [name: string, files: Files, root: string])[] = [
  ['disk', diskFiles, folder],
  ['memory', memoryFiles(), 'root'],
]

describe.each(implementations)('files (%s)', (_name, files, root) => {
  it('gives back the text that was written, making folders on the way', async () => {
    await files.write(join(root, 'a/b/note.txt'), 'Плавающий — día')
    expect(await files.readText(join(root, 'a/b/note.txt'))).toBe('Плавающий — día')
  })

  it('writes and reads piece by piece', async () => {
    function* pieces(): Generator<string> {
      for (let row = 0; row < 50_000; row += 1) yield `${row},día\n`
    }
    const path = join(root, 'pieces/rows.csv')
    await files.writePieces(path, pieces())
    const decoder = new TextDecoder()
    let text = ''
    for await (const piece of files.readPieces(path)) text += decoder.decode(piece, { stream: true })
    expect(text).toBe([...pieces()].join(''))
    const missing = async () => {
      for await (const piece of files.readPieces(join(root, 'nowhere.txt'))) text += piece.length
    }
    await expect(missing()).rejects.toBeInstanceOf(FileError)
  })

  it('replaces what was there', async () => {
    await files.write(join(root, 'twice.txt'), 'a long first version')
    await files.write(join(root, 'twice.txt'), 'second')
    expect(await files.readText(join(root, 'twice.txt'))).toBe('second')
  })

  it('lists a folder by name in code-point order, telling files from folders', async () => {
    for (const path of ['list/b.txt', 'list/Z.txt', 'list/a/inner.txt']) await files.write(join(root, path), '')
    expect(await files.list(join(root, 'list'))).toEqual([
      { name: 'Z.txt', kind: 'file' },
      { name: 'a', kind: 'folder' },
      { name: 'b.txt', kind: 'file' },
    ])
  })

  it('says which file is missing, and what to do', async () => {
    const missing = join(root, 'nowhere.txt')
    await expect(files.read(missing)).rejects.toMatchObject({
      file: missing,
      why: 'there is no such file or folder',
    })
    await expect(files.list(join(root, 'no-folder'))).rejects.toBeInstanceOf(FileError)
    expect(await files.exists(missing)).toBe(false)
  })

  it('refuses bytes that are not UTF-8 instead of guessing', async () => {
    await files.write(join(root, 'latin1.txt'), Uint8Array.of(0x64, 0xed, 0x61))
    await expect(files.readText(join(root, 'latin1.txt'))).rejects.toMatchObject({
      remedy: 'save the file again as UTF-8',
    })
  })
})

describe('files on the disk', () => {
  it('leaves no partial file behind, neither after success nor after failure', async () => {
    await mkdir(join(folder, 'atomic/target'), { recursive: true })
    await writeFile(join(folder, 'atomic/target/inside.txt'), 'x')
    await diskFiles.write(join(folder, 'atomic/good.txt'), 'x')
    await expect(diskFiles.write(join(folder, 'atomic/target'), 'x')).rejects.toBeInstanceOf(FileError)
    expect((await readdir(join(folder, 'atomic'))).sort()).toEqual(['good.txt', 'target'])
  })

  it.skipIf(process.platform === 'win32')('lets only the owner read what was written', async () => {
    await diskFiles.write(join(folder, 'private.txt'), 'x')
    expect((await stat(join(folder, 'private.txt'))).mode & 0o777).toBe(0o600)
  })
})
