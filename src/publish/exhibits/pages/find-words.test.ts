import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWord } from './find-words.ts'
import type { Letter } from './find-words.ts'

const letters = (text: string): Letter[] =>
  Array.from(text, (letter, at): Letter => ({ text: letter, line: 0, box: [at, 0, at + 1, 1] }))
const found = (text: string, word: string): string[] =>
  findWord(letters(text), word).map((hit) => hit.map((at) => [...text][at]).join(''))

describe('a passage is found as a person reads it', () => {
  it('whatever its capitals and accents', () => {
    expect(found('señor MUÑOZ habló', 'munoz')).toEqual(['MUÑOZ'])
  })
  it('over a line end, and over a word that a hyphen breaks', () => {
    expect(found('Person\nA said', 'Person A')).toEqual(['Person\nA'])
    expect(found('Zor-\nblatt said', 'Zorblatt')).toEqual(['Zor-\nblatt'])
  })
  it('but not inside a longer word', () => {
    expect(found('quality, Ali, realignment', 'Ali')).toEqual(['Ali'])
  })
  it('in letters that are written as one', () => {
    expect(found('the oﬃce', 'office')).toEqual(['oﬃce'])
  })
  it('every time that it stands between spaces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('one', 'two', 'Person', 'A'), { maxLength: 30 }), (words) => {
        const text = words.join(' ')
        expect(found(text, 'two')).toHaveLength(words.filter((word) => word === 'two').length)
      }),
    )
  })
})
