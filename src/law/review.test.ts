import { describe, expect, it } from 'vitest'
import { reviewPage } from './review-html.ts'
import { conditionOutline, type Outline } from './review-words.ts'
import { reviewItems, unverifiedByRisk } from './review.ts'
import type { Condition } from './model.ts'
import { type Block, lawOf, remedy, term } from './testing.ts'

const unread = { instrument: 'act', article: '9', checked: 'unverified', note: 'from memory' }

const blocks: readonly Block[] = [
  { rule: 'heard', when: [{ any: ['hearing', { not: 'withdrawn' }] }], norm: unread },
  term('days', { norm: unread }),
  term('other-days', { norm: unread }),
  remedy('appeal', { term: 'days', norm: unread }),
  remedy('wish', { effects: [{ target: 'custody', mode: 'on-request', norm: unread }] }),
]

const law = lawOf(...blocks)

const flat = ({ text, parts }: Outline): unknown => (parts.length === 0 ? text : [text, ...parts.map(flat)])
const words = (condition: Condition): unknown => flat(conditionOutline(law, condition, 'en'))

describe('what nobody has checked', () => {
  it('is listed with what can stop a transfer first: the remedy and its time limit', () => {
    const open = unverifiedByRisk(reviewItems(law, law.packs, 'en'))
    expect(open.map(({ risk, id }) => `${risk} ${id}`)).toEqual([
      'stop days',
      'stop appeal',
      'clock other-days',
      'procedure heard',
      'procedure wish',
    ])
  })

  it('is named by article and note, also inside a block', () => {
    const [wish] = reviewItems(law, law.packs, 'en').filter(({ id }) => id === 'wish')
    expect(wish?.unverified).toEqual(['effects 1 norm (9) – from memory'])
  })
})

describe('a condition in words', () => {
  it('is an outline of what must be so', () => {
    expect(words({ any: ['hearing', { not: { all: ['granted', 'asked'] } }] })).toEqual([
      'at least one of these:',
      'hearing',
      ['it is not so that:', ['all of this:', 'granted', 'asked']],
    ])
  })

  it('says what has not happened since', () => {
    expect(words({ happened: 'stay-ordered', notSince: 'stay-lifted' })).toEqual([
      'stay ordered; and since then not:',
      'stay lifted',
    ])
  })

  it('names a conclusion by its title and its name', () => {
    expect(words({ holds: 'heard' })).toBe('heard [heard]')
    expect(words({ holds: 'appeal' })).toBe('appeal – open [appeal]')
  })
})

describe('a review sheet', () => {
  it('is one page without scripts, and shows no raw notation', () => {
    const sheet = reviewPage(law, law.packs, 'en')
    expect(sheet).not.toMatch(/<script|<link|<img|https?:/)
    expect(sheet).toContain('at least one of these:')
    expect(sheet).not.toContain('{"any"')
    expect(sheet).not.toContain('[object Object]')
  })

  it('shows text of the packs as text, never as markup', () => {
    const hostile = lawOf({ rule: 'heard', title: { en: '<b onclick=x>' }, when: ['hearing'] })
    expect(reviewPage(hostile, hostile.packs, 'en')).not.toContain('<b ')
  })

  it('shows examples as what is given and what is answered', () => {
    const shown = lawOf({
      rule: 'heard',
      when: ['hearing'],
      examples: [{ title: 'it was', at: '2014-02-10', given: ['hearing 2014-02-01'], expect: true }],
    })
    expect(reviewPage(shown, shown.packs, 'en')).toContain(
      '<td>it was</td><td>2014-02-10</td><td>hearing 2014-02-01</td><td>yes</td>',
    )
  })
})
