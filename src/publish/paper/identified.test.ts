import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { paperOf, sentence } from '../render/paper.fixtures.ts'
import { identifiedBy } from './identified.ts'

const told = tell().entity('Nadia Speaker').claim('x', 'content', 'Said so', { id: 'c', speaker: 'Nadia Speaker' })
const paperSaying = (text: string) =>
  paperOf('', {
    sections: [
      {
        id: 'x',
        heading: 'X',
        blocks: [{ kind: 'paragraph', text: [{ ...sentence(text), claims: ['c'] }] }],
      },
    ],
  })
const appearance = (text: string) =>
  identifiedBy(paperSaying(text), told.view('2014-02-19')).find(({ name }) => name === 'Nadia Speaker')?.as

describe('who could be identified by a paper', () => {
  it('is told apart by whether the name is printed or only the source leads to the person', () => {
    expect(appearance('Speaker: it was said so.')).toBe('named')
    expect(appearance('It was said so.')).toBe('unnamed')
  })
})
