import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { project } from '../../../record/index.ts'
import type { Entry } from '../../../record/index.ts'
import { history } from '../../../record/testing-histories.ts'
import { Tally } from '../csv/read.ts'
import { formatCellProblem } from '../problems.ts'
import { readJsonLines } from './read.ts'
import { jsonLines } from './write.ts'

const recorded = '2014-02-19T09:00:00Z'

async function* bytesOf(text: string, size = 11): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

async function readBack(text: string) {
  const tally = new Tally()
  const entries: Entry[] = []
  for await (const { body, entry } of readJsonLines('case.jsonl', bytesOf(text), tally)) {
    if (entry !== undefined) entries.push({ ...entry, body })
  }
  return { entries, report: tally.report() }
}

/** JSON has one zero. */
const oneZero = (entries: readonly Entry[]): unknown => JSON.parse(JSON.stringify(entries))

describe('a record as JSON Lines', () => {
  it('comes back with the same entries', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (entries) => {
        const { entries: back, report } = await readBack([...jsonLines(project(entries), { recorded })].join(''))
        expect(report.problems).toEqual([])
        expect(back).toEqual(oneZero(entries))
      }),
      { numRuns: 100 },
    )
  })

  it('names the line that it cannot keep', async () => {
    const text = [
      '{"sequence":1,"recorded":"2014-02-19T09:00:00Z","by":"a","kind":"entity","entity":{"id":"e","kind":"person","name":"E"}}',
      '{"sequence":2,',
      '{"kind":"entity"}',
      '{"sequence":4,"recorded":"2014-02-19T09:00:00Z","by":"a","kind":"entity","entity":{"id":"e","kind":"planet","name":"E"}}',
    ].join('\n')
    const { entries, report } = await readBack(text)
    expect(entries).toHaveLength(1)
    expect(report.rows).toEqual({ in: 4, kept: 1, refused: 3 })
    expect(report.problems.map(formatCellProblem).join('\n')).toMatchInlineSnapshot(`
      "case.jsonl, row 2: "{"sequence":2," is no JSON. Export the case again; one line holds one entry.
      case.jsonl, row 3: "{"kind":"entity"}" does not say its sequence, recorded and by. Export the case again; one line holds one entry.
      case.jsonl, row 4: "{"sequence":4,"recorded":"2014-02-19T09:00:00Z","by":"a","kind":"entity","entity…" does not fit: entity.kind: Invalid option: expected one of "person"|"body"|"state"|"place"|"instrument". Export the case again; one line holds one entry."
    `)
  })
})
