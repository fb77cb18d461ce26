import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { Precedent } from './model.ts'
import { loadPrecedents, type PrecedentCase } from './precedents.ts'
import { leaningOf, leanings, type PrecedentQuery, precedentsFor, queryOf } from './precedents-query.ts'
import { given } from './testing.ts'

interface Told {
  readonly id: string
  readonly date?: string
  readonly application?: string
  readonly sending?: string
  readonly receiving?: string
  readonly article3?: string
  readonly more?: string
}

const line = ({
  id,
  date = '2010-01-01',
  application = `${id.length}${id.charCodeAt(0)}/09`,
  sending = 'RU',
  receiving = 'KZ',
  article3 = 'no-violation',
  more = '',
}: Told): string =>
  `- {precedent: ${id}, case: ${id}, applications: [${application}], date: ${date}, ` +
  `sending: [${sending}], receiving: [${receiving}], article3: ${article3}${more}}`

function cases(...told: readonly Told[]): readonly PrecedentCase[] {
  if (told.length === 0) return []
  const text = `basis: curated\nprecedents:\n${told.map(line).join('\n')}\n`
  const { cases: found, problems } = loadPrecedents([{ file: 'test.yaml', text }], {})
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return found
}

const on = (day: string, more: Partial<PrecedentQuery> = {}): PrecedentQuery => ({
  sending: [],
  receiving: ['KZ'],
  risks: [],
  linked: [],
  asOf: parseMoment(day, 'UTC'),
  ...more,
})
const shown = (list: readonly PrecedentCase[], query: PrecedentQuery): readonly string[] =>
  precedentsFor(list, query).lines.map((l) => l.found.precedent)

const adverse: Told = { id: 'adverse', application: '1/09' }
const mixed: Told = { id: 'mixed', application: '2/09', more: ', article34: violation' }
const favourable: Told = { id: 'favourable', application: '3/09', article3: 'violation-if-removed' }
const remembered: Told = { id: 'remembered', application: '4/09', article3: '{is: inadmissible, checked: memory}' }
const dropped: Told = { id: 'dropped', application: '5/09', article3: 'struck-out' }

describe('the order', () => {
  it('puts adverse authority first, then what cuts both ways, then what speaks for the person', () => {
    expect(shown(cases(favourable, remembered, dropped, mixed, adverse), on('2020-01-01'))).toEqual([
      'adverse',
      'mixed',
      'favourable',
      'dropped',
      'remembered',
    ])
  })
  it('puts a case of the same affair before the others of its kind', () => {
    const list = cases(
      { id: 'later', application: '1/09', date: '2014-01-01' },
      { id: 'affair', application: '2/09', more: ', linked: [ablyazov]' },
    )
    expect(shown(list, on('2020-01-01', { linked: ['mukhtar-ablyazov'] }))).toEqual(['affair', 'later'])
    expect(shown(list, on('2020-01-01', { linked: [] }))).toEqual(['later', 'affair'])
  })
  it('puts the nearest first: of the affair, to the same State, from the same State, of the same risk', () => {
    const of = (id: string, application: string, more: Partial<Told>): Told => ({
      id,
      application,
      sending: 'US',
      receiving: 'CN',
      ...more,
    })
    const list = cases(
      of('risk', '1/09', { more: ', risks: [death-penalty]' }),
      of('sending', '2/09', { sending: 'ES' }),
      of('sending-and-risk', '3/09', { sending: 'ES', more: ', risks: [death-penalty]' }),
      of('receiving', '4/09', { receiving: 'KZ' }),
      of('both-states', '5/09', { sending: 'ES', receiving: 'KZ' }),
      of('affair', '6/09', { more: ', linked: [ablyazov]' }),
      of('none', '7/09', {}),
    )
    const query = { sending: ['ES'], risks: ['death-penalty'], linked: ['mukhtar-ablyazov'] }
    expect(shown(list, on('2020-01-01', query))).toEqual([
      'affair',
      'both-states',
      'receiving',
      'sending-and-risk',
      'sending',
      'risk',
    ])
  })
  it('puts of two alike what was read about first, then the latest', () => {
    const curated = cases({ id: 'old', application: '1/09', date: '2010-01-01' })
    const metadata = cases(
      { id: 'middle', application: '2/09', date: '2011-01-01' },
      { id: 'latest', application: '3/09', date: '2013-01-01' },
      { id: 'later', application: '4/09', date: '2012-01-01' },
    ).map((found): PrecedentCase => ({ ...found, basis: 'metadata' }))
    for (const list of [
      [...metadata, ...curated],
      [...curated, ...metadata.toReversed()],
    ])
      expect(shown(list, on('2020-01-01'))).toEqual(['old', 'latest', 'later', 'middle'])
  })
})

