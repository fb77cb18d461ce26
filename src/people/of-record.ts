/** The persons of a view of the record, and which of them may be one. Pure. */
import type { Claim, DocumentThing, EntityThing, Id, View } from '../record/index.ts'
import { canonicalOf } from '../record/index.ts'
import type { Person, PersonComparison, PersonName } from './persons.ts'
import { comparePersons } from './persons.ts'

export interface RecordPerson extends Person {
  /** The name under which the record keeps the person. */
  readonly title: string
  /** Other entities that the team holds to be this person, with who judged so and why. */
  readonly merged: readonly MergedPerson[]
}

export interface MergedPerson {
  readonly id: Id
  readonly title: string
  readonly by: string
  readonly because: string
}

export interface PersonProposal {
  readonly a: Id
  readonly b: Id
  readonly comparison: PersonComparison
}

/** Docket, application and urgent-action numbers in a text: `2944/2014`, `UA 192/13`, `EUR 41/001/2013`. */
const numbers = /\b(?:UA[ -]?\d{1,4}\/\d{2,4}|[A-Z]{3} ?\d{2}\/\d{3,4}\/\d{4}|\d{1,6}\/(?:19|20)\d{2})\b/gu

export const numbersIn = (text: string): readonly string[] => text.match(numbers) ?? []

/** The persons whom this view reaches, each with everything that the view knows to compare them by. */
export function personsOf(view: View): readonly RecordPerson[] {
  const persons = [...view.entities.values()].filter(({ kind }) => kind === 'person')
  const byRoot = new Map<Id, EntityThing[]>()
  for (const person of persons) {
    const root = canonicalOf(view, person.id)
    byRoot.set(root, [...(byRoot.get(root) ?? []), person])
  }
  return [...byRoot].map(([id, entities]) => {
    const ids = new Set([id, ...entities.map((entity) => entity.id)])
    const claims = [...view.claims.values()].filter(({ subject }) => ids.has(subject))
    const root = entities.find((entity) => entity.id === id)
    const printed = entities.flatMap(({ name, names }) => [name, ...(names ?? [])])
    const said = claims.filter(isNameClaim).map((claim) => nameOf(claim, view.documents.get(claim.document)))
    return {
      id,
      title: root?.name ?? entities[0]?.name ?? id,
      names: distinctNames([...said, ...printed.map((text) => ({ text }))]),
      identifiers: identifiersOf(view, ids, claims),
      born: claims
        .filter(({ property, polarity }) => property === 'born' && polarity !== 'denied')
        .map((c) => String(c.value)),
      merged: entities
        .filter((entity) => entity.id !== id)
        .map(({ id: other, name }) => mergedAs(view, other, name)),
    }
  })
}

const isNameClaim = ({ property, polarity }: Claim): boolean => property === 'name' && polarity !== 'denied'

const nameOf = ({ value }: Claim, document: DocumentThing | undefined): PersonName => ({
  text: String(value),
  ...(document?.language === undefined ? {} : { language: document.language }),
})

/** Each text once, the one whose language is known before the one whose is not. */
function distinctNames(names: readonly PersonName[]): readonly PersonName[] {
  const byText = new Map<string, PersonName>()
  for (const name of names) if (!byText.has(name.text)) byText.set(name.text, name)
  return [...byText.values()]
}

function identifiersOf(view: View, ids: ReadonlySet<Id>, claims: readonly Claim[]): readonly string[] {
  const dockets = [...view.proceedings.values()].flatMap(({ person, docket }) =>
    ids.has(person) && docket !== undefined ? [docket] : [],
  )
  const quoted = claims.flatMap(({ place, value }) => [
    ...numbersIn(place?.quote ?? ''),
    ...numbersIn(String(value)),
  ])
  return [...new Set([...dockets, ...quoted])]
}

function mergedAs(view: View, id: Id, title: string): MergedPerson {
  const judgement = view.identities.findLast((one) => one.judgement === 'same' && (one.a === id || one.b === id))
  return { id, title, by: judgement?.by ?? '', because: judgement?.because ?? '' }
}

/**
 * Pairs of persons that may be one, the likeliest first. Pairs on which the team has judged, either way, are
 * left out: a person has decided.
 */
export function proposeSame(
  view: View,
  persons: readonly RecordPerson[] = personsOf(view),
): readonly PersonProposal[] {
  const judged = new Set(view.identities.map(({ a, b }) => pairKey(canonicalOf(view, a), canonicalOf(view, b))))
  const proposals: PersonProposal[] = []
  persons.forEach((a, index) => {
    for (const b of persons.slice(index + 1)) {
      if (judged.has(pairKey(a.id, b.id))) continue
      const comparison = comparePersons(a, b)
      if (comparison.verdict !== 'apart') proposals.push({ a: a.id, b: b.id, comparison })
    }
  })
  const rank = ({ comparison }: PersonProposal): number =>
    (comparison.verdict === 'same' ? 1 : 0) + comparison.score
  return proposals.sort((x, y) => rank(y) - rank(x))
}

const pairKey = (a: Id, b: Id): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)
