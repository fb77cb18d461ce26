/** Who may be named to whom: a protected person is not found out by any name, text or id. */
import { describe, expect, it } from 'vitest'
import { disclosedTo } from './disclosure.ts'
import type { Audience, Disclosure, Entry, RuledKind } from './model.ts'
import { project } from './project.ts'
import { tell, type Teller } from './testing.ts'
import { parseMoment } from './time.ts'

const on = parseMoment('2014-03-01', 'Europe/Madrid')
const everything = parseMoment('2030-01-01', 'Europe/Madrid')
const outside = ['counsel', 'public'] as const

const bytesFor = (entries: readonly Entry[], audience: Audience, at = everything): string =>
  textOf(disclosedTo(project(entries), audience, at))

/** Every key and value of a state, maps and lists included. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) => (held instanceof Map ? [...held.entries()] : held))

const ruling = (of: RuledKind, thing: string, disclosure: Disclosure, more: object = {}) =>
  ({
    kind: 'ruling',
    ruling: { id: `r-${thing}-${disclosure}`, of, thing, disclosure, by: 'x', because: 'y', ...more },
  }) as const

describe('a protected person is not found out', () => {
  const open = { public: '2014-01-01' }
  const nadia = {
    id: 'nadia-k',
    kind: 'person',
    name: 'Nadia Kravtsova',
    disclosure: 'internal',
    described: 'an official',
  } as const
  const told = () =>
    tell()
      .enter({ kind: 'entity', entity: nadia })
      .claim('person', 'role', 'guard', { ...open, speaker: 'nadia-k' })
  const both = (teller: Teller): string => outside.map((audience) => bytesFor(teller.entries, audience)).join('\n')

  it('by a name that a document prints of them, nor by their day of birth', () => {
    const teller = told()
      .claim('nadia-k', 'name', 'Nadezhda Petrenko', open)
      .claim('nadia-k', 'born', '1970-02-03', open)
      .claim('person', 'role', 'friend of Mrs Petrenko', open)
    expect(both(teller)).toContain('guard')
    expect(both(teller)).not.toMatch(/Petrenko|1970/)
  })

  it('by another entity that the team holds to be the same, whichever was entered first', () => {
    const alias = { kind: 'entity', entity: { id: 'alias', kind: 'person', name: 'Inna Sokolova' } } as const
    const first = tell().enter(alias).enter({ kind: 'entity', entity: nadia })
    for (const teller of [first, told().enter(alias)]) {
      teller.identity('nadia-k', 'alias', 'same').claim('alias', 'role', 'clerk', open)
      expect(both(teller)).not.toMatch(/Sokolova|"same"|alias/)
      expect(both(teller)).toContain('an official')
    }
  })

  it.each([
    ['her surname alone', 'as Kravtsova said'],
    ['another order', 'Kravtsova, Nadia'],
    ['another script', 'так говорит Надя Кравцова'],
    ['another case form', 'слова Кравцовой'],
    ['a longer case form', 'Kravtsovaning so‘zlari'],
    ['an address of the web', 'https://example.org/the-fate-of-kravtsova'],
    ['an address of mail', 'write to nkravtsova@example.org'],
    ['both names as one word', 'see example.org/NadiaKravtsova1970'],
    ['her id', 'nadia-k'],
  ])('by a text with %s', (_what, text) => {
    const teller = told()
      .claim('person', 'role', text, open)
      .document('leaf', { address: text })
      .claim('person', 'custody', 'Ward 7', { ...open, document: 'leaf' })
    expect(both(teller)).not.toContain(text)
    expect(both(teller)).not.toContain('Ward 7')
  })

  it.each([
    ['without capital letters', 'ליאורה בן־דוד', 'כך אמרה ליאורה'],
    ['without spaces between words', '王小明', '据王小明说'],
    ['whose id is not made of the name', 'Ana Z', 'source-7'],
    ['with a soft sign in another script', 'Olga Z', 'так говорит Ольга Z.'],
  ])('by a text, where the name is one %s', (_what, name, text) => {
    const teller = tell()
      .enter({ kind: 'entity', entity: { ...nadia, id: 'source-7', name } })
      .claim('person', 'role', 'guard', open)
      .claim('person', 'role', text, open)
    expect(both(teller)).toContain('guard')
    expect(both(teller)).not.toContain(text)
  })

  it.each([
    [
      'another’s name',
      (t: Teller) =>
        t
          .enter({ kind: 'entity', entity: { id: 'firm', kind: 'body', name: 'Kravtsova and partners' } })
          .claim('firm', 'role', 'firm', open),
    ],
    [
      'another’s description',
      (t: Teller) =>
        t
          .enter({
            kind: 'entity',
            entity: {
              id: 'aide',
              kind: 'person',
              name: 'Aide B',
              disclosure: 'internal',
              described: 'aide of Kravtsova',
            },
          })
          .claim('person', 'role', 'cook', { ...open, speaker: 'aide' }),
    ],
    [
      'the rights of a document',
      (t: Teller) =>
        t
          .document('photo', { rights: 'courtesy of Nadia Kravtsova' })
          .claim('person', 'role', 'cook', { ...open, document: 'photo' }),
    ],
    [
      'a full list',
      (t: Teller) =>
        t.enter({
          kind: 'completeness',
          completeness: {
            id: 'k',
            of: 'filed',
            where: { body: 'nadia-k' },
            through: 'ongoing',
            because: 'x',
            by: 'y',
            learned: '2014-01-01',
          },
        }),
    ],
    [
      'an assessment’s subject',
      (t: Teller) =>
        t.enter({
          kind: 'assessment',
          assessment: {
            id: 'a',
            question: 'q',
            answer: 'yes',
            subject: 'nadia-k',
            by: 'x',
            reasons: 'y',
            learned: '2014-01-01',
            disclosure: 'public',
          },
        }),
    ],
    [
      'an assessment’s evidence',
      (t: Teller) =>
        t.document('letter-of-nadia-k').enter({
          kind: 'assessment',
          assessment: {
            id: 'a',
            question: 'q',
            answer: 'yes',
            by: 'x',
            reasons: 'y',
            evidence: ['letter-of-nadia-k'],
            learned: '2014-01-01',
            disclosure: 'public',
          },
        }),
    ],
    [
      'the id of another',
      (t: Teller) => t.entity('brother-of-nadia-k').claim('brother-of-nadia-k', 'role', 'brother', open),
    ],
  ] as const)('by %s', (_what, more) => {
    expect(both(more(told())).toLowerCase()).not.toMatch(/nadia|kravtsova/)
  })

  it('by the name of the case, where the case is theirs and sealed', () => {
    const entries = tell()
      .claim('case', 'sending-state', 'ES', open)
      .enter(ruling('entity', 'person', 'sealed')).entries
    expect(bytesFor(entries, 'public')).not.toContain('"case"')
  })

  it('while a relative of the same name does not close the case: the person’s own name can be said', () => {
    const person = { id: 'ivan', kind: 'person', name: 'Ivan Kravtsov', names: ['Kravtsov'] } as const
    const teller = tell()
    const [header] = teller.entries
    if (header?.body.kind !== 'case') throw new Error('A record begins with its case.')
    teller.entries[0] = { ...header, body: { kind: 'case', case: { ...header.body.case, person: 'ivan' } } }
    teller
      .enter({ kind: 'entity', entity: person })
      .enter({ kind: 'entity', entity: { ...nadia, names: ['Kravtsov'] } })
      .claim('ivan', 'role', 'guard', open)
      .claim('ivan', 'custody', 'as Kravtsov told his lawyer', open)
      .claim('ivan', 'custody', 'as Kravtsova told his lawyer', open)
      .claim('ivan', 'custody', 'as Nadia told his lawyer', open)
    const { header: shown, claims } = disclosedTo(teller.state(), 'public', on)
    expect(shown?.person).toBe('ivan')
    expect([...claims.values()].map(({ thing }) => thing.value)).toEqual(['guard', 'as Kravtsov told his lawyer'])
  })

  it('nor does an id that was given for another lead to a hidden thing that has that id in the whole record', () => {
    const teller = tell()
      .enter({ kind: 'entity', entity: { ...nadia, id: 'protected-1', name: 'Vera Hidden', disclosure: 'sealed' } })
      .document('item-1', { title: 'Sealed paper', disclosure: 'sealed' })
      .enter({ kind: 'entity', entity: nadia })
      .document('nadia-k.letter', { title: 'A letter' })
      .claim('nadia-k', 'role', 'clerk', { ...open, document: 'nadia-k.letter' })
    const { documents, entities } = disclosedTo(teller.state(), 'public', on)
    expect([...documents.keys(), ...entities.keys()]).toEqual(['item-2', 'person', 'speaker', 'protected-2'])
  })

  it('nor do the numbers given meet ids that are there already: nobody’s words become another’s', () => {
    const teller = tell()
      .enter({ kind: 'entity', entity: { id: 'protected-1', kind: 'person', name: 'Person B' } })
      .enter({ kind: 'entity', entity: nadia })
      .claim('person', 'role', 'cook', { ...open, speaker: 'protected-1' })
      .claim('person', 'role', 'guard', { ...open, speaker: 'nadia-k', id: 'nadia-k.role' })
      .claim('person', 'role', 'clerk', { ...open, id: 'item-1' })
    const { claims, entities } = disclosedTo(teller.state(), 'public', on)
    const said = [...claims.values()].map(({ thing }) => [thing.value, entities.get(thing.speaker)?.name])
    expect(said).toEqual([
      ['cook', 'Person B'],
      ['guard', 'an official'],
      ['clerk', 'speaker'],
    ])
  })
})