describe('what a pack says a case teaches', () => {
  const lesson = (more: object = {}): Precedent =>
    Precedent.parse({
      precedent: 'x',
      title: 'x',
      court: 'x',
      date: '2010-01-01',
      reference: '3/09 and 9/10',
      sending: 'RU',
      receiving: 'KZ',
      speaks: 'mixed',
      says: { en: 'Two answers.' },
      checked: 'secondary',
      source: 'x',
      ...more,
    })
  const line = (told: Told, more: object = {}) =>
    precedentsFor(cases(told), on('2020-01-01'), [lesson(more)]).lines[0]

  it.each<[string, string]>([
    ['mixed', 'mixed'],
    ['against', 'mixed'],
    ['for', 'favourable'],
    ['warning', 'favourable'],
  ])('%s: a finding for the person counts as %s', (speaks, leaning) => {
    expect(line(favourable, { speaks })).toMatchObject({ leaning, lesson: { precedent: 'x' } })
  })
  it('does not better a finding against the person', () => {
    expect(line({ ...adverse, application: '3/09' }, { speaks: 'for' })?.leaning).toBe('adverse')
  })
  it('is told of the judgment of that day on one of its applications, and of no other', () => {
    expect(line({ ...favourable, application: '1/09, 9/10' })).toHaveProperty('lesson')
    expect(line(adverse)).not.toHaveProperty('lesson')
    expect(line({ ...favourable, date: '2011-01-01' })).not.toHaveProperty('lesson')
    expect(line(favourable, { reference: 'no number' })).not.toHaveProperty('lesson')
    expect(line(favourable)).not.toHaveProperty('judgedAgain')
  })
})

describe('which way a judgment points', () => {
  const leaning = (article3: string, more = ''): string => {
    const [found] = cases({ id: 'x', article3, more })
    return found === undefined ? '' : leaningOf(found)
  }
  const remembered34 = ', article34: {is: violation, checked: memory}'
  it.each<[string, string, string, string]>([
    ['no-violation', 'adverse', 'mixed', 'adverse'],
    ['inadmissible', 'adverse', 'mixed', 'adverse'],
    ['struck-out', 'no-finding', 'favourable', 'no-finding'],
    ['not-examined', 'no-finding', 'favourable', 'no-finding'],
    ['violation', 'favourable', 'favourable', 'favourable'],
    ['violation-procedural', 'favourable', 'favourable', 'favourable'],
    ['violation-procedural-if-removed', 'favourable', 'favourable', 'favourable'],
    ['mixed', 'mixed', 'mixed', 'mixed'],
    ['unknown', 'not-checked', 'not-checked', 'not-checked'],
  ])(
    'on article 3 %s: %s; with another article violated %s, from memory alone %s',
    (found, alone, also, memory) => {
      expect([leaning(found), leaning(found, ', article13: violation'), leaning(found, remembered34)]).toEqual([
        alone,
        also,
        memory,
      ])
      expect(leaning(found, ', article13: no-violation, article34: none')).toBe(alone)
    },
  )
})

describe('the question that a case asks of itself', () => {
  it('names its States, its risks and the people connected with it, as known then', () => {
    const situation = given(
      '2014-02-10',
      'sending-state=ES',
      'receiving-state=KZ',
      'risk=torture',
      'associate-of=mukhtar-ablyazov',
      'relative-of=person-a',
    )
    expect(queryOf({ ...situation, knownBy: 7 })).toEqual({
      sending: ['ES'],
      receiving: ['KZ'],
      risks: ['torture'],
      linked: ['mukhtar-ablyazov', 'person-a'],
      asOf: 7,
    })
    expect(queryOf({ ...situation, facts: {} })).toMatchObject({
      sending: [],
      receiving: [],
      risks: [],
      linked: [],
    })
  })
})

describe('the events of a judgment', () => {
  it('are those that had begun by the day asked', () => {
    const { cases: found } = loadPrecedents(
      [
        {
          file: 'test.yaml',
          text:
            'basis: curated\nprecedents:\n' +
            line({
              id: 'x',
              more: ', zone: UTC, events: [{event: arrest, date: 2009}, {event: arrest, date: 2012-02-03}]',
            }),
        },
      ],
      { arrest: { en: 'arrest' } },
    )
    const dates = (asOf: number): readonly unknown[] =>
      precedentsFor(found, { ...on('2020-01-01'), asOf }).lines[0]?.events.map(({ date }) => date) ?? []
    const begun = parseMoment('2012-02-03T00:00', 'UTC')
    expect([dates(begun - 1), dates(begun)]).toEqual([['2009'], ['2009', '2012-02-03']])
  })
})

describe('what is shown', () => {
  it('a judgment from the day after its date, and not on the day itself', () => {
    const list = cases({ ...adverse, date: '2013-02-19' })
    expect(shown(list, on('2013-02-18'))).toEqual([])
    expect(shown(list, { ...on('2013-02-19'), asOf: parseMoment('2013-02-19T12:00', 'UTC') })).toEqual([])
    expect(shown(list, on('2013-02-20'))).toEqual(['adverse'])
  })
  it('by receiving State, sending State or risk, and says which', () => {
    const list = cases(
      adverse,
      { id: 'sending', application: '7/09', sending: 'ES', receiving: 'US' },
      { id: 'risk', application: '8/09', receiving: 'CN', more: ', risks: [death-penalty]' },
    )
    const { lines } = precedentsFor(list, on('2020-01-01', { sending: ['ES'], risks: ['death-penalty'] }))
    expect(lines.map((l) => [l.found.precedent, l.relations])).toEqual([
      ['adverse', ['receiving']],
      ['sending', ['sending']],
      ['risk', ['risk']],
    ])
  })
})

