/** What the tests of this store share: a folder that goes away, and a key that is quick to make. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { CreateOptions } from './open.ts'
import type { KeyCost } from './key.ts'

/** Far too cheap for a real folder. */
export const QUICK_KEY: KeyCost = { memoryKibibytes: 64, passes: 1, lanes: 1 }
export const PASSPHRASE = 'forestay halyard backstay shroud'
export const noon = (): Date => new Date('2014-02-19T12:00:00Z')

/** A maker of data folders that are removed after each test. */
export function temporaryFolders(): () => string {
  const made: string[] = []
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'forestay-store-'))
    made.push(folder)
    return join(folder, 'data')
  }
}

export const optionsFor = (folder: string): CreateOptions => ({
  folder,
  passphrase: PASSPHRASE,
  clock: noon,
  keyCost: QUICK_KEY,
})
