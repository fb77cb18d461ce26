import { describe, expect, it } from 'vitest'
import type { Person } from './index.ts'
import { comparePersons, numbersIn, reasonText } from './index.ts'

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  names: [{ text: name }],
  ...more,
})
const pavlov = person('pavlov', 'Aleksandr Pavlov', { identifiers: ['405/2013', '2944/2014', 'UA 192/13'] })

describe('A number of the person’s own case', () => {
  it('is the only thing that ties “Sr. Gaspar” to Aleksandr Pavlov', () => {
    expect(comparePersons(person('gaspar', 'Sr. Gaspar'), pavlov).verdict).toBe('apart')
    const tied = comparePersons(person('gaspar', 'Sr. Gaspar', { identifiers: ['recurso 2944/2014'] }), pavlov)
    expect(tied.verdict).toBe('same')
    expect(tied.reasons.map((reason) => reasonText(reason, 'en'))).toEqual(
      expect.arrayContaining([
        'both are tied to the number recurso 2944/2014',
        'nothing but the number ties them: a pseudonym, or several persons in one case',
      ]),
    )
  })

  it('only asks where two full names differ, for relatives share a docket', () => {
    const docket = { identifiers: ['17/2012'] }
    const verdict = comparePersons(
      person('v', 'Viktor Khrapunov', docket),
      person('l', 'Leila Khrapunova', docket),
    ).verdict
    expect(verdict).toBe('ask')
  })

  it('settles a question that the names leave open', () => {
    const woman = person('p', 'Aleksandra Pavlova')
    expect(comparePersons(woman, pavlov).verdict).toBe('ask')
    expect(comparePersons({ ...woman, identifiers: ['UA 192/13'] }, pavlov).verdict).toBe('same')
  })

  it('without a year or a series ties nobody', () => {
    const same = { identifiers: ['12'] }
    expect(comparePersons(person('a', 'Sr. Gaspar', same), person('b', 'Aleksandr Pavlov', same)).verdict).toBe(
      'apart',
    )
  })

  it('is found in words', () => {
    expect(numbersIn('recurso 405/2013, casación 2944/2014; UA 192/13 and EUR 41/001/2013')).toEqual([
      '405/2013',
      '2944/2014',
      'UA 192/13',
      'EUR 41/001/2013',
    ])
  })
})

describe('What rules two persons apart', () => {
  const twin = person('twin', 'Aleksandr Pavlov')
  const against = (a: Partial<Person>, b: Partial<Person>): string =>
    comparePersons({ ...pavlov, ...a }, { ...twin, identifiers: ['405/2013'], ...b }).verdict

  it('is a conflict of birth dates, even against a shared number', () => {
    expect(against({ born: ['1976-03-11'] }, { born: ['1976-04-11'] })).toBe('apart')
    expect(against({ born: ['1976-03-11'] }, { born: ['1976'] })).toBe('same')
    expect(against({ born: ['1975', '1976'] }, { born: ['1976-04-11'] })).toBe('same')
    expect(against({ born: ['1976~'] }, { born: ['1980'] })).toBe('same')
  })

  it('is a conflict of stated genders', () => {
    expect(against({ gender: 'male' }, { gender: 'female' })).toBe('apart')
  })

  it('is a conflict of patronymics, stated or in the names', () => {
    expect(against({ patronymic: 'Ivanovich' }, { patronymic: 'Petrovich' })).toBe('apart')
    expect(against({ patronymic: 'Иванович' }, { patronymic: 'Ivanovitch' })).toBe('same')
    expect(
      comparePersons(
        { ...person('a', 'Aleksandr Ivanovich Pavlov'), identifiers: ['405/2013'] },
        { ...person('b', 'Александр Петрович Павлов'), identifiers: ['405/2013'] },
      ).verdict,
    ).toBe('apart')
  })
})

describe('A person who is known by a full name', () => {
  it('is not brought near a relative by the family name alone', () => {
    const mother = { id: 'alma', names: [{ text: 'Alma Shalabayeva' }, { text: 'Shalabaeva' }] }
    const daughter = { id: 'alua', names: [{ text: 'Alua Ablyazova' }, { text: 'Shalabayeva' }] }
    expect(comparePersons(mother, daughter).verdict).toBe('apart')
  })
})
