import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { facts, recentFacts } from './facts.ts'
import { happened, readIn, sheetFor, surrender } from './sheet.fixtures.ts'

describe('the facts of a paper', () => {
  it('show every rival date with who gives it, and no span between them', () => {
    const told = surrender()
      .entity('ministry', 'body')
      .claim('surrender', 'date', '2014-02-21', { speaker: 'ministry' })
    const text = readIn(facts(sheetFor(told)))
    expect(text).toContain('14 February 2014 or 21 February 2014: The Council of Ministers approves')
    expect(text).toContain('Sources give different dates: 14 February 2014 – speaker; 21 February 2014 – ministry.')
    expect(text).not.toContain('between')
  })

  it('say who denies that it happened', () => {
    const told = surrender()
      .entity('ministry', 'body')
      .claim('surrender', 'occurred', true, { speaker: 'ministry', polarity: 'denied' })
    expect(readIn(facts(sheetFor(told)))).toContain('Denied by: ministry.')
  })

  it('do not use a claim that the team refuses', () => {
    const told = surrender().claim('surrender', 'content', 'A thing that nobody should repeat')
    const refused = `c${told.entries.length}`
    told.position('surrender', 'content', 'refused', [refused])
    const filled = facts(sheetFor(told))
    expect(readIn(filled)).not.toContain('nobody should repeat')
    expect(JSON.stringify(filled.blocks)).not.toContain(`"${refused}"`)
  })

  it('leave out an event when every claim about it is refused', () => {
    const told = happened(surrender(), 'flight', 'removed', 'The person is flown out', '2014-02-15')
    told.position('flight', 'date', 'refused', [`c${told.entries.length}`])
    expect(readIn(facts(sheetFor(told)))).not.toContain('flown out')
  })

  it('name whom a speaker cites', () => {
    const told = surrender()
      .entity('court', 'body')
      .claim('surrender', 'content', 'Sees no persecution', { accordingTo: 'court' })
    expect(readIn(facts(sheetFor(told)))).toContain('speaker (citing court): Sees no persecution.')
  })

  it('hold nothing that was learned or happened later', () => {
    const told = happened(surrender(), 'flight', 'removed', 'The person is flown out', '2014-02-20')
    told.claim('surrender', 'content', 'Learned too late', { learned: '2014-03-01' })
    const text = readIn(facts(sheetFor(told)))
    expect(text).not.toContain('flown out')
    expect(text).not.toContain('too late')
  })

  it('name neither the later paper nor who spoke in it where the desk knew before', () => {
    const told = surrender()
      .entity('later-witness')
      .document('later-paper', { published: '2014-05-01' })
      .claim('surrender', 'content', 'It was signed by the whole cabinet', {
        speaker: 'later-witness',
        document: 'later-paper',
        said: '2014-05-01',
      })
    const sheet = sheetFor(told)
    const text = readIn(facts(sheet))
    expect(text).toContain('Our own file: It was signed by the whole cabinet.')
    expect(text + JSON.stringify(sheet.notes.sources)).not.toMatch(/later-(?:paper|witness)/)
  })

  it('tell what others said as background, after the steps', () => {
    const told = happened(
      surrender(),
      'appeal',
      'statement',
      'A group asks for a halt of the transfer',
      '2014-01-10',
    )
    const text = readIn(facts(sheetFor(told)))
    expect(text.indexOf('approves the surrender')).toBeLessThan(text.indexOf('Also recorded, as background:'))
    expect(text.indexOf('Also recorded')).toBeLessThan(text.indexOf('asks for a halt'))
  })

  it('put the word of the vocabulary before a title in another language, and tell the author once', () => {
    const { blocks, gaps } = facts(sheetFor(surrender(), { language: 'es' }))
    expect(readIn({ blocks })).toContain(
      '14 de febrero de 2014: el Gobierno acuerda la entrega («The Council of Ministers approves the surrender of the person»).',
    )
    expect(gaps.map(({ field }) => field)).toEqual(['record-language'])
  })

  it('are a gap, and no empty heading, where nothing is recorded', () => {
    const { blocks, gaps } = facts(sheetFor(tell()))
    expect(blocks).toEqual([])
    expect(gaps.map(({ field, weight }) => [field, weight])).toEqual([['facts', 'required']])
  })
})

describe('what a statement tells', () => {
  it('is what is recent and public', () => {
    const told = happened(surrender(), 'arrest', 'arrest', 'The arrest of the person in the street', '2012-12-11')
    const secret = { disclosure: 'internal', public: '2014-01-01' } as const
    told
      .enter({
        kind: 'event',
        event: { id: 'visit', type: 'hearing', title: 'A secret hearing', person: 'person' },
      })
      .claim('visit', 'date', '2014-02-01', secret)
    const text = readIn(recentFacts(sheetFor(told, { audience: 'public' })))
    expect(text).toBe('14 February 2014: The Council of Ministers approves the surrender of the person.')
  })
})
