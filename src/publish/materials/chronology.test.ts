import { describe, expect, it } from 'vitest'
import { chronology, contested, sourcesCount } from './chronology.ts'
import { sentencesOf } from '../paper/gate.ts'
import { readIn, sheetFor, surrender } from './sheet.fixtures.ts'

const rival = () =>
  surrender()
    .entity('ministry', 'body')
    .claim('surrender', 'date', '2014-02-21', { speaker: 'ministry', public: '2014-01-01' })

describe('a chronology', () => {
  it('says when, what and who says so', () => {
    expect(readIn(chronology(sheetFor(surrender())))).toBe(
      '14 February 2014 | The Council of Ministers approves the surrender of the person. | Speaker',
    )
  })

  it('has a source for a date that is not known, because every claim on it was refused', () => {
    const told = surrender()
    told.position('surrender', 'date', 'refused', [`c${told.entries.length}`])
    told.claim('surrender', 'content', 'It was agreed to.', { public: '2014-01-01' })
    const { blocks } = chronology(sheetFor(told))
    expect(readIn({ blocks })).toContain('Date not known | ')
    expect(blocks.flatMap(sentencesOf).filter(({ claims }) => claims.length === 0)).toEqual([])
  })

  it('lists each point on which sources differ, with who says what', () => {
    expect(readIn(contested(sheetFor(rival())))).toBe(
      'The Council of Ministers approves the surrender of the person, date: 14 February 2014 – speaker; 21 February 2014 – ministry.',
    )
  })
})

describe('the count of sources', () => {
  it('is that of the documents the paper leans on, and for the public never a small number', () => {
    const desk = sheetFor(rival())
    chronology(desk)
    expect(readIn(sourcesCount(desk))).toBe('What is said here rests on one document.')
    const open = sheetFor(rival(), { audience: 'public' })
    chronology(open)
    expect(readIn(sourcesCount(open))).toContain('rests on fewer than 5 documents')
  })

  it('is not given where nothing is leaned on', () => {
    expect(sourcesCount(sheetFor(surrender())).blocks).toEqual([])
  })
})
