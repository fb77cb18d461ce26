import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Four, fromBits, toBits } from '../record/index.ts'
import { type Atom, atomKey } from './atom.ts'
import { type Evaluated, evaluateCase } from './evaluate.ts'
import { evaluate } from './kernel.ts'
import { atomsUnder, relevantUnknowns, type SettlingSet, settlingSets } from './missing.ts'
import { type Block, evaluated, lawOf, remedy } from './testing.ts'
import { randomCase, randomLaw, randomRules, situationOf } from './testing-random.ts'

const day = '2014-02-10'
const rule = (when: unknown[], unless: unknown[] = []): Block => ({ rule: 'result', when, unless })
const asked = (block: Block, ...lines: string[]): string[] =>
  relevantUnknowns(evaluated(lawOf(remedy('appeal'), block), day, ...lines), 'result').map(atomKey)
const settled = (block: Block, ...lines: string[]): string[] =>
  settlingSets(evaluated(lawOf(remedy('appeal'), block), day, ...lines), 'result').map(
    ({ result, answers }) =>
      `${answers.map(({ atom, value }) => `${atomKey(atom)} ${value}`).join(' and ')} → ${result}`,
  )

describe('what is worth asking', () => {
  it('is whatever can still decide', () => {
    expect(asked(rule(['hearing', 'arrest'], ['withdrawn']))).toEqual(['hearing', 'arrest', 'withdrawn'])
  })

  it('is not what is known already', () => {
    expect(asked(rule(['hearing', 'arrest']), 'hearing 2014-01-01')).toEqual(['arrest'])
  })

  it('is nothing once the conclusion cannot change', () => {
    expect(asked(rule(['hearing', 'arrest']), 'no hearing')).toEqual([])
    expect(asked(rule([{ any: ['hearing', 'arrest'] }]), 'hearing 2014-01-01')).toEqual([])
  })

  it('is not what is settled anyway, although it is not known', () => {
    expect(asked(rule(['noise', { any: ['hearing', 'arrest'] }]), 'hearing 2014-01-01')).toEqual(['noise'])
    expect(asked(rule(['noise', { any: ['noise', 'arrest'] }]))).toEqual(['noise'])
  })

  it('is each of two ways that both need two answers', () => {
    expect(asked(rule([{ any: [{ all: ['hearing', 'arrest'] }, { all: ['noise', 'ordered'] }] }]))).toEqual([
      'hearing',
      'arrest',
      'noise',
      'ordered',
    ])
  })

  it('is a fact that counts one way or the other by another fact', () => {
    expect(asked(rule([{ any: [{ all: ['hearing', 'arrest'] }, { all: ['noise', { not: 'arrest' }] }] }]))).toEqual(
      ['hearing', 'arrest', 'noise'],
    )
  })

  it('is what would speak against a conclusion that holds', () => {
    const law = lawOf(
      { rule: 'pro', concludes: 'result', when: ['hearing'] },
      { rule: 'con', concludes: 'result', value: false, when: ['arrest'] },
    )
    expect(relevantUnknowns(evaluated(law, day, 'hearing 2014-01-01'), 'result').map(atomKey)).toEqual(['arrest'])
    expect(relevantUnknowns(evaluated(law, day, 'hearing 2014-01-01', 'no arrest'), 'result')).toEqual([])
  })

  it('is not what no person can answer: whose version applies, who is bound', () => {
    const law = lawOf({ rule: 'result', when: ['hearing', { bound: 'FR', by: 'treaty' }] })
    expect(relevantUnknowns(evaluated(law, day), 'result').map(atomKey)).toEqual(['hearing'])
  })

  it('is nothing about a conclusion that nobody defines', () => {
    expect(relevantUnknowns(evaluated(lawOf(), day), 'nothing')).toEqual([])
    expect(settlingSets(evaluated(lawOf(), day), 'nothing')).toEqual([])
  })

  it('is not which version applies: that follows from the day of another event', () => {
    const version = { ...rule(['hearing']), from: '2014-02-01', anchor: 'arrest' }
    expect(asked(version, 'arrest ../2014-02-05')).toEqual(['hearing'])
    expect(settled(version, 'arrest ../2014-02-05')).toEqual(['hearing false → false'])
  })

  const facts = (count: number): Block[] =>
    Array.from({ length: count }, (_, index) => ({ fact: `f${index}`, is: 'yes' }))
  const factKeys = (count: number): string[] => facts(count).map(({ fact }) => `${String(fact)}=yes`)

  it('of up to eight open answers is not the one that decides in no case', () => {
    const idle = (count: number): string[] => asked(rule(['noise', { any: ['noise', 'arrest'] }, ...facts(count)]))
    expect(idle(6)).toEqual(['noise', ...factKeys(6)])
    expect(idle(7)).toEqual(['noise', 'arrest', ...factKeys(7)])
  })

  it('of however many is not what an answer that is known makes idle', () => {
    const block = rule(['noise', { any: ['hearing', { all: facts(12) }] }])
    expect(asked(block, 'hearing 2014-01-01')).toEqual(['noise'])
    expect(asked(block, 'no hearing')).toEqual(['noise', ...factKeys(12)])
  })

  it('with more open answers than can be tried, leaves out none that can decide', () => {
    const pairs = [
      'hearing',
      'arrest',
      'noise',
      'ordered',
      'stay-ordered',
      'stay-lifted',
      'asked',
      'granted',
      'refused',
      'handed-over',
      'filed',
      'decided',
    ]
    const when = [{ any: [0, 2, 4, 6, 8, 10].map((index) => ({ all: pairs.slice(index, index + 2) })) }]
    expect(asked(rule(when))).toEqual(pairs)
  })
})

