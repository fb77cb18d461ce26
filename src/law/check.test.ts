import { describe, expect, it } from 'vitest'
import { blocksWithExamples, coverageProblems, type ExampleResult, idOfBlock, runExamples } from './check.ts'
import { type Law, loadLaw } from './law.ts'
import { problemText } from './load.ts'
import { base, type Block, events, lawOf, page, remedy, term } from './testing.ts'

const norm = { instrument: 'act', article: '1', checked: 'official' }
const example = (expect_: string | boolean | object, ...given: string[]): Block => ({
  at: '2014-02-10',
  given: ['sending-state=ES', ...given],
  expect: expect_,
})
const rule = (examples: readonly Block[], more: Block = {}): Block => ({
  rule: 'barred',
  when: ['hearing'],
  examples,
  ...more,
})
const got = (...blocks: readonly Block[]): readonly (readonly string[])[] =>
  runExamples(lawOf(...blocks)).map(({ differences }) => differences.map((d) => `${d.what}: ${d.got}`))
/** A wish that nothing fulfils, so that what came out is told. */
const tell = (key: string, ...given: string[]): Block => example({ [key]: '?' }, ...given)

/** The pack as {@link lawOf} writes it, with things taken as given in every example. */
function assuming(assume: string, ...blocks: readonly Block[]): Law {
  const text = page([...base, ...blocks]).replace('title: Test pack', `title: Test pack\nassume: [${assume}]`)
  const { law, problems } = loadLaw([{ file: 'test.md', text }], events)
  if (law === undefined) throw new Error(problems.map(problemText).join('\n'))
  return law
}

describe('the main result of an example', () => {
  const fine = (...blocks: readonly Block[]): void =>
    expect(got(...blocks)).toEqual(blocks.flatMap((b) => (b['examples'] as Block[]).map(() => [])))

  it('of a rule is what it concludes, or the rule itself where it names nothing', () => {
    fine(rule([example('true', 'hearing 2014-02-01'), example(false, 'no hearing')]))
    fine(rule([example('true', 'hearing 2014-02-01')], { concludes: 'other' }))
    expect(got(rule([example('true')], { concludes: 'other' }))).toEqual([['value: unknown']])
  })

  it('of a duty is that it binds, of a bar that it applies, of a stage that it is reached', () => {
    const duty = { duty: 'bound', bearer: 'sending-state', binding: 'binding', lasts: { en: 'always' } }
    const examples = [example('true', 'hearing 2014-02-01'), example('false', 'no hearing')]
    fine({ ...duty, when: ['hearing'], examples })
    fine({ bar: 'risk', bars: 'transfer', force: 'mandatory', when: ['hearing'], examples })
    fine({ stage: 'heard', track: 'main', order: 1, reached: ['hearing'], examples })
  })

  it('of a remedy is its status, of a time limit its state', () => {
    fine(remedy('appeal', { examples: [example('open', 'ordered 2014-02-05')] }))
    fine(term('five-days', { examples: [example('not-started', 'no ordered')] }))
  })
})

describe('what is asked of a remedy in an example', () => {
  const appeal = (...examples: readonly Block[]): Block => remedy('appeal', { term: 'five-days', examples })
  const limit = term('five-days', { starts: { event: 'ordered' } })
  const decided = [
    'ordered 2014-02-05',
    'filed 2014-02-06 remedy=appeal',
    'decided 2014-02-07 remedy=appeal outcome=dismissed',
  ]
  it('is its status, its outcome and whether that is certain', () => {
    expect(
      got(
        limit,
        appeal(
          tell('status', ...decided),
          tell('outcome', ...decided),
          tell('certain', ...decided),
          tell('outcome', 'ordered 2014-02-05'),
          tell('certain', 'ordered 2014-02-05'),
          tell('certain', 'ordered 2014-02-05', 'no filed', 'no waived', 'no decided', 'no granted'),
        ),
      ).flat(),
    ).toEqual([
      'status: used_decided',
      'outcome: dismissed',
      'certain: true',
      'outcome: unknown',
      'certain: false',
      'certain: true',
    ])
  })

  it('may be a date or the state of the time limit that it names', () => {
    expect(
      got(
        limit,
        appeal(tell('safe', 'ordered 2014-02-05'), tell('state', 'ordered 2014-02-05'), tell('latest')),
      ).flat(),
    ).toEqual(['safe: 2014-02-10', 'state: running', 'latest: unknown'])
  })

  it('has no dates where it names no time limit', () => {
    expect(got(remedy('appeal', { examples: [tell('safe', 'ordered 2014-02-05')] }))).toEqual([
      ['safe: there is no result called "safe"'],
    ])
  })

  it('may be any of its own results, by their short names, or another by its full one', () => {
    expect(
      got(
        limit,
        rule([]),
        appeal(
          tell('filed', ...decided),
          tell('appeal.filed', ...decided),
          tell('barred', 'hearing 2014-02-01'),
          tell('nowhere'),
        ),
      ).flat(),
    ).toEqual(['filed: true', 'appeal.filed: true', 'barred: true', 'nowhere: there is no result called "nowhere"'])
  })
})

