/**
 * What the record has already on what a document speaks of: the same person, the same event, a rival date.
 * Proposes only. Pure.
 */
import { compareNames, personsOf, type RecordPerson } from '../people/index.ts'
import type { Proposal } from '../reading/index.ts'
import { type Id, parseDate, type Said, type View } from '../record/index.ts'

export const linkKinds = ['same-person', 'perhaps-same-person', 'same-event', 'rival-date'] as const

export interface ProposalLink {
  readonly kind: (typeof linkKinds)[number]
  /** The entity or the event of the record. */
  readonly to: Id
  readonly because: Said
}

export interface LinkedProposal {
  readonly proposal: Proposal
  readonly links: readonly ProposalLink[]
}

/** Each proposal with what the view has on it; without a view, without links. */
export function linked(
  proposals: readonly Proposal[],
  view: View | undefined,
  language?: string,
): readonly LinkedProposal[] {
  if (view === undefined) return proposals.map((proposal) => ({ proposal, links: [] }))
  const known = personsOf(view)
  const persons = new Map(
    proposals
      .filter(({ kind }) => kind === 'person')
      .map((proposal) => [proposal.id, personLinks(proposal, known, language)]),
  )
  return proposals.map((proposal) => {
    if (proposal.kind === 'person') return { proposal, links: persons.get(proposal.id) ?? [] }
    if (proposal.kind !== 'event') return { proposal, links: [] }
    const person = persons.get(String(proposal.fields['person']?.value))?.find(({ kind }) => kind === 'same-person')
    return { proposal, links: eventLinks(proposal, view, person?.to) }
  })
}

function personLinks(
  proposal: Proposal,
  known: readonly RecordPerson[],
  language: string | undefined,
): readonly ProposalLink[] {
  const name = String(proposal.fields['name']?.value ?? '')
  return known.flatMap((person): ProposalLink[] => {
    const best = person.names
      .map((one) => ({
        printed: one.text,
        found: compareNames(name, one.text, { languageA: language, languageB: one.language }),
      }))
      .toSorted((a, b) => b.found.score - a.found.score)[0]
    if (best === undefined || best.found.verdict === 'apart') return []
    const kind = best.found.verdict === 'same' ? 'same-person' : 'perhaps-same-person'
    return [{ kind, to: person.id, because: nameKnown(best.printed) }]
  })
}

const nameKnown = (name: string): Said => ({
  en: `The record has the name “${name}”.`,
  es: `En el expediente consta el nombre «${name}».`,
})
const noDate: Said = {
  en: 'It is of the same type; one of the two has no date.',
  es: 'Es del mismo tipo; uno de los dos no tiene fecha.',
}
const dated = (date: string): Said => ({
  en: `It is of the same type, and the record dates it ${date}.`,
  es: `Es del mismo tipo, y el expediente lo fecha en ${date}.`,
})
const datedOtherwise = (known: string, date: string): Said => ({
  en: `It is of the same type, but the record dates it ${known}, and this document ${date}.`,
  es: `Es del mismo tipo, pero el expediente lo fecha en ${known}, y este documento en ${date}.`,
})

/** Events of the same type and person: the same where the dates can be one, rivals where they cannot. */
function eventLinks(proposal: Proposal, view: View, person: Id | undefined): readonly ProposalLink[] {
  if (proposal.modality !== 'asserted' && proposal.modality !== 'denied') return []
  const date = proposal.fields['date']?.value
  return [...view.events.values()].flatMap(({ event }): ProposalLink[] => {
    if (event.type !== proposal.fields['type']?.value) return []
    if (person !== undefined && event.person !== undefined && event.person !== person) return []
    const dates = [...view.claims.values()]
      .filter((claim) => claim.subject === event.id && claim.property === 'date' && claim.polarity !== 'denied')
      .map(({ value }) => String(value))
    if (typeof date !== 'string' || dates.length === 0) {
      return [{ kind: 'same-event', to: event.id, because: noDate }]
    }
    const agreeing = dates.find((known) => canBeOne(known, date, view.zone))
    if (agreeing !== undefined)
      return [
        {
          kind: 'same-event',
          to: event.id,
          because: dated(agreeing),
        },
      ]
    const nearest = dates.find((known) => distanceDays(known, date, view.zone) <= RIVAL_DAYS_MAX)
    if (nearest === undefined) return []
    return [
      {
        kind: 'rival-date',
        to: event.id,
        because: datedOtherwise(nearest, date),
      },
    ]
  })
}

/** Further apart, two events of one type are two events. */
const RIVAL_DAYS_MAX = 45
const DAY_MINUTES = 24 * 60

function canBeOne(a: string, b: string, zone: string): boolean {
  const [x, y] = [spanOf(a, zone), spanOf(b, zone)]
  return x !== undefined && y !== undefined && x.earliest <= y.latest && y.earliest <= x.latest
}

function distanceDays(a: string, b: string, zone: string): number {
  const [x, y] = [spanOf(a, zone), spanOf(b, zone)]
  return x === undefined || y === undefined ? Infinity : Math.abs(x.earliest - y.earliest) / DAY_MINUTES
}

/** Nothing where the text of the date is not one the record understands, such as a day without a year. */
function spanOf(text: string, zone: string): { readonly earliest: number; readonly latest: number } | undefined {
  if (!/^\d{4}/u.test(text)) return undefined
  return parseDate(text, zone)
}
