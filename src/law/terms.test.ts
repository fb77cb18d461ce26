import { describe, expect, it } from 'vitest'
import { dayIn, isoDay } from '../record/index.ts'
import { ask, evaluated, given, lawOf, madrid, problemsOf, term } from './testing.ts'

const limit = (moment: string) =>
  term('five-days', {
    starts: { event: 'ordered', moment: 'pronounced' },
    readings: [{ reading: 'from-service', moment, why: 'It was not read which one counts.' }],
  })
const law = lawOf(limit('notified'))
const told = 'ordered 2014-02-03 pronounced=2014-02-03 notified=2014-02-07'

function days(...lines: readonly string[]) {
  const { deadline } = evaluated(law, '2014-02-10', ...lines).ground.term('five-days')
  const day = (at: number | null): string | null => (at === null ? null : isoDay(dayIn(madrid, at)))
  return { safe: day(deadline.safe), latest: day(deadline.latest), deadline }
}

describe('a reading that counts from another moment of the event', () => {
  it('never moves the safe day later, and keeps the time limit from being over', () => {
    expect(days(told)).toMatchObject({ safe: '2014-02-08', latest: '2014-02-12' })
    expect(ask(law, given('2014-02-10', told), 'five-days.passed')).toBe('unknown')
    expect(ask(law, given('2014-02-13', told), 'five-days.passed')).toBe('true')
  })

  it('leaves the end open while its moment is not recorded', () => {
    expect(days('ordered 2014-02-03 pronounced=2014-02-03')).toMatchObject({ safe: '2014-02-08', latest: null })
  })

  it('makes the safe day earlier where its moment came first', () => {
    const { safe, latest } = days('ordered 2014-02-01 notified=2014-02-02 pronounced=2014-02-03')
    expect([safe, latest]).toEqual(['2014-02-07', '2014-02-08'])
  })

  it('is named in the count, which ends with one safe day', () => {
    const { deadline } = days(told)
    expect(deadline.readings.map(({ reading }) => reading)).toEqual([null, 'from-service'])
    const kinds = deadline.steps.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'safe')).toEqual(['safe'])
    expect(kinds.lastIndexOf('start')).toBeGreaterThan(kinds.indexOf('reading'))
  })

  it('has to name a moment that there is', () => {
    expect(problemsOf(limit('served')).map(({ what }) => what)).toEqual(['"served" is not a moment of an event.'])
  })
})
