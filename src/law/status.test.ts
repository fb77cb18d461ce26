import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { evaluateCase } from './evaluate.ts'
import type { Situation } from './situation.ts'
import { pointAt, remedyState, type RemedyStatus } from './status.ts'
import { type Block, given, lawOf, madrid, occurrence, remedy, stateOf, term, withEvents } from './testing.ts'

const day = '2014-02-10'
const limited = (more: Block = {}): Block[] => [remedy('appeal', { term: 'five-days', ...more }), term('five-days')]
const open = ['ordered 2014-02-05 notified=2014-02-07']
const late = ['ordered 2014-01-05 notified=2014-01-07']

function state(blocks: readonly Block[], lines: readonly string[], at = day) {
  return stateOf(lawOf(...blocks), given(at, ...lines), 'appeal')
}
const status = (blocks: readonly Block[], lines: readonly string[], at = day): RemedyStatus =>
  state(blocks, lines, at).status

describe('a remedy that has not been used', () => {
  it('is not there yet while the act it is against has not happened', () => {
    expect(state(limited(), ['no ordered'])).toMatchObject({ status: 'not_yet', certain: true })
  })

  it('is not there yet on a day before the act', () => {
    expect(status(limited(), open, '2014-02-01')).toBe('not_yet')
  })

  it('is unknown, and asked about, while nobody knows whether the act has happened', () => {
    const found = state(limited(), [])
    expect(found).toMatchObject({ status: 'unknown', certain: false })
    expect(found.unknowns).toContainEqual({ kind: 'happened', pattern: { type: 'ordered', where: [] } })
  })

  it('is open within its time limit', () => {
    expect(state(limited(), [...open, 'no filed', 'no waived'])).toMatchObject({ status: 'open', certain: true })
  })

  it('is open, but not for certain, while a waiver may have been given', () => {
    const found = state(limited(), [...open, 'no filed'])
    expect(found).toMatchObject({ status: 'open', certain: false })
    expect(found.unknowns).toContainEqual({
      kind: 'happened',
      pattern: { type: 'waived', where: [['remedy', 'appeal']] },
    })
  })

  it('is never closed by default: after the last day it is unknown until it is shown that nothing was filed', () => {
    expect(state(limited(), late)).toMatchObject({ status: 'unknown', certain: false })
  })

  it('has lapsed when the time limit is over and it is shown that nothing was filed', () => {
    expect(state(limited(), [...late, 'no filed'])).toMatchObject({ status: 'lapsed', certain: true })
  })

  it('is unknown after the last day while sources differ on whether it was filed', () => {
    expect(state(limited(), [...late, 'contested filed 2014-01-08 remedy=appeal'])).toMatchObject({
      status: 'unknown',
      certain: false,
    })
  })

  it('has not lapsed while the notification is not known, however long ago the act was', () => {
    expect(status(limited(), ['ordered 2010-01-05', 'no filed'])).toBe('open')
    expect(state(limited(), ['ordered 2010-01-05', 'no filed', 'no waived']).certain).toBe(false)
  })

  it('may have lapsed when neither the notification nor a filing is known', () => {
    expect(status(limited(), ['ordered 2010-01-05'])).toBe('unknown')
  })

  it('cannot have lapsed, whenever it was notified, up to the last minute counted from the act itself', () => {
    expect(status(limited(), ['ordered 2014-02-05'], '2014-02-10T23:59')).toBe('open')
    expect(status(limited(), ['ordered 2014-02-05'], '2014-02-11T00:00')).toBe('unknown')
  })

  it('without a time limit cannot have lapsed although nobody knows of a filing', () => {
    expect(status([remedy('appeal')], ['ordered 2000-01-01'])).toBe('open')
  })

  it('without a time limit stays open', () => {
    expect(status([remedy('appeal')], ['ordered 2000-01-01', 'no filed'])).toBe('open')
  })

  it('has been waived', () => {
    expect(state(limited(), [...open, 'waived 2014-02-08 remedy=appeal'])).toMatchObject({
      status: 'waived',
      certain: true,
    })
  })

  it('is not waived where it can be made again: an interim request, an application to a court abroad', () => {
    const lines = [...open, 'waived 2014-02-08 remedy=appeal', 'no filed']
    for (const kind of ['interim', 'international-interim', 'application', 'review', 'political'])
      expect(state(limited({ kind }), lines)).toMatchObject({ status: 'open', certain: true })
    expect(status(limited({ kind: 'constitutional' }), lines)).toBe('waived')
  })

  it('is not waived by a waiver that the record denies', () => {
    const denied = occurrence('waived', '2014-02-08', { occurred: 'false', attributes: { remedy: 'appeal' } })
    expect(stateOf(lawOf(...limited()), withEvents(given(day, ...open), denied), 'appeal').status).toBe('open')
  })

  it('is not available where the law of another State applies', () => {
    const blocks = limited({ opens: [{ fact: 'sending-state', is: 'ES' }, 'ordered'] })
    expect(status(blocks, ['sending-state=FR', ...open])).toBe('not_available')
    expect(status(blocks, ['no ordered'])).toBe('not_yet')
  })

  it('is not available only where nothing that may still happen would open it', () => {
    const isIn = (state_: string): Block => ({ fact: 'sending-state', is: state_ })
    const either = (other: unknown): Block[] => limited({ opens: [{ any: [isIn('FR'), other] }] })
    expect(status(either(isIn('IT')), open)).toBe('not_available')
    expect(status(either('hearing'), [...open, 'no hearing'])).toBe('not_yet')
  })

  it('is not there yet while a conclusion of the pack that opens it is a no', () => {
    const blocks = [...limited({ opens: [{ holds: 'heard' }] }), { rule: 'heard', when: ['hearing'] }]
    expect(status(blocks, [...open, 'no hearing'])).toBe('not_yet')
  })

  it('is not available to whom the treaty does not bind', () => {
    const opens = [{ bound: 'sending-state', by: 'treaty' }, 'ordered']
    const binding = { binding: 'es-treaty', state: 'ES', instrument: 'treaty', from: 'never', checked: 'official' }
    expect(status([...limited({ opens }), { ...binding, source: 's' }], open)).toBe('not_available')
  })

  it('is not available before the law that made it', () => {
    expect(status(limited({ from: '2014-03-01' }), open)).toBe('not_available')
  })
})

