import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { boundBy, boundUnverified } from './bindings.ts'
import { lawOf } from './testing.ts'

const day = (text: string): number => parseMoment(text, 'UTC')

const law = lawOf(
  { binding: 'es.treaty', state: 'ES', instrument: 'act', from: '1979-10-04', checked: 'official', source: 'read' },
  {
    binding: 'ge.treaty',
    state: 'GE',
    instrument: 'act',
    from: '1999-05-20',
    until: '2020-01-01',
    checked: 'unverified',
    source: 'from memory',
  },
  {
    binding: 'sk.treaty',
    state: 'SK',
    instrument: 'act',
    from: 'unknown',
    checked: 'unverified',
    source: 'no text',
  },
  {
    binding: 'kz.treaty',
    state: 'KZ',
    instrument: 'act',
    from: 'never',
    checked: 'unverified',
    source: 'no party',
  },
)

describe('whether a State is bound, and whether anybody has read it', () => {
  it('a day that was read needs no caution', () => {
    expect(boundBy(law, 'ES', 'act')(day('2014-02-19'))).toBe('true')
    expect(boundUnverified(law, 'ES', 'act', day('2014-02-19'))).toBe(false)
  })

  it('a day from memory binds, and says that it is from memory, from its first day to the last', () => {
    const on = (text: string) => [
      boundBy(law, 'GE', 'act')(day(text)),
      boundUnverified(law, 'GE', 'act', day(text)),
    ]
    expect(on('1999-05-19')).toEqual(['false', false])
    expect(on('1999-05-20')).toEqual(['true', true])
    expect(on('2019-12-31')).toEqual(['true', true])
    expect(on('2020-01-01')).toEqual(['false', false])
  })

  it('where nobody knows the day, or no page speaks of the State, nothing rests on memory: it is not known', () => {
    for (const state of ['SK', 'MD']) {
      expect(boundBy(law, state, 'act')(day('2014-02-19'))).toBe('unknown')
      expect(boundUnverified(law, state, 'act', day('2014-02-19'))).toBe(false)
    }
  })

  it('a State that never joined is not bound', () => {
    expect(boundBy(law, 'KZ', 'act')(day('2014-02-19'))).toBe('false')
    expect(boundUnverified(law, 'KZ', 'act', day('2014-02-19'))).toBe(false)
  })
})

describe('the days of a binding', () => {
  const bound = (binding: string, more: object) => ({
    binding,
    state: 'ES',
    instrument: 'treaty',
    checked: 'unverified',
    source: 'x',
    ...more,
  })
  const both = lawOf(
    bound('first', { from: '2000-01-01', until: '2010-01-01' }),
    bound('again', { from: '2012-01-01' }),
    bound('read', { from: '2015-01-01', checked: 'official' }),
    bound('other', { from: 'never', instrument: 'act' }),
  )
  const at = (text: string, instrument = 'treaty'): readonly [string, boolean] => [
    boundBy(both, 'ES', instrument)(day(text)),
    boundUnverified(both, 'ES', instrument, day(text)),
  ]

  it('are from the first minute of its first day to the last minute before the day on which it is over', () => {
    expect([at('1999-12-31T23:59'), at('2000-01-01T00:00')]).toEqual([
      ['false', false],
      ['true', true],
    ])
    expect([at('2009-12-31T23:59'), at('2010-01-01T00:00'), at('2012-01-01T00:00')]).toEqual([
      ['true', true],
      ['false', false],
      ['true', true],
    ])
  })

  it('rest on memory only where none that holds was read', () => {
    expect([at('2014-12-31T23:59'), at('2015-01-01T00:00')]).toEqual([
      ['true', true],
      ['true', false],
    ])
  })

  it('of one instrument say nothing of another', () => {
    expect(at('2014-01-01T00:00', 'act')).toEqual(['false', false])
    expect(at('2014-01-01T00:00', 'nothing-such')).toEqual(['unknown', false])
  })
})
