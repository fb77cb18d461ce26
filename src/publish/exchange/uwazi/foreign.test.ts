import { beforeAll, describe, expect, it } from 'vitest'
import { diskFiles, projectRoot } from '../../../platform/index.ts'
import { validate } from '../../../record/index.ts'
import { tell } from '../../../record/testing.ts'
import { sha256Of } from '../../../platform/index.ts'
import { formatCellProblem } from '../problems.ts'
import { readExchangeVocabulary } from '../vocabulary.ts'
import type { UwaziVocabulary } from '../vocabulary.ts'
import { zipFiles, zipOf } from '../zip.ts'
import { readForeignTable } from './foreign.ts'
import type { ForeignOptions } from './foreign.ts'
import { dateIn } from './foreign-values.ts'
import { isOwnTable, readUwaziTable } from './read.ts'

let vocabulary: UwaziVocabulary
beforeAll(async () => {
  vocabulary = (await readExchangeVocabulary(diskFiles, projectRoot())).uwazi
})

const state = tell()
  .enter({ kind: 'entity', entity: { id: 'kz', kind: 'state', name: 'Kazakhstan', names: ['KZ'] } })
  .state()
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(text: string, more: Partial<ForeignOptions> = {}, files: Record<string, Uint8Array> = {}) {
  const bytes = bytesOf(text)
  const archive = zipOf(new Map([...Object.entries(files), ['import.csv', bytes]]))
  const table = await readUwaziTable('victims.csv', bytes, zipFiles('victims.zip', archive))
  expect(isOwnTable(table)).toBe(false)
  const options: ForeignOptions = {
    vocabulary,
    state,
    publisher: 'A monitoring group',
    broughtBy: 'counsel',
    learned: '2014-02-19',
    disclosure: 'internal',
    eventTypes: new Map([['detencion', 'arrest']]),
    ...more,
  }
  const { bodies, blobs, report } = await readForeignTable(table, bytes, options)
  const { cells } = report
  expect(cells.in).toBe(cells.kept + cells.refused)
  const plain = bodies.map(({ body }) => body)
  expect(validate(state, plain)).toEqual([])
  return { bodies: plain, blobs, cells, problems: report.problems.map(formatCellProblem).join('\n') }
}