describe('what is asked of a time limit in an example', () => {
  const limit = (...examples: readonly Block[]): Block =>
    term('five-days', { starts: { event: 'ordered' }, examples })
  it.each([
    ['state', 'running', ['ordered 2014-02-05']],
    ['state', 'passed', ['ordered 2014-02-04']],
    ['state', 'not-started', ['no ordered']],
    ['state', 'unknown', []],
    ['safe', '2014-02-10', ['ordered 2014-02-05']],
    ['earliest', '2014-02-10', ['ordered 2014-02-05']],
    ['latest', '2014-02-10', ['ordered 2014-02-05']],
    ['grace', 'unknown', ['ordered 2014-02-05']],
    ['safe', 'not-started', ['no ordered']],
    ['grace', 'not-started', ['no ordered']],
    ['latest', 'unknown', ['ordered']],
    ['status', 'there is no result called "status"', ['ordered 2014-02-05']],
  ])('%s is %s given %s', (key, came, given) => {
    expect(got(limit(tell(key, ...given)))).toEqual([[`${key}: ${came}`]])
  })

  it('is told to the minute where a minute is expected, else as a day', () => {
    const day = limit(example({ safe: '2014-02-09' }, 'ordered 2014-02-05'))
    const minute = limit(example({ safe: '2014-02-10T00:00' }, 'ordered 2014-02-05'))
    expect(got(day)).toEqual([['safe: 2014-02-10']])
    expect(got(minute)).toEqual([['safe: 2014-02-10T23:59']])
  })

  it('is told on the clock of its calendar', () => {
    const calendar = {
      calendar: 'moscow',
      zone: 'Europe/Moscow',
      versions: [{ weekdaysOff: [], norm }],
    }
    const given = 'ordered 2014-02-05T10:00+04:00'
    const examples = [example({ safe: 'T' }, given)]
    const hours = (zone: string): Block =>
      term('hours', { starts: { event: 'ordered' }, period: '24 hours', calendar: zone, examples })
    expect(got(calendar, hours('moscow'))).toEqual([['safe: 2014-02-06T10:00']])
    expect(got(hours('every-day'))).toEqual([['safe: 2014-02-06T07:00']])
  })
})

describe('what a page assumes in its examples', () => {
  const bare = (expect_: string, ...given: string[]): Block => ({ at: '2014-02-10', given, expect: expect_ })
  const danger = (examples: readonly Block[]): Block => ({
    rule: 'danger',
    when: [{ fact: 'risk', is: 'torture' }],
    examples,
  })
  const values = (law: Law): readonly string[] => runExamples(law).flatMap((r) => r.differences.map((d) => d.got))

  it('is added to what an example says', () => {
    expect(values(assuming('risk=torture', danger([bare('?')])))).toEqual(['true'])
  })
  it('gives way to what the example itself says of the same fact, and of that fact alone', () => {
    expect(values(assuming('risk=torture', danger([bare('?', 'risk=none')])))).toEqual(['false'])
    expect(values(assuming('risk=torture', danger([bare('?', 'sending-state=ES')])))).toEqual(['true'])
    expect(values(assuming('risk=torture', danger([bare('?', 'filed 2014-02-01 risk=none')])))).toEqual(['true'])
  })
  it('is left out where the example is bare', () => {
    expect(values(assuming('risk=torture', danger([{ ...bare('?'), bare: true }])))).toEqual(['unknown'])
  })
})

