import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf, project } from '../../../record/index.ts'
import type { Body, RecordState } from '../../../record/index.ts'
import { history } from '../../../record/testing-histories.ts'
import { tell } from '../../../record/testing.ts'
import { bodiesOf } from '../entries.ts'
import { sha256Of } from '../../../platform/index.ts'
import { formatCellProblem } from '../problems.ts'
import { zipFiles } from '../zip.ts'
import { isOwnTable, readOwnTables, readUwaziTable } from './read.ts'
import type { UwaziTable } from './read.ts'
import { templateOf } from './templates.ts'
import { titlesOf } from './titles.ts'
import { leftOutOfUwazi, TABLE_IN_ARCHIVE, uwaziFiles } from './write.ts'
import type { Originals, UwaziFile } from './write.ts'

const none: Originals = () => Promise.resolve(undefined)
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

async function filesOf(state: RecordState, originals = none): Promise<readonly UwaziFile[]> {
  const files: UwaziFile[] = []
  for await (const file of uwaziFiles(state, originals)) files.push(file)
  return files
}

async function tablesOf(files: readonly UwaziFile[]): Promise<readonly UwaziTable[]> {
  const tables: UwaziTable[] = []
  for (const { path, bytes } of files) {
    if (path.endsWith('.csv')) tables.push(await readUwaziTable(path, bytes, undefined))
    if (!path.endsWith('.zip')) continue
    const inside = zipFiles(path, bytes)
    tables.push(await readUwaziTable(path, await inside.readBytes(TABLE_IN_ARCHIVE), inside))
  }
  return tables
}

const sorted = (bodies: readonly Body[]) =>
  bodies.toSorted((a, b) => (`${a.kind} ${idOf(a)}` < `${b.kind} ${idOf(b)}` ? -1 : 1))

