import { describe, expect, it } from 'vitest'
import { reviewPage } from './review-html.ts'
import { keyWord, phrase } from './review-terms.ts'
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

describe('what goes wrong when a statement is wrong', () => {
  const effect = (target: string, mode: string): Block => ({ target, mode, norm: unread })
  const riskOf = (block: Block, ...others: readonly Block[]): string | undefined => {
    const known = lawOf(block, ...others)
    const id = Object.values(block)[0]
    return reviewItems(known, known.packs, 'en').find((item) => item.id === id)?.risk
  }
  const stop = { when: ['hearing'], norm: unread }
  it.each<[string, Block, string]>([
    ['a duty', { duty: 'x', bearer: 'sending-state', binding: 'binding', lasts: { en: 'x' }, ...stop }, 'stop'],
    ['a bar', { bar: 'x', bars: 'transfer', force: 'mandatory', ...stop }, 'stop'],
    ['a calendar', { calendar: 'x', zone: 'UTC', versions: [{ weekdaysOff: [], norm: unread }] }, 'clock'],
    ['a set of holidays', { holidays: 'x', fixed: [] }, 'clock'],
    ['a stage', { stage: 'x', track: 'main', order: 1, reached: ['hearing'] }, 'procedure'],
    [
      'a track',
      { track: 'x', jurisdiction: 'ES', applies: ['hearing'], question: { en: '?' }, domestic: true },
      'procedure',
    ],
    [
      'a binding',
      { binding: 'x', state: 'ES', instrument: 'act', from: 'never', checked: 'official', source: 'x' },
      'procedure',
    ],
    ['a body', { body: 'x', jurisdiction: 'ES', strength: 'political' }, 'background'],
    ['a remedy that stops the decision', remedy('x', { effects: [effect('decision', 'automatic')] }), 'stop'],
    ['a remedy that stops a clock', remedy('x', { effects: [effect('surrender-clock', 'usage')] }), 'stop'],
    ['a remedy that stops nothing', remedy('x', { effects: [effect('transfer', 'none')] }), 'procedure'],
    [
      'a remedy that stops something',
      remedy('x', { effects: [effect('custody', 'automatic'), effect('transfer', 'on-request')] }),
      'stop',
    ],
  ])('%s: %s', (_, block, risk) => {
    expect(riskOf(block)).toBe(risk)
  })

  it('is a stop for the time limit of whatever can stop the transfer in some way', () => {
    const both = remedy('r', { term: 'x', effects: [effect('custody', 'automatic'), effect('transfer', 'usage')] })
    expect(riskOf(term('x'), both)).toBe('stop')
    expect(riskOf(term('x'), remedy('r', { term: 'x', effects: [effect('transfer', 'none')] }))).toBe('clock')
    expect(riskOf(term('x'), remedy('r'))).toBe('clock')
  })
})

describe('what is to be reviewed', () => {
  it('bears its title in the language of the sheet, else its question, else none', () => {
    const titles = (language: 'en' | 'es', ...more: readonly Block[]): readonly string[] => {
      const known = lawOf(...more)
      return reviewItems(known, known.packs, language)
        .slice(-more.length)
        .map(({ title }) => title)
    }
    const position = {
      position: 'p',
      says: { en: 'x' },
      authority: 'x',
      date: '2013-01-01',
      supports: 'yes',
      checked: 'official',
    }
    const asked: Block = {
      point: 'x',
      question: { en: 'How far?', es: '¿Hasta dónde?' },
      positions: [position],
    }
    const bound = { binding: 'b', state: 'ES', instrument: 'act', from: 'never', checked: 'official', source: 'x' }
    const ruling: Block = {
      precedent: 'p',
      title: 'X v. Y',
      court: 'C',
      date: '2014-01-01',
      reference: 'x',
      sending: 'ES',
      receiving: 'KZ',
      speaks: 'for',
      says: { en: 'x' },
      checked: 'official',
      source: 'x',
    }
    const titled = { rule: 'r', title: { en: 'Rule', es: 'Regla' }, when: ['hearing'] }
    expect(titles('en', asked, bound, ruling, titled)).toEqual(['How far?', '', 'X v. Y', 'Rule'])
    expect(titles('es', asked, bound, ruling, titled)).toEqual(['¿Hasta dónde?', '', 'X v. Y', 'Regla'])
  })

  it('is said to be unverified where it is, and not because an example or its place says so', () => {
    const unverified = (block: Block): readonly string[] | undefined => {
      const known = lawOf(block)
      return reviewItems(known, known.packs, 'en').at(-1)?.unverified
    }
    const position = { position: 'open', says: { en: 'x' }, authority: 'x', date: '2013-01-01', supports: 'yes' }
    expect(
      unverified({ point: 'x', question: { en: '?' }, positions: [{ ...position, checked: 'unverified' }] }),
    ).toEqual(['positions 1 (open)'])
    const bound = { binding: 'b', state: 'ES', instrument: 'act', from: 'never', source: 'x' }
    expect(unverified({ ...bound, checked: 'unverified' })).toEqual([''])
    const factors = [{ factor: 'f', title: { en: 'F' }, needs: { en: 'x' }, checked: 'unverified' }]
    expect(unverified({ test: 't', question: { en: '?' }, factors })).toEqual(['factors 1 (f)'])
    const checked = { instrument: 'act', article: '1', checked: 'secondary' }
    expect(unverified({ rule: 'r', when: ['hearing'], norm: [checked, unread] })).toEqual([
      'norm 2 (9) – from memory',
    ])
    expect(unverified({ rule: 'r', when: ['hearing'], norm: checked })).toEqual([])
  })

  it('says of a page on which all is checked that nothing is open', () => {
    const known = lawOf({ rule: 'r', when: ['hearing'] })
    expect(reviewPage(known, known.packs, 'en')).toContain('<h2>Nothing here is marked unverified</h2>')
    expect(reviewPage(known, known.packs, 'es')).toContain('<h2>Nada consta aquí como sin verificar</h2>')
    expect(reviewPage(law, law.packs, 'en')).not.toContain('Nothing here is marked unverified')
  })
})

