/** What happened, as numbered facts and as a table, with who says so and where sources differ. */
import { nameOf } from '../../casework/index.ts'
import type { Claim, EventView, PropertyView } from '../../record/index.ts'
import { canonicalOf, compare } from '../../record/index.ts'
import type { Sentence, Text } from '../paper/model.ts'
import { countWords, dateWords } from '../paper/words.ts'
import {
  filled,
  type Material,
  paragraph,
  rivalsWords,
  said,
  type Sheet,
  standingClaims,
  valueWords,
} from './material.ts'

/** Events of the person, by date; those without one first. What lies after the moment asked about is no fact yet. */
export function ownEvents({ opened }: Sheet): readonly EventView[] {
  const { view, at } = opened
  const own = view.header?.person
  const start = (event: EventView): number => {
    const span = event.properties.get('date')?.span
    return span === undefined ? -Infinity : span.earliest === -Infinity ? span.latest : span.earliest
  }
  return [...view.events.values()]
    .filter(
      ({ event }) =>
        event.person === undefined ||
        own === undefined ||
        canonicalOf(view, event.person) === canonicalOf(view, own),
    )
    .filter((event) => start(event) <= at && event.occurred !== 'false' && event.claims.length > 0)
    .toSorted((a, b) => compare(start(a), start(b)) || compare(a.event.id, b.event.id))
}

const isPersonal = ({ opened: { view } }: Sheet, { event }: EventView): boolean =>
  event.person !== undefined && canonicalOf(view, event.person) === canonicalOf(view, view.header?.person ?? '')

