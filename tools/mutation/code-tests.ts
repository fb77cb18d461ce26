/**
 * The law's own tests, built once with all mutants in them and run again and again in this process, without a test
 * runner: `describe` and `it` collect, `expect` is that of vitest.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { Script } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import * as fastCheck from 'fast-check'
import { expect } from 'vitest'
import { chosenName } from './code-mutants.ts'

/** A property is tried on so many random cases at most: fewer than in the suite, so that a mutant costs little. */
export const propertyRunsMax = 30

/** A mutant that makes a test run so many times as long never ends, for all we know. */
const longerMax = 30
const testMillisecondsMax = 20_000

export interface Collected {
  readonly title: string
  readonly run: () => void
}

/** One file of tests, built. Each `collect` evaluates it and all it imports anew. */
export interface TestFile {
  readonly name: string
  collect(): readonly Collected[]
}

/** What the mutants in the built text ask. */
export class Chooser {
  private chosen = -1
  private counted = 0
  private countMax = Infinity
  private readonly reached = new Set<number>()

  readonly ask = (number: number): boolean => {
    if (++this.counted > this.countMax) throw new EndlessError()
    if (this.chosen === -1) this.reached.add(number)
    return number === this.chosen
  }

  /** What runs without a mutant, and which mutants it comes by. */
  without(run: () => void): { readonly reached: ReadonlySet<number>; readonly count: number } {
    this.reached.clear()
    this.chosen = -1
    this.counted = 0
    this.countMax = Infinity
    run()
    return { reached: new Set(this.reached), count: this.counted }
  }

  /** Runs with one mutant. Throws what the run throws. */
  with(number: number, usualCount: number, run: () => void): void {
    this.chosen = number
    this.counted = 0
    this.countMax = usualCount * longerMax + 100_000
    run()
  }
}

class EndlessError extends Error {
  constructor() {
    super('The mutant makes the test run many times as long.')
    this.name = 'EndlessError'
  }
}

/** Builds a file of tests; `mutated` holds the text with mutants of each source file, by absolute path. */
export async function buildTests(
  path: string,
  mutated: ReadonlyMap<string, string>,
  chooser: Chooser,
): Promise<TestFile> {
  const withMutants: Plugin = {
    name: 'mutants',
    setup: (builder) => {
      builder.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => ({
        contents: mutated.get(file) ?? (await readFile(file, 'utf8')),
        loader: 'ts' as const,
      }))
    },
  }
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [withMutants],
    logLevel: 'error',
  })
  const [built] = outputFiles
  const script = new Script(`(function (require, exports, module, ${chosenName}) {${built?.text ?? ''}\n})`, {
    filename: basename(path),
  })
  return {
    name: basename(path),
    collect: () => {
      const collector = new Collector()
      const module = { exports: {} }
      const evaluate = script.runInThisContext() as (...given: readonly unknown[]) => void
      evaluate(collector.require, module.exports, module, chooser.ask)
      return collector.tests
    },
  }
}

type Body = (...given: readonly unknown[]) => unknown
type Hook = () => void

/** Stands in for the test runner while a file of tests is evaluated. */
class Collector {
  readonly tests: Collected[] = []
  private readonly before: Hook[] = []
  private readonly after: Hook[] = []
  private readonly outer = createRequire(import.meta.url)

  readonly require = (name: string): unknown => {
    if (name === 'vitest') return this.vitest
    if (name === 'fast-check') return shortProperties
    return this.outer(name) as unknown
  }

  private readonly add = (title: string, body: Body, given: readonly unknown[] = []): void => {
    const [before, after] = [[...this.before], this.after]
    const run = (): void => {
      for (const hook of before) hook()
      try {
        const answer = body(...given)
        if (answer instanceof Promise) throw new TypeError('A test that waits cannot be run here.')
      } finally {
        for (const hook of after) hook()
      }
    }
    this.tests.push({ title, run })
  }

  private readonly describe = Object.assign(
    (_: string, body: Hook): void => {
      body()
    },
    { each: (cases: readonly unknown[]) => (_: string, body: Body) => forEach(cases, (given) => body(...given)) },
  )

  private readonly it = Object.assign((title: string, body: Body): void => this.add(title, body), {
    each: (cases: readonly unknown[]) => (title: string, body: Body) =>
      forEach(cases, (given) => this.add(title, body, given)),
  })

  private readonly vitest = {
    describe: this.describe,
    it: this.it,
    test: this.it,
    expect,
    beforeEach: (hook: Hook) => this.before.push(hook),
    afterEach: (hook: Hook) => this.after.push(hook),
  }
}

function forEach(cases: readonly unknown[], act: (given: readonly unknown[]) => unknown): void {
  for (const one of cases) act(Array.isArray(one) ? (one as readonly unknown[]) : [one])
}

/** Properties on few cases, always the same ones, without looking for the smallest that fails. */
const shortProperties = ((): unknown => {
  const limited = (given: unknown): object => {
    const asked = (given ?? {}) as { readonly numRuns?: number }
    return { ...asked, seed: 1, numRuns: Math.min(asked.numRuns ?? 100, propertyRunsMax), endOnFailure: true }
  }
  const assert = (property: fastCheck.IRawProperty<unknown>, given: unknown): unknown =>
    fastCheck.assert(property, limited(given))
  const changed = { ...fastCheck, assert }
  return { __esModule: true, ...changed, default: { ...fastCheck.default, assert } }
})()

/** Runs what is given within a bound of time, even if it loops. Throws what it throws. */
export function bounded(run: () => void): void {
  boundedBy.run = run
  boundedScript.runInThisContext({ timeout: testMillisecondsMax })
}

const boundedBy: { run: () => void } = { run: () => undefined }
Object.assign(globalThis, { boundedBy })
const boundedScript = new Script('boundedBy.run()')
