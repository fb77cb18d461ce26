import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable, printableLine } from './letters.ts'

describe('what of a text may be printed', () => {
  it('keeps letters, marks, digits, signs and spaces of every script', () => {
    const text = 'Қалай? – «Йо\u0301д», नमस्ते, می\u200Cخواهم, 中文, 🙂, a\u00A0b, № 12/2031 §'
    expect(printable(text)).toBe(text)
  })

  it('leaves out what a reader cannot see and what turns the order of letters round', () => {
    expect(printable('a\u0000\u0007\u001B\u200B\u200F\u202E\u2066\uFEFF\u00AD\u{E0041}\u{E0101}b')).toBe('ab')
  })

  it('keeps the ends of lines as one sign, and makes a tab a space', () => {
    expect(printable('a\r\nb\rc\u2028d\u0085e\tf')).toBe('a\nb\nc\nd\ne f')
    expect(printableLine(' a\nb ')).toBe('a b')
  })

  it('shows halves of characters as what they are', () => {
    expect(printable('a\uD800b\uFFFE')).toBe('a\uFFFDb\uFFFD')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(printable(text))).toBe(printable(text))
      }),
    )
  })
})
