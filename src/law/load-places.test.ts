import { describe, expect, it } from 'vitest'
import { loadPack, suggestion } from './load.ts'

const front = '---\npack: test\ntitle: Test\n---\n'
const told = (text: string): string[] =>
  loadPack('page.md', text).problems.map(({ line, what, remedy }) => `${line}: ${what} ${remedy}`)
/** The block begins on line 6. */
const block = (...lines: readonly string[]): string[] => told(`${front}\`\`\`yaml\n${lines.join('\n')}\n\`\`\`\n`)
const rule = ['rule: a', 'title: {en: A}', 'norm: {instrument: act, article: "1", checked: official}']

describe('the front matter', () => {
  const problem =
    '1: The front matter lacks pack: or title:, or is not YAML. ' +
    'Write pack: a-name, title: Some words, jurisdiction: ES; put a title with a colon between quotation marks.'
  it.each<[string, string]>([
    ['whose name is a number', 'pack: 5\ntitle: b'],
    ['whose title is a list', 'pack: a\ntitle: [b]'],
    ['that is YAML only in part', 'pack: a\ntitle: b\nassume: ['],
    ['that is empty', ''],
  ])('%s is told at its line', (_, header) => {
    expect(told(`---\n${header}\n---\n`)).toEqual([problem])
  })

  it('says whose law it is: international where it names no State', () => {
    const jurisdiction = (line: string): string | undefined =>
      loadPack('page.md', `---\npack: a\ntitle: b${line}\n---\n`).pack?.jurisdiction
    expect([jurisdiction(''), jurisdiction('\njurisdiction: ES'), jurisdiction('\njurisdiction: 5')]).toEqual([
      'international',
      'ES',
      'international',
    ])
  })

  it('may hold what every example takes for granted', () => {
    const assumed = (line: string): readonly string[] | undefined =>
      loadPack('page.md', `---\npack: a\ntitle: b${line}\n---\n`).pack?.assume
    expect([assumed(''), assumed('\nassume: [sending-state=ES, no hearing]'), assumed('\nassume: x')]).toEqual([
      [],
      ['sending-state=ES', 'no hearing'],
      [],
    ])
  })
})

describe('the paraphrase of a block', () => {
  it('is what stands between its heading and the block, and nothing from under another heading', () => {
    const fence = ['```yaml', ...rule, 'when: [hearing]', '```'].join('\n')
    const text = `${front}# One\n\nOf one.\n\n## Two\n\nOf two.\n\n${fence}\n\nAnd more.\n\n${fence.replace('rule: a', 'rule: b')}\n`
    const found = loadPack('page.md', text).pack?.blocks.rule.map(({ origin }) => [origin.heading, origin.prose])
    expect(found).toEqual([
      ['Two', 'Of two.'],
      ['Two', 'Of two.\n\n\nAnd more.'],
    ])
  })
})

describe('a block that holds nothing', () => {
  it.each([[''], ['# a note']])('is passed over: %j', (text) => {
    expect(block(text)).toEqual([])
  })
})

const form = 'See law/README.md for the form this takes.'
describe('a mistake in a block is told at the line on which it stands', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a misspelt key',
      [...rule, 'unles: [arrest]', 'when: [hearing]'],
      ['6: rule: there is no key "unles" here. Remove it or mend its name. Did you mean "unless"?'],
    ],
    [
      'a misspelt key further in, of which none is guessed',
      [...rule, 'when:', '  - hearing', '  - {happened: hearing, notsince: arrest}'],
      ['11: rule, when 2: there is no key "notsince" here. Remove it or mend its name.'],
    ],
    [
      'a misspelt key deep in a condition',
      [...rule, 'when:', '  - all:', '      - hearing', '      - any: [{fact: risk, ist: torture}]'],
      ['12: rule, when 1, all 2, any 1: there is no key "ist" here. Remove it or mend its name.'],
    ],
    [
      'a value that is none of those allowed',
      [
        'rule: a',
        'title: {en: A}',
        'when: [hearing]',
        'norm:',
        '  instrument: act',
        '  article: "1"',
        '  checked: yes!',
      ],
      ['12: rule, norm, checked: "yes!" cannot stand here. Write one of: official, secondary, unverified.'],
    ],
    [
      'a number where one of some words belongs',
      ['rule: a', 'title: {en: A}', 'when: [hearing]', 'norm: {instrument: act, article: "1", checked: [5]}'],
      ['9: rule, norm, checked: "[5]" cannot stand here. Write one of: official, secondary, unverified.'],
    ],
    [
      'one of some words that is missing',
      ['rule: a', 'title: {en: A}', 'when: [hearing]', 'norm:', '  instrument: act', '  article: "1"'],
      ['10: rule, norm, checked: this key is missing. Add it, as one of: official, secondary, unverified.'],
    ],
    [
      'a key that is missing',
      rule,
      ['6: rule, when: this key is missing. Add it; law/README.md says what it means.'],
    ],
    [
      'a number where words belong',
      [
        'rule: a',
        'title: {en: A, es: 5}',
        'norm: {instrument: act, article: "1", checked: official}',
        'when: [hearing]',
      ],
      [`7: rule, title, es: Invalid input: expected string, received number. ${form}`],
    ],
    [
      'a day that is written otherwise',
      [...rule, 'when: [hearing]', 'from: 1.2.2014'],
      [`10: rule, from: write the day as 2014-02-14. ${form}`],
    ],
    [
      'a list in place of a block',
      ['- rule: a'],
      [
        expect.stringMatching(
          /^6: A block must be a set of key: value lines. Begin it with one of: instrument, /,
        ) as string,
      ],
    ],
    [
      'a list in place of the kind',
      ['? [rule]', ': a'],
      [expect.stringMatching(/^6: "" is not a kind of block. The first key says the kind: [^?]+\.$/) as string],
    ],
    [
      'a second block of the same fence',
      [...rule, 'when: [hearing]', '---', 'xyzzyx: a'],
      [
        expect.stringMatching(
          /^11: "xyzzyx" is not a kind of block. The first key says the kind: [^?]+\.$/,
        ) as string,
      ],
    ],
    [
      'what is not YAML',
      ['rule: a', 'title: It is: so'],
      [
        '7: This is not readable YAML: Nested mappings are not allowed in compact mappings. ' +
          'Look at the indentation and at colons inside texts: put such texts between quotation marks.',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(block(...lines)).toEqual(expected)
  })
})

describe('what may have been meant', () => {
  it('is the nearest known word, and nothing where none is near', () => {
    expect(suggestion('apeal', ['appeal', 'term'])).toBe(' Did you mean "appeal"?')
    expect(suggestion('xyzzyx', ['appeal', 'term'])).toBe('')
    expect(suggestion('apeal', [])).toBe('')
  })
})
