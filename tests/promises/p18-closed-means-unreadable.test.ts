/** P18: without the passphrase the data folder tells nothing: closed, open, or after a crash. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSqliteStore, openSqliteStore, StoreError } from '../../src/store/index.ts'
import type { CaseKey, CreateOptions, Store } from '../../src/store/index.ts'
import { eventBody } from '../../src/store/conformance.ts'
import { optionsFor, PASSPHRASE, temporaryFolders } from '../../src/store/sqlite/testing.ts'
import { childProgram, kill } from '../faults/program.ts'

const newFolder = temporaryFolders()
const startChild = childProgram()
const desk: CaseKey = { org: 'canary-organisation', case: 'canary-case-2014' }
const person = 'Kanarienvogel Канарейка'
const words = ['canary of the entry', 'canary of the original']

async function fill(store: Store): Promise<void> {
  for (let last = 0; last < 400; last += 4) {
    const bodies = [1, 2, 3, 4].map((n) => eventBody(`e${last + n}`, `${words[0]} ${'~'.repeat(last)}`))
    await store.append(desk, { by: person, bodies }, last)
  }
  await store.putOriginal(desk, Buffer.from(`${words[1]} `.repeat(3000)))
}

/** Every form in which a word could lie on the disk without being encrypted. */
function canaries(): readonly Buffer[] {
  const texts = [PASSPHRASE, desk.org, desk.case, person, ...words, 'CREATE TABLE', 'forestay:', 'SQLite format 3']
  return texts.flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
  ])
}

/**
 * All bytes below a folder. Read by another process: a process that opens and closes a file which it holds
 * locked by other means loses the lock.
 */
const bytesBelow = (folder: string): Buffer =>
  execFileSync('find', [folder, '-type', 'f', '-exec', 'cat', '{}', '+'], { maxBuffer: 256 * 1024 * 1024 })

function expectNoCanary(bytes: Buffer): void {
  expect(bytes.length).toBeGreaterThan(0)
  expect(
    canaries()
      .filter((canary) => bytes.includes(canary))
      .map(String),
  ).toEqual([])
}

describe('The data folder holds no readable word', () => {
  it('while it is open, with a log, and after it is closed', async () => {
    const options = optionsFor(newFolder())
    const store = await createSqliteStore(options)
    await fill(store)
    const open = bytesBelow(options.folder)
    expect(open.length).toBeGreaterThan(500_000)
    expectNoCanary(open)
    await store.close()
    expect(readdirSync(options.folder).sort()).toEqual(['forestay.db', 'key.yaml', 'lock'])
    expectNoCanary(bytesBelow(options.folder))
  })

  it('and would show one: the search finds the word in a file that is not encrypted', () => {
    expect(() => {
      expectNoCanary(Buffer.from(`.. ${words[0]} ..`))
    }).toThrow('canary of the entry')
  })

  it('after the process is killed, nor do temporary folders and the error output', async () => {
    const options = optionsFor(newFolder())
    const temporary = newFolder()
    mkdirSync(temporary, { recursive: true })
    await (await createSqliteStore(options)).close()
    const child = startChild('write', options.folder, [], { TMPDIR: temporary, SQLITE_TMPDIR: temporary })
    await child.heard('saved')
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    const { errors } = await kill(child)
    expect(errors).toBe('')
    expect(readdirSync(temporary)).toEqual([])
    const bytes = bytesBelow(options.folder)
    const written = ['A. Lawyer', 'pavlov-2014', 'original 0', 'decided', PASSPHRASE]
    expect(written.filter((word) => bytes.includes(word))).toEqual([])
  })

  it('and no error message tells the passphrase or the key', async () => {
    const options = optionsFor(newFolder())
    await (await createSqliteStore(options)).close()
    const wrong = { ...options, passphrase: 'the passphrase of another folder' }
    const refusal: unknown = await openSqliteStore(wrong).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StoreError)
    expect(String(refusal)).not.toContain('the passphrase of another folder')
  })
})

describe('A wrong passphrase', () => {
  const snapshot = (options: CreateOptions): readonly string[] =>
    readdirSync(options.folder).map(
      (name) => `${name} ${readFileSync(join(options.folder, name)).toString('base64')}`,
    )

  it.each([
    ['another one', 'halyard forestay backstay shroud'],
    ['none', ''],
    ['the right one with a space after it', `${PASSPHRASE} `],
    ['the right one in capitals', PASSPHRASE.toUpperCase()],
  ])('(%s) is refused as such, and nothing is touched, not even a log from a crash', async (_, passphrase) => {
    const options = optionsFor(newFolder())
    await (await createSqliteStore(options)).close()
    const child = startChild('write', options.folder)
    await child.heard('saved')
    await kill(child)
    const before = snapshot(options)
    await expect(openSqliteStore({ ...options, passphrase })).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(snapshot(options)).toEqual(before)
  })

  it('is not one that another keyboard writes in another way', async () => {
    const options = { ...optionsFor(newFolder()), passphrase: 'ma\u00f1ana ser\u00e1 otro d\u00eda' }
    await (await createSqliteStore(options)).close()
    const store = await openSqliteStore({ ...options, passphrase: options.passphrase.normalize('NFD') })
    expect(await store.cases()).toEqual([])
    await store.close()
  })

  it('is not confused with a key.yaml that belongs to another folder', async () => {
    const [left, right] = [optionsFor(newFolder()), optionsFor(newFolder())]
    await (await createSqliteStore(left)).close()
    await (await createSqliteStore(right)).close()
    execFileSync('cp', [join(right.folder, 'key.yaml'), join(left.folder, 'key.yaml')])
    await expect(openSqliteStore(left)).rejects.toThrow('does not belong to key.yaml beside it')
  })
})
