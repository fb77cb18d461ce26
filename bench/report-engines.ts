/** The same made-up rules and cases in every engine: how fast, and what each makes of what is not known. */
import { type Law } from '../src/law/index.ts'
import { concludeFromFacts, concludeInBulk, concludeSingly, explainAll, supposeEachFact } from './engine.ts'
import { lawOf } from './pack.ts'
import { runJsonRules } from './peers/json-rules.ts'
import { compare, type PeerResult } from './peers/peer.ts'
import { runProlog } from './peers/prolog.ts'
import { runZen } from './peers/zen.ts'
import { type Cases, conditionsPerRule, makeCases, makeRules, type RuleSet } from './rule-set.ts'
import { count, milliseconds, percent, type Row, tableText, times, whole } from './table.ts'
import type { Target } from './targets.ts'
import { median, perSecond } from './timing.ts'

const RULES = 32
const FACTS = 40
const UNKNOWN_SHARE = 0.25
const CASES = 20_000
const BULK_CASES = 100_000
const EXPLAINED_CASES = 1_000
const SEEDS = { rules: 2014, cases: 219 }

/** One engine, or one way of using it. */
interface Engine {
  readonly name: string
  readonly result: PeerResult
}

export async function reportEngines(): Promise<Target[]> {
  const rules = makeRules(RULES, FACTS, SEEDS.rules)
  const cases = makeCases(CASES, FACTS, UNKNOWN_SHARE, SEEDS.cases)
  const law = lawOf(rules)
  const single = singly(law, rules, cases)
  const truth = single.result.conclusions
  const bulk = inBulk(law, rules)
  const peers = await runPeers(rules, cases)
  tellRules(rules, truth)
  const own = single.result.casesPerSecond
  write(`Values\n${valueTable([single, fromClaims(law, rules, cases), bulk.engine, ...peers], own, truth)}\n`)
  const prologMissing = !peers.some(({ name }) => name.startsWith('SWI-Prolog'))
  if (prologMissing) write('  SWI-Prolog: not installed: apt-get install swi-prolog\n')
  const explained = explainAll(law, rules, cases, EXPLAINED_CASES)
  write(`\nWith explanation\n${explanationTable(explained, peers)}\n\n`)
  const bulkDiffers = differences(truth, bulk.engine.result.conclusions)
  tellDisagreements(truth, [bulk.engine, ...peers.filter(({ name }) => name.startsWith('SWI-Prolog'))])
  write(bulk.loading)
  return [
    aim('values, cases/s', 1e6, own),
    aim('explanations/s', 50_000, explained),
    aim('in bulk, cases/s', 1e8, bulk.engine.result.casesPerSecond),
    { what: 'bulk differs from single', aim: '0', measured: whole(bulkDiffers), met: bulkDiffers === 0 },
    reportWhatIf(law, rules),
  ]
}

const write = (text: string): void => void process.stdout.write(text)

const aim = (what: string, least: number, measured: number): Target => ({
  what,
  aim: `≥ ${whole(least)}`,
  measured: count(measured),
  met: measured >= least,
})

function singly(law: Law, rules: RuleSet, cases: Cases): Engine {
  const { conclusions, rounds } = concludeSingly(law, rules, cases)
  const casesPerSecond = perSecond(cases.count, rounds)
  return { name: 'Forestay, one case at a time', result: { conclusions, casesPerSecond, failedCases: 0 } }
}

function fromClaims(law: Law, rules: RuleSet, cases: Cases): Engine {
  const { conclusions, rounds } = concludeFromFacts(law, rules, cases, EXPLAINED_CASES)
  const casesPerSecond = perSecond(EXPLAINED_CASES, rounds)
  return { name: 'Forestay, from a case with claims', result: { conclusions, casesPerSecond, failedCases: 0 } }
}

/** Over more cases than the others, because it is for many; the first of them are the same. */
function inBulk(law: Law, rules: RuleSet): { engine: Engine; loading: string } {
  const cases = makeCases(BULK_CASES, FACTS, UNKNOWN_SHARE, SEEDS.cases)
  const { conclusions, rounds, loading } = concludeInBulk(law, rules, cases)
  const result = {
    conclusions: conclusions.subarray(0, CASES * rules.rules.length),
    casesPerSecond: perSecond(BULK_CASES, rounds),
    failedCases: 0,
  }
  return {
    engine: { name: 'Forestay, 100,000 cases in bulk', result },
    loading:
      `Loading ${whole(BULK_CASES)} cases from rows of bytes into bit planes: ${milliseconds(median(loading))}, ` +
      `${count(perSecond(BULK_CASES, loading))} cases/s.\n`,
  }
}

