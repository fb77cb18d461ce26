import { describe, expect, it } from 'vitest'
import { all, any, atLeastAsInformed, fromBits, not, pool, toBits } from './index.ts'
import type { Four } from './index.ts'

const values: readonly Four[] = ['true', 'false', 'unknown', 'contested']
const pairs = values.flatMap((a) => values.map((b) => [a, b] as const))
const triples = pairs.flatMap(([a, b]) => values.map((c) => [a, b, c] as const))
const and = (a: Four, b: Four): Four => all([a, b])
const or = (a: Four, b: Four): Four => any([a, b])

describe('the four values', () => {
  it('are two bits: ground for yes, ground for no', () => {
    expect(values.map(toBits)).toEqual([1, 2, 0, 3])
    for (const value of values) expect(fromBits(toBits(value))).toBe(value)
  })

  it('NOT swaps yes and no, and leaves unknown and contested', () => {
    expect(values.map(not)).toEqual(['false', 'true', 'unknown', 'contested'])
    for (const value of values) expect(not(not(value))).toBe(value)
  })

  it('ALL of nothing is true, ANY of nothing is false, and of one thing is that thing', () => {
    expect([all([]), any([]), pool([])]).toEqual(['true', 'false', 'unknown'])
    for (const value of values) expect([all([value]), any([value]), pool([value])]).toEqual([value, value, value])
  })

  it('ALL and ANY agree with the printed table', () => {
    const table = (operation: (a: Four, b: Four) => Four) =>
      values.map((a) => values.map((b) => operation(a, b)[0]).join(''))
    expect(table(and)).toEqual(['tfuc', 'ffff', 'ufuf', 'cffc'])
    expect(table(or)).toEqual(['tttt', 'tfuc', 'tuut', 'tctc'])
  })
})

describe('the laws of a lattice, for every value', () => {
  it.each(pairs)('%s and %s: order does not matter, De Morgan and absorption hold', (a, b) => {
    expect([and(a, b), or(a, b)]).toEqual([and(b, a), or(b, a)])
    expect(not(and(a, b))).toBe(or(not(a), not(b)))
    expect(not(or(a, b))).toBe(and(not(a), not(b)))
    expect([and(a, or(a, b)), or(a, and(a, b))]).toEqual([a, a])
    expect(pool([a, b])).toBe(pool([b, a]))
  })

  it('grouping does not matter, and each distributes over the other', () => {
    for (const [a, b, c] of triples) {
      expect(and(and(a, b), c)).toBe(and(a, and(b, c)))
      expect(or(or(a, b), c)).toBe(or(a, or(b, c)))
      expect(all([a, b, c])).toBe(and(and(a, b), c))
      expect(any([a, b, c])).toBe(or(or(a, b), c))
      expect(and(a, or(b, c))).toBe(or(and(a, b), and(a, c)))
      expect(or(a, and(b, c))).toBe(and(or(a, b), or(a, c)))
      expect(pool([a, pool([b, c])])).toBe(pool([pool([a, b]), c]))
    }
  })
})

describe('the information order', () => {
  it('runs from unknown to contested, with true and false between and apart', () => {
    for (const value of values) {
      expect(atLeastAsInformed(value, 'unknown')).toBe(true)
      expect(atLeastAsInformed('contested', value)).toBe(true)
    }
    expect([atLeastAsInformed('true', 'false'), atLeastAsInformed('false', 'true')]).toEqual([false, false])
  })

  it('is kept by every operation: learning more never takes a ground away from a conclusion', () => {
    for (const [a, b] of pairs) {
      for (const [more, other] of pairs) {
        if (!atLeastAsInformed(more, a) || !atLeastAsInformed(other, b)) continue
        expect(atLeastAsInformed(not(more), not(a))).toBe(true)
        expect(atLeastAsInformed(and(more, other), and(a, b))).toBe(true)
        expect(atLeastAsInformed(or(more, other), or(a, b))).toBe(true)
        expect(atLeastAsInformed(pool([more, other]), pool([a, b]))).toBe(true)
      }
    }
  })

  it('no operation makes a ground out of unknown alone', () => {
    expect([
      not('unknown'),
      and('unknown', 'unknown'),
      or('unknown', 'unknown'),
      pool(['unknown', 'unknown']),
    ]).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
  })
})