describe('the smallest sets of answers that settle it', () => {
  it('are one yes or one no where one is enough', () => {
    expect(settled(rule([{ any: ['hearing', 'arrest'] }]))).toEqual([
      'arrest true → true',
      'hearing true → true',
      'hearing false and arrest false → false',
    ])
    expect(settled(rule(['hearing', 'arrest']))).toEqual([
      'arrest false → false',
      'hearing false → false',
      'hearing true and arrest true → true',
    ])
  })

  it('take what is known into account', () => {
    expect(settled(rule(['hearing', 'arrest']), 'hearing 2014-01-01')).toEqual([
      'arrest true → true',
      'arrest false → false',
    ])
  })

  it('are none once it is certain', () => {
    expect(settled(rule(['hearing']), 'hearing 2014-01-01')).toEqual([])
    expect(settled(rule(['hearing']), 'no hearing')).toEqual([])
  })

  it('are none where it is contested: more facts do not settle that', () => {
    expect(settled(rule(['hearing']), 'contested hearing 2014-01-01')).toEqual([])
  })

  it('are none once it is certain, although some answers are open', () => {
    expect(settled(rule([{ any: ['hearing', 'arrest'] }]), 'hearing 2014-01-01')).toEqual([])
    expect(settled(rule(['hearing', 'arrest']), 'no hearing')).toEqual([])
  })

  it('come by length, then yes before no, then by name', () => {
    expect(settled(rule(['noise', { any: ['ordered', 'hearing', 'arrest'] }]))).toEqual([
      'noise false → false',
      'noise true and arrest true → true',
      'noise true and hearing true → true',
      'noise true and ordered true → true',
    ])
  })

  it('may be of three answers', () => {
    expect(settled(rule(['hearing', 'arrest', 'noise'])).at(-1)).toBe(
      'hearing true and arrest true and noise true → true',
    )
  })

  it('hold no answers that only the law can give: who is bound', () => {
    expect(settled(rule(['hearing', { bound: 'FR', by: 'treaty' }]))).toEqual(['hearing false → false'])
  })

  it('are looked for among eighteen open answers together, among more one by one', () => {
    const pairs = (count: number): Block =>
      rule([
        {
          any: Array.from({ length: count / 2 }, (_, index) => ({
            all: [`a${index}`, `b${index}`].map((fact) => ({ fact, is: 'yes' })),
          })),
        },
      ])
    expect(settled(pairs(18))).toContain('a8=yes true and b8=yes true → true')
    expect(settled(pairs(20))).toEqual([])
  })

  it.each<[string, unknown[], boolean]>([
    ['another outcome', ['decided outcome=granted', { not: 'decided outcome=dismissed' }], true],
    ['another event', ['filed remedy=appeal', { not: 'decided' }], true],
    ['the same word of another attribute', ['asked of=court', { not: 'asked by=court' }], true],
    ['other attributes', ['filed remedy=appeal', { not: 'filed by=counsel' }], true],
    ['two facts', [{ fact: 'a' }, { not: { fact: 'b' } }], true],
    ['the wider event', ['decided remedy=appeal outcome=granted', { not: 'decided outcome=granted' }], false],
    [
      'the wider event told in another order',
      ['decided outcome=x remedy=appeal', { not: 'decided outcome=x' }],
      false,
    ],
  ])('can say yes and no at once of an event and %s', (_, when, expected) => {
    const mixed = settled(rule(when)).filter((text) => /true and .* false →|false and .* true →/.test(text))
    expect(mixed).toHaveLength(expected ? 1 : 0)
  })

  it('hold no answers that exclude each other', () => {
    const found = settled(rule([{ not: 'decided' }, 'decided outcome=granted']))
    expect(found).toEqual(['decided outcome=granted false → false', 'decided true → false'])
  })

  it('are no longer than a person can act on', () => {
    const all = rule(['hearing', 'arrest', 'noise', 'ordered'])
    expect(settled(all).every((text) => text.endsWith('false'))).toBe(true)
    expect(settled(all)).toHaveLength(4)
  })
})

