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

  it('is shown with its day and its words where these are recorded, and without them where not', () => {
    const shown = findings(exhausted, used, [said({ said: '2014-02-08', quote: 'All is used up.' }), said()])
    expect(shown[0]).toMatchObject({ said: '2014-02-08', quote: 'All is used up.', speaker: 'A minister' })
    expect(shown[1]).not.toHaveProperty('said')
    expect(shown[1]).not.toHaveProperty('quote')
  })

  it('said on two days is shown for each, as what was so may have changed between', () => {
    const days = [said({ said: '2014-02-05' }), said({ id: 'c2', said: '2014-02-08' })]
    expect(findings(exhausted, used, days).map((f) => f.finding)).toEqual(['contradicted', 'supported'])
  })

  it('said since a day without an end is tested against the day asked', () => {
    expect(finding(exhausted, used, [said({ said: '2014-02-08/..' })])).toBe('supported')
  })

  it('is disputed where the availability of a remedy is, whichever way it is put', () => {
    const point = {
      point: 'reviewable',
      question: { en: 'Is there an appeal?' },
      positions: [
        {
          position: 'yes',
          says: { en: 'There is.' },
          authority: 'A court',
          date: '2010-01-01',
          supports: 'yes',
          checked: 'official',
        },
        {
          position: 'no',
          says: { en: 'There is none.' },
          authority: 'Another court',
          date: '2011-01-01',
          supports: 'no',
          checked: 'official',
        },
      ],
    }
    const blocks = [{ ...automatic, disputed: ['reviewable'] }, point, claim('exhaustion.overall', 'established')]
    expect(findings(blocks, ['ordered 2014-02-01', 'no filed'])).toMatchObject([
      { finding: 'disputed', because: [{ id: 'appeal', is: 'disputed' }] },
    ])
    expect(finding(blocks, ['ordered 2014-02-01', 'no filed'], [said({ denied: true })])).toBe('disputed')
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

  it('is contradicted by a court that is seised of it', () => {
    expect(
      findings(
        [...bodies, only, measure, letter, automatic],
        ['ordered 2014-02-01', 'filed 2014-02-02 remedy=appeal'],
      ),
    ).toMatchObject([{ finding: 'contradicted', because: [{ id: 'appeal', is: 'used_pending' }] }])
  })

  it('is contradicted by an order of another court that holds the transfer now, though its case is over', () => {
    const stay: Block = {
      duty: 'stay',
      bearer: 'sending-state',
      binding: 'binding',
      when: [{ happened: 'stay-ordered', notSince: 'stay-lifted' }],
      lasts: { en: 'until lifted' },
    }
    const lines = [
      'ordered 2014-02-01',
      'filed 2014-02-02 remedy=appeal',
      'decided 2014-02-03 remedy=appeal outcome=granted',
      'stay-ordered 2014-02-03',
    ]
    const blocks = [...bodies, only, measure, stay, remedy('appeal', { order: 'stay' })]
    expect(findings(blocks, [...lines, 'no stay-lifted'])).toMatchObject([
      { finding: 'contradicted', because: [{ id: 'appeal', is: 'used_decided' }] },
    ])
  })

  it('names those that may be able to while none surely can', () => {
    expect(
      findings([...bodies, only, measure, remedy('appeal', { opens: ['hearing'] })], ['ordered 2014-02-01'])[0]
        ?.because,
    ).toMatchObject([{ id: 'appeal' }])
  })

  it('names the sure ones alone beside one that is not', () => {
    const doubtful = remedy('doubtful', { opens: ['hearing'] })
    expect(findings([...bodies, only, measure, automatic, doubtful], ['ordered 2014-02-01'])[0]?.because).toEqual([
      { id: 'appeal', title: { en: 'appeal' }, is: 'open' },
    ])
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

  it('names the conclusion by the title of its block', () => {
    const titled = { ...duty, title: { en: 'The State is bound' } }
    expect(findings([titled, claim('bound', 'true')], ['stay-ordered 2014-02-01'])[0]?.because).toEqual([
      { id: 'bound.binds', title: { en: 'The State is bound' }, is: 'true' },
    ])
  })

  it('that nothing defines rests on nothing', () => {
    expect(findings([claim('nowhere', 'true')], [])[0]?.because).toEqual([])
  })

  it('that nothing defines is not established', () => {
    expect(finding([claim('nowhere', 'true')], [])).toBe('not_established')
  })
})
