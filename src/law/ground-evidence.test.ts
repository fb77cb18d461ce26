import { describe, expect, it } from 'vitest'
import { evaluateCase } from './evaluate.ts'
import type { Grounded } from './ground.ts'
import type { Situation } from './situation.ts'
import { type Block, given, lawOf, occurrence, term, withEvents } from './testing.ts'

const day = '2014-02-10'

/** What one condition of a single question rests on. */
function ground(when: unknown, situation: Situation, ...blocks: readonly Block[]): Grounded | undefined {
  const law = lawOf(...blocks, { rule: 'asked-for', when: [when] })
  return evaluateCase(law, situation).grounded[law.compiled.conclusions.get('asked-for')?.slot ?? -1]
}
const heard = (...events: readonly ReturnType<typeof occurrence>[]): Grounded | undefined =>
  ground('hearing', withEvents(given(day), ...events))

describe('an answer about an event names the claims it rests on', () => {
  const sure = occurrence('hearing', '2014-02-01')
  const open = occurrence('hearing', '2014-02')
  const denied = occurrence('hearing', '2014-01-20', { occurred: 'false' })
  const contested = occurrence('hearing', '2014-01-10', { occurred: 'contested' })
  const later = occurrence('hearing', '2014-03-01')

  it('that it happened: those that show it, not those that leave it open', () => {
    expect(heard(sure, open, denied)).toEqual({ value: 'true', evidence: ['claim-hearing-2014-02-01'] })
    expect(heard(sure, occurrence('hearing', '2014-02-02'))?.evidence).toEqual([
      'claim-hearing-2014-02-01',
      'claim-hearing-2014-02-02',
    ])
  })

  it('that it is contested: those of both sides', () => {
    expect(heard(contested, open)).toEqual({ value: 'contested', evidence: ['claim-hearing-2014-01-10'] })
  })

  it('that it is open although something is recorded, and why', () => {
    expect(heard(open, denied)).toEqual({
      value: 'unknown',
      evidence: ['claim-hearing-2014-02', 'claim-hearing-2014-01-20'],
      because: 'recorded, but its date or details leave it open',
    })
    expect(heard(occurrence('hearing', undefined))?.because).toBe('recorded, but its date or details leave it open')
  })

  it('that it did not happen: the denial', () => {
    expect(heard(denied, later)).toEqual({ value: 'false', evidence: ['claim-hearing-2014-01-20'] })
  })

  it('that it has not happened yet: the later date', () => {
    expect(heard(later)).toEqual({
      value: 'false',
      evidence: ['claim-hearing-2014-03-01'],
      because: 'it is dated later than the day asked',
    })
  })

  it('that it did not happen: the complete list before the later date', () => {
    const found = ground('hearing', withEvents(given(day, 'no hearing'), later))
    expect(found).toEqual({
      value: 'false',
      evidence: ['given-2'],
      because: 'the list is complete and it is not on it',
    })
  })

  it('nothing, where nothing is recorded', () => {
    expect(heard()).toEqual({ value: 'unknown', evidence: [] })
  })
})

describe('an answer about what came after names the claims it rests on', () => {
  const stayed = { not: { happened: 'stay-ordered', notSince: 'stay-lifted' } }
  const since = (...events: readonly ReturnType<typeof occurrence>[]): Grounded | undefined => {
    const law = lawOf({ rule: 'asked-for', when: [stayed] })
    const { grounded } = evaluateCase(law, withEvents(given(day), ordered, ...events))
    return grounded[law.compiled.atoms.findIndex((atom) => atom.kind === 'after')]
  }
  const ordered = occurrence('stay-ordered', '2014-02-01')

  it('the event that came after', () => {
    expect(since(occurrence('stay-lifted', '2014-02-05'))).toEqual({
      value: 'true',
      evidence: ['claim-stay-lifted-2014-02-05'],
    })
    expect(since(occurrence('stay-lifted', '2014-02-05', { occurred: 'contested' }))).toEqual({
      value: 'contested',
      evidence: ['claim-stay-lifted-2014-02-05'],
    })
  })

  it('every one that is dated later than the day asked', () => {
    expect(
      since(
        occurrence('stay-lifted', '2014-03-05'),
        occurrence('stay-lifted', '2014-03-06'),
        occurrence('stay-lifted', '2014-03-07', { occurred: 'false' }),
      ),
    ).toEqual({
      value: 'false',
      evidence: ['claim-stay-lifted-2014-03-05', 'claim-stay-lifted-2014-03-06'],
      because: 'it is dated later than the day asked',
    })
  })
})

