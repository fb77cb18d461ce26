/** Compiles `child.ts`, or the program itself, once for a test file and runs it as a process of its own. */
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, vi } from 'vitest'
import { PASSPHRASE } from '../../src/store/sqlite/testing.ts'

const here = dirname(fileURLToPath(import.meta.url))
const project = join(here, '..', '..')

export interface Outcome {
  readonly lines: readonly string[]
  readonly errors: string
  readonly signal: NodeJS.Signals | null
}

export interface Child {
  readonly process: ChildProcessWithoutNullStreams
  /** What it has said so far, in whole lines. */
  readonly lines: readonly string[]
  /** Resolves with the first line that begins with `word`. */
  heard(word: string): Promise<string>
  readonly ended: Promise<Outcome>
}

export type StartChild = (mode: string, folder: string, extra?: readonly string[], env?: NodeJS.ProcessEnv) => Child

/** What is compiled, by which settings, and which of its files is run. */
interface Compiled {
  readonly settings: string
  readonly file: string
}
const theChild: Compiled = { settings: 'tsconfig.json', file: 'tests/faults/child.js' }
/** The command line of Forestay: mode and folder are its first two arguments. */
export const theProgram: Compiled = { settings: 'tsconfig.program.json', file: 'src/cli/main.js' }

/** Compiled inside the project, so that its packages are found. */
export function childProgram({ settings, file }: Compiled = theChild): StartChild {
  let compiled = ''
  // Processes are started one after another, on machines that may be busy.
  vi.setConfig({ testTimeout: 90_000 })
  beforeAll(() => {
    const cache = join(project, 'node_modules', '.cache')
    mkdirSync(cache, { recursive: true })
    compiled = mkdtempSync(join(cache, 'forestay-child-'))
    writeFileSync(join(compiled, 'package.json'), '{ "type": "module" }')
    const compiler = join(project, 'node_modules', '.bin', 'tsc')
    execFileSync(compiler, ['-p', join(here, settings), '--outDir', compiled], { stdio: 'inherit' })
  }, 120_000)
  afterAll(() => {
    rmSync(compiled, { recursive: true, force: true })
  })
  return (mode, folder, extra = [], env = {}) => start([join(compiled, file), mode, folder, ...extra], env)
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, FORESTAY_TEST_PASSPHRASE: PASSPHRASE, ...env },
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let rest = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const wake of waiting) wake()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<Outcome>((resolve) => {
    child.on('close', (_, signal) => {
      resolve({ lines, errors, signal })
      for (const wake of waiting) wake()
    })
  })
  const heard = (word: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = lines.find((candidate) => candidate.startsWith(word))
        if (line === undefined && child.exitCode === null && child.signalCode === null) return
        waiting.delete(look)
        if (line !== undefined) resolve(line)
        else reject(new Error(`The child ended without saying "${word}": ${lines.join(' | ')} ${errors}`))
      }
      waiting.add(look)
      look()
    })
  return { process: child, lines, heard, ended }
}

/** Kills a child as a crash does, and waits until it is gone. */
export async function kill(child: Child): Promise<Outcome> {
  child.process.kill('SIGKILL')
  return child.ended
}
