import { describe, expect, it } from 'vitest'
import { evaluateCase } from './evaluate.ts'
import { condition, given, lawOf, occurrence, remedy, withEvents } from './testing.ts'

const day = '2014-02-10'
const happened = 'hearing'
const granted = 'decided outcome=granted'

describe('an event has happened by the day asked', () => {
  it.each([
    ['before that day', '2014-02-01', 'true'],
    ['on that day', '2014-02-10', 'true'],
    ['not before the day after: it is dated later', '2014-02-11', 'false'],
    ['perhaps, when only the month is known', '2014-02', 'unknown'],
    ['surely, when the month is over', '2014-01', 'true'],
    ['surely not, when the month has not begun', '2014-03', 'false'],
    ['perhaps, when only the year is known', '2014', 'unknown'],
    ['surely, about the end of the month before', '2014-01~', 'true'],
    ['perhaps, when the interval straddles the day', '2014-02-08/2014-02-12', 'unknown'],
    ['surely, when the interval ends on the day', '2014-02-08/2014-02-10', 'true'],
    ['surely, when all that is known is that it was before', '../2014-02-01', 'true'],
    ['perhaps, when all that is known is that it was not before', '2014-02-01/..', 'unknown'],
  ])('%s (%s)', (_, when, expected) => {
    expect(condition(happened, given(day, `hearing ${when}`))).toBe(expected)
  })

  it('is unknown when nothing is recorded', () => {
    expect(condition(happened, given(day))).toBe('unknown')
  })

  it('is unknown when the event has no date', () => {
    expect(condition(happened, given(day, 'hearing'))).toBe('unknown')
  })

  it('is asked by the minute when the day asked has an hour', () => {
    expect(condition(happened, given('2014-02-10T12:00', 'hearing 2014-02-10T11:59'))).toBe('true')
    expect(condition(happened, given('2014-02-10T12:00', 'hearing 2014-02-10T12:01'))).toBe('false')
    expect(condition(happened, given('2014-02-10T12:00', 'hearing 2014-02-10'))).toBe('unknown')
  })

  it('says no when someone stated that the list is complete', () => {
    expect(condition(happened, given(day, 'no hearing'))).toBe('false')
  })

  it('says nothing about other events than those on the complete list', () => {
    expect(condition('arrest', given(day, 'no hearing'))).toBe('unknown')
  })

  it('a recorded event stands although the list is said to be complete without it', () => {
    expect(condition(happened, given(day, 'no hearing', 'hearing 2014-02-01'))).toBe('true')
  })

  it('a doubtful event is not swept away by a complete list', () => {
    expect(condition(happened, given(day, 'no hearing', 'hearing 2014-02'))).toBe('unknown')
    expect(condition(granted, given(day, 'no decided outcome=granted', 'decided 2014-02-01'))).toBe('unknown')
  })

  it('one sure event outweighs a doubtful twin', () => {
    expect(condition(happened, given(day, 'hearing 2014-02', 'hearing 2014-01-05'))).toBe('true')
    expect(condition(happened, given(day, 'contested hearing 2014-01-04', 'hearing 2014-01-05'))).toBe('true')
  })

  it('is contested when sources of equal standing say that it did and did not happen', () => {
    expect(condition(happened, given(day, 'contested hearing 2014-01-05'))).toBe('contested')
  })

  it('a contested event dated later has not happened either way', () => {
    expect(condition(happened, given(day, 'contested hearing 2014-03-05'))).toBe('false')
  })

  it('an event that nobody is sure of leaves it open, complete list or not', () => {
    const doubtful = occurrence('hearing', '2014-02-01', { occurred: 'unknown' })
    expect(condition(happened, withEvents(given(day), doubtful))).toBe('unknown')
    expect(condition(happened, withEvents(given(day, 'no hearing'), doubtful))).toBe('unknown')
  })

  it('an event that nobody is sure of, dated later, says nothing', () => {
    expect(
      condition(happened, withEvents(given(day), occurrence('hearing', '2014-03-01', { occurred: 'unknown' }))),
    ).toBe('unknown')
  })

  it('rests on the claims of the event that shows it', () => {
    const law = lawOf({ rule: 'heard', when: ['hearing'] })
    const { grounded } = evaluateCase(
      law,
      withEvents(given(day), occurrence('hearing', '2014-02-01'), occurrence('hearing', '2014-02')),
    )
    expect(grounded[law.compiled.conclusions.get('heard')?.slot ?? -1]).toEqual({
      value: 'true',
      evidence: ['claim-hearing-2014-02-01'],
    })
  })
})

