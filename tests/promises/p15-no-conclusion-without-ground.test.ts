/** P15: no conclusion without norm and evidence; unknown stays unknown. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  evaluateCase,
  evidenceOf,
  explain,
  type Explanation,
  type Law,
  loadLaw,
  normsOf,
  remedyState,
  type Situation,
  situationFrom,
  type Vocabulary,
} from '../../src/law/index.ts'
import { derived, randomCase, randomLaw, randomRules, situationOf } from '../../src/law/testing-random.ts'

const root = join(import.meta.dirname, '../..')
let law: Law

function theLaw(): Law {
  const { events } = parse(readFileSync(join(root, 'vocabulary/events.yaml'), 'utf8')) as { events: Vocabulary }
  const pages = readdirSync(join(root, 'law'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.md') && !file.endsWith('README.md'),
  )
  const loaded = loadLaw(
    pages.map((file) => ({ file, text: readFileSync(join(root, 'law', file), 'utf8') })),
    events,
  )
  if (loaded.law === undefined)
    throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.what}`).join('\n'))
  return loaded.law
}

beforeAll(() => {
  law = theLaw()
})

const atoms = (part: Explanation): Explanation[] => [
  ...(part.atom === undefined ? [] : [part]),
  ...part.parts.flatMap(atoms),
]

/** Everything answered yes or no names its ground, down to what the record holds. */
function checkGround(of: Law, situation: Situation, normed: boolean): void {
  const evaluated = evaluateCase(of, situation)
  for (const [id, conclusion] of of.compiled.conclusions) {
    const value = evaluated.of(id)
    if (value === 'unknown') continue
    const found = explain(evaluated, id, { full: true })
    if (found === undefined) throw new Error(`${id} has the value ${value} and no explanation.`)
    expect([id, evidenceOf(found).length > 0]).toEqual([id, true])
    if (normed && conclusion.norms.some((norm) => norm.given === undefined))
      expect([id, normsOf(found).length > 0]).toEqual([id, true])
    for (const atom of atoms(found))
      if (atom.value !== 'unknown') expect([id, atom.atom, atom.evidence.length > 0]).toEqual([id, atom.atom, true])
  }
}

/** A few real situations, told in the notation of the packs. */
const told = [
  ['sending-state=ES', 'receiving-state=KZ', 'nationality=KZ'],
  [
    'sending-state=ES',
    'receiving-state=KZ',
    'asylum-refused 2013-07-01 notified=2013-07-05',
    'filed 2013-07-19 remedy=es.asylum-appeal',
    'surrender-agreed 2014-02-14 notified=2014-02-18',
  ],
  [
    'sending-state=ES',
    'receiving-state=KZ',
    'stay-ordered 2014-02-19 issuer=es.an-contentious',
    'no stay-lifted',
    'measure-indicated 2014-02-20 issuer=echr addressee=ES',
    'assessed real-risk=yes',
  ],
  ['sending-state=ES', 'no surrender-agreed', 'no filed', 'no decided', 'no asylum-applied'],
]

describe('no conclusion without ground', () => {
  it('in random laws and cases: whatever is not unknown names what it rests on', () => {
    fc.assert(
      fc.property(randomRules, fc.array(randomCase, { minLength: 5, maxLength: 5 }), (rules, cases) => {
        const random = randomLaw(rules)
        for (const one of cases) checkGround(random, situationOf(one), true)
      }),
      { numRuns: 40 },
    )
  })

  it.each(told.map((lines, index) => [index, lines] as const))('in the packs: situation %i', (_, lines) => {
    for (const at of ['2013-12-31', '2014-02-19', '2020-01-01'])
      checkGround(law, situationFrom(lines, at, 'Europe/Madrid'), true)
  })
})

describe('unknown stays unknown', () => {
  it('where nothing is recorded, random laws conclude nothing', () => {
    fc.assert(
      fc.property(randomRules, (rules) => {
        const evaluated = evaluateCase(
          randomLaw(rules),
          situationOf({ at: 20, events: [], complete: [], facts: [], assessed: [] }),
        )
        expect(
          ['c0', 'c1', 'c2', 'c3', ...derived].map((id) => evaluated.of(id)).every((value) => value === 'unknown'),
        ).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('where nothing is recorded, the packs say no only for want of a version or of a treaty', () => {
    const evaluated = evaluateCase(law, situationFrom([], '2014-02-19', 'Europe/Madrid'))
    for (const [slot, grounded] of evaluated.grounded.entries()) {
      const kind = law.compiled.atoms[slot]?.kind
      if (grounded.value !== 'unknown') expect(['in-force', 'bound']).toContain(kind)
    }
  })

  it('where nothing is recorded, no remedy of the packs is closed as lapsed, waived or used', () => {
    const evaluated = evaluateCase(
      law,
      situationFrom(['sending-state=ES', 'receiving-state=KZ'], '2014-02-19', 'Europe/Madrid'),
    )
    for (const id of law.remedies.keys())
      expect([id, remedyState(evaluated, id)?.status]).not.toEqual([
        id,
        expect.stringMatching(/lapsed|waived|used|burnt/),
      ])
  })
})
