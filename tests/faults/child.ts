/**
 * A program of its own that uses a data folder, to be killed, shut out or cut off by a test.
 * Usage: child.js MODE FOLDER [AT MOMENT]; the passphrase comes in FORESTAY_TEST_PASSPHRASE.
 */
import { statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Body } from '../../src/record/index.ts'
import { createSqliteStore, openSqliteStore, StoreError } from '../../src/store/index.ts'
import type { Act, CaseKey, Store } from '../../src/store/index.ts'
import { faultyDriver, FaultPlan } from './fault-driver.ts'
import type { Moment } from './fault-driver.ts'

const [mode = '', folder = '', atText = '0', moment = 'before'] = process.argv.slice(2)
const passphrase = process.env['FORESTAY_TEST_PASSPHRASE'] ?? ''
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
const clock = (): Date => new Date('2014-02-19T12:00:00Z')

/** Past every buffer of this process, so that what was said stays said when it is killed. */
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}

const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
  // The signal arrives between two instructions; nothing may run after it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

function actFrom(last: number, padding = 0): Act {
  const event = (n: number): Body => ({
    kind: 'event',
    event: { id: `e${n}`, type: 'decided', title: `${n}${'.'.repeat(padding)}` },
  })
  return { by: 'A. Lawyer', bodies: [last + 1, last + 2, last + 3].map(event) }
}

async function writeForEver(store: Store): Promise<void> {
  let last = await store.last(desk)
  for (let round = 0; ; round++) {
    const sha256 = round % 5 === 0 ? await store.putOriginal(desk, Buffer.from(`original ${last}`.repeat(900))) : ''
    last = (await store.append(desk, actFrom(last, (round % 7) * 300), last)).at(-1)?.sequence ?? last
    say(`saved ${last} ${sha256}`)
  }
}

/** Says after each act how long the log was when the act was acknowledged; then dies. */
async function writeAndMeasure(store: Store): Promise<void> {
  let last = await store.last(desk)
  for (let round = 0; round < 24; round++) {
    last = (await store.append(desk, actFrom(last, (round % 4) * 900), last)).at(-1)?.sequence ?? last
    say(`saved ${last} ${statSync(join(folder, 'forestay.db-wal')).size}`)
  }
  die()
}

async function actAndDie(): Promise<void> {
  const plan = new FaultPlan(die)
  const store = await openSqliteStore({ folder, passphrase, clock, openDriver: faultyDriver(plan) })
  plan.arm(Number(atText), moment as Moment)
  await store.append(desk, actFrom(await store.last(desk)), await store.last(desk))
  say('completed')
}

async function createAndDie(): Promise<void> {
  const plan = new FaultPlan(die)
  plan.arm(Number(atText), moment as Moment)
  const keyCost = { memoryKibibytes: 64, passes: 1, lanes: 1 }
  await createSqliteStore({ folder, passphrase, clock, keyCost, openDriver: faultyDriver(plan) })
  say('completed')
}

async function run(): Promise<void> {
  if (mode === 'act-and-die') return actAndDie()
  if (mode === 'create-and-die') return createAndDie()
  const store = await openSqliteStore({ folder, passphrase, clock })
  if (mode === 'write') return writeForEver(store)
  if (mode === 'measure') return writeAndMeasure(store)
  say('open')
  await new Promise<void>((resolve) => {
    process.stdin.once('data', () => {
      resolve()
    })
  })
  await store.close()
  process.stdin.destroy()
}

await run().catch((error: unknown) => {
  if (!(error instanceof StoreError)) throw error
  say(`refused ${error.code} ${error.message}`)
})