describe('an event that the record denies', () => {
  const denied = occurrence('hearing', '2014-02-01', { occurred: 'false' })

  it('did not happen', () => {
    expect(condition(happened, withEvents(given(day), denied))).toBe('false')
  })

  it('does not speak against another of its kind that may have happened', () => {
    expect(condition(happened, withEvents(given(day, 'hearing 2014-02'), denied))).toBe('unknown')
    expect(condition(happened, withEvents(given(day, 'hearing 2014-01-05'), denied))).toBe('true')
  })

  it('does not speak against an event of which it may not be the one', () => {
    expect(
      condition(granted, withEvents(given(day), occurrence('decided', '2014-02-01', { occurred: 'false' }))),
    ).toBe('unknown')
  })

  it('says nothing when it was said of a day still to come', () => {
    expect(
      condition(happened, withEvents(given(day), occurrence('hearing', '2014-03-01', { occurred: 'false' }))),
    ).toBe('unknown')
  })
})

describe('attributes of an event', () => {
  it.each([
    ['the same value matches', ['decided 2014-02-01 outcome=granted'], 'true'],
    ['another value does not, and says nothing of other events', ['decided 2014-02-01 outcome=refused'], 'unknown'],
    [
      'another value beside a complete list is a no',
      ['decided 2014-02-01 outcome=refused', 'no decided outcome=granted'],
      'false',
    ],
    ['a missing value leaves it open', ['decided 2014-02-01'], 'unknown'],
    ['a missing value on a later event leaves it open', ['decided 2014-03-01'], 'unknown'],
    ['further attributes do not matter', ['decided 2014-02-01 outcome=granted issuer=court'], 'true'],
  ])('%s', (_, lines, expected) => {
    expect(condition(granted, given(day, ...lines))).toBe(expected)
  })

  const rivals = (...outcomes: string[]) => occurrence('decided', '2014-02-01', { rivals: { outcome: outcomes } })

  it('on which sources differ leave it open when one of them fits', () => {
    expect(condition(granted, withEvents(given(day), rivals('granted', 'refused')))).toBe('unknown')
    expect(
      condition(granted, withEvents(given(day, 'no decided outcome=granted'), rivals('granted', 'refused'))),
    ).toBe('unknown')
  })

  it('on which sources differ leave it open although the first of them fits', () => {
    const both = occurrence('decided', '2014-02-01', {
      attributes: { outcome: 'granted' },
      rivals: { outcome: ['granted', 'refused'] },
    })
    expect(condition(granted, withEvents(given(day), both))).toBe('unknown')
  })

  it('on which sources differ do not match when none of them fits', () => {
    expect(
      condition(granted, withEvents(given(day, 'no decided outcome=granted'), rivals('refused', 'inadmissible'))),
    ).toBe('false')
  })

  it('a list narrowed to one value says nothing of the others', () => {
    expect(condition('decided', given(day, 'no decided outcome=granted'))).toBe('unknown')
    expect(condition('decided outcome=refused', given(day, 'no decided outcome=granted'))).toBe('unknown')
    expect(condition('decided outcome=granted issuer=court', given(day, 'no decided outcome=granted'))).toBe(
      'false',
    )
    expect(condition('decided issuer=granted', given(day, 'no decided outcome=granted'))).toBe('unknown')
  })
})

