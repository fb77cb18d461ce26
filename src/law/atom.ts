/** The inputs of the program: what a condition asks of one case, as plain data with a stable key. */
import type { Pattern } from './situation.ts'

export type Atom =
  /** An event matching the pattern has happened by the day asked. */
  | { readonly kind: 'happened'; readonly pattern: Pattern }
  /** The event has happened after the last `of`. */
  | { readonly kind: 'after'; readonly pattern: Pattern; readonly of: Pattern }
  | { readonly kind: 'order'; readonly first: Pattern; readonly then: Pattern }
  | { readonly kind: 'fact'; readonly fact: string; readonly among: readonly string[] }
  | { readonly kind: 'bound'; readonly state: string; readonly by: string }
  | { readonly kind: 'assessed'; readonly question: string; readonly as: 'yes' | 'no' }
  | { readonly kind: 'passed'; readonly term: string }
  /** A version of a norm is the one that applies. */
  | {
      readonly kind: 'in-force'
      readonly from: string | undefined
      readonly until: string | undefined
      readonly anchor: string
    }
  /** What the reading of the events on article 34 finds: a breach. */
  | { readonly kind: 'found'; readonly finding: 'article-34' }
  | { readonly kind: 'nothing' }

export const patternText = (pattern: Pattern): string =>
  [pattern.type, ...pattern.where.map(([key, value]) => `${key}=${value}`)].join(' ')

export function atomKey(atom: Atom): string {
  switch (atom.kind) {
    case 'happened':
      return patternText(atom.pattern)
    case 'after':
      return `${patternText(atom.pattern)} after ${patternText(atom.of)}`
    case 'order':
      return `${patternText(atom.first)} before ${patternText(atom.then)}`
    case 'fact':
      return `${atom.fact}=${atom.among.join('|')}`
    case 'bound':
      return `${atom.state} bound by ${atom.by}`
    case 'assessed':
      return `assessed ${atom.question}=${atom.as}`
    case 'passed':
      return `passed ${atom.term}`
    case 'in-force':
      return `version ${atom.from ?? '..'}/${atom.until ?? '..'} at ${atom.anchor}`
    case 'found':
      return `found ${atom.finding}`
    case 'nothing':
      return 'no rule'
  }
}