describe('a remedy that has been used', () => {
  const filed = [...open, 'filed 2014-02-08 remedy=appeal']

  it('is pending when no decision is on a complete list', () => {
    expect(state(limited(), [...filed, 'no decided', 'no withdrawn'])).toMatchObject({
      status: 'used_pending',
      certain: true,
    })
  })

  it('is pending, but not for certain, when nothing is said of a decision; the question is asked', () => {
    const found = state(limited(), filed)
    expect(found).toMatchObject({ status: 'used_pending', certain: false })
    expect(found.unknowns.map((atom) => atom.kind)).toContain('after')
  })

  it('has been decided, with the outcome if the record says', () => {
    expect(state(limited(), [...filed, 'decided 2014-02-09 remedy=appeal outcome=dismissed'])).toMatchObject({
      status: 'used_decided',
      outcome: 'dismissed',
      certain: true,
    })
    expect(state(limited(), [...filed, 'decided 2014-02-09 remedy=appeal'])).not.toHaveProperty('outcome')
  })

  it('has not been decided yet on an earlier day', () => {
    expect(status(limited(), [...filed, 'decided 2014-02-09 remedy=appeal'], '2014-02-08')).toBe('used_pending')
  })

  it('decided and filed again is pending again', () => {
    const again = [
      ...open,
      'filed 2014-02-06 remedy=appeal',
      'decided 2014-02-07 remedy=appeal outcome=refused',
      'filed 2014-02-08 remedy=appeal',
      'no decided',
      'no withdrawn',
    ]
    expect(status([remedy('appeal', { kind: 'interim' })], again)).toBe('used_pending')
  })

  it('was withdrawn: nothing is pending', () => {
    expect(status(limited(), [...filed, 'withdrawn 2014-02-09 remedy=appeal'])).toBe('used_decided')
  })

  it('is decided although the act that opened it is not recorded', () => {
    expect(
      status(limited(), ['filed 2014-02-08 remedy=appeal', 'decided 2014-02-09 remedy=appeal outcome=dismissed']),
    ).toBe('used_decided')
  })

  it('is not used by a filing of another remedy, nor by one that may be of another', () => {
    expect(status([...limited(), remedy('review')], [...open, 'filed 2014-02-08 remedy=review'])).toBe('open')
    expect(status(limited(), [...open, 'filed 2014-02-08'])).toBe('open')
  })

  it('takes its outcome from no decision that the record denies', () => {
    const law = lawOf(...limited())
    const granted = occurrence('decided', '2014-02-09', { attributes: { remedy: 'appeal', outcome: 'granted' } })
    const situation = given(day, ...filed, 'decided 2014-02-09 remedy=appeal outcome=dismissed')
    expect(stateOf(law, withEvents(situation, { ...granted, occurred: 'false' }), 'appeal').outcome).toBe(
      'dismissed',
    )
    expect(
      stateOf(law, withEvents(given(day, ...filed), { ...granted, occurred: 'contested' }), 'appeal'),
    ).toMatchObject({ status: 'used_pending', certain: false })
  })

  it('can be answered by an event of its own kind, which says the outcome', () => {
    const answered = limited({
      answeredBy: [
        { event: 'granted', outcome: 'granted' },
        { event: 'refused', outcome: 'refused' },
      ],
    })
    expect(state(answered, [...filed, 'refused 2014-02-09'])).toMatchObject({
      status: 'used_decided',
      outcome: 'refused',
    })
    expect(
      state(answered, [...filed, 'refused 2014-02-07', 'no decided', 'no granted', 'no refused', 'no withdrawn'])
        .status,
    ).toBe('used_pending')
    expect(state(answered, [...filed, 'no decided', 'no withdrawn'])).toMatchObject({
      status: 'used_pending',
      certain: false,
    })
  })

  it('takes its outcome from the last of several decisions', () => {
    const twice = [
      'decided 2014-02-10 remedy=appeal outcome=upheld',
      'decided 2014-02-09 remedy=appeal outcome=dismissed',
    ]
    expect(state(limited(), [...filed, ...twice]).outcome).toBe('upheld')
  })

  it('names the claims of its filing and of its decision', () => {
    expect(state(limited(), [...filed, 'decided 2014-02-09 remedy=appeal outcome=dismissed']).evidence).toEqual([
      'given-3',
      'given-4',
    ])
  })
})

