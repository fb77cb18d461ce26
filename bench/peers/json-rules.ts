/** The made-up rules in json-rules-engine (https://github.com/CacheControl/json-rules-engine). */
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import { type Cases, factName, type Formula, knownFacts, type RuleSet, wholeOf } from '../rule-set.ts'
import { perSecond, timedAsync } from '../timing.ts'
import { noAnswer, type PeerResult } from './peer.ts'

export async function runJsonRules({ rules }: RuleSet, cases: Cases): Promise<PeerResult> {
  // It stops at a fact that is not there unless told otherwise; with this it reads it as `undefined`.
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const rule of rules) engine.addRule({ name: rule.name, conditions: top(wholeOf(rule)), event: { type: rule.name } })
  const facts = Array.from({ length: cases.count }, (_, index) => knownFacts(cases, index))
  const numbers = new Map(rules.map(({ name }, index) => [name, index]))
  const conclusions = new Uint8Array(cases.count * rules.length).fill(noAnswer)
  const note = (index: number, name: string | undefined, value: 1 | 2): void => {
    const rule = numbers.get(name ?? '')
    if (rule !== undefined) conclusions[index * rules.length + rule] = value
  }
  const values = await timedAsync(async () => {
    for (const [index, known] of facts.entries()) {
      const { results, failureResults } = await engine.run(known)
      for (const { name } of results) note(index, name, 1)
      for (const { name } of failureResults) note(index, name, 2)
    }
  }, { warmUp: 0, rounds: 2 })
  const some = facts.slice(0, Math.ceil(facts.length / 10))
  let letters = 0
  const explained = await timedAsync(async () => {
    for (const known of some) {
      const { results, failureResults } = await engine.run(known)
      for (const result of [...results, ...failureResults]) letters += JSON.stringify(result.toJSON(false)).length
    }
  }, { warmUp: 0, rounds: 2 })
  if (letters === 0) throw new Error('json-rules-engine gave no results.')
  return {
    conclusions, casesPerSecond: perSecond(cases.count, values), failedCases: 0,
    explanationsPerSecond: perSecond(some.length * rules.length, explained),
  }
}

const top = (formula: Formula): TopLevelCondition => {
  const made = nested(formula)
  return 'fact' in made ? { all: [made] } : made as TopLevelCondition
}

function nested(formula: Formula): NestedCondition {
  if ('fact' in formula) return { fact: factName(formula.fact), operator: 'equal', value: true }
  if ('not' in formula) return { not: nested(formula.not) }
  return 'all' in formula ? { all: formula.all.map(nested) } : { any: formula.any.map(nested) }
}
