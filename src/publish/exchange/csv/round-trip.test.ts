import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { project } from '../../../record/index.ts'
import type { BodyKind, Entry } from '../../../record/index.ts'
import { frame, history, shuffled } from '../../../record/testing-histories.ts'
import { ExchangeError, formatCellProblem } from '../problems.ts'
import { CELL_CHARACTERS_MAX, formatRow, guard, readRows, unguard } from '../rows.ts'
import { readTable, Tally } from './read.ts'
import { csvFiles, headerOf, tableFiles, tableOf } from './write.ts'

const recorded = '2014-02-19T09:00:00Z'
const kindOf = (path: string): BodyKind =>
  (Object.keys(tableFiles) as BodyKind[]).find((kind) => tableFiles[kind] === path) ?? 'case'

/** A text as bytes in pieces of `size`, so that no piece ends where a cell does. */
async function* bytesOf(pieces: Iterable<string>, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode([...pieces].join(''))
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

async function readBack(files: readonly { path: string; pieces: Iterable<string> }[]) {
  const tally = new Tally()
  const entries: Entry[] = []
  for (const { path, pieces } of files) {
    for await (const { body, entry } of readTable(kindOf(path), path, bytesOf(pieces), tally)) {
      if (entry !== undefined) entries.push({ ...entry, body })
    }
  }
  return { entries: entries.toSorted((a, b) => a.sequence - b.sequence), report: tally.report() }
}

const rowsOf = async (text: string) => {
  const rows = []
  for await (const row of readRows([text])) rows.push(row)
  return rows
}

async function problemsIn(kind: BodyKind, text: string): Promise<string> {
  const tally = new Tally()
  for await (const _ of readTable(kind, tableFiles[kind], bytesOf([text]), tally)) void _
  return tally.problems.map(formatCellProblem).join('\n')
}

describe('a record as tables', () => {
  it('comes back with the same entries, numbers, hands and clocks', async () => {
    const any = history.chain((entries) => fc.oneof(fc.constant(entries), shuffled(entries)))
    await fc.assert(
      fc.asyncProperty(any, fc.boolean(), async (entries, byteOrderMark) => {
        const files = csvFiles(project(entries), { recorded, byteOrderMark })
        const { entries: back, report } = await readBack(files)
        expect(report.problems).toEqual([])
        expect(back).toEqual(entries)
        expect(report.cells.in).toBe(report.cells.kept)
      }),
      { numRuns: 100 },
    )
  })

  it('is written the same twice, and begins with the mark for spreadsheets only when asked', () => {
    const state = project(frame().map((body, index) => ({ sequence: index + 1, recorded, by: 'counsel', body })))
    const text = (mark: boolean) =>
      csvFiles(state, { recorded, byteOrderMark: mark }).map(({ pieces }) => [...pieces].join(''))
    expect(text(false)).toEqual(text(false))
    expect(text(true)).toEqual(text(false).map((table) => `\ufeff${table}`))
  })

  it('is read as it comes: ten thousand rows hold no more than one row at a time', async () => {
    const ROWS = 10_000
    let made = 0
    let ahead = 0
    function* entries(): Generator<Entry> {
      for (let sequence = 1; sequence <= ROWS; sequence += 1) {
        made = sequence
        const entity = { id: `e${sequence}`, kind: 'person' as const, name: `Person ${sequence}` }
        yield { sequence, recorded, by: 'counsel', body: { kind: 'entity', entity } }
      }
    }
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (const piece of tableOf('entity', entries())) yield new TextEncoder().encode(piece)
    }
    let read = 0
    for await (const _ of readTable('entity', 'entities.csv', chunks(), new Tally())) {
      void _
      read += 1
      ahead = Math.max(ahead, made - read)
    }
    expect(read).toBe(ROWS)
    expect(ahead).toBeLessThanOrEqual(1)
  })
})

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+34 600', '-cmd', '@SUM(A1)', '\tx', "'=x", "''=x", '＝1'])('is disarmed: %j', (cell) => {
    expect(guard(cell)).toBe(`'${cell}`)
    expect(unguard(guard(cell))).toBe(cell)
  })

  it('loses nothing on the way, whatever it holds', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.startsWith('\ufeff'))
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (cells) => {
        const [row] = await rowsOf(`head\r\n${formatRow(cells)}`).then((rows) => rows.slice(1))
        expect(row?.cells.map(unguard)).toEqual(cells)
        expect(guard(cells[0] ?? '')).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('rows from other programs', () => {
  it.each([
    ['parted by semicolons', 'a;b\n1;"2;3"\n', ['1', '2;3']],
    ['ended by a return alone', 'a,b\r1,2\r', ['1', '2']],
    ['without an end', 'a,b\n1,', ['1', '']],
    ['with line breaks inside a cell', 'a,b\n"1\r\n2",3\n', ['1\r\n2', '3']],
    ['with quotation marks inside', 'a,b\n"say ""no""",x"y\n', ['say "no"', 'x"y']],
  ])('are read %s', async (_, text, cells) => {
    expect((await rowsOf(text))[1]).toEqual({ row: 2, cells })
  })

  it.each([
    ['a quotation mark never closed', 'a,b\n"1,2\n3,4\n', 'never closed'],
    ['words after a closing quotation mark', 'a,b\n"1"2,3\n', 'after the closing quotation mark of cell 1'],
    ['a cell without end', `a,b\n${'x'.repeat(CELL_CHARACTERS_MAX + 1)},1\n`, 'longer than 1000000 characters'],
    ['a row without end', `a,b\n${'x,'.repeat(1001)}\n`, 'more than 1000 cells'],
  ])('say what is wrong: %s', async (_, text, broken) => {
    expect((await rowsOf(text))[1]?.broken).toContain(broken)
  })
})

describe('a table that somebody changed', () => {
  const header = headerOf('entity').join(',')
  const person = 'person-a,person,Person A'

  it('names row, column and value of what it cannot keep, and keeps the rest', async () => {
    const text = `${header}\r\n${person}\r\nperson-b,planet,Person B\r\n,person,Person C\r\n`
    expect(await problemsIn('entity', text)).toMatchInlineSnapshot(`
      "entities.csv, row 3, column kind: "planet" cannot be kept: Invalid option: expected one of "person"|"body"|"state"|"place"|"instrument". Fill in what belongs there; an exported file shows the form. The row was not kept.
      entities.csv, row 4, column id: is empty, and must not be. Fill in what belongs there; an exported file shows the form. The row was not kept."
    `)
  })

  it('has every filled cell kept or refused', async () => {
    const tally = new Tally()
    const kept = []
    const text = `${header}\r\n${person}\r\n\r\nperson-b,planet,Person B\r\n"open,person\r\n`
    for await (const { body } of readTable('entity', 'entities.csv', bytesOf([text]), tally)) kept.push(body)
    expect(kept).toHaveLength(1)
    expect(tally.report().cells).toEqual({ in: 7, kept: 3, refused: 4 })
    expect(tally.report().rows).toEqual({ in: 3, kept: 1, refused: 2 })
  })

  it.each([
    ['a column twice', `id,name,id\r\n`, 'The column "id" is there twice.'],
    ['a column nobody knows', `id,kind,naem\r\n`, 'Did you mean name?'],
    ['no header', '', 'It has no header.'],
  ])('is refused as a whole with %s', async (_, text, why) => {
    const failed = await problemsIn('entity', text).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(ExchangeError)
    const { message, why: told } = failed as ExchangeError
    expect(`${message} ${told}`).toContain(why)
  })

  it('is refused when it is not UTF-8: a name would become another', async () => {
    async function* latin(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array([...new TextEncoder().encode(`${header}\r\n`), 0x50, 0xe9, 0x0d, 0x0a])
    }
    const reading = async () => {
      for await (const _ of readTable('entity', 'entities.csv', latin(), new Tally())) void _
    }
    await expect(reading()).rejects.toThrow('cannot be read as text')
  })
})
