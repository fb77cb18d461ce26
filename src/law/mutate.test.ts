import { describe, expect, it } from 'vitest'
import { coverageProblems, runExamples } from './check.ts'
import { isNoticed, mutantsOf } from './mutate.ts'
import { type Block, events, lawOf, remedy, term } from './testing.ts'

const example = (expect_: string | object, ...given: string[]): Block => ({
  at: '2014-02-10',
  given: ['sending-state=ES', ...given],
  expect: expect_,
})

const ruleExamples = [
  example('true', 'hearing 2014-02-01', 'arrest 2014-02-01', 'no withdrawn'),
  example('false', 'no hearing', 'arrest 2014-02-01', 'no withdrawn'),
  example('false', 'hearing 2014-02-01', 'no arrest', 'no withdrawn'),
  example('false', 'hearing 2014-02-01', 'arrest 2014-02-01', 'withdrawn 2014-02-02'),
  example('unknown', 'hearing 2014-02-01', 'arrest 2014-02-01'),
]
const rule = (examples: readonly Block[] = ruleExamples): Block => ({
  rule: 'barred',
  when: ['hearing', 'arrest'],
  unless: ['withdrawn'],
  examples,
})
const clock = term('five-days', {
  starts: { event: 'ordered' },
  examples: [
    example({ safe: '2014-02-10' }, 'ordered 2014-02-05'),
    example('not-started', 'no ordered'),
    example('passed', 'ordered 2014-01-01'),
  ],
})
const unnoticed = (...blocks: Block[]): string[] => {
  const law = lawOf(...blocks)
  expect(runExamples(law).filter((r) => r.differences.length > 0)).toEqual([])
  return [...mutantsOf(law.packs)]
    .filter((mutant) => !isNoticed(law, mutant, events))
    .map((mutant) => `${mutant.block}: ${mutant.change}`)
}

describe('a mutant', () => {
  it('of a rule with thorough examples is always noticed', () => {
    expect(unnoticed(rule())).toEqual([])
  })

  it('is not noticed once the example that would is gone', () => {
    expect(unnoticed(rule(ruleExamples.toSpliced(3, 2)))).toContain('barred: unless[1] dropped')
    expect(unnoticed(rule(ruleExamples.toSpliced(2, 1)))).toContain('barred: when[2] dropped')
  })

  it('of a time limit is noticed by its dates', () => {
    expect(unnoticed(clock)).toEqual([])
  })

  it('of a time limit without a date is not', () => {
    expect(
      unnoticed(
        term('five-days', {
          starts: { event: 'ordered' },
          examples: [example('passed', 'ordered 2014-01-01'), example('not-started', 'no ordered')],
        }),
      ),
    ).toEqual(expect.arrayContaining(['five-days: period 5 days → 6', 'five-days: period 5 days → 4']))
  })

  it('says which block it stands in, and where', () => {
    const [mutant] = mutantsOf(lawOf(rule()).packs)
    expect(mutant).toMatchObject({ kind: 'rule', block: 'barred', file: 'test.md', change: 'when[1] negated' })
  })

  it('leaves the law from which it was made as it was', () => {
    const law = lawOf(rule(), clock)
    const before = JSON.stringify(law.packs)
    for (const mutant of mutantsOf(law.packs)) isNoticed(law, mutant, events)
    expect(JSON.stringify(law.packs)).toBe(before)
  })

  it.each<[string, Block, string]>([
    ['all and any are swapped', { rule: 'r', when: [{ all: ['hearing', 'arrest'] }] }, 'when[1] all → any'],
    ['a part is left out', { rule: 'r', when: [{ any: ['hearing', 'arrest'] }] }, 'when[1] any without part 2'],
    [
      'a since is left out',
      { rule: 'r', when: [{ happened: 'hearing', notSince: 'arrest' }] },
      'when[1] without notSince',
    ],
    [
      'an attribute is left out',
      { rule: 'r', when: ['decided outcome=granted'] },
      'when[1] without outcome=granted',
    ],
    ['an answer is flipped', { rule: 'r', when: [{ assessed: 'real-risk', as: 'yes' }] }, 'when[1] answer flipped'],
    ['a date is moved', { rule: 'r', when: ['hearing'], from: '2014-02-01' }, 'from 2014-02-01 moved by -1 day'],
    [
      'a ground that closes a remedy is dropped',
      remedy('r', { closes: [{ when: 'hearing', status: 'moot', because: { en: 'b' } }] }),
      'closes[1] dropped',
    ],
    [
      'what is needed first is dropped',
      remedy('r', { needsFirst: ['r'], opens: ['hearing'] }),
      'needsFirst[1] dropped',
    ],
  ])('is made where %s', (_, block, change) => {
    expect([...mutantsOf(lawOf(block).packs)].map((m) => m.change)).toContain(change)
  })
})

describe('examples', () => {
  it('that do not hold say what was expected and what came out, at their line', () => {
    const [result] = runExamples(lawOf(rule([example('true', 'no hearing')])))
    expect(result).toMatchObject({
      kind: 'rule',
      block: 'barred',
      file: 'test.md',
      differences: [{ what: 'value', expected: 'true', got: 'false' }],
    })
    expect(result?.line).toBeGreaterThan(5)
  })

  it('that cannot be read say so instead of failing the run', () => {
    const [result] = runExamples(lawOf(rule([example('true', 'hearing yesterday')])))
    expect(result?.differences[0]).toMatchObject({
      what: 'given',
      got: expect.stringContaining('neither a date nor key=value') as string,
    })
  })

  it('that ask for a result nobody defines say so', () => {
    expect(runExamples(lawOf(rule([example({ nowhere: 'true' })])))[0]?.differences[0]?.got).toContain(
      'no result called "nowhere"',
    )
  })

  it('may ask for several results by name, of a remedy its status and its dates', () => {
    const block = remedy('appeal', {
      term: 'five-days',
      examples: [
        example({ status: 'open', safe: '2014-02-10', opened: 'true', certain: false }, 'ordered 2014-02-05'),
      ],
    })
    expect(runExamples(lawOf(block, clock)).flatMap((r) => r.differences)).toEqual([])
  })

  it('are wanted for true, false and unknown, and on both sides of every date', () => {
    const { packs } = lawOf({ ...rule(ruleExamples.slice(0, 2)), from: '2014-02-10' })
    const told = coverageProblems(packs)
      .map((p) => p.what)
      .join('\n')
    expect(told).toContain('has no example that is unknown')
    expect(told).toContain('no example stands on 2014-02-09')
    expect(told).not.toContain('no example stands on 2014-02-10')
  })

  it('of a rule that only speaks against need not show it true', () => {
    const against = (examples: Block[]): Block => ({
      rule: 'r',
      concludes: 'c',
      value: false,
      when: ['hearing'],
      examples,
    })
    expect(
      coverageProblems(lawOf(against([example('false', 'hearing 2014-02-01'), example('unknown')])).packs),
    ).toEqual([])
  })
})