describe('a table from somebody else’s Uwazi', () => {
  it('becomes a document, its publisher, and claims that the publisher makes in it', async () => {
    const text = 'Title,Nationality,Fecha de nacimiento,Role\r\nPerson A,Kazakhstan|RU,1976,guard\r\n'
    const { bodies, blobs, cells, problems } = await read(text, { kind: 'person' })
    expect(problems).toBe('')
    expect(cells).toEqual({ in: 4, kept: 4, refused: 0 })
    expect([...blobs.keys()]).toEqual([sha256Of(bytesOf(text))])
    expect(
      bodies.map((body) => (body.kind === 'claim' ? [body.claim.property, body.claim.value] : body.kind)),
    ).toEqual([
      'entity',
      'document',
      'entity',
      ['nationality', 'KZ'],
      ['nationality', 'RU'],
      ['born', '1976'],
      ['role', 'guard'],
    ])
    const claim = bodies.flatMap((body) => (body.kind === 'claim' ? [body.claim] : []))[2]
    expect(claim).toEqual({
      id: 'person-a.born.victims',
      subject: 'person-a',
      property: 'born',
      value: '1976',
      speaker: 'a-monitoring-group',
      document: 'victims',
      place: { quote: '1976' },
      learned: '2014-02-19',
      disclosure: 'internal',
    })
  })

  it('never takes a person for one of the record: it gives a new id, and people judge', async () => {
    const { bodies } = await read('title\r\nperson\r\n', { kind: 'person' })
    expect(bodies.at(-1)).toEqual({ kind: 'entity', entity: { id: 'person-2', kind: 'person', name: 'person' } })
  })

  it('gives events with their type by its label, in another language too, and places on the map', async () => {
    const text = 'Title;Template;Tipo;Fecha;Geolocation\r\nFirst arrest;Hecho;Detención;2012/12/11;40.4|-3.7\r\n'
    const { bodies, problems } = await read(text)
    expect(problems).toBe('')
    expect(bodies.flatMap((body) => (body.kind === 'event' ? [body.event.type] : []))).toEqual(['arrest'])
    expect(bodies.flatMap((body) => (body.kind === 'claim' ? [body.claim.value] : []))).toEqual([
      true,
      '2012-12-11',
      'latitude 40.4, longitude -3.7',
    ])
  })

  it('takes the file of a document out of the archive', async () => {
    const decree = bytesOf('The cabinet decided.')
    const text = 'title,file,link\r\nDecree,decree.txt,the page|https://example.org/decree\r\n'
    const { bodies, blobs } = await read(text, { kind: 'document' }, { 'decree.txt': decree })
    expect(bodies.at(-1)).toMatchObject({
      document: { id: 'decree', sha256: sha256Of(decree), address: 'https://example.org/decree' },
    })
    expect(blobs.get(sha256Of(decree))).toEqual(decree)
  })

  it('refuses what it does not understand, by row and column, and keeps the rest', async () => {
    const text = [
      'Title,Nationality,Date of birth,Age,Shoe size,file',
      'Person A,Ruritania,03/04/1976,about 40,43,../../etc/passwd',
      ',KZ,,,,',
      'Person B,KZ,next year,,,',
      'Person C,KZ,1976,37',
      'Person D,KZ,1976,37,,,,surplus',
    ].join('\r\n')
    const { cells, problems } = await read(text, { kind: 'person' })
    expect(cells).toEqual({ in: 19, kept: 7, refused: 12 })
    expect(problems).toMatchInlineSnapshot(`
      "victims.csv, row 2, column Nationality: "Ruritania" is no State that the record knows. Write its two letters, such as KZ.
      victims.csv, row 2, column Date of birth: "03/04/1976" can be read as two different days. Write it as 2014-02-19, or say --dates day-first or --dates month-first for the whole table.
      victims.csv, row 2, column Age: "about 40" is no whole number. Write digits only.
      victims.csv, row 2, column Shoe size: "43" stands in a column that nothing here means for a person. Give the column a mapping (--mapping FILE, see vocabulary/uwazi.yaml), or enter it by hand.
      victims.csv, row 2, column file: "../../etc/passwd" stands in a column that nothing here means for a person. Give the column a mapping (--mapping FILE, see vocabulary/uwazi.yaml), or enter it by hand.
      victims.csv, row 3, column title: The row has no title. Uwazi needs one, and so do people. The row was not kept.
      victims.csv, row 4, column Date of birth: "next year" is no date that is read the same everywhere. Write it as 2014-02-19, 2014-02 or 2014.
      victims.csv, row 6: The row has 8 cells where the header has 6. A cell that holds a comma must stand in quotation marks."
    `)
  })

  it('does not guess what rows are about', async () => {
    const { bodies, problems } = await read('title,age\r\nPerson A,37\r\n')
    expect(bodies).toHaveLength(2)
    expect(problems).toContain('Nothing says what this row is about. Say what the rows are with --as')
  })

  it.each([
    ['2014-02-19', '2014-02-19'],
    ['2014/2/9', '2014-02-09'],
    ['2014', '2014'],
    ['19/02/2014', '2014-02-19'],
    ['02/19/2014', '2014-02-19'],
    ['2014-02-14:2014-02-19', '2014-02-14/2014-02-19'],
    ['2014-02-14~', '2014-02-14/..'],
    [':2014', '../2014'],
  ])('reads the date %s', (text, date) => expect(dateIn(text, undefined)).toEqual({ values: [date] }))

  it('reads a date with two meanings only where its order is told', () => {
    expect(dateIn('03/04/2014', undefined)).toMatchObject({ why: 'can be read as two different days.' })
    expect(dateIn('03/04/2014', 'day-first')).toEqual({ values: ['2014-04-03'] })
    expect(dateIn('03/04/2014', 'month-first')).toEqual({ values: ['2014-03-04'] })
  })
})
