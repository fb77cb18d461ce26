import { describe, expect, it } from 'vitest'
import { evaluateCase } from './evaluate.ts'
import { given, lawOf } from './testing.ts'

const law = lawOf(
  { rule: 'asked', when: ['ordered'] },
  { rule: 'not-asked', when: ['arrest'] },
  { rule: 'both', when: [{ holds: 'asked' }, { holds: 'not-asked' }] },
)
const situation = given('2014-02-10', 'ordered 2014-02-05', 'arrest 2014-02-01')

describe('a case evaluated for some conclusions', () => {
  it('answers those, and leaves unknown what they do not rest on', () => {
    const some = evaluateCase(law, situation, undefined, ['asked'])
    expect([some.of('asked'), some.of('not-asked'), some.of('both')]).toEqual(['true', 'unknown', 'unknown'])
    expect(some.grounded.flatMap(({ evidence }) => evidence)).toEqual(['given-2'])
  })

  it('is the whole case where no conclusions are named', () => {
    const whole = evaluateCase(law, situation)
    expect([whole.of('asked'), whole.of('not-asked'), whole.of('both')]).toEqual(['true', 'true', 'true'])
  })

  it('answers nothing for a conclusion that no pack draws', () => {
    const none = evaluateCase(law, situation, undefined, ['nowhere'])
    expect([none.of('nowhere'), none.of('asked')]).toEqual(['unknown', 'unknown'])
  })
})

describe('what is contested', () => {
  const met = lawOf(
    { rule: 'all-of', when: ['ordered', 'arrest'] },
    { rule: 'one-of', when: [{ any: ['ordered', 'arrest'] }] },
  )
  const values = (...lines: readonly string[]): string[] => {
    const found = evaluateCase(met, given('2014-02-10', ...lines))
    return [found.of('all-of'), found.of('one-of')]
  }

  it('stays contested beside what is not known, and is no answer by itself', () => {
    expect(values('contested ordered 2014-02-05')).toEqual(['contested', 'contested'])
  })

  it('is settled where the rest settles it', () => {
    expect(values('contested ordered 2014-02-05', 'arrest 2014-02-01')).toEqual(['contested', 'true'])
    expect(values('contested ordered 2014-02-05', 'no arrest')).toEqual(['false', 'contested'])
  })
})
