/**
 * P16: deadlines err on the safe side: adding information about a start only moves the safe date later, or confirms
 * it.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateCase, type Law, type Occurrence, remedyState, type Situation } from '../../src/law/index.ts'
import { dayOf, isoDay, parseDate, type Span } from '../../src/record/index.ts'
import { type Block, given, lawOf, madrid, occurrence, remedy, term, withEvents } from '../../src/law/testing.ts'

const first = dayOf(2014, 1, 1)
const text = (day: number): string => isoDay(first + day)
const day = fc.integer({ min: 0, max: 400 })
const span = (from: number, to: number): Span =>
  parseDate(from === to ? text(from) : `${text(from)}/${text(to)}`, madrid)

/** A wide span and a narrower one inside it. */
const nested = fc.array(day, { minLength: 4, maxLength: 4 }).map((days) => {
  const [a = 0, b = 0, c = 0, d = 0] = days.toSorted((x, y) => x - y)
  return { wide: span(a, d), narrow: span(b, c) }
})

const weekdays: Block = {
  calendar: 'working',
  title: { en: 'Working days' },
  zone: madrid,
  versions: [
    {
      weekdaysOff: [6, 7],
      closed: ['08-01/08-31', '12-24/01-06'],
      norm: { instrument: 'act', article: '2', checked: 'official' },
    },
  ],
}
const period = fc.constantFrom('5 days', '3 working days', '2 months', '72 hours', '1 year', '2 weeks')
const lawWith = (days: string, more: Block = {}): Law =>
  lawOf(
    weekdays,
    remedy('appeal', { term: 'limit' }),
    term('limit', { period: days, calendar: days.includes('working') ? 'working' : 'every-day', ...more }),
  )

const limit = (law: Law, situation: Situation) => evaluateCase(law, situation).ground.term('limit')
const safe = (law: Law, situation: Situation): number | null => limit(law, situation).deadline.safe

/** Asked long after, so that every start lies in the past. */
const late = given('2016-01-01')
const notified = (when: Span | undefined, event = span(0, 0)): Occurrence =>
  occurrence('ordered', text(0), { when: event, moments: when === undefined ? {} : { notified: when } })
const start = (id: string, when: Span, more: Partial<Occurrence> = {}): Occurrence =>
  occurrence('ordered', undefined, { id, when, ...more })

/** Never earlier than before; a date stays a date. */
function expectNotEarlier(after: number | null, before: number | null): void {
  if (before === null) return
  expect(after).not.toBeNull()
  expect(after ?? -Infinity).toBeGreaterThanOrEqual(before)
}

