import { describe, expect, it } from 'vitest'
import { coverageProblems, runExamples } from './check.ts'
import { isNoticed, mutantsOf } from './mutate.ts'
import { loadLaw } from './law.ts'
import { base, type Block, events, lawOf, page, remedy, term } from './testing.ts'

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

  it('is noticed by an example on another page of the same State, and told of where none is', () => {
    const national = (state: string, file: string, ...blocks: readonly Block[]) => ({
      file,
      text: page(blocks, file).replace('title: Test pack', `title: Test pack\njurisdiction: ${state}`),
    })
    const alone = national('ES', 'es-rule.md', { rule: 'es.heard', when: ['hearing'] })
    const resting = (state: string, file: string) =>
      national(state, file, {
        rule: `${file.slice(0, 2)}.resting`,
        when: [{ holds: 'es.heard' }],
        examples: [{ ...example('true', 'hearing 2014-02-01') }, { ...example('unknown') }],
      })
    const noticed = (...sources: readonly { file: string; text: string }[]): readonly boolean[] => {
      const { partial } = loadLaw([{ file: 'base.md', text: page(base, 'base') }, ...sources], events)
      return [...mutantsOf(partial.packs)]
        .filter(({ block }) => block === 'es.heard')
        .map((one) => isNoticed(partial, one, events))
    }
    expect([
      noticed(alone),
      noticed(alone, resting('ES', 'es.md')),
      noticed(alone, resting('FR', 'fr.md')),
    ]).toEqual([[false], [true], [false]])
  })

  it('that the loader refuses counts as noticed', () => {
    const law = lawOf(
      { rule: 'r', when: ['hearing'], until: '2014-02-01' },
      { rule: 'r', when: ['arrest'], from: '2014-02-01' },
    )
    const later = [...mutantsOf(law.packs)].filter(({ change }) => change === 'until 2014-02-01 moved by 1 day')
    expect(later.map((one) => isNoticed(law, one, events))).toEqual([true])
    const earlier = [...mutantsOf(law.packs)].filter(({ change }) => change === 'until 2014-02-01 moved by -1 day')
    expect(earlier.map((one) => isNoticed(law, one, events))).toEqual([false])
  })

  it('leaves the law from which it was made as it was', () => {
    const law = lawOf(rule(), clock)
    const before = JSON.stringify(law.packs)
    for (const mutant of mutantsOf(law.packs)) isNoticed(law, mutant, events)
    expect(JSON.stringify(law.packs)).toBe(before)
  })

  const ground = ',status:moot,because:{en:x}'
  /** What each mutant of the block changes, and to what. */
  const changes = (block: Block): readonly string[] => {
    const law = lawOf(remedy('first'), remedy('second'), point, block)
    const [kind = '', id] = Object.entries(block)[0] ?? []
    const parts = (one: object): ReadonlyMap<string, string> =>
      new Map(
        Object.entries(one).map(([key, value]) => [
          key,
          JSON.stringify(value).replaceAll('"', '').replaceAll(ground, ''),
        ]),
      )
    return [...mutantsOf(law.packs)]
      .filter((mutant) => mutant.block === id)
      .map(({ change, pack }) => {
        const find = (packs: readonly object[]): object => packs.find((one) => Object.values(one)[0] === id) ?? {}
        const key = kind as 'rule'
        const [was, is] = [parts(find(law.packs[0]?.blocks[key] ?? [])), parts(find(pack.blocks[key]))]
        const moved = [...is].filter(([name, value]) => was.get(name) !== value)
        return `${change}: ${moved.map((pair) => pair.join(' ')).join('; ')}`
      })
  }
  const because = { en: 'x' }
  const point: Block = {
    point: 'p',
    question: { en: '?' },
    positions: [
      { position: 'a', says: because, authority: 'x', date: '2013-01-01', supports: 'yes', checked: 'official' },
    ],
  }

  it.each<[string, Block, readonly string[]]>([
    [
      'a rule',
      {
        rule: 'r',
        when: ['hearing', { not: 'arrest' }],
        unless: ['noise'],
        from: '2014-03-01',
        until: '2015-01-01',
      },
      [
        'when[1] negated: when [{not:hearing},{not:arrest}]',
        'when[1] dropped: when [{not:arrest}]',
        'when[2] negated: when [hearing,arrest]',
        'when[2] dropped: when [hearing]',
        'unless[1] negated: unless [{not:noise}]',
        'unless[1] dropped: unless []',
        'from 2014-03-01 moved by 1 day: from 2014-03-02',
        'from 2014-03-01 moved by -1 day: from 2014-02-28',
        'until 2015-01-01 moved by 1 day: until 2015-01-02',
        'until 2015-01-01 moved by -1 day: until 2014-12-31',
      ],
    ],
    ['a rule on one condition', { rule: 'r', when: ['hearing'] }, ['when[1] negated: when [{not:hearing}]']],
    [
      'a condition within a condition',
      { rule: 'r', when: [{ all: ['filed remedy=first by=counsel', { any: ['arrest'] }] }] },
      [
        'when[1] negated: when [{not:{all:[filed remedy=first by=counsel,{any:[arrest]}]}}]',
        'when[1] all → any: when [{any:[filed remedy=first by=counsel,{any:[arrest]}]}]',
        'when[1] all without part 1: when [{all:[{any:[arrest]}]}]',
        'when[1] all part 1 negated: when [{all:[{not:filed remedy=first by=counsel},{any:[arrest]}]}]',
        'when[1] all part 1 without by=counsel: when [{all:[filed remedy=first,{any:[arrest]}]}]',
        'when[1] all without part 2: when [{all:[filed remedy=first by=counsel]}]',
        'when[1] all part 2 negated: when [{all:[filed remedy=first by=counsel,{not:{any:[arrest]}}]}]',
        'when[1] all part 2 any part 1 negated: when [{all:[filed remedy=first by=counsel,{any:[{not:arrest}]}]}]',
      ],
    ],
    [
      'a condition that denies',
      { rule: 'r', when: [{ not: { any: ['hearing', 'filed by=x'] } }] },
      [
        'when[1] negated: when [{any:[hearing,filed by=x]}]',
        'when[1] not any → all: when [{not:{all:[hearing,filed by=x]}}]',
        'when[1] not any without part 1: when [{not:{any:[filed by=x]}}]',
        'when[1] not any part 1 negated: when [{not:{any:[{not:hearing},filed by=x]}}]',
        'when[1] not any without part 2: when [{not:{any:[hearing]}}]',
        'when[1] not any part 2 negated: when [{not:{any:[hearing,{not:filed by=x}]}}]',
        'when[1] not any part 2 without by=x: when [{not:{any:[hearing,filed]}}]',
      ],
    ],
    [
      'what has not happened since',
      { rule: 'r', when: [{ happened: 'hearing', notSince: 'arrest' }] },
      [
        'when[1] negated: when [{not:{happened:hearing,notSince:arrest}}]',
        'when[1] without notSince: when [{happened:hearing}]',
      ],
    ],
    [
      'an answer',
      {
        rule: 'r',
        when: [
          {
            any: [
              { assessed: 'q', as: 'yes' },
              { assessed: 'q', as: 'no' },
            ],
          },
        ],
      },
      [
        'when[1] negated: when [{not:{any:[{assessed:q,as:yes},{assessed:q,as:no}]}}]',
        'when[1] any → all: when [{all:[{assessed:q,as:yes},{assessed:q,as:no}]}]',
        'when[1] any without part 1: when [{any:[{assessed:q,as:no}]}]',
        'when[1] any part 1 negated: when [{any:[{not:{assessed:q,as:yes}},{assessed:q,as:no}]}]',
        'when[1] any part 1 answer flipped: when [{any:[{assessed:q,as:no},{assessed:q,as:no}]}]',
        'when[1] any without part 2: when [{any:[{assessed:q,as:yes}]}]',
        'when[1] any part 2 negated: when [{any:[{assessed:q,as:yes},{not:{assessed:q,as:no}}]}]',
        'when[1] any part 2 answer flipped: when [{any:[{assessed:q,as:yes},{assessed:q,as:yes}]}]',
      ],
    ],
    [
      'a remedy',
      remedy('r', {
        closes: [
          { when: 'hearing', status: 'moot', because },
          { when: { not: 'arrest' }, status: 'moot', because },
        ],
        needsFirst: ['first', 'second'],
        disputed: ['p'],
      }),
      [
        'opens[1] negated: opens [{not:ordered}]',
        'closes[1] dropped: closes [{when:{not:arrest}}]',
        'closes[1] negated: closes [{when:{not:hearing}},{when:{not:arrest}}]',
        'closes[2] dropped: closes [{when:hearing}]',
        'closes[2] negated: closes [{when:hearing},{when:arrest}]',
        'needsFirst[1] dropped: needsFirst [second]',
        'needsFirst[2] dropped: needsFirst [first]',
        'disputed dropped: disputed []',
      ],
    ],
    [
      'a time limit of one day',
      term('t', {
        period: '1 day',
        ends: ['hearing'],
        pausedWhile: ['arrest'],
        readings: [
          { reading: 'a', why: 'x' },
          { reading: 'b', why: 'x' },
        ],
      }),
      [
        'ends[1] negated: ends [{not:hearing}]',
        'ends[1] dropped: ends []',
        'pausedWhile[1] negated: pausedWhile [{not:arrest}]',
        'pausedWhile[1] dropped: pausedWhile []',
        'period 1 day → 2: period 2 day',
        'first day counted otherwise: countFirstDay true',
        'readings[1] dropped: readings [{reading:b,why:x}]',
        'readings[2] dropped: readings [{reading:a,why:x}]',
      ],
    ],
    [
      'a time limit in hours',
      term('t', { period: '24 hours' }),
      ['period 24 hours → 25: period 25 hours', 'period 24 hours → 23: period 23 hours'],
    ],
    [
      'a duty',
      {
        duty: 'd',
        bearer: 'sending-state',
        binding: 'binding',
        lasts: because,
        when: ['hearing'],
        endedBy: ['arrest'],
      },
      [
        'when[1] negated: when [{not:hearing}]',
        'endedBy[1] negated: endedBy [{not:arrest}]',
        'endedBy[1] dropped: endedBy []',
      ],
    ],
    [
      'a stage',
      { stage: 's', track: 'main', order: 1, reached: ['hearing', 'arrest'] },
      [
        'reached[1] negated: reached [{not:hearing},arrest]',
        'reached[1] dropped: reached [arrest]',
        'reached[2] negated: reached [hearing,{not:arrest}]',
        'reached[2] dropped: reached [hearing]',
      ],
    ],
    [
      'a bar disputed on a point',
      { bar: 'b', bars: 'transfer', force: 'mandatory', when: ['hearing'], disputed: ['p'] },
      ['when[1] negated: when [{not:hearing}]'],
    ],
  ])('of %s changes one thing each', (_, block, expected) => {
    expect(changes(block)).toEqual(expected)
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