describe('the words of a review sheet', () => {
  it('are those of its language; a key without words stands as it is', () => {
    expect([phrase('yes', 'en'), phrase('yes', 'es'), keyWord('when', 'en'), keyWord('when', 'es')]).toEqual([
      'yes',
      'sí',
      'if',
      'si',
    ])
    expect(keyWord('treaty-court_order', 'es')).toBe('treaty court order')
    expect(() => phrase('nothing', 'en')).toThrow('A review sheet has no words for "nothing".')
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

  it.each<[Condition, unknown, unknown]>([
    [{ happened: 'hearing' }, 'hearing', 'hearing (es)'],
    [
      { happened: 'hearing', notSince: ['waived', 'asked'] },
      ['hearing; and since then not:', 'waived', 'asked'],
      ['hearing (es); y después no:', 'waived (es)', 'asked (es)'],
    ],
    [{ fact: 'risk', is: 'torture' }, 'risk: torture', 'risk: torture'],
    [{ fact: 'risk' }, 'risk: yes', 'risk: yes'],
    [{ fact: 'risk', in: ['torture', 'death'] }, 'risk: torture or death', 'risk: torture o death'],
    [{ passed: 'days' }, 'the time limit has ended: days', 'ha vencido el plazo: days'],
    [{ running: 'days' }, 'the time limit is running: days', 'corre el plazo: days'],
    [{ bound: 'ES', by: 'treaty' }, 'ES is bound by The Treaty', 'ES está vinculado por The Treaty'],
    [{ first: 'hearing', then: 'arrest' }, 'hearing before arrest', 'hearing (es) antes que arrest (es)'],
    [
      { assessed: 'real-risk', as: 'yes' },
      'a named person assessed: real-risk = yes',
      'una persona valoró: real-risk = yes',
    ],
    [
      { found: 'article-34' },
      expect.stringMatching(/^by the events, .*\(article 34\)$/),
      expect.stringMatching(/^según los hechos, .*\(artículo 34\)$/),
    ],
    [{ not: 'hearing' }, 'not: hearing', 'no: hearing (es)'],
    [
      { not: { all: ['hearing', 'arrest'] } },
      ['it is not so that:', ['all of this:', 'hearing', 'arrest']],
      ['no es así que:', ['todo esto:', 'hearing (es)', 'arrest (es)']],
    ],
    [
      { any: ['hearing', 'arrest'] },
      ['at least one of these:', 'hearing', 'arrest'],
      ['al menos una de estas cosas:', 'hearing (es)', 'arrest (es)'],
    ],
    [{ holds: 'nothing-such' }, 'nothing-such [nothing-such]', 'nothing-such [nothing-such]'],
  ])('reads as a lawyer would say it, in English and Spanish: %j', (condition, english, spanish) => {
    expect([words(condition), flat(conditionOutline(law, condition, 'es'))]).toEqual([english, spanish])
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
