/**
 * Why a conclusion has its value: read off the evaluator's own slots, on demand. Nothing is logged and nothing is
 * guessed; the
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

type Role = Explanation['role']

/** The explanation of a formula as a list: an `all` contributes its parts side by side. */
function unfold(
  e: Evaluated,
  formula: Formula,
  role: Role,
  options: ExplainOptions,
  seen: Set<string>,
): Explanation[] {
  const value = valueAt(e, formula.ref)
  switch (formula.op) {
    case 'atom':
      return [atomStep(e, formula, role)]
    case 'not':
      return unfold(e, formula.part, role === 'exception' ? 'condition' : 'exception', options, seen)
    case 'holds':
      return conclusionStep(e, formula.id, value, role, options, seen)
    case 'rule': {
      const { rule: id, title, origin } = formula
      const norms = normsKnown(e.ground, formula.norms)
      return [
        {
          value,
          role: 'rule',
          id,
          title,
          norms,
          origin,
          evidence: [],
          parts: unfold(e, formula.part, 'condition', options, seen),
        },
      ]
    }
    case 'combine': {
      const con = unfold(e, formula.con, 'against', options, seen)
      return [
        ...unfold(e, formula.pro, role, options, seen),
        ...con.map((part) => ({ ...part, role: 'against' as const })),
      ]
    }
    case 'all':
      return decisive(e, formula.parts, value, 'all', options).flatMap((part) =>
        unfold(e, part, role, options, seen),
      )
    case 'any': {
      const parts = decisive(e, formula.parts, value, 'any', options)
      if (parts.length === 1 && parts[0] !== undefined) return unfold(e, parts[0], role, options, seen)
      const shown = parts.flatMap((part) => unfold(e, part, 'condition', options, seen))
      return [{ value, role: role === 'exception' ? 'exception' : 'any', norms: [], evidence: [], parts: shown }]
    }
  }
}

function atomStep(e: Evaluated, { atom, ref }: Formula & { op: 'atom' }, role: Role): Explanation {
  const ground = e.grounded[ref]
  const because = ground?.because === undefined ? {} : { because: ground.because }
  return { value: valueAt(e, ref), role, atom, norms: [], evidence: ground?.evidence ?? [], parts: [], ...because }
}

/** Another conclusion with its own reasons; in a circle of explanations, the second time by name only. */
function conclusionStep(
  e: Evaluated,
  id: string,
  value: Four,
  role: Role,
  options: ExplainOptions,
  seen: Set<string>,
): Explanation[] {
  const conclusion = e.ground.law.compiled.conclusions.get(id)
  if (conclusion === undefined) return []
  const { title, origin, formula } = conclusion
  const parts = seen.has(id) ? [] : unfold(e, formula, 'condition', options, new Set([...seen, id]))
  return [{ value, role, id, title, norms: normsKnown(e.ground, conclusion.norms), origin, evidence: [], parts }]
}

/**
 * The parts that make the whole what it is: for an `all` that fails, the ones that fail; for one that is open, the
 * open ones.
 */
function decisive(
  evaluated: Evaluated,
  parts: readonly Formula[],
  value: Four,
  op: 'all' | 'any',
  options: ExplainOptions,
): readonly Formula[] {
  if (options.full === true) return parts
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
