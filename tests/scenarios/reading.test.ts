/** What the reader must find in the statement of 19 February 2014, and what it must not. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Proposal, type ProposalKind, proposalReasonText, propose, standsIn } from '../../src/reading/index.ts'

/** The original is not part of the project; whoever has it names its place. */
const original = process.env['FORESTAY_PRESS_ITEM'] ?? ''
const isThere = original !== '' && existsSync(original)
const retelling = {
  name: 'our retelling',
  file: resolve('examples/pavlov-2014/originals/press-item-retelling.txt'),
}
const texts = isThere ? [retelling, { name: 'the original statement', file: original }] : [retelling]

describe('the original statement', () => {
  test.skipIf(!isThere)('is at hand (name its place with FORESTAY_PRESS_ITEM)', async () => {
    const bytes = await readFile(original)
    expect(createHash('sha256').update(bytes).digest('hex')).toMatch(/^b3d945dd3edac314/u)
  })
})

describe.each(texts)('reading $name', ({ file }) => {
  const read = readFile(file, 'utf8').then((text) => ({
    text,
    found: propose(text, { documentDate: '2014-02-19' }),
  }))
  const all = async (kind: ProposalKind): Promise<readonly Proposal[]> =>
    (await read).found.filter((one) => one.kind === kind)
  const idOf = async (name: string): Promise<string | undefined> =>
    (await all('person')).find(({ fields }) => fields['name']?.value === name)?.id
  const facts = async (kind: ProposalKind, field: string): Promise<readonly unknown[]> => {
    const pavlov = await idOf('Aleksandr Pavlov')
    return (await all(kind))
      .filter(({ fields }) => fields['person']?.value === pavlov)
      .map(({ fields }) => fields[field]?.value)
  }

  test('every proposal stands on words at their place', async () => {
    const { text, found } = await read
    for (const one of found) {
      for (const words of [one.words, ...one.mentions, ...Object.values(one.fields).map((field) => field.words)]) {
        expect(standsIn(text, words), one.id).toBe(true)
      }
      expect(proposalReasonText(one.reason, 'es')).not.toBe('')
    }
  })

  test('Pavlov is one person although his name is misspelt once; three persons in all', async () => {
    const persons = await all('person')
    expect(persons.map(({ fields }) => fields['name']?.value).toSorted()).toEqual([
      'Aleksandr Pavlov',
      'Julia Hall',
      'Mukhtar Ablyazov',
    ])
    expect(
      persons.find(({ fields }) => fields['name']?.value === 'Aleksandr Pavlov')?.fields['variant']?.words.text,
    ).toContain('Pavolv')
  })

  test('37, an asylum seeker, a national of Kazakhstan, held in Madrid', async () => {
    expect(await facts('age', 'age')).toEqual([37])
    expect(await facts('nationality', 'state')).toContain('KZ')
    expect(await facts('status', 'status')).toEqual(expect.arrayContaining(['asylum-seeker', 'detained']))
    expect(
      (await all('status')).find(({ fields }) => fields['status']?.value === 'detained')?.fields['where']?.value,
    ).toBe('Madrid')
  })

  test('head of security of Ablyazov, with the time it lasted', async () => {
    const relation = (await all('relation')).find(({ fields }) => fields['relation']?.value === 'head of security')
    expect(relation?.fields['person']?.value).toBe(await idOf('Aleksandr Pavlov'))
    expect(relation?.fields['to']?.value).toBe(await idOf('Mukhtar Ablyazov'))
    expect(relation?.fields['duration']?.value).toMatch(/years/u)
  })

  test('the cabinet decided on 14 February: the year is inferred and says so; the source is hearsay through Amnesty', async () => {
    const decision = (await all('event')).filter(({ fields }) => fields['type']?.value === 'surrender-agreed')
    expect(decision).toHaveLength(1)
    expect(decision[0]?.modality).toBe('asserted')
    expect(decision[0]?.fields['date']).toMatchObject({
      value: '2014-02-14',
      inferred: { kind: 'year-from-document', a: '2014-02-19' },
    })
    expect(decision[0]?.fields['body']?.value).toBe('es.council-of-ministers')
    expect(decision[0]?.fields['person']?.value).toBe(await idOf('Aleksandr Pavlov'))
    expect(decision[0]?.accordingTo?.name).toMatch(/source/u)
    expect(decision[0]?.accordingTo?.through?.value).toMatch(/^Amnesty/u)
    expect(await all('publication')).toHaveLength(1)
  })

  test('Kazakhstan offers assurances, as Spain claims', async () => {
    expect(
      (await all('assurance')).map(({ fields }) => [fields['offeredBy']?.value, fields['claimedBy']?.value]),
    ).toEqual([['KZ', 'ES']])
  })

  test('Ablyazov is an opposition figure, gone since 2009', async () => {
    const ablyazov = await idOf('Mukhtar Ablyazov')
    expect(
      (await all('status')).some(
        ({ fields }) => fields['status']?.value === 'opposition-figure' && fields['person']?.value === ablyazov,
      ),
    ).toBe(true)
    const gone = (await all('event')).find(({ fields }) => fields['type']?.value === 'departure')
    expect(gone?.fields['person']?.value).toBe(ablyazov)
    expect(gone?.fields['date']?.value).toBe('2009')
  })

  test('the record of Kazakhstan comes with what its Government answers; the other prosecutions are linked to Ablyazov', async () => {
    const record = (await all('country-record')).find(({ fields }) => fields['counterClaim'] !== undefined)
    expect(record?.fields['state']?.value).toBe('KZ')
    const linked = await all('linked-prosecutions')
    expect(linked.map(({ fields }) => fields['linkedTo']?.value)).toEqual([await idOf('Mukhtar Ablyazov')])
  })

  test('what it says about the law is kept as an assertion; the interim measure stays a condition', async () => {
    const said = (await all('legal-assertion')).map(({ fields, modality }) => [fields['asserts']?.value, modality])
    expect(said).toContainEqual(['domestic-remedies-exhausted', 'asserted'])
    expect(said).toContainEqual(['only-strasbourg-remains', 'asserted'])
    expect(said).toContainEqual(['measure-obliges-halt-until-merits', 'conditional'])
  })

  test('each quotation has Julia Hall and her role', async () => {
    const quotations = await all('quotation')
    expect(quotations.length).toBeGreaterThan(3)
    for (const { fields } of quotations) {
      expect(fields['speaker']?.value).toBe('Julia Hall')
      expect(fields['role']?.value).toMatch(/criminal justice/u)
    }
  })

  test('what Amnesty asks of Spain is a demand', async () => {
    const demand = (await all('demand')).find(({ fields }) => fields['by']?.value === 'Amnesty International')
    expect(demand?.modality).toBe('demanded')
    expect(demand?.fields['of']?.value).toBe('ES')
  })

  test('no event that did not happen', async () => {
    const happened = (await all('event'))
      .filter(({ modality }) => modality === 'asserted')
      .map(({ fields }) => String(fields['type']?.value))
    const true2014 = new Set(['surrender-agreed', 'departure', 'extradition-requested', 'asylum-applied'])
    expect(happened.filter((type) => !true2014.has(type))).toEqual([])
  })
})
