/**
 * One document while it is read: its text, its marks, its persons, and who or what a stretch of it speaks of.
 * Pure.
 */
import type { Annotation } from './annotate.ts'
import { inside } from './annotate.ts'
import type { Grammar } from './grammar.ts'
import type { Field, Inference, Modality, Proposal, ProposalKind, ProposalReason, Voice } from './model.ts'
import { compile, findAll, type Found, type MarkKind } from './pattern.ts'
import type { DocumentPerson } from './persons.ts'
import type { Stretch } from './sentences.ts'
import { type Words, wordsAt } from './words.ts'

export interface Sentence extends Stretch {
  /** Whose words, where the sentence stands in a quotation or is reported as somebody's. */
  readonly speaker?: Voice
  readonly accordingTo?: Voice
}

export interface Reading {
  readonly text: string
  readonly shadow: string
  readonly grammar: Grammar
  readonly annotations: readonly Annotation[]
  readonly persons: readonly DocumentPerson[]
  readonly sentences: readonly Sentence[]
  readonly documentDate: string | undefined
}

export interface PersonHit {
  readonly index: number
  readonly start: number
  readonly end: number
}

/** The matches of patterns in one sentence. */
export const findIn = (reading: Reading, { start, end }: Stretch, patterns: readonly string[]): readonly Found[] =>
  findAll(compile(patterns, reading.grammar.classes), reading.shadow.slice(start, end), start)

/** The persons named in a stretch, in order. */
export const personsIn = (reading: Reading, start: number, end: number): readonly PersonHit[] =>
  inside(reading.annotations, ['person'], start, end).map((one) => ({
    index: Number(one.value),
    start: one.start,
    end: one.end,
  }))

export const personId = (index: number): string => `person-${index + 1}`

const ADJACENT_CHARACTERS_MAX = 3
const OBJECT_CHARACTERS_MAX = 45
/** How far a pronoun reaches back. */
const SENTENCES_BACK_MAX = 5
const DENIAL_REACH_CHARACTERS = 70

/**
 * Who is meant: a name inside the words or right after them; else, for an object, the next one after; else the
 * last one
 * before in the sentence; else the first of the sentence before. "Associate of A, whose extradition": A, the
 * nearer one.
 */
export function personFor(
  reading: Reading,
  sentence: Sentence,
  found: Stretch,
  role: 'subject' | 'object',
): PersonHit | undefined {
  const within = personsIn(reading, found.start, found.end)
  const before = personsIn(reading, sentence.start, found.start)
  const after = personsIn(reading, found.end, sentence.end)
  const next = after[0]
  const gap = next === undefined ? Infinity : next.start - found.end
  const between = reading.text.slice(found.end, next?.start)
  if (gap <= ADJACENT_CHARACTERS_MAX && within.length === 0) {
    if (/^\s*$/u.test(between) || (/^[\s\p{P}]*$/u.test(between) && before.length === 0)) return next
  }
  if (role === 'object') {
    const object = within.at(-1) ?? (gap <= OBJECT_CHARACTERS_MAX && !/[,;:.]/u.test(between) ? next : undefined)
    if (object !== undefined) return object
  }
  const since = { start: before.at(-1)?.end ?? sentence.start, end: found.end }
  if (findIn(reading, since, reading.grammar.anybody).length > 0) return within[0]
  if (role === 'object' || before.length > 0) {
    const pronouns = findIn(reading, sentence, reading.grammar.pronouns)
    const first = personsIn(reading, sentence.start, sentence.end)[0]
    const isPronoun = pronouns.some((one) => one.start >= found.start && one.end <= found.end)
    if (isPronoun && first !== undefined && pronouns.some((one) => one.end < first.start)) {
      const carried = carriedOver(
        reading,
        reading.sentences.findIndex(({ start }) => start === sentence.start),
      )
      if (carried !== undefined) return carried
    }
  }
  const place = reading.sentences.findIndex(({ start }) => start === sentence.start)
  return (
    (role === 'subject' ? within[0] : undefined) ??
    before.at(-1) ??
    carriedOver(reading, place) ??
    (gap <= OBJECT_CHARACTERS_MAX ? next : undefined)
  )
}

