/** The made-up rules as a pack, read by the loader that reads the real packs. */
import { type Law, loadLaw, problemText, type Situation } from '../src/law/index.ts'
import { type BenchRule, type Cases, factName, type Formula, type RuleSet } from './rule-set.ts'

/** A pack page with one rule a fence. Chained: every third rule also asks for an earlier one. */
export function packText({ rules }: RuleSet, chained = false): string {
  const head = [
    '---',
    'pack: bench',
    'title: Made-up rules',
    'jurisdiction: XX',
    '---',
    '',
    '# Made up',
    '',
    '```yaml',
    'instrument: bench.act',
    'title: {en: Made-up act}',
    'short: MA',
    'kind: statute',
    'jurisdiction: XX',
    'official: none',
    'checked: unverified',
    '```',
    '',
  ]
  return [
    ...head,
    ...rules.flatMap((rule, index) => ruleLines(rule, chained && index % 3 === 2 ? rules[index - 2] : undefined)),
  ].join('\n')
}

const ruleLines = (rule: BenchRule, earlier: BenchRule | undefined): string[] => [
  '```yaml',
  `rule: ${rule.name}`,
  `title: {en: Rule ${rule.name}}`,
  'norm: {instrument: bench.act, article: "1", checked: unverified}',
  'when:',
  ...rule.when.map(itemLine),
  ...(earlier === undefined ? [] : [`  - {holds: ${earlier.name}}`]),
  ...(rule.unless.length === 0 ? [] : ['unless:', ...rule.unless.map(itemLine)]),
  '```',
  '',
]

const itemLine = (formula: Formula): string => `  - ${flow(formula)}`

function flow(formula: Formula): string {
  if ('fact' in formula) return `{fact: ${factName(formula.fact)}, is: yes}`
  if ('not' in formula) return `{not: ${flow(formula.not)}}`
  return 'all' in formula
    ? `{all: [${formula.all.map(flow).join(', ')}]}`
    : `{any: [${formula.any.map(flow).join(', ')}]}`
}

export function lawOf(rules: RuleSet): Law {
  const { law, problems } = loadLaw([{ file: 'bench.md', text: packText(rules) }], {})
  if (law === undefined) throw new Error(`The made-up pack does not load:\n${problems.map(problemText).join('\n')}`)
  return law
}

/** Where each fact of a case goes: the fact's number by input slot of the compiled law. */
export function factsBySlot(law: Law): number[] {
  return law.compiled.atoms.map((atom) => {
    if (atom.kind !== 'fact') throw new Error(`The made-up pack has an input that is not a fact: ${atom.kind}`)
    return Number(atom.fact.slice(1)) - 1
  })
}

/** One case as the law is asked about it: the facts that are known, each with a claim it rests on. */
export function situationOf(cases: Cases, index: number): Situation {
  const facts: Record<string, { values: string[]; contested: boolean; evidence: string[] }> = {}
  for (let fact = 0; fact < cases.factCount; fact++) {
    const value = cases.values[index * cases.factCount + fact]
    if (value === 0) continue
    facts[factName(fact)] = { values: [value === 1 ? 'yes' : 'no'], contested: false, evidence: [`claim-${fact}`] }
  }
  return {
    at: 0,
    knownBy: 0,
    zone: 'UTC',
    facts,
    occurrences: [],
    complete: [],
    assessments: [],
    proceedings: [],
    assertions: [],
  }
}