describe('@sending-state and its like', () => {
  const addressed = 'ordered addressee=@sending-state'

  it('stand for what the case says', () => {
    expect(condition(addressed, given(day, 'ordered 2014-02-01 addressee=ES'))).toBe('true')
    expect(condition(addressed, given(day, 'ordered 2014-02-01 addressee=FR', 'no ordered'))).toBe('false')
  })

  it('leave it open when the case does not say, even beside a complete list', () => {
    const situation = { ...given(day, 'ordered 2014-02-01 addressee=ES', 'no ordered'), facts: {} }
    expect(condition(addressed, situation)).toBe('unknown')
  })

  it('stand for each of several nationalities, and a list for one of them does not speak for the others', () => {
    const both = ['nationality=KZ', 'nationality=RU'] as const
    const pattern = 'ordered addressee=@nationality'
    expect(condition(pattern, given(day, ...both, 'ordered 2014-02-01 addressee=RU'))).toBe('true')
    expect(condition(pattern, given(day, ...both, 'no ordered addressee=KZ'))).toBe('unknown')
    expect(condition(pattern, given(day, 'nationality=KZ', 'no ordered addressee=KZ'))).toBe('false')
  })

  it('leave it open when the case says two things', () => {
    expect(
      condition(
        addressed,
        given(day, 'sending-state=ES', 'sending-state=FR', 'ordered 2014-02-01 addressee=ES', 'no ordered'),
      ),
    ).toBe('unknown')
  })

  it('a complete list for one State does not speak for a State that is not known', () => {
    const situation = given(day, 'no ordered addressee=ES')
    expect(condition(addressed, situation)).toBe('false')
    expect(condition(addressed, { ...situation, facts: {} })).toBe('unknown')
  })
})

describe('a fact about the case or the person', () => {
  const national = { fact: 'nationality', in: ['KZ', 'RU'] }
  it.each([
    ['is unknown while it is not recorded', [], 'unknown'],
    ['is true when it is one of those named', ['nationality=RU'], 'true'],
    ['is false when it is another', ['nationality=FR'], 'false'],
    ['is true when one of several nationalities fits', ['nationality=FR', 'nationality=KZ'], 'true'],
    ['said twice alike is said once', ['nationality=KZ', 'nationality=KZ'], 'true'],
  ])('%s', (_, lines, expected) => {
    expect(condition(national, given(day, ...lines))).toBe(expected)
  })

  it('is contested when rival values disagree about it', () => {
    expect(condition({ fact: 'risk', is: 'torture' }, given(day, 'risk=torture', 'risk=none'))).toBe('contested')
  })

  it('is not contested when every rival value answers alike', () => {
    expect(condition({ fact: 'risk', in: ['torture', 'death'] }, given(day, 'risk=torture', 'risk=death'))).toBe(
      'true',
    )
    expect(condition({ fact: 'risk', is: 'torture' }, given(day, 'risk=death', 'risk=none'))).toBe('false')
  })

  it('compared with a State that is not known is unknown, not false', () => {
    expect(condition({ fact: 'nationality', is: '@receiving-state' }, given(day, 'nationality=KZ'))).toBe('unknown')
    expect(
      condition(
        { fact: 'nationality', is: '@receiving-state' },
        given(day, 'nationality=KZ', 'receiving-state=KZ'),
      ),
    ).toBe('true')
    expect(
      condition(
        { fact: 'nationality', is: '@receiving-state' },
        given(day, 'nationality=KZ', 'receiving-state=RU'),
      ),
    ).toBe('false')
  })

  it('of which the record holds no value is unknown', () => {
    const facts = { minor: { values: [], contested: false, evidence: [] } }
    expect(condition({ fact: 'minor' }, { ...given(day), facts })).toBe('unknown')
  })

  it('is settled by one of several States, and left open by the one that is not known', () => {
    const either = { fact: 'nationality', in: ['RU', '@receiving-state'] }
    expect(condition(either, given(day, 'nationality=RU'))).toBe('true')
    expect(condition(either, given(day, 'nationality=KZ'))).toBe('unknown')
  })

  it('is false when it is none of the States that the contested one may be', () => {
    const when = { fact: 'nationality', is: '@receiving-state' }
    expect(condition(when, given(day, 'nationality=FR', 'receiving-state=KZ', 'receiving-state=RU'))).toBe('false')
  })

  it('compared with a contested State is unknown', () => {
    expect(
      condition(
        { fact: 'nationality', is: '@receiving-state' },
        given(day, 'nationality=KZ', 'receiving-state=KZ', 'receiving-state=RU'),
      ),
    ).toBe('unknown')
  })

  it('without a value asked for means yes', () => {
    expect(condition({ fact: 'minor' }, given(day, 'minor=yes'))).toBe('true')
    expect(condition({ fact: 'minor' }, given(day, 'minor=no'))).toBe('false')
  })
})

