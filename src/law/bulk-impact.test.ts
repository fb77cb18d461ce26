import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { type CaseImpact, docketOf, impactOf } from './bulk-impact.ts'
import { BitRows, evaluateBulkCases } from './bulk.ts'
import { evaluateCase } from './evaluate.ts'
import type { Law } from './law.ts'
import type { Situation } from './situation.ts'
import { type Block, given, lawOf, madrid, term } from './testing.ts'
import { supposition } from './what-if.ts'

const day = '2014-02-10'

/** What each case gives on its own. */
function singly(law: Law, situations: readonly Situation[], events: readonly string[]): readonly CaseImpact[] {
  return situations.flatMap((one, index) => {
    const { before, after } = supposition(one, events)
    const [old, now] = [evaluateCase(law, before), evaluateCase(law, after)]
    const changes = [...law.compiled.conclusions.keys()]
      .map((id) => ({ id, before: old.of(id), after: now.of(id) }))
      .filter((line) => line.before !== line.after)
    return changes.length === 0 ? [] : [{ index, changes }]
  })
}

/** The change of one conclusion in one case, which is also what the case gives on its own. */
function change(blocks: readonly Block[], situation: Situation, events: readonly string[], id: string): string {
  const law = lawOf(...blocks)
  const impact = impactOf(law, events, [situation])
  expect(impact).toEqual(singly(law, [situation], events))
  const line = impact[0]?.changes.find((one) => one.id === id)
  return line === undefined ? 'none' : `${line.before} → ${line.after}`
}

describe('an event is looked at wherever something can rest on it', () => {
  const rule = (when: unknown, more: Block = {}): Block => ({ rule: 'r', when: [when], ...more })
  const limit = (more: Block): Block => term('limit', { starts: { event: 'ordered' }, ...more })
  const passed = rule({ passed: 'limit' })
  const lines = ['ordered 2014-01-10', 'no asked', 'no granted']

  it.each<[string, readonly Block[], readonly string[], string, string]>([
    ['in itself', [rule('hearing')], ['no hearing'], 'hearing 2014-02-01', 'false → true'],
    [
      'as what undoes another',
      [rule({ happened: 'hearing', notSince: 'stay-lifted' })],
      ['hearing 2014-01-05', 'no stay-lifted'],
      'stay-lifted 2014-02-01',
      'true → false',
    ],
    [
      'as what another has to come after',
      [rule({ happened: 'hearing', notSince: 'stay-lifted' })],
      ['hearing 2014-01-05', 'stay-lifted 2014-01-10'],
      'hearing 2014-02-01',
      'false → unknown',
    ],
    [
      'as the start of one version of a time limit',
      [
        limit({ until: '2014-01-01', starts: { event: 'arrest' } }),
        limit({ from: '2014-01-01', starts: { event: 'ordered' } }),
        passed,
      ],
      ['no ordered'],
      'ordered 2014-01-10',
      'false → true',
    ],
    [
      'as the first of two',
      [rule({ first: 'arrest', then: 'hearing' })],
      ['hearing 2014-02-05'],
      'arrest 2014-02-01',
      'unknown → true',
    ],
    [
      'as the second of two',
      [rule({ first: 'arrest', then: 'hearing' })],
      ['arrest 2014-02-01'],
      'hearing 2014-02-05',
      'unknown → true',
    ],
    ['as the start of a time limit', [limit({}), passed], ['no ordered'], 'ordered 2014-01-10', 'false → true'],
    [
      'as another start of a time limit',
      [limit({ starts: { event: 'ordered', or: [{ event: 'asked' }] } }), passed],
      lines,
      'asked 2014-02-09',
      'true → false',
    ],
    [
      'as the end of a time limit',
      [limit({ ends: ['granted'], period: '60 days' }), rule({ running: 'limit' })],
      lines,
      'granted 2014-01-20',
      'true → false',
    ],
    [
      'as the day that chooses a version',
      [rule('noise', { from: '2014-02-01', anchor: 'ordered' })],
      ['noise 2014-01-05'],
      'ordered 2014-01-05',
      'true → false',
    ],
    [
      'as a step in what is found of article 34',
      [rule({ found: 'article-34' })],
      ['no measure-indicated', 'no surrendered', 'no removed'],
      'application-hindered 2014-02-05',
      'false → unknown',
    ],
  ])('%s', (_, blocks, told, event, expected) => {
    expect(change(blocks, given(day, ...told), [event], 'r')).toBe(expected)
  })

  it('and one on which nothing rests changes nothing', () => {
    expect(
      impactOf(
        lawOf({ ...rule('hearing'), rule: 'heard' }, limit({}), passed),
        ['noise 2014-02-01'],
        [given(day, ...lines)],
      ),
    ).toEqual([])
  })
})

