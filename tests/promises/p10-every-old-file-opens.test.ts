/** P10: a data folder that any earlier version wrote opens, with everything in it. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Body } from '../../src/record/index.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import type { CaseKey } from '../../src/store/index.ts'
import { actOf, entriesOf } from '../../src/store/conformance.ts'
import { noon, temporaryFolders } from '../../src/store/sqlite/testing.ts'

const oldFiles = fileURLToPath(new URL('old-files/', import.meta.url))
const newFolder = temporaryFolders()
const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
const written = readdirSync(oldFiles).filter((name) => name.startsWith('store-'))

const recorded = '2026-11-24T08:00:00Z'
const bodies: readonly Body[] = [
  { kind: 'entity', entity: { id: 'person', kind: 'person', name: 'Сергей Ñandú' } },
  { kind: 'event', event: { id: 'decision', type: 'decided', title: 'The decision' } },
  { kind: 'event', event: { id: 'stay', type: 'stay-ordered', title: 'The stay' } },
]
const actors = ['A. Lawyer', 'A. Lawyer', 'B. Researcher']
const entries = bodies.map((body, n) => ({ sequence: n + 1, recorded, by: actors[n], body }))

function copyOf(name: string): string {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(join(oldFiles, name))) copyFileSync(join(oldFiles, name, file), join(folder, file))
  return folder
}

describe('A data folder written by an earlier version', () => {
  it('is kept for every format that there was', () => {
    expect(written).toEqual(['store-1'])
  })

  it.each(written)('(%s) opens with its entries and originals, is sound, and takes new acts', async (name) => {
    const passphrase = 'an old passphrase, no secret'
    const store = await openSqliteStore({ folder: copyOf(name), passphrase, clock: noon })
    expect(await entriesOf(store, desk)).toEqual(entries)
    const [original] = await store.originals(desk)
    expect(Buffer.from((await store.getOriginal(desk, original?.sha256 ?? '')) ?? []).toString()).toBe(
      'the press item',
    )
    expect((await store.checkFixity()).findings).toEqual([])
    await store.append(desk, actOf('later'), 3)
    await store.close()
  })
})
