/** From the blocks of the packs to one program. */
import { type Compiled, Compiler, type Definition, type Formula } from './compiler.ts'
import { defineDutiesAndBars, defineRemedies, defineRules, defineTerms, defineTracks } from './definitions.ts'
import type { Blocks } from './law.ts'
import type { Problem } from './load.ts'

/** Names of conclusions. Two blocks that give the same one would silently replace each other. */
class Definitions extends Map<string, Definition> {
  private readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super()
    this.problems = problems
  }

  override set(id: string, definition: Definition): this {
    const { origin } = this.get(id) ?? {}
    if (origin !== undefined) {
      this.problems.push({
        file: definition.origin.file,
        line: definition.origin.line,
        what: `Two blocks of different kinds conclude "${id}": here and at ${origin.file}:${origin.line}.`,
        remedy: 'Give one of them another name.',
      })
    }
    return super.set(id, definition)
  }
}

/** Compiles everything; problems are added to the list. */
export function compile(blocks: Blocks, problems: Problem[]): Compiled {
  const definitions = new Definitions(problems)
  defineRules(blocks, definitions, problems)
  defineTracks(blocks, definitions)
  defineTerms(blocks, definitions)
  defineRemedies(blocks, definitions)
  defineDutiesAndBars(blocks, definitions)
  const compiler = new Compiler(definitions, problems)
  for (const id of definitions.keys()) compiler.conclude(id)
  const program = compiler.builder.build()
  const number = (formula: Formula): void => {
    formula.ref = compiler.builder.slot(formula.ref)
    if ('parts' in formula) formula.parts.forEach(number)
    if ('part' in formula) number(formula.part)
    if ('pro' in formula) {
      number(formula.pro)
      number(formula.con)
    }
  }
  for (const conclusion of compiler.done.values()) {
    conclusion.slot = compiler.builder.slot(conclusion.slot)
    number(conclusion.formula)
  }
  const atoms = compiler.builder.atomKeys.map((key) => compiler.atoms.get(key) ?? { kind: 'nothing' as const })
  return { program, atoms, conclusions: compiler.done }
}
