import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { dayOf, endOfDay, isoDay, startOfDay } from '../record/index.ts'
import type { Span } from '../record/index.ts'
import { calendars, fixtures, nationalHolidays, term } from './calendar.fixtures.ts'
import { compileCalendars } from './calendar.ts'
import { computeDeadline } from './deadline.ts'
import type { DeadlineInput, TermRule, TermStart } from './deadline.ts'

const ZONE = 'Europe/Madrid'
const day = fc.integer({ min: dayOf(1995, 1, 1), max: dayOf(2026, 12, 31) })
const unit = fc.constantFrom('day', 'working day', 'clear day', 'week', 'month', 'year', 'hour')
const calendarId = fc.constantFrom(...fixtures.map((f) => f.calendar))
const rollOver = fc.constantFrom('none', 'next-working-day')

const shape = {
  count: fc.integer({ min: 1, max: 45 }),
  unit,
  calendar: calendarId,
  rollOver,
  countFirstDay: fc.boolean(),
}
const plainTerm = fc.record(shape).map(({ count, unit: u, ...rest }) => ({ ...rest, period: `${count} ${u}s` }))
const anyTerm: fc.Arbitrary<TermRule> = fc
  .tuple(plainTerm, fc.array(plainTerm, { maxLength: 2 }))
  .map(([base, readings]) =>
    term({ ...base, readings: readings.map((r, n) => ({ ...r, reading: `reading-${n}`, why: 'a rival' })) }),
  )

const spanOf = (from: number, to: number): Span => ({
  earliest: startOfDay(ZONE, from),
  latest: endOfDay(ZONE, to),
  precision: 'interval',
  approximate: false,
  uncertain: false,
  text: '',
})
const known = (from: number, to: number): TermStart => ({ kind: 'known', span: spanOf(from, to) })
/** Four days in order: a wide span and a narrower one inside it. */
const nested = fc
  .tuple(day, fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 }))
  .map(([a, [b = 0, c = 0, d = 0]]) => [a, a + b, a + b + c, a + b + c + d] as const)
const pauseList = fc.array(
  fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([from, length]) => spanOf(from, from + length)),
  { maxLength: 3 },
)

const count = (version: TermRule, start: TermStart, more: Partial<DeadlineInput> = {}) =>
  computeDeadline({ versions: [version], start, calendars, ...more })

