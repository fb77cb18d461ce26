import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Four, parseMoment } from '../record/index.ts'
import { atomKey } from './atom.ts'
import { evaluateCase } from './evaluate.ts'
import { evidenceOf, explain, type Explanation, type ExplainOptions, normsOf } from './explain.ts'
import type { Situation } from './situation.ts'
import { type Block, given, lawOf, madrid, occurrence, withEvents } from './testing.ts'
import { randomCase, randomLaw, randomRules, situationOf } from './testing-random.ts'

const day = '2014-02-10'
const norm = (article: string, more: object = {}) => ({ instrument: 'act', article, checked: 'official', ...more })

function why(
  id: string,
  situation: Situation,
  blocks: readonly Block[],
  options: ExplainOptions = {},
): Explanation {
  const found = explain(evaluateCase(lawOf(...blocks), situation), id, options)
  if (found === undefined) throw new Error(`Nothing is called ${id}.`)
  return found
}

/** The tree as short lines, one a node: depth, role, name, value. */
const lines = (part: Explanation, depth = 0): string[] => [
  `${'  '.repeat(depth)}${part.role} ${part.id ?? (part.atom === undefined ? '' : atomKey(part.atom))}: ${part.value}`,
  ...part.parts.flatMap((inner) => lines(inner, depth + 1)),
]

const barred: Block = {
  rule: 'barred',
  when: ['hearing', 'arrest'],
  unless: ['stay-lifted', 'withdrawn'],
  norm: norm('4'),
}

describe('why a conclusion holds', () => {
  const situation = given(day, 'hearing 2014-02-01', 'arrest 2014-01-01', 'no stay-lifted', 'no withdrawn')

  it('names the rule, its norm, every condition and every exception that was looked at', () => {
    const found = why('barred', situation, [barred])
    expect(lines(found)).toEqual([
      'conclusion barred: true',
      '  rule barred: true',
      '    condition hearing: true',
      '    condition arrest: true',
      '    exception : false',
      '      condition stay-lifted: false',
      '      condition withdrawn: false',
    ])
    expect(normsOf(found)).toMatchObject([{ instrument: 'act', article: '4' }])
  })

  it('names the claims and lists that it rests on, each once', () => {
    expect(evidenceOf(why('barred', situation, [barred]))).toEqual(['given-2', 'given-3', 'given-4', 'given-5'])
  })

  it('says in words why what is not recorded counts as a no', () => {
    const found = why('barred', situation, [barred])
    expect(found.parts[0]?.parts[2]?.parts.map((p) => p.because)).toEqual(
      Array(2).fill('the list is complete and it is not on it'),
    )
  })

  it('says where the rule stands, with its heading', () => {
    expect(why('barred', situation, [barred]).origin).toMatchObject({
      file: 'test.md',
      line: expect.any(Number) as number,
    })
  })
})

describe('why a conclusion fails or is open', () => {
  it('names only the conditions that fail', () => {
    expect(
      lines(
        why('barred', given(day, 'no hearing', 'arrest 2014-01-01', 'no stay-lifted', 'no withdrawn'), [barred]),
      ),
    ).toEqual(['conclusion barred: false', '  rule barred: false', '    condition hearing: false'])
  })

  it('names the exception that defeats it, with the value that it has itself', () => {
    expect(
      lines(
        why('barred', given(day, 'hearing 2014-02-01', 'arrest 2014-01-01', 'stay-lifted 2014-02-02'), [barred]),
      ),
    ).toEqual(['conclusion barred: false', '  rule barred: false', '    exception stay-lifted: true'])
  })

  it('names only what is open', () => {
    expect(lines(why('barred', given(day, 'hearing 2014-02-01', 'no stay-lifted'), [barred]))).toEqual([
      'conclusion barred: unknown',
      '  rule barred: unknown',
      '    condition arrest: unknown',
      '    exception withdrawn: unknown',
    ])
  })

  it('names what is contested', () => {
    expect(
      lines(
        why(
          'barred',
          given(day, 'contested hearing 2014-02-01', 'arrest 2014-01-01', 'no stay-lifted', 'no withdrawn'),
          [barred],
        ),
      ),
    ).toEqual(['conclusion barred: contested', '  rule barred: contested', '    condition hearing: contested'])
  })

  it('names everything on request', () => {
    const short = lines(why('barred', given(day, 'no hearing'), [barred]))
    const full = lines(why('barred', given(day, 'no hearing'), [barred], { full: true }))
    expect(full).toEqual(expect.arrayContaining(short))
    expect(full).toEqual(
      expect.arrayContaining(['    condition arrest: unknown', '      condition stay-lifted: unknown']),
    )
  })

  it('of several ways names the one that succeeded', () => {
    const any = { rule: 'either', when: [{ any: ['hearing', 'arrest', 'noise'] }] }
    expect(lines(why('either', given(day, 'arrest 2014-01-01'), [any]))).toEqual([
      'conclusion either: true',
      '  rule either: true',
      '    condition arrest: true',
    ])
    expect(lines(why('either', given(day, 'no arrest', 'no hearing', 'no noise'), [any]))).toHaveLength(6)
  })
})