describe('a record in Uwazi and back', () => {
  it('has the same persons, bodies, proceedings, events, documents, claims and positions', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (entries) => {
        const state = project(entries)
        const tables = await tablesOf(await filesOf(state))
        expect(tables.every(isOwnTable)).toBe(true)
        const { bodies, report } = await readOwnTables(tables)
        expect(report.problems).toEqual([])
        const travelled = bodiesOf(state).filter((body) => templateOf(body) !== undefined)
        expect(sorted(bodies.map(({ body }) => body))).toEqual(sorted(travelled))
        expect(report.cells.in).toBe(report.cells.kept)
      }),
      { numRuns: 80 },
    )
  })

  it('carries originals in the archive of the documents, and checks them on the way back', async () => {
    const decree = new TextEncoder().encode('The cabinet decided.\n')
    const sha256 = sha256Of(decree)
    const state = tell().document('decree', { sha256, mediaType: 'text/plain' }).state()
    const files = await filesOf(state, () => Promise.resolve(decree))
    const archive = files.find(({ path }) => path === '08-document.zip')
    expect((await zipFiles('x', archive?.bytes ?? new Uint8Array()).list()).map(({ path }) => path)).toEqual([
      'decree.txt',
      'import.csv',
    ])
    const { blobs } = await readOwnTables(await tablesOf(files))
    expect(blobs.get(sha256)).toEqual(decree)
    expect(await filesOf(state, () => Promise.resolve(decree))).toEqual(files)
  })

  it('gives every entity a title of its own that Uwazi can find and no spreadsheet runs', () => {
    const state = tell()
      .enter({ kind: 'entity', entity: { id: 'a1', kind: 'person', name: 'Person A' } })
      .enter({ kind: 'entity', entity: { id: 'a2', kind: 'person', name: 'person a' } })
      .enter({ kind: 'entity', entity: { id: 'x', kind: 'person', name: '=cmd|calc' } })
      .enter({ kind: 'entity', entity: { id: 'c', kind: 'body', name: 'Case' } })
      .state()
    expect([...titlesOf(state)].slice(1)).toEqual([
      ['entity:person', 'person'],
      ['entity:speaker', 'speaker'],
      ['entity:a1', 'a1 Person A'],
      ['entity:a2', 'a2 person a'],
      ['entity:x', 'x =cmd/calc'],
      ['entity:c', 'c Case'],
    ])
  })

  it('names what has no place there', () => {
    const state = tell().identity('person', 'speaker', 'different').complete('filed', 'ongoing').state()
    expect(leftOutOfUwazi(state)).toEqual({ identity: 1, completeness: 1 })
  })

  it('looks like this', async () => {
    const state = tell()
      .entity('other')
      .event('arrest', 'arrest')
      .claim('arrest', 'date', '2012-12-11', { said: '2012-12~' })
      .claim('person', 'associate-of', 'other')
      .state()
    const shownFiles = (await filesOf(state)).filter(({ path }) => /templates|07|09/.test(path))
    const [templates, ...tables] = shownFiles.map(({ path, bytes }) => `${path}\n${decode(bytes)}`)
    expect(tables.join('\n').replaceAll('\r', '')).toMatchInlineSnapshot(`
      "07-event.csv
      title,Forestay id,Template,Exact title,Type,Person,Proceeding,Disclosure,Embargo,Embargo as stated
      arrest,arrest,Event,,arrest,person,,,,

      09-claim.csv
      title,Forestay id,Template,Subject,Property,Value,Value entity,Value type,Polarity,Speaker,Document,Quote,Words before,Words after,Quote start,Quote end,Quote page,So at,So at as stated,Said,Said as stated,Learned,Learned as stated,Public since,Public since as stated,Source grade,Information grade,Disclosure,Embargo,Embargo as stated,According to,Inferred,Note
      date: c7,c7,Claim,arrest,date,2012-12-11,,,,speaker,paper,,,,,,,,,,2012-12~,2014-01-01,,,,,,public,,,,,
      associate-of: c8,c8,Claim,person,associate-of,,other,,,speaker,paper,,,,,,,,,,,2014-01-01,,,,,,public,,,,,
      "
    `)
    expect(templates).toContain('"type": "relationship"')
  })
})

describe('what was changed on the way', () => {
  const change = async (path: string, from: string | RegExp, to: string) => {
    const state = tell().entity('other').claim('person', 'associate-of', 'other').state()
    const files = (await filesOf(state)).map((file) =>
      file.path === path ? { path, bytes: new TextEncoder().encode(decode(file.bytes).replace(from, to)) } : file,
    )
    const { report } = await readOwnTables(await tablesOf(files))
    expect(report.cells.in).toBe(report.cells.kept + report.cells.refused)
    return report.problems.map(formatCellProblem).join('\n')
  }

  it('is refused by row and column, with what to do', async () => {
    expect(await change('09-claim.csv', ',public,', ',everybody,')).toMatchInlineSnapshot(
      `"09-claim.csv, row 2, column Disclosure: "everybody" cannot be kept: Invalid option: expected one of "public"|"counsel"|"internal"|"sealed". Fill in what belongs there; an exported file shows the form. The row was not kept."`,
    )
    expect(await change('09-claim.csv', ',Claim,', ',Thing,')).toMatchInlineSnapshot(
      `"09-claim.csv, row 2, column Template: "Thing" is no template. Use: Person, Body, State, Place, Legal instrument, Proceeding, Event, Document, Claim, Position of the desk."`,
    )
    expect(await change('01-person.csv', ',speaker', ',')).toMatchInlineSnapshot(
      `"01-person.csv, row 3, column Forestay id: is empty, and must not be. Fill in what belongs there; an exported file shows the form. The row was not kept."`,
    )
    expect(await change('01-person.csv', /^other,/m, 'person,')).toMatchInlineSnapshot(
      `"09-claim.csv, row 2, column Subject: "person" names "person", and two entities have that title. Rename one. The row was not kept."`,
    )
  })
})
