/**
 * Where a remedy stands. The strict four-valued conclusions are kept; the status is the word a lawyer uses, chosen
 * on the safe
 * side: a remedy is closed only on a ground that has been shown, and what is merely not recorded becomes a question.
 */
import type { Four } from '../record/index.ts'
import type { Atom } from './atom.ts'
import type { Formula } from './compiler.ts'
import type { Evaluated } from './evaluate.ts'
import { surelyHappened } from './match.ts'
import { relevantUnknowns } from './missing.ts'
import { endsByWaiver, type Label, type Norm, type Point, type Remedy } from './model.ts'
import { citable } from './citable.ts'
import { parsePattern } from './situation.ts'

export type RemedyStatus =
  | 'not_yet'
  | 'open'
  | 'used_pending'
  | 'used_decided'
  | 'lapsed'
  | 'waived'
  | 'not_available'
  | 'blocked'
  | 'burnt'
  | 'moot'
  | 'disputed'
  | 'unknown'

export interface PointAt {
  readonly point: Point
  readonly positions: Point['positions']
}

export interface RemedyState {
  readonly remedy: Remedy
  readonly status: RemedyStatus
  /** False where the status rests on nothing contrary being recorded; `unknowns` are then worth asking. */
  readonly certain: boolean
  readonly outcome?: string
  /** What it would be if the dispute went the person's way. */
  readonly otherwise?: RemedyStatus
  readonly because?: Label
  readonly norm?: Norm
  readonly disputed: readonly PointAt[]
  readonly unknowns: readonly Atom[]
  /** Claims of the filing, the decision, the opening act. */
  readonly evidence: readonly string[]
}

/** The version of a block that applies, by its anchor; undefined when none does. */
export function versionAt<
  T extends { readonly from?: string | undefined; readonly until?: string | undefined; readonly anchor: string },
>(evaluated: Evaluated, list: readonly T[]): T | undefined {
  return list.find(({ from, until, anchor }) => {
    const inForce = evaluated.ground.value({ kind: 'in-force', from, until, anchor })
    return inForce.value === 'true'
  })
}

/** The positions on a point that had been taken by the day of knowledge. */
export function pointAt(evaluated: Evaluated, id: string): PointAt | undefined {
  const point = evaluated.ground.law.blocks.point.find((p) => p.point === id)
  if (point === undefined) return undefined
  const known = evaluated.ground.situation.knownBy
  return { point, positions: point.positions.filter((p) => citable(p.date, known)) }
}

const isDisputed = ({ positions }: PointAt): boolean => new Set(positions.map((p) => p.supports)).size > 1

export function remedyState(evaluated: Evaluated, id: string): RemedyState | undefined {
  const list = evaluated.ground.law.remedies.get(id) ?? []
  const remedy = versionAt(evaluated, list) ?? list[0]
  if (remedy === undefined) return undefined
  const disputed = remedy.disputed.map((point) => pointAt(evaluated, point)).filter((p) => p !== undefined)
  const decided = decide(evaluated, remedy, disputed.some(isDisputed))
  const unknowns = decided.certain
    ? []
    : [...new Set([...relevantUnknowns(evaluated, `${id}.open`), ...relevantUnknowns(evaluated, `${id}.pending`)])]
  return { remedy, disputed, unknowns, evidence: evidenceFor(evaluated, remedy), ...decided }
}

type Decision = Pick<RemedyState, 'status' | 'certain' | 'outcome' | 'otherwise' | 'because' | 'norm'>

function decide(evaluated: Evaluated, remedy: Remedy, disputed: boolean): Decision {
  const id = remedy.remedy
  const value = (name: string): Four => evaluated.of(`${id}.${name}`)
  const used = usedState(evaluated, remedy)
  if (used !== undefined) return used
  const opened = value('opened')
  if (opened === 'false')
    return { status: jurisdictionFails(evaluated, `${id}.opened`) ? 'not_available' : 'not_yet', certain: true }
  const closed = closedState(evaluated, remedy)
  if (closed !== undefined) return closed
  if (opened === 'unknown') return { status: 'unknown', certain: false }
  if (endsByWaiver(remedy) && value('waived') === 'true') return { status: 'waived', certain: true }
  if (value('lapsed') === 'true') return { status: 'lapsed', certain: true }
  if (remedy.term !== undefined && evaluated.of(`${remedy.term}.passed`) === 'true')
    return { status: 'unknown', certain: false }
  const needed = remedy.needsFirst.map((first) => evaluated.of(`${first}.decided`))
  if (needed.includes('false')) return { status: 'not_yet', certain: true }
  const mayHaveLapsed = value('filed') === 'unknown' && termLongPast(evaluated, remedy)
  const status: RemedyStatus = mayHaveLapsed || needed.some((n) => n !== 'true') ? 'unknown' : 'open'
  if (opened === 'contested' || disputed) return { status: 'disputed', otherwise: status, certain: false }
  return { status, certain: status === 'open' && value('open') === 'true' }
}

