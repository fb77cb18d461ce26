import { describe, expect, it } from 'vitest'
import { compareNames, screeningIndex } from './index.ts'
import { differentPersons, spelledPersons } from './testing.ts'

const everyone = [...new Set([...spelledPersons.map(({ name }) => name), ...differentPersons.flat()])]
const index = screeningIndex(everyone.map((name) => [name, name] as const))

describe('Screening a name against many', () => {
  it('finds whom the comparison of each pair would find', () => {
    const missed = spelledPersons.flatMap(({ name, spellings }) =>
      spellings.flatMap((one) => {
        const { text, language } = typeof one === 'string' ? { text: one } : { language: undefined, ...one }
        const found = index.screen(text, { languageA: language }).some(({ key }) => key === name)
        return found ? [] : [text]
      }),
    )
    expect(missed).toEqual([])
  })

  it('gives each hit the score and the reasons of its comparison, best first', () => {
    const hits = index.screen('Ablyazov Muktar')
    expect(hits[0]).toMatchObject({
      key: 'Mukhtar Ablyazov',
      ...compareNames('Ablyazov Muktar', 'Mukhtar Ablyazov'),
    })
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  it('finds words that were run together', () => {
    expect(index.screen('MukhtarAblyazov')[0]?.key).toBe('Mukhtar Ablyazov')
    expect(index.screen('mukhtarablyazov')[0]?.key).toBe('Mukhtar Ablyazov')
  })

  it('finds nobody for a name that nobody bears, and for no name', () => {
    expect(index.screen('Petronella Quuxington')).toEqual([])
    expect(index.screen('')).toEqual([])
  })

  it('heeds the least score and the most hits asked for', () => {
    expect(index.screen('Pavlov', { most: 1 })).toHaveLength(1)
    expect(index.screen('Pavlov', { least: 0.95 })).toEqual([])
  })
})
