/** `law diff --all`: which stored cases come out otherwise under other pages. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../platform/index.ts'
import { LawDiffAnswer } from './law-diff.ts'
import { type Said, TestDesk } from './testing.ts'

const law = join(projectRoot(), 'law')
const names = ['aarrass-spain-2010', 'ketebayev-spain-2014', 'paraskevich-czechia-2012']

let desk: TestDesk
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forestay-law-diff-'))
  await cp(law, join(folder, 'law'), { recursive: true })
  const page = join(folder, 'law', 'es', 'extradition-bars.md')
  const text = await readFile(page, 'utf8')
  const changed = text.replace(
    'when: [{fact: sending-state, is: ES}, asylum-granted]',
    'when: [{fact: sending-state, is: ES}, arrest]',
  )
  if (changed === text) throw new Error('the bar of recognised asylum is written otherwise now')
  await writeFile(page, changed)
  desk = await TestDesk.open()
  for (const name of names) {
    const said = await desk.run(['import', join(projectRoot(), 'examples', name)])
    if (said.code !== 0) throw new Error(said.err)
  }
}, 120_000)
afterAll(async () => {
  desk.close()
  await rm(folder, { recursive: true, force: true })
})

const diff = (...words: readonly string[]): Promise<Said> => desk.run(['law', 'diff', law, ...words])
const stored = ({ out }: Said): LawDiffAnswer['stored'] => LawDiffAnswer.parse(JSON.parse(out)).stored

describe('other pages, over the stored cases', () => {
  it('names the case whose standing changes, and what comes out otherwise in it', async () => {
    const found = stored(await diff(join(folder, 'law'), '--all', '--known-by', '2014-12-28', '--json'))
    expect(found?.asked).toBe(names.length + 1)
    const changed = found?.changed.find((one) => one.case === 'ketebayev-spain-2014')
    expect(changed?.changes).toContainEqual(
      expect.objectContaining({ id: 'es.bar.recognised-asylum.applies', before: 'unknown', after: 'true' }),
    )
    expect(found?.changed.map((one) => one.case)).not.toContain('paraskevich-czechia-2012')
  })

  it('says how many of how many, in words', async () => {
    const { out, code } = await diff(join(folder, 'law'), '--all', '--known-by', '2014-12-28')
    expect(code).toBe(0)
    expect(out).toMatch(/Stored cases: something changes in \d of 4/)
  })

  it('opens no data folder unless it is asked to', async () => {
    expect(stored(await diff(join(folder, 'law'), '--json'))).toBeNull()
  })

  it('the same pages change no case', async () => {
    expect(stored(await diff(law, '--all', '--json'))).toMatchObject({ changed: [] })
  })
})
