/** What was done in a procedure or with a remedy, and when: each step with its sources. */
import { canonicalOf, type EventView, type Id } from '../../record/index.ts'
import type { Sentence, Text } from '../paper/model.ts'
import { carrying, eventText, ownEvents, whenWords } from './events.ts'
import { said, type Sheet, standingClaims } from './material.ts'

/** Dates of steps, by the type of the event. */
const labels: Readonly<Record<string, readonly [en: string, es: string]>> = {
  filed: ['Lodged', 'Presentado'],
  decided: ['Decided', 'Resuelto'],
  withdrawn: ['Withdrawn', 'Desistido'],
  waived: ['Renounced', 'Renunciado'],
}

const outcomes: Readonly<Record<string, readonly [en: string, es: string]>> = {
  upheld: ['upheld', 'estimado'],
  dismissed: ['dismissed', 'desestimado'],
  inadmissible: ['inadmissible', 'inadmitido'],
  granted: ['granted', 'concedido'],
  refused: ['refused', 'denegado'],
  'urgency-refused': ['urgency refused', 'urgencia denegada'],
}

/** The steps of the latest use: what was decided before it was lodged again belongs to an earlier round. */
export function remedySteps(sheet: Sheet, remedy: Id): readonly Sentence[] {
  const own = ownEvents(sheet).filter(
    ({ event, properties }) => event.type in labels && properties.get('remedy')?.value === remedy,
  )
  const lodged = own.findLastIndex(({ event }) => event.type === 'filed')
  return own.slice(Math.max(0, lodged)).map((step) => stepSentence(sheet, step))
}

/** `Decided: 8 November 2013, dismissed.` */
function stepSentence(sheet: Sheet, step: EventView): Sentence {
  const [en, es] = labels[step.event.type] ?? [step.event.type, step.event.type]
  const outcome = step.properties.get('outcome')
  const known = outcome?.status === 'known' ? outcomes[String(outcome.value)] : undefined
  const how = known === undefined ? '' : `, ${said(sheet, known[0], known[1])}`
  return sheet.notes.record(`${said(sheet, en, es)}: ${whenWords(sheet, step.properties.get('date'))}${how}.`, [
    ...carrying(step),
    ...(known === undefined || outcome === undefined ? [] : standingClaims(outcome)),
  ])
}

/** Everything that happened in the procedures of a track, by date. */
export function trackSteps(sheet: Sheet, track: Id): readonly Text[] {
  const { view } = sheet.opened
  const person = canonicalOf(view, view.header?.person ?? '')
  const proceedings = new Set(
    [...view.proceedings.values()]
      .filter((one) => one.track === track && canonicalOf(view, one.person) === person)
      .map(({ id }) => id),
  )
  return ownEvents(sheet)
    .filter(({ event }) => event.proceeding !== undefined && proceedings.has(event.proceeding))
    .map((event) => eventText(sheet, event))
}
