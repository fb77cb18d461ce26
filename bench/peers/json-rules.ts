/** The made-up rules in json-rules-engine (https://github.com/CacheControl/json-rules-engine). */
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import { type Cases, factName, type Formula, knownFacts, type RuleSet, wholeOf } from '../rule-set.ts'
import { perSecond, timedChunks } from '../timing.ts'
import { noAnswer, type PeerResult } from './peer.ts'

const WARM_UP_CASES = 500
const CHUNK_CASES = 2_000
const EXPLAINED_CASES = 1_000

export async function runJsonRules({ rules }: RuleSet, cases: Cases): Promise<PeerResult> {
  // It stops at a fact that is not there unless told otherwise; with this it reads it as `undefined`.
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const rule of rules)
    engine.addRule({ name: rule.name, conditions: top(wholeOf(rule)), event: { type: rule.name } })
  const facts = Array.from({ length: cases.count }, (_, index) => knownFacts(cases, index))
  const numbers = new Map(rules.map(({ name }, index) => [name, index]))
  const conclusions = new Uint8Array(cases.count * rules.length).fill(noAnswer)
  const note = (index: number, name: string | undefined, value: 1 | 2): void => {
    const rule = numbers.get(name ?? '')
    if (rule !== undefined) conclusions[index * rules.length + rule] = value
  }
  const conclude = async (index: number): Promise<void> => {
    const { results, failureResults } = await engine.run(facts[index])
    for (const { name } of results) note(index, name, 1)
    for (const { name } of failureResults) note(index, name, 2)
  }
  for (let index = 0; index < Math.min(WARM_UP_CASES, cases.count); index++) await conclude(index)
  const values = await timedChunks(cases.count, CHUNK_CASES, async (from, until) => {
    for (let index = from; index < until; index++) await conclude(index)
  })
  let letters = 0
  const explained = await timedChunks(EXPLAINED_CASES, EXPLAINED_CASES / 2, async (from, until) => {
    for (let index = from; index < until; index++) {
      const { results, failureResults } = await engine.run(facts[index])
      for (const result of [...results, ...failureResults]) letters += JSON.stringify(result.toJSON(false)).length
    }
  })
  if (letters === 0) throw new Error('json-rules-engine gave no results.')
  return {
    conclusions,
    casesPerSecond: perSecond(CHUNK_CASES, values),
    failedCases: 0,
    explanationsPerSecond: perSecond((EXPLAINED_CASES / 2) * rules.length, explained),
  }
}

const top = (formula: Formula): TopLevelCondition => {
  const made = nested(formula)
  return 'fact' in made ? { all: [made] } : made
}

function nested(formula: Formula): NestedCondition {
  if ('fact' in formula) return { fact: factName(formula.fact), operator: 'equal', value: true }
  if ('not' in formula) return { not: nested(formula.not) }
  return 'all' in formula ? { all: formula.all.map(nested) } : { any: formula.any.map(nested) }
}
