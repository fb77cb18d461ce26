import { describe, expect, it } from 'vitest'
import type { AssertionFinding } from './assertions.ts'
import type { LegalAssertion } from './situation.ts'
import { standingOf } from './standing.ts'
import { type Block, given, lawOf, remedy } from './testing.ts'

const norm = { instrument: 'act', article: '1', checked: 'official' }
const automatic = remedy('appeal', { effects: [{ target: 'transfer', mode: 'automatic', norm }] })
const claim = (tests: string, rightWhen: string): Block => ({
  assertion: 'claim',
  tests,
  rightWhen,
  explain: { en: 'How it is tested.' },
})
const said = (more: Partial<LegalAssertion> = {}): LegalAssertion => ({
  id: 'c1',
  speaker: 'A minister',
  says: 'claim',
  denied: false,
  ...more,
})

function findings(
  blocks: readonly Block[],
  lines: readonly string[],
  assertions: readonly LegalAssertion[] = [said()],
  at = '2014-02-10',
): readonly AssertionFinding[] {
  return standingOf(lawOf(...blocks), { ...given(at, ...lines), assertions }).standing.assertions
}
const finding = (...args: Parameters<typeof findings>): string | undefined => findings(...args)[0]?.finding

describe('what people say about the law', () => {
  const exhausted = [automatic, claim('exhaustion.overall', 'established')]
  const used = [
    'ordered 2014-02-01',
    'filed 2014-02-02 remedy=appeal',
    'decided 2014-02-07 remedy=appeal outcome=dismissed',
  ]

  it('"all remedies are used up" is borne out once they are', () => {
    expect(finding(exhausted, used)).toBe('supported')
  })

  it('is contradicted while one is open, and names it', () => {
    const [found] = findings(exhausted, ['ordered 2014-02-01', 'no filed'])
    expect(found).toMatchObject({
      finding: 'contradicted',
      because: [{ id: 'appeal', is: 'open' }],
      explain: { en: 'How it is tested.' },
    })
  })

  it('is not established while nobody knows', () => {
    expect(finding(exhausted, [])).toBe('not_established')
  })

  it('denied, is turned round', () => {
    expect(finding(exhausted, used, [said({ denied: true })])).toBe('contradicted')
    expect(finding(exhausted, ['ordered 2014-02-01', 'no filed'], [said({ denied: true })])).toBe('supported')
    expect(finding(exhausted, [], [said({ denied: true })])).toBe('not_established')
  })

  it('is tested against the day on which it was said, not the day asked', () => {
    expect(finding(exhausted, used, [said({ said: '2014-02-05' })])).toBe('contradicted')
    expect(finding(exhausted, used, [said({ said: '2014-02-08' })])).toBe('supported')
  })

  it('said later than the day asked is tested against the day asked', () => {
    expect(finding(exhausted, used, [said({ said: '2014-03-01' })], '2014-02-05')).toBe('contradicted')
  })

  it('that no pack covers is shown untested', () => {
    expect(findings([automatic], used, [said({ says: 'other' })])).toMatchObject([
      { finding: 'untested', title: { en: 'other' } },
    ])
  })

  it('said twice in one document on one day is shown once; by two speakers, twice', () => {
    expect(findings(exhausted, used, [said(), said({ id: 'c2' })])).toHaveLength(1)
    expect(findings(exhausted, used, [said(), said({ id: 'c2', speaker: 'A court' })])).toHaveLength(2)
    expect(findings(exhausted, used, [said(), said({ id: 'c2', denied: true })])).toHaveLength(2)
  })
})

describe('"only Strasbourg can stop it"', () => {
  const bodies = [
    { body: 'strasbourg', jurisdiction: 'international', strength: 'treaty-court' },
    { body: 'press', jurisdiction: 'ES', strength: 'political' },
  ]
  const only = claim('stops.only strength=treaty-court', 'true')
  const measure = remedy('measure', { body: 'strasbourg', kind: 'international-interim', opens: ['ordered'] })
  const letter = remedy('letter', { body: 'press', kind: 'political' })

  it('is contradicted by a court that still can, and names it', () => {
    expect(findings([...bodies, only, measure, letter, automatic], ['ordered 2014-02-01'])).toMatchObject([
      { finding: 'contradicted', because: [{ id: 'appeal', is: 'open' }] },
    ])
  })

  it('is borne out when no other body is left, political ones aside', () => {
    expect(
      finding(
        [...bodies, only, measure, letter, automatic],
        ['ordered 2014-02-01', 'waived 2014-02-02 remedy=appeal'],
      ),
    ).toBe('supported')
  })

  it('is not established while another may be able to', () => {
    expect(
      finding([...bodies, only, measure, remedy('appeal', { opens: ['hearing'] })], ['ordered 2014-02-01']),
    ).toBe('not_established')
  })
})

describe('an assertion about a conclusion', () => {
  const duty: Block = {
    duty: 'bound',
    bearer: 'sending-state',
    binding: 'binding',
    when: ['stay-ordered'],
    lasts: { en: 'until lifted' },
  }
  it.each([
    ['stay-ordered 2014-02-01', 'supported'],
    ['no stay-ordered', 'contradicted'],
    ['contested stay-ordered 2014-02-01', 'disputed'],
    ['hearing 2014-02-01', 'not_established'],
  ])('with %s is %s', (line, expected) => {
    expect(finding([duty, claim('bound', 'true')], [line])).toBe(expected)
  })

  it('that nothing defines is not established', () => {
    expect(finding([claim('nowhere', 'true')], [])).toBe('not_established')
  })
})
