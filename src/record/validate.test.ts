import { describe, expect, it } from 'vitest'
import { validate } from './index.ts'
import type { Body, Claim, RecordProblem } from './index.ts'
import { tell } from './testing.ts'
import { history } from './testing-histories.ts'
import fc from 'fast-check'
import { project } from './index.ts'

const state = tell().event('ruling').claim('ruling', 'date', '2013-07-22', { id: 'held' }).state()
const claim = (details: Partial<Claim> = {}): Body => ({
  kind: 'claim',
  claim: {
    id: 'new',
    subject: 'ruling',
    property: 'place',
    value: 'Madrid',
    speaker: 'speaker',
    document: 'paper',
    learned: '2014-01-01',
    disclosure: 'public',
    ...details,
  },
})
const text = 'The cabinet  decided\non 14 February. It told nobody.'
const check = (...bodies: readonly Body[]): readonly RecordProblem[] =>
  validate(state, bodies, { textOf: (id) => (id === 'paper' ? text : undefined) })
const fields = (...bodies: readonly Body[]): readonly string[] =>
  check(...bodies).map(({ severity, field }) => `${severity} ${field}`)

describe('what is about to be appended', () => {
  it('passes when every name leads somewhere and every date can be read', () => {
    expect(check(claim())).toEqual([])
  })

  it('may name a thing that stands later in the same act', () => {
    expect(
      check(claim({ subject: 'flight' }), { kind: 'event', event: { id: 'flight', type: 'other', title: 'x' } }),
    ).toEqual([])
  })

  it('passes for every record that the other tests are made of', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const errors = validate(
          project([]),
          entries.map(({ body }) => body),
        ).filter(({ severity }) => severity === 'error')
        expect(errors).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it.each<[string, Partial<Claim>, string]>([
    ['an unknown subject', { subject: 'nobody' }, 'error subject'],
    ['an unknown document', { document: 'nothing' }, 'error document'],
    ['an unknown speaker', { speaker: 'nobody' }, 'error speaker'],
    ['an unknown origin', { accordingTo: 'nobody' }, 'error accordingTo'],
    ['an id that is taken', { id: 'held' }, 'error id'],
    ['an id with capitals', { id: 'New' }, 'error id'],
    ['an unreadable date of learning', { learned: 'last week' }, 'error learned'],
    ['an unreadable date of saying', { said: '2014-02-30' }, 'error said'],
    ['an unreadable value of a date', { property: 'date', value: 'Friday' }, 'error value'],
    ['a number as a date', { property: 'date', value: 2014 }, 'error value'],
    ['a text as a yes or no', { property: 'occurred', value: 'yes' }, 'error value'],
    ['a thing said after it was learned', { said: '2014-01-02' }, 'warning learned'],
    ['words that are not in the document', { place: { quote: 'on 15 February' } }, 'error place.quote'],
    [
      'a context that is not around the words',
      { place: { quote: 'on 14 February', prefix: 'court ' } },
      'error place.prefix',
    ],
    ['offsets beside the words', { place: { quote: 'cabinet', start: 3, end: 10 } }, 'error place.start'],
    ['offsets of another length', { place: { quote: 'cabinet', start: 4, end: 9 } }, 'error place'],
    ['one offset alone', { place: { quote: 'cabinet', start: 4 } }, 'error place'],
  ])('a claim with %s is told', (_what, details, expected) => {
    expect(fields(claim(details))).toEqual([expected])
  })

  it.each<[string, Claim['place']]>([
    ['as they stand', { quote: 'on 14 February' }],
    ['across a line break', { quote: 'decided on 14 February' }],
    ['between prefix and suffix', { quote: 'told', prefix: 'It ', suffix: ' nobody' }],
    ['at their offsets', { quote: 'cabinet', start: 4, end: 11 }],
  ])('words quoted %s pass', (_how, place) => {
    expect(check(claim(place === undefined ? {} : { place }))).toEqual([])
  })

  it('words of a document whose text is not held are not judged', () => {
    expect(validate(state, [claim({ place: { quote: 'anything' } })])).toEqual([])
  })

  it('a thing said on the day it was learned, or within its month, is no cause for warning', () => {
    expect(
      check(claim({ said: '2014-01-01' }), claim({ id: 'other', said: '2014-02-10', learned: '2014-02' })),
    ).toEqual([])
  })

  it('names the missing thing, the place and the remedy', () => {
    expect(check(claim({ subject: 'ruling-2' }))).toEqual([
      {
        severity: 'error',
        index: 0,
        kind: 'claim',
        id: 'new',
        field: 'subject',
        missing: 'ruling-2',
        message: 'There is no case, entity, proceeding or event "ruling-2" in this record.',
        remedy: 'Enter it first, or correct the name.',
        said: expect.objectContaining({
          remedy: { en: 'Enter it first, or correct the name.', es: 'Anótelo antes, o corrija el nombre.' },
        }),
      },
    ])
  })
})

describe('other things', () => {
  const document = (id: string, more: object): Body => ({
    kind: 'document',
    document: { id, title: id, publisher: 'press', disclosure: 'public', ...more },
  })

  it('a second header is refused', () => {
    const header = { id: 'b', title: 'B', person: 'person', zone: 'Europe/Atlantis', desk: 'd', learnedRule: 'r' }
    expect(fields({ kind: 'case', case: header })).toEqual(['error id', 'error zone'])
  })

  it('an event may not take the name of a person: claims would not know whom they are about', () => {
    expect(fields({ kind: 'event', event: { id: 'person', type: 'other', title: 'x' } })).toEqual(['error id'])
    expect(fields(document('ruling', {}))).toEqual([])
  })

  it('copies in a circle are refused, at each of them', () => {
    expect(fields(document('a', { copyOf: 'b' }), document('b', { retells: 'a' }))).toEqual([
      'error copyOf',
      'error copyOf',
    ])
    expect(fields(document('c', { copyOf: 'nothing', published: 'May' }))).toEqual([
      'error published',
      'error copyOf',
    ])
  })

  it('proceedings and events must lead to persons and proceedings', () => {
    expect(
      fields({ kind: 'proceeding', proceeding: { id: 'p', track: 't', round: 1, person: 'nobody', title: 'x' } }),
    ).toEqual(['error person'])
    expect(
      fields({ kind: 'event', event: { id: 'e', type: 'other', title: 'x', person: 'no', proceeding: 'no' } }),
    ).toEqual(['error person', 'error proceeding'])
  })

  it('a position must name claims, unless it says "contested"', () => {
    const position = (stance: 'preferred' | 'contested', claims: readonly string[]): Body => ({
      kind: 'position',
      position: {
        id: 'p',
        subject: 'ruling',
        property: 'date',
        stance,
        claims,
        by: 'x',
        because: 'y',
        learned: '2014',
      },
    })
    expect(fields(position('preferred', []))).toEqual(['error claims'])
    expect(fields(position('preferred', ['held', 'nothing']))).toEqual(['error claims'])
    expect(fields(position('contested', []))).toEqual([])
  })

  it('an identity needs two entities', () => {
    const identity = (a: string, b: string): Body => ({
      kind: 'identity',
      identity: { id: 'i', a, b, judgement: 'same', by: 'x', because: 'y', learned: '2014' },
    })
    expect(fields(identity('person', 'person'))).toEqual(['error b'])
    expect(fields(identity('person', 'nobody'))).toEqual(['error b'])
    expect(fields(identity('person', 'speaker'))).toEqual([])
  })

  it('completeness and assessments need readable dates and things that are there', () => {
    const complete = { id: 'k', of: 'filed', because: 'x', by: 'y' }
    expect(
      fields({
        kind: 'completeness',
        completeness: { ...complete, proceeding: 'no', through: 'now', learned: 'now' },
      }),
    ).toEqual(['error proceeding', 'error through', 'error learned'])
    expect(
      fields({ kind: 'completeness', completeness: { ...complete, through: 'ongoing', learned: '2014' } }),
    ).toEqual([])
    const assessment = {
      id: 'a',
      question: 'real-risk',
      answer: 'yes',
      by: 'x',
      reasons: 'y',
      learned: '2014',
    } as const
    expect(
      fields({
        kind: 'assessment',
        assessment: { ...assessment, subject: 'no', evidence: ['held', 'paper', 'no'] },
      }),
    ).toEqual(['error subject', 'error evidence'])
  })
})
