/** P01: after the answer "saved", nothing that happens to the process or the power loses the act. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSqliteStore, openSqlCipher, openSqliteStore } from '../../src/store/index.ts'
import type { CaseKey, CreateOptions, Driver, OpenDriver, Store } from '../../src/store/index.ts'
import { actOf, codeOf, entriesOf, eventBody } from '../../src/store/conformance.ts'
import { optionsFor, temporaryFolders } from '../../src/store/sqlite/testing.ts'
import { faultyDriver, FaultPlan, sqliteError } from '../faults/fault-driver.ts'
import { childProgram, kill } from '../faults/program.ts'

const newFolder = temporaryFolders()
const startChild = childProgram()
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
const ROUNDS = 20

async function createEmpty(options: CreateOptions): Promise<void> {
  await (await createSqliteStore(options)).close()
}

/** Sequence numbers of a case; the store itself refuses a gap while they are read. */
const sequencesOf = async (store: Store): Promise<readonly number[]> =>
  (await entriesOf(store, desk)).map(({ sequence }) => sequence)

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, n) => n + 1)

describe('An act that was reported as saved', () => {
  it(`is there after kill -9 in a loop of writes, ${ROUNDS} times over, with no gap and a sound database`, async () => {
    const options = optionsFor(newFolder())
    await createEmpty(options)
    for (let round = 0; round < ROUNDS; round++) {
      const child = startChild('write', options.folder)
      await child.heard('saved')
      await new Promise((resolve) => {
        setTimeout(resolve, 5 + round * 6)
      })
      const { lines } = await kill(child)
      const acknowledged = Number(lines.at(-1)?.split(' ')[1])
      const store = await openSqliteStore(options)
      const sequences = await sequencesOf(store)
      expect(sequences.length).toBeGreaterThanOrEqual(acknowledged)
      expect(sequences.length % 3, 'acts have three entries, whole or not at all').toBe(0)
      expect(sequences).toEqual(upTo(sequences.length))
      const held = (await store.originals(desk)).map(({ sha256 }) => sha256)
      expect(held).toEqual(expect.arrayContaining(lines.flatMap((line) => line.split(' ')[2] || [])))
      await store.close()
    }
    const store = await openSqliteStore(options)
    expect((await store.checkFixity()).findings).toEqual([])
    await store.close()
  })

  it('is there wherever a power cut ends the log, or leaves rubbish, behind what had been waited for', async () => {
    const options = optionsFor(newFolder())
    await createEmpty(options)
    const { lines } = await startChild('measure', options.folder).ended
    const saved = lines.map((line) => {
      const [, last, bytes] = line.split(' ').map(Number)
      return { last: last ?? 0, bytes: bytes ?? 0 }
    })
    expect(saved).toHaveLength(24)
    const log = readFileSync(join(options.folder, 'forestay.db-wal'))
    for (let state = 0; state < 96; state++) {
      const act = saved[state % saved.length] ?? { last: 0, bytes: 0 }
      const next = saved[(state % saved.length) + 1]?.bytes ?? log.length
      // Some of what was written after the last wait reached the disk, some did not, some as rubbish.
      const cut = act.bytes + Math.floor(((next - act.bytes) * (state % 5)) / 5)
      const torn = Buffer.from(log.subarray(0, state % 2 === 0 ? cut : next))
      if (state % 2 === 1) torn.fill(state, cut)
      const copy = copyOf(options.folder, newFolder(), torn)
      const store = await openSqliteStore({ ...options, folder: copy })
      expect(await store.last(desk), `cut at ${cut} of ${log.length}`).toBeGreaterThanOrEqual(act.last)
      expect(await sequencesOf(store)).toEqual(upTo(await store.last(desk)))
      await store.close()
    }
  })
})

function copyOf(folder: string, copy: string, log: Uint8Array): string {
  mkdirSync(copy, { recursive: true })
  for (const name of ['key.yaml', 'forestay.db', 'lock']) copyFileSync(join(folder, name), join(copy, name))
  writeFileSync(join(copy, 'forestay.db-wal'), log)
  return copy
}

