/** Who may be named to whom. A protected person has more names than one; more than one entity may be that person. */
import { isOpen, type Permit, permitOf, rankOf, SEALED } from './permit.ts'
import { mergeIdentities } from './identity.ts'
import { type Mentions, mentionsAny, namesAnyOf } from './mentions.ts'
import type { Audience, EntityThing, Id } from './model.ts'
import type { RecordState } from './project.ts'
import type { Instant } from './time.ts'

/** By name, under the agreed description, or not at all. */
export type Appearance =
  { readonly as: 'named' } | { readonly as: 'described'; readonly text: string } | { readonly as: 'closed' }

const named: Appearance = { as: 'named' }
const closed: Appearance = { as: 'closed' }

export interface Appearances {
  /** What is no entity counts as named: it has no name to protect. */
  of(id: Id | undefined): Appearance
  /** Whether a text names somebody who may not be named. */
  readonly mentions: Mentions
  /** The names behind {@link mentions}. */
  readonly hidden: readonly string[]
  /** Whether an id would tell who somebody is. */
  readonly isTelling: Mentions
}

/** How everybody in the record may appear to `audience` at `on`. */
export function appearancesOf(state: RecordState, audience: Audience, on: Instant): Appearances {
  const own = new Map([...state.entities.values()].map((e) => [e.id, ownAppearance(state, e, audience, on)]))
  const shared = sharedAppearances(state, own)
  const hidden = [...state.entities.values()].filter(({ id }) => shared.get(id)?.as !== 'named')
  const names = namesOf(state, hidden)
  const person = state.entities.get(state.header?.person ?? '')
  const sayable =
    person === undefined || shared.get(person.id)?.as !== 'named' ? [] : [person.name, ...(person.names ?? [])]
  const mentions = either(namesAnyOf(names.persons, sayable), mentionsAny(names.others))
  const all = new Map(
    [...state.entities.values()].map((e) => [e.id, unlessTold(e, shared.get(e.id) ?? closed, mentions)]),
  )
  return {
    of: (id) => (id === undefined ? undefined : all.get(id)) ?? named,
    mentions,
    hidden: [...names.persons, ...names.others],
    isTelling: either(mentions, mentionsAny(hidden.map(({ id }) => id))),
  }
}

const either =
  (one: Mentions, other: Mentions): Mentions =>
  (text) =>
    one(text) || other(text)

function ownAppearance(state: RecordState, entity: EntityThing, audience: Audience, on: Instant): Appearance {
  const permit: Permit = permitOf(state, 'entity', entity)
  if (isOpen(state, permit, audience, on)) return named
  const { disclosure, described } = permit
  return described === undefined || rankOf(disclosure) === SEALED ? closed : { as: 'described', text: described }
}

/** Entities that the team holds to be one appear alike: as the strictest of them. */
function sharedAppearances(state: RecordState, own: ReadonlyMap<Id, Appearance>): ReadonlyMap<Id, Appearance> {
  const { canonical } = mergeIdentities(state.identities.values(), state.entities)
  const strictest = new Map<Id, Appearance>()
  const rank = { named: 0, described: 1, closed: 2 } as const
  for (const [id, appearance] of own) {
    const root = canonical.get(id) ?? id
    const before = strictest.get(root) ?? named
    if (rank[appearance.as] > rank[before.as]) strictest.set(root, appearance)
  }
  return new Map([...own.keys()].map((id) => [id, strictest.get(canonical.get(id) ?? id) ?? named]))
}

/** Every name under which hidden ones are known, those that documents print among them. */
function namesOf(
  { claims }: RecordState,
  hidden: readonly EntityThing[],
): { readonly persons: readonly string[]; readonly others: readonly string[] } {
  const kinds = new Map(hidden.map(({ id, kind }) => [id, kind]))
  const printed = [...claims.values()].flatMap(({ thing: { subject, property, value } }) => {
    const kind = property === 'name' ? kinds.get(subject) : undefined
    return kind === undefined ? [] : [{ kind, name: String(value) }]
  })
  const all = [
    ...hidden.flatMap(({ kind, name, names }) => [name, ...(names ?? [])].map((one) => ({ kind, name: one }))),
    ...printed,
  ]
  const of = (isPerson: boolean): readonly string[] =>
    all.filter(({ kind }) => (kind === 'person') === isPerson).map(({ name }) => name)
  return { persons: of(true), others: of(false) }
}

/** A name or a description that itself names a hidden person goes nowhere. */
function unlessTold({ name, names }: EntityThing, appearance: Appearance, mentions: Mentions): Appearance {
  const shown =
    appearance.as === 'named' ? [name, ...(names ?? [])] : appearance.as === 'described' ? [appearance.text] : []
  return shown.some((text) => mentions(text)) ? closed : appearance
}
