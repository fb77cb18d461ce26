/** What would change if: an overlay of events that have not happened. The answer is a difference with its causes, never stored. */
import type { Evaluated } from './evaluate.ts'
import { evidenceOf, explain } from './explain.ts'
import type { Law } from './law.ts'
import type { Label } from './model.ts'
import { readNotation, type Situation } from './situation.ts'
import { type Standing, standingOf } from './standing.ts'

export interface Change {
  readonly what: 'remedy' | 'stop' | 'duty' | 'bar' | 'clock' | 'stage' | 'exhaustion' | 'conclusion'
  readonly id: string
  readonly title: Label
  readonly before: string
  readonly after: string
  /** Which of the supposed events, or which other fact, brings it about. */
  readonly causes: readonly string[]
}

export interface WhatIf {
  readonly before: Standing
  readonly after: Standing
  readonly changes: readonly Change[]
  /** Duties and clocks that an observer might expect to move and that do not. */
  readonly unchanged: readonly {
    readonly id: string
    readonly title: Label
    readonly stays: string
    readonly note?: Label
  }[]
  /** What the packs say about running clocks while the transfer is stayed. */
  readonly clocksUnderStay: readonly {
    readonly id: string
    readonly title: Label
    readonly effect: string
    readonly note: Label
  }[]
}

/** Lays the events over the situation. The day asked moves to the last of them, if it lies before. */
export function overlay(situation: Situation, events: readonly string[]): Situation {
  const extra = readNotation(events, situation.zone, true)
  const last = Math.max(
    situation.at,
    ...extra.occurrences
      .flatMap(({ when }) => [when?.earliest, when?.latest])
      .filter((moment) => Number.isFinite(moment))
      .map(Number),
  )
  return {
    ...situation,
    at: last,
    knownBy: Math.max(situation.knownBy, last),
    occurrences: [
      ...situation.occurrences,
      ...extra.occurrences.map((o) => ({ ...o, id: `supposed-${o.id}`, evidence: [`supposed: ${o.type}`] })),
    ],
    facts: { ...situation.facts, ...extra.facts },
    // A list kept up to the day of knowledge is taken to go on, so that the supposed event stands alone in the difference.
    complete: [
      ...situation.complete.map((list) =>
        list.through >= situation.knownBy ? { ...list, through: Math.max(list.through, last) } : list,
      ),
      ...extra.complete,
    ],
    assessments: [...situation.assessments, ...extra.assessments],
  }
}

export function whatIf(law: Law, situation: Situation, events: readonly string[]): WhatIf {
  const supposed = overlay(situation, events)
  const base = standingOf(law, {
    ...supposed,
    occurrences: situation.occurrences,
    facts: situation.facts,
    assessments: situation.assessments,
    complete: supposed.complete.slice(0, situation.complete.length),
  })
  const then = standingOf(law, supposed)
  const changes = [
    ...lineChanges(base.standing, then.standing),
    ...conclusionChanges(law, base.evaluated, then.evaluated),
  ].map((change) => ({ ...change, causes: causesOf(then.evaluated, base.evaluated, change.id) }))
  const changed = new Set(changes.map((c) => c.id))
  return {
    before: base.standing,
    after: then.standing,
    changes,
    unchanged: then.standing.duties
      .filter((d) => !changed.has(d.id))
      .map((d) => ({ id: d.id, title: d.duty, stays: d.status })),
    clocksUnderStay: then.standing.clocks
      .filter((c) => c.underStay !== undefined && c.status !== 'passed')
      .map((c) => ({
        id: c.id,
        title: c.title,
        effect: c.underStay?.effect ?? '',
        note: c.underStay?.note ?? { en: '' },
      })),
  }
}

type Line = Omit<Change, 'causes'>

function lineChanges(before: Standing, after: Standing): Line[] {
  const changes: Line[] = []
  const compare = <T>(
    what: Change['what'],
    old: readonly T[],
    now: readonly T[],
    id: (t: T) => string,
    title: (t: T) => Label,
    state: (t: T) => string,
  ): void => {
    const was = new Map(old.map((item) => [id(item), item]))
    for (const item of now) {
      const earlier = was.get(id(item))
      const beforeState = earlier === undefined ? '–' : state(earlier)
      if (beforeState !== state(item))
        changes.push({ what, id: id(item), title: title(item), before: beforeState, after: state(item) })
      was.delete(id(item))
    }
    for (const [key, item] of was)
      changes.push({ what, id: key, title: title(item), before: state(item), after: '–' })
  }
  compare(
    'stage',
    before.tracks,
    after.tracks,
    (t) => t.id,
    (t) => t.title,
    (t) => t.stage?.id ?? '–',
  )
  compare(
    'duty',
    before.duties,
    after.duties,
    (d) => d.id,
    (d) => d.duty,
    (d) => d.status,
  )
  compare(
    'bar',
    before.bars,
    after.bars,
    (b) => b.id,
    (b) => b.title,
    (b) => b.applies,
  )
  compare(
    'remedy',
    before.remedies,
    after.remedies,
    (r) => r.id,
    (r) => r.title,
    (r) => r.status + (r.outcome === undefined ? '' : ` (${r.outcome})`),
  )
  compare(
    'clock',
    before.clocks,
    after.clocks,
    (c) => c.id,
    (c) => c.title,
    (c) => c.status,
  )
  compare(
    'exhaustion',
    before.exhaustion.tracks,
    after.exhaustion.tracks,
    (t) => t.track,
    (t) => t.title,
    (t) => t.domestic,
  )
  return changes
}

/** Rules of the packs whose value moves, beyond what the lines above already say. */
function conclusionChanges(law: Law, before: Evaluated, after: Evaluated): Line[] {
  const rules = new Set(law.blocks.rule.map((r) => r.concludes ?? r.rule))
  const changes: Line[] = []
  for (const id of rules) {
    const title = law.compiled.conclusions.get(id)?.title
    if (title === undefined || before.of(id) === after.of(id)) continue
    changes.push({ what: 'conclusion', id, title, before: before.of(id), after: after.of(id) })
  }
  return changes
}

/** What the changed conclusion rests on now and did not rest on before. */
function causesOf(after: Evaluated, before: Evaluated, id: string): string[] {
  const names = [id, `${id}.binds`, `${id}.applies`, `${id}.open`, `${id}.pending`, `${id}.running`, `${id}.opened`]
  const restsOn = (evaluated: Evaluated): Set<string> =>
    new Set(
      names.flatMap((name) => {
        const explanation = explain(evaluated, name, { full: true })
        return explanation === undefined ? [] : evidenceOf(explanation)
      }),
    )
  const old = restsOn(before)
  return [...restsOn(after)].filter((evidence) => !old.has(evidence))
}
