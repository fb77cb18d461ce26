import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipFiles, zipOf } from './zip.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The archive with `change` done to the four bytes at `offset` after each mark of a table entry. */
function forged(archive: Uint8Array, offset: number, change: (old: number) => number): Uint8Array {
  const copy = archive.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 < copy.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    view.setUint32(at + offset, change(view.getUint32(at + offset, true)), true)
  }
  return copy
}

describe('an archive from outside', () => {
  it('gives the files that were put in', async () => {
    const files = zipFiles(
      'a.zip',
      zipOf(
        new Map([
          ['b/ñ.txt', bytes('two')],
          ['a.txt', bytes('one')],
        ]),
      ),
    )
    expect(await files.list()).toEqual([
      { path: 'a.txt', kind: 'file' },
      { path: 'b/ñ.txt', kind: 'file' },
    ])
    expect(await files.readText('b/ñ.txt')).toBe('two')
    await expect(files.readBytes('c.txt')).rejects.toThrow('is not there')
  })

  it.each(['../out.txt', '/etc/passwd', 'a/../../b', 'c:\\x', 'a\\b', 'x\0y'])(
    'is not opened when a name leads outside: %j',
    (name) => expect(() => zipFiles('a.zip', zipSync({ [name]: bytes('x') }))).toThrow(/not opened/),
  )

  it('is not opened when it would grow too much', () => {
    const bomb = zipSync({ 'zeros.csv': new Uint8Array(6 * 1024 * 1024) }, { level: 9 })
    expect(() => zipFiles('a.zip', bomb)).toThrow(/not opened/)
  })

  it('is not opened when it is none', () => {
    expect(() => zipFiles('a.zip', bytes('PK\x03\x04 nothing'))).toThrow(/not opened/)
  })

  it('gives no file that is larger than its table states', async () => {
    const lying = forged(zipOf(new Map([['a.txt', bytes('x'.repeat(500))]])), 24, () => 10)
    await expect(zipFiles('a.zip', lying).readBytes('a.txt')).rejects.toThrow(/larger than the 10 bytes/)
  })
})
