import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { demands, quotes, risk } from './risk.ts'
import { readIn, sheetFor, surrender } from './sheet.fixtures.ts'

describe('the risk', () => {
  it('is attributed, with whom the speaker cites', () => {
    const told = tell().entity('reporter').claim('case', 'risk', 'torture', { accordingTo: 'reporter' })
    expect(readIn(risk(sheetFor(told)))).toBe('Risk on return: torture, according to speaker (citing reporter).')
  })

  it('is named in the language of the paper', () => {
    const told = tell().claim('case', 'risk', 'torture')
    expect(readIn(risk(sheetFor(told, { language: 'es' })))).toBe('Riesgo tras la entrega: tortura, según speaker.')
  })

  it('shows who says that there is none', () => {
    const told = tell()
      .entity('ministry', 'body')
      .claim('case', 'risk', 'torture')
      .claim('case', 'risk', 'torture', { speaker: 'ministry', polarity: 'denied' })
    const text = readIn(risk(sheetFor(told)))
    expect(text).toContain('Risk on return: torture, according to speaker.')
    expect(text).toContain('No such risk: torture, according to ministry.')
  })

  it('shows what the State answers beside what is said of it, and no refused claim', () => {
    const told = tell()
      .entity('kz', 'state')
      .claim('kz', 'country-record', 'Torture in custody is reported')
      .claim('kz', 'country-record', 'The problem is dealt with', { speaker: 'kz' })
      .claim('kz', 'country-record', 'Refused words')
    told.position('kz', 'country-record', 'refused', [`c${told.entries.length}`])
    const text = readIn(risk(sheetFor(told)))
    expect(text).toContain('speaker: Torture in custody is reported.')
    expect(text).toContain('kz: The problem is dealt with.')
    expect(text).not.toContain('Refused words')
  })

  it('that nobody spoke of is a gap the addressee can turn the paper down for', () => {
    const { blocks, gaps } = risk(sheetFor(tell()))
    expect(blocks).toEqual([])
    expect(gaps.map(({ weight }) => weight)).toEqual(['required'])
  })
})

describe('a demand', () => {
  it('is told as a demand of somebody, never as a fact', () => {
    const told = surrender().claim('case', 'demand', 'Spain is not to hand the person over')
    expect(readIn(demands(sheetFor(told)))).toBe('speaker demands: Spain is not to hand the person over.')
  })
})

describe('a quotation', () => {
  it('is printed letter for letter, and only where a document holds the words', () => {
    const told = tell()
      .claim('case', 'quotation', 'shameful', { place: { quote: 'It is  shameful' } })
      .claim('case', 'quotation', 'a paraphrase without a place')
    expect(readIn(quotes(sheetFor(told)))).toBe('It is  shameful')
  })
})

describe('an assessment of the risk', () => {
  it('is that of the person who made it, with the answer that was given and no stronger one', () => {
    const told = tell().enter({
      kind: 'assessment',
      assessment: {
        id: 'a1',
        question: 'real-risk',
        answer: 'unsure',
        by: 'Counsel A',
        reasons: 'Two reports disagree',
        learned: '2014-02-01',
        disclosure: 'counsel',
      },
    })
    expect(readIn(risk(sheetFor(told)))).toBe(
      'Assessment by Counsel A of whether the risk is real: cannot be said. Two reports disagree.',
    )
    expect(readIn(risk(sheetFor(told, { audience: 'public' })))).toBe('')
  })
})
