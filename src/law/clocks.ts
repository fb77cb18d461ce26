/**
 * Every running clock, in both directions: against the person (appeals) and against the State (release, surrender).
 */
import { compare, type Four } from '../record/index.ts'
import { normsKnown } from './citable.ts'
import type { Deadline } from './deadline.ts'
import type { Evaluated } from './evaluate.ts'
import { mayApply } from './ground.ts'
import type { Label, Norm, Term } from './model.ts'
import { versionAt } from './status.ts'

export interface Clock {
  readonly id: string
  readonly title: Label
  readonly direction: Term['direction']
  readonly started: Four
  readonly status: 'running' | 'passed' | 'perhaps_passed' | 'start_unknown'
  readonly deadline: Deadline
  /** What an order that stops the transfer does to it. */
  readonly underStay?: { readonly effect: 'runs-on' | 'stops' | 'not-stated'; readonly note: Label }
  readonly norms: readonly Norm[]
}

/** Clocks that have started, or may have, and that nothing recorded has ended. */
export function clocksOf(evaluated: Evaluated): Clock[] {
  const found: Clock[] = []
  const elsewhere = termsElsewhere(evaluated)
  for (const [id, list] of evaluated.ground.law.terms) {
    if (elsewhere.has(id)) continue
    const term = versionAt(evaluated, list) ?? list[0]
    if (term === undefined) continue
    const result = evaluated.ground.term(id)
    if (result.started === 'false' || result.deadline.safe === null || ended(evaluated, id)) continue
    const passed = evaluated.of(`${id}.passed`)
    const status =
      passed === 'true'
        ? 'passed'
        : passed === 'false'
          ? 'running'
          : result.deadline.latest === null
            ? 'start_unknown'
            : 'perhaps_passed'
    found.push({
      id,
      title: term.title,
      direction: term.direction,
      started: result.started,
      status,
      deadline: result.deadline,
      norms: normsKnown(evaluated.ground, term.norm),
      ...(term.underStay === undefined ? {} : { underStay: term.underStay }),
    })
  }
  const end = (clock: Clock): number => clock.deadline.safe ?? Infinity
  const order = ['running', 'perhaps_passed', 'start_unknown', 'passed']
  return found.sort(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || end(a) - end(b) || compare(a.id, b.id),
  )
}

/** Terms of a State's packs when none of that State's paths of procedure is one of this case. */
function termsElsewhere({ ground }: Evaluated): ReadonlySet<string> {
  const domestic = [...ground.law.tracks].filter(([, track]) => track.domestic)
  const here = new Set(domestic.filter(([id]) => mayApply(ground, id)).map(([, track]) => track.jurisdiction))
  const other = new Set(domestic.map(([, track]) => track.jurisdiction).filter((state) => !here.has(state)))
  return new Set(
    ground.law.packs
      .filter((pack) => other.has(pack.jurisdiction))
      .flatMap((pack) => pack.blocks.term.map((t) => t.term)),
  )
}

/** Ended by an event of its own, or because the remedy it belongs to has been used. */
function ended(evaluated: Evaluated, id: string): boolean {
  if (evaluated.of(`${id}.ended`) === 'true') return true
  const remedies = evaluated.ground.law.blocks.remedy.filter((r) => r.term === id)
  return remedies.length > 0 && remedies.every((r) => evaluated.of(`${r.remedy}.filed`) === 'true')
}