describe('more than an event can be supposed', () => {
  const law = lawOf(
    { rule: 'heard', when: ['hearing'] },
    { rule: 'feared', when: [{ assessed: 'real-risk', as: 'yes' }] },
    { rule: 'danger', when: [{ fact: 'risk', is: 'torture' }] },
  )
  it.each([
    [['no hearing'], ['heard']],
    [['assessed real-risk=yes'], ['feared']],
    [['risk=torture'], ['danger']],
    [
      ['no hearing', 'assessed real-risk=yes'],
      ['heard', 'feared'],
    ],
    [
      ['no hearing', 'risk=torture'],
      ['heard', 'danger'],
    ],
    [
      ['assessed real-risk=yes', 'risk=torture'],
      ['feared', 'danger'],
    ],
  ])('%s', (events, moved) => {
    const [found] = impactOf(law, events, [given(day)])
    expect(found?.changes.map((one) => one.id)).toEqual(moved)
  })
})

describe("an event in another State's procedure", () => {
  const law = lawOf(
    {
      track: 'fr.extradition',
      title: { en: 'Extradition' },
      jurisdiction: 'FR',
      applies: [{ fact: 'sending-state', is: 'FR' }],
      question: { en: 'What has been decided?' },
      domestic: true,
    },
    { stage: 'fr.agreed', track: 'fr.extradition', order: 1, reached: ['ordered'] },
    { rule: 'decided-on', when: ['ordered'] },
  )
  const inState = (...states: readonly string[]): Situation => {
    const situation = given(day, 'ordered 2014-02-01')
    const facts = { 'sending-state': { values: states, contested: states.length > 1, evidence: ['claim'] } }
    return { ...situation, facts: states.length === 0 ? {} : facts }
  }
  const situations = [inState('ES'), inState('FR'), inState('ES', 'FR'), inState('FR', 'ES'), inState()]

  it('can leave open whose step another event was, in each case as on its own', () => {
    const impact = impactOf(law, ['hearing 2014-02-05 state=FR'], situations)
    expect(impact).toEqual(singly(law, situations, ['hearing 2014-02-05 state=FR']))
    expect(impact[0]).toMatchObject({
      index: 0,
      changes: [{ id: 'decided-on', after: 'unknown' }, { id: 'fr.agreed' }],
    })
    expect(impact.some(({ index }) => index === 1)).toBe(false)
  })
  it('leaves it open also beside an event in the own procedure', () => {
    const events = ['hearing 2014-02-05 state=ES', 'hearing 2014-02-05 state=FR']
    expect(impactOf(law, events, situations)).toEqual(singly(law, situations, events))
    expect(impactOf(law, events, situations).map(({ index }) => index)).toContain(0)
  })
  it('is one of no State where it names none', () => {
    expect(impactOf(law, ['hearing 2014-02-05'], situations)).toEqual([])
  })
})

