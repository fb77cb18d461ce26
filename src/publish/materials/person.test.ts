import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { person, proceedings, removal } from './person.ts'
import { happened, readIn, sheetFor } from './sheet.fixtures.ts'

describe('the fields of a form', () => {
  it('say what is not known, and make a gap of it', () => {
    const { blocks, gaps } = person(sheetFor(tell()))
    expect(readIn({ blocks })).toContain('Nationality: not known to us at this date')
    expect(gaps.map(({ field }) => field)).toEqual(['birth', 'nationality', 'custody'])
    expect(new Set(gaps.map(({ weight }) => weight))).toEqual(new Set(['required']))
  })

  it('mark what was worked out and is written nowhere', () => {
    const told = tell().claim('person', 'born', '1974-04-04/1975-04-03', { inferred: 'from the age in a report' })
    expect(readIn(person(sheetFor(told)))).toContain(
      'Date of birth: between 4 April 1974 and 3 April 1975 (inferred)',
    )
  })

  it('show rivals and who denies a value', () => {
    const told = tell()
      .entity('register', 'body')
      .claim('person', 'born', '1975-01-02')
      .claim('person', 'born', '1975-02-01', { speaker: 'register' })
    expect(readIn(person(sheetFor(told)))).toContain(
      'Date of birth: 2 January 1975 – speaker; 1 February 1975 – register (sources differ)',
    )
  })

  it('ask for the hour of removal until somebody knows it', () => {
    const unknown = removal(sheetFor(tell()))
    expect(unknown.gaps.map(({ field }) => field)).toContain('removal-date')
    const told = happened(tell(), 'flight', 'surrender-scheduled', 'The flight is set', '2014-02-18')
    told.claim('flight', 'due', '2014-02-21T07:45')
    expect(readIn(removal(sheetFor(told)))).toContain('21 February 2014, 07:45')
  })
})

describe('the numbers of proceedings', () => {
  const filed = (docket?: string) =>
    tell()
      .entity('court', 'body')
      .enter({
        kind: 'proceeding',
        proceeding: {
          id: 'p1',
          track: 'es.asylum',
          round: 1,
          person: 'person',
          title: 'Asylum appeal',
          body: 'court',
          ...(docket === undefined ? {} : { docket }),
        },
      })
      .enter({
        kind: 'event',
        event: { id: 'filing', type: 'other', title: 'Filing', person: 'person', proceeding: 'p1' },
      })
      .claim('filing', 'date', '2013-07-05')

  it('stand behind the body', () => {
    expect(readIn(proceedings(sheetFor(filed('405/2013'))))).toBe('Asylum appeal: court, 405/2013')
  })

  it('are asked for where they are not known', () => {
    const { blocks, gaps } = proceedings(sheetFor(filed()))
    expect(readIn({ blocks })).toBe('Asylum appeal: court, number not known to us at this date')
    expect(gaps.map(({ field }) => field)).toEqual(['docket-p1'])
  })
})