describe('the safe date', () => {
  it('only moves later, or stays, when the notification is known more exactly', () => {
    fc.assert(
      fc.property(period, nested, (days, { wide, narrow }) => {
        const law = lawWith(days)
        expectNotEarlier(safe(law, withEvents(late, notified(narrow))), safe(law, withEvents(late, notified(wide))))
      }),
      { numRuns: 150 },
    )
  })

  it('only moves later, or stays, when a notification that was not known becomes known', () => {
    fc.assert(
      fc.property(period, day, day, (days, act, later) => {
        const law = lawWith(days)
        const event = span(act, act)
        expectNotEarlier(
          safe(law, withEvents(late, notified(span(act + later, act + later), event))),
          safe(law, withEvents(late, notified(undefined, event))),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('only moves later, or stays, when the event itself is known more exactly', () => {
    fc.assert(
      fc.property(period, nested, (days, { wide, narrow }) => {
        const law = lawWith(days, { starts: { event: 'ordered' } })
        expectNotEarlier(
          safe(law, withEvents(late, start('a', narrow))),
          safe(law, withEvents(late, start('a', wide))),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('only moves later, or stays, when a further start becomes known', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('5 days', '2 weeks', '72 hours', '3 working days'),
        nested,
        nested,
        (days, a, b) => {
          const law = lawWith(days, { starts: { event: 'ordered' } })
          const one = withEvents(late, start('a', a.wide))
          expectNotEarlier(safe(law, withEvents(one, start('b', b.wide))), safe(law, one))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('only moves later, or stays, when one of several starts is known more exactly', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('5 days', '2 weeks', '72 hours', '3 working days'),
        nested,
        nested,
        (days, a, b) => {
          const law = lawWith(days, { starts: { event: 'ordered' } })
          const both = (other: Span): Situation => withEvents(late, start('a', a.wide), start('b', other))
          expectNotEarlier(safe(law, both(b.narrow)), safe(law, both(b.wide)))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('does not rely on a start that is contested, doubtful or denied', () => {
    fc.assert(
      fc.property(period, day, day, fc.constantFrom('contested', 'unknown', 'false'), (days, a, b, occurred) => {
        const law = lawWith(days, { starts: { event: 'ordered' } })
        const sure = withEvents(late, start('a', span(a, a)))
        const doubtful = withEvents(sure, start('b', span(b, b), { occurred }))
        expect(safe(law, doubtful)).toBe(safe(law, sure))
      }),
      { numRuns: 100 },
    )
  })

  it('does not rely on a pause that is contested or denied', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom('contested', 'unknown', 'false'), (act, pause, occurred) => {
        const law = lawWith('2 weeks', {
          starts: { event: 'ordered' },
          pausedWhile: [{ happened: 'stay-ordered', notSince: 'stay-lifted' }],
        })
        const plain = withEvents(late, start('a', span(act, act)))
        expect(safe(law, withEvents(plain, occurrence('stay-ordered', text(pause), { occurred })))).toBe(
          safe(law, plain),
        )
      }),
      { numRuns: 80 },
    )
  })

  it('is never later than any reading of the norm', () => {
    fc.assert(
      fc.property(period, nested, (days, { wide }) => {
        const law = lawWith(days, {
          starts: { event: 'ordered' },
          readings: [
            { reading: 'first-day', countFirstDay: true, why: 'a rival' },
            { reading: 'short', period: '1 day', why: 'another' },
          ],
        })
        const { deadline } = limit(law, withEvents(late, start('a', wide)))
        for (const reading of deadline.readings)
          expect(deadline.safe ?? Infinity).toBeLessThanOrEqual(reading.earliest)
        if (deadline.latest !== null) expect(deadline.safe ?? Infinity).toBeLessThanOrEqual(deadline.latest)
      }),
      { numRuns: 80 },
    )
  })

  it('is that of the version that may apply and ends first, where the change of the law straddles the start', () => {
    const law = lawOf(
      term('limit', { starts: { event: 'ordered' }, anchor: 'start', until: '2014-02-01' }),
      term('limit', { starts: { event: 'ordered' }, anchor: 'start', from: '2014-02-01', period: '1 day' }),
    )
    expect(safe(law, withEvents(late, start('a', parseDate('2014-01-30/2014-02-02', madrid))))).toBe(
      parseDate('2014-02-02', madrid).latest,
    )
  })
})

describe('a time limit is not over', () => {
  const passed = (law: Law, situation: Situation) => evaluateCase(law, situation).of('limit.passed')

  it('for certain before every start that may count has run out', () => {
    fc.assert(
      fc.property(nested, nested, day, (a, b, asked) => {
        const law = lawWith('5 days', { starts: { event: 'ordered' } })
        const starts = [start('a', a.wide), start('b', b.wide)]
        const situation = withEvents({ ...late, at: parseDate(text(asked), madrid).latest }, ...starts)
        // A start that lies wholly after the day asked has not happened by then and does not count.
        const counting = starts.filter((s) => (s.when?.earliest ?? -Infinity) <= situation.at)
        if (passed(law, situation) === 'true')
          expect(situation.at).toBeGreaterThan(Math.max(...counting.map((s) => s.when?.latest ?? Infinity)))
      }),
      { numRuns: 200 },
    )
  })

  it('for certain while a start without a date, or of uncertain date, may have begun it anew', () => {
    const law = lawWith('5 days', { starts: { event: 'ordered' } })
    const old = start('a', span(0, 0))
    expect(passed(law, withEvents(late, old))).toBe('true')
    expect(passed(law, withEvents(late, old, occurrence('ordered', undefined)))).toBe('unknown')
    expect(passed(law, withEvents(late, old, start('b', parseDate('2014-01-01/..', madrid))))).toBe('unknown')
  })

  it('for certain while the notification is not known: the remedy is asked about, not closed', () => {
    const law = lawWith('5 days')
    const situation = withEvents(given('2016-01-01', 'no filed', 'no waived'), notified(undefined))
    expect(passed(law, situation)).toBe('unknown')
    expect(remedyState(evaluateCase(law, situation), 'appeal')?.status).toBe('open')
  })

  it('when the only start recorded may belong to something else: it still gives a date to act by', () => {
    const law = lawWith('5 days', { starts: { event: 'decided outcome=refused', moment: 'occurred' } })
    const found = limit(law, withEvents(late, occurrence('decided', text(0))))
    expect([found.started, found.deadline.safe === null]).toEqual(['unknown', false])
  })
})
