/** For tests of whole commands on a stored case: a data folder, papers to add, keys that somebody types. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fixedClock, pretendedPrompt, projectRoot, systemPlatform } from '../platform/index.ts'
import { type Entry, project, type RecordState } from '../record/index.ts'
import { createSqliteStore, openSqliteStore, type Store } from '../store/index.ts'
import { registry } from './registry.ts'
import { runCommandLine } from './run.ts'

const PASSPHRASE = 'forestay halyard backstay shroud'
const KEY = { org: 'own', case: 'desk-case' }
const NOW = '2014-02-20T09:00:00Z'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** One data folder with one empty case, and a folder of papers. */
export class TestDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'forestay-desk-'))
  readonly papers = join(this.folder, 'papers')
  readonly #data = join(this.folder, 'data')

  static async open(): Promise<TestDesk> {
    const desk = new TestDesk()
    mkdirSync(desk.papers)
    const store = await createSqliteStore({
      folder: desk.#data,
      passphrase: PASSPHRASE,
      clock: () => new Date(NOW),
      // Far too cheap for a real folder.
      keyCost: { memoryKibibytes: 64, passes: 1, lanes: 1 },
    })
    const header = {
      id: KEY.case,
      title: 'A case',
      person: 'person-a',
      zone: 'Europe/Madrid',
      desk: 'the desk',
      learnedRule: 'on the day it came',
    }
    const bodies = [
      { kind: 'case', case: header } as const,
      { kind: 'entity', entity: { id: 'person-a', kind: 'person', name: 'Person A' } } as const,
    ]
    await store.append(KEY, { by: 'A. Lawyer', bodies }, 0)
    await store.close()
    return desk
  }

  put(name: string, bytes: Uint8Array | string): string {
    const file = join(this.papers, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    return file
  }

  /** Runs a command of the program. Its words are given one by one; `typed` are the answers to its questions. */
  async run(words: readonly string[], typed: readonly string[] = []): Promise<Said> {
    let [out, err] = ['', '']
    const code = await runCommandLine([...words, '--data', this.#data], {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
      env: { FORESTAY_PASSPHRASE: PASSPHRASE, FORESTAY_NAME: 'A. Lawyer' },
      platform: { ...systemPlatform, clock: fixedClock(NOW), prompt: pretendedPrompt(...typed) },
      root: projectRoot(),
      registry,
    })
    return { code, out, err }
  }

  async withStore<T>(work: (store: Store, key: typeof KEY) => Promise<T>): Promise<T> {
    const store = await openSqliteStore({ folder: this.#data, passphrase: PASSPHRASE, clock: () => new Date(NOW) })
    try {
      return await work(store, KEY)
    } finally {
      await store.close()
    }
  }

  state(): Promise<RecordState> {
    return this.withStore(async (store, key) => {
      const entries: Entry[] = []
      for await (const entry of store.entries(key)) entries.push(entry)
      return project(entries)
    })
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
