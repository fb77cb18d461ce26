/** `law list --unverified`: everything that nobody has checked, by what hangs on it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import { LawListAnswer } from './law-show.ts'
import { registry } from './registry.ts'
import { runCommandLine } from './run.ts'

async function said(...words: readonly string[]): Promise<string> {
  let [out, err] = ['', '']
  await runCommandLine(words, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: systemPlatform,
    root: projectRoot(),
    registry,
  })
  if (err !== '') throw new Error(err)
  return out
}

describe('what nobody has checked', () => {
  let items: LawListAnswer['items']
  beforeAll(async () => {
    items = LawListAnswer.parse(JSON.parse(await said('law', 'list', '--unverified', '--json'))).items
  })

  it('stands by risk, what can stop a transfer first', () => {
    const order = ['stop', 'clock', 'procedure', 'background']
    const risks = items.map((item) => order.indexOf(item.risk ?? ''))
    expect(risks).toEqual(risks.toSorted((a, b) => a - b))
    expect(new Set(risks).size).toBe(4)
  })

  it('says of each what in it was not checked', () => {
    expect(items.filter((item) => (item.unverified ?? []).length === 0)).toEqual([])
    expect(items.length).toBeGreaterThan(200)
  })

  it('holds who is bound by what, and a remedy of which only an effect was not read', () => {
    expect(items.some((item) => item.kind === 'binding')).toBe(true)
    const exequatur = items.find((item) => item.id === 'be.exequatur-appeal')
    expect(exequatur?.unverified?.join(' ')).toContain('Whether the appeal suspends was not read')
  })

  it('is told in words with headings and counts', async () => {
    const out = await said('law', 'list', '--unverified')
    expect(out).toMatch(/What can stop a transfer, or bar it, and by when \(\d+\)/)
    expect(out).toMatch(/Other time limits \(\d+\)/)
  })
})
