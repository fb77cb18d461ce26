import { describe, expect, it } from 'vitest'
import type { Passage } from '../../record/index.ts'
import { tell } from '../../record/testing.ts'
import { sheetFor } from '../materials/sheet.fixtures.ts'
import { passageFor, readInsertions, unwritten, written } from './passages.ts'

const passage = (text: string, read?: Passage['read']): Passage => ({
  id: 'risk-1',
  paper: 'rule-39',
  slot: 'risk',
  language: 'en',
  text,
  by: 'counsel',
  learned: '2014-02-18',
  ...(read === undefined ? {} : { read }),
})
const born = () => tell().claim('person', 'born', '1975-01-02')

describe('a part that a person wrote', () => {
  it('takes facts from the record, and stands on their claims', () => {
    const { paragraphs, gaps } = written(sheetFor(born()), passage('Born on\n{person.born}.\n\nSecond paragraph.'))
    expect(paragraphs.map((text) => text.map((sentence) => sentence.text).join(' '))).toEqual([
      'Born on 2 January 1975.',
      'Second paragraph.',
    ])
    expect(paragraphs[0]?.[0]?.claims).toHaveLength(1)
    expect(paragraphs[1]?.[0]?.claims).toEqual([])
    expect(gaps).toEqual([])
  })

  it('says what the record does not hold, and asks for it', () => {
    const { paragraphs, gaps } = written(sheetFor(tell()), passage('Born on {person.born}.'))
    expect(paragraphs[0]?.[0]?.text).toBe('Born on [not known].')
    expect(gaps.map(({ field, weight }) => [field, weight])).toEqual([['risk.person.born', 'required']])
  })

  it('tells when a fact reads otherwise than when it was written', () => {
    const sheet = sheetFor(born())
    const text = 'Born on {person.born}.'
    expect(written(sheet, passage(text, readInsertions(sheet, text))).changed).toEqual([])
    expect(written(sheet, passage(text, { 'person.born': '1 January 1975' })).changed).toEqual([
      { slot: 'risk', insertion: 'person.born', was: '1 January 1975', is: '2 January 1975' },
    ])
    expect(
      written(sheetFor(tell()), passage(text, { 'person.born': '1 January 1975' })).changed[0]?.is,
    ).toBeUndefined()
  })

  it('counts by the latest that was entered for that paper and language', () => {
    const told = tell()
      .enter({ kind: 'passage', passage: passage('First.') })
      .enter({ kind: 'passage', passage: { ...passage('Second.'), id: 'risk-2' } })
      .enter({ kind: 'passage', passage: { ...passage('En español.'), id: 'risk-3', language: 'es' } })
    expect(passageFor(told.state(), 'rule-39', 'risk', 'en')?.text).toBe('Second.')
    expect(passageFor(told.state(), 'statement', 'risk', 'en')).toBeUndefined()
  })

  it('is asked for while nobody has written it', () => {
    const asks = { en: 'Say why.', es: 'Diga por qué.' }
    expect(unwritten('risk', 'The risk', asks, true, 'es')).toMatchObject({
      todo: 'Diga por qué.',
      weight: 'required',
    })
  })
})