/**
 * Filed already: pending, or decided, answered or withdrawn. A decision that is contested leaves it pending as far as
 * known.
 */
function usedState(evaluated: Evaluated, remedy: Remedy): Decision | undefined {
  const id = remedy.remedy
  if (evaluated.of(`${id}.filed`) !== 'true') return undefined
  const pending = evaluated.of(`${id}.pending`)
  if (pending === 'false') {
    const closed = closedState(evaluated, remedy)
    const outcome = lastOutcome(evaluated, remedy)
    return {
      ...closed,
      status: closed?.status === 'burnt' ? 'burnt' : 'used_decided',
      certain: true,
      ...(outcome === undefined ? {} : { outcome }),
    }
  }
  return { status: 'used_pending', certain: pending === 'true' }
}

/** The outcome of the last decision on it, or of the last event that answers it, if the record says. */
export const lastOutcome = (evaluated: Evaluated, remedy: Remedy): string | undefined =>
  outcomesOf(evaluated, remedy).at(-1)

/** What each decision on it, and each event that answers it, came to, in their order; undefined where not said. */
export function outcomesOf(evaluated: Evaluated, remedy: Remedy): readonly (string | undefined)[] {
  const { ground } = evaluated
  const answers = [{ event: `decided remedy=${remedy.remedy}`, outcome: undefined }, ...remedy.answeredBy].flatMap(
    ({ event, outcome }) =>
      ground
        .matching(parsePattern(event))
        .filter((m) => surelyHappened(m, ground.situation.at))
        .map(({ occurrence }) => ({
          at: occurrence.when?.latest ?? 0,
          outcome: outcome ?? occurrence.attributes['outcome'],
        })),
  )
  return answers.sort((a, b) => a.at - b.at).map((answer) => answer.outcome)
}

function closedState(evaluated: Evaluated, remedy: Remedy): Decision | undefined {
  for (const [index, close] of remedy.closes.entries()) {
    if (evaluated.of(`${remedy.remedy}.closed-${index + 1}`) === 'true') {
      return {
        status: close.status,
        certain: true,
        because: close.because,
        ...(close.norm === undefined ? {} : { norm: close.norm }),
      }
    }
  }
  return undefined
}

/** True when what fails is about whose law this is, not about what has happened. */
function jurisdictionFails(evaluated: Evaluated, id: string): boolean {
  const formula = evaluated.ground.law.compiled.conclusions.get(id)?.formula
  const walk = (part: Formula): boolean => {
    if (evaluated.at(part.ref) !== 'false') return false
    if (part.op === 'atom')
      return part.atom.kind === 'fact' || part.atom.kind === 'bound' || part.atom.kind === 'in-force'
    if (part.op === 'all') return part.parts.some(walk)
    if (part.op === 'any') return part.parts.every(walk)
    if (part.op === 'rule') return walk(part.part)
    return false
  }
  return formula !== undefined && walk(formula)
}

/** The earliest end is past although the latest is not known: it may be over. */
function termLongPast(evaluated: Evaluated, remedy: Remedy): boolean {
  if (remedy.term === undefined) return false
  const { deadline } = evaluated.ground.term(remedy.term)
  return deadline.safe !== null && evaluated.ground.situation.at > deadline.safe
}

function evidenceFor(evaluated: Evaluated, remedy: Remedy): string[] {
  const found = new Set<string>()
  for (const type of ['filed', 'decided']) {
    for (const { occurrence } of evaluated.ground.matching(parsePattern(`${type} remedy=${remedy.remedy}`)))
      occurrence.evidence.forEach((e) => found.add(e))
  }
  return [...found]
}
