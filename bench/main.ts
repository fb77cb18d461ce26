import { concludeSingly } from './engine.ts'
import { lawOf } from './pack.ts'
import { makeCases, makeRules } from './rule-set.ts'
import { perSecond } from './timing.ts'
import { compare } from './peers/peer.ts'
import { runJsonRules } from './peers/json-rules.ts'
import { runZen } from './peers/zen.ts'
import { runProlog } from './peers/prolog.ts'

const rules = makeRules(32, 40, 2014)
const law = lawOf(rules)
const few = makeCases(20_000, 40, 0.25, 219)
const single = concludeSingly(law, rules, few)
console.log('single', perSecond(20000, single.rounds))
const say = (n: string, r: any) => { if (!r) return console.log(n, 'none'); const { conclusions, ...x } = r; delete x.compiledConclusions; console.log(n, x, compare(single.conclusions, conclusions)) }
const pl = await runProlog(rules, few)
say('pl', pl)
if (pl) console.log(compare(single.conclusions, pl.compiledConclusions))
say('zen', await runZen(rules, few, 'plain'))
say('zen2', await runZen(rules, few, 'compared'))
say('json', await runJsonRules(rules, few))
