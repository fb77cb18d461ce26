/**
 * The assurances of a case over time: who gave them, whether that government has left since, and what came of
 * earlier assurances of the same States before the Strasbourg Court. Facts with their sources; nothing is weighed or
 * counted up.
 */
import { z } from 'zod'
import {
  type Language,
  type Precedent,
  type PrecedentCase,
  precedentsFor,
  queryOf,
  type Relation,
} from '../law/index.ts'
import type { EventView } from '../record/index.ts'
import type { OpenCase } from './case.ts'
import { PrecedentLineAnswer, precedentsAnswer } from './precedents-answer.ts'

const Given = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** As the sources write it; null: nobody dates it. */
  date: z.string().nullable(),
  /** The office or person, as the sources name it. */
  givenBy: z.array(z.string()),
  state: z.array(z.string()),
  content: z.array(z.string()),
  evidence: z.array(z.string()),
  /** Changes of government in that State that surely came after. */
  leftSince: z.array(z.strictObject({ id: z.string(), title: z.string(), date: z.string() })),
  /** Changes of government of which the order is not known. */
  perhapsLeft: z.array(z.strictObject({ id: z.string(), title: z.string(), date: z.string().nullable() })),
})

export const AssurancesOverTime = z.strictObject({
  given: z.array(Given),
  /** On assurances of the receiving State, adverse first; only where they are read to have been in question. */
  ofReceivingState: z.array(PrecedentLineAnswer),
  /** Judgments on assurances that the sending State accepted or relied on. */
  ofSendingState: z.array(PrecedentLineAnswer),
  /** How many judgments of the same States leave open whether assurances were in question. */
  notChecked: z.number().int(),
})
export type AssurancesOverTime = z.infer<typeof AssurancesOverTime>

export function assurancesOverTime(
  opened: OpenCase,
  cases: readonly PrecedentCase[],
  lessons: readonly Precedent[],
  language: Language,
): AssurancesOverTime {
  const query = queryOf(opened.situation)
  const own = { ...query, risks: [], linked: [] }
  const { lines } = precedentsFor(cases, own, lessons)
  const asked = lines.filter(({ found }) => found.assurances.checked === 'read' && found.assurances.is === 'yes')
  const told = (relation: Relation): PrecedentLineAnswer[] =>
    precedentsAnswer(
      asked.filter(({ relations }) => relations.includes(relation)).map(({ found }) => found),
      own,
      lessons,
      language,
    ).precedents
  return {
    given: givenIn(opened),
    ofReceivingState: told('receiving'),
    ofSendingState: told('sending'),
    notChecked: lines.filter(
      ({ found }) => found.assurances.checked !== 'read' || found.assurances.is === 'unknown',
    ).length,
  }
}

function givenIn({ view, situation, at }: OpenCase): z.infer<typeof Given>[] {
  const receiving = situation.facts['receiving-state']?.values ?? []
  const changes = eventsOf(view.events, 'government-changed').filter(({ occurred }) => occurred !== 'false')
  return eventsOf(view.events, 'assurances-given').map((given) => {
    const state = texts(given, 'requesting')
    const giving = state.length > 0 ? state : [...receiving]
    const theirs = changes.filter((one) => texts(one, 'government').some((code) => giving.includes(code)))
    const [from, left, perhaps]: [number | undefined, EventView[], EventView[]] = [spanOf(given)?.latest, [], []]
    for (const one of theirs) {
      const when = spanOf(one)
      if (when !== undefined && when.earliest > at) continue
      if (when !== undefined && when.latest < (spanOf(given)?.earliest ?? -Infinity)) continue
      const sure = one.occurred === 'true' && from !== undefined && when !== undefined && when.earliest > from
      ;(sure ? left : perhaps).push(one)
    }
    return {
      id: given.event.id,
      title: given.event.title,
      date: spanOf(given)?.text ?? null,
      givenBy: texts(given, 'given-by'),
      state: giving,
      content: texts(given, 'content'),
      evidence: given.claims.map(({ id }) => id),
      leftSince: left.map((one) => ({ id: one.event.id, title: one.event.title, date: spanOf(one)?.text ?? '' })),
      perhapsLeft: perhaps.map((one) => ({
        id: one.event.id,
        title: one.event.title,
        date: spanOf(one)?.text ?? null,
      })),
    }
  })
}

const eventsOf = (events: ReadonlyMap<string, EventView>, type: string): EventView[] =>
  [...events.values()].filter(({ event }) => event.type === type)

const spanOf = ({ properties }: EventView) => properties.get('date')?.span

const texts = ({ properties }: EventView, name: string): string[] =>
  (properties.get(name)?.values ?? []).map((value) => String(value))
