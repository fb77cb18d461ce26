import { describe, expect, it } from 'vitest'
import { askedFor, evidenceIndex, missingDecisions } from './documents.ts'
import { readIn, sheetFor, surrender } from './sheet.fixtures.ts'

describe('decisions of which no copy is held', () => {
  it('are named with date, and with what is not known of their publication', () => {
    const { blocks, gaps } = missingDecisions(sheetFor(surrender()))
    expect(readIn({ blocks })).toContain(
      'The Council of Ministers approves the surrender of the person – 14 February 2014. No publication of it is recorded.',
    )
    expect(gaps.map(({ field }) => field)).toEqual(['copy-of-surrender'])
  })

  it('say who holds that they were not made public', () => {
    const told = surrender().claim('surrender', 'publicity', 'not-public', { public: '2014-01-01' })
    expect(readIn(missingDecisions(sheetFor(told)))).toContain('Not made public, according to speaker.')
  })

  it('are asked for in a letter, with the hour of removal and the text of assurances', () => {
    const text = readIn(askedFor(sheetFor(surrender())))
    expect(text).toContain('A copy of this decision: The Council of Ministers approves')
    expect(text).toContain('Day and hour, place and destination')
    expect(text).toContain('The full text of every assurance')
  })
})

describe('the index of the evidence', () => {
  const told = () =>
    surrender()
      .document('reprint', { copyOf: 'paper', language: 'ru' })
      .claim('surrender', 'content', 'Said again', { document: 'reprint', public: '2014-01-01' })
      .document('unused')

  it('says what is a copy, in which language, and what is only cited', () => {
    const text = readIn(evidenceIndex(sheetFor(told())))
    expect(text).toContain('press, “reprint”. Russian; Statements: 1; cited only. A copy of: press, “paper”.')
    expect(text).not.toContain('unused')
  })

  it('tells our own retelling as what it retells', () => {
    const retold = told()
      .document('retelling', { retells: 'unused', published: '2026-11-24' })
      .claim('surrender', 'content', 'Told again', { document: 'retelling' })
    const text = readIn(evidenceIndex(sheetFor(retold)))
    expect(text).toContain('press, “unused”. Language not recorded; Statements: 1; cited from our retelling of it.')
    expect(text).not.toContain('retelling”')
  })

  it('gives the public no count under five', () => {
    const text = readIn(evidenceIndex(sheetFor(told(), { audience: 'public' })))
    expect(text).toContain('Statements: fewer than 5;')
    expect(text).not.toMatch(/Statements: \d/)
  })

  it('counts no refused claim', () => {
    const refused = told().claim('surrender', 'content', 'Refused', { document: 'unused' })
    refused.position('surrender', 'content', 'refused', [`c${refused.entries.length}`])
    expect(readIn(evidenceIndex(sheetFor(refused)))).not.toContain('unused')
  })
})
