/**
 * Who can still stop the transfer: bodies, ranked by how strong their order is, whether they are seised, and how
 * fast they decide.
 */
import { compare } from '../record/index.ts'
import type { Instant } from '../record/index.ts'
import type { Atom } from './atom.ts'
import { citable, dayMinutes, normsKnown } from './citable.ts'
import type { Deadline } from './deadline.ts'
import type { Evaluated } from './evaluate.ts'
import type { Effect, Label, LawBody, Norm, Precedent, Remedy } from './model.ts'
import { goneOf } from './gone.ts'
import { parsePeriod } from './period.ts'
import { outcomesOf, type PointAt, type RemedyState } from './status.ts'

export interface Stop {
  readonly remedy: string
  readonly title: Label
  readonly body: string
  readonly bodyTitle: Label
  readonly strength: LawBody['strength']
  readonly track: string
  readonly status: RemedyState['status']
  readonly certain: boolean
  readonly outcome?: string
  readonly mode: Effect['mode']
  readonly withoutHearing: boolean
  /** The court already has a case of this person before it. */
  readonly seised: boolean
  readonly decidedWithin?: string
  readonly decidedWithinNorm?: Norm
  readonly deadline?: Deadline
  readonly disputed: readonly PointAt[]
  readonly norms: readonly Norm[]
  readonly warnings: readonly Label[]
  readonly precedents: readonly Precedent[]
  readonly channels: readonly {
    readonly channel: Label
    readonly hours?: string | undefined
    readonly norm: Norm
  }[]
  readonly evidence: readonly string[]
  /** Not recorded, and it would matter. */
  readonly unknowns: readonly Atom[]
  /** An order of this kind holds the transfer now. */
  readonly inForce: boolean
  /** The duty that such an order brings about. */
  readonly order?: string
}

const strengths: readonly LawBody['strength'][] = [
  'domestic-court',
  'domestic-executive',
  'treaty-court',
  'treaty-committee',
  'political',
]
const statuses: readonly RemedyState['status'][] = [
  'used_decided',
  'open',
  'used_pending',
  'disputed',
  'burnt',
  'blocked',
  'unknown',
]

/**
 * A remedy can stop the transfer unless it has been shown that it cannot. Spent and future ones are left to the
 * list of remedies. Of a person who is gone nothing can be stopped.
 */
export function stopsOf(evaluated: Evaluated, states: readonly RemedyState[]): Stop[] {
  if (goneOf(evaluated) !== undefined) return []
  const found: Stop[] = []
  for (const state of states) {
    const effect = state.remedy.effects.find((e) => e.target === 'transfer' && e.mode !== 'none')
    if (effect === undefined) continue
    if (spent(evaluated, state)) continue
    const inForce = holdsNow(evaluated, state)
    if (!inForce && !['open', 'used_pending', 'disputed', 'unknown', 'burnt', 'blocked'].includes(state.status))
      continue
    found.push(stopFrom(evaluated, state, effect, inForce))
  }
  return found.sort(byRank)
}

/** Pending or granted, but shown to protect no longer: the person is gone, or what it announced never came. */
function spent(evaluated: Evaluated, { remedy }: RemedyState): boolean {
  return remedy.closes.some(
    ({ status }, index) =>
      (status === 'moot' || status === 'lapsed') && evaluated.of(`${remedy.remedy}.closed-${index + 1}`) === 'true',
  )
}

/**
 * Granted, and what it brought about has not been shown to have ended. A remedy that cannot be used a second time, a
 * new request and its refusal take nothing from an order that stands. What was disobeyed goes on binding and holds
 * nothing.
 */
function holdsNow(evaluated: Evaluated, { remedy, status, outcome }: RemedyState): boolean {
  if (remedy.order !== undefined)
    return (
      usedOnce.has(status) && everGranted(evaluated, remedy) && evaluated.of(`${remedy.order}.binds`) !== 'false'
    )
  return usedOnce.has(status) && status !== 'used_pending' && outcome === 'granted'
}

const usedOnce: ReadonlySet<RemedyState['status']> = new Set(['used_decided', 'used_pending', 'burnt'])

const everGranted = (evaluated: Evaluated, remedy: Remedy): boolean =>
  outcomesOf(evaluated, remedy).includes('granted')