describe('other answers name what they rest on', () => {
  const binding = (state: string, from: string): Block => ({
    binding: `${state.toLowerCase()}-treaty`,
    state,
    instrument: 'treaty',
    checked: 'official',
    source: 'list',
    from,
  })
  const bound = { bound: 'sending-state', by: 'treaty' }
  const two = given(day, 'sending-state=ES', 'sending-state=FR')

  it('which came first: the claims of both', () => {
    const first = { first: 'filed', then: 'decided' }
    expect(ground(first, given(day, 'filed 2014-02-01', 'decided 2014-02-05'))).toEqual({
      value: 'true',
      evidence: ['given-2', 'given-3'],
    })
    expect(ground(first, given(day, 'filed 2014-02-05', 'decided 2014-02-05'))).toEqual({
      value: 'unknown',
      evidence: ['given-2', 'given-3'],
      because: 'the dates do not show which came first',
    })
  })

  it('a fact: its claims, and why it is open', () => {
    expect(ground({ fact: 'minor' }, given(day, 'minor=yes'))).toEqual({ value: 'true', evidence: ['given-2'] })
    expect(ground({ fact: 'nationality', is: '@receiving-state' }, given(day, 'nationality=KZ'))).toEqual({
      value: 'unknown',
      evidence: ['given-2'],
      because: 'what it is compared with is not known',
    })
  })

  it('a treaty: the binding of each State that it may be', () => {
    expect(ground(bound, given(day), binding('ES', '2000-01-01'))?.evidence).toEqual(['es-treaty'])
    expect(ground(bound, two, binding('ES', '2000-01-01'), binding('FR', '2000-01-01'))).toEqual({
      value: 'true',
      evidence: ['es-treaty', 'fr-treaty'],
    })
    expect(ground(bound, two, binding('ES', '2000-01-01'), binding('FR', 'never'))).toEqual({
      value: 'contested',
      evidence: ['es-treaty', 'fr-treaty'],
      because: 'which State it is, is contested',
    })
    expect(ground(bound, given(day, 'sending-state=KZ'))?.because).toBe(
      'no pack says whether KZ is bound by treaty',
    )
  })

  it('an assessment: every answer given', () => {
    const asked = { assessed: 'real-risk', as: 'yes' }
    expect(ground(asked, given(day, 'assessed real-risk=yes', 'assessed real-risk=unsure'))?.evidence).toEqual([
      'given-2',
      'given-3',
    ])
  })

  it('a version of a norm: between which days it holds', () => {
    const law = lawOf(
      { rule: 'old', concludes: 'result', until: '2014-02-01', when: ['arrest'] },
      { rule: 'new', concludes: 'result', from: '2014-02-01', when: ['hearing'] },
    )
    const { grounded } = evaluateCase(law, given(day))
    const versions = law.compiled.atoms.flatMap((atom, slot) => (atom.kind === 'in-force' ? [grounded[slot]] : []))
    expect(versions).toEqual([
      { value: 'false', evidence: ['… – 2014-02-01'] },
      { value: 'true', evidence: ['2014-02-01 – …'] },
    ])
  })

  it('a time limit: the start, and why it is open', () => {
    const passed = (...lines: readonly string[]): Grounded | undefined =>
      ground({ passed: 'five-days' }, given(day, ...lines), term('five-days'))
    expect(passed('ordered 2014-02-01 notified=2014-02-02')).toEqual({ value: 'true', evidence: ['given-2'] })
    expect(passed('ordered 2014-02-01')?.because).toBe('the day on which it began to run is not known')
    expect(passed('ordered 2014-02-01 notified=2014-02-03/2014-02-07')?.because).toBe(
      'it ends on different days under different readings or dates',
    )
  })
})

describe('what a case says twice, and disputes in name only', () => {
  const situation = given(day, 'ordered 2014-02-01 addressee=ES', 'no ordered')
  const facts = { 'sending-state': { values: ['ES', 'ES'], contested: true, evidence: ['c'] } }

  it('is one State', () => {
    expect(ground('ordered addressee=@sending-state', { ...situation, facts })?.value).toBe('true')
  })
})
