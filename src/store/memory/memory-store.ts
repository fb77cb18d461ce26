/** The store in memory: for tests, what-if and a first look at a bundle. Nothing outlives the process. */
import { sha256Of } from '../../platform/index.ts'
import { compare } from '../../record/index.ts'
import type { Entry, Id, Sha256 } from '../../record/index.ts'
import {
  checkExpectation,
  checkHash,
  checkKey,
  checkOriginal,
  entryOf,
  instantText,
  linesOfAct,
  linesPreserved,
} from '../acts.ts'
import type { EntryLine } from '../acts.ts'
import { closed, rotten } from '../errors.ts'
import type {
  Act,
  CaseKey,
  CaseSummary,
  Clock,
  FixityFinding,
  FixityReport,
  OriginalSummary,
  Store,
} from '../port.ts'
import { createMemoryIndex, type SearchIndex } from '../../search/index.ts'

interface Shelf {
  readonly key: CaseKey
  /** Entry n stands at n - 1. */
  readonly lines: EntryLine[]
  readonly originals: Map<Sha256, Uint8Array>
}

export function createMemoryStore(options: { readonly clock: Clock }): Store {
  return new MemoryStore(options.clock)
}

const guarded = (index: SearchIndex, check: (key: CaseKey) => void): SearchIndex => ({
  through: async (key) => (check(key), index.through(key)),
  put: async (key, items, through) => (check(key), index.put(key, items, through)),
  pages: async (key, document) => (check(key), index.pages(key, document)),
  clear: async (key) => (check(key), index.clear(key)),
  find: async (key, query, visible) => (check(key), index.find(key, query, visible)),
})

class MemoryStore implements Store {
  readonly #clock: Clock
  readonly #shelves = new Map<string, Shelf>()
  #closed = false
  readonly search: SearchIndex = guarded(createMemoryIndex(), (key) => {
    if (this.#closed) throw closed()
    checkKey(key)
  })

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async append(key: CaseKey, act: Act, expectedLast: number): Promise<readonly Entry[]> {
    const shelf = this.#shelf(key)
    const lines = linesOfAct(act, instantText(this.#clock()), expectedLast)
    checkExpectation(key, expectedLast, shelf.lines.length)
    for (const line of lines) shelf.lines.push(line)
    return lines.map((line) => read(key, line, line.sequence))
  }

  async appendPreserved(key: CaseKey, entries: readonly Entry[], expectedLast: number): Promise<void> {
    const shelf = this.#shelf(key)
    const lines = linesPreserved(entries, expectedLast)
    checkExpectation(key, expectedLast, shelf.lines.length)
    for (const line of lines) shelf.lines.push(line)
  }

  async last(key: CaseKey): Promise<number> {
    return this.#shelf(key).lines.length
  }

  async *entries(key: CaseKey, after = 0): AsyncGenerator<Entry> {
    const { lines } = this.#shelf(key)
    const last = lines.length
    for (let sequence = after + 1; sequence <= last; sequence++) {
      const line = lines[sequence - 1]
      if (this.#closed) throw closed()
      if (line !== undefined) yield read(key, line, sequence)
    }
  }

  async cases(org?: Id): Promise<readonly CaseSummary[]> {
    if (this.#closed) throw closed()
    const found: CaseSummary[] = []
    for (const { key, lines } of this.#shelves.values()) {
      const newest = lines.at(-1)
      if (newest === undefined || (org !== undefined && key.org !== org)) continue
      found.push({ ...key, last: newest.sequence, recorded: newest.recorded })
    }
    return found.sort((a, b) => compare(a.org, b.org) || compare(a.case, b.case))
  }

  async putOriginal(key: CaseKey, bytes: Uint8Array, expected?: Sha256): Promise<Sha256> {
    const shelf = this.#shelf(key)
    const sha256 = checkOriginal(bytes, expected)
    if (!shelf.originals.has(sha256)) shelf.originals.set(sha256, Uint8Array.from(bytes))
    return sha256
  }

  async getOriginal(key: CaseKey, sha256: Sha256): Promise<Uint8Array | undefined> {
    checkHash(sha256)
    const bytes = this.#shelf(key).originals.get(sha256)
    if (bytes === undefined) return undefined
    if (sha256Of(bytes) === sha256) return Uint8Array.from(bytes)
    throw rotten(`The original ${sha256} is damaged.`, 'Its bytes changed in memory.', 'memory')
  }

  async hasOriginal(key: CaseKey, sha256: Sha256): Promise<boolean> {
    checkHash(sha256)
    return this.#shelf(key).originals.has(sha256)
  }

  async originals(key: CaseKey): Promise<readonly OriginalSummary[]> {
    return [...this.#shelf(key).originals]
      .map(([sha256, bytes]) => ({ sha256, bytes: bytes.byteLength }))
      .sort((a, b) => compare(a.sha256, b.sha256))
  }

  async checkFixity(): Promise<FixityReport> {
    if (this.#closed) throw closed()
    const findings: FixityFinding[] = []
    let entriesRead = 0
    let originalsRead = 0
    for (const { key, lines, originals } of this.#shelves.values()) {
      entriesRead += lines.length
      for (const [sha256, bytes] of originals) {
        originalsRead += 1
        if (sha256Of(bytes) === sha256) continue
        findings.push({
          what: 'original',
          key,
          sha256,
          why: 'Its bytes changed in memory.',
          remedy: 'Store it again.',
        })
      }
    }
    return { sound: findings.length === 0, entriesRead, originalsRead, findings }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#shelves.clear()
  }

  #shelf(key: CaseKey): Shelf {
    if (this.#closed) throw closed()
    checkKey(key)
    const name = `${key.org}/${key.case}`
    let shelf = this.#shelves.get(name)
    if (shelf === undefined) {
      shelf = { key: { org: key.org, case: key.case }, lines: [], originals: new Map() }
      this.#shelves.set(name, shelf)
    }
    return shelf
  }
}

function read(key: CaseKey, line: EntryLine, sequence: number): Entry {
  const entry = entryOf(line, sequence)
  if (!('broken' in entry)) return entry
  throw rotten(
    `Entry ${sequence} of the case "${key.case}" cannot be read.`,
    `In memory, ${entry.broken}.`,
    'memory',
  )
}