describe('a stay that has not been lifted since', () => {
  const stayed = { happened: 'stay-ordered', notSince: 'stay-lifted' }
  it.each([
    ['holds when the list of liftings is complete', ['stay-ordered 2014-02-01', 'no stay-lifted'], 'true'],
    ['is unknown when nothing is said of liftings', ['stay-ordered 2014-02-01'], 'unknown'],
    ['has ended when it was lifted after', ['stay-ordered 2014-02-01', 'stay-lifted 2014-02-05'], 'false'],
    [
      'holds again when it was ordered again',
      ['stay-ordered 2014-02-01', 'stay-lifted 2014-02-05', 'stay-ordered 2014-02-07', 'no stay-lifted'],
      'true',
    ],
    [
      'is unknown when ordered and lifted on one day of unknown hours',
      ['stay-ordered 2014-02-05', 'stay-lifted 2014-02-05'],
      'unknown',
    ],
    [
      'is settled by the hours of one day',
      ['stay-ordered 2014-02-05T10:00', 'stay-lifted 2014-02-05T12:00'],
      'false',
    ],
    [
      'is settled by the hours of one day the other way',
      ['stay-ordered 2014-02-05T12:00', 'stay-lifted 2014-02-05T10:00', 'no stay-lifted'],
      'true',
    ],
    [
      'is unknown in the same minute',
      ['stay-ordered 2014-02-05T12:00', 'stay-lifted 2014-02-05T12:00', 'no stay-lifted'],
      'unknown',
    ],
    [
      'is unknown when the lifting is dated by a month that may lie before',
      ['stay-ordered 2014-02-05', 'stay-lifted 2014-02'],
      'unknown',
    ],
    [
      'still holds when the lifting is dated later than the day asked',
      ['stay-ordered 2014-02-01', 'stay-lifted 2014-02-20'],
      'true',
    ],
    ['was never ordered', ['no stay-ordered', 'stay-lifted 2014-02-05'], 'false'],
    [
      'is not ended by a contested lifting, nor free of it',
      ['stay-ordered 2014-02-01', 'contested stay-lifted 2014-02-05'],
      'contested',
    ],
    [
      'is open when the later order is doubtful',
      ['stay-ordered 2014-02-01', 'stay-lifted 2014-02-05', 'contested stay-ordered 2014-02-07', 'no stay-lifted'],
      'unknown',
    ],
  ])('%s', (_, lines, expected) => {
    expect(condition(stayed, given(day, ...lines))).toBe(expected)
  })

  it('is not ended by a lifting that the record denies', () => {
    const denied = occurrence('stay-lifted', '2014-02-05', { occurred: 'false' })
    expect(condition(stayed, withEvents(given(day, 'stay-ordered 2014-02-01', 'no stay-lifted'), denied))).toBe(
      'true',
    )
    expect(condition(stayed, withEvents(given(day, 'stay-ordered 2014-02-01'), denied))).toBe('unknown')
  })

  it('is not renewed by an order that the record denies', () => {
    const denied = occurrence('stay-ordered', '2014-02-07', { occurred: 'false' })
    expect(
      condition(
        stayed,
        withEvents(given(day, 'stay-ordered 2014-02-01', 'stay-lifted 2014-02-05', 'no stay-lifted'), denied),
      ),
    ).toBe('false')
  })

  it('with several ways to end, ends by any of them', () => {
    const either = { happened: 'stay-ordered', notSince: ['stay-lifted', 'withdrawn'] }
    expect(condition(either, given(day, 'stay-ordered 2014-02-01', 'no stay-lifted', 'withdrawn 2014-02-03'))).toBe(
      'false',
    )
    expect(condition(either, given(day, 'stay-ordered 2014-02-01', 'no stay-lifted'))).toBe('unknown')
    expect(condition(either, given(day, 'stay-ordered 2014-02-01', 'no stay-lifted', 'no withdrawn'))).toBe('true')
  })

  it('is open beside an event that may be the one that ends it, before that day or after it', () => {
    const refused = { happened: 'stay-ordered', notSince: 'decided outcome=refused' }
    const since = (...lines: readonly string[]): string =>
      condition(refused, given(day, 'stay-ordered 2014-01-05', ...lines))
    expect(since('decided 2014-02-05')).toBe('unknown')
    expect(since('decided 2014-03-05')).toBe('unknown')
    expect(since('decided 2014-02 outcome=refused')).toBe('unknown')
    expect(since('decided 2014-02-05 outcome=refused')).toBe('false')
  })

  it('is open beside a lifting or an order without a date, one that nobody is sure of, or a contested one of that day', () => {
    const since = (...lines: readonly string[]): string =>
      condition(stayed, given(day, 'stay-ordered 2014-02-01', ...lines))
    expect(since('stay-lifted')).toBe('unknown')
    expect(since('stay-ordered', 'stay-lifted 2014-02-05')).toBe('unknown')
    expect(since('contested stay-lifted 2014-02-01')).toBe('unknown')
    const doubtful = occurrence('stay-lifted', '2014-02-05', { occurred: 'unknown' })
    expect(condition(stayed, withEvents(given(day, 'stay-ordered 2014-02-01'), doubtful))).toBe('unknown')
  })

  it('that is contested is not shown to have ended by what came after', () => {
    expect(condition(stayed, given(day, 'contested stay-ordered 2014-02-01', 'stay-lifted 2014-02-05'))).toBe(
      'contested',
    )
  })

  it('an event is not after itself', () => {
    expect(
      condition({ happened: 'hearing', notSince: 'hearing' }, given(day, 'hearing 2014-02-01T10:00', 'no hearing')),
    ).toBe('true')
  })
})

