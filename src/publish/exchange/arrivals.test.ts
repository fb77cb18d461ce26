import { beforeAll, describe, expect, it } from 'vitest'
import { diskFiles, memoryFiles, projectRoot } from '../../platform/index.ts'
import { disclosedTo, project } from '../../record/index.ts'
import type { RecordState } from '../../record/index.ts'
import { tell } from '../../record/testing.ts'
import { readArrival, sortArrived } from './arrivals.ts'
import { writeExchange } from './formats.ts'
import type { ExchangeFormat } from './formats.ts'
import { readOwnTables } from './uwazi/read.ts'
import { readExchangeVocabulary } from './vocabulary.ts'
import type { ExchangeVocabulary } from './vocabulary.ts'

let vocabulary: ExchangeVocabulary
beforeAll(async () => {
  vocabulary = await readExchangeVocabulary(diskFiles, projectRoot())
})

const recorded = '2014-02-19T00:00:00Z'
const originals = (): Promise<undefined> => Promise.resolve(undefined)
const teller = tell()
  .event('arrest', 'arrest')
  .claim('arrest', 'date', '2012-12-11')
  .claim('person', 'role', '=guard')
const state = teller.state()

async function written(target: string, format: ExchangeFormat, from: RecordState = state) {
  const files = memoryFiles()
  await writeExchange(files, target, format, { state: from, vocabulary, originals, recorded })
  return files
}

describe('what was written in one format', () => {
  it.each([
    ['bundle', 'out'],
    ['bagit', 'out'],
    ['bagit', 'out.zip'],
    ['csv', 'out'],
    ['jsonl', 'out.jsonl'],
    ['jsonl', 'out'],
  ] as const)('arrives as the same case: %s (%s)', async (format, target) => {
    const arrived = await readArrival(await written(target, format), target)
    expect(arrived).toMatchObject({ kind: 'record', format })
    if (arrived.kind === 'record') expect(arrived.bundle.entries).toEqual(teller.entries)
  })

  it('arrives as tables that the case holds already: Uwazi', async () => {
    const arrived = await readArrival(await written('out', 'uwazi'), 'out')
    if (arrived.kind !== 'own-tables') throw new Error('not recognised')
    const { bodies, report } = await readOwnTables(arrived.tables)
    expect(report.problems).toEqual([])
    expect(sortArrived(state, bodies)).toMatchObject({ lacking: [], other: [], there: teller.entries.length - 1 })
  })

  it('tells a bag from a bundle and from nothing, whatever its name', async () => {
    await expect(readArrival(memoryFiles({ 'out/readme.txt': 'hello' }), 'out')).rejects.toThrow(
      'Nothing that can be',
    )
  })

  it('comes in whole or not at all: one bad row refuses the case', async () => {
    const files = await written('out', 'csv')
    await files.write(
      'out/claims.csv',
      (await files.readText('out/claims.csv')).replace(/(\r\n[^\r\n]*),public,/, '$1,everybody,'),
    )
    await expect(readArrival(files, 'out')).rejects.toThrow(/claims\.csv, row 2, column disclosure: "everybody"/)
  })
})

describe('a copy for others', () => {
  it('is numbered anew and does not say who entered what', async () => {
    const copy = disclosedTo(project(teller.entries), 'counsel', Infinity)
    const files = await written('out.jsonl', 'jsonl', copy)
    const lines = (await files.readText('out.jsonl')).trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence)).toEqual(
      lines.map((_, i) => i + 1),
    )
    expect(lines.join('\n')).not.toContain('tester')
  })
})
