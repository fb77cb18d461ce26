import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from './pieces.ts'

describe('places where a long token may be broken', () => {
  it('change no letter of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(piecesOf(text).join('')).toBe(text)
      }),
    )
  })

  it('are in no word of ordinary length', () => {
    expect(piecesOf('Internationalisation of extraordinary responsibilities')).toHaveLength(1)
  })

  it('are behind the signs of an address, and after some letters where it has none', () => {
    expect(piecesOf('see https://example.org/reports/2031')).toEqual([
      'see https://',
      'example.',
      'org/',
      'reports/',
      '2031',
    ])
    expect(piecesOf('0123456789abcdef0123456789abcdef')).toEqual(['0123456789ab', 'cdef01234567', '89abcdef'])
  })

  it('are never between a letter and its mark', () => {
    const pieces = piecesOf('е\u0301'.repeat(40))
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.filter((piece) => piece.startsWith('\u0301'))).toEqual([])
  })
})