describe('the examples that are run', () => {
  const law = lawOf(
    rule([example('true', 'hearing 2014-02-01'), example('false', 'no hearing')]),
    remedy('appeal', { examples: [example('open', 'ordered 2014-02-05')] }),
  )
  const named = (results: readonly ExampleResult[]): readonly string[] => results.map((r) => `${r.kind} ${r.block}`)

  it('are those of every block, kind by kind, or of the blocks asked for', () => {
    expect(named(runExamples(law))).toEqual(['rule barred', 'rule barred', 'remedy appeal'])
    expect(named(runExamples(law, (block) => block === 'appeal'))).toEqual(['remedy appeal'])
    expect([...blocksWithExamples(law.packs)].map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'rule barred',
      'remedy appeal',
    ])
    expect(idOfBlock('bar', { bar: 'risk' })).toBe('risk')
  })

  it('say each its own line of the page', () => {
    const lines = page([
      ...base,
      rule([example('true', 'hearing 2014-02-01'), example('false', 'no hearing')]),
    ]).split('\n')
    for (const { line, example: shown, file } of runExamples(law, (block) => block === 'barred')) {
      expect(file).toBe('test.md')
      const own = lines.slice(line - 1, line + 5).join('\n')
      expect(own).toContain(shown.given[1])
    }
    expect(new Set(runExamples(law).map((r) => r.line)).size).toBe(3)
  })

  it('that name a day which is none say what to do', () => {
    const [result] = runExamples(lawOf(rule([example('true', 'hearing 2014-02-31')])))
    expect(result?.differences).toEqual([
      {
        what: 'given',
        expected: 'lines that can be read',
        got: expect.stringMatching(/2014-02-31.* \S+/) as string,
      },
    ])
  })
})

describe('what the examples do not show', () => {
  const shown = [example('true', 'hearing 2014-02-01'), example('false', 'no hearing'), example('unknown')]
  const problems = (...blocks: readonly Block[]): readonly string[] =>
    coverageProblems(lawOf(...blocks).packs).map((p) => `${p.what} ${p.remedy}`)

  it('is nothing where each value stands once', () => {
    expect(problems(rule(shown))).toEqual([])
    expect(problems(rule([example({ value: 'true' }), example({ value: false, barred: 'unknown' })]))).toEqual([])
  })
  it('is each value that never stands, and where', () => {
    const law = lawOf(rule(shown.slice(0, 1)))
    expect(coverageProblems(law.packs)).toEqual([
      {
        file: 'test.md',
        line: law.blocks.rule[0]?.origin.line,
        what: 'The rule barred has no example that is false, none that is unknown.',
        remedy: 'Add one, so that a change of the rule is noticed.',
      },
      {
        file: 'test.md',
        line: law.blocks.rule[0]?.origin.line,
        what: 'The rule barred has fewer than two examples.',
        remedy: 'Add examples that would fail if the rule were wrong.',
      },
    ])
  })
  it('of a remedy or a time limit are only too few examples', () => {
    const few = (kind: string): string =>
      `The ${kind} has fewer than two examples. Add examples that would fail if the rule were wrong.`
    expect(problems(remedy('appeal'), term('five-days'))).toEqual([few('remedy appeal'), few('term five-days')])
    const two = [example('open', 'ordered 2014-02-05'), example('open', 'ordered 2014-02-06')]
    expect(problems(remedy('appeal', { examples: two }))).toEqual([])
  })
  it('are the day on which a version begins or ends, and the day before', () => {
    const edge = (day: string, missing: string): string =>
      `The rule barred changes on ${day}, but no example stands on ${missing}. ` +
      'Add an example on the last day before and one on the first day.'
    const on = (...days: string[]): Block[] => [...shown, ...days.map((at) => ({ ...example('unknown'), at }))]
    expect(problems(rule(shown, { from: '2014-03-01' }))).toEqual([
      edge('2014-03-01', '2014-03-01 or on 2014-02-28'),
    ])
    expect(problems(rule(on('2014-02-28'), { from: '2014-03-01' }))).toEqual([edge('2014-03-01', '2014-03-01')])
    expect(problems(rule(on('2014-03-01'), { until: '2014-03-01' }))).toEqual([edge('2014-03-01', '2014-02-28')])
    expect(problems(rule(on('2013-12-31', '2014-01-01'), { from: '2014-01-01' }))).toEqual([])
    const told = [...shown, example('unknown', 'hearing 2014-02-28'), example('unknown', 'hearing 2014-03-01')]
    expect(problems(rule(told, { until: '2014-03-01' }))).toEqual([])
  })
  it('of a rule that speaks against is not the yes, unless another rule says yes to the same', () => {
    const against = rule(shown.slice(1), { rule: 'against', concludes: 'barred', value: false })
    expect(problems(against)).toEqual([])
    expect(problems(against, rule(shown))).toEqual([
      'The rule against has no example that is true. Add one, so that a change of the rule is noticed.',
    ])
    expect(problems(against, rule(shown, { rule: 'else', concludes: 'other' }))).toEqual([])
  })
  it('of a duty, a bar or a stage are its values, as of a rule', () => {
    const bar = { bar: 'risk', bars: 'transfer', force: 'mandatory', when: ['hearing'] }
    expect(problems({ ...bar, examples: shown.slice(1) })).toEqual([
      'The bar risk has no example that is true. Add one, so that a change of the rule is noticed.',
    ])
  })
})