describe('what closes a remedy', () => {
  const closes = (status_: string, when: unknown = 'refused') =>
    limited({
      closes: [
        {
          when,
          status: status_,
          because: { en: 'Because.' },
          norm: { instrument: 'act', article: '9', checked: 'official' },
        },
      ],
    })

  it.each(['not_available', 'waived', 'lapsed', 'burnt', 'blocked', 'moot'] as const)(
    'can make it %s, with the reason and the norm',
    (closed) => {
      expect(state(closes(closed), [...open, 'refused 2014-02-08'])).toMatchObject({
        status: closed,
        certain: true,
        because: { en: 'Because.' },
        norm: { article: '9' },
      })
    },
  )

  it.each(['burnt', 'blocked', 'moot'] as const)(
    '%s is not assumed: while the ground is unknown it is open',
    (closed) => {
      expect(state(closes(closed), [...open, 'no filed', 'no waived'])).toMatchObject({
        status: 'open',
        certain: false,
      })
      expect(status(closes(closed), [...open, 'contested refused 2014-02-08'])).toBe('open')
    },
  )

  it('is named without a norm where the pack gives none', () => {
    const bare = limited({ closes: [{ when: 'refused', status: 'moot', because: { en: 'Because.' } }] })
    expect(state(bare, [...open, 'refused 2014-02-08'])).not.toHaveProperty('norm')
  })

  it('closes even a remedy of which it is not known that it has opened', () => {
    expect(status(closes('moot'), ['refused 2014-02-08'])).toBe('moot')
  })

  it('does not hide how it was decided; burnt alone is said of a used one', () => {
    const used = [
      ...open,
      'filed 2014-02-08 remedy=appeal',
      'decided 2014-02-09 remedy=appeal outcome=granted',
      'refused 2014-02-10',
    ]
    expect(state(closes('moot'), used)).toMatchObject({ status: 'used_decided', outcome: 'granted' })
    expect(state(closes('burnt'), used)).toMatchObject({
      status: 'burnt',
      outcome: 'granted',
      because: { en: 'Because.' },
    })
  })
})

