/** P02: whichever operation fails, the record is as before the act or as after it, never between. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSqliteStore, migrations, openSqliteStore, StoreError } from '../../src/store/index.ts'
import type { CaseKey, Migration, Store } from '../../src/store/index.ts'
import type { Entry } from '../../src/record/index.ts'
import { actOf, entriesOf, eventBody } from '../../src/store/conformance.ts'
import { optionsFor, temporaryFolders } from '../../src/store/sqlite/testing.ts'
import { faultyDriver, FaultPlan, sqliteError } from '../faults/fault-driver.ts'
import type { Moment } from '../faults/fault-driver.ts'
import { childProgram } from '../faults/program.ts'

const newFolder = temporaryFolders()
const startChild = childProgram()
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
const moments: readonly Moment[] = ['before', 'after']
const codes = ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_FULL', 'SQLITE_CORRUPT']
/** More operations than any act here has; reaching it means that the act never completed. */
const OPERATIONS_MAX = 100

const preserved: readonly Entry[] = ['c', 'd', 'e'].map((id, n) => ({
  sequence: 3 + n,
  recorded: '2013-07-24T10:00:00Z',
  by: 'B. Researcher',
  body: eventBody(id),
}))

const acts: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  ['a new act', (store) => store.append(desk, actOf('c', 'd', 'e'), 2)],
  ['the import of entries recorded elsewhere', (store) => store.appendPreserved(desk, preserved, 2)],
]

describe('With the operation that fails moved on until the act completes', () => {
  for (const [what, act] of acts) {
    for (const code of codes) {
      for (const moment of moments) {
        it(`${what} is there whole or not at all (${code} ${moment} the operation)`, async () => {
          const faults = await failEach(act, code, moment)
          expect(faults).toBeGreaterThan(4)
        })
      }
    }
  }
})

/** How many operations there were to fail at. */
async function failEach(act: (store: Store) => Promise<unknown>, code: string, moment: Moment): Promise<number> {
  for (let at = 1; at < OPERATIONS_MAX; at++) {
    const options = optionsFor(newFolder())
    const plan = new FaultPlan(() => {
      throw sqliteError(code)
    })
    const store = await createSqliteStore({ ...options, openDriver: faultyDriver(plan) })
    await store.append(desk, actOf('a', 'b'), 0)
    plan.arm(at, moment)
    const outcome: unknown = await act(store).then(
      () => 'saved',
      (error: unknown) => error,
    )
    const completed = plan.disarm()
    await store.close()
    const reopened = await openSqliteStore(options)
    const found = (await entriesOf(reopened, desk)).length
    await reopened.close()
    const told = outcome instanceof StoreError ? 'refused' : outcome
    expect(
      [
        [2, 'refused'],
        [5, 'refused'],
        [5, 'saved'],
      ],
      `operation ${at}`,
    ).toContainEqual([found, told])
    if (completed) return at - 1
  }
  throw new Error('The act never completed.')
}

describe('With the process killed at each operation in turn', () => {
  it('an act is there whole or not at all', async () => {
    for (let at = 1; at < OPERATIONS_MAX; at++) {
      const options = optionsFor(newFolder())
      const first = await createSqliteStore(options)
      await first.append(desk, actOf('a', 'b'), 0)
      await first.close()
      const { lines, signal } = await startChild('act-and-die', options.folder, [String(at), 'after']).ended
      const store = await openSqliteStore(options)
      const found = (await entriesOf(store, desk)).length
      expect((await store.checkFixity()).sound).toBe(true)
      await store.close()
      const completed = lines.includes('completed')
      expect(completed ? [5] : [2, 5], `operation ${at}`).toContain(found)
      if (completed) return
      expect(signal).toBe('SIGKILL')
    }
    throw new Error('The act never completed.')
  })

  it('a data folder is there whole or can be created again', async () => {
    for (let at = 1; at < OPERATIONS_MAX; at++) {
      const options = optionsFor(newFolder())
      const { lines } = await startChild('create-and-die', options.folder, [String(at), 'after']).ended
      const completed = lines.includes('completed')
      expect(existsSync(join(options.folder, 'key.yaml'))).toBe(completed)
      const store = completed ? await openSqliteStore(options) : await createSqliteStore(options)
      await store.append(desk, actOf('a'), 0)
      await store.close()
      if (completed) return
    }
    throw new Error('The creation never completed.')
  })
})

describe('With a step to a newer version of the tables that fails', () => {
  const next = Math.max(...migrations.map(({ to }) => to)) + 1
  const second: Migration = {
    to: next,
    sql: 'CREATE TABLE note (id TEXT) STRICT; CREATE TABLE mark (id TEXT) STRICT',
  }

  it('the folder stays at the version it had, and the next opening takes the whole step', async () => {
    const options = optionsFor(newFolder())
    const first = await createSqliteStore(options)
    await first.append(desk, actOf('a', 'b'), 0)
    await first.close()
    const broken: Migration = { to: second.to, sql: `${second.sql}; CREATE TABLE entry (id TEXT)` }
    const attempt = openSqliteStore({ ...options, migrations: [...migrations, broken] })
    await expect(attempt).rejects.toThrow('table entry already exists')
    await (await openSqliteStore(options)).close()
    const stepped = await openSqliteStore({ ...options, migrations: [...migrations, second] })
    expect(await entriesOf(stepped, desk)).toHaveLength(2)
    await stepped.close()
    await expect(openSqliteStore(options)).rejects.toMatchObject({ code: 'newer-format' })
  })
})
