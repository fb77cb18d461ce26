/** Adding a folder, killed again and again: run once more, it ends with every document kept once. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AddAnswer } from '../../src/cli/adding.ts'
import { type Entry, project } from '../../src/record/index.ts'
import { createSqliteStore, openSqliteStore } from '../../src/store/index.ts'
import type { CaseKey } from '../../src/store/index.ts'
import { optionsFor, PASSPHRASE, temporaryFolders } from '../../src/store/sqlite/testing.ts'
import { type MixedFile, mixedFiles } from '../corpus/mixed.ts'
import { childProgram, kill, theProgram } from './program.ts'

const newFolder = temporaryFolders()
const forestay = childProgram(theProgram)
const desk: CaseKey = { org: 'own', case: 'killed' }
const KILLS = 5

/** Reading pictures takes seconds each, and dies no differently. */
const files: readonly MixedFile[] = [...mixedFiles(60)].filter(
  ({ format }) => format !== 'png' && format !== 'pdf-scanned',
)
const documents = files.reduce((sum, file) => sum + file.documents, 0)
const refused = files.reduce((sum, file) => sum + file.refused, 0)

async function prepare(): Promise<{ readonly data: string; readonly papers: string }> {
  const data = newFolder()
  const store = await createSqliteStore(optionsFor(data))
  const header = {
    id: 'killed',
    title: 'A case',
    person: 'person',
    zone: 'UTC',
    desk: 'the desk',
    learnedRule: 'on the day',
  }
  await store.append(desk, { by: 'A. Lawyer', bodies: [{ kind: 'case', case: header }] }, 0)
  await store.close()
  const papers = join(dirname(data), 'papers')
  mkdirSync(papers)
  for (const { name, bytes } of files) writeFileSync(join(papers, name), bytes)
  return { data, papers }
}

describe('Adding a folder that is killed at any moment', () => {
  it('loses no document and enters none twice when it is run again', async () => {
    const { data, papers } = await prepare()
    const env = { FORESTAY_PASSPHRASE: PASSPHRASE, FORESTAY_NAME: 'A. Lawyer' }
    const add = (more: readonly string[]): ReturnType<typeof forestay> =>
      forestay('add', papers, ['--case', 'killed', '--data', data, ...more], env)
    const moment = numbers()
    for (let round = 1; round <= KILLS; round++) {
      const child = add([])
      // What it says it begins is told as it goes; the kill comes a little after, somewhere in the work.
      await child.heard(`${round * 8}/${files.length} `)
      await new Promise((resolve) => setTimeout(resolve, moment(80)))
      expect((await kill(child)).signal).toBe('SIGKILL')
    }
    const last = JSON.parse((await add(['--json']).ended).lines.join('')) as AddAnswer
    expect(last.count).toEqual({ in: documents, kept: documents, read: documents - refused, refused })
    expect(last.documents.some(({ already }) => already)).toBe(true)
    await expectEachOnce(data, last)
    const again = JSON.parse((await add(['--json']).ended).lines.join('')) as AddAnswer
    expect(again.documents.every(({ already }) => already)).toBe(true)
    expect(again.documents.map(({ id, proposals }) => [id, proposals])).toEqual(
      last.documents.map(({ id, proposals }) => [id, proposals]),
    )
  }, 600_000)
})

async function expectEachOnce(data: string, answer: AddAnswer): Promise<void> {
  const store = await openSqliteStore(optionsFor(data))
  const entries: Entry[] = []
  for await (const entry of store.entries(desk)) entries.push(entry)
  const held = [...project(entries).documents.values()]
  const hashes = held.map(({ sha256 = '' }) => sha256)
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(new Set(answer.documents.map(({ sha256 }) => sha256))).toEqual(new Set(hashes))
  expect((await store.originals(desk)).map(({ sha256 }) => sha256).toSorted()).toEqual(hashes.toSorted())
  for (const { bytes } of files) expect(hashes).toContain(createHash('sha256').update(bytes).digest('hex'))
  // The words of what was kept right before a kill are in the index, too.
  expect(await store.search.through(desk)).toBe(entries.at(-1)?.sequence)
  for (const { id, status } of answer.documents) {
    const pages = await store.search.pages(desk, id)
    expect([id, pages.length > 0]).toEqual([id, status === 'read'])
  }
  expect((await store.checkFixity()).findings).toEqual([])
  await store.close()
}

/** The same moments in every run; the machine makes them fall elsewhere each time. */
function numbers(): (below: number) => number {
  let state = 7
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}