describe('what defeats', () => {
  it('is a condition again where an exception asks that something be not so', () => {
    const block: Block = { rule: 'r', when: ['hearing'], unless: [{ not: 'arrest' }] }
    expect(lines(why('r', given(day, 'hearing 2014-02-01', 'arrest 2014-01-01'), [block]))).toEqual([
      'conclusion r: true',
      '  rule r: true',
      '    condition hearing: true',
      '    condition arrest: true',
    ])
  })

  it('is told apart from several ways that all fail', () => {
    const block: Block = { rule: 'r', when: [{ any: ['hearing', 'arrest'] }], unless: ['noise', 'asked'] }
    expect(lines(why('r', given(day, 'no hearing', 'no arrest', 'no noise', 'no asked'), [block]))).toEqual([
      'conclusion r: false',
      '  rule r: false',
      '    any : false',
      '      condition hearing: false',
      '      condition arrest: false',
    ])
    expect(lines(why('r', given(day, 'hearing 2014-02-01', 'no noise', 'no asked'), [block]))).toContain(
      '    exception : false',
    )
  })

  it('fails for certain although what speaks for it is disputed: both sides are shown, and what is open', () => {
    const blocks: Block[] = [
      { rule: 'pro', concludes: 'c', when: ['hearing'] },
      { rule: 'con', concludes: 'c', value: false, when: ['arrest'] },
      { rule: 'whole', when: [{ holds: 'c' }, 'noise', 'ordered'] },
      { rule: 'either', when: [{ any: [{ not: { holds: 'c' } }, 'noise', 'asked'] }] },
    ]
    const known = ['ordered 2014-01-01', 'no asked']
    const situation = given(day, 'contested hearing 2014-02-01', 'arrest 2014-01-01', ...known)
    expect(lines(why('whole', situation, blocks))).not.toContain('    condition ordered: true')
    expect(lines(why('either', situation, blocks))).not.toContain('      condition asked: false')
    expect(lines(why('whole', situation, blocks)).slice(0, 3)).toEqual([
      'conclusion whole: false',
      '  rule whole: false',
      '    condition c: contested',
    ])
    expect(lines(why('whole', situation, blocks))).toContain('    condition noise: unknown')
    expect(lines(why('either', situation, blocks)).slice(0, 4)).toEqual([
      'conclusion either: true',
      '  rule either: true',
      '    any : true',
      '      exception c: contested',
    ])
    expect(lines(why('either', situation, blocks))).toContain('      condition noise: unknown')
  })
})

describe('reasons on both sides', () => {
  const sides: Block[] = [
    { rule: 'for-it', concludes: 'result', when: ['hearing'], norm: norm('1') },
    { rule: 'against-it', concludes: 'result', value: false, when: ['arrest'], norm: norm('2') },
  ]

  it('are both shown, each with its norm, and make it contested', () => {
    const found = why('result', given(day, 'hearing 2014-02-01', 'arrest 2014-01-01'), sides)
    expect(lines(found)).toEqual([
      'conclusion result: contested',
      '  rule for-it: true',
      '    condition hearing: true',
      '  against against-it: true',
      '    condition arrest: true',
    ])
    expect(normsOf(found).map((n) => n.article)).toEqual(['1', '2'])
  })

  it('one that may stand against is shown as open beside one that stands', () => {
    expect(lines(why('result', given(day, 'hearing 2014-02-01'), sides))).toContain('  against against-it: unknown')
  })
})