describe('a remedy that needs another first', () => {
  const blocks = [remedy('first'), ...limited({ needsFirst: ['first'] })]
  it.each([
    ['is not there yet while the other is not decided', ['no decided'], 'not_yet'],
    ['is unknown while nobody knows whether the other was decided', [], 'unknown'],
    ['is open once the other was decided', ['decided 2014-02-08 remedy=first'], 'open'],
    [
      'is unknown when it is contested that the other was decided',
      ['contested decided 2014-02-08 remedy=first'],
      'unknown',
    ],
  ])('%s', (_, lines, expected) => {
    expect(status(blocks, [...open, ...lines])).toBe(expected)
  })

  it('is surely not there yet while the other is shown not to be decided, and only then nothing is asked', () => {
    expect(state(blocks, [...open, 'no decided'])).toMatchObject({ certain: true, unknowns: [] })
    expect(state(blocks, open).unknowns).not.toEqual([])
  })
})

describe('a dispute about its availability', () => {
  const position = (name: string, supports: string, date: string) => ({
    position: name,
    says: { en: name },
    authority: 'a court',
    date,
    supports,
    checked: 'official',
  })
  const disputed = (...positions: object[]): Block[] => [
    ...limited({ disputed: ['whether'] }),
    { point: 'whether', question: { en: 'Is it there?' }, positions },
  ]
  const yes = position('yes', 'yes', '2010-01-01')
  const no = position('no', 'no', '2012-01-01')
  const at = (knownBy: string, blocks: readonly Block[]): ReturnType<typeof stateOf> => {
    const situation: Situation = { ...given(day, ...open), knownBy: parseMoment(knownBy, madrid) }
    return stateOf(lawOf(...blocks), situation, 'appeal')
  }

  it('makes it disputed, with both positions and what it would be otherwise', () => {
    const found = at(day, disputed(yes, no))
    expect(found).toMatchObject({ status: 'disputed', otherwise: 'open', certain: false })
    expect(found.disputed[0]?.positions.map((p) => p.position)).toEqual(['yes', 'no'])
  })

  it('is none when only one side has spoken', () => {
    expect(at(day, disputed(yes)).status).toBe('open')
    expect(at(day, disputed(yes, position('too', 'yes', '2011-01-01'))).status).toBe('open')
  })

  it('is none before the second side had spoken', () => {
    expect(at('2011-12-31', disputed(yes, no)).status).toBe('open')
    expect(at('2012-01-03', disputed(yes, no)).status).toBe('disputed')
  })

  it('does not count a position on the very day it was taken', () => {
    expect(at('2012-01-01', disputed(yes, no)).status).toBe('open')
  })

  it('counts from the day of knowledge, not from the day asked about', () => {
    const evaluated = evaluateCase(lawOf(...disputed(yes, no)), {
      ...given('2009-01-01'),
      knownBy: parseMoment(day, madrid),
    })
    expect(pointAt(evaluated, 'whether')?.positions).toHaveLength(2)
    expect(pointAt(evaluated, 'nowhere')).toBeUndefined()
  })

  it('does not reopen one that is closed, lapsed, used or not there yet', () => {
    const blocks = disputed(yes, no)
    expect(status(blocks, [...late, 'no filed'])).toBe('lapsed')
    expect(status(blocks, ['no ordered'])).toBe('not_yet')
    expect(status(blocks, [...open, 'filed 2014-02-08 remedy=appeal', 'decided 2014-02-09 remedy=appeal'])).toBe(
      'used_decided',
    )
  })

  it('a contested act makes it disputed as well', () => {
    expect(status(limited(), ['contested ordered 2014-02-05 notified=2014-02-07'])).toBe('disputed')
  })
})

