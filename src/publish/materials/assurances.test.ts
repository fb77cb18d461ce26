import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { assurances } from './assurances.ts'
import { facts } from './facts.ts'
import { happened, readIn, sheetFor } from './sheet.fixtures.ts'

const given = () =>
  happened(
    tell().entity('ministry', 'body').entity('newspaper', 'body'),
    'promise',
    'assurances-given',
    'The diplomatic assurances of the State',
    '2013-07-22',
  )
    .claim('promise', 'content', 'He would be treated humanely', { speaker: 'newspaper', accordingTo: 'ministry' })
    .claim('promise', 'content', 'Enough for the section', { speaker: 'ministry' })

describe('assurances', () => {
  it('are told with date and with who says what of them, nobody preferred', () => {
    expect(readIn(assurances(sheetFor(given()))).split('\n')).toEqual([
      '22 July 2013: The diplomatic assurances of the State.',
      'newspaper (citing ministry): He would be treated humanely.',
      'ministry: Enough for the section.',
    ])
  })

  it('are told once: among the facts stands only that they were given', () => {
    const text = readIn(facts(sheetFor(given())))
    expect(text).toContain('The diplomatic assurances of the State.')
    expect(text).not.toContain('humanely')
  })

  it('of which the team refuses what was said are told without it', () => {
    const told = given()
    told.position('promise', 'content', 'refused', [`c${told.entries.length}`])
    expect(readIn(assurances(sheetFor(told)))).not.toContain('Enough for the section')
  })
})
