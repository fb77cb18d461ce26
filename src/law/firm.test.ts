import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, any, type Four, not } from '../record/index.ts'
import { allOf, anyOf } from './firm.ts'

const four = fc.constantFrom<Four>('true', 'false', 'unknown', 'contested')
const values = fc.array(four, { maxLength: 5 })

describe('all and any of what is contested', () => {
  it('contested and unknown is no "no", contested or unknown no "yes"', () => {
    expect([allOf(['contested', 'unknown']), anyOf(['contested', 'unknown'])]).toEqual(['contested', 'contested'])
    expect([allOf(['contested', 'true']), anyOf(['contested', 'false'])]).toEqual(['contested', 'contested'])
  })
  it('a plain no or yes decides, whatever is contested beside it', () => {
    expect([allOf(['contested', 'unknown', 'false']), anyOf(['contested', 'unknown', 'true'])]).toEqual([
      'false',
      'true',
    ])
  })
  it('of nothing is yes and no', () => {
    expect([allOf([]), anyOf([])]).toEqual(['true', 'false'])
  })
  it('where nothing is contested are the plain ones', () => {
    fc.assert(
      fc.property(values, (told) => {
        const plain = told.filter((v) => v !== 'contested')
        expect([allOf(plain), anyOf(plain)]).toEqual([all(plain), any(plain)])
      }),
    )
  })
  it('say yes or no only where that holds whichever way the contested is decided', () => {
    fc.assert(
      fc.property(values, fc.constantFrom<Four>('true', 'false', 'unknown'), (told, decided) => {
        const settled = told.map((v) => (v === 'contested' ? decided : v))
        for (const [firm, plain] of [
          [allOf(told), all(settled)],
          [anyOf(told), any(settled)],
        ])
          if (firm === 'true' || firm === 'false') expect(plain).toBe(firm)
      }),
    )
  })
  it('mirror each other', () => {
    fc.assert(
      fc.property(values, (told) => {
        expect(not(allOf(told))).toBe(anyOf(told.map(not)))
      }),
    )
  })
})
