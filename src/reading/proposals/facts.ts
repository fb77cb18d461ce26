/** What a text says of a person: age, nationality, status, and what one is to another. Pure. */
import {
  factModality,
  fieldAt,
  findIn,
  nearest,
  personField,
  personFor,
  type PersonHit,
  personsIn,
  proposal,
  type Reading,
  type Sentence,
  wordsOf,
} from './context.ts'
import { inside } from './annotate.ts'
import type { RelationFrame } from './grammar.ts'
import type { Proposal } from './model.ts'
import type { Found } from './pattern.ts'

export const factProposals = (reading: Reading): readonly Proposal[] =>
  once(
    reading.sentences.flatMap((sentence) => [
      ...ages(reading, sentence),
      ...nationalities(reading, sentence),
      ...statuses(reading, sentence),
      ...relations(reading, sentence),
    ]),
  )

/** The same fact of the same person told again is one proposal with more places. */
function once(found: readonly Proposal[]): readonly Proposal[] {
  const byKey = new Map<string, Proposal>()
  for (const one of found) {
    const key = [
      one.kind,
      one.modality,
      ...Object.entries(one.fields)
        .filter(([name]) => name !== 'duration' && name !== 'where' && name !== 'former')
        .map(([name, field]) => `${name}=${field.value}`)
        .toSorted(),
    ].join('|')
    const known = byKey.get(key)
    byKey.set(
      key,
      known === undefined
        ? one
        : { ...known, fields: { ...one.fields, ...known.fields }, mentions: [...known.mentions, one.words] },
    )
  }
  const all = [...byKey.values()]
  // Told of nobody in a headline and of somebody in the text: the second is what is meant.
  return all.filter(
    (one) =>
      one.fields['person'] !== undefined ||
      one.kind === 'relation' ||
      !all.some(
        (other) =>
          other !== one &&
          other.kind === one.kind &&
          other.fields['person'] !== undefined &&
          valueOf(other) === valueOf(one),
      ),
  )
}

const valueOf = ({ fields }: Proposal): string | number | undefined =>
  (fields['status'] ?? fields['age'] ?? fields['state'])?.value

const ofPerson = (reading: Reading, hit: PersonHit | undefined) =>
  hit === undefined ? {} : { person: personField(reading, hit) }

function ages(reading: Reading, sentence: Sentence): readonly Proposal[] {
  return findIn(reading, sentence, reading.grammar.ages).flatMap((found) => {
    const number = found.part('age')
    const person = personFor(reading, sentence, found, 'subject')
    if (number === undefined) return []
    return proposal(reading, sentence, {
      kind: 'age',
      at: found,
      modality: factModality(reading, sentence, found),
      reason: { kind: 'age' },
      fields: {
        age: fieldAt(reading, Number(reading.text.slice(number.start, number.end)), number),
        ...ofPerson(reading, person),
      },
    })
  })
}

function nationalities(reading: Reading, sentence: Sentence): readonly Proposal[] {
  return findIn(reading, sentence, reading.grammar.nationalities).flatMap((found) => {
    const person = personFor(reading, sentence, found, 'subject')
    return inside(reading.annotations, ['state', 'demonym'], found.start, found.end).map((state) =>
      proposal(reading, sentence, {
        kind: 'nationality',
        at: found,
        modality: factModality(reading, sentence, found),
        reason: { kind: 'nationality' },
        fields: { state: fieldAt(reading, state.value, state), ...ofPerson(reading, person) },
      }),
    )
  })
}

const whereStatuses = new Set(['asylum-seeker', 'refugee', 'detained', 'released'])

function statuses(reading: Reading, sentence: Sentence): readonly Proposal[] {
  return reading.grammar.statuses.flatMap(({ status, patterns }) =>
    findIn(reading, sentence, patterns).map((found) => {
      const person = personFor(reading, sentence, found, 'subject')
      const where = nearest(reading, sentence, found, ['place', 'state'], 40)
      const isWhere = where !== undefined && where.start >= found.start && whereStatuses.has(status)
      return proposal(reading, sentence, {
        kind: 'status',
        at: found,
        modality: factModality(reading, sentence, found),
        reason: { kind: 'status', a: wordsOf(reading, found).text },
        fields: {
          status: fieldAt(reading, status, found),
          ...ofPerson(reading, person),
          ...(isWhere ? { where: fieldAt(reading, where.value, where) } : {}),
        },
      })
    }),
  )
}

function relations(reading: Reading, sentence: Sentence): readonly Proposal[] {
  const taken: Found[] = []
  return reading.grammar.relations.flatMap((frame) =>
    findIn(reading, sentence, frame.patterns).flatMap((found) => {
      if (taken.some((other) => found.start < other.end && other.start < found.end)) return []
      taken.push(found)
      return relationOf(reading, sentence, frame, found)
    }),
  )
}

function relationOf(reading: Reading, sentence: Sentence, frame: RelationFrame, found: Found): readonly Proposal[] {
  const partHit = (name: string): PersonHit | undefined => {
    const part = found.part(name)
    return part === undefined ? undefined : personsIn(reading, part.start, part.end)[0]
  }
  const named = partHit('b')
  const b = named ?? earlier(reading, sentence, partHit('a'))
  const before = personsIn(reading, sentence.start, found.start)
    .filter((hit) => hit.index !== b?.index)
    .at(-1)
  const carried = personFor(
    reading,
    { ...sentence, start: found.start },
    { start: found.start, end: found.start },
    'subject',
  )
  const a = partHit('a') ?? before ?? earlier(reading, sentence, b) ?? carried
  if (b === undefined || (a !== undefined && a.index === b.index)) return []
  const duration = findIn(reading, sentence, reading.grammar.durations)[0]
  const former = findIn(reading, { start: Math.max(sentence.start, found.start - 15), end: found.end }, [
    reading.grammar.former,
  ])[0]
  return [
    proposal(reading, sentence, {
      kind: 'relation',
      at: found,
      modality: factModality(reading, sentence, found),
      reason: { kind: 'relation', a: wordsOf(reading, found).text },
      fields: {
        relation: fieldAt(reading, frame.relation, found),
        ...(a === undefined ? {} : { person: personField(reading, a) }),
        to: personField(reading, b),
        ...(duration === undefined
          ? {}
          : { duration: fieldAt(reading, wordsOf(reading, duration).text, duration) }),
        ...(former === undefined ? {} : { former: fieldAt(reading, 'former', former) }),
      },
    }),
  ]
}

/** `His links with B`: the one of whom the sentences before spoke, but not B. */
function earlier(reading: Reading, sentence: Sentence, b: PersonHit | undefined): PersonHit | undefined {
  const place = reading.sentences.findIndex(({ start }) => start === sentence.start)
  for (let back = 1; back <= 6; back += 1) {
    const one = reading.sentences[place - back]
    if (one === undefined) return undefined
    const hit = personsIn(reading, one.start, one.end).find(
      ({ index, start }) => index !== b?.index && one.speaker?.words.start !== start,
    )
    if (hit !== undefined) return hit
  }
  return undefined
}
