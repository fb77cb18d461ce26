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
  it('in one kind of file is refused with both places named', () => {
    const { problems } = load(file(yefimova + yefimova))
    expect(problems[0]?.what).toMatch(/twice: also at law\/precedents\/curated.yaml:3/)
  })
  it('is another judgment when the Grand Chamber judges the same application later', () => {
    const later = yefimova.replace('2013-02-19', '2014-02-19').replace('yefimova-v-russia', 'yefimova-2014')
    expect(load(file(yefimova + later)).cases).toHaveLength(2)
  })
})
