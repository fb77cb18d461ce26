/** Each claim's one place in FollowTheMoney: a value of its subject, a link, or a note. */
import { viewOf } from '../../../record/index.ts'
import type { Claim, Id, RecordState } from '../../../record/index.ts'
import type { FtmVocabulary } from '../vocabulary.ts'
import { datesOf } from './values.ts'

export interface SortedClaims {
  /** By subject: the claim, and the property of FollowTheMoney that takes its value. */
  readonly values: ReadonlyMap<Id, readonly { readonly claim: Claim; readonly property: string }[]>
  readonly links: readonly { readonly claim: Claim; readonly link: FtmVocabulary['links'][string] }[]
  readonly notes: readonly { readonly claim: Claim; readonly standing: 'told' | 'refused' }[]
  /** Events that somebody takes for a fact and nobody refuses as one. */
  readonly occurred: ReadonlySet<Id>
}

/** Sorts every claim of a state. What is denied, refused by the desk, or has no exact form is a note. */
export function sortedClaims(state: RecordState, ftm: FtmVocabulary): SortedClaims {
  const view = viewOf(state, { knownBy: Infinity, audience: 'desk' })
  const points = [...view.facts.values(), ...[...view.events.values()].map(({ properties }) => properties)]
  const refused = new Set(
    points.flatMap((of) => [...of.values()].flatMap((point) => point.refused.map(({ id }) => id))),
  )
  const occurred = new Set(
    [...view.events.values()].flatMap(({ event, occurred }) => (occurred === 'true' ? [event.id] : [])),
  )
  const values = new Map<Id, { claim: Claim; property: string }[]>()
  const links: { claim: Claim; link: FtmVocabulary['links'][string] }[] = []
  const notes: { claim: Claim; standing: 'told' | 'refused' }[] = []
  for (const { thing: claim } of state.claims.values()) {
    if (refused.has(claim.id)) notes.push({ claim, standing: 'refused' })
    else if (isOccurrence(claim) && occurred.has(claim.subject)) place(claim, 'occurred')
    else if (claim.polarity === 'denied') notes.push({ claim, standing: 'told' })
    else place(claim, undefined)
  }
  return { values, links, notes, occurred }

  function place(claim: Claim, known: string | undefined): void {
    const link = Object.hasOwn(ftm.links, claim.property) ? ftm.links[claim.property] : undefined
    if (link !== undefined && state.entities.has(claim.subject) && state.entities.has(String(claim.value))) {
      links.push({ claim, link })
      return
    }
    const property = known ?? propertyFor(claim)
    if (property === undefined) notes.push({ claim, standing: 'told' })
    else values.set(claim.subject, [...(values.get(claim.subject) ?? []), { claim, property }])
  }

  function propertyFor(claim: Claim): string | undefined {
    const schema = schemaOf(state, ftm, claim.subject, occurred)
    const bySchema = Object.hasOwn(ftm.properties, claim.property) ? ftm.properties[claim.property] : undefined
    const property = schema === undefined || bySchema === undefined ? undefined : bySchema[schema]
    return property !== undefined && fits(state, ftm, claim, schema ?? '', property) ? property : undefined
  }
}

/** That an event happened is said by the event itself, and needs its source only. */
const isOccurrence = ({ property, value, polarity }: Claim): boolean =>
  property === 'occurred' && value === true && polarity !== 'denied'

function schemaOf(state: RecordState, ftm: FtmVocabulary, id: Id, occurred: ReadonlySet<Id>): string | undefined {
  if (state.events.has(id)) return occurred.has(id) ? ftm.kinds['event'] : undefined
  if (state.proceedings.has(id)) return ftm.kinds['proceeding']
  const kind = state.entities.get(id)?.kind
  return kind === undefined ? undefined : ftm.kinds[kind]
}

/** Whether a value has an exact form there. */
function fits(state: RecordState, ftm: FtmVocabulary, claim: Claim, schema: string, property: string): boolean {
  const text = String(claim.value)
  const type = ftm.schemata[schema]?.properties[property]
  if (Array.isArray(type)) {
    const kind = state.entities.get(text)?.kind
    return kind !== undefined && type.includes(ftm.kinds[kind] ?? '')
  }
  if (type === undefined || text.trim() === '') return false
  if (property === 'birthDate') return 'date' in (datesOf(text, state.zone) ?? {})
  if (type === 'date') return datesOf(text, state.zone) !== undefined
  if (type === 'country') return /^[a-z]{2}$/i.test(text)
  return text.length <= (ftm.types[type] ?? 0)
}
