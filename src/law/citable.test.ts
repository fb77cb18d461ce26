import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { citable, normsKnown } from './citable.ts'
import { given, lawOf } from './testing.ts'

const moment = (text: string): number => parseMoment(text, 'UTC')

describe('an authority', () => {
  it('can be cited from the day after it was given', () => {
    expect(citable('2014-02-10', moment('2014-02-10T23:59'))).toBe(false)
    expect(citable('2014-02-10', moment('2014-02-11T00:00'))).toBe(true)
  })
})

describe('the norms that can be named for a day', () => {
  const law = lawOf(
    {
      instrument: 'old-act',
      title: { en: 'The old Act' },
      short: 'Old',
      kind: 'statute',
      jurisdiction: 'ES',
      official: 'A-0',
      checked: 'official',
      from: '2000-01-01',
      until: '2014-01-01',
    },
    { rule: 'any', when: ['ordered'] },
  )
  const norm = (instrument: string, given_?: string) => ({
    instrument,
    article: '1',
    checked: 'official' as const,
    ...(given_ === undefined ? {} : { given: given_ }),
  })
  const named = (at: string, ...norms: ReturnType<typeof norm>[]): string[] =>
    normsKnown({ law, situation: { ...given(at), at: moment(at), knownBy: moment(at) } }, norms).map(
      ({ instrument }) => instrument,
    )

  it('are laws from their first day until the day on which they no longer hold', () => {
    const both = [norm('act'), norm('old-act')]
    expect(named('1999-12-31T23:59', ...both)).toEqual(['act'])
    expect(named('2000-01-01T00:00', ...both)).toEqual(['act', 'old-act'])
    expect(named('2013-12-31T23:59', ...both)).toEqual(['act', 'old-act'])
    expect(named('2014-01-01T00:00', ...both)).toEqual(['act'])
  })

  it('are judgments once they had been given', () => {
    const both = [norm('act'), norm('treaty', '2010-05-05')]
    expect(named('2010-05-05T12:00', ...both)).toEqual(['act'])
    expect(named('2010-05-06T00:00', ...both)).toEqual(['act', 'treaty'])
  })

  it('are all of them where none can be named, and those of an instrument that no pack describes', () => {
    expect(named('2014-02-10T00:00', norm('old-act'))).toEqual(['old-act'])
    expect(named('2014-02-10T00:00', norm('lost-act'))).toEqual(['lost-act'])
    expect(named('2014-02-10T00:00', norm('act'), norm('lost-act'))).toEqual(['act', 'lost-act'])
    const alone = norm('act')
    expect(normsKnown({ law, situation: given('2014-02-10') }, alone)).toEqual([alone])
  })
})
