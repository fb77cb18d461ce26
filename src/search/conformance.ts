/**
 * What every search index does, whatever it is made of. Each implementation runs this suite from its own test file.
 */
import { describe, expect, it } from 'vitest'
import { readTerms } from './index.ts'
import type { ItemKey, SearchCase, SearchIndex, SearchItem, SearchQuery } from './index.ts'

export type WithIndex = (work: (index: SearchIndex) => Promise<void>) => Promise<void>

const desk: SearchCase = { org: 'defence', case: 'pavlov-2014' }
const other: SearchCase = { org: 'defence', case: 'abu-qatada-2012' }
const item = (id: string, text: string, more: Partial<SearchItem> = {}): SearchItem => ({
  kind: 'document',
  id,
  field: 'text',
  part: 0,
  text,
  offset: 0,
  ...more,
})
const items: readonly SearchItem[] = [
  item('en', 'The Council of Ministers decided on the extradition.\nIt told nobody.', { language: 'en' }),
  item('es', 'El Consejo decidió las extradiciones; la decisión no se publicó.', { language: 'es' }),
  item('fr', 'Le gouvernement a décidé les extraditions.', { language: 'fr' }),
  item('ru', 'Суд разрешил экстрадицию Павлова в Казахстан.', { language: 'ru' }),
  item('pl', 'Władze żądają ekstradycji Aleksandra Pavlova.', { language: 'pl' }),
  item('quote', 'no remedy was left in Spain', {
    kind: 'claim',
    field: 'quote',
    offset: 120,
    language: 'en',
    dated: { earliest: 100, latest: 200 },
  }),
  item('name', 'Aleksandr Pavlov', { kind: 'person', field: 'name' }),
]
const all = (): boolean => true
const asked = (text: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  terms: readTerms(text),
  fields: [],
  exact: false,
  hitsMax: 20,
  ...more,
})

export function describeSearchIndex(name: string, withEmpty: WithIndex): void {
  const withIndex: WithIndex = (work) =>
    withEmpty(async (index) => {
      await index.put(desk, items, 7)
      await work(index)
    })
  const found = async (index: SearchIndex, query: SearchQuery, visible: (key: ItemKey) => boolean = all) =>
    (await index.find(desk, query, visible)).hits.map(({ id }) => id).toSorted()

  describe(name, () => {
    it('gives back the pages of a text layer in their order, and of that document only', () =>
      withEmpty(async (index) => {
        const page = (part: number, text: string): SearchItem => item('order', text, { part, offset: part * 9 })
        await index.put(desk, [page(1, 'the second'), page(0, 'the first'), page(10, 'the last')], 1)
        await index.put(desk, [item('order', 'The order', { field: 'title' }), item('other', 'another')], 2)
        await index.put(other, [item('order', 'of another case')], 1)
        expect(await index.pages(desk, 'order')).toEqual(['the first', 'the second', 'the last'])
        expect(await index.pages(desk, 'letter')).toEqual([])
      }))

    it.each([
      ['a word in any case', 'council', ['en']],
      ['a word without its accents', 'decidio', ['es']],
      ['a Cyrillic word written in Latin letters', 'kazakhstan', ['ru']],
      ['a Latin word written in Cyrillic letters', 'Павлов', ['name', 'ru']],
      ['words of one stem in English and French, whose plurals are alike', 'extraditions', ['en', 'fr']],
      ['words of one stem in Spanish', 'extradición', ['es']],
      ['words of one stem in Russian', 'экстрадиции', ['ru']],
      ['a phrase', '"council of ministers"', ['en']],
      ['a phrase only in its order', '"ministers of council"', []],
      ['a quoted word without its stem', '"decision"', ['es']],
      ['a beginning', 'extrad*', ['en', 'es', 'fr']],
      ['all of several words', 'council nobody', ['en']],
      ['nothing where one of them is missing', 'council казахстан', []],
      ['words joined by a hyphen as a phrase', 'aleksandr-pavlov', ['name']],
    ])('finds %s', (_, text, ids) =>
      withIndex(async (index) => {
        expect(await found(index, asked(text))).toEqual(ids)
      }),
    )

    it('finds only what is written just so, when asked to', () =>
      withIndex(async (index) => {
        expect(await found(index, asked('council', { exact: true }))).toEqual([])
        expect(await found(index, asked('Council', { exact: true }))).toEqual(['en'])
        expect(await found(index, asked('decidio', { exact: true }))).toEqual([])
        expect(await found(index, asked('экстрадицию', { exact: true }))).toEqual(['ru'])
      }))

    it('looks only in the fields and dates asked for', () =>
      withIndex(async (index) => {
        expect(await found(index, asked('pavlov*', { fields: ['person'] }))).toEqual(['name'])
        expect(await found(index, asked('remedy', { fields: ['quote'] }))).toEqual(['quote'])
        expect(await found(index, asked('remedy', { fields: ['title'] }))).toEqual([])
        expect(await found(index, asked('remedy', { from: 150, to: 160 }))).toEqual(['quote'])
        expect(await found(index, asked('remedy', { from: 200 }))).toEqual([])
        expect(await found(index, asked('remedy', { to: 99 }))).toEqual([])
        expect(await found(index, asked('council', { from: 0 }))).toEqual([])
      }))

    it('shows nothing of what the asker may not see, and counts none of it', () =>
      withIndex(async (index) => {
        const visible = ({ id }: ItemKey): boolean => id !== 'ru'
        expect(await found(index, asked('Павлов'), visible)).toEqual(['name'])
        expect(await index.find(desk, asked('pavlov*', { hitsMax: 2 }), visible)).toMatchObject({ more: false })
        expect(await index.find(desk, asked('pavlov*', { hitsMax: 1 }), visible)).toMatchObject({ more: true })
      }))

    it('gives the words around, and where they stand in the whole text', () =>
      withIndex(async (index) => {
        const [hit] = (await index.find(desk, asked('remedy left'), all)).hits
        expect(hit).toEqual({
          kind: 'claim',
          id: 'quote',
          field: 'quote',
          part: 0,
          snippet: 'no remedy was left in Spain',
          marks: [
            [3, 9],
            [14, 18],
          ],
          start: 123,
          end: 129,
        })
      }))

    it('replaces an item, keeps the cases apart, and forgets one when told', () =>
      withIndex(async (index) => {
        await index.put(desk, [item('en', 'Changed')], 8)
        expect([await found(index, asked('council')), await found(index, asked('changed'))]).toEqual([[], ['en']])
        expect([await index.through(desk), await index.through(other)]).toEqual([8, 0])
        expect((await index.find(other, asked('changed'), all)).hits).toEqual([])
        await index.clear(desk)
        expect([await index.through(desk), await found(index, asked('changed'))]).toEqual([0, []])
      }))

    it('takes no word of a search for a command of the index', () =>
      withIndex(async (index) => {
        for (const text of ['council OR nobody', 'NEAR(council)', 'folded:council', 'a^b {x}', '") OR 1=1 --']) {
          expect(await found(index, asked(text))).toEqual([])
        }
      }))
  })
}