async function runPeers(rules: RuleSet, cases: Cases): Promise<Engine[]> {
  process.stderr.write('  (SWI-Prolog, zen-engine and json-rules-engine: up to a minute)\n')
  const prolog = await runProlog(rules, cases)
  return [
    ...(prolog === undefined
      ? []
      : [
          { name: `SWI-Prolog ${prolog.version}, meta-interpreter`, result: prolog.interpreted },
          { name: `SWI-Prolog ${prolog.version}, rules as clauses`, result: prolog.clauses },
        ]),
    { name: 'zen-engine, facts as they are', result: await runZen(rules, cases, 'plain') },
    { name: 'zen-engine, facts compared with true', result: await runZen(rules, cases, 'compared') },
    { name: 'json-rules-engine', result: await runJsonRules(rules, cases) },
  ]
}

function tellRules(rules: RuleSet, truth: Uint8Array): void {
  const open = truth.reduce((sum, value) => sum + Number(value === 0), 0)
  const size = conditionsPerRule(rules).toFixed(1)
  write(
    `\n${RULES} made-up rules of ${size} conditions on average, ${FACTS} facts, a quarter of them unknown; ` +
      `${whole(CASES)} cases.\n${whole(truth.length)} conclusions; the facts leave ${whole(open)} of them open ` +
      `(${percent(open, truth.length)}).\n\n`,
  )
}

function valueTable(engines: readonly Engine[], own: number, truth: Uint8Array): string {
  const rows = engines.map(({ name, result }): Row => {
    const { undecidableDecided, decidableLeftOpen, wrong } = compare(truth, result.conclusions)
    const counts = [undecidableDecided, decidableLeftOpen, wrong, result.failedCases].map(whole)
    return [name, count(result.casesPerSecond), times(own, result.casesPerSecond), ...counts]
  })
  const head = [
    '',
    'cases/s',
    'Forestay is',
    'open, yet decided',
    'settled, yet open',
    'wrong',
    'cases with an error',
  ]
  return tableText(head, rows)
}

function explanationTable(own: number, peers: readonly Engine[]): string {
  const rows = peers.flatMap(({ name, result: { explanationsPerSecond } }): Row[] =>
    explanationsPerSecond === undefined
      ? []
      : [[name, count(explanationsPerSecond), times(own, explanationsPerSecond)]],
  )
  const forestay = ['Forestay, reasons with norms and evidence', count(own), times(own, own)]
  return tableText(['', 'explanations/s', 'Forestay is'], [forestay, ...rows])
}

function differences(truth: Uint8Array, conclusions: Uint8Array): number {
  let found = 0
  for (let i = 0; i < truth.length; i++) found += Number(truth[i] !== conclusions[i])
  return found
}

function tellDisagreements(truth: Uint8Array, engines: readonly Engine[]): void {
  const lines = engines.map(({ name, result }) => `${name} ${whole(differences(truth, result.conclusions))}`)
  write(`Conclusions that differ from "one case at a time": ${lines.join('; ')}.\n`)
}

function reportWhatIf(law: Law, rules: RuleSet): Target {
  const cases = makeCases(BULK_CASES, FACTS, UNKNOWN_SHARE, SEEDS.cases)
  const { changed, rounds } = supposeEachFact(law, rules, cases)
  const oneFact = median(rounds) / changed.length
  write(
    `What if, over ${whole(BULK_CASES)} cases: a fact supposed in all of them and the cases counted that change, ` +
      `${milliseconds(oneFact)} a fact;\n  all ${changed.length} facts in turn ${milliseconds(median(rounds))}, ` +
      `changing ${whole(Math.min(...changed))} to ${whole(Math.max(...changed))} cases each.\n`,
  )
  return { what: 'what if over 100,000 cases', aim: '< 1 s', measured: milliseconds(oneFact), met: oneFact < 1000 }
}
