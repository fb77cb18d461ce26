import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extend, pointsOf, project, viewOf } from './index.ts'
import type { Entry, View } from './index.ts'
import { history, shuffled } from './testing-histories.ts'
import { tell } from './testing.ts'

const now = Number.MAX_SAFE_INTEGER
const viewNow = (entries: readonly Entry[]): View => viewOf(project(entries), { knownBy: now, audience: 'desk' })

describe('a projection', () => {
  it('depends on the sequence and on nothing else: neither on the order of arrival nor on the clock', () => {
    fc.assert(
      fc.property(
        history.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries], { minLength: entries.length })),
        ),
        ([entries, mixed]) => {
          expect(project(mixed)).toEqual(project(entries))
          const lied = entries.map((entry, index) => ({
            ...entry,
            recorded: `19${70 + (index % 20)}-01-01T00:00:00Z`,
          }))
          expect(viewNow(lied)).toEqual(viewNow(entries))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('that grows by what is new is the projection of everything, and the earlier state stays as it was', () => {
    fc.assert(
      fc.property(
        history.chain((entries) => fc.tuple(fc.constant(entries), fc.nat({ max: entries.length }))),
        ([entries, cut]) => {
          const before = project(entries.slice(0, cut))
          const kept = project(entries.slice(0, cut))
          expect(extend(before, entries.slice(cut))).toEqual(project(entries))
          expect(before).toEqual(kept)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('lists things in order of entry and knows the last number', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const state = project(entries)
        const sequences = [...state.claims.values()].map(({ sequence }) => sequence)
        expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
        expect(state.lastSequence).toBe(entries.length)
        expect(state.entries.size).toBe(entries.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('one more claim', () => {
  it('removes no claim from any list, of the record, of an event or of a point', () => {
    fc.assert(
      fc.property(
        history.filter((entries) => entries.some(({ body }) => body.kind === 'claim')),
        (entries) => {
          const last = entries.findLastIndex(({ body }) => body.kind === 'claim')
          const before = viewNow(entries.filter((_, index) => index !== last))
          const after = viewNow(entries)
          for (const id of before.claims.keys()) expect(after.claims.has(id)).toBe(true)
          for (const [id, event] of before.events) {
            expect(after.events.get(id)?.claims).toEqual(expect.arrayContaining([...event.claims]))
            for (const [property, point] of event.properties) {
              expect(after.events.get(id)?.properties.get(property)?.claims).toEqual(
                expect.arrayContaining([...point.claims]),
              )
            }
          }
          for (const [subject, properties] of before.facts) {
            for (const [property, point] of properties) {
              expect(after.facts.get(subject)?.get(property)?.claims).toEqual(
                expect.arrayContaining([...point.claims]),
              )
            }
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('rivals', () => {
  const values = (view: View) =>
    pointsOf(view)
      .map(({ subject, property, rivals, span }) => ({
        subject,
        property,
        span,
        rivals: rivals.map((rival) => ({
          ...rival,
          claims: rival.claims.map(({ id }) => id).toSorted(),
          denials: rival.denials.map(({ id }) => id).toSorted(),
        })),
      }))
      .toSorted((a, b) => (`${a.subject}.${a.property}` < `${b.subject}.${b.property}` ? -1 : 1))

  it('are grouped alike in whatever order their claims were entered', () => {
    const claimsOnly = history.map((entries) =>
      entries.filter(({ body }) => body.kind !== 'position' && body.kind !== 'identity'),
    )
    fc.assert(
      fc.property(
        claimsOnly.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries))),
        ([entries, mixed]) => {
          expect(values(viewNow(mixed))).toEqual(values(viewNow(entries)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of one date never overlap, and every asserted date stands with at least one of them', () => {
    fc.assert(
      fc.property(history, (entries) => {
        for (const { properties } of viewNow(entries).events.values()) {
          for (const property of ['date', 'notified']) {
            const { rivals = [], claims = [], refused = [] } = properties.get(property) ?? {}
            const spans = rivals.map(({ span }) => span ?? { earliest: Infinity, latest: -Infinity })
            spans
              .slice(1)
              .forEach((span, index) => expect(span.earliest).toBeGreaterThan(spans[index]?.latest ?? Infinity))
            for (const claim of claims) {
              if (claim.polarity === 'denied' || refused.includes(claim)) continue
              expect(rivals.some((rival) => rival.claims.includes(claim))).toBe(true)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the five July dates of one ruling', () => {
  const dates = ['2013-07-18', '2013-07-19', '2013-07-22', '2013-07-23', '2013-07-24']
  const told = () =>
    dates.reduce(
      (record, date, index) =>
        record
          .document(`paper-${index}`)
          .claim('ruling', 'date', date, { id: `c-${date}`, document: `paper-${index}`, said: date }),
      tell().event('ruling', 'admissibility-granted'),
    )

  it('are five rivals, one source each, and the hull spans them all', () => {
    const [point] = pointsOf(told().view())
    expect(point?.rivals.map((rival) => [rival.value, rival.independentSources])).toEqual(
      dates.map((date) => [date, 1]),
    )
    expect(point?.outcome).toBe('both-stand')
    expect(point?.span?.text).toBe('2013-07-18/2013-07-24')
  })

  it('give one answer, with its reason, once counsel prefers the date on the original', () => {
    const [point] = pointsOf(told().position('ruling', 'date', 'preferred', ['c-2013-07-22']).view())
    expect(point).toMatchObject({
      outcome: 'preferred',
      value: '2013-07-22',
      preferred: { by: 'counsel', because: 'the original is held' },
    })
    expect(point?.rivals).toHaveLength(5)
  })
})
