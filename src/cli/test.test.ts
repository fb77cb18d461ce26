import { describe, expect, it } from 'vitest'
import {
  fixedClock,
  memoryFiles,
  pretendedProcesses,
  pretendedPrompt,
  pretendedSignals,
  seededRandom,
} from '../platform/index.ts'
import type { Program } from '../platform/index.ts'
import { runCommandLine } from './run.ts'
import { registry } from './registry.ts'

async function runTests(words: readonly string[], answer: (program: Program) => number) {
  const processes = pretendedProcesses(answer)
  let out = ''
  const code = await runCommandLine(['test', ...words], {
    stdout: {
      write: (text) => {
        out += text
      },
    },
    stderr: { write: () => true },
    env: { CI: 'true' },
    platform: {
      clock: fixedClock('2014-02-19'),
      random: seededRandom(1),
      files: memoryFiles(),
      processes,
      prompt: pretendedPrompt(),
      signals: pretendedSignals(Promise.resolve()),
    },
    root: 'project',
    registry,
  })
  return { code, out, asked: processes.asked }
}

const isTypeCheck = (program: Program): boolean => program.args[0]?.includes('tsc') === true

describe('./forestay test', () => {
  it('checks types, style and dead code, then runs the tests, all in plain text', async () => {
    const { code, out, asked } = await runTests([], () => 0)
    expect(code).toBe(0)
    expect(out).toBe('types…\ntypes of the pages…\nstyle…\ndead code…\ntests…\n')
    expect(asked.at(-1)?.args.slice(1)).toEqual(['run'])
    expect(asked.every(({ env }) => env['NO_COLOR'] === '1')).toBe(true)
  })

  it('goes on after a failed check, and fails', async () => {
    const { code, out, asked } = await runTests([], (program) => (isTypeCheck(program) ? 2 : 0))
    expect(asked).toHaveLength(5)
    expect([code, out.split('\n').at(-2)]).toEqual([1, 'not clean: types, types of the pages'])
  })

  it('runs only the tests that are named', async () => {
    const { asked } = await runTests(['src/record', '-t', 'dates'], () => 0)
    expect(asked.map(({ args }) => args.slice(1))).toEqual([['run', 'src/record', '-t', 'dates']])
  })
})
