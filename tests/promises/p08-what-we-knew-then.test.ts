/** P08: what we knew then can be asked again: later entries never change earlier answers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownFrom, parseMoment, pointsOf, project, recordedInstant, viewOf } from '../../src/record/index.ts'
import type { Audience, Body, Entry, Instant } from '../../src/record/index.ts'
import { dateText, history } from '../../src/record/testing-histories.ts'

const zone = 'Europe/Madrid'
const audience = fc.constantFrom<Audience>('desk', 'counsel', 'public')
const moment = fc.integer({ min: parseMoment('2013-11-30', zone), max: parseMoment('2016-01-01', zone) })
/** Moments at which something in the records above becomes known, one minute before, and any others. */
const asked = fc.oneof(
  moment,
  dateText.map((date) => knownFrom(date, zone)).filter(Number.isFinite),
  dateText.map((date) => knownFrom(date, zone) - 1).filter(Number.isFinite),
)

/** The first minute at which the audience knows what a body says; 0 for the frame, which is no knowledge. */
function since(body: Body, who: Audience): Instant {
  switch (body.kind) {
    case 'claim':
      return knownFrom(who === 'public' ? body.claim.public : body.claim.learned, zone)
    case 'position':
      return who !== 'public' ? knownFrom(body.position.learned, zone) : Infinity
    case 'identity':
      return who !== 'public' ? knownFrom(body.identity.learned, zone) : Infinity
    case 'completeness':
      return who !== 'public' ? knownFrom(body.completeness.learned, zone) : Infinity
    case 'assessment':
      return knownFrom(body.assessment.learned, zone)
    case 'case':
    case 'document':
    case 'entity':
    case 'proceeding':
    case 'event':
    case 'ruling':
    case 'release':
    case 'passage':
      return 0
  }
}

const answer = (entries: readonly Entry[], knownBy: Instant, who: Audience) => {
  const view = viewOf(project(entries), { knownBy, audience: who })
  return { view, points: pointsOf(view) }
}

describe('what was known at K', () => {
  it('is the same whether or not the record also holds what was learned after K', () => {
    fc.assert(
      fc.property(history, asked, audience, (entries, knownBy, who) => {
        const earlier = entries.filter(({ body }) => since(body, who) <= knownBy)
        expect(answer(entries, knownBy, who)).toEqual(answer(earlier, knownBy, who))
      }),
      { numRuns: 500 },
    )
  })

  it('only grows with K: nothing known is forgotten', () => {
    fc.assert(
      fc.property(history, asked, asked, audience, (entries, a, b, who) => {
        const before = answer(entries, Math.min(a, b), who).view
        const after = answer(entries, Math.max(a, b), who).view
        for (const id of before.claims.keys()) expect(after.claims.has(id)).toBe(true)
        for (const id of before.events.keys()) expect(after.events.has(id)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('never holds more for the public than some desk claim of level public', () => {
    fc.assert(
      fc.property(history, asked, (entries, knownBy) => {
        const { view } = answer(entries, knownBy, 'public')
        for (const claim of view.claims.values()) expect(claim.disclosure).toBe('public')
        expect([view.positions, view.identities, view.completeness, view.assessments]).toEqual([[], [], [], []])
      }),
      { numRuns: 200 },
    )
  })
})

describe('what the record showed at R', () => {
  it('is the same whether or not anything was entered after R', () => {
    fc.assert(
      fc.property(history, moment, asked, audience, (entries, recordedBy, knownBy, who) => {
        const then = entries.filter(({ recorded }) => recordedInstant(recorded) <= recordedBy)
        const ask = { knownBy, audience: who }
        expect(viewOf(project(entries, { recordedBy }), ask)).toEqual(viewOf(project(then), ask))
      }),
      { numRuns: 300 },
    )
  })

  it('stays as it was when new entries are appended later', () => {
    fc.assert(
      fc.property(history, history, (entries, more) => {
        const recordedBy = Math.max(...entries.map(({ recorded }) => recordedInstant(recorded)))
        const appended = more
          .filter(({ body }) => body.kind === 'claim')
          .map((entry, index): Entry => ({
            ...entry,
            sequence: entries.length + index + 1,
            recorded: '2020-01-01T00:00:00Z',
            body:
              entry.body.kind === 'claim'
                ? { kind: 'claim', claim: { ...entry.body.claim, id: `later-${index}` } }
                : entry.body,
          }))
        expect(project([...entries, ...appended], { recordedBy })).toEqual(project(entries))
      }),
      { numRuns: 200 },
    )
  })
})
