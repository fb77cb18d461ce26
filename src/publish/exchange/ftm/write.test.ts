import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { diskFiles, projectRoot } from '../../../platform/index.ts'
import { project } from '../../../record/index.ts'
import type { RecordState } from '../../../record/index.ts'
import { history } from '../../../record/testing-histories.ts'
import { tell } from '../../../record/testing.ts'
import { readExchangeVocabulary } from '../vocabulary.ts'
import type { ExchangeVocabulary } from '../vocabulary.ts'
import { problemsOf } from './schema.ts'
import type { FtmEntity } from './schema.ts'
import { datesOf } from './values.ts'
import { ftmEntities, ftmLines } from './write.ts'

let vocabulary: ExchangeVocabulary
beforeAll(async () => {
  vocabulary = await readExchangeVocabulary(diskFiles, projectRoot())
})

const none = (): Promise<undefined> => Promise.resolve(undefined)
async function entitiesOf(state: RecordState, originals = none as Parameters<typeof ftmEntities>[2]) {
  const entities: FtmEntity[] = []
  for await (const entity of ftmEntities(state, vocabulary, originals)) entities.push(entity)
  return entities
}
const ofSchema = (entities: readonly FtmEntity[], schema: string) => entities.filter((one) => one.schema === schema)

describe('a record in FollowTheMoney', () => {
  it('keeps to the schema in every line, whatever the record holds', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (entries) => {
        const entities = await entitiesOf(project(entries))
        const schemas = new Map(entities.map(({ id, schema }) => [id, schema]))
        expect(schemas.size).toBe(entities.length)
        expect(entities.flatMap((one) => problemsOf(one, vocabulary.ftm, (id) => schemas.get(id)))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('tells every claim once: as a value with its proof, as a link, or as a note', async () => {
    const state = tell()
      .entity('other')
      .event('arrest', 'arrest')
      .claim('person', 'nationality', 'KZ')
      .claim('person', 'born', '1976?')
      .claim('person', 'associate-of', 'other')
      .claim('person', 'custody', 'a prison near Madrid')
      .claim('person', 'role', 'guard', { polarity: 'denied' })
      .claim('arrest', 'date', '2012-12-11')
      .claim('arrest', 'date', '2012-12~', { id: 'about' })
      .claim('case', 'risk', 'torture')
      .state()
    const entities = await entitiesOf(state)
    const [person] = ofSchema(entities, 'Person')
    const [event] = ofSchema(entities, 'Event')
    const [document] = ofSchema(entities, 'Document')
    expect(person?.properties).toEqual({ name: ['person'], nationality: ['kz'], proof: [document?.id] })
    expect(event?.properties).toEqual({
      name: ['arrest'],
      summary: ['arrest'],
      keywords: ['arrest', 'huridocs:4:030101000000'],
      involved: [person?.id],
      date: ['2012-12-11'],
      proof: [document?.id],
    })
    expect(ofSchema(entities, 'Associate')).toHaveLength(1)
    expect(ofSchema(entities, 'Note').flatMap(({ properties }) => properties['description'])).toEqual([
      'speaker: born: 1976?',
      'speaker: custody: a prison near Madrid',
      'speaker denies: role: guard',
      'speaker: date: 2012-12~',
      'speaker: risk: torture',
    ])
  })

  it('asserts nothing that the desk refuses, and no event that nobody takes for a fact', async () => {
    const state = tell()
      .event('hand-over', 'surrendered')
      .claim('hand-over', 'occurred', true, { polarity: 'denied' })
      .claim('person', 'role', 'spy', { id: 'slander' })
      .position('person', 'role', 'refused', ['slander'])
      .state()
    const entities = await entitiesOf(state)
    expect(ofSchema(entities, 'Event')).toEqual([])
    expect(JSON.stringify(ofSchema(entities, 'Person'))).not.toContain('spy')
    expect(ofSchema(entities, 'Note').flatMap(({ properties }) => properties['description'])).toEqual([
      'speaker denies: occurred: true [of: hand-over]',
      'Refused by those who keep the record. speaker: role: spy',
    ])
  })

  it('gives the SHA-1 that FollowTheMoney wants, of the original itself, and keeps the SHA-256 beside it', async () => {
    const sha256 = 'a'.repeat(64)
    const state = tell()
      .document('decree', { sha256, address: 'https://example.org/decree', language: 'es' })
      .state()
    const entities = await entitiesOf(state, () => Promise.resolve(new TextEncoder().encode('abc')))
    expect(ofSchema(entities, 'Document')[1]?.properties).toMatchObject({
      contentHash: ['a9993e364706816aba3e25717850c26c9cd0d89d'],
      fileSize: ['3'],
      sourceUrl: ['https://example.org/decree'],
      language: ['spa'],
      notes: [`SHA-256: ${sha256}`],
    })
  })

  it('is the same twice, with ids that do not move when the record grows', async () => {
    const teller = tell().event('arrest').claim('arrest', 'date', '2012-12-11')
    const text = async (state: RecordState): Promise<string> => {
      let lines = ''
      for await (const line of ftmLines(state, vocabulary, none)) lines += line
      return lines
    }
    const before = await text(teller.state())
    expect(await text(teller.state())).toBe(before)
    const ids = new Set((await entitiesOf(teller.claim('arrest', 'place', 'Madrid').state())).map(({ id }) => id))
    for (const line of before.trimEnd().split('\n')) expect(ids).toContain((JSON.parse(line) as FtmEntity).id)
  })

  it.each([
    ['2014-02', { date: '2014-02' }],
    ['2014-02-19T09:00', { date: '2014-02-19T08:00' }],
    ['2014-02-14/2014-02-19', { startDate: '2014-02-14', endDate: '2014-02-19' }],
    ['../2014-02-19', { endDate: '2014-02-19' }],
    ['2013-12~', undefined],
    ['201X', undefined],
    ['soon', undefined],
  ])('gives %s only as exactly as it is known', (text, dates) => {
    expect(datesOf(text, 'Europe/Madrid')).toEqual(dates)
  })
})