describe('conclusions that rest on others', () => {
  const chain: Block[] = [
    { rule: 'first', when: ['hearing'], norm: norm('1') },
    { rule: 'second', when: [{ holds: 'first' }], norm: norm('2') },
  ]

  it('are followed down to the events, with every norm on the way', () => {
    const found = why('second', given(day, 'hearing 2014-02-01'), chain)
    expect(lines(found)).toEqual([
      'conclusion second: true',
      '  rule second: true',
      '    condition first: true',
      '      rule first: true',
      '        condition hearing: true',
    ])
    expect(normsOf(found).map((n) => n.article)).toEqual(['2', '1'])
  })

  it('nothing is explained that nobody defines', () => {
    expect(explain(evaluateCase(lawOf(...chain), given(day)), 'third')).toBeUndefined()
  })
})

describe('case-law', () => {
  const ruling: Block = {
    rule: 'ruled',
    when: ['hearing'],
    norm: [norm('1'), norm('§ 5', { given: '2014-02-05' })],
  }
  const articles = (knownBy: string) =>
    normsOf(
      why('ruled', { ...given(day, 'hearing 2014-01-01'), knownBy: parseMoment(knownBy, madrid) }, [ruling]),
    ).map((n) => n.article)

  it('is not named to anyone who could not know it yet', () => {
    expect(articles('2014-02-04')).toEqual(['1'])
    expect(articles('2014-02-05T12:00')).toEqual(['1'])
    expect(articles('2014-02-06T12:00')).toEqual(['1', '§ 5'])
  })
})

describe('explanations of random laws and cases', () => {
  const explained = fc.tuple(randomRules, fc.array(randomCase, { minLength: 5, maxLength: 5 }))
  const each = (check: (found: Explanation, situation: Situation, value: Four) => void, full: boolean): void => {
    fc.assert(
      fc.property(explained, ([rules, cases]) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const situation = situationOf(told)
          const evaluated = evaluateCase(law, situation)
          for (const id of law.compiled.conclusions.keys()) {
            const found = explain(evaluated, id, { full })
            if (found !== undefined) check(found, situation, evaluated.of(id))
          }
        }
      }),
      { numRuns: 25 },
    )
  }

  it('have the value of the conclusion', () => {
    each((found, _, value) => {
      expect(found.value).toBe(value)
    }, false)
  })

  it('name only claims, lists and assessments that the case holds', () => {
    each((found, situation) => {
      const held = new Set([
        ...situation.occurrences.flatMap((o) => o.evidence),
        ...situation.complete.map((c) => c.id),
        ...situation.assessments.flatMap((a) => a.evidence),
        ...Object.values(situation.facts).flatMap((f) => f.evidence),
      ])
      expect(evidenceOf(found).filter((id) => !held.has(id))).toEqual([])
    }, true)
  })

  it('in full hold whatever they hold in short', () => {
    fc.assert(
      fc.property(explained, ([rules, cases]) => {
        const law = randomLaw(rules)
        for (const told of cases) {
          const evaluated = evaluateCase(law, situationOf(told))
          for (const id of ['c0', 'c1', 'c2', 'c3']) {
            const [short, full] = [explain(evaluated, id), explain(evaluated, id, { full: true })]
            if (short !== undefined && full !== undefined)
              expect(evidenceOf(full)).toEqual(expect.arrayContaining(evidenceOf(short)))
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('are the same whenever they are asked for', () => {
    fc.assert(
      fc.property(explained, ([rules, cases]) => {
        for (const told of cases) {
          const [a, b] = [randomLaw(rules), randomLaw(rules)].map((law) =>
            JSON.stringify(explain(evaluateCase(law, situationOf(told)), 'c3')),
          )
          expect(a).toBe(b)
        }
      }),
      { numRuns: 10 },
    )
  })
})

describe('evidence that no list names', () => {
  it('of a denial is the claims that deny', () => {
    const rule: Block = { rule: 'none', when: [{ not: 'hearing' }] }
    expect(
      evidenceOf(
        why('none', withEvents(given(day), occurrence('hearing', '2014-02-01', { occurred: 'false' })), [rule]),
      ),
    ).toEqual(['claim-hearing-2014-02-01'])
  })

  it('of a version is its dates', () => {
    const rule: Block = { rule: 'old', when: ['hearing'], until: '2014-02-01' }
    expect(evidenceOf(why('old', given(day), [rule]))).toEqual(['… – 2014-02-01'])
  })
})