describe('The store waits for the disk', () => {
  /** Hands the connection out, so that a test can ask SQLite itself. */
  function observed(): { open: OpenDriver; latest: () => Driver } {
    let latest: Driver | undefined
    return {
      open: (path) => (latest = openSqlCipher(path)),
      latest: () => {
        if (latest === undefined) throw new Error('Nothing was opened.')
        return latest
      },
    }
  }
  const waits = (driver: Driver): unknown => driver.all('PRAGMA synchronous')[0]?.['synchronous']

  it('at every commit: when new, after each reopening, and over a log that a crash left behind', async () => {
    const options = optionsFor(newFolder())
    const { open, latest } = observed()
    const first = await createSqliteStore({ ...options, openDriver: open })
    expect(waits(latest())).toBe(2)
    await first.append(desk, actOf('a'), 0)
    await first.close()
    for (let time = 0; time < 3; time++) {
      const store = await openSqliteStore({ ...options, openDriver: open })
      expect(waits(latest())).toBe(2)
      expect(latest().all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
      await store.close()
    }
    const child = startChild('write', options.folder)
    await child.heard('saved')
    await kill(child)
    expect(existsSync(join(options.folder, 'forestay.db-wal'))).toBe(true)
    const store = await openSqliteStore({ ...options, openDriver: open })
    expect(waits(latest())).toBe(2)
    await store.close()
  })

  it('or does not open at all: a build of SQLite that will not wait is refused', async () => {
    const options = optionsFor(newFolder())
    await createEmpty(options)
    const careless: OpenDriver = (path) => {
      const driver = openSqlCipher(path)
      return {
        ...driver,
        exec: (sql) => {
          driver.exec(sql.replace('synchronous = FULL', 'synchronous = NORMAL'))
        },
      }
    }
    await expect(openSqliteStore({ ...options, openDriver: careless })).rejects.toThrow(
      'refuses to wait for the disk',
    )
    await (await openSqliteStore(options)).close()
  })

  it('and stops writing when the wait fails, without trying again, while reading goes on', async () => {
    const options = optionsFor(newFolder())
    const plan = new FaultPlan((sql) => {
      if (sql === 'COMMIT') throw sqliteError('SQLITE_IOERR_FSYNC')
    })
    const store = await createSqliteStore({ ...options, openDriver: faultyDriver(plan) })
    await store.append(desk, actOf('a'), 0)
    plan.arm(4, 'before')
    expect(await codeOf(store.append(desk, actOf('b'), 1))).toBe('write-failed')
    plan.disarm()
    expect(await codeOf(store.append(desk, actOf('b'), 1))).toBe('read-only')
    expect(await codeOf(store.putOriginal(desk, Uint8Array.of(1)))).toBe('read-only')
    expect(await sequencesOf(store)).toEqual([1])
    await store.close()
    const reopened = await openSqliteStore(options)
    await reopened.append(desk, actOf('b'), 1)
    await reopened.close()
  })
})

/** A file system of one megabyte, where this process may mount one. */
function smallDisk(): { readonly path: string; readonly remove: () => void } | undefined {
  const path = mkdtempSync(join(tmpdir(), 'forestay-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    // Not allowed here; the stand-in runs, and the title of the test says so.
    rmdirSync(path)
    return undefined
  }
  return {
    path,
    remove: () => {
      execFileSync('umount', ['--lazy', path])
      rmdirSync(path)
    },
  }
}

/** The newest entry when an act is refused, and the refusal. */
async function writeUntilRefused(store: Store): Promise<{ last: number; refusal: string }> {
  for (let last = 0; last < 10_000; last += 4) {
    const act = { by: 'A. Lawyer', bodies: upTo(4).map((n) => eventBody(`e${last + n}`, 'x'.repeat(9000))) }
    const refusal = await store.append(desk, act, last).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (refusal instanceof Error) return { last, refusal: refusal.message }
  }
  throw new Error('The disk never filled up.')
}

describe('On a full disk', () => {
  const disk = process.platform === 'linux' ? smallDisk() : undefined
  const standIn: OpenDriver = (path) => {
    const driver = openSqlCipher(path)
    return {
      ...driver,
      all: (sql, parameters) => {
        const rows = driver.all(sql, parameters)
        if (sql === 'PRAGMA synchronous') driver.exec('PRAGMA max_page_count = 120')
        return rows
      },
    }
  }
  const which = disk === undefined ? 'SQLite limited to 120 pages, as a stand-in' : 'a real file system of 1 MiB'

  it(`an act is refused whole, the store goes on, and everything saved is there (${which})`, async () => {
    const folder = disk === undefined ? newFolder() : join(disk.path, 'data')
    const options = { ...optionsFor(folder), ...(disk === undefined ? { openDriver: standIn } : {}) }
    try {
      const store = await createSqliteStore(options)
      const { last, refusal } = await writeUntilRefused(store)
      expect(refusal).toBe(
        'The act was not saved, no part of it. There is no room left on the disk of ' +
          `${folder}. Make room and try again. Everything saved before is safe.`,
      )
      expect(await codeOf(store.putOriginal(desk, Buffer.alloc(600_000)))).toBe('disk-full')
      expect(await sequencesOf(store)).toEqual(upTo(last))
      // What needs no new page still fits.
      await expect(store.hasOriginal(desk, '0'.repeat(64))).resolves.toBe(false)
      await store.close()
      const reopened = await openSqliteStore(options)
      expect(await sequencesOf(reopened)).toEqual(upTo(last))
      expect((await reopened.checkFixity()).findings).toEqual([])
      await reopened.close()
    } finally {
      disk?.remove()
    }
  })
})
