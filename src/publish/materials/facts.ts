/** What happened to the person, as a court reads it and as a statement tells it. */
import { titleOf } from '../../law/index.ts'
import type { EventView } from '../../record/index.ts'
import type { Text } from '../paper/model.ts'
import { attributed, filled, listUnder, type Material, said, type Sheet, standingClaims } from './material.ts'
import { eventText, isPersonal, noFacts, ownEvents } from './events.ts'
import { tongueGap } from './tongue.ts'

/** What others said or campaigned for: it frames a case and is no step of it. */
const reactions: ReadonlySet<string> = new Set([
  'statement',
  'urgent-action',
  'parliamentary-question',
  'state-visit',
])

/** Said beside the person's data, or of no weight for what a court decides. */
const elsewhere: ReadonlySet<string> = new Set(['birth'])

/** A statement counts as a step where an authority makes it: a ministry that confirms what it decided. */
function isReaction({ opened: { law, view } }: Sheet, { event, claims }: EventView): boolean {
  if (!reactions.has(event.type)) return false
  const isAuthority = (id: string): boolean =>
    titleOf(law, id, 'en') !== id || view.entities.get(id)?.kind === 'state'
  return !(event.type === 'statement' && claims.some(({ speaker }) => isAuthority(speaker)))
}

/** What those who speak of an event say about it. Assurances are told in their own section. */
function contents(sheet: Sheet, { event, properties }: EventView): Text {
  const content = properties.get('content')
  if (content === undefined || event.type.startsWith('assurances')) return []
  return standingClaims(content).map((claim) => attributed(sheet, claim))
}

/** Numbered facts, by date; what others said about them stands apart, as background. */
export const facts: Material = (sheet) => {
  const own = ownEvents(sheet).filter((event) => isPersonal(sheet, event) && !elsewhere.has(event.event.type))
  if (own.length === 0) return filled([], [noFacts(sheet)])
  const steps = own.filter((event) => !isReaction(sheet, event))
  const background = own.filter((event) => isReaction(sheet, event))
  const lead = said(sheet, 'Also recorded, as background:', 'Consta además, como contexto:')
  return filled(
    [
      ...listUnder(
        undefined,
        steps.map((event) => [...eventText(sheet, event), ...contents(sheet, event)]),
        true,
      ),
      ...listUnder(
        sheet.notes.template(lead),
        background.map((event) => [...eventText(sheet, event), ...contents(sheet, event)]),
      ),
    ],
    tongueGap(sheet),
  )
}

/** How far back "what has happened" reaches in a statement, in days. */
const RECENT_DAYS = 120
const DAY_MINUTES = 1440

/** Decisions put off are no news once the decision has come. */
const stale: ReadonlySet<string> = new Set(['adjourned', ...elsewhere])

/** The latest steps, newest last: a statement tells what is new. */
export const recentFacts: Material = (sheet) => {
  const since = sheet.opened.at - RECENT_DAYS * DAY_MINUTES
  const recent = ownEvents(sheet).filter(
    (event) =>
      isPersonal(sheet, event) &&
      !isReaction(sheet, event) &&
      !stale.has(event.event.type) &&
      (event.properties.get('date')?.span?.latest ?? -Infinity) >= since,
  )
  if (recent.length === 0) return filled([], [noFacts(sheet)])
  return filled(
    listUnder(
      undefined,
      recent.map((event) => eventText(sheet, event)),
    ),
    tongueGap(sheet),
  )
}
