/** What leaves by the command line for others than the desk, and what stays. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Body } from '../record/index.ts'
import { TestDesk } from './testing.ts'

const others = ['counsel', 'public'] as const

describe('a case for others', { timeout: 60_000 }, () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await TestDesk.open()
    await desk.withStore(async (store, key) => {
      const sha256 = await store.putOriginal(key, new TextEncoder().encode('The porter saw him at noon.'))
      await store.append(key, { by: 'A. Lawyer', bodies: told(sha256) }, 2)
    })
  }, 60_000)
  afterAll(() => desk.close())

  it.each(others)('goes to %s without originals and their hashes, and says so', async (audience) => {
    const target = join(desk.folder, `for-${audience}.jsonl`)
    const { out } = await desk.run([
      'export',
      'desk-case',
      target,
      '--format',
      'jsonl',
      '--audience',
      audience,
      '--json',
    ])
    expect(JSON.parse(out)).toMatchObject({ audience, leftOut: { originals: 1 } })
    const written = readFileSync(target, 'utf8')
    expect(written).toContain('seen at noon')
    expect(written).not.toMatch(/sha256|porter saw|embargo/u)
  })

  it('is told in words: originals stay here', async () => {
    const target = join(desk.folder, 'in-words')
    const { out } = await desk.run(['export', 'desk-case', target, '--audience', 'public'])
    expect(out).toContain('Originals that stay here: 1.')
    expect(out).not.toContain('Has no place in this format')
  })

  it('while the desk has them whole', async () => {
    const target = join(desk.folder, 'whole')
    const { out } = await desk.run(['export', 'desk-case', target, '--json'])
    expect(JSON.parse(out)).toMatchObject({ audience: 'desk', leftOut: {} })
  })

  it.each([
    ['timeline', ['timeline', 'desk-case', '--known-by', '2041-01-01']],
    ['people', ['people', 'desk-case', '--known-by', '2041-01-01']],
    ['search', ['search', 'desk-case', 'embargo', '--known-by', '2041-01-01']],
    ['calendar', ['calendar', 'desk-case', '--wording', 'full', '--since', '2041-01-01']],
    ['summary', ['summary', 'desk-case', '--known-by', '2041-01-01']],
  ])('no moment to come ends an embargo: %s', async (_what, words) => {
    for (const audience of others) {
      const said = await desk.run([...words, '--audience', audience])
      expect([said.code, said.err]).toEqual([0, ''])
      expect(said.out).not.toContain('said under an embargo')
    }
  })

  it.each([
    ['search', ['search', 'desk-case', 'noon']],
    ['timeline', ['timeline', 'desk-case']],
  ])('an earlier record, in which more was open, is for the desk: %s', async (_what, words) => {
    expect((await desk.run([...words, '--recorded-by', '2014-02-21'])).code).toBe(0)
    const said = await desk.run([...words, '--recorded-by', '2014-02-21', '--audience', 'public'])
    expect(said.code).not.toBe(0)
    expect(said.err).toContain('is for the desk')
  })
})

function told(sha256: string): readonly Body[] {
  const note = { publisher: 'The defence', mediaType: 'text/plain', disclosure: 'public' } as const
  const claim = (id: string, document: string, value: string): Body => ({
    kind: 'claim',
    claim: {
      id,
      subject: 'person-a',
      property: 'role',
      value,
      speaker: 'person-a',
      document,
      learned: '2014-02-01',
      public: '2014-02-01',
      disclosure: 'public',
    },
  })
  return [
    { kind: 'document', document: { ...note, id: 'porter-note', title: 'Note of the porter', sha256 } },
    { kind: 'document', document: { ...note, id: 'later-note', title: 'Later note', embargo: '2040-01-01' } },
    claim('porter-note.role', 'porter-note', 'seen at noon'),
    claim('later-note.role', 'later-note', 'said under an embargo'),
  ]
}
