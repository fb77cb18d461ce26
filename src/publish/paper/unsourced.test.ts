import { describe, expect, it } from 'vitest'
import { unsourcedIn } from './unsourced.ts'

const found = unsourcedIn({
  names: ['Person A', 'Amnesty International', 'Kazakhstan', 'Iván Person'],
  texts: ['Council of Ministers authorises the surrender', 'Convention of 4 November 1950'],
  dates: ['2014-02-14', '2014-01-20/2014-01-31'],
})

describe('names and dates of a written part', () => {
  it('what the record holds is not asked about', () => {
    expect(
      found('On 14 February 2014 the Council of Ministers decided on Person A, said Amnesty International.'),
    ).toEqual([])
    expect(
      found('En enero, el 20 de enero de 2014, Ivan Person declaró. Since 4 November 1950 it is forbidden.'),
    ).toEqual([])
  })
  it('a name that nothing holds is named, an ordinary word that begins a sentence is not', () => {
    expect(found('Yesterday Colonel Nobody met Person A. Everybody knows it.')).toEqual([
      { kind: 'name', text: 'Colonel Nobody' },
    ])
  })
  it('two known names do not vouch for a third made of their words', () => {
    expect(found('We heard it from Ivan International of Amnesty International.')).toEqual([
      { kind: 'name', text: 'Ivan International' },
    ])
  })
  it('a date that nothing holds is named; a month is held by a day in it, a day by no month', () => {
    expect(found('in February 2014, on 15 February 2014 and on 2013-07-22')).toEqual([
      { kind: 'date', text: '15 February 2014' },
      { kind: 'date', text: '2013-07-22' },
    ])
  })
  it('what is inserted from the record is not asked about', () => {
    expect(found('He is {person-z.nationality}.')).toEqual([])
  })
})
