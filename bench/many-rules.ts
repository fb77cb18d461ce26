/** A thousand made-up rules: how long it takes to parse, join and compile them. */
import { joinPacks, loadPack, type Problem } from '../src/law/index.ts'
import { packText } from './pack.ts'
import { makeRules } from './rule-set.ts'
import { type Rounds, timed } from './timing.ts'

export interface ManyRules {
  readonly parse: Rounds
  readonly compile: Rounds
  readonly coldCompileMs: number
}

export function timeManyRules(ruleCount: number): ManyRules {
  const text = packText(makeRules(ruleCount, ruleCount, 7), true)
  const load = () => {
    const { pack, problems } = loadPack('many.md', text)
    if (pack === undefined || problems.length > 0) throw new Error('The made-up pack does not load.')
    return pack
  }
  const pack = load()
  const compile = (): void => {
    const problems: Problem[] = []
    joinPacks([pack], {}, problems)
    if (problems.length > 0) throw new Error(`The made-up pack has problems: ${problems[0]?.what}`)
  }
  const start = performance.now()
  compile()
  const coldCompileMs = performance.now() - start
  return {
    coldCompileMs,
    compile: timed(compile, { warmUp: 5, rounds: 31 }),
    parse: timed(() => void load(), { warmUp: 0, rounds: 3 }),
  }
}
