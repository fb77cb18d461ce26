import { describe, expect, it } from 'vitest'
import { conclusionsAbout } from './asked.ts'
import { type Block, lawOf, remedy, term } from './testing.ts'

const about = (blocks: readonly Block[], ...ids: readonly string[]): readonly string[] =>
  conclusionsAbout(lawOf(...blocks), ids)

describe('what is looked up about a block', () => {
  it('is everything that is concluded of it, and nothing of one whose name begins alike', () => {
    const blocks = [remedy('es.appeal'), { rule: 'es.appeals', when: ['hearing'] }, { rule: 'r', when: ['arrest'] }]
    expect(about(blocks, 'r')).toEqual(['r'])
    expect(about(blocks, 'es.appeal').filter((id) => id.startsWith('es.'))).toEqual(
      ['opened', 'filed', 'withdrawn', 'waived', 'decided', 'pending', 'open'].map((part) => `es.appeal.${part}`),
    )
    expect(about(blocks, 'es.appeals')).toEqual(['es.appeals'])
    expect(about(blocks, 'es')).toContain('es.appeals')
  })

  it('of a remedy is also its track, its time limit, the case within which it is, and what it needs first', () => {
    const blocks = [
      remedy('appeal', { term: 'days', within: 'case', needsFirst: ['first'] }),
      term('days'),
      remedy('case'),
      remedy('first', { term: 'weeks' }),
      term('weeks'),
    ]
    const beginnings = new Set(about(blocks, 'appeal').map((id) => id.slice(0, id.lastIndexOf('.'))))
    expect([...beginnings].toSorted()).toEqual(['appeal', 'case', 'days', 'first', 'main'])
  })

  it('is nothing where nothing is called so', () => {
    expect(about([remedy('appeal')], 'nowhere')).toEqual([])
  })
})
