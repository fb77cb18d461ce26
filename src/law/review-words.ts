/** Conditions of the packs in words, as an outline: what a lawyer reads instead of the notation. */
import type { Atom } from './atom.ts'
import type { Law } from './law.ts'
import type { Condition } from './model.ts'
import { parsePattern } from './situation.ts'
import { atomWords, type Language, titleOf } from './words/index.ts'

export interface Outline {
  readonly text: string
  readonly parts: readonly Outline[]
}

/** What must be so, as one line with what hangs on it. */
export function conditionOutline(law: Law, condition: Condition, language: Language): Outline {
  const es = language === 'es'
  const inside = (list: readonly Condition[]): Outline[] =>
    list.map((part) => conditionOutline(law, part, language))
  const line = (text: string): Outline => ({ text, parts: [] })
  const atom = (asked: Atom): Outline => line(atomWords(law, asked, language))
  if (typeof condition === 'string') return atom({ kind: 'happened', pattern: parsePattern(condition) })
  if ('happened' in condition) {
    const happened = atom({ kind: 'happened', pattern: parsePattern(condition.happened) })
    const since = condition.notSince === undefined ? [] : [condition.notSince].flat()
    if (since.length === 0) return happened
    return {
      text: `${happened.text}; ${es ? 'y después no' : 'and since then not'}:`,
      parts: inside(since),
    }
  }
  if ('fact' in condition)
    return atom({ kind: 'fact', fact: condition.fact, among: condition.in ?? [condition.is ?? 'yes'] })
  if ('holds' in condition) return line(`${nameOf(law, condition.holds, language)} [${condition.holds}]`)
  if ('passed' in condition) return atom({ kind: 'passed', term: condition.passed })
  if ('running' in condition)
    return line(
      `${es ? 'corre el plazo' : 'the time limit is running'}: ${titleOf(law, condition.running, language)}`,
    )
  if ('bound' in condition) return atom({ kind: 'bound', state: condition.bound, by: condition.by })
  if ('first' in condition)
    return atom({ kind: 'order', first: parsePattern(condition.first), then: parsePattern(condition.then) })
  if ('assessed' in condition) return atom({ kind: 'assessed', question: condition.assessed, as: condition.as })
  if ('found' in condition) return atom({ kind: 'found', finding: condition.found })
  if ('not' in condition) return negated(conditionOutline(law, condition.not, language), es)
  if ('all' in condition) return { text: es ? 'todo esto:' : 'all of this:', parts: inside(condition.all) }
  return { text: es ? 'al menos una de estas cosas:' : 'at least one of these:', parts: inside(condition.any) }
}

const negated = (part: Outline, es: boolean): Outline =>
  part.parts.length === 0
    ? { text: `${es ? 'no' : 'not'}: ${part.text}`, parts: [] }
    : { text: es ? 'no es así que:' : 'it is not so that:', parts: [part] }

/** The title of a conclusion, also where its main part is left out of the name. */
function nameOf(law: Law, id: string, language: Language): string {
  const full = ['', '.open', '.binds', '.applies', '.running']
    .map((suffix) => id + suffix)
    .find((name) => law.compiled.conclusions.has(name))
  return titleOf(law, full ?? id, language)
}
