import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { type Block, given, lawOf, madrid, remedy, term } from './testing.ts'
import { overlay, whatIf } from './what-if.ts'

const day = '2014-02-10'
const blocks: Block[] = [
  {
    duty: 'bound',
    bearer: 'sending-state',
    binding: 'binding',
    when: [{ happened: 'stay-ordered', notSince: 'stay-lifted' }],
    lasts: { en: 'until lifted' },
  },
  { duty: 'other-duty', bearer: 'sending-state', binding: 'binding', when: ['arrest'], lasts: { en: 'always' } },
  { bar: 'barred', bars: 'transfer', force: 'mandatory', when: ['stay-ordered'] },
  { rule: 'may-hand-over', when: ['ordered'], unless: ['stay-ordered'] },
  { stage: 'stayed', track: 'main', order: 2, reached: ['stay-ordered'] },
  remedy('appeal', { term: 'five-days' }),
  term('five-days', {
    starts: { event: 'ordered' },
    underStay: { effect: 'runs-on', note: { en: 'It runs on.' } },
  }),
]
const law = lawOf(...blocks)
const lines = [
  'ordered 2014-02-08',
  'arrest 2014-01-01',
  'no stay-ordered',
  'no stay-lifted',
  'no filed',
  'no waived',
]
const base = given(day, ...lines)

describe('what would change if', () => {
  it('nothing happened: nothing', () => {
    expect(whatIf(law, base, []).changes).toEqual([])
  })

  it('something happened that no rule speaks of: nothing', () => {
    expect(whatIf(law, base, ['noise 2014-02-10']).changes).toEqual([])
  })

  it('a stay came: the duty, the bar, the stage and the rule, each with its cause', () => {
    const { changes } = whatIf(law, base, ['stay-ordered 2014-02-10'])
    expect(changes.map(({ what, id, before, after }) => [what, id, before, after])).toEqual([
      ['stage', 'main', '–', 'stayed'],
      ['duty', 'bound', '–', 'binds'],
      ['bar', 'barred', '–', 'true'],
      ['conclusion', 'may-hand-over', 'true', 'false'],
    ])
    for (const change of changes.filter((c) => c.what !== 'stage'))
      expect(change.causes).toEqual(['supposed: stay-ordered'])
  })

  it('tells what stays as it was, and which clocks run on', () => {
    const found = whatIf(law, base, ['stay-ordered 2014-02-10'])
    expect(found.unchanged).toMatchObject([{ id: 'other-duty', stays: 'binds' }])
    expect(found.clocksUnderStay).toMatchObject([
      { id: 'five-days', effect: 'runs-on', note: { en: 'It runs on.' } },
    ])
  })

  it('names no clock that is over, and none of which the packs do not say what a stay does to it', () => {
    const silent = lawOf(...blocks.slice(0, -1), term('five-days', { starts: { event: 'ordered' } }))
    expect(whatIf(silent, base, ['stay-ordered 2014-02-10']).clocksUnderStay).toEqual([])
    expect(whatIf(law, base, ['stay-ordered 2014-02-20']).clocksUnderStay).toEqual([])
    expect(whatIf(law, base, ['stay-ordered 2014-02-12']).clocksUnderStay).toEqual([
      { id: 'five-days', title: { en: 'five-days' }, effect: 'runs-on', note: { en: 'It runs on.' } },
    ])
  })

  it('the appeal were decided: with which outcome', () => {
    const filed = given(day, ...lines.slice(0, -2), 'no waived', 'filed 2014-02-09 remedy=appeal')
    const { changes } = whatIf(law, filed, ['decided 2014-02-10 remedy=appeal outcome=granted'])
    expect(changes.filter(({ what }) => what === 'remedy').map(({ before, after }) => [before, after])).toEqual([
      ['used_pending', 'used_decided (granted)'],
    ])
  })

  it('something came for which a rule of another name speaks: its conclusion is told', () => {
    const speaking = lawOf({ rule: 'speaking', concludes: 'spoken', when: ['hearing'] })
    expect(whatIf(speaking, given(day), ['hearing 2014-02-09']).changes).toMatchObject([
      { what: 'conclusion', id: 'spoken', before: 'unknown', after: 'true', causes: ['supposed: hearing'] },
    ])
  })

  it('the appeal were filed: it is pending, and its clock is gone', () => {
    const { changes } = whatIf(law, base, ['filed 2014-02-10 remedy=appeal'])
    expect(changes.map(({ what, id, before, after }) => [what, id, before, after])).toEqual(
      expect.arrayContaining([
        ['remedy', 'appeal', 'open', 'used_pending'],
        ['clock', 'five-days', 'running', '–'],
      ]),
    )
  })

  it('the fact were another: what rests on it changes', () => {
    expect(whatIf(law, base, ['sending-state=FR']).after.remedies).toEqual([])
    expect(base.facts['sending-state']?.values).toEqual(['ES'])
  })

  it('leaves the case as it was', () => {
    const before = JSON.stringify(base)
    whatIf(law, base, ['stay-ordered 2014-02-10', 'sending-state=FR', 'no hearing', 'assessed real-risk=yes'])
    expect(JSON.stringify(base)).toBe(before)
  })

  it('compares with the same later day, so that mere time is no change', () => {
    const { before, after, changes } = whatIf(law, base, ['noise 2014-03-01'])
    expect(before.at).toBe(parseMoment('2014-03-01', madrid))
    expect(after.at).toBe(before.at)
    expect(changes).toEqual([])
  })

  it('gives the answer with the events as it would be if they were recorded', () => {
    const { after } = whatIf(law, base, ['stay-ordered 2014-02-10'])
    const recorded = whatIf(law, given(day, ...lines, 'stay-ordered 2014-02-10'), []).after
    expect(after.duties).toEqual(recorded.duties)
    expect(after.remedies.map((r) => r.status)).toEqual(recorded.remedies.map((r) => r.status))
  })
})

describe('supposed events', () => {
  it('move the day asked to the last of them', () => {
    expect(overlay(base, ['hearing 2014-02-20', 'arrest 2014-02-15']).at).toBe(parseMoment('2014-02-20', madrid))
  })

  it('that lie before the day asked leave it', () => {
    expect(overlay(base, ['hearing 2014-02-01'])).toMatchObject({ at: base.at, knownBy: base.knownBy })
  })

  it('move the day of knowledge along, and never back', () => {
    const later = parseMoment('2014-03-01', madrid)
    expect(overlay(base, ['hearing 2014-02-20']).knownBy).toBe(parseMoment('2014-02-20', madrid))
    expect(overlay({ ...base, knownBy: later }, ['hearing 2014-02-20']).knownBy).toBe(later)
  })

  it('without an end move it to their beginning', () => {
    expect(overlay(base, ['hearing 2014-02-20/..']).at).toBe(parseMoment('2014-02-20T00:00', madrid))
  })

  it('are marked as supposed, and so is what they rest on', () => {
    expect(overlay(base, ['hearing 2014-02-20']).occurrences.at(-1)).toMatchObject({
      hypothetical: true,
      evidence: ['supposed: hearing'],
    })
  })

  it('let a list go on that is kept up to the day of knowledge, and no other', () => {
    const list = (id: string, through: string) => ({
      id,
      type: 'hearing',
      where: {},
      through: parseMoment(through, madrid),
      because: 'told',
    })
    const found = overlay({ ...base, complete: [list('kept', day), list('old', '2014-01-01')] }, [
      'arrest 2014-03-01',
    ])
    expect(found.complete.map((c) => c.through)).toEqual([
      parseMoment('2014-03-01', madrid),
      parseMoment('2014-01-01', madrid),
    ])
  })
})
