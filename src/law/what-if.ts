/**
 * What would change if: an overlay of events that have not happened. The answer is a difference with its causes,
 * never stored.
 */
import type { Evaluated } from './evaluate.ts'
import { evidenceOf, explain } from './explain.ts'
import type { Law } from './law.ts'
import type { Label } from './model.ts'
import { readNotation, type Situation } from './situation.ts'
import { type RemedyLine, type Standing, standingOf } from './standing.ts'

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
    // A list kept up to the day of knowledge is taken to go on, so that the supposed event stands alone in the
    // difference.
    complete: [
      ...situation.complete.map((list) =>
        list.through >= situation.knownBy ? { ...list, through: Math.max(list.through, last) } : list,
      ),
      ...extra.complete,
    ],
    assessments: [...situation.assessments, ...extra.assessments],
  }
}

/**
 * The case without and with the events, both on the day of the last of them, so that nothing but the events
 * differs.
 */
export function supposition(
  situation: Situation,
  events: readonly string[],
): { readonly before: Situation; readonly after: Situation } {
  const after = overlay(situation, events)
  const before = {
    ...after,
    occurrences: situation.occurrences,
    facts: situation.facts,
    assessments: situation.assessments,
    complete: after.complete.slice(0, situation.complete.length),
  }
  return { before, after }
}

export function whatIf(law: Law, situation: Situation, events: readonly string[]): WhatIf {
  const { before, after: supposed } = supposition(situation, events)
  const base = standingOf(law, before)
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
    clocksUnderStay: then.standing.clocks.flatMap(({ id, title, status, underStay }) =>
      underStay === undefined || status === 'passed' ? [] : [{ id, title, ...underStay }],
    ),
  }
}

type Line = Omit<Change, 'causes'>

/** One line of a standing, as the difference sees it. */
interface LineState {
  readonly id: string
  readonly title: Label
  readonly state: string
}

function lineChanges(before: Standing, after: Standing): Line[] {
  const kinds: readonly (readonly [Change['what'], (standing: Standing) => readonly LineState[]])[] = [
    ['stage', (s) => s.tracks.map((t) => ({ id: t.id, title: t.title, state: t.stage?.id ?? '–' }))],
    ['duty', (s) => s.duties.map((d) => ({ id: d.id, title: d.duty, state: d.status }))],
    ['bar', (s) => s.bars.map((b) => ({ id: b.id, title: b.title, state: b.applies }))],
    ['remedy', (s) => s.remedies.map((r) => ({ id: r.id, title: r.title, state: withOutcome(r) }))],
    ['clock', (s) => s.clocks.map((c) => ({ id: c.id, title: c.title, state: c.status }))],
    ['exhaustion', (s) => s.exhaustion.tracks.map((t) => ({ id: t.track, title: t.title, state: t.domestic }))],
  ]
  return kinds.flatMap(([what, linesOf]) =>
    compared(linesOf(before), linesOf(after)).map((line) => ({ what, ...line })),
  )
}

const withOutcome = ({ status, outcome }: RemedyLine): string =>
  status + (outcome === undefined ? '' : ` (${outcome})`)

/** What has come, gone or changed; `–` where there was or is none. */
function compared(old: readonly LineState[], now: readonly LineState[]): Omit<Line, 'what'>[] {
  const was = new Map(old.map((line) => [line.id, line]))
  const changes: Omit<Line, 'what'>[] = []
  for (const { id, title, state } of now) {
    const before = was.get(id)?.state ?? '–'
    if (before !== state) changes.push({ id, title, before, after: state })
    was.delete(id)
  }
  for (const { id, title, state } of was.values()) changes.push({ id, title, before: state, after: '–' })
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
