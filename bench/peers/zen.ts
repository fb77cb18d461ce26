/** The made-up rules in ZEN Engine (https://github.com/gorules/zen), one expression a rule in one expression node. */
import { ZenEngine } from '@gorules/zen-engine'
import { type Cases, factName, type Formula, knownFacts, type RuleSet, wholeOf } from '../rule-set.ts'
import { perSecond, timedChunks } from '../timing.ts'
import { noAnswer, type PeerResult } from './peer.ts'

/**
 * Two ways to write a fact. `plain`: `f01`, which is an error when the fact is not there. `compared`: `f01 == true`,
 * which is false when the fact is not there.
 */
export type FactForm = 'plain' | 'compared'

/** Requests that are on their way at once: the engine answers from threads of its own. */
const CONCURRENT_MAX = 64
const CHUNK_CASES = 2_000

export async function runZen(ruleSet: RuleSet, cases: Cases, form: FactForm): Promise<PeerResult> {
  const { rules } = ruleSet
  const engine = new ZenEngine()
  const decision = engine.createDecision(decisionModel(ruleSet, form))
  const facts = Array.from({ length: cases.count }, (_, index) => knownFacts(cases, index))
  const conclusions = new Uint8Array(cases.count * rules.length).fill(noAnswer)
  let failedCases = 0
  const conclude = async (index: number): Promise<void> => {
    const answer = await decision.safeEvaluate(facts[index])
    if (!answer.success) {
      failedCases++
      return
    }
    const result = answer.data.result as Readonly<Record<string, unknown>>
    rules.forEach(({ name }, rule) => {
      conclusions[index * rules.length + rule] = result[name] === true ? 1 : 2
    })
  }
  const values = await timedChunks(cases.count, CHUNK_CASES, async (from, until) => {
    for (let index = from; index < until; index += CONCURRENT_MAX) {
      const last = Math.min(until, index + CONCURRENT_MAX)
      await Promise.all(Array.from({ length: last - index }, (_, offset) => conclude(index + offset)))
    }
  })
  engine.dispose()
  return { conclusions, casesPerSecond: perSecond(CHUNK_CASES, values), failedCases }
}

function decisionModel({ rules }: RuleSet, form: FactForm): object {
  const position = { x: 0, y: 0 }
  const expressions = rules.map((rule) => ({
    id: `x-${rule.name}`,
    key: rule.name,
    value: expression(wholeOf(rule), form),
  }))
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      { id: 'rules', type: 'expressionNode', name: 'rules', position, content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'e2', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  }
}

function expression(formula: Formula, form: FactForm): string {
  if ('fact' in formula) return form === 'plain' ? factName(formula.fact) : `(${factName(formula.fact)} == true)`
  if ('not' in formula) return `(not ${expression(formula.not, form)})`
  return 'all' in formula
    ? `(${formula.all.map((part) => expression(part, form)).join(' and ')})`
    : `(${formula.any.map((part) => expression(part, form)).join(' or ')})`
}
