import { describe, expect, it } from 'vitest'
import { article34Breached } from './article-34-atom.ts'
import { createGround, type Grounded } from './ground.ts'
import type { Situation } from './situation.ts'
import { given, lawOf, madrid, occurrence, withEvents } from './testing.ts'

const binding = (state: string, from: string): Readonly<Record<string, unknown>> => ({
  binding: `echr.${state.toLowerCase()}`,
  instrument: 'echr',
  state,
  from,
  checked: 'official',
  source: 'the treaty office',
})
const law = lawOf(
  {
    instrument: 'echr',
    title: { en: 'The Convention' },
    short: 'Convention',
    kind: 'treaty',
    jurisdiction: 'international',
    official: 'T-5',
    checked: 'official',
  },
  binding('ES', '1979-10-04'),
  binding('FR', '1974-05-03'),
  binding('KZ', 'never'),
)
const day = '2014-12-31'
const asked = (situation: Situation): Grounded => article34Breached(createGround(law, situation))
const breached = (...lines: readonly string[]): string => asked(given(day, ...lines)).value

const measure = 'measure-indicated 2014-02-20 issuer=echr addressee=ES'
const notLifted = 'no measure-lifted'
const transfer = 'surrendered 2014-06-09'

describe('a breach of article 34, in the case as recorded', () => {
  it('is there where a measure, its not being lifted and a transfer are shown', () => {
    expect(breached(measure, notLifted, transfer)).toBe('true')
  })
  it.each([
    ['nobody says whether it was lifted', [measure, transfer]],
    ['the list of other liftings is complete', [measure, 'no measure-lifted issuer=hrc', transfer]],
    ['nobody says who indicated the measure', ['measure-indicated 2014-02-20 addressee=ES', notLifted, transfer]],
    ['nobody says to whom', ['measure-indicated 2014-02-20 issuer=echr', notLifted, transfer]],
    ['nothing is recorded', []],
    ['nobody says that nobody was taken away', [measure, notLifted]],
    ['only one kind of transfer is excluded', [measure, notLifted, 'no surrendered']],
    ['the absence of measures of another body is all that is known', ['no measure-indicated issuer=hrc', transfer]],
    ['there was no measure against another State', ['no measure-indicated issuer=echr addressee=FR', transfer]],
  ])('is open where %s', (_, lines) => {
    expect(breached(...lines)).toBe('unknown')
  })
  it.each([
    ['the list of measures is complete without one', ['no measure-indicated', transfer]],
    ['there was none of the Court against this State', ['no measure-indicated issuer=echr addressee=ES', transfer]],
    ['neither surrender nor removal happened', [measure, notLifted, 'no surrendered', 'no removed']],
    ['the transfer came before the measure', [measure, notLifted, 'surrendered 2014-02-01', 'no removed']],
    ['it was lifted before', [measure, 'measure-lifted 2014-03-01 issuer=echr', transfer, 'no removed']],
  ])('is none where %s', (_, lines) => {
    expect(breached(...lines)).toBe('false')
  })
  it('is contested where sources contest the transfer', () => {
    expect(breached(measure, notLifted, `contested ${transfer}`)).toBe('contested')
  })
  it('does not wait for an issuer in what was disobeyed: that is an act of the State', () => {
    expect(breached(measure, notLifted, 'measure-disobeyed 2014-06-09')).toBe('true')
  })
  it('is looked for by the day asked, not after it', () => {
    const lines = [measure, notLifted, transfer, 'no removed']
    expect(asked(given('2014-06-08', ...lines)).value).toBe('false')
    expect(asked(given('2014-06-10', ...lines)).value).toBe('true')
  })
})

