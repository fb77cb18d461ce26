import { describe, expect, it } from 'vitest'
import { standingOf } from './standing.ts'
import { given, lawOf, occurrence, remedy, withEvents } from './testing.ts'

const day = '2014-02-20'
const standing = (...lines: readonly string[]) =>
  standingOf(
    lawOf(remedy('appeal')),
    given(day, 'sending-state=ES', 'receiving-state=KZ', 'ordered 2014-02-05', ...lines),
  ).standing
const seen = (...lines: readonly string[]) => {
  const { gone, stops } = standing(...lines)
  return [gone?.event, gone?.when?.text, stops.length]
}

describe('a person who is gone', () => {
  it.each(['surrendered', 'removed'])('%s: nothing can be stopped any more, and the day is told', (event) => {
    expect(seen(`${event} 2014-02-14`)).toEqual([event, '2014-02-14', 0])
  })

  it('is told the day of the removal itself, not of what came after or did not happen', () => {
    const situation = given(day, 'sending-state=ES', 'removed 2014-02-10', 'hearing 2014-02-15')
    const denied = withEvents(situation, occurrence('removed', '2014-02-18', { occurred: 'false' }))
    const when = (one: typeof situation) => standingOf(lawOf(remedy('appeal')), one).standing.gone?.when?.text
    expect([when(situation), when(denied)]).toEqual(['2014-02-10', '2014-02-10'])
    expect(standing()).not.toHaveProperty('gone')
  })

  it('is still here before the day comes', () => {
    expect(seen('surrendered 2014-02-25')).toEqual([undefined, undefined, 1])
  })

  it('is not taken to be gone where nobody records it, where sources dispute it, or where it did not happen', () => {
    for (const line of ['hearing 2014-02-14', 'contested surrendered 2014-02-14', 'no surrendered'])
      expect(seen(line)).toEqual([undefined, undefined, 1])
  })

  it('is here again after a return, and not after a return to the other State', () => {
    expect(seen('surrendered 2014-02-14', 'returned 2014-02-18 place=ES')).toEqual([undefined, undefined, 1])
    expect(seen('surrendered 2014-02-14', 'returned 2014-02-18 place=KZ')[0]).toBe('surrendered')
    expect(seen('surrendered 2014-02-14', 'returned 2014-02-10 place=ES')[0]).toBe('surrendered')
  })

  it('is gone again after a second removal', () => {
    const twice = ['removed 2014-02-10', 'returned 2014-02-12 place=ES', 'removed 2014-02-14']
    expect(seen(...twice)).toEqual(['removed', '2014-02-14', 0])
  })

  it('a hand-over by another State takes nobody out of the hands of this one', () => {
    expect(seen('surrendered 2014-02-14 state=FR')).toEqual([undefined, undefined, 1])
  })
})
