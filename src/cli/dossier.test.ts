import { describe, expect, it } from 'vitest'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import { registry } from './registry.ts'
import { runCommandLine } from './run.ts'

async function told(form: string): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', '']
  const code = await runCommandLine(['dossier', form, 'examples/pavlov-2014', '--known-by', '2014-02-19T09:00'], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: systemPlatform,
    root: projectRoot(),
    registry,
  })
  return { code, out, err }
}

describe('a request', () => {
  it('may be called as the desk calls it or as release names it', { timeout: 60_000 }, async () => {
    const [desk, release] = [await told('rule39'), await told('Rule-39')]
    expect(release.out).toBe(desk.out)
    expect(release.code).toBe(0)
  })

  it('of a form that does not exist is refused with those there are', async () => {
    const { code, err } = await told('rule-99')
    expect(code).toBe(2)
    expect(err).toContain('there is no form "rule-99"')
    expect(err).toContain('rule39, rule47, cat, hrc')
  })
})
