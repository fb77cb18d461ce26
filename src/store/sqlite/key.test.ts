import { hash, hashRaw } from '@node-rs/argon2'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { filesOf } from './files.ts'
import { headerText, KEY_COST, KEY_FORMAT, makeKey, readHeader, unlock } from './key.ts'
import { PASSPHRASE, QUICK_KEY } from './testing.ts'

const files = filesOf('/data')

/** A header with one line changed and a sum that fits it again. */
function rewritten(text: string, from: RegExp, to: string): string {
  const above = text.slice(0, text.lastIndexOf('sum:')).replace(from, to)
  return `${above}sum: "${createHash('sha256').update(above).digest('hex')}"\n`
}

describe('The key of a data folder', () => {
  it('is made with argon2id, version 19, in the cost that key.yaml tells', async () => {
    const salt = Buffer.alloc(16, 7)
    const options = { memoryCost: 64, timeCost: 1, parallelism: 1, salt, outputLen: 32 }
    const text = await hash(PASSPHRASE, options)
    expect(text).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
    expect(text.split('$')[5]).toBe((await hashRaw(PASSPHRASE, options)).toString('base64').replace(/=+$/, ''))
  })

  it('costs 64 MiB and three passes unless a test says otherwise', async () => {
    const { header } = await makeKey(PASSPHRASE, KEY_COST)
    expect(headerText(header)).toContain('memory-kibibytes: 65536\npasses: 3\nlanes: 1\n')
  })

  it('is the same each time, and another one in each folder', async () => {
    const first = await makeKey(PASSPHRASE, QUICK_KEY)
    const second = await makeKey(PASSPHRASE, QUICK_KEY)
    expect(await unlock(PASSPHRASE, first.header, files)).toEqual(first.key)
    expect(second.key.database).not.toBe(first.key.database)
    expect(second.header.salt).not.toBe(first.header.salt)
  })

  it('refuses a passphrase that can be guessed for its shortness', async () => {
    await expect(makeKey('elevenchars', QUICK_KEY)).rejects.toThrow('needs at least 12 characters')
  })
})

describe('key.yaml', () => {
  it('is read as it was written', async () => {
    const { header } = await makeKey(PASSPHRASE, QUICK_KEY)
    expect(readHeader(headerText(header), files)).toEqual(header)
  })

  it('does not hold the key', async () => {
    const { header, key } = await makeKey(PASSPHRASE, QUICK_KEY)
    expect(headerText(header)).not.toContain(key.database)
  })

  it('of a later version of Forestay is refused as such', async () => {
    const text = headerText((await makeKey(PASSPHRASE, QUICK_KEY)).header)
    expect(() => readHeader(rewritten(text, /format: 1/, 'format: 2'), files)).toThrow(
      `Its format is 2; this version knows formats up to ${KEY_FORMAT}.`,
    )
  })

  it.each([
    ['asks for more memory than there is', /memory-kibibytes: \d+/, 'memory-kibibytes: 99999999999'],
    ['asks for no pass', /passes: \d+/, 'passes: 0'],
    ['has no salt', /salt: .*\n/, ''],
    ['has half a check', /check: "(.{16})/, 'check: "'],
    ['is not a list of fields', /[\s\S]+/, '- 1\n'],
  ])('that %s is called damaged', async (_, from, to) => {
    const text = headerText((await makeKey(PASSPHRASE, QUICK_KEY)).header)
    expect(() => readHeader(rewritten(text, from, to), files)).toThrow('/data/key.yaml is damaged')
  })
})
