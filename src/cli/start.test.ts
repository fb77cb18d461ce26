import { expect, it } from 'vitest'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import { listen, type Services } from '../server/index.ts'
import { registry } from './registry.ts'
import { runCommandLine } from './run.ts'

async function told(words: readonly string[]): Promise<{ readonly code: number; readonly err: string }> {
  let err = ''
  const code = await runCommandLine(words, {
    stdout: { write: () => undefined },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: systemPlatform,
    root: projectRoot(),
    registry,
  })
  return { code, err: err.replaceAll(/\s+/gu, ' ') }
}

it.each(['0.0.0.0', '192.168.1.7', '::', 'example.org', '127.0.0.1.example.org'])(
  'is not opened on %s: nobody could be asked to sign in there',
  async (host) => {
    const { code, err } = await told(['start', '--demo', '--host', host])
    expect(code).not.toBe(0)
    expect(err).toContain(`not opened on "${host}"`)
    expect(err).toContain('sign-in for a team is not configured')
  },
)

it('the server itself refuses an address that others could reach', () => {
  expect(() => listen({} as Services, 0, '0.0.0.0')).toThrow('0.0.0.0')
})
