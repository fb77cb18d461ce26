/** Events told by a text, joined where two sentences tell the same one. Pure. */
import {
  fieldAt,
  findIn,
  modalityOf,
  nearest,
  personField,
  personFor,
  proposal,
  type Reading,
  type Sentence,
  wordsOf,
} from './context.ts'
import type { Annotation } from './annotate.ts'
import { inside } from './annotate.ts'
import type { EventFrame } from './grammar.ts'
import type { Field, Proposal } from './model.ts'
import type { Found } from './pattern.ts'
import type { Stretch } from './sentences.ts'

export function eventProposals(reading: Reading): readonly Proposal[] {
  const found = reading.sentences.flatMap((sentence) => eventsIn(reading, sentence))
  return joinSame(found)
}

function eventsIn(reading: Reading, sentence: Sentence): readonly Proposal[] {
  const all = reading.grammar.events.flatMap((frame) =>
    findIn(reading, sentence, frame.patterns).map((found) => ({ frame, found })),
  )
  const kept = all.filter(
    ({ frame, found }, index) =>
      !all.some(
        (other, place) =>
          place !== index &&
          other.found.start <= found.start &&
          other.found.end >= found.end &&
          (other.found.end - other.found.start > found.end - found.start || place < index) &&
          other.frame.type !== frame.type &&
          found.part('also') === undefined,
      ),
  )
  const spans = kept.map(({ found }) => found)
  return kept.map(({ frame, found }) => eventOf(reading, sentence, frame, found, spans))
}

function eventOf(
  reading: Reading,
  sentence: Sentence,
  frame: EventFrame,
  found: Found,
  others: readonly Stretch[],
): Proposal {
  const date = dateFor(reading, sentence, found, others)
  const near = nearest(reading, sentence, found, ['body'], 60)
  const body = near === undefined || speaksOnly.has(near.value) ? undefined : near
  const person = frame.person === 'none' ? undefined : personFor(reading, sentence, found, frame.person ?? 'object')
  const states = inside(reading.annotations, ['state', 'demonym'], found.start, found.end)
  const state = found.part('state')
  const stateAt =
    state === undefined ? states[0] : inside(reading.annotations, ['state', 'demonym'], state.start, state.end)[0]
  return proposal(reading, sentence, {
    kind: 'event',
    at: found,
    modality: modalityOf(reading, sentence, found),
    reason: { kind: 'event', a: wordsOf(reading, found).text, b: frame.type },
    fields: {
      type: fieldAt(reading, frame.type, found),
      ...(date === undefined || date.value === ''
        ? {}
        : { date: fieldAt(reading, date.value, date, date.inferred) }),
      ...(body === undefined ? {} : { body: fieldAt(reading, body.value, body) }),
      ...(person === undefined ? {} : { person: personField(reading, person) }),
      ...(stateAt === undefined ? {} : { state: fieldAt(reading, stateAt.value, stateAt) }),
    },
  })
}

/** Bodies that tell and do not decide. */
const speaksOnly = new Set(['amnesty-international', 'human-rights-watch', 'open-dialogue'])

const DATE_REACH_CHARACTERS = 120
/** `On 14 February 2014, the court …`: a date that opens the sentence reaches over a comma. */
const LEADING_CHARACTERS_MAX = 12

/** A date of the sentence belongs to the event that stands nearest to it, and never over a semicolon. */
function dateFor(
  reading: Reading,
  sentence: Sentence,
  found: Stretch,
  others: readonly Stretch[],
): Annotation | undefined {
  const distance = (date: Stretch, at: Stretch): number => {
    if (date.start >= at.start && date.end <= at.end) return 0
    return date.start >= at.end ? date.start - at.end : at.start - date.end + 4
  }
  return inside(reading.annotations, ['date'], sentence.start, sentence.end)
    .filter((date) => distance(date, found) <= DATE_REACH_CHARACTERS)
    .filter(
      (date) => !reading.text.slice(Math.min(date.end, found.end), Math.max(date.start, found.start)).includes(';'),
    )
    .filter(
      (date) =>
        date.end > found.start ||
        date.start - sentence.start <= LEADING_CHARACTERS_MAX ||
        !reading.text.slice(date.end, found.start).includes(','),
    )
    .filter((date) => others.every((other) => distance(date, found) <= distance(date, other)))
    .toSorted((a, b) => distance(a, found) - distance(b, found))[0]
}

/** One event told twice is one proposal with two places, as long as nothing in it differs. */
function joinSame(found: readonly Proposal[]): readonly Proposal[] {
  const joined: Proposal[] = []
  for (const one of found) {
    const index = joined.findIndex((other) => tellsSame(other, one))
    const other = joined[index]
    if (other === undefined) joined.push(one)
    else joined[index] = join(other, one)
  }
  return joined
}

const tellsSame = (a: Proposal, b: Proposal): boolean =>
  a.modality === b.modality &&
  ['type', 'date', 'person', 'state'].every((name) => {
    const [x, y] = [a.fields[name], b.fields[name]]
    return name === 'type' ? x?.value === y?.value : x === undefined || y === undefined || x.value === y.value
  })

/** The richer one's words lead. */
function join(a: Proposal, b: Proposal): Proposal {
  const [first, second] = b.fields['date'] !== undefined && a.fields['date'] === undefined ? [b, a] : [a, b]
  const fields: Record<string, Field> = { ...second.fields, ...first.fields }
  return {
    ...first,
    fields,
    mentions: [...first.mentions, second.words, ...second.mentions].toSorted((x, y) => x.start - y.start),
  }
}