describe('Whatever the term, the calendar and the start', () => {
  it('safe is never after earliest, nor earliest after latest', () => {
    fc.assert(
      fc.property(anyTerm, nested, pauseList, (version, [a, , , d], pauses) => {
        const { safe, earliest, latest } = count(version, known(a, d), { pauses })
        expect(safe).toBeLessThanOrEqual(earliest ?? -Infinity)
        expect(earliest).toBeLessThanOrEqual(latest ?? Infinity)
      }),
    )
  })

  it('learning more about the start only confirms the safe date or moves it later', () => {
    fc.assert(
      fc.property(anyTerm, nested, pauseList, (version, [a, b, c, d], pauses) => {
        const unknown = count(version, { kind: 'moment-unknown', event: spanOf(a, d) }, { pauses })
        const wide = count(version, known(a, d), { pauses })
        const narrow = count(version, known(b, c), { pauses })
        expect(wide.safe).toBeGreaterThanOrEqual(unknown.safe ?? Infinity)
        expect(narrow.safe).toBeGreaterThanOrEqual(wide.safe ?? Infinity)
      }),
      { numRuns: 400 },
    )
  })

  it('the true deadline of any day in the span lies within the hull', () => {
    fc.assert(
      fc.property(anyTerm, nested, (version, [a, b, , d]) => {
        const hull = count(version, known(a, d))
        const one = count(version, known(b, b))
        expect(one.earliest).toBeGreaterThanOrEqual(hull.earliest ?? Infinity)
        expect(one.latest).toBeLessThanOrEqual(hull.latest ?? -Infinity)
      }),
      { numRuns: 400 },
    )
  })

  it('the hull of months and years is that of the days of the span, whatever paused them', () => {
    const months = fc
      .record({ ...shape, count: fc.integer({ min: 1, max: 8 }) })
      .map(({ count: n, unit: u, ...rest }) => term({ ...rest, period: u === 'year' ? '1 year' : `${n} months` }))
    const near = fc.tuple(fc.integer({ min: -40, max: 90 }), fc.integer({ min: 0, max: 60 }))
    const around = fc.tuple(day, fc.integer({ min: 1, max: 40 }), fc.array(near, { maxLength: 2 }))
    fc.assert(
      fc.property(months, around, (version, [first, length, offsets]) => {
        const pauses = offsets.map(([from, days]) => spanOf(first + from, first + from + days))
        const each = Array.from({ length: length + 1 }, (_, n) =>
          count(version, known(first + n, first + n), { pauses }),
        )
        const hull = count(version, known(first, first + length), { pauses })
        expect(hull.safe).toBe(Math.min(...each.map((one) => one.safe ?? -Infinity)))
        expect(hull.latest).toBe(Math.max(...each.map((one) => one.latest ?? Infinity)))
      }),
      { numRuns: 200 },
    )
  })

  it('a longer period never ends earlier', () => {
    fc.assert(
      fc.property(fc.record(shape), day, ({ count: n, unit: u, ...rest }, start) => {
        const [shorter, longer] = [n, n + 1].map((length) =>
          count(term({ ...rest, period: `${length} ${u}s` }), known(start, start)),
        )
        expect(longer?.safe).toBeGreaterThanOrEqual(shorter?.safe ?? Infinity)
      }),
    )
  })

  it('more holidays never make it end earlier', () => {
    fc.assert(
      fc.property(
        anyTerm,
        day,
        fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 8 }),
        (version, start, offsets) => {
          const days = offsets.map((n) => ({ day: isoDay(start + n), name: 'local' }))
          const more = compileCalendars(fixtures, [{ ...nationalHolidays, days }])
          const plain = count(version, known(start, start))
          const local = count(version, known(start, start), { calendars: more })
          expect(local.safe).toBeGreaterThanOrEqual(plain.safe ?? Infinity)
          expect(local.latest).toBeGreaterThanOrEqual(plain.latest ?? Infinity)
        },
      ),
    )
  })

  it('a pause never makes it end earlier', () => {
    fc.assert(
      fc.property(anyTerm, day, pauseList, (version, start, pauses) => {
        expect(count(version, known(start, start), { pauses }).safe).toBeGreaterThanOrEqual(
          count(version, known(start, start)).safe ?? Infinity,
        )
      }),
    )
  })

  it('a last day that is moved is a working day', () => {
    fc.assert(
      fc.property(plainTerm, nested, (fields, [a, , , d]) => {
        const version = term({ ...fields, rollOver: 'next-working-day' })
        if (version.period.includes('hour')) return
        for (const step of count(version, known(a, d)).steps.filter((s) => s.kind === 'roll-over')) {
          expect(
            calendars
              .get(version.calendar)
              ?.isWorkingDay(dayOf(...((step.day ?? '').split('-').map(Number) as [number, number, number]))),
          ).toBe(true)
        }
      }),
    )
  })
})

describe('The time zone of the machine', () => {
  const before = process.env['TZ']
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it('changes neither dates nor words', () => {
    const all = (zone: string): string => {
      process.env['TZ'] = zone
      const fresh = compileCalendars(fixtures, [nationalHolidays])
      return JSON.stringify(
        fc
          .sample(fc.tuple(anyTerm, nested), { seed: 7, numRuns: 60 })
          .map(([version, [a, , , d]]) => count(version, known(a, d), { calendars: fresh })),
      )
    }
    const reference = all('UTC')
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Almaty'])
      expect(all(zone)).toBe(reference)
  })
})