describe('the States asked about', () => {
  it('one must be recorded', () => {
    const situation: Situation = { ...given(day, measure, notLifted, transfer), facts: {} }
    expect(asked(situation)).toMatchObject({ value: 'unknown', because: 'the sending State is not recorded' })
  })
  it('one that the Convention never bound breached nothing', () => {
    const lines = ['measure-indicated 2014-02-20 issuer=echr addressee=KZ', notLifted, transfer, 'no removed']
    expect(breached('sending-state=KZ', ...lines)).toBe('false')
  })
  it('one of which nobody knows since when it is bound leaves it open', () => {
    const lines = ['measure-indicated 2014-02-20 issuer=echr addressee=PL', notLifted, transfer]
    expect(breached('sending-state=PL', ...lines)).toBe('unknown')
  })
  it('two that come to the same have that answer, two that differ have a contested one', () => {
    const both = ['sending-state=ES', 'sending-state=FR', notLifted, transfer, 'no removed']
    expect(breached(...both, 'measure-indicated 2014-02-20 issuer=echr addressee=ES,FR')).toBe('true')
    expect(breached(...both, measure)).toBe('contested')
  })
  it('two of which one is open leave it open', () => {
    const both = ['sending-state=ES', 'sending-state=PL', notLifted, transfer, 'no removed']
    expect(breached(...both, 'measure-indicated 2014-02-20 issuer=echr addressee=ES,PL')).toBe('unknown')
  })
})

describe('the persons of one application', () => {
  const lines = [measure, notLifted, 'measure-lifted 2014-03-01 issuer=echr person=p2']
  it('a breach towards one of them is a breach', () => {
    expect(breached(...lines, 'surrendered 2014-06-09 person=p1,p2')).toBe('true')
  })
  it('none towards the one for whom it was lifted', () => {
    expect(breached(...lines, 'surrendered 2014-06-09 person=p2', 'no removed')).toBe('false')
  })
})

describe('what sources dispute about a measure or a transfer', () => {
  const [base, list] = [given(day, notLifted), { issuer: 'echr', addressee: 'ES' }]
  const told = (more: Parameters<typeof occurrence>[2], type = 'surrendered'): Grounded =>
    asked(
      withEvents(
        base,
        occurrence('measure-indicated', '2014-02-20', { attributes: list }),
        occurrence(type, '2014-06-09', more),
      ),
    )
  it.each(['to', 'by', 'person', 'except', 'until', 'forbids', 'requires', 'issuer', 'addressee'])(
    'leaves the answer open where it is %s',
    (key) => {
      expect(told({ rivals: { [key]: ['FR', 'ES'] } }).value).toBe('unknown')
    },
  )
  it('does not where nothing turns on it', () => {
    expect(told({ rivals: { docket: ['1', '2'] } }).value).toBe('true')
  })
  it('does not bring back a transfer that is denied', () => {
    expect(told({ rivals: { to: ['FR', 'ES'] }, occurred: 'false' }).value).toBe('unknown')
    const denied = withEvents(
      given(day, notLifted, 'no removed'),
      occurrence('measure-indicated', '2014-02-20', { attributes: list }),
      occurrence('surrendered', '2014-06-09', { occurred: 'false', rivals: { to: ['FR', 'ES'] } }),
    )
    expect(asked(denied).value).toBe('false')
  })
  it('adds no certainty to a transfer that is contested anyway', () => {
    expect(told({ occurred: 'contested' }).value).toBe('contested')
    expect(told({ occurred: 'unknown' }).value).toBe('unknown')
  })
})

describe('what the answer rests on', () => {
  it('is every event that could decide it, once, and no other', () => {
    const situation = withEvents(
      given(day),
      occurrence('measure-indicated', '2014-02-20', { evidence: ['c1'] }),
      occurrence('application-struck-out', '2014-03-20', { evidence: ['c1', 'c2'] }),
      occurrence('judgment-final', '2014-04-20', { evidence: ['c3'] }),
      occurrence('judgment-finally', '2014-04-20', { evidence: ['c4'] }),
      occurrence('surrendered', '2014-06-09', { evidence: ['c5'] }),
      occurrence('removed', '2014-06-09', { evidence: ['c6'] }),
      occurrence('abducted', '2014-06-09', { evidence: ['c7'] }),
      occurrence('hearing', '2014-06-09', { evidence: ['c8'] }),
    )
    expect(situation.zone).toBe(madrid)
    expect(asked(situation).evidence).toEqual(['c1', 'c2', 'c3', 'c5', 'c6', 'c7'])
  })
})
