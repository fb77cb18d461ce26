import { describe, expect, it } from 'vitest'
import type { Exhaustion } from './exhaustion.ts'
import { standingOf } from './standing.ts'
import { type Block, given, lawOf, remedy } from './testing.ts'

const norm = { instrument: 'act', article: '1', checked: 'official' }
const effect = (mode: string): Block => ({ effects: [{ target: 'transfer', mode, norm }] })
const decided = (id: string): string[] => [
  `filed 2014-02-06 remedy=${id}`,
  `decided 2014-02-07 remedy=${id} outcome=dismissed`,
]
const exhaustion = (blocks: readonly Block[], ...lines: string[]): Exhaustion =>
  standingOf(lawOf(...blocks), given('2014-02-10', 'ordered 2014-02-05', ...lines)).standing.exhaustion
const both = (blocks: readonly Block[], ...lines: string[]): string[] => {
  const { overall, overallStrasbourg } = exhaustion(blocks, ...lines)
  return [overall, overallStrasbourg]
}
const automatic = remedy('appeal', effect('automatic'))
const abroad: Block = {
  track: 'abroad',
  jurisdiction: 'international',
  applies: ['ordered'],
  question: { en: 'Is there a case abroad?' },
  domestic: false,
}

describe('domestic remedies are used up, in domestic law and before Strasbourg', () => {
  it.each<[string, Block[], string[], string[]]>([
    ['when each has been decided', [automatic], decided('appeal'), ['established', 'established']],
    ['not while one is open', [automatic], ['no filed'], ['not_established', 'not_established']],
    [
      'not while one is pending',
      [automatic],
      ['filed 2014-02-06 remedy=appeal', 'no decided'],
      ['not_established', 'not_established'],
    ],
    [
      'not while one is still to come',
      [automatic, remedy('later', { ...effect('automatic'), opens: ['hearing'] })],
      [...decided('appeal'), 'no hearing'],
      ['not_established', 'not_established'],
    ],
    [
      'unknown while one is unknown',
      [automatic, remedy('later', { ...effect('automatic'), opens: ['hearing'] })],
      decided('appeal'),
      ['unknown', 'unknown'],
    ],
    ['waived counts as used up', [automatic], ['waived 2014-02-06 remedy=appeal'], ['established', 'established']],
    [
      'an open one that does not stop the transfer by itself is asked for by domestic law only',
      [automatic, remedy('request', effect('on-request'))],
      [...decided('appeal'), 'no filed remedy=request'],
      ['not_established', 'established'],
    ],
    [
      'an open one that the pack requires is asked for by both',
      [automatic, remedy('request', { ...effect('on-request'), strasbourg: 'required' })],
      decided('appeal'),
      ['not_established', 'not_established'],
    ],
    [
      'an open one that the pack does not require is asked for by domestic law only',
      [automatic, remedy('other-one', { ...effect('automatic'), strasbourg: 'not-required' })],
      decided('appeal'),
      ['not_established', 'established'],
    ],
    [
      'an open one whose need is disputed leaves the second answer disputed',
      [automatic, remedy('request', { ...effect('on-request'), strasbourg: 'disputed' })],
      decided('appeal'),
      ['not_established', 'disputed'],
    ],
    [
      'a used one whose need is disputed leaves nothing disputed',
      [remedy('request', { ...effect('on-request'), strasbourg: 'disputed' })],
      decided('request'),
      ['established', 'established'],
    ],
    [
      'an open one whose need is disputed leaves it disputed where there is no other',
      [remedy('request', { ...effect('on-request'), strasbourg: 'disputed' })],
      [],
      ['not_established', 'disputed'],
    ],
    [
      'where Strasbourg asks for none it is unknown whether enough was used',
      [remedy('request', effect('on-request'))],
      decided('request'),
      ['established', 'unknown'],
    ],
    [
      'an open constitutional complaint counts',
      [automatic, remedy('complaint', { ...effect('automatic'), kind: 'constitutional' })],
      decided('appeal'),
      ['not_established', 'not_established'],
    ],
    [
      'an open request abroad does not count, whatever it is called',
      [abroad, automatic, remedy('petition', { ...effect('automatic'), track: 'abroad' })],
      decided('appeal'),
      ['established', 'established'],
    ],
    [
      'an interim request does not count',
      [automatic, remedy('stay', { ...effect('automatic'), kind: 'interim' })],
      decided('appeal'),
      ['established', 'established'],
    ],
    [
      'one that does not exist here does not count',
      [automatic, remedy('none', { ...effect('automatic'), opens: [{ fact: 'sending-state', is: 'FR' }] })],
      decided('appeal'),
      ['established', 'established'],
    ],
    [
      'where the only one does not exist here nothing was used up',
      [remedy('none', { ...effect('automatic'), opens: [{ fact: 'sending-state', is: 'FR' }] })],
      [],
      ['unknown', 'unknown'],
    ],
    [
      'where the only one has lost its object nothing was used up',
      [
        remedy('appeal', {
          ...effect('automatic'),
          closes: [{ when: 'refused', status: 'moot', because: { en: '.' } }],
        }),
      ],
      ['refused 2014-02-06'],
      ['unknown', 'unknown'],
    ],
    ['where no remedy is known at all it is unknown, not established', [], [], ['unknown', 'unknown']],
  ])('%s', (_, blocks, lines, expected) => {
    expect(both(blocks, ...lines)).toEqual(expected)
  })

  it('are told for each track, and one open track is enough for a no', () => {
    const found = exhaustion(
      [automatic, remedy('asylum', { ...effect('automatic'), track: 'other' })],
      ...decided('appeal'),
    )
    expect(found.tracks.map((t) => [t.track, t.domestic])).toEqual([
      ['main', 'established'],
      ['other', 'not_established'],
    ])
    expect(found.overall).toBe('not_established')
  })

  it('are told with the reason why Strasbourg asks for each or does not', () => {
    const found = exhaustion(
      [automatic, remedy('request', effect('on-request')), remedy('maybe', effect('disputed'))],
      ...decided('appeal'),
    )
    expect(found.tracks[0]?.because.map((r) => [r.remedy, r.requiredByStrasbourg])).toEqual([
      ['appeal', 'yes'],
      ['request', 'no'],
      ['maybe', 'disputed'],
    ])
    expect(
      found.tracks[0]?.because.every((r) => r.strasbourgBecause.en !== '' && r.strasbourgBecause.es !== undefined),
    ).toBe(true)
  })

  it('ask for what stops the transfer by itself in one way, whatever its other effects are', () => {
    const target = 'transfer'
    const effects = (mode: string): Block => ({
      effects: [
        { target, mode: 'on-request', norm },
        { target, mode, norm },
      ],
    })
    const found = exhaustion([
      remedy('appeal', effects('automatic')),
      remedy('maybe', effects('disputed')),
      remedy('elsewhere', { ...effect('automatic'), strasbourg: 'not-domestic' }),
    ])
    expect(found.tracks[0]?.because.map((r) => r.requiredByStrasbourg)).toEqual(['yes', 'disputed', 'no'])
  })

  it('by finality counts as stopping the transfer by itself', () => {
    expect(both([remedy('appeal', effect('by-finality'))])).toEqual(['not_established', 'not_established'])
  })
})
