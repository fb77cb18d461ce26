import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { linkedCases } from './linked.ts'
import { happened, readIn, sheetFor } from './sheet.fixtures.ts'

const open = { public: '2014-01-01' } as const

/** The person and another are both tied to one figure; the figure has a child. */
const affair = () => {
  const told = tell().entity('figure').entity('other').entity('child')
  told
    .claim('person', 'associate-of', 'figure', open)
    .claim('other', 'associate-of', 'figure', open)
    .claim('child', 'relative-of', 'figure', open)
  happened(told, 'shelter', 'asylum-granted', 'The other is granted asylum', '2013-01-05', 'other')
  happened(told, 'handed', 'surrendered', 'The other is handed over', '2013-06-05', 'other')
  return happened(told, 'flown', 'removed', 'The child is flown out', '2013-05-31', 'child')
}

describe('linked cases', () => {
  it('reach those who are tied to the same figure, what is adverse first', () => {
    const text = readIn(linkedCases(sheetFor(affair())))
    expect(text).toContain('Other, associated with figure.')
    expect(text.indexOf('handed over')).toBeLessThan(text.indexOf('granted asylum'))
  })

  it('show no relative to the public: a family is found by its members', () => {
    expect(readIn(linkedCases(sheetFor(affair())))).toContain('Child, of the family of figure.')
    const text = readIn(linkedCases(sheetFor(affair(), { audience: 'public' })))
    expect(text).toContain('handed over')
    expect(text).not.toMatch(/child/iu)
  })

  it('are nothing where nothing is recorded of the others', () => {
    const told = tell().entity('figure').claim('person', 'associate-of', 'figure')
    expect(linkedCases(sheetFor(told)).blocks).toEqual([])
  })
})
