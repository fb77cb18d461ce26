import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmless, pairLines, tableLines, widthOf, wrap } from './layout.ts'

describe('text on a terminal', () => {
  it('is wrapped at spaces and keeps its own line breaks', () => {
    expect(wrap('The asylum appeal is still pending.\nIt can stop the transfer.', 16)).toEqual([
      'The asylum',
      'appeal is still',
      'pending.',
      'It can stop the',
      'transfer.',
    ])
  })

  it('never grows wider than the page, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 80 }), (text, width) => {
        const lines = wrap(text, width)
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/\s/g, '')).toBe(harmless(text).replace(/\s/g, ''))
      }),
    )
  })

  it('counts an accent as nothing and a wide character as two columns', () => {
    expect(widthOf('Español')).toBe(7)
    expect(widthOf('Espan\u0303ol')).toBe(7)
    expect(widthOf('Александр')).toBe(9)
    expect(widthOf('中文')).toBe(4)
  })

  it('shows control characters instead of obeying them', () => {
    const fromADocument = 'refused\u001b[2J\u0007 \u202edetnarg'
    expect(harmless(fromADocument)).toBe('refused␛[2J␇ \ufffddetnarg')
    expect(wrap('a\rb', 10)).toEqual(['a␍b'])
  })
})

describe('names and values', () => {
  it('stand in two aligned columns, and long values wrap under themselves', () => {
    const rows = [
      ['stage', 'government decides next'],
      ['track', 'es.extradition, before the Council of Ministers'],
    ] as const
    expect(pairLines(rows, 40, 2)).toEqual([
      '  stage  government decides next',
      '  track  es.extradition, before the',
      '         Council of Ministers',
    ])
  })
  it('wrap a name that is longer than its column', () => {
    expect(pairLines([['a very long name of a thing', 'x']], 30, 0)).toEqual([
      'a very      x',
      'long name',
      'of a thing',
    ])
  })
})

describe('a table', () => {
  const rows = [
    ['asylum appeal', 'Audiencia Nacional, contentious chamber', 'open'],
    ['Rule 39', 'European Court of Human Rights', 'open'],
  ]
  it('is as wide as it needs to be', () => {
    expect(tableLines(['remedy', 'body', 'status'], rows, 100)).toEqual([
      'remedy         body                                     status',
      '-------------  ---------------------------------------  ------',
      'asylum appeal  Audiencia Nacional, contentious chamber  open',
      'Rule 39        European Court of Human Rights           open',
    ])
  })
  it('takes room from the widest column when the page is narrow', () => {
    const lines = tableLines(['remedy', 'body', 'status'], rows, 48)
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(48)
    expect(lines[2]).toBe('asylum appeal  Audiencia Nacional,        open')
  })
})
