/** The persons of a case with all their names, what is said of them, and how they hang together. */
import { z } from 'zod'
import type { Language } from '../law/index.ts'
import { personsOf, proposeSame, reasonText } from '../people/index.ts'
import { compare, canonicalOf, type View } from '../record/index.ts'
import type { OpenCase } from './case.ts'
import { nameOf } from './situation.ts'

export const PeopleAnswer = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      names: z.array(z.string()),
      same: z.array(z.string()),
      facts: z.array(z.strictObject({ property: z.string(), value: z.string(), contested: z.boolean() })),
      events: z.number(),
    }),
  ),
  /** Pairs that may be one person, the likeliest first; nobody has judged them yet. */
  proposals: z.array(
    z.strictObject({
      a: z.string(),
      aName: z.string(),
      b: z.string(),
      bName: z.string(),
      verdict: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
  /** What the team has judged, the newest last. */
  judgements: z.array(
    z.strictObject({
      id: z.string(),
      a: z.string(),
      aName: z.string(),
      b: z.string(),
      bName: z.string(),
      judgement: z.string(),
      by: z.string(),
      because: z.string(),
    }),
  ),
  relations: z.array(
    z.strictObject({
      from: z.string(),
      fromName: z.string(),
      to: z.string(),
      toName: z.string(),
      relation: z.string(),
      speakers: z.array(z.string()),
    }),
  ),
})
export type PeopleAnswer = z.infer<typeof PeopleAnswer>

const relations = new Set(['associate-of', 'relative-of'])

export function peopleAnswer({ view }: OpenCase, language: Language): PeopleAnswer {
  const persons = personsOf(view)
  return {
    people: persons
      .map(({ id, title, names, merged }) => {
        const ids = [id, ...merged.map((other) => other.id)]
        const facts = [...(view.facts.get(id) ?? [])].filter(([property]) => !relations.has(property))
        return {
          id,
          name: title,
          same: merged.map((other) => other.title),
          names: names.map(({ text }) => text).filter((text) => text !== title),
          facts: facts.map(([property, fact]) => ({
            property,
            value: fact.values.map(String).join(' / '),
            contested: fact.status === 'contested',
          })),
          events: [...view.events.values()].filter(
            ({ event }) => event.person !== undefined && ids.includes(event.person),
          ).length,
        }
      })
      .toSorted((a, b) => b.events - a.events || compare(a.name, b.name)),
    relations: relationsOf(view, new Set(persons.map(({ id }) => id))),
    proposals: proposeSame(view, persons).map(({ a, b, comparison }) => ({
      a,
      aName: nameOf(view, a),
      b,
      bName: nameOf(view, b),
      verdict: comparison.verdict,
      reasons: comparison.reasons.map((reason) => reasonText(reason, language === 'es' ? 'es' : 'en')),
    })),
    judgements: view.identities.map(({ id, a, b, judgement, by, because }) => ({
      id,
      a,
      aName: view.entities.get(a)?.name ?? a,
      b,
      bName: view.entities.get(b)?.name ?? b,
      judgement,
      by,
      because,
    })),
  }
}

/** Between persons whom this view reaches, and no others. */
function relationsOf(view: View, persons: ReadonlySet<string>): PeopleAnswer['relations'] {
  return [...view.facts].flatMap(([subject, properties]) =>
    [...properties]
      .filter(([property]) => relations.has(property))
      .flatMap(([property, fact]) =>
        fact.rivals
          .map((rival) => ({
            from: subject,
            fromName: nameOf(view, subject),
            to: canonicalOf(view, String(rival.value)),
            toName: nameOf(view, String(rival.value)),
            relation: property,
            speakers: rival.speakers.map((s) => nameOf(view, s)),
          }))
          .filter(({ from, to }) => persons.has(from) && persons.has(to)),
      ),
  )
}
