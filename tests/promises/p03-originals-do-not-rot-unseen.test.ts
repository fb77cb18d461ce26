/** P03: a bit that flips on the disk is found and named, and nothing is overwritten. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSqliteStore, openSqliteStore } from '../../src/store/index.ts'
import type { CaseKey, CreateOptions, FixityReport, StoreErrorCode } from '../../src/store/index.ts'
import { actOf, codeOf, entriesOf, eventBody } from '../../src/store/conformance.ts'
import { optionsFor, temporaryFolders } from '../../src/store/sqlite/testing.ts'
import { childProgram } from '../faults/program.ts'

const newFolder = temporaryFolders()
const startChild = childProgram()
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
const PAGE_BYTES = 4096

/** A folder with 40 entries and 6 originals of 20,000 bytes, closed. */
async function filledFolder(): Promise<{ options: CreateOptions; originals: readonly string[] }> {
  const options = optionsFor(newFolder())
  const store = await createSqliteStore(options)
  const originals: string[] = []
  for (let n = 0; n < 6; n++) originals.push(await store.putOriginal(desk, Buffer.alloc(20_000, `original ${n} `)))
  const bodies = Array.from({ length: 40 }, (_, n) => eventBody(`e${n}`, 'x'.repeat(500)))
  await store.append(desk, { by: 'A. Lawyer', bodies }, 0)
  await store.close()
  return { options, originals }
}

function flip(path: string, at: number, bit = 0): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  writeFileSync(path, bytes)
}

const fingerprint = (folder: string): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

async function fixityOf(options: CreateOptions): Promise<FixityReport> {
  const store = await openSqliteStore(options)
  try {
    return await store.checkFixity()
  } finally {
    await store.close()
  }
}

describe('A flipped bit in the database', () => {
  it('is found wherever it is, as damage when the folder is opened or as a finding of the fixity check', async () => {
    const { options } = await filledFolder()
    const path = join(options.folder, 'forestay.db')
    const sizeBytes = readFileSync(path).length
    expect((await fixityOf(options)).findings).toEqual([])
    for (let page = 0; page < sizeBytes / PAGE_BYTES; page++) {
      const at = page * PAGE_BYTES + ((page * 397) % PAGE_BYTES)
      flip(path, at, page % 8)
      const before = fingerprint(options.folder)
      const outcome = await fixityOf(options).then((report) => (report.sound ? 'sound' : 'found'), String)
      expect(outcome, `page ${page + 1}`).toMatch(/^found$|is damaged/)
      expect(fingerprint(options.folder), 'nothing is overwritten').toBe(before)
      flip(path, at, page % 8)
    }
    expect((await fixityOf(options)).findings).toEqual([])
  })

  it('in an original is named by the hash of the original, while all others and all entries are read', async () => {
    const { options, originals } = await filledFolder()
    const path = join(options.folder, 'forestay.db')
    const pages = readFileSync(path).length / PAGE_BYTES
    let named = 0
    for (let page = 2; page < pages && named < 3; page += 4) {
      flip(path, page * PAGE_BYTES + 100)
      const report = await fixityOf(options)
      flip(path, page * PAGE_BYTES + 100)
      const lost = report.findings.filter(({ what }) => what === 'original')
      if (lost.length !== 1) continue
      named += 1
      expect(originals).toContain(lost[0]?.sha256)
      expect(lost[0]?.why).toContain(`The original ${lost[0]?.sha256} of the case "pavlov-2014"`)
      expect(report).toMatchObject({ originalsRead: 5, entriesRead: 40 })
      expect(report.findings).toContainEqual(
        expect.objectContaining({ what: 'database', why: `HMAC verification failed for page ${page + 1}.` }),
      )
    }
    expect(named).toBe(3)
  })

  it('met while reading is an error that names the original; reading goes on, writing stops', async () => {
    const { options, originals } = await filledFolder()
    const path = join(options.folder, 'forestay.db')
    const sound = readFileSync(path)
    // An original of 20,000 bytes fills whole pages of its own; the middle of the file is among them.
    flip(path, Math.floor(sound.length / PAGE_BYTES / 2) * PAGE_BYTES + 9)
    const store = await openSqliteStore(options)
    const refusals: string[] = []
    for (const sha256 of originals) {
      await store.getOriginal(desk, sha256).catch((error: unknown) => refusals.push(String(error)))
    }
    expect(refusals).toEqual([
      expect.stringMatching(
        /The original [0-9a-f]{64} of the case "pavlov-2014" is damaged\. .* Nothing was overwritten\. Copy the whole/,
      ),
    ])
    expect(await entriesOf(store, desk)).toHaveLength(40)
    expect(await codeOf(store.append(desk, actOf('z'), 40))).toBe('read-only')
    await store.close()
  })
})