/** `14 February 2014: The Council of Ministers approves the surrender.` and what has to be said beside it. */
export function eventText(sheet: Sheet, view: EventView): Text {
  const { event, properties, occurred } = view
  const date = properties.get('date')
  const claims = dated(view)
  const when =
    date === undefined
      ? said(sheet, 'At a date that nobody gives', 'En fecha que nadie da')
      : whenWords(sheet, date)
  const first = sheet.notes.record(`${capital(when)}: ${event.title}.`, claims)
  return [first, ...rivalDates(sheet, date), ...denied(sheet, view, occurred)]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The claims that carry the event and its date; each document once. */
function dated({ claims, properties }: EventView): readonly Claim[] {
  const date = properties.get('date')
  const asserted = claims.filter(({ polarity }) => polarity !== 'denied')
  const best = date === undefined ? [] : standingClaims(date)
  const refused = new Set([...properties.values()].flatMap((p) => p.refused.map(({ id }) => id)))
  const all = [...best, ...asserted].filter(({ id }) => !refused.has(id))
  return all.filter(
    (claim, index) =>
      all.findIndex(({ document, speaker }) => document === claim.document && speaker === claim.speaker) === index,
  )
}

function whenWords(sheet: Sheet, date: PropertyView): string {
  const text = date.value ?? date.span?.text
  const inferred =
    standingClaims(date).every((claim) => claim.inferred !== undefined) && !String(text).endsWith('?')
  const sign = inferred ? said(sheet, ' (inferred)', ' (deducido)') : ''
  return text === undefined
    ? said(sheet, 'Date unknown', 'Fecha desconocida')
    : dateWords(String(text), sheet.language) + sign
}

function rivalDates(sheet: Sheet, date: PropertyView | undefined): readonly Sentence[] {
  if (date === undefined || date.rivals.length < 2) return []
  const lead = said(sheet, 'Sources give different dates', 'Las fuentes dan fechas distintas')
  return [sheet.notes.record(`${lead}: ${rivalsWords(sheet, date)}.`, standingClaims(date))]
}

function denied(sheet: Sheet, { claims }: EventView, occurred: EventView['occurred']): readonly Sentence[] {
  if (occurred !== 'contested') return []
  const denials = claims.filter(
    ({ property, polarity, value }) => property === 'occurred' && (polarity === 'denied') === (value === true),
  )
  const names = [...new Set(denials.map(({ speaker }) => nameOf(sheet.opened.view, speaker)))].join(', ')
  return [sheet.notes.record(said(sheet, `Denied by: ${names}.`, `Lo niegan: ${names}.`), denials)]
}

/** What those who speak of an event say about it, in their words where these are held. */
function contents(sheet: Sheet, { properties }: EventView): Text {
  const content = properties.get('content')
  return content === undefined ? [] : standingClaims(content).map((claim) => attributed(sheet, claim))
}

/** `Amnesty International: …` */
export function attributed(sheet: Sheet, claim: Claim): Sentence {
  const { view } = sheet.opened
  const origin =
    claim.accordingTo === undefined
      ? ''
      : ` (${said(sheet, 'citing', 'citando a')} ${nameOf(view, claim.accordingTo)})`
  const value = valueWords(sheet, claim.property, claim.value)
  return sheet.notes.record(
    `${nameOf(view, claim.speaker)}${origin}: ${value}${/[.!?…]$/.test(value) ? '' : '.'}`,
    [claim],
  )
}

export const facts: Material = (sheet) => {
  const events = ownEvents(sheet).filter((event) => isPersonal(sheet, event))
  if (events.length === 0) return filled([], [noFacts(sheet)])
  const items = events.map((event): Text => [...eventText(sheet, event), ...contents(sheet, event)])
  return filled([{ kind: 'list', numbered: true, items }])
}

const noFacts = (sheet: Sheet) => ({
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
  weight: 'required' as const,
})

/** Everything with its date, rivals and sources, background included. */
export const chronology: Material = (sheet) => {
  const head = [
    said(sheet, 'Date', 'Fecha'),
    said(sheet, 'What happened', 'Qué ocurrió'),
    said(sheet, 'Who says so', 'Quién lo dice'),
  ]
  const rows = ownEvents(sheet).map((view): readonly Text[] => {
    const date = view.properties.get('date')
    const claims = dated(view)
    const when = date === undefined ? said(sheet, 'not known', 'no consta') : whenWords(sheet, date)
    const speakers = [...new Set(claims.map(({ speaker }) => nameOf(sheet.opened.view, speaker)))].join(', ')
    return [
      [sheet.notes.record(when, date === undefined ? claims : standingClaims(date))],
      [
        sheet.notes.record(`${view.event.title}.`, claims),
        ...rivalDates(sheet, date),
        ...denied(sheet, view, view.occurred),
      ],
      [sheet.notes.record(speakers, claims)],
    ]
  })
  return rows.length === 0 ? filled([], [noFacts(sheet)]) : filled([{ kind: 'table', head, rows }])
}

/** What is said of the receiving State, and what that State answers. */
export const risk: Material = (sheet) => {
  const { view } = sheet.opened
  const claims = [...view.claims.values()].filter(
    ({ property, subject }) =>
      property === 'country-record' || (property === 'risk' && subject === view.header?.id),
  )
  const spoken = claims
    .filter(({ property }) => property === 'country-record')
    .map((claim): Text => [attributed(sheet, claim)])
  const risks = claims.filter(({ property }) => property === 'risk')
  const speakers = [...new Set(risks.map(({ speaker }) => nameOf(view, speaker)))].join(', ')
  const kinds = [...new Set(risks.map((claim) => valueWords(sheet, 'risk', claim.value)))].join(', ')
  const first =
    risks.length === 0
      ? []
      : [
          paragraph(
            sheet.notes.record(
              said(
                sheet,
                `Risk on return: ${kinds}, according to ${speakers}.`,
                `Riesgo tras la entrega: ${kinds}, según ${speakers}.`,
              ),
              risks,
            ),
          ),
        ]
  const gaps =
    risks.length > 0 || spoken.length > 0
      ? []
      : [
          {
            field: 'risk',
            title: said(sheet, 'The risk', 'El riesgo'),
            why: said(
              sheet,
              'Nothing on the risk may go to these readers.',
              'Nada sobre el riesgo puede ir a estos lectores.',
            ),
            todo: said(
              sheet,
              'Add country reports and what makes this person a target.',
              'Añada informes sobre el país y por qué esta persona es objetivo.',
            ),
            weight: 'required' as const,
          },
        ]
  return filled(
    [
      ...first,
      ...(spoken.length === 0 ? [] : [{ kind: 'list' as const, numbered: false, items: spoken }]),
      ...assessments(sheet),
    ],
    gaps,
  )
}

/** What named persons have answered to the question that nobody can compute. */
function assessments(sheet: Sheet) {
  const own = sheet.opened.view.assessments.filter(({ question }) => question === 'real-risk')
  return own.map(({ by, reasons, evidence }) => {
    const claims = (evidence ?? []).flatMap((id) => sheet.opened.view.claims.get(id) ?? [])
    const text = said(sheet, `Assessment of ${by}: ${reasons}`, `Valoración de ${by}: ${reasons}`)
    return paragraph(claims.length === 0 ? sheet.notes.person(text) : sheet.notes.record(text, claims))
  })
}

/** Who demands what: a demand, never a fact. */
export const demands: Material = (sheet) => {
  const claims = [...sheet.opened.view.claims.values()].filter(({ property }) => property === 'demand')
  const items = claims.map((claim): Text => [attributed(sheet, claim)])
  return filled(items.length === 0 ? [] : [{ kind: 'list', numbered: false, items }])
}

/** The points on which sources contradict each other. */
export const contested: Material = (sheet) => {
  const { view } = sheet.opened
  const items = [...view.events.values()].flatMap((event) =>
    [...event.properties.values()]
      .filter(
        ({ property, status, rivals }) => property !== 'content' && (status === 'contested' || rivals.length > 1),
      )
      .map((point): Text => [
        sheet.notes.record(`${event.event.title}: ${rivalsWords(sheet, point)}.`, standingClaims(point)),
      ]),
  )
  return filled(items.length === 0 ? [] : [{ kind: 'list', numbered: false, items }])
}

/** How many independent sources stand behind what is said. */
export const sourcesCount: Material = (sheet) => {
  const { view } = sheet.opened
  const documents = new Set([...view.claims.values()].map(({ document }) => document))
  const origins = [...documents].filter((id) => {
    const document = view.documents.get(id)
    return document?.copyOf === undefined && document?.retells === undefined
  })
  const count = countWords(origins.length, view.audience, sheet.language)
  return filled([
    paragraph(
      sheet.notes.template(
        said(
          sheet,
          `What is said here rests on ${count} documents that do not repeat each other.`,
          `Lo dicho se apoya en ${count} documentos que no se repiten entre sí.`,
        ),
      ),
    ),
  ])
}

/** How far back "what has happened" reaches in a statement, in days. */
const RECENT_DAYS = 120
const DAY_MINUTES = 1440

/** The latest facts, newest last: a statement tells what is new. */
export const recentFacts: Material = (sheet) => {
  const since = sheet.opened.at - RECENT_DAYS * DAY_MINUTES
  const recent = ownEvents(sheet).filter(
    (event) => isPersonal(sheet, event) && (event.properties.get('date')?.span?.latest ?? -Infinity) >= since,
  )
  return recent.length === 0
    ? filled([], [noFacts(sheet)])
    : filled([{ kind: 'list', numbered: false, items: recent.map((event) => eventText(sheet, event)) }])
}

/** Words of named persons, letter for letter, where a document holds them. */
export const quotes: Material = (sheet) => {
  const { view } = sheet.opened
  const spoken = [...view.claims.values()].filter(
    ({ property, value, place }) =>
      property === 'quotation' && place?.quote !== undefined && typeof value === 'string',
  )
  return filled(
    spoken.map((claim) => ({
      kind: 'quote' as const,
      speaker: nameOf(view, claim.speaker),
      text: [sheet.notes.record(claim.place?.quote ?? '', [claim])],
    })),
  )
}
