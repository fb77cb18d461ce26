/** Judgments for the worked case: what could be cited, against the person first, and nothing that nobody read. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PrecedentsAnswer, precedentsAnswer, readPrecedents } from '../../src/casework/index.ts'
import { type PrecedentCase, queryOf } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { Scenario } from './pavlov.ts'

let scenario: Scenario
let cases: readonly PrecedentCase[]
beforeAll(async () => {
  scenario = await Scenario.load()
  cases = await readPrecedents(diskFiles, join(import.meta.dirname, '../..'))
})

const told = (knownBy: string): PrecedentsAnswer => {
  const { opened } = scenario.told(knownBy)
  return precedentsAnswer(cases, queryOf(opened.situation), scenario.law.blocks.precedent, 'en')
}
const placeOf = (answer: PrecedentsAnswer, id: string): number => answer.precedents.findIndex((p) => p.id === id)

describe('the files', () => {
  it('hold every judgment once', () => {
    expect(cases.filter((c) => c.basis === 'curated')).toHaveLength(105)
    const keys = cases.flatMap((c) => c.applications.map((a) => `${a} ${c.date}`))
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('say of every curated case where it was read', () => {
    expect(cases.filter((c) => c.basis === 'curated' && c.sources.length === 0).map((c) => c.case)).toEqual([])
  })
})

describe('the worked case on 19 February 2014', () => {
  it('meets Yefimova first, of the same affair, and finds Baysakov beside it', () => {
    const answer = told('2014-02-19')
    expect(answer.precedents[0]).toMatchObject({
      id: 'yefimova-v-russia',
      leaning: 'adverse',
      because: ['linked', 'receiving'],
    })
    expect(placeOf(answer, 'baysakov-and-others-v-ukraine')).toBeGreaterThan(placeOf(answer, 'yefimova-v-russia'))
  })
  it("finds Spain's own cases", () => {
    expect(
      told('2014-02-19')
        .precedents.filter((p) => p.because.includes('sending'))
        .map((p) => p.id),
    ).toEqual(['olaechea-cahuas-v-spain', 'gasayev-v-spain'])
  })
  it('does not know Oshlakov, given six weeks later', () => {
    expect(placeOf(told('2014-02-19'), 'oshlakov-v-russia')).toBe(-1)
    expect(placeOf(told('2014-04-04'), 'oshlakov-v-russia')).toBeGreaterThanOrEqual(0)
  })
  it('counts three without and two with a violation, all read', () => {
    expect(told('2014-02-19').counts).toEqual([
      {
        receiving: 'KZ',
        outcomes: [
          { outcome: 'no-violation', count: 3 },
          { outcome: 'violation-if-removed', count: 2 },
        ],
        read: 5,
        notChecked: 0,
        judgedAgain: 0,
      },
    ])
  })
  it('did not yet know Yefimova a year before', () => {
    expect(placeOf(told('2013-02-01'), 'yefimova-v-russia')).toBe(-1)
  })
  it('asserts nothing that nobody read', () => {
    for (const found of told('2026-01-01').precedents)
      for (const value of [
        found.article3,
        found.article13,
        found.article34,
        found.measure,
        found.fate,
        found.assurances,
      ])
        expect(value.value === null).toBe(value.checked !== 'read')
  })
  it('fits its schema, and says no rate and no chance anywhere', () => {
    const answer = told('2026-01-01')
    expect(() => PrecedentsAnswer.parse(answer)).not.toThrow()
    expect(JSON.stringify(answer)).not.toMatch(/%|per cent|percentage|probab|likelihood/i)
  })
})
