import { describe, expect, it } from 'vitest'
import { loadLaw } from './law.ts'
import { reviewPage } from './review-html.ts'
import { sheetInEnglish, sheetInSpanish } from './review-sheet.fixtures.ts'
import { base, type Block, events, page, remedy, term } from './testing.ts'

const norm = { instrument: 'act', article: '1', checked: 'official' }
const fences = (...blocks: readonly Block[]): string => page(blocks).slice(page([]).length)
const example = (given: readonly string[], expected: unknown, more: Block = {}): Block => ({
  at: '2014-02-10',
  given,
  expect: expected,
  ...more,
})

const reviewed = [
  page([]).trim(),
  '# The appeal',
  'The **court** decides within `five-days`,\nand *never* later.\n\n- by day\n- by night\n\nnot a list\n- of course',
  fences(
    remedy('appeal', {
      title: { en: 'Appeal', es: 'Recurso' },
      term: 'days',
      closes: [
        { when: 'refused', status: 'moot', because: { en: 'Refused.', es: 'Denegado.' } },
        {
          when: { all: ['asked', 'granted'] },
          status: 'burnt',
          because: { en: 'Used.' },
          norm: { ...norm, article: '7' },
        },
      ],
      effects: [
        { target: 'transfer', mode: 'automatic', from: 'filing', until: { en: 'the decision' }, norm },
        {
          target: 'custody',
          mode: 'none',
          norm: { ...norm, article: '2', checked: 'unverified', note: 'a guess' },
        },
      ],
      warnings: [{ en: 'Do not wait.' }, { en: 'Once only.', from: '2013-01-01', until: '2015-01-01' }],
      withoutHearing: true,
      norm: [
        { ...norm, checkedOn: '2014-03-01' },
        { ...norm, instrument: 'treaty', article: '3', note: 'read in part' },
      ],
      examples: [
        example(['ordered 2014-02-05', 'no filed remedy=appeal'], 'open', { title: 'still open' }),
        example(['contested ordered 2014-02-05', 'risk=torture'], { status: 'unknown', safe: '2014-02-13' }),
      ],
    }),
    term('days', {
      starts: { event: 'ordered', moment: 'notified', or: [{ event: 'decided remedy=appeal' }] },
      period: '5 working days',
      countFirstDay: true,
      readings: [{ reading: 'calendar days', period: '5 days', why: 'An old judgment.' }],
      norm: { ...norm, article: '4', checked: 'unverified' },
    }),
  ),
  '# What else there is',
  fences(
    { stage: 'heard', track: 'main', order: 2, ends: true, reached: [{ any: ['hearing', { not: 'waived' }] }] },
    {
      body: 'council',
      title: { en: 'The <Council>' },
      jurisdiction: 'ES',
      strength: 'political',
    },
    {
      rule: 'against',
      value: false,
      anchor: 'ordered',
      from: '2013-01-01',
      when: ['hearing'],
      examples: ['true', 'false', 'unknown', 'contested'].map((value) => example([], value)),
    },
    {
      point: 'reach',
      question: { en: 'Does it reach "so" far?' },
      positions: [
        {
          position: 'yes',
          says: { en: 'It does.' },
          authority: 'A court',
          date: '2013-01-01',
          supports: 'yes',
          checked: 'unverified',
        },
      ],
    },
  ),
].join('\n\n')

const theAct = { checkedOn: '2014-01-15', checkedBy: 'Reader A' }
const { law, problems } = loadLaw(
  [
    {
      file: 'base.md',
      text: page(
        base.map((block) =>
          'instrument' in block && block['instrument'] === 'act' ? { ...block, ...theAct } : block,
        ),
        'base',
      ),
    },
    { file: 'reviewed.md', text: reviewed },
  ],
  events,
)

/** The sheet as one reads it, a line a thing; bold, italics and names as in the text that it is made of. */
function sheet(language: 'en' | 'es'): string {
  if (law === undefined) throw new Error(problems.map(({ line, what }) => `${line}: ${what}`).join('\n'))
  const html = reviewPage(law, law.packs.slice(1), language)
  return html
    .slice(html.indexOf('<section'))
    .replaceAll(/<article id="([^"]*)" class="([^"]*)">/g, '\n== $1 $2')
    .replaceAll(/<a href="(#[^"]*)">/g, '($1) ')
    .replaceAll(/<\/?strong>/g, '**')
    .replaceAll(/<\/?em>/g, '*')
    .replaceAll(/<\/?code>/g, '`')
    .replaceAll('<li>', '\n- ')
    .replaceAll('<dd>', ' = ')
    .replaceAll(/<t[dh]\b[^>]*>/g, ' | ')
    .replaceAll(/<\/ul>/g, '\n')
    .replaceAll(/<(br|dt|p|h\d|tr|ul|ol|div)\b[^>]*>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

describe('a review sheet', () => {
  it('holds the text, the rule in words and the examples of each block, after what nobody has checked', () => {
    expect(sheet('en')).toBe(sheetInEnglish)
  })
  it('is there in Spanish too', () => {
    expect(sheet('es')).toBe(sheetInSpanish)
  })
})
