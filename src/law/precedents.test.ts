import { describe, expect, it } from 'vitest'
import { loadPrecedents } from './precedents.ts'

const events = { 'measure-indicated': { en: 'measure' }, judgment: { en: 'judgment' } }
const yefimova = `- precedent: yefimova-v-russia
  case: 'Yefimova v. Russia'
  applications: [39786/09]
  date: 2013-02-19
  sending: [RU]
  receiving: [KZ]
  measure: indicated
  assurances: {is: 'yes', checked: memory}
  article3: no-violation
`
const file = (text: string, basis = 'curated'): { file: string; text: string } => ({
  file: `law/precedents/${basis}.yaml`,
  text: `basis: ${basis}\nprecedents:\n${text}`,
})
const load = (...sources: readonly { file: string; text: string }[]) => loadPrecedents(sources, events)

describe('a value in the files', () => {
  const [found] = load(file(yefimova)).cases
  it('was read when it stands plain', () => {
    expect(found?.measure).toEqual({ is: 'indicated', checked: 'read' })
  })
  it('says how it was come by when it was not', () => {
    expect(found?.assurances).toEqual({ is: 'yes', checked: 'memory' })
  })
  it('that is missing or unknown was found nowhere', () => {
    expect(found?.article13).toEqual({ is: 'unknown', checked: 'not-found' })
    expect(load(file(yefimova.replace('measure: indicated', 'measure: unknown'))).cases[0]?.measure.checked).toBe(
      'not-found',
    )
  })
  it('of a year alone may be written as a number', () => {
    const text = `${yefimova}  events:\n    - {event: judgment, date: 2013}\n`
    expect(load(file(text)).cases[0]?.events[0]?.date).toBe('2013')
  })
})

