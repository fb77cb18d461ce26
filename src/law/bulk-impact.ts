/** What an event would change in many cases: a docket is looked up once and then asked as often as one likes. */
import type { Four } from '../record/index.ts'
import type { Atom } from './atom.ts'
import { BitRows, type BulkEvaluated, concludeAll, lookUp } from './bulk.ts'
import { type Law, patternsIn } from './law.ts'
import { procedureOf } from './scope.ts'
import { parsePattern, readNotation, type Situation } from './situation.ts'
import { supposition } from './what-if.ts'

/** A case in which something changes, by its place in the docket, and what changes. */
export interface CaseImpact {
  readonly index: number
  readonly changes: readonly { readonly id: string; readonly before: Four; readonly after: Four }[]
}

export interface Docket {
  readonly evaluated: BulkEvaluated
  /**
   * The cases that change if these events come, in the order of the docket. A case is compared with itself on the
   * day of the
   * last event, as in `whatIf`. Throws `NotationError` or `DateError` for lines that cannot be read.
   */
  impactOf(events: readonly string[]): CaseImpact[]
}

export function docketOf(law: Law, situations: readonly Situation[]): Docket {
  const inputs = new BitRows(law.compiled.program.atomCount, situations.length)
  situations.forEach((situation, index) => lookUp(law, situation, index, inputs))
  const evaluated = concludeAll(law, inputs)
  const impact = (events: readonly string[]): CaseImpact[] => {
    const after = inputs.copy()
    let moved: BitRows | undefined
    const touched = slotsTouched(law, events)
    const states = statesOf(events)
    situations.forEach((situation, index) => {
      const both = supposition(situation, events)
      if (touched !== undefined && sameScope(situation, states) && sameDay(situation, both.before))
        lookUp(law, both.after, index, after, touched)
      else {
        moved ??= inputs.copy()
        lookUp(law, both.before, index, moved)
        lookUp(law, both.after, index, after)
      }
    })
    return differences(law, moved === undefined ? evaluated : concludeAll(law, moved), concludeAll(law, after))
  }
  return { evaluated, impactOf: impact }
}

/** Which of the cases change if these events come. For several questions to the same cases use {@link docketOf}. */
export const impactOf = (law: Law, events: readonly string[], situations: readonly Situation[]): CaseImpact[] =>
  docketOf(law, situations).impactOf(events)

/** Supposing the events moved neither the day asked nor the day through which a list is complete. */
const sameDay = (situation: Situation, before: Situation): boolean =>
  before.at === situation.at &&
  before.complete.every((list, index) => list.through === situation.complete[index]?.through)

/** The States in whose procedures the supposed events are steps. */
const statesOf = (events: readonly string[]): readonly string[] => [
  ...new Set(readNotation(events, 'UTC', true).occurrences.flatMap((one) => procedureOf(one) ?? [])),
]

/** No State comes into the case that was not in it: that could leave open whose step another event was. */
function sameScope({ facts }: Situation, states: readonly string[]): boolean {
  const sending = facts['sending-state']?.values ?? []
  return states.every((state) => sending.length === 1 && sending[0] === state)
}

/**
 * The inputs that events of these types can move. Nothing when more than events is supposed: a fact chooses tracks
 * and
 * stands for `@names`, so that it can move any input.
 */
function slotsTouched(law: Law, events: readonly string[]): number[] | undefined {
  const supposed = readNotation(events, 'UTC', true)
  if (supposed.complete.length + supposed.assessments.length + Object.keys(supposed.facts).length > 0)
    return undefined
  const types = new Set(supposed.occurrences.map(({ type }) => type))
  const { atoms } = law.compiled
  return [...atoms.keys()].filter((slot) => rests(law, atoms[slot], types))
}

function rests(law: Law, atom: Atom | undefined, types: ReadonlySet<string>): boolean {
  if (atom === undefined) return false
  if ('pattern' in atom && types.has(atom.pattern.type)) return true
  if ('of' in atom && types.has(atom.of.type)) return true
  if (atom.kind === 'order') return types.has(atom.first.type) || types.has(atom.then.type)
  if (atom.kind === 'found') return true
  if (atom.kind === 'in-force') return types.has(parsePattern(atom.anchor).type)
  if (atom.kind !== 'passed') return false
  return (law.terms.get(atom.term) ?? []).some((term) =>
    [
      term.starts.event,
      ...(term.starts.or ?? []).map(({ event }) => event),
      ...[...term.ends, ...term.pausedWhile].flatMap(patternsIn),
      term.anchor,
    ].some((text) => types.has(parsePattern(text).type)),
  )
}

function differences(law: Law, before: BulkEvaluated, after: BulkEvaluated): CaseImpact[] {
  const { words } = before.rows
  const byCase = new Map<number, CaseImpact['changes'][number][]>()
  for (const id of law.compiled.conclusions.keys()) {
    const row = before.rowOf(id)
    if (row === undefined) continue
    for (let word = 0; word < words; word++) {
      const yes = 2 * row * words + word
      let differs =
        ((before.rows.bits[yes] as number) ^ (after.rows.bits[yes] as number)) |
        ((before.rows.bits[yes + words] as number) ^ (after.rows.bits[yes + words] as number))
      while (differs !== 0) {
        const bit = 31 - Math.clz32(differs & -differs)
        differs &= differs - 1
        const index = word * 32 + bit
        if (index >= before.caseCount) continue
        const changes = byCase.get(index) ?? []
        changes.push({ id, before: before.of(id, index), after: after.of(id, index) })
        byCase.set(index, changes)
      }
    }
  }
  return [...byCase].toSorted(([a], [b]) => a - b).map(([index, changes]) => ({ index, changes }))
}
