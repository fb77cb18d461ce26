import { beforeAll, describe, expect, it } from 'vitest'
import { coverageProblems, type Law, loadLaw, loadPack, problemText, runExamples } from '../law/index.ts'
import { diskFiles, projectRoot } from '../platform/index.ts'
import { eventVocabulary, packSources, readLaw } from './lawbook.ts'
import { packTemplate } from './pack-template.ts'

describe('the first page of a new State', () => {
  let law: Law
  let page = ''
  const file = 'law/xa/removal.md'
  beforeAll(async () => {
    law = await readLaw(diskFiles, projectRoot())
    page = packTemplate(law, 'XA')
  })

  it('asks all twelve questions and answers none', () => {
    const asked = loadPack(file, page).pack?.blocks.test[0]?.factors.map(({ title }) => title.en)
    const questions = law.blocks.test.find(({ test }) => test === 'unknown.twelve-questions')?.factors
    expect(asked).toHaveLength(12)
    expect(asked).toEqual(questions?.map(({ title }) => title.en))
    expect(page.match(/Not answered yet/g)).toHaveLength(12)
    expect(page.slice(page.indexOf('```yaml'))).not.toMatch(/checked: (official|secondary)/)
  })

  it('loads beside all other pages, and its examples hold and are complete', async () => {
    const sources = await packSources(diskFiles, projectRoot())
    const { law: joined, problems } = loadLaw(
      [...sources, { file, text: page }],
      await eventVocabulary(diskFiles, projectRoot()),
    )
    expect(problems.map(problemText)).toEqual([])
    const own = joined?.packs.filter((pack) => pack.file === file) ?? []
    if (joined === undefined) throw new Error('The law could not be read.')
    const results = runExamples({ ...joined, packs: own })
    expect([results.length, results.flatMap(({ differences }) => differences)]).toEqual([3, []])
    expect(coverageProblems(own)).toEqual([])
  })
})
