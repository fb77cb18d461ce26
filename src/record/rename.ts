/** Things under other ids: the id a person typed may itself tell who somebody is. */
import type { Claim, Id } from './model.ts'
import type { Known, RecordState } from './project.ts'
import { ruleOf } from './vocabulary.ts'

/**
 * New ids for those things of a state whose ids tell too much: protected persons, and whatever is called after one
 * (`nadia-k.role`). Numbered by their order in this state, so that a number tells nothing of what is not in it; never
 * an id that anything in the whole record has, or who looks there by the new id finds another thing.
 * @param taken every id of the whole record
 */
export function tellingNames(
  state: RecordState,
  isProtected: (id: Id) => boolean,
  isTelling: (id: Id) => boolean,
  taken: ReadonlySet<Id>,
): ReadonlyMap<Id, Id> {
  const given = new Map<Id, Id>()
  const ids = idsOf(state)
  const number = (chosen: readonly Id[], word: string): void => {
    let last = 0
    for (const id of chosen) {
      if (given.has(id)) continue
      do last += 1
      while (taken.has(`${word}-${last}`))
      given.set(id, `${word}-${last}`)
    }
  }
  number([...state.entities.keys()].filter(isProtected), 'protected')
  number(ids.filter(isTelling), 'item')
  return given
}

/** The id of everything that a state holds. */
export function idsOf({
  header,
  entities,
  documents,
  proceedings,
  events,
  claims,
  ...judgements
}: RecordState): readonly Id[] {
  const { positions, identities, completeness, assessments } = judgements
  const held = [documents, proceedings, events, claims, entities, positions, identities, completeness, assessments]
  return [...(header === undefined ? [] : [header.id]), ...held.flatMap((things) => [...things.keys()])]
}

/** The same state with every id in `names` replaced, wherever it stands. */
export function renamed(state: RecordState, names: ReadonlyMap<Id, Id>): RecordState {
  if (names.size === 0) return state
  const to = (id: Id): Id => names.get(id) ?? id
  const maybe = (key: string, id: Id | undefined) => (id === undefined ? {} : { [key]: to(id) })
  const each = <T extends { readonly id: Id }>(
    held: ReadonlyMap<Id, T>,
    change: (thing: T) => T,
  ): ReadonlyMap<Id, T> =>
    new Map([...held.values()].map((thing) => [to(thing.id), { ...change(thing), id: to(thing.id) }]))
  const known = <K extends Known<{ readonly id: Id }>>(
    held: ReadonlyMap<Id, K>,
    change: (thing: K['thing']) => K['thing'],
  ): ReadonlyMap<Id, K> =>
    new Map(
      [...held.values()].map((k) => [to(k.thing.id), { ...k, thing: { ...change(k.thing), id: to(k.thing.id) } }]),
    )
  const isEntity = (claim: Claim): boolean => ruleOf(state.properties, claim.property).value === 'entity'
  const { header } = state
  return {
    ...state,
    ...(header === undefined ? {} : { header: { ...header, id: to(header.id), person: to(header.person) } }),
    documents: each(state.documents, (d) => ({
      ...d,
      ...maybe('copyOf', d.copyOf),
      ...maybe('retells', d.retells),
    })),
    entities: each(state.entities, (e) => e),
    proceedings: each(state.proceedings, (p) => ({ ...p, person: to(p.person), ...maybe('body', p.body) })),
    events: each(state.events, (e) => ({
      ...e,
      ...maybe('person', e.person),
      ...maybe('proceeding', e.proceeding),
    })),
    claims: known(state.claims, (c) => ({
      ...c,
      subject: to(c.subject),
      speaker: to(c.speaker),
      document: to(c.document),
      ...maybe('accordingTo', c.accordingTo),
      ...(isEntity(c) ? { value: to(String(c.value)) } : {}),
    })),
    positions: known(state.positions, (p) => ({ ...p, subject: to(p.subject), claims: p.claims.map(to) })),
    identities: known(state.identities, (i) => ({ ...i, a: to(i.a), b: to(i.b) })),
    completeness: known(state.completeness, (c) => ({ ...c, ...maybe('proceeding', c.proceeding) })),
    assessments: known(state.assessments, (a) => ({
      ...a,
      ...maybe('subject', a.subject),
      ...(a.evidence === undefined ? {} : { evidence: a.evidence.map(to) }),
    })),
  }
}