describe('A flipped bit in key.yaml', () => {
  it('is called damage and never a wrong passphrase, whichever bit it is', async () => {
    const { options } = await filledFolder()
    const path = join(options.folder, 'key.yaml')
    const bytes = readFileSync(path).length
    for (let at = 0; at < bytes; at += 3) {
      flip(path, at, at % 8)
      expect(await codeOf(openSqliteStore(options)), `byte ${at}`).toBe('damaged')
      flip(path, at, at % 8)
    }
    await (await openSqliteStore(options)).close()
  })

  it('is not what an editor does that ends lines in the way of Windows', async () => {
    const { options } = await filledFolder()
    const path = join(options.folder, 'key.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'))
    expect((await fixityOf(options)).sound).toBe(true)
  })
})

describe('A flipped bit in the log that a crash left behind', () => {
  it('is found before SQLite forgets the acts after it, unless it hits the last act', async () => {
    const { options } = await filledFolder()
    await startChild('measure', options.folder).ended
    const path = join(options.folder, 'forestay.db-wal')
    const sound = readFileSync(path)
    for (let at = 0; at < sound.length - 40_000; at += 20_011) {
      flip(path, at, at % 8)
      const before = fingerprint(options.folder)
      await expect(openSqliteStore(options), `byte ${at}`).rejects.toMatchObject({ code: 'damaged', file: path })
      expect(fingerprint(options.folder)).toBe(before)
      writeFileSync(path, sound)
    }
    const store = await openSqliteStore(options)
    expect(await store.last(desk)).toBeGreaterThan(40)
    await store.close()
  })
})

describe('A data folder that has lost a part', () => {
  const losses: readonly (readonly [string, StoreErrorCode, RegExp, (folder: string) => void])[] = [
    [
      'half of the database',
      'damaged',
      /forestay\.db is damaged.*lost its end/,
      (folder) => {
        const path = join(folder, 'forestay.db')
        truncateSync(path, Math.floor(readFileSync(path).length / 2))
      },
    ],
    [
      'the last page of the database',
      'damaged',
      /forestay\.db is damaged/,
      (folder) => {
        const path = join(folder, 'forestay.db')
        truncateSync(path, readFileSync(path).length - PAGE_BYTES)
      },
    ],
    [
      'all content of the database',
      'damaged',
      /forestay\.db is truncated/,
      (folder) => {
        truncateSync(join(folder, 'forestay.db'), 0)
      },
    ],
    [
      'the database',
      'damaged',
      /forestay\.db is missing/,
      (folder) => {
        rmSync(join(folder, 'forestay.db'))
      },
    ],
    [
      'key.yaml',
      'damaged',
      /has lost its file key\.yaml/,
      (folder) => {
        rmSync(join(folder, 'key.yaml'))
      },
    ],
    [
      'half of key.yaml',
      'damaged',
      /key\.yaml is damaged/,
      (folder) => {
        truncateSync(join(folder, 'key.yaml'), 300)
      },
    ],
    [
      'everything',
      'not-a-data-folder',
      /There is no Forestay data folder/,
      (folder) => {
        rmSync(folder, { recursive: true })
      },
    ],
  ]
  it.each(losses)('%s: is refused, named, and left as it is', async (_, code, message, lose) => {
    const { options } = await filledFolder()
    lose(options.folder)
    const before = existsSync(options.folder) ? fingerprint(options.folder) : ''
    const refusal: unknown = await openSqliteStore(options).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code })
    expect(String(refusal)).toMatch(message)
    expect(existsSync(options.folder) ? fingerprint(options.folder) : '').toBe(before)
  })

  it('is not covered up by creating a new one in its place', async () => {
    const { options } = await filledFolder()
    rmSync(join(options.folder, 'key.yaml'))
    const before = fingerprint(options.folder)
    expect(await codeOf(createSqliteStore(options))).toBe('already-exists')
    expect(fingerprint(options.folder)).toBe(before)
  })
})
