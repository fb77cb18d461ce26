import { describe, expect, it } from 'vitest'
import { DateError, parseDate, parseMoment } from '../record/index.ts'
import { momentNames, NotationError, parsePattern, readNotation, situationFrom } from './situation.ts'
import { madrid } from './testing.ts'

const read = (...lines: string[]) => readNotation(lines, madrid)

describe('the short notation', () => {
  it('an event has a type, a date, attributes and further dates', () => {
    expect(read('decided 2014-02-09 remedy=appeal outcome=dismissed notified=2014-02-11').occurrences).toEqual([
      {
        id: 'given-1',
        type: 'decided',
        occurred: 'true',
        attributes: { remedy: 'appeal', outcome: 'dismissed' },
        evidence: ['given-1'],
        when: parseDate('2014-02-09', madrid),
        moments: { notified: parseDate('2014-02-11', madrid) },
      },
    ])
  })

  it('an event may be undated, and dated loosely', () => {
    expect(read('hearing').occurrences[0]).not.toHaveProperty('when')
    expect(read('hearing ../2014-02-09').occurrences[0]?.when).toEqual(parseDate('../2014-02-09', madrid))
    expect(read('hearing 2014-02~').occurrences[0]?.when?.approximate).toBe(true)
  })

  it.each(momentNames)('%s= is a further date, not an attribute', (moment) => {
    expect(read(`hearing 2014-02-09 ${moment}=2014-02-10`).occurrences[0]).toMatchObject({
      attributes: {},
      moments: { [moment]: { text: '2014-02-10' } },
    })
  })

  it('contested before an event says that sources differ on whether it happened', () => {
    expect(read('contested hearing 2014-02-09').occurrences[0]).toMatchObject({
      type: 'hearing',
      occurred: 'contested',
    })
  })

  it('no before an event says that the list of such events is complete', () => {
    expect(read('no filed remedy=appeal').complete).toEqual([
      {
        id: 'given-1',
        type: 'filed',
        where: { remedy: 'appeal' },
        through: Infinity,
        because: 'no filed remedy=appeal',
      },
    ])
  })

  it('a fact said in two ways is contested, and rests on both; a second nationality is no contradiction', () => {
    expect(read('risk=torture', 'risk=none').facts).toEqual({
      risk: { values: ['torture', 'none'], contested: true, evidence: ['given-1', 'given-2'] },
    })
    expect(read('risk=torture', 'risk=torture').facts['risk']).toMatchObject({
      values: ['torture'],
      contested: false,
    })
    expect(read('nationality=KZ', 'nationality=RU').facts['nationality']).toMatchObject({
      values: ['KZ', 'RU'],
      contested: false,
    })
  })

  it('a value may hold an equals sign', () => {
    expect(read('link=a=b').facts['link']?.values).toEqual(['a=b'])
  })

  it('an assessment names its question and answer', () => {
    expect(read('assessed real-risk=unsure').assessments).toEqual([
      { question: 'real-risk', answer: 'unsure', by: 'given-1', evidence: ['given-1'] },
    ])
  })

  it('what is supposed is marked so', () => {
    expect(readNotation(['hearing 2014-02-09'], madrid, true).occurrences[0]?.hypothetical).toBe(true)
    expect(read('hearing 2014-02-09').occurrences[0]).not.toHaveProperty('hypothetical')
  })

  it.each([
    'Hearing 2014-02-09',
    '2014-02-09 hearing',
    'hearing tomorrow',
    'assessed real-risk',
    'assessed real-risk=maybe',
    'assessed =yes',
    'assessed',
    'risk=torture 2014-02-09',
    '=torture',
    'hearing =torture',
    'no',
    'no 2014-02-09',
    'no Hearing',
    'contested',
    '',
  ])('%j is refused with what to write instead', (line) => {
    let caught: unknown
    try {
      read(line)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(NotationError)
    expect((caught as NotationError).name).toBe('NotationError')
    expect((caught as NotationError).remedy).toMatch(/^(Write|Put)/)
  })

  it('a day that does not exist is refused', () => {
    expect(() => read('hearing 2014-02-30')).toThrow(DateError)
  })
})

describe('a situation', () => {
  it('asked about a bare day means its end, known by then', () => {
    expect(situationFrom([], '2014-02-10', madrid)).toMatchObject({
      at: parseMoment('2014-02-10T23:59', madrid),
      knownBy: parseMoment('2014-02-10T23:59', madrid),
    })
  })

  it('asked about an hour means that minute', () => {
    expect(situationFrom([], '2014-02-10T09:00', madrid).at).toBe(parseMoment('2014-02-10T09:00', madrid))
  })
})

describe('an event pattern', () => {
  it('is a type with attributes, split at the first equals sign', () => {
    expect(parsePattern('decided remedy=es.suplica  outcome=a=b')).toEqual({
      type: 'decided',
      where: [
        ['remedy', 'es.suplica'],
        ['outcome', 'a=b'],
      ],
    })
    expect(parsePattern(' hearing ')).toEqual({ type: 'hearing', where: [] })
  })
})
