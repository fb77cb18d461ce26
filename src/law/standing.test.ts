import { describe, expect, it } from 'vitest'
import { atomKey } from './atom.ts'
import { type DutyLine, type Standing, standingOf } from './standing.ts'
import { type Block, given, lawOf, occurrence, remedy, term, withEvents } from './testing.ts'
import { randomCase, randomLaw, randomRules, situationOf } from './testing-random.ts'
import fc from 'fast-check'

const day = '2014-02-10'
const standing = (blocks: readonly Block[], ...lines: string[]): Standing =>
  standingOf(lawOf(...blocks), given(day, ...lines)).standing
const duty = (more: Block = {}): Block => ({
  duty: 'bound',
  bearer: 'sending-state',
  binding: 'binding',
  when: [{ happened: 'stay-ordered', notSince: 'stay-lifted' }],
  lasts: { en: 'until lifted' },
  ...more,
})
const dutyStatus = (block: Block, ...lines: string[]): DutyLine['status'] | undefined =>
  standing([block], ...lines).duties[0]?.status

describe('a duty', () => {
  it.each<[string, string[], string | undefined]>([
    [
      'binds when it began and it is shown that nothing ended it',
      ['stay-ordered 2014-02-01', 'no stay-lifted'],
      'binds',
    ],
    [
      'binds as recorded when it began and nothing recorded ended it',
      ['stay-ordered 2014-02-01'],
      'binds_as_recorded',
    ],
    ['is left out when its ground has gone', ['stay-ordered 2014-02-01', 'stay-lifted 2014-02-05'], undefined],
    ['is left out when it never began', ['no stay-ordered'], undefined],
    ['is unknown when nobody knows whether it began', [], 'unknown'],
    ['is contested when its ground is', ['contested stay-ordered 2014-02-01', 'no stay-lifted'], 'contested'],
  ])('%s', (_, lines, expected) => {
    expect(dutyStatus(duty(), ...lines)).toBe(expected)
  })

  it('has ended when it began and something that ends it has happened', () => {
    const ending = duty({ when: ['stay-ordered'], endedBy: ['stay-lifted'] })
    expect(dutyStatus(ending, 'stay-ordered 2014-02-01', 'stay-lifted 2014-02-05')).toBe('ended')
    expect(dutyStatus(ending, 'stay-ordered 2014-02-01')).toBe('binds_as_recorded')
  })

  it('names the State that it binds, and the role where the State is not known', () => {
    expect(standing([duty()], 'stay-ordered 2014-02-01').duties[0]?.bearer).toBe('ES')
    expect(standing([duty({ bearer: 'receiving-state' })], 'stay-ordered 2014-02-01').duties[0]?.bearer).toBe(
      'receiving-state',
    )
  })

  it('with a denied lifting is not ended', () => {
    const denied = occurrence('stay-lifted', '2014-02-05', { occurred: 'false' })
    expect(
      standingOf(lawOf(duty()), withEvents(given(day, 'stay-ordered 2014-02-01'), denied)).standing.duties[0]
        ?.status,
    ).toBe('binds_as_recorded')
  })
})

describe('a bar', () => {
  const bar: Block = {
    bar: 'risk',
    bars: 'transfer',
    force: 'absolute',
    when: [{ assessed: 'real-risk', as: 'yes' }],
  }

  it('is shown while it applies or may apply, and not once it is shown that it does not', () => {
    const applies = (...lines: string[]): (string | undefined)[] =>
      standing([bar], ...lines).bars.map((b) => b.applies)
    expect([
      applies('assessed real-risk=yes'),
      applies(),
      applies('assessed real-risk=yes', 'assessed real-risk=no'),
      applies('assessed real-risk=no'),
    ]).toEqual([['true'], ['unknown'], ['contested'], []])
  })

  it('names who answered the question it rests on', () => {
    expect(standing([bar], 'assessed real-risk=yes').bars[0]?.assessedBy).toEqual(['given-2: yes'])
  })
})

describe('what is asked', () => {
  const blocks = [remedy('appeal', { term: 'five-days' }), term('five-days')]
  const questions = (...lines: string[]): string[] =>
    standing(blocks, 'arrest 2014-01-01', ...lines).unknowns.map((q) => `${q.urgency} ${atomKey(q.atom)}`)

  it('begins with tracks of which nothing is recorded', () => {
    expect(questions()[0]).toBe('stop any track=main')
  })

  it('holds the notification that starts a clock', () => {
    expect(questions('ordered 2014-02-08').some((text) => text.includes('moment=notified'))).toBe(true)
    expect(
      questions('ordered 2014-02-08 notified=2014-02-09').some((text) => text.includes('moment=notified')),
    ).toBe(false)
  })

  it('holds each question once, with everything that its answer moves', () => {
    const found = standing([...blocks, remedy('review')], 'arrest 2014-01-01').unknowns
    expect(new Set(found.map((q) => atomKey(q.atom))).size).toBe(found.length)
    expect(found.find((q) => atomKey(q.atom) === 'ordered')?.moves).toEqual(['appeal', 'review'])
  })

  it('leaves out what follows from other answers: whether a time limit has ended', () => {
    expect(standing(blocks, 'ordered 2014-01-01').unknowns.every((q) => q.atom.kind !== 'passed')).toBe(true)
  })
})

describe('the standing as a whole', () => {
  const random = fc.tuple(randomRules, randomCase)

  it('is the same for the same law and case', () => {
    fc.assert(
      fc.property(random, ([rules, told]) => {
        const law = randomLaw(rules)
        expect(JSON.stringify(standingOf(law, situationOf(told)).standing)).toBe(
          JSON.stringify(standingOf(law, situationOf(told)).standing),
        )
      }),
      { numRuns: 25 },
    )
  })

  it('changes nothing in the case', () => {
    fc.assert(
      fc.property(random, ([rules, told]) => {
        const situation = situationOf(told)
        const before = JSON.stringify(situation)
        standingOf(randomLaw(rules), situation)
        expect(JSON.stringify(situation)).toBe(before)
      }),
      { numRuns: 25 },
    )
  })

  it('never calls a remedy lapsed, waived or decided that no record and no list closes', () => {
    fc.assert(
      fc.property(random, ([rules, told]) => {
        const events = told.events.filter((e) => e.type !== 'decided' && e.day <= told.at)
        const { remedies } = standingOf(randomLaw(rules), situationOf({ ...told, events, complete: [] })).standing
        for (const { status } of remedies)
          expect(['not_yet', 'open', 'unknown', 'used_pending', 'disputed']).toContain(status)
      }),
      { numRuns: 40 },
    )
  })
})