describe('the day on which a case is compared with itself', () => {
  const law = lawOf(
    { rule: 'heard', when: ['hearing'] },
    { rule: 'late', when: [{ passed: 'limit' }] },
    term('limit'),
  )
  const lines = ['ordered 2014-02-08 notified=2014-02-08']

  it('is that of a later event, so that what the days alone bring is no change', () => {
    const situations = [given(day, ...lines), given('2014-03-10', ...lines)]
    const impact = impactOf(law, ['hearing 2014-03-01'], situations)
    expect(impact).toEqual(singly(law, situations, ['hearing 2014-03-01']))
    expect(impact.map(({ changes }) => changes.map((one) => one.id))).toEqual([['heard'], ['heard']])
  })
  it('is that through which a list goes on', () => {
    const earlier = parseMoment('2014-02-05', madrid)
    const list = (id: string, type: string, through: number) => ({ id, type, where: {}, through, because: 'told' })
    const situations = [
      { ...given(day), knownBy: earlier, complete: [list('a', 'hearing', earlier)] },
      { ...given(day), knownBy: earlier, complete: [list('b', 'noise', Infinity), list('a', 'hearing', earlier)] },
      { ...given(day), complete: [list('a', 'hearing', earlier)] },
    ]
    expect(impactOf(law, ['hearing 2014-02-09'], situations)).toEqual([
      { index: 0, changes: [{ id: 'heard', before: 'false', after: 'true' }] },
      { index: 1, changes: [{ id: 'heard', before: 'false', after: 'true' }] },
      { index: 2, changes: [{ id: 'heard', before: 'unknown', after: 'true' }] },
    ])
  })
})

describe('a docket of more cases than a machine word', () => {
  const law = lawOf({ rule: 'heard', when: ['hearing'] }, { rule: 'held', when: ['stay-ordered'] })
  const open = new Set([0, 1, 30, 31, 32, 33, 63, 64, 69])
  const situations = Array.from({ length: 70 }, (_, index) =>
    given(day, open.has(index) ? 'no stay-ordered' : 'stay-ordered 2014-02-01', 'hearing 2014-02-01'),
  )
  it('names every case that changes, in order, and no other', () => {
    const docket = docketOf(law, situations)
    expect(docket.impactOf(['stay-ordered 2014-02-05'])).toEqual(
      [...open].map((index) => ({ index, changes: [{ id: 'held', before: 'false', after: 'true' }] })),
    )
    expect(docket.evaluated.caseCount).toBe(70)
  })
  it('names the cases in order, whichever conclusion of each it is that changes', () => {
    const two = lawOf(
      { rule: 'a', when: ['hearing', { fact: 'risk', is: 'torture' }] },
      { rule: 'b', when: ['hearing', { fact: 'risk', is: 'death' }] },
    )
    const cases = ['death', 'torture', 'death'].map((risk) => given(day, `risk=${risk}`, 'no hearing'))
    expect(
      impactOf(two, ['hearing 2014-02-05'], cases).map(({ index, changes }) => [index, changes[0]?.id]),
    ).toEqual([
      [0, 'b'],
      [1, 'a'],
      [2, 'b'],
    ])
  })
  it('can be answered for some conclusions alone; the inputs of others stay unknown', () => {
    const only = evaluateBulkCases(law, situations, ['held'])
    expect(only.column('held')).toEqual(situations.map((_, index) => (open.has(index) ? 'false' : 'true')))
    expect(new Set(only.column('heard'))).toEqual(new Set(['unknown']))
    expect(new Set(evaluateBulkCases(law, situations).column('heard'))).toEqual(new Set(['true']))
  })
})

describe('rows of bits', () => {
  it.each([
    [0, 0],
    [1, 1],
    [32, 1],
    [33, 2],
    [64, 2],
    [65, 3],
  ])('for %s cases are %s words long', (cases, words) => {
    const rows = new BitRows(3, cases)
    expect([rows.words, rows.bits.length]).toEqual([words, 6 * words])
  })
  it('keep every value of every slot apart, and can be set again', () => {
    const rows = new BitRows(4, 70)
    const values = ['true', 'false', 'unknown', 'contested'] as const
    const value = (slot: number, index: number, turn: number) => values[(slot * 3 + index + turn) % 4] ?? 'unknown'
    for (const turn of [0, 1]) {
      for (let slot = 0; slot < 4; slot++)
        for (let index = 0; index < 70; index++) rows.set(slot, index, value(slot, index, turn))
      for (let slot = 0; slot < 4; slot++)
        for (let index = 0; index < 70; index++) expect(rows.get(slot, index)).toBe(value(slot, index, turn))
    }
    const copy = rows.copy()
    copy.set(0, 0, 'unknown')
    expect([rows.get(0, 0), copy.get(0, 0), copy.caseCount, copy.words]).toEqual(['false', 'unknown', 70, 3])
  })
})