/** The conclusion once more, with some atoms set. */
function withAnswers(of: Evaluated, id: string, answers: ReadonlyMap<number, Four>): Four {
  const { program, conclusions } = of.ground.law.compiled
  const values = of.values.slice()
  for (const [slot, value] of answers) values[slot] = toBits(value)
  evaluate(program, values)
  return fromBits(values[conclusions.get(id)?.slot ?? 0] ?? 0)
}

const slotsOf = (of: Evaluated, atoms: readonly Atom[]): number[] => {
  const keys = of.ground.law.compiled.atoms.map(atomKey)
  return atoms.map((atom) => keys.indexOf(atomKey(atom)))
}

const openSlots = (of: Evaluated, id: string): number[] =>
  atomsUnder(of, id).filter(
    (slot) => of.values[slot] === 0 && of.ground.law.compiled.atoms[slot]?.kind !== 'nothing',
  )

/** Every combination of yes and no. */
function* completions(slots: readonly number[]): Generator<Map<number, Four>> {
  for (let mask = 0; mask < 1 << slots.length; mask++)
    yield new Map(slots.map((slot, index) => [slot, mask & (1 << index) ? 'true' : 'false']))
}

describe('in random laws and cases, tried in full', () => {
  const random = fc.tuple(randomRules, fc.array(randomCase, { minLength: 4, maxLength: 4 }))
  const each = (check: (of: Evaluated, id: string) => void): void => {
    fc.assert(
      fc.property(random, ([rules, cases]) => {
        const law = randomLaw(rules)
        for (const told of cases)
          for (const id of ['c0', 'c1', 'c2', 'c3']) check(evaluateCase(law, situationOf(told)), id)
      }),
      { numRuns: 30 },
    )
  }

  it('an answer that is not asked for never makes a difference', () => {
    each((of, id) => {
      const open = openSlots(of, id)
      if (open.length > 7) return
      const relevant = new Set(slotsOf(of, relevantUnknowns(of, id)))
      for (const slot of open.filter((one) => !relevant.has(one))) {
        for (const answers of completions(open)) {
          const flipped = new Map([...answers, [slot, answers.get(slot) === 'true' ? 'false' : 'true'] as const])
          expect([id, withAnswers(of, id, flipped)]).toEqual([id, withAnswers(of, id, answers)])
        }
      }
    })
  })

  it('an answer that is asked for makes a difference in some case', () => {
    each((of, id) => {
      const open = openSlots(of, id)
      if (open.length > 7) return
      for (const slot of slotsOf(of, relevantUnknowns(of, id))) {
        const matters = [...completions(open)].some(
          (answers) =>
            withAnswers(of, id, new Map([...answers, [slot, 'true']])) !==
            withAnswers(of, id, new Map([...answers, [slot, 'false']])),
        )
        expect([id, slot, matters]).toEqual([id, slot, true])
      }
    })
  })

  const answersOf = (of: Evaluated, { answers }: SettlingSet): [number, Four][] =>
    answers.map(({ atom, value }) => [slotsOf(of, [atom])[0] ?? -1, value])

  it('the sets of answers settle it as they say', () => {
    each((of, id) => {
      for (const set of settlingSets(of, id))
        expect(withAnswers(of, id, new Map(answersOf(of, set)))).toBe(set.result)
    })
  })

  it('no part of such a set settles it the same way', () => {
    each((of, id) => {
      for (const set of settlingSets(of, id)) {
        const told = answersOf(of, set)
        for (const left of told.keys())
          expect(withAnswers(of, id, new Map(told.toSpliced(left, 1)))).not.toBe(set.result)
      }
    })
  })
})
