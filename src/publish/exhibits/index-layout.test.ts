import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, exhibitPages, indexPages } from './index-layout.ts'
import type { PreparedExhibit } from './model.ts'

const exhibit = (number: number, pages: number, title = `Paper ${number}`): PreparedExhibit => ({
  number,
  document: `d${number}`,
  title,
  pages,
  notes: [],
  ...(pages === 0 ? { missing: 'it has not been handed over' } : {}),
})

describe('the index of exhibits', () => {
  it('comes after the paper, and exhibits after it, without a gap', () => {
    const exhibits = [exhibit(1, 5), exhibit(2, 0), exhibit(3, 2)]
    expect(exhibitPages(exhibits, 3, 'en')).toEqual([
      { exhibit: 1, from: 5, to: 9 },
      { exhibit: 3, from: 10, to: 11 },
    ])
  })

  it('names what is missing with its reason, and gives it no page', () => {
    const exhibits = [exhibit(1, 0)]
    const [rows] = indexPages(exhibits, [], 'es')
    expect(rows?.[0]).toMatchObject({ faint: ['No se adjunta: it has not been handed over'], pages: '–' })
  })

  it('takes as many pages as its rows need, whatever page numbers stand in it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ pages: fc.nat(9), words: fc.nat(60) }), { maxLength: 120 }), (all) => {
        const exhibits = all.map(({ pages, words }, at) => exhibit(at + 1, pages, 'statement '.repeat(words + 1)))
        const places = exhibitPages(exhibits, 7, 'en')
        const sheets = indexPages(exhibits, places, 'en')
        expect(sheets.length).toBe(indexPages(exhibits, [], 'en').length)
        expect(sheets.flat().map(({ number }) => number)).toEqual(exhibits.map(({ number }) => String(number)))
        const first = places[0]
        if (first !== undefined) expect(first.from).toBe(7 + sheets.length + 1)
      }),
      { numRuns: 50 },
    )
  })

  it('loses no letter where it breaks a title, even one without spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        expect(breakLines(title).join('').replaceAll(/\s/gu, '')).toBe(title.replaceAll(/\s/gu, ''))
      }),
      { numRuns: 100 },
    )
  })
})
