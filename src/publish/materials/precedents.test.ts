import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import type { Sheet } from './material.ts'
import { against, inFavour } from './precedents.ts'
import { readIn, type SheetAsked, sheetFor } from './sheet.fixtures.ts'

type Line = Sheet['precedents']['precedents'][number]

const read = (value: string | null) => ({ value, checked: 'read' }) as const
const memory = { value: null, checked: 'memory' } as const
const line: Line = {
  id: 'a-v-b',
  case: 'A. v. State B',
  applications: ['1/01'],
  date: '2011-10-11',
  dateChecked: 'read',
  kind: 'judgment',
  basis: 'curated',
  leaning: 'adverse',
  because: [],
  sending: ['RU'],
  receiving: ['KZ'],
  removal: ['extradition'],
  risks: [],
  assurances: memory,
  measure: memory,
  fate: memory,
  article3: read('no-violation'),
  article13: memory,
  article34: memory,
  ground34: null,
  article34FromEvents: null,
  lesson: { id: 'l', speaks: 'against', says: 'The reasoning was not read.', checked: 'secondary' },
  judgedAgain: null,
  note: null,
  events: [],
  sources: ['court.example/1'],
  place: 'x.yaml',
}
const withLines = (lines: readonly Line[], asked?: SheetAsked): Sheet => {
  const sheet = sheetFor(tell(), asked)
  return { ...sheet, precedents: { ...sheet.precedents, precedents: [...lines] } }
}

describe('authority', () => {
  it('against the request is told by what was read of it, and by nothing else', () => {
    expect(readIn(against(withLines([line])))).toBe(
      'A. v. State B, no. 1/01, 11 October 2011 (transfer to Kazakhstan): no violation of Article 3.',
    )
  })

  it('hands its lesson to the author, because notes are no words for a court', () => {
    const { blocks, gaps } = against(withLines([line]))
    expect(readIn({ blocks })).not.toContain('reasoning')
    expect(gaps[0]?.todo).toContain('The reasoning was not read.')
  })

  it('a violation that a removal would be is never called a violation that was', () => {
    const conditional = { ...line, leaning: 'favourable', article3: read('violation-if-removed') } as const
    expect(readIn(inFavour(withLines([conditional], { language: 'es' })))).toContain(
      'la entrega violaría el artículo 3',
    )
    expect(readIn(inFavour(withLines([conditional])))).toContain('Article 3 would be violated by the removal')
  })

  it('whose date nobody read is marked', () => {
    expect(readIn(against(withLines([{ ...line, dateChecked: 'memory' }])))).toContain('(date not verified)')
  })

  it('in favour does not hold what is against, and the other way round', () => {
    const favourable = { ...line, id: 'c-v-d', case: 'C. v. State D', leaning: 'favourable' } as const
    const sheet = withLines([line, favourable])
    expect(readIn(inFavour(sheet))).not.toContain('A. v.')
    expect(readIn(against(sheet))).not.toContain('C. v.')
  })

  it('against the request that nobody found is said to be so', () => {
    expect(readIn(against(withLines([])))).toContain('No judgment against the request was found among those read.')
  })
})
