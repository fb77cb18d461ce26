import { describe, expect, it } from 'vitest'
import { parseDate, parseMoment } from '../record/index.ts'
import { compareArticle34, occurrencesOf } from './precedents-article-34.ts'
import { loadPrecedents, type PrecedentCase } from './precedents.ts'

const events = Object.fromEntries(
  ['measure-indicated', 'surrendered', 'removed', 'abducted', 'judgment'].map((type) => [type, { en: type }]),
)
/** A case against Russia over a transfer to Uzbekistan, with further lines. */
function judged(...lines: readonly string[]): PrecedentCase {
  const sending = lines.some((line) => line.startsWith('sending:')) ? [] : ['sending: [RU]']
  const article3 = lines.some((line) => line.startsWith('article3:')) ? [] : ['article3: violation-if-removed']
  const text = [
    'basis: curated',
    'precedents:',
    '- precedent: x-v-russia',
    ...["case: 'X v. Russia'", 'applications: [1/09]', 'date: 2014-01-01', 'receiving: [UZ]'].map((l) => `  ${l}`),
    ...[...sending, ...article3, ...lines].map((line) => `  ${line}`),
  ].join('\n')
  const { cases, problems } = loadPrecedents([{ file: 'test.yaml', text }], events)
  const [found] = cases
  if (found === undefined) throw new Error(problems.map(({ what }) => what).join('\n'))
  return found
}
const asOf = parseMoment('2020-01-01', 'Europe/Paris')
const eventLine = (...told: readonly string[]): string => `events: [${told.map((one) => `{${one}}`).join(', ')}]`
const measure = 'event: measure-indicated, date: 2012-01-10, until: further-notice'
const removed = 'event: removed, date: 2012-01-20, to: UZ'
const agreement = (...lines: readonly string[]): string => compareArticle34(judged(...lines), asOf).agreement
const finding = (...lines: readonly string[]): string | undefined =>
  compareArticle34(judged(...lines), asOf).computed?.finding

describe('what follows from the events of a judgment, beside what the Court found', () => {
  it('agrees where a removal against a measure was found a violation, and disagrees where it was not', () => {
    expect(finding(eventLine(measure, removed))).toBe('breached')
    expect(agreement(eventLine(measure, removed), 'article34: violation')).toBe('agrees')
    expect(agreement(eventLine(measure, removed), 'article34: no-violation')).toBe('disagrees')
    expect(agreement(eventLine(measure, removed), 'article34: none')).toBe('disagrees')
  })

  it('agrees where nobody was removed against a measure and no violation was found', () => {
    const before = 'event: removed, date: 2012-01-05, to: UZ'
    expect(finding(eventLine(measure, before))).toBe('not-breached')
    expect(agreement(eventLine(measure, before), 'article34: no-violation')).toBe('agrees')
    expect(agreement(eventLine(measure, before), 'article34: violation')).toBe('disagrees')
  })

  it('is not compared with a finding that nobody read', () => {
    for (const found of ['{is: violation, checked: memory}', 'unknown'])
      expect(agreement(eventLine(measure, removed), `article34: ${found}`)).toBe('not-read')
    expect(agreement(eventLine(measure, removed))).toBe('not-read')
  })

  it('is open where an event was not read, and so may not have happened', () => {
    const doubtful = [
      eventLine(measure, `${removed}, checked: memory`),
      eventLine(`${measure}, checked: inferred`, removed),
    ]
    for (const lines of doubtful) {
      expect(finding(lines)).toBe('unknown')
      expect(agreement(lines, 'article34: violation')).toBe('open')
    }
  })

  it('is not computed where neither a measure nor a taking is among the events', () => {
    const found = compareArticle34(judged(eventLine('event: judgment, date: 2014'), 'article34: violation'), asOf)
    expect(found).toEqual({ found: found.found, agreement: 'open' })
    expect(agreement('article34: violation')).toBe('open')
    for (const taking of ['surrendered', 'removed', 'abducted'])
      expect(compareArticle34(judged(eventLine(`event: ${taking}, date: 2012`)), asOf)).toHaveProperty('computed')
  })

  it('of several sending States is the worst: the finding is for the case as a whole', () => {
    const states = 'sending: [FR, RU]'
    expect(finding(states, eventLine(measure, `${removed}, by: RU`))).toBe('breached')
    expect(finding('sending: [RU, FR]', eventLine(measure, `${removed}, by: RU`))).toBe('breached')
  })

  it('knows nothing of what came after the day asked', () => {
    const found = judged(eventLine(measure, removed))
    const early = parseMoment('2012-01-15', 'Europe/Paris')
    expect(compareArticle34(found, early).computed?.finding).not.toBe('breached')
  })
})

describe('the events of a judgment as the law sees them', () => {
  it('bear their date, their attributes, their source and when they were received', () => {
    const [one] = occurrencesOf(
      judged(eventLine(`${measure}, received: 2012-01-11, forbids: transfer, source: '§ 12', note: faxed`)),
    )
    expect(one).toEqual({
      id: 'x-v-russia-1',
      type: 'measure-indicated',
      occurred: 'true',
      when: parseDate('2012-01-10', 'Europe/Paris'),
      attributes: { addressee: 'RU', until: 'further-notice', forbids: 'transfer' },
      moments: { received: parseDate('2012-01-11', 'Europe/Paris') },
      evidence: ['§ 12'],
      title: 'faxed',
    })
  })

  it('address a measure to the sending States, and nothing else', () => {
    const [indicated, taken] = occurrencesOf(judged('sending: [FR, RU]', eventLine(measure, removed)))
    expect(indicated?.attributes['addressee']).toBe('FR,RU')
    expect(taken).toMatchObject({ id: 'x-v-russia-2', attributes: { to: 'UZ' }, moments: {}, evidence: [] })
    expect(taken?.attributes).not.toHaveProperty('addressee')
    expect(taken).not.toHaveProperty('title')
  })

  const types = (...lines: readonly string[]): string[] =>
    occurrencesOf(judged(...lines)).map(({ type, occurred, when }) =>
      [type, occurred, when?.text ?? 'undated'].join(' '),
    )

  it('hold a measure that nobody dates, as surely as it was read', () => {
    expect(types('measure: indicated')).toEqual(['measure-indicated true undated'])
    expect(types('measure: {is: indicated, checked: memory}')).toEqual(['measure-indicated unknown undated'])
    expect(types('measure: indicated', eventLine(measure))).toEqual(['measure-indicated true 2012-01-10'])
    expect(types('measure: refused')).toEqual([])
    expect(occurrencesOf(judged('measure: indicated'))[0]).toMatchObject({
      id: 'x-v-russia-measure-indicated',
      attributes: { addressee: 'RU' },
    })
  })

  it('hold a taking that may have been, where article 3 was found violated outright and no event tells one', () => {
    expect(types('article3: violation')).toEqual(['removed unknown undated'])
    expect(types('article3: violation', 'removal: [extradition]')).toEqual(['removed unknown undated'])
    expect(types('article3: violation', 'removal: [extradition, secret-transfer]')).toEqual([
      'abducted unknown undated',
    ])
    expect(types('article3: violation-if-removed', 'removal: [abduction]')).toEqual([])
    for (const taking of ['surrendered', 'removed', 'abducted'])
      expect(types('article3: violation', eventLine(`event: ${taking}, date: 2012-01-20`))).toEqual([
        `${taking} true 2012-01-20`,
      ])
  })
})
