/**
 * Why a conclusion has its value: read off the evaluator's own slots, on demand. Nothing is logged and nothing is guessed; the
 * same values give the same tree.
 */
import type { Four } from '../record/index.ts'
import type { Atom } from './atom.ts'
import type { Formula } from './compiler.ts'
import { normsKnown } from './citable.ts'
import type { Evaluated } from './evaluate.ts'
import type { Label, Norm, Origin } from './model.ts'

export interface Explanation {
  readonly value: Four
  /** `exception`: looked at because it would defeat; shown with the value it has itself. */
  readonly role: 'conclusion' | 'rule' | 'condition' | 'exception' | 'any' | 'against'
  readonly id?: string
  readonly title?: Label
  readonly atom?: Atom
  readonly norms: readonly Norm[]
  readonly origin?: Origin
  readonly evidence: readonly string[]
  readonly because?: string
  readonly parts: readonly Explanation[]
}

export interface ExplainOptions {
  /** Everything looked at, not only what decides. */
  readonly full?: boolean
}

/** The reasons for a conclusion's value; undefined when nothing is called so. */
export function explain(evaluated: Evaluated, id: string, options: ExplainOptions = {}): Explanation | undefined {
  const conclusion = evaluated.ground.law.compiled.conclusions.get(id)
  if (conclusion === undefined) return undefined
  const value = valueAt(evaluated, conclusion.slot)
  return {
    value,
    role: 'conclusion',
    id,
    title: conclusion.title,
    norms: normsKnown(evaluated.ground, conclusion.norms),
    origin: conclusion.origin,
    evidence: [],
    parts: unfold(evaluated, conclusion.formula, 'condition', options, new Set([id])),
  }
}

const valueAt = (evaluated: Evaluated, slot: number): Four => evaluated.at(slot)

/** The explanation of a formula as a list: an `all` contributes its parts side by side. */
function unfold(
  evaluated: Evaluated,
  formula: Formula,
  role: Explanation['role'],
  options: ExplainOptions,
  seen: Set<string>,
): Explanation[] {
  const value = valueAt(evaluated, formula.ref)
  switch (formula.op) {
    case 'atom': {
      const ground = evaluated.grounded[formula.ref]
      return [
        {
          value,
          role,
          atom: formula.atom,
          norms: [],
          evidence: ground?.evidence ?? [],
          parts: [],
          ...(ground?.because === undefined ? {} : { because: ground.because }),
        },
      ]
    }
    case 'not':
      return unfold(evaluated, formula.part, role === 'exception' ? 'condition' : 'exception', options, seen)
    case 'holds': {
      const conclusion = evaluated.ground.law.compiled.conclusions.get(formula.id)
      if (conclusion === undefined) return []
      const parts = seen.has(formula.id)
        ? []
        : unfold(evaluated, conclusion.formula, 'condition', options, new Set([...seen, formula.id]))
      return [
        {
          value,
          role,
          id: formula.id,
          title: conclusion.title,
          norms: normsKnown(evaluated.ground, conclusion.norms),
          origin: conclusion.origin,
          evidence: [],
          parts,
        },
      ]
    }
    case 'rule':
      return [
        {
          value,
          role: 'rule',
          id: formula.rule,
          title: formula.title,
          norms: normsKnown(evaluated.ground, formula.norms),
          origin: formula.origin,
          evidence: [],
          parts: unfold(evaluated, formula.part, 'condition', options, seen),
        },
      ]
    case 'combine': {
      const pro = unfold(evaluated, formula.pro, role, options, seen)
      const con = unfold(evaluated, formula.con, 'against', options, seen)
      return [...pro, ...con.map((part) => ({ ...part, role: 'against' as const }))]
    }
    case 'all':
      return decisive(evaluated, formula.parts, value, 'all', options).flatMap((part) =>
        unfold(evaluated, part, role, options, seen),
      )
    case 'any': {
      const parts = decisive(evaluated, formula.parts, value, 'any', options)
      if (parts.length === 1 && parts[0] !== undefined) return unfold(evaluated, parts[0], role, options, seen)
      return [
        {
          value,
          role: role === 'exception' ? 'exception' : 'any',
          norms: [],
          evidence: [],
          parts: parts.flatMap((part) => unfold(evaluated, part, 'condition', options, seen)),
        },
      ]
    }
  }
}

/** The parts that make the whole what it is: for an `all` that fails, the ones that fail; for one that is open, the open ones. */
function decisive(
  evaluated: Evaluated,
  parts: readonly Formula[],
  value: Four,
  op: 'all' | 'any',
  options: ExplainOptions,
): readonly Formula[] {
  if (options.full === true) return parts
  if (value === (op === 'all' ? 'true' : 'false')) return parts
  const same = parts.filter((part) => valueAt(evaluated, part.ref) === value)
  return same.length > 0
    ? same
    : parts.filter((part) => valueAt(evaluated, part.ref) !== (op === 'all' ? 'true' : 'false'))
}

/** Every claim, list or binding that an explanation rests on, once each, in order. */
export function evidenceOf(explanation: Explanation): string[] {
  const found = new Set<string>()
  const walk = (part: Explanation): void => {
    for (const id of part.evidence) found.add(id)
    part.parts.forEach(walk)
  }
  walk(explanation)
  return [...found]
}

/** Every norm that an explanation names, once each. */
export function normsOf(explanation: Explanation): Norm[] {
  const found = new Map<string, Norm>()
  const walk = (part: Explanation): void => {
    for (const norm of part.norms) found.set(`${norm.instrument} ${norm.article}`, norm)
    part.parts.forEach(walk)
  }
  walk(explanation)
  return [...found.values()]
}
