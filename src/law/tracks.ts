/**
 * The paths of procedure a case is on: each with its stage and who acts next. A case is several tracks, never one
 * ladder.
 */
import type { Evaluated } from './evaluate.ts'
import { evaluateCase } from './evaluate.ts'
import type { Label, Stage } from './model.ts'
import { surelyHappened } from './match.ts'
import { atomsUnder } from './missing.ts'
import { type Occurrence, parsePattern, type Proceeding } from './situation.ts'
import type { RemedyState } from './status.ts'
import { versionAt } from './status.ts'

export interface StageState {
  readonly id: string
  readonly title: Label
  readonly ended: boolean
  /** A later stage may have been reached; what is open. */
  readonly perhaps: readonly { readonly id: string; readonly title: Label }[]
}

export interface TrackState {
  readonly id: string
  readonly title: Label
  readonly domestic: boolean
  readonly round: number
  /** Whether anything at all is recorded of this track. */
  readonly recorded: boolean
  readonly stage: StageState | null
  readonly next: { readonly who: Label; readonly what: Label; readonly within?: string } | null
  readonly pending: readonly Proceeding[]
  readonly earlier: readonly { readonly round: number; readonly stage: StageState | null }[]
  /** Asked when nothing is recorded. */
  readonly question: Label
}

export function tracksOf(evaluated: Evaluated, states: readonly RemedyState[]): TrackState[] {
  const { law, situation, rounds } = evaluated.ground
  const found: TrackState[] = []
  for (const [id, track] of law.tracks) {
    if (evaluated.of(`${id}.applies`) === 'false') continue
    const round = rounds[id] ?? 1
    const stages = stageBlocks(evaluated, id)
    const own = situation.occurrences.filter(
      (o) => belongs(evaluated, o, id) && (o.when === undefined || o.when.earliest <= situation.at),
    )
    const reached = stageOf(evaluated, stages)
    const stage = reached !== null && own.length === 0 && restsOnOthers(evaluated, reached.id, id) ? null : reached
    const current = stages.find((s) => s.stage === stage?.id)
    found.push({
      id,
      title: track.title,
      domestic: track.domestic,
      round,
      recorded: own.length > 0 || stage !== null,
      stage,
      next:
        current?.next === undefined
          ? null
          : {
              who: current.next.who,
              what: current.next.what,
              ...(current.next.within === undefined ? {} : { within: current.next.within }),
            },
      pending: pendingIn(evaluated, id, states),
      question: track.question,
      earlier: earlierRounds(evaluated, id, round),
    })
  }
  return found
}

function belongs(evaluated: Evaluated, occurrence: Occurrence, track: string): boolean {
  if (occurrence.track !== undefined) return occurrence.track === track
  const remedy = occurrence.attributes['remedy']
  return remedy !== undefined && evaluated.ground.law.trackOfRemedy(remedy) === track
}

/**
 * What reaches the stage was a step in other proceedings, such as the arrest with which an expulsion began: it does not
 * show that this track has begun.
 */
function restsOnOthers(evaluated: Evaluated, stage: string, track: string): boolean {
  const { law, situation } = evaluated.ground
  const tracks = atomsUnder(evaluated, stage).flatMap((slot) => {
    const atom = law.compiled.atoms[slot]
    if (atom?.kind !== 'happened') return []
    const sure = evaluated.ground.matching(atom.pattern).filter((m) => surelyHappened(m, situation.at))
    return sure.map(({ occurrence }) => occurrence.track)
  })
  return tracks.length > 0 && tracks.every((one) => one !== undefined && one !== track)
}

function stageBlocks(evaluated: Evaluated, track: string): Stage[] {
  const stages: Stage[] = []
  for (const list of evaluated.ground.law.stages.values()) {
    const block = versionAt(evaluated, list) ?? list[0]
    if (block?.track === track) stages.push(block)
  }
  return stages.sort((a, b) => a.order - b.order)
}

function stageOf(evaluated: Evaluated, stages: readonly Stage[]): StageState | null {
  const reached = stages.filter((s) => evaluated.of(s.stage) === 'true').at(-1)
  if (reached === undefined) return null
  const perhaps = reached.ends
    ? []
    : stages.filter((s) => s.order > reached.order && !['true', 'false'].includes(evaluated.of(s.stage)))
  return {
    id: reached.stage,
    title: reached.title,
    ended: reached.ends,
    perhaps: perhaps.map((s) => ({ id: s.stage, title: s.title })),
  }
}

/** Proceedings in which a remedy was filed and no decision on it is recorded. */
function pendingIn(evaluated: Evaluated, track: string, states: readonly RemedyState[]): Proceeding[] {
  const { situation } = evaluated.ground
  const pending = states
    .filter((s) => s.remedy.track === track && s.status === 'used_pending')
    .map((s) => s.remedy.remedy)
  const ids = new Set(
    pending
      .flatMap((id) => evaluated.ground.matching(parsePattern(`filed remedy=${id}`)))
      .filter((m) => surelyHappened(m, situation.at))
      .map((m) => m.occurrence.proceeding),
  )
  return situation.proceedings.filter((p) => ids.has(p.id))
}

function earlierRounds(evaluated: Evaluated, track: string, round: number): TrackState['earlier'] {
  const { law, situation, rounds } = evaluated.ground
  const stages = law.blocks.stage.filter((s) => s.track === track).map((s) => s.stage)
  const earlier: { round: number; stage: StageState | null }[] = []
  for (let number = 1; number < round; number++) {
    const past = evaluateCase(law, situation, { ...rounds, [track]: number }, stages)
    earlier.push({ round: number, stage: stageOf(past, stageBlocks(past, track)) })
  }
  return earlier
}