describe('the counts', () => {
  it('count findings that were read, by outcome', () => {
    const { counts } = precedentsFor(cases(adverse, mixed, favourable, remembered), on('2020-01-01'))
    expect(counts).toEqual([
      {
        receiving: 'KZ',
        outcomes: [
          { outcome: 'no-violation', count: 2 },
          { outcome: 'violation-if-removed', count: 1 },
        ],
        read: 3,
        notChecked: 1,
        judgedAgain: 0,
      },
    ])
  })
  it('put the most frequent outcome first', () => {
    const list = cases(
      { ...favourable, application: '1/09' },
      { ...adverse, id: 'b', application: '2/09' },
      { ...mixed, id: 'c', application: '3/09' },
    )
    expect(
      precedentsFor(list, on('2020-01-01')).counts[0]?.outcomes.map(({ outcome, count }) => [outcome, count]),
    ).toEqual([
      ['no-violation', 2],
      ['violation-if-removed', 1],
    ])
  })
  it('count an application once whichever way the judgments come', () => {
    const list = cases(
      { ...favourable, application: '1/09', date: '2015-01-01' },
      { ...adverse, date: '2013-01-01' },
      { ...dropped, application: '1/09', date: '2014-01-01' },
    )
    for (const some of [list, list.toReversed()])
      expect(precedentsFor(some, on('2020-01-01')).counts[0]).toMatchObject({
        read: 1,
        judgedAgain: 2,
        outcomes: [{ outcome: 'violation-if-removed', count: 1 }],
      })
  })
  it('count an application once, by its last judgment known on the day', () => {
    const list = cases(
      { ...adverse, date: '2019-11-19' },
      { ...favourable, application: '1/09', date: '2022-04-29' },
    )
    expect(precedentsFor(list, on('2020-01-01')).counts[0]).toMatchObject({ read: 1, judgedAgain: 0 })
    const later = precedentsFor(list, on('2023-01-01'))
    expect(later.counts[0]).toMatchObject({
      read: 1,
      judgedAgain: 1,
      outcomes: [{ outcome: 'violation-if-removed', count: 1 }],
    })
    expect(later.lines.find((l) => l.found.precedent === 'adverse')?.judgedAgain?.precedent).toBe('favourable')
  })
})

const told = fc.uniqueArray(
  fc.record({
    n: fc.integer({ min: 1, max: 60 }),
    year: fc.integer({ min: 2005, max: 2024 }),
    article3: fc.constantFrom(
      'no-violation',
      'violation',
      'mixed',
      'inadmissible',
      'struck-out',
      '{is: violation, checked: memory}',
    ),
    receiving: fc.constantFrom('KZ', 'UZ'),
  }),
  { selector: (c) => c.n, maxLength: 20 },
)
const made = fc.tuple(told, fc.integer({ min: 2004, max: 2025 })).map(([list, year]) => ({
  list: cases(
    ...list.map((c) => ({
      id: `c${c.n}`,
      application: `${c.n}/09`,
      date: `${c.year}-03-01`,
      article3: c.article3,
      receiving: c.receiving,
    })),
  ),
  year,
}))

describe('whatever the judgments', () => {
  it('later ones never change an earlier answer', () => {
    fc.assert(
      fc.property(made, ({ list, year }) => {
        const query = on(`${year}-06-01`)
        const then = list.filter((c) => c.date < `${year}-06-01`)
        expect(precedentsFor(list, query)).toEqual(precedentsFor(then, query))
      }),
      { numRuns: 60 },
    )
  })
  it('every outcome counted was read, and the sum is the number read', () => {
    fc.assert(
      fc.property(made, ({ list, year }) => {
        const { counts } = precedentsFor(list, on(`${year}-06-01`, { receiving: ['KZ', 'UZ'] }))
        for (const { outcomes, read } of counts) expect(outcomes.reduce((sum, o) => sum + o.count, 0)).toBe(read)
      }),
      { numRuns: 60 },
    )
  })
  it('no adverse judgment comes after one that is not', () => {
    fc.assert(
      fc.property(made, ({ list }) => {
        const ranks = precedentsFor(list, on('2025-06-01')).lines.map((l) => leanings.indexOf(l.leaning))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })
  it('a finding from memory points nowhere', () => {
    fc.assert(
      fc.property(made, ({ list }) => {
        for (const found of list) expect(leaningOf(found) === 'not-checked').toBe(found.article3.checked !== 'read')
      }),
      { numRuns: 60 },
    )
  })
})