describe('an interim remedy', () => {
  const interim = [
    remedy('appeal', {
      kind: 'interim',
      closes: [
        { when: { happened: 'refused', notSince: 'hearing' }, status: 'burnt', because: { en: 'Not again.' } },
      ],
    }),
  ]

  it('is not waived once for all', () => {
    expect(
      evaluateCase(lawOf(...interim), given(day, ...open, 'waived 2014-02-08 remedy=appeal', 'no refused')).of(
        'appeal.open',
      ),
    ).toBe('true')
    expect(
      evaluateCase(lawOf(...limited()), given(day, ...open, 'waived 2014-02-08 remedy=appeal')).of('appeal.open'),
    ).toBe('false')
  })

  it('used badly is burnt until something new has happened', () => {
    const used = [
      ...open,
      'filed 2014-02-08 remedy=appeal',
      'decided 2014-02-09 remedy=appeal outcome=urgency-refused',
      'refused 2014-02-09',
    ]
    expect(status(interim, [...used, 'no hearing'])).toBe('burnt')
    expect(status(interim, [...used, 'hearing 2014-02-10'])).toBe('used_decided')
  })
})

describe('versions of a remedy', () => {
  const versions = (anchor = 'at'): Block[] => [
    remedy('appeal', {
      until: '2014-02-01',
      anchor,
      term: 'five-days',
      closes: [{ when: 'noise', status: 'blocked', because: { en: 'Old.' } }],
    }),
    remedy('appeal', {
      from: '2014-02-01',
      anchor,
      term: 'ten-days',
      closes: [{ when: 'refused', status: 'moot', because: { en: 'New.' } }],
    }),
    term('five-days'),
    term('ten-days', { period: '10 days' }),
  ]

  it('each has its own time limit', () => {
    expect(status(versions(), ['ordered 2014-01-20 notified=2014-01-21', 'no filed'], '2014-01-28')).toBe('lapsed')
    expect(status(versions('ordered'), ['ordered 2014-02-01 notified=2014-02-01', 'no filed'])).toBe('open')
    expect(status(versions('ordered'), ['ordered 2014-02-01 notified=2014-02-01', 'no filed'], '2014-02-12')).toBe(
      'lapsed',
    )
  })

  it('each closes on its own grounds', () => {
    expect(status(versions(), ['ordered 2014-01-27 notified=2014-01-28', 'noise 2014-01-29'], '2014-01-30')).toBe(
      'blocked',
    )
    expect(status(versions(), [...open, 'noise 2014-02-08'])).toBe('open')
    expect(status(versions(), [...open, 'refused 2014-02-08'])).toBe('moot')
  })

  it('where it is not known which applies, is not lapsed on the terms of one of them', () => {
    const straddling = ['ordered 2014-01-25/2014-02-03 notified=2014-01-31', 'no filed']
    expect(status(versions('ordered'), straddling, '2014-02-07')).not.toBe('lapsed')
    expect(state(versions('ordered'), straddling, '2014-02-07').certain).toBe(false)
  })
})

describe('a remedy that no pack defines', () => {
  it('has no state', () => {
    expect(remedyState(evaluateCase(lawOf(), given(day)), 'nothing')).toBeUndefined()
  })
})
