/** A folder of odd, fuzzed and hostile PDF files, where there is one: each ends in text or in a clear refusal. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Outcome } from '../../src/reading/index.ts'
import { PARSE_MEMORY_BYTES_MAX } from '../../src/reading/limits.ts'
import { projectRoot } from '../../src/platform/index.ts'
import { compiledReader } from './worker.ts'

/** Beside the project, or where `FORESTAY_PDF_CORPUS` says. It is not part of the project. */
const folder = process.env['FORESTAY_PDF_CORPUS'] ?? join(projectRoot(), '..', 'shared', 'corpus', 'pdf')
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.pdf')) : []
const LANES = 2

const open = compiledReader()

it.skipIf(files.length === 0)(
  `${files.length} files of a PDF corpus are read or refused with a reason (skipped without the corpus)`,
  async () => {
    const reader = await open({ batch: true })
    const outcomes = new Map<string, Outcome>()
    const waiting = [...files]
    const lane = async (): Promise<void> => {
      for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
        outcomes.set(file, await reader.read(readFileSync(join(folder, file)), file))
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    expect(outcomes.size).toBe(files.length)
    const unclear = [...outcomes].filter(
      ([, outcome]) =>
        outcome.status === 'refused' &&
        !['malformed', 'encrypted', 'document-limits', 'memory', 'time'].includes(outcome.refusal.code),
    )
    expect(unclear).toEqual([])
    const peak = Math.max(...[...outcomes.values()].map(({ cost }) => cost.peakMemoryBytes ?? 0))
    expect(peak).toBeLessThan(PARSE_MEMORY_BYTES_MAX)
    const read = [...outcomes.values()].filter(({ status }) => status === 'read').length
    expect(read).toBeGreaterThan(files.length * 0.9)
  },
  1_200_000,
)