/** A sentence without a name goes on about the one of whom the last sentences spoke first. */
function carriedOver(reading: Reading, place: number): PersonHit | undefined {
  for (let back = 1; back <= SENTENCES_BACK_MAX; back += 1) {
    const earlier = reading.sentences[place - back]
    if (earlier === undefined) return undefined
    const first = personsIn(reading, earlier.start, earlier.end)[0]
    if (first !== undefined && earlier.speaker?.words.start !== first.start) return first
  }
  return undefined
}

/**
 * How the sentence holds the words: by the cues before them in their clause, and inside them. `deniedInside` is
 * false for words
 * that hold a "not" of their own, as "may not be returned" does.
 */
export function modalityOf(reading: Reading, sentence: Sentence, found: Stretch, deniedInside = true): Modality {
  const { cues } = reading.grammar
  const all = findIn(reading, sentence, cues.conditional).filter(({ start }) => start < found.end)
  const isCondition = all.some(({ start }) => start <= found.start || start < found.end)
  if (isCondition) return 'conditional'
  const broken = findIn(reading, sentence, cues.breaks)
    .filter(({ end }) => end <= found.start)
    .at(-1)
  const clause = { start: broken?.end ?? sentence.start, end: found.end }
  if (findIn(reading, clause, cues.would).length > 0) return 'conditional'
  if (findIn(reading, clause, cues.demanded).length > 0) return 'demanded'
  const denied = {
    start: Math.max(clause.start, found.start - DENIAL_REACH_CHARACTERS),
    end: deniedInside ? found.end : found.start,
  }
  if (findIn(reading, denied, cues.denied).length > 0) return 'denied'
  if (findIn(reading, clause, cues.possible).length > 0) return 'possible'
  if (/[?¿]\s*["”»]?\s*$/u.test(reading.text.slice(sentence.start, sentence.end))) return 'possible'
  return 'asserted'
}

/** What somebody is does not hang on what is asked for or expected in the same sentence. */
export function factModality(reading: Reading, sentence: Sentence, found: Stretch): Modality {
  const modality = modalityOf(reading, sentence, found)
  return modality === 'denied' ? modality : 'asserted'
}

export const wordsOf = (reading: Reading, { start, end }: Stretch): Words => wordsAt(reading.text, start, end)

export const fieldAt = (reading: Reading, value: string | number, at: Stretch, inferred?: Inference): Field => ({
  value,
  words: wordsOf(reading, at),
  ...(inferred === undefined ? {} : { inferred }),
})

export const personField = (reading: Reading, hit: PersonHit): Field => fieldAt(reading, personId(hit.index), hit)

/** The nearest of a kind to the words: inside them first, then after, then before, in the sentence. */
export function nearest(
  reading: Reading,
  sentence: Stretch,
  found: Stretch,
  kinds: readonly MarkKind[],
  reach = 80,
): Annotation | undefined {
  const within = inside(reading.annotations, kinds, found.start, found.end)[0]
  if (within !== undefined) return within
  const after = inside(reading.annotations, kinds, found.end, Math.min(sentence.end, found.end + reach))[0]
  const before = inside(reading.annotations, kinds, Math.max(sentence.start, found.start - reach), found.start).at(
    -1,
  )
  if (after === undefined || before === undefined) return after ?? before
  return after.start - found.end <= found.start - before.end ? after : before
}

interface Draft {
  readonly kind: ProposalKind
  readonly at: Stretch
  readonly modality: Modality
  readonly reason: ProposalReason
  readonly fields?: Readonly<Record<string, Field | undefined>>
}

/** Puts a proposal together; its words and the voice come from the text. */
export function proposal(reading: Reading, sentence: Sentence | undefined, draft: Draft): Proposal {
  const words = wordsOf(reading, draft.at)
  const fields: Record<string, Field> = {}
  for (const [name, field] of Object.entries(draft.fields ?? {})) if (field !== undefined) fields[name] = field
  return {
    id: `${draft.kind}-${words.start}-${words.end}`,
    kind: draft.kind,
    modality: draft.modality,
    words,
    mentions: [],
    fields,
    ...(sentence?.speaker === undefined ? {} : { speaker: sentence.speaker }),
    ...(sentence?.accordingTo === undefined ? {} : { accordingTo: sentence.accordingTo }),
    reason: draft.reason,
  }
}
