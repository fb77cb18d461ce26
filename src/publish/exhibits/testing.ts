/** Compiles the isolated worker once for a test file. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, vi } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const project = join(here, '..', '..', '..')

/** The folder with the compiled program, inside the project so that its packages are found. */
export function compileWorker(): { readonly folder: string; readonly worker: string } {
  const cache = join(project, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'forestay-exhibits-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const config = join(folder, 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    noCheck: true,
    rootDir: project,
    outDir: folder,
    rewriteRelativeImportExtensions: true,
    typeRoots: [join(project, 'node_modules', '@types')],
  }
  const include = [join(here, 'worker.ts'), join(project, 'src', 'reading', 'isolation', 'worker.ts')]
  writeFileSync(
    config,
    JSON.stringify({ extends: join(project, 'tsconfig.json'), compilerOptions, include, exclude: [] }),
  )
  execFileSync(join(project, 'node_modules', '.bin', 'tsc'), ['-p', config], { stdio: 'inherit' })
  return { folder, worker: join(folder, 'src', 'publish', 'exhibits', 'worker.js') }
}

/** For a test file: `worker()` is the path of the compiled worker while its tests run. */
export function compiledWorker(): { readonly worker: string; readonly readingWorker: string } {
  let folder = ''
  // Processes are started one after another, on machines that may be busy.
  vi.setConfig({ testTimeout: 120_000 })
  beforeAll(() => {
    ;({ folder } = compileWorker())
  }, 120_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    get worker() {
      return join(folder, 'src', 'publish', 'exhibits', 'worker.js')
    },
    get readingWorker() {
      return join(folder, 'src', 'reading', 'isolation', 'worker.js')
    },
  }
}
