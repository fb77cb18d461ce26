/** P24: an archive's table is judged before anything in it is unpacked, and nothing in it chooses where it goes. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checksumOf, readDirectory } from '../../src/reading/formats/archive/directory.ts'
import { parseBytes } from '../../src/reading/formats/parse.ts'
import { safeFileName } from '../../src/reading/formats/file-name.ts'
import { readTree } from '../../src/reading/index.ts'
import type { TreeItem } from '../../src/reading/index.ts'
import { bytesOf, zip } from '../corpus/documents.ts'
import { rawZip } from '../corpus/raw-zip.ts'
import { compiledReader } from '../corpus/worker.ts'

const open = compiledReader()
const read = (bytes: Uint8Array): ReturnType<typeof parseBytes> => parseBytes(bytes, 'a.zip')
const zeros = (length: number): Uint8Array => new Uint8Array(length)

describe('An archive that asks for too much is refused before it is unpacked', () => {
  it.each([
    [
      'too many files',
      () => zip(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.txt`, ''])), 0),
      /2001 files; the limit is 2000/,
    ],
    [
      'a file that grows a thousand times',
      () => zip({ 'a.txt': zeros(20_000_000) }),
      /would grow \d+ times; the limit is 200/,
    ],
    [
      'more bytes than a document may have',
      () => rawZip([{ name: 'a', packed: zeros(10), unpackedBytes: 300 * 1024 * 1024 }]),
      /would unpack to 314572800 bytes/,
    ],
    [
      'files that overlap',
      () =>
        rawZip([
          { name: 'a', packed: zeros(100) },
          { name: 'b', packed: zeros(100), offset: 5 },
        ]),
      /overlap/,
    ],
    ['a table that breaks off', () => zip({ 'a.txt': 'x' }).subarray(0, -30), /damaged/],
  ])('%s', async (_, make, message) => {
    const started = performance.now()
    await expect(read(make())).rejects.toThrow(message)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('also when it is one archive in another in another, nine deep', async () => {
    const reader = await open()
    let bytes = zip({ 'letter.txt': 'deep' })
    for (let depth = 0; depth < 9; depth++) bytes = zip({ [`${depth}.zip`]: bytes })
    const items: TreeItem[] = []
    for await (const item of readTree(reader, bytes, 'bundle.zip')) items.push(item)
    expect(items.map(({ outcome }) => outcome.status)).toEqual([
      ...Array.from({ length: 8 }, () => 'read'),
      'refused',
    ])
    expect(items.at(-1)?.outcome).toMatchObject({
      refusal: { code: 'archive-limits', message: expect.stringContaining('9 documents deep') as string },
    })
  })
})

describe('A file in an archive', () => {
  it('is never larger than its table says', async () => {
    const packed = deflateRawSync(zeros(1_000_000))
    const reading = await read(
      rawZip([
        { name: 'lie.txt', packed, method: 8, unpackedBytes: 100 },
        { name: 'true.txt', packed: bytesOf('true') },
      ]),
    )
    expect(reading.children.map(({ name }) => name)).toEqual(['true.txt'])
    expect(reading.warnings.map(({ message }) => message)).toEqual([
      '"lie.txt" is larger than the 100 bytes that the table states. It was not taken out.',
    ])
  })

  it('is named when it cannot be taken out, and the others are taken out', async () => {
    const reading = await read(
      rawZip([
        { name: 'locked.txt', packed: zeros(5), flags: 1 },
        { name: 'odd.txt', packed: zeros(5), method: 99 },
        { name: 'hurt.txt', packed: bytesOf('hurt'), checksum: 1 },
        { name: 'link', packed: bytesOf('/etc/passwd'), mode: 0o120777 },
        { name: 'good.txt', packed: bytesOf('good') },
      ]),
    )
    expect(reading.children.map(({ name }) => name)).toEqual(['good.txt'])
    expect(reading.warnings.map(({ message }) => message.replace(/^(".*?" .{12}).*/, '$1'))).toEqual([
      '"locked.txt" is locked wi',
      '"odd.txt" is packed by',
      '"hurt.txt" is damaged: ',
      '"link" is a link to',
    ])
  })

  it.each([
    ['../../etc/cron.d/evil', 'evil'],
    ['/etc/passwd', 'passwd'],
    [String.raw`C:\Windows\system32\x.dll`, 'x.dll'],
    [String.raw`..\..\up.txt`, 'up.txt'],
    ['con.txt', '_con.txt'],
    ['..', 'unnamed'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['a\0b.txt', 'ab.txt'],
    ['x'.repeat(5000), 'x'.repeat(235)],
  ])('chooses no place: %s', (stated, name) => {
    expect(safeFileName(stated)).toBe(name)
  })

  it('has a name of its own, also when two have the same, in any case of letters', async () => {
    const reading = await read(
      rawZip(['a.txt', 'A.TXT', 'dir/a.txt', 'a.txt'].map((name) => ({ name, packed: bytesOf(name) }))),
    )
    expect(reading.children.map(({ name }) => name)).toEqual(['a.txt', 'A (2).TXT', 'a (3).txt', 'a (4).txt'])
  })

  it('keeps the name that an old Russian archive gave it', async () => {
    const nameBytes = Uint8Array.from([0xe0, 0xa5, 0xe8, 0xa5, 0xad, 0xa8, 0xa5, 0x2e, 0x74, 0x78, 0x74])
    expect(readDirectory(rawZip([{ name: nameBytes, packed: bytesOf('x') }])).map(({ name }) => name)).toEqual([
      'решение.txt',
    ])
  })
})

it('A checksum is the one that ZIP uses', () => {
  expect(checksumOf(bytesOf('123456789'))).toBe(0xcbf43926)
})
