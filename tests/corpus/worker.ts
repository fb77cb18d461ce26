/** Compiles the reading process once for a test file, and opens readers that use it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, vi } from 'vitest'
import { createReader } from '../../src/reading/index.ts'
import type { Reader, ReaderOptions } from '../../src/reading/index.ts'

const here = dirname(fileURLToPath(import.meta.url))
const project = join(here, '..', '..')

export type OpenReader = (options?: ReaderOptions & { readonly misbehaving?: boolean }) => Promise<Reader>

/** Compiled inside the project, so that its packages are found. Readers end with the tests. */
export function compiledReader(): OpenReader {
  let compiled = ''
  const opened: Reader[] = []
  // Processes are started one after another, on machines that may be busy.
  vi.setConfig({ testTimeout: 120_000 })
  beforeAll(() => {
    const cache = join(project, 'node_modules', '.cache')
    mkdirSync(cache, { recursive: true })
    compiled = mkdtempSync(join(cache, 'forestay-reading-'))
    writeFileSync(join(compiled, 'package.json'), '{ "type": "module" }')
    const compiler = join(project, 'node_modules', '.bin', 'tsc')
    execFileSync(compiler, ['-p', join(here, 'tsconfig.json'), '--outDir', compiled], { stdio: 'inherit' })
  }, 120_000)
  afterAll(() => {
    for (const reader of opened) reader.close()
    rmSync(compiled, { recursive: true, force: true })
  })
  return async ({ misbehaving = false, ...options } = {}) => {
    const worker = misbehaving
      ? join(compiled, 'tests', 'corpus', 'misbehaving-worker.js')
      : join(compiled, 'src', 'reading', 'isolation', 'worker.js')
    const reader = await createReader({ worker, ...options })
    opened.push(reader)
    return reader
  }
}