describe('the first before the second', () => {
  const ordered = { first: 'filed', then: 'decided' }
  it.each([
    [['filed 2014-02-01', 'decided 2014-02-05'], 'true'],
    [['filed 2014-02-05', 'decided 2014-02-01'], 'false'],
    [['filed 2014-02-05', 'decided 2014-02-05'], 'unknown'],
    [['filed 2014-02-05T09:00', 'decided 2014-02-05T10:00'], 'true'],
    [['filed 2014-02', 'decided 2014-01-05'], 'unknown'],
    [['filed 2014-01', 'decided 2014-02-05'], 'true'],
    [['filed 2014-02-01'], 'unknown'],
    [['filed 2014-02-01', 'decided 2014-02-20'], 'false'],
    [['filed 2014-02-01', 'no decided'], 'false'],
    [['filed 2014-02-01', 'filed 2014-02-08', 'decided 2014-02-05'], 'true'],
    [['filed 2014-02-03', 'decided 2014-02-01', 'decided 2014-02-05'], 'true'],
    [['filed 2014-02-05', 'decided 2014-02-03', 'decided 2014-02'], 'unknown'],
    [['filed 2014-02-06', 'filed', 'decided 2014-02-05'], 'unknown'],
    [['filed 2014-02-06', 'decided', 'decided 2014-02-05'], 'unknown'],
    [['no filed', 'decided 2014-02-05'], 'false'],
    [[], 'unknown'],
  ])('%j is %s', (lines, expected) => {
    expect(condition(ordered, given(day, ...lines))).toBe(expected)
  })

  it('is open while a doubtful earlier one may have been first', () => {
    const of = { first: 'filed remedy=appeal', then: 'decided' }
    expect(
      condition(of, given(day, 'filed 2014-02-05 remedy=appeal', 'decided 2014-02-03'), remedy('appeal')),
    ).toBe('false')
    expect(
      condition(
        of,
        given(day, 'filed 2014-02-05 remedy=appeal', 'filed 2014-02-01', 'decided 2014-02-03'),
        remedy('appeal'),
      ),
    ).toBe('unknown')
  })
})