function stopFrom(evaluated: Evaluated, state: RemedyState, effect: Effect, inForce: boolean): Stop {
  const { remedy } = state
  const { law, situation } = evaluated.ground
  const body = law.blocks.body.find((b) => b.body === remedy.body)
  const seisedBy = remedy.within === undefined ? undefined : evaluated.of(`${remedy.within}.filed`)
  const deadline = remedy.term === undefined ? undefined : evaluated.ground.term(remedy.term).deadline
  return {
    remedy: remedy.remedy,
    title: remedy.title,
    body: remedy.body,
    bodyTitle: bodyTitle(body, situation.at),
    strength: body?.strength ?? 'political',
    track: remedy.track,
    status: state.status,
    certain: state.certain,
    mode: effect.mode,
    withoutHearing: remedy.withoutHearing,
    seised: seisedBy === 'true' || state.status === 'used_pending',
    disputed: state.disputed,
    norms: normsKnown(evaluated.ground, remedy.norm),
    warnings: remedy.warnings.filter((w) => within(situation.at, w.from, w.until)),
    precedents: precedentsBeside(evaluated, remedy.remedy),
    channels: channelsAt(body, situation.at),
    evidence: state.evidence,
    unknowns: state.unknowns,
    inForce,
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    ...(remedy.order === undefined ? {} : { order: remedy.order }),
    ...(remedy.decidesWithin === undefined
      ? {}
      : { decidedWithin: remedy.decidesWithin.period, decidedWithinNorm: remedy.decidesWithin.norm }),
    ...(deadline === undefined ? {} : { deadline }),
  }
}

/** Judgments that could be cited on the day of knowledge, those against us first. */
export function precedentsBeside(evaluated: Evaluated, id: string): Precedent[] {
  const { law, situation } = evaluated.ground
  const receiving = situation.facts['receiving-state']?.values ?? []
  const sending = situation.facts['sending-state']?.values ?? []
  const order = ['warning', 'against', 'mixed', 'for']
  return law.blocks.precedent
    .filter((p) => p.beside.includes(id) && citable(p.date, situation.knownBy))
    .filter((p) => p.speaks !== 'for' || receiving.includes(p.receiving) || sending.includes(p.sending))
    .sort((a, b) => order.indexOf(a.speaks) - order.indexOf(b.speaks) || compare(b.date, a.date))
}

const within = (at: number, from: string | undefined, until: string | undefined): boolean =>
  (from === undefined || dayMinutes(from) <= at) && (until === undefined || at < dayMinutes(until))

export function channelsAt(body: LawBody | undefined, at: Instant): Stop['channels'] {
  return (body?.channels ?? []).filter((c) => within(at, c.from, c.until))
}

/** Organs are renamed: the name is the one of the day. */
export function bodyTitle(body: LawBody | undefined, at: number): Label {
  if (body === undefined) return { en: '(unnamed body)' }
  return (
    body.renamed
      .filter((r) => dayMinutes(r.from) <= at)
      .sort((a, b) => compare(a.from, b.from))
      .at(-1)?.title ?? body.title
  )
}

const minutesOf = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 43_200, year: 525_600 } as const

/** Rough length, for ranking only. */
function speed(stop: Stop): number {
  if (stop.decidedWithin === undefined) return Infinity
  const { count, unit } = parsePeriod(stop.decidedWithin)
  const base = (Object.keys(minutesOf) as (keyof typeof minutesOf)[]).find((name) => unit.includes(name)) ?? 'day'
  return count * minutesOf[base]
}

/** A request to the Government whose very effect is disputed stops less than the order of a treaty court. */
function strengthOf({ strength, mode }: Stop): number {
  const rank = strengths.indexOf(strength)
  return strength === 'domestic-executive' && mode === 'disputed' ? strengths.indexOf('treaty-court') + 0.5 : rank
}

function byRank(a: Stop, b: Stop): number {
  const settled = (stop: Stop): number => (stop.status === 'unknown' ? 1 : 0)
  return (
    Number(b.inForce) - Number(a.inForce) ||
    strengthOf(a) - strengthOf(b) ||
    settled(a) - settled(b) ||
    Number(b.seised) - Number(a.seised) ||
    statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
    // Two that say no time give no number, and so no order.
    speed(a) - speed(b) ||
    compare(a.remedy, b.remedy)
  )
}
