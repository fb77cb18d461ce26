/** P09, as far as the store keeps it: the same acts give the same record in every store. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryStore, createSqliteStore, StoreError } from '../../src/store/index.ts'
import type { CaseKey, Store } from '../../src/store/index.ts'
import { entriesOf, eventBody } from '../../src/store/conformance.ts'
import { noon, optionsFor, temporaryFolders } from '../../src/store/sqlite/testing.ts'

const newFolder = temporaryFolders()

interface Step {
  readonly key: CaseKey
  readonly titles: readonly string[]
  readonly by: string
  /** Added to the newest entry: 0 is what a careful person does, anything else is a stale or wrong view. */
  readonly off: number
}

const key = fc.record({
  org: fc.constantFrom('campaign', 'defence', 'Desk'),
  case: fc.constantFrom('a', 'a-b', 'a.b'),
})
const step: fc.Arbitrary<Step> = fc.record({
  key,
  titles: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 3 }),
  by: fc.constantFrom('A. Lawyer', 'Б. Юрист', ''),
  off: fc.constantFrom(0, 0, 0, 0, -1, 1),
})

async function take(store: Store, { key: at, titles, by, off }: Step): Promise<unknown> {
  const last = await store.last(at).catch(() => 0)
  const act = { by, bodies: titles.map((title) => eventBody('e', title)) }
  return store.append(at, act, last + off).catch((error: unknown) => {
    if (error instanceof StoreError) return { code: error.code, message: error.message }
    throw error
  })
}

async function everything(store: Store): Promise<unknown> {
  const found: unknown[] = []
  for (const summary of await store.cases()) {
    found.push(summary, await entriesOf(store, summary), await store.originals(summary))
  }
  return found
}

describe('The same acts', () => {
  it('give the same entries, the same lists and the same refusals in memory and in SQLite', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const memory = createMemoryStore({ clock: noon })
        const sqlite = await createSqliteStore(optionsFor(newFolder()))
        for (const taken of steps) expect(await take(sqlite, taken)).toEqual(await take(memory, taken))
        expect(await everything(sqlite)).toEqual(await everything(memory))
        await sqlite.close()
      }),
      { numRuns: 40 },
    )
  })

  it('carried from one store to another and back are the same record', async () => {
    const sqlite = await createSqliteStore(optionsFor(newFolder()))
    const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
    for (let last = 0; last < 6; last += 2) {
      await sqlite.append(desk, { by: 'A. Lawyer', bodies: [eventBody(`e${last}`), eventBody('é')] }, last)
    }
    await sqlite.putOriginal(desk, Buffer.from('the ruling'))
    const memory = createMemoryStore({ clock: noon })
    const back = await createSqliteStore(optionsFor(newFolder()))
    for (const [from, to] of [
      [sqlite, memory],
      [memory, back],
    ] as const) {
      await to.appendPreserved(desk, await entriesOf(from, desk), 0)
      for (const { sha256 } of await from.originals(desk)) {
        await to.putOriginal(desk, (await from.getOriginal(desk, sha256)) ?? Buffer.alloc(0), sha256)
      }
    }
    expect(await everything(back)).toEqual(await everything(sqlite))
    await sqlite.close()
    await back.close()
  })
})