describe('a State bound by a treaty', () => {
  const bound = (state: string) => ({ bound: state, by: 'treaty' })
  const binding = (more: object) => ({
    binding: 'es-treaty',
    state: 'ES',
    instrument: 'treaty',
    checked: 'official',
    source: 'list',
    ...more,
  })
  it.each([
    ['since before the day', { from: '2000-01-01' }, 'true'],
    ['from that very day', { from: '2014-02-10' }, 'true'],
    ['from the day after', { from: '2014-02-11' }, 'false'],
    ['never', { from: 'never' }, 'false'],
    ['since a day nobody read', { from: 'unknown' }, 'unknown'],
    ['since a day nobody read, until one that has passed', { from: 'unknown', until: '2014-02-01' }, 'false'],
    ['until the day after', { from: '2000-01-01', until: '2014-02-11' }, 'true'],
    ['until that very day', { from: '2000-01-01', until: '2014-02-10' }, 'false'],
  ])('%s', (_, more, expected) => {
    expect(condition(bound('sending-state'), given(day), binding(more))).toBe(expected)
    expect(condition(bound('ES'), given(day, 'sending-state=KZ'), binding(more))).toBe(expected)
  })

  it('is unknown when no pack says so', () => {
    expect(condition(bound('sending-state'), given(day, 'sending-state=KZ'), binding({ from: '2000-01-01' }))).toBe(
      'unknown',
    )
  })

  it('is unknown when the State is not known', () => {
    expect(condition(bound('receiving-state'), given(day), binding({ from: '2000-01-01' }))).toBe('unknown')
  })

  it('is bound by that treaty, not by another', () => {
    expect(condition(bound('ES'), given(day), binding({ from: '2000-01-01', instrument: 'act' }))).toBe('unknown')
  })

  it('is bound from the first minute of the first day to the last before the end', () => {
    const from = binding({ from: '2014-02-10', until: '2014-03-10' })
    const moments = ['2014-02-09T23:59', '2014-02-10T00:00', '2014-03-09T23:59', '2014-03-10T00:00']
    expect(moments.map((at) => condition(bound('ES'), given(at), from))).toEqual(['false', 'true', 'true', 'false'])
  })

  it('left and came back: each time counts for itself', () => {
    const twice = [
      binding({ from: '1990-01-01', until: '2000-01-01' }),
      binding({ binding: 'es-treaty-again', from: '2010-01-01' }),
    ]
    expect(condition(bound('ES'), given('2005-01-01'), ...twice)).toBe('false')
    expect(condition(bound('ES'), given('1995-01-01'), ...twice)).toBe('true')
    expect(condition(bound('ES'), given('2014-01-01'), ...twice)).toBe('true')
  })

  it('is not decided by one of two contested States', () => {
    const two = [binding({ from: '2000-01-01' }), binding({ binding: 'kz-treaty', state: 'KZ', from: 'never' })]
    expect(condition(bound('sending-state'), given(day, 'sending-state=ES', 'sending-state=KZ'), ...two)).toBe(
      'contested',
    )
    expect(condition(bound('sending-state'), given(day, 'sending-state=ES', 'sending-state=FR'), ...two)).toBe(
      'unknown',
    )
  })
})

describe('what a named person assessed', () => {
  const asked = { assessed: 'real-risk', as: 'yes' }
  it.each([
    [[], 'unknown'],
    [['assessed real-risk=yes'], 'true'],
    [['assessed real-risk=no'], 'false'],
    [['assessed real-risk=unsure'], 'unknown'],
    [['assessed real-risk=yes', 'assessed real-risk=no'], 'contested'],
    [['assessed real-risk=yes', 'assessed real-risk=unsure'], 'true'],
    [['assessed other=yes'], 'unknown'],
  ])('%j is %s', (lines, expected) => {
    expect(condition(asked, given(day, ...lines))).toBe(expected)
    const turned = expected === 'true' ? 'false' : expected === 'false' ? 'true' : expected
    expect(condition({ ...asked, as: 'no' }, given(day, ...lines))).toBe(turned)
  })
})