describe('what cannot be read', () => {
  const problem = (text: string) => load(file(text)).problems[0]
  it.each([
    [
      'a misspelt key',
      yefimova.replace('sending:', 'sendng:'),
      /no key "sendng"|sending is missing/,
      /sending|Add it/,
    ],
    ['a finding that is not known', yefimova.replace('no-violation', 'no-breach'), /article3/, /no-violation/],
    ['an application number', yefimova.replace('39786/09', '39786-09'), /39786\/09/, /README/],
    ['a missing date', yefimova.replace(/ {2}date: .*\n/, ''), /date is missing/, /Add it/],
    [
      'an event type',
      `${yefimova}  events:\n    - {event: judgement, date: 2013}\n`,
      /"judgement" is not an event type/,
      /judgment/,
    ],
    [
      'a date',
      `${yefimova}  events:\n    - {event: judgment, date: 2013-02-30}\n`,
      /2013-02 has no day 30/,
      /EDTF|Write it as/,
    ],
    ['YAML', `${yefimova}  note: a: b: c\n`, /not readable YAML/, /quotation marks/],
  ])('%s is reported with file, line and remedy', (_what, text, what, remedy) => {
    const found = problem(text)
    expect(found?.file).toBe('law/precedents/curated.yaml')
    expect(found?.line).toBeGreaterThan(1)
    expect(found?.what).toMatch(what)
    expect(found?.remedy).toMatch(remedy)
  })
  const told = (text: string): readonly string[] =>
    load(file(text)).problems.map(({ line, what, remedy }) => `${line}: ${what} ${remedy}`)
  it.each<[string, string, string]>([
    [
      'a key of a case that is misspelt',
      `${yefimova}  recieving: [KZ]\n`,
      '3: There is no key "recieving" here. Remove it or mend its name. Did you mean "receiving"?',
    ],
    [
      'a key of an event that is misspelt',
      `${yefimova}  events:\n    - {event: judgment, date: 2013}\n    - {event: judgment, date: 2013, recieved: 2014}\n`,
      '14: There is no key "recieved" here. Remove it or mend its name. Did you mean "received"?',
    ],
    [
      'a word where a list belongs',
      yefimova.replace('[RU]', 'RU'),
      '7: sending: Invalid input: expected array, received string. law/precedents/README.md shows the form.',
    ],
    [
      'no application',
      yefimova.replace('[39786/09]', '[]'),
      '5: applications: Too small: expected array to have >=1 items. law/precedents/README.md shows the form.',
    ],
    [
      'no sending State',
      yefimova.replace('[RU]', '[]'),
      '7: sending: Too small: expected array to have >=1 items. law/precedents/README.md shows the form.',
    ],
    [
      'no name',
      yefimova.replace("'Yefimova v. Russia'", "''"),
      '4: case: Too small: expected string to have >=1 characters. law/precedents/README.md shows the form.',
    ],
    [
      'a way of knowing that is none',
      yefimova.replace('checked: memory', 'checked: guessed'),
      '10: assurances.checked has a value that is not known. Write one of: read, inferred, memory, not-found.',
    ],
    [
      'a word instead of a case',
      '- yefimova\n',
      '3: The case: Invalid input: expected object, received string. law/precedents/README.md shows the form.',
    ],
    [
      'nothing instead of a case',
      '-\n',
      '3: The case: Invalid input: expected object, received null. law/precedents/README.md shows the form.',
    ],
  ])('%s is told at its line, with what to do', (_what, text, expected) => {
    expect(told(text)).toContain(expected)
  })
  it('tells the place of what is not YAML, and nothing of the cases in such a file', () => {
    const { cases, problems } = load(file(`${yefimova}  note: a: b\n`))
    expect(cases).toEqual([])
    expect(problems.map(({ line, what }) => `${line}: ${what}`)).toEqual([
      '12: This is not readable YAML: Nested mappings are not allowed in compact mappings.',
    ])
  })
  it('a case of which one event cannot be read is left out, and told once for each event', () => {
    const text = `${yefimova}  events:\n    - {event: judgement, date: 2013}\n    - {event: judgment, date: 2013}\n    - {event: judgment, date: 2013, received: 2013-13-01}\n`
    const { cases, problems } = load(file(text))
    expect([cases, problems.map(({ line }) => line)]).toEqual([[], [13, 15]])
  })
  it('an empty file or a file of nothing says so', () => {
    for (const text of ['', '~']) {
      const [problem] = load({ file: 'x.yaml', text }).problems
      expect([problem?.line, problem?.what]).toEqual([1, 'The file does not begin with basis: and precedents:.'])
    }
  })
  it('names the line of the key itself', () => {
    expect(problem(yefimova.replace('no-violation', 'no-breach'))?.line).toBe(11)
  })
  it('a file without basis says so', () => {
    expect(load({ file: 'x.yaml', text: 'precedents: []' }).problems[0]?.remedy).toMatch(/basis: curated/)
  })
  it('a case with a problem is left out, and the others stay', () => {
    const other = yefimova.replace('yefimova-v-russia', 'other').replace('39786/09', '1/10')
    const { cases, problems } = load(file(other + yefimova.replace('no-violation', 'no-breach')))
    expect(cases.map((c) => c.precedent)).toEqual(['other'])
    expect(problems).toHaveLength(1)
  })
})

describe('one judgment in two places', () => {
  it('is taken from the curated file', () => {
    const { cases, problems } = load(file(yefimova, 'metadata'), file(yefimova))
    expect(cases.map((c) => c.basis)).toEqual(['curated'])
    expect(problems).toEqual([])
  })
  it('is taken from the curated file although only one of its applications is told there', () => {
    const joined = yefimova.replace('[39786/09]', '[1/10, 39786/09, 2/10]')
    expect(load(file(joined, 'metadata'), file(yefimova)).cases.map((c) => c.basis)).toEqual(['curated'])
    expect(load(file(yefimova, 'metadata'), file(joined)).cases.map((c) => c.applications.length)).toEqual([3])
    const apart = joined.replace('2013-02-19', '2013-02-20')
    expect(load(file(apart, 'metadata'), file(yefimova)).cases.map((c) => c.basis)).toEqual(['metadata', 'curated'])
  })
  it('with several applications is not there twice', () => {
    expect(load(file(yefimova.replace('[39786/09]', '[39786/09, 39786/09]'))).problems).toEqual([])
  })
  it('in one kind of file is refused with both places named', () => {
    const { problems } = load(file(yefimova + yefimova))
    expect(problems[0]?.what).toMatch(/twice: also at law\/precedents\/curated.yaml:3/)
  })
  it('is another judgment when the Grand Chamber judges the same application later', () => {
    const later = yefimova.replace('2013-02-19', '2014-02-19').replace('yefimova-v-russia', 'yefimova-2014')
    expect(load(file(yefimova + later)).cases).toHaveLength(2)
  })
})
