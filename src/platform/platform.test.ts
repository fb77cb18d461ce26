import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  fixedClock,
  pretendedProcesses,
  projectRoot,
  seededRandom,
  systemClock,
  systemProcesses,
  systemRandom,
} from './index.ts'

describe('the clock', () => {
  it('tells the time in UTC to the millisecond', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })
  it('can be stopped, or made to step, in a test', () => {
    const clock = fixedClock('2014-02-19T09:00:00+01:00', 60_000)
    expect([clock.now(), clock.now()]).toEqual(['2014-02-19T08:00:00.000Z', '2014-02-19T08:01:00.000Z'])
    expect(() => fixedClock('tomorrow')).toThrow('Not an ISO instant')
  })
})

describe('random bytes', () => {
  it('are as many as asked for, and differ', () => {
    expect(systemRandom.bytes(16)).toHaveLength(16)
    expect(systemRandom.bytes(16)).not.toEqual(systemRandom.bytes(16))
  })
  it('repeat for the same seed in a test', () => {
    expect(seededRandom(7).bytes(32)).toEqual(seededRandom(7).bytes(32))
    expect(seededRandom(7).bytes(32)).not.toEqual(seededRandom(8).bytes(32))
  })
})

describe('other programs', () => {
  const program = { file: process.execPath, args: ['-e', 'process.exit(3)'], folder: '.', env: {} }
  it('answer with their exit code', async () => {
    expect(await systemProcesses.run(program)).toBe(3)
    await expect(systemProcesses.run({ ...program, file: './no-such-program' })).rejects.toThrow('ENOENT')
  })
  it('are only remembered, not started, in a test', async () => {
    const processes = pretendedProcesses(() => 0)
    expect(await processes.run(program)).toBe(0)
    expect(processes.asked).toEqual([program])
  })
})

describe('the project folder', () => {
  it('is the one with the law in it', () => {
    expect(existsSync(join(projectRoot(), 'law/README.md'))).toBe(true)
  })
})
