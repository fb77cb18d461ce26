/** Events of a case in words: when, what, where sources differ, who denies it. */
import { titleOf } from '../../law/index.ts'
import { canonicalOf, type Claim, compare, type EventView, type PropertyView } from '../../record/index.ts'
import type { Gap, Sentence, Text } from '../paper/model.ts'
import { capital, dateWords } from '../paper/words.ts'
import { inferredSign, rivalsWords, said, type Sheet, standingClaims, voicesOf } from './material.ts'
import { titleWords } from './tongue.ts'

/** Events of the person, by date; those without one first. What lies after the moment asked about is no fact yet. */
export function ownEvents(sheet: Pick<Sheet, 'opened'>): readonly EventView[] {
  const { view } = sheet.opened
  const own = view.header?.person
  return eventsUntilNow(sheet).filter(
    ({ event }) =>
      event.person === undefined || own === undefined || canonicalOf(view, event.person) === canonicalOf(view, own),
  )
}

/** Every event that somebody takes for a fact and that had happened, by date. */
export function eventsUntilNow({ opened: { view, at } }: Pick<Sheet, 'opened'>): readonly EventView[] {
  const start = (event: EventView): number => {
    const span = event.properties.get('date')?.span
    return span === undefined ? -Infinity : span.earliest === -Infinity ? span.latest : span.earliest
  }
  return [...view.events.values()]
    .filter((event) => start(event) <= at && isTaken(event))
    .toSorted((a, b) => compare(start(a), start(b)) || compare(a.event.id, b.event.id))
}

/** Somebody says that it happened, and the team does not refuse all who do. */
const isTaken = (event: EventView): boolean =>
  (event.occurred === 'true' || event.occurred === 'contested') && carrying(event).length > 0

export const isPersonal = ({ opened: { view } }: Pick<Sheet, 'opened'>, { event }: EventView): boolean =>
  event.person !== undefined && canonicalOf(view, event.person) === canonicalOf(view, view.header?.person ?? '')

/** `14 February 2014: The Council of Ministers approves the surrender.` and what has to be said beside it. */
export function eventText(sheet: Sheet, event: EventView): Text {
  const date = event.properties.get('date')
  const first = sheet.notes.record(
    `${capital(whenWords(sheet, date))}: ${whatWords(sheet, event)}.`,
    carrying(event),
  )
  return [first, ...rivalDates(sheet, date), ...denied(sheet, event)]
}

/** What happened, without its date. */
export function whatWords(sheet: Sheet, { event, properties }: EventView): string {
  const remedy = properties.get('remedy')?.value
  const named = remedy === undefined ? undefined : titleOf(sheet.opened.law, String(remedy), sheet.language)
  return titleWords(sheet, event.title, event.type, named === remedy ? undefined : named)
}

/** The claims that carry the event and its date, refused ones left out; each document and speaker once. */
export function carrying({ claims, properties }: EventView): readonly Claim[] {
  const date = properties.get('date')
  const asserted = claims.filter(({ polarity, property, value }) =>
    property === 'occurred' ? (polarity === 'denied') !== (value === true) : polarity !== 'denied',
  )
  const best = date === undefined ? [] : standingClaims(date)
  const refused = new Set([...properties.values()].flatMap((p) => p.refused.map(({ id }) => id)))
  const all = [...best, ...asserted].filter(({ id }) => !refused.has(id))
  return all.filter(
    (claim, index) =>
      all.findIndex(({ document, speaker }) => document === claim.document && speaker === claim.speaker) === index,
  )
}

/** When it happened. Days that contradict each other are given as alternatives, never as a span between them. */
export function whenWords(sheet: Sheet, date: PropertyView | undefined): string {
  const words = (text: string): string => dateWords(text, sheet.language)
  if (date === undefined) return said(sheet, 'date not known', 'fecha desconocida')
  const rivals = date.rivals.map(({ value }) => String(value))
  if (date.status === 'contested' && rivals.length > 1 && rivals.every((text) => !text.includes('/')))
    return rivals.map(words).join(said(sheet, ' or ', ' o '))
  const text = date.value ?? date.span?.text
  if (text === undefined) return said(sheet, 'date not known', 'fecha desconocida')
  const told = words(String(text))
  return told + inferredSign(sheet, standingClaims(date), told)
}

export function rivalDates(sheet: Sheet, date: PropertyView | undefined): readonly Sentence[] {
  if (date === undefined || date.rivals.length < 2) return []
  const lead = said(sheet, 'Sources give different dates', 'Las fuentes dan fechas distintas')
  const denials = date.rivals.flatMap((rival) => rival.denials)
  return [sheet.notes.record(`${lead}: ${rivalsWords(sheet, date)}.`, [...standingClaims(date), ...denials])]
}

/** Who says expressly that it did not happen. */
export function denied(sheet: Sheet, { claims, properties }: EventView): readonly Sentence[] {
  const refused = new Set(properties.get('occurred')?.refused.map(({ id }) => id))
  const denials = claims.filter(
    ({ id, property, polarity, value }) =>
      property === 'occurred' && (polarity === 'denied') === (value === true) && !refused.has(id),
  )
  if (denials.length === 0) return []
  return [sheet.notes.record(`${said(sheet, 'Denied by', 'Lo niega')}: ${voicesOf(sheet, denials)}.`, denials)]
}

export const noFacts = (sheet: Sheet): Gap => ({
  field: 'facts',
  title: said(sheet, 'The facts', 'Los hechos'),
  why: said(
    sheet,
    'Nothing that happened to the person may go to these readers.',
    'Nada de lo ocurrido a la persona puede ir a estos lectores.',
  ),
  todo: said(
    sheet,
    'Enter what happened, or rule on its disclosure.',
    'Anote lo ocurrido o decida sobre su divulgación.',
  ),
  weight: 'required',
})
