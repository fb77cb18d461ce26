/** The linked cases by the door that everybody has: imported into an encrypted folder, and asked there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StandingAnswer } from '../../src/casework/index.ts'
import { registry } from '../../src/cli/registry.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { fixedClock, projectRoot, systemPlatform } from '../../src/platform/index.ts'

const root = projectRoot()
const folder = mkdtempSync(join(tmpdir(), 'forestay-linked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Each case with the turning point at which most is at stake. */
const asked = [
  ['ablyazov-france-2013', '2015-09-20', 'A decree signed three days before, which nobody on his side knows'],
  ['shalabayeva-italy-2013', '2013-05-30', 'Held since the night'],
  ['ketebayev-spain-2014', '2014-12-28', 'A refugee of another State, remanded'],
  ['aarrass-spain-2010', '2010-11-27', 'A request of the Human Rights Committee'],
  ['paraskevich-czechia-2012', '2014-02-19', 'Protected for a year'],
] as const

async function run(...words: readonly string[]) {
  let [out, err] = ['', '']
  const code = await runCommandLine(words, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: { FORESTAY_PASSPHRASE: 'forestay halyard backstay shroud', FORESTAY_NAME: 'A. Lawyer' },
    platform: { ...systemPlatform, clock: fixedClock('2026-11-24T09:00:00Z') },
    root,
    registry,
  })
  return { code, out, err }
}

const standing = async (of: string, day: string, ...more: readonly string[]): Promise<StandingAnswer> => {
  const said = await run('standing', of, '--known-by', day, '--json', ...more)
  if (said.err !== '') throw new Error(said.err)
  return StandingAnswer.parse(JSON.parse(said.out))
}

describe('a linked case that was imported', () => {
  const data = join(folder, 'data')
  beforeAll(async () => {
    for (const [name] of asked) {
      const said = await run('import', join(root, 'examples', name), '--data', data)
      if (said.code !== 0) throw new Error(`${name}: ${said.err}`)
    }
  }, 120_000)

  it.each(asked)('%s as known by %s gives the standing of its bundle: %s', async (name, day) => {
    const stored = await standing(name, day, '--data', data)
    expect(stored).toEqual(await standing(join(root, 'examples', name), day))
    expect(stored.headline.length).toBeGreaterThan(0)
    expect(stored.stops.length).toBeGreaterThan(0)
  })
})
