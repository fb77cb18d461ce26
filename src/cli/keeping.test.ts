/** What a second run of `add` reads again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mail, zip } from '../../tests/corpus/documents.ts'
import { readTree } from '../reading/index.ts'
import type { AddAnswer } from './adding.ts'
import { TestDesk } from './testing.ts'

// Reading starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
vi.mock(import('../reading/index.ts'), async (original) => {
  const real = await original()
  return { ...real, readTree: vi.fn<typeof real.readTree>(real.readTree) }
})

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
  vi.mocked(readTree).mockClear()
})
afterEach(() => {
  desk.close()
})

async function add(...files: readonly string[]): Promise<AddAnswer> {
  const { out } = await desk.run(['add', ...files, '--case', 'desk-case', '--json'])
  return JSON.parse(out) as AddAnswer
}
const readNames = (): string[] => vi.mocked(readTree).mock.calls.map(([, , name]) => name)

describe('A file that comes again', () => {
  it('is not read again, nor is what is packed in it; the answer is the same under its new name', async () => {
    const packed = zip({ 'note.txt': 'A note on the wardrobe.', 'mail.eml': mail('s', []) })
    const first = await add(desk.put('bundle.zip', packed))
    const again = await add(desk.put('the same.zip', packed))
    expect(readNames()).toEqual(['bundle.zip'])
    expect(again.count).toEqual(first.count)
    expect(again.documents.map(({ id, proposals }) => [id, proposals])).toEqual(
      first.documents.map(({ id, proposals }) => [id, proposals]),
    )
    expect(again.documents.every(({ already }) => already)).toBe(true)
    expect(again.documents.map(({ path }) => path[0])).toEqual(again.documents.map(() => 'the same.zip'))
  })

  it('is read again where something of it could not be read: another day it may be', async () => {
    const torn = desk.put('broken.docx', zip({ 'word/document.xml': '<w:document' }))
    await add(torn)
    await add(torn)
    expect(readNames()).toEqual(['broken.docx', 'broken.docx'])
  })

  it('is read in every case by itself', async () => {
    const letter = desk.put('letter.txt', 'The hearing is on Friday.')
    await add(letter)
    await desk.withStore(async (store) => {
      const header = {
        id: 'other-case',
        title: 'Another',
        person: 'person-b',
        zone: 'Europe/Madrid',
        desk: 'the desk',
        learnedRule: 'on the day it came',
      }
      await store.append(
        { org: 'own', case: 'other-case' },
        { by: 'A. Lawyer', bodies: [{ kind: 'case', case: header }] },
        0,
      )
    })
    const { out } = await desk.run(['add', letter, '--case', 'other-case', '--json'])
    expect((JSON.parse(out) as AddAnswer).documents[0]).toMatchObject({ already: false, status: 'read' })
  })
})
