/** Who says what: quotations with their speakers, reported speech, and sources that the text names. Pure. */
import { inside } from './annotate.ts'
import type { Field, Proposal, ProposalReason, Voice } from './model.ts'
import { fieldAt, findIn, proposal, type Reading, type Sentence, wordsOf } from './context.ts'
import type { Found } from './pattern.ts'
import { linesOf, type Stretch } from './sentences.ts'

/** Fewer words in quotation marks are a term, not an utterance. */
const QUOTATION_WORDS_MIN = 5

export interface Quotation extends Stretch {
  readonly voice?: Voice
}

/** Utterances in quotation marks; each inside one line. Marks that were set the wrong way round still close. */
export function quotationsOf(reading: Reading): readonly Quotation[] {
  const found: Quotation[] = []
  let last: Voice | undefined
  let lastLine = -2
  for (const [number, line] of linesOf(reading.text).entries()) {
    const spans = quotedSpans(reading.text, line)
    const here = spans.map((span) => ({ span, voice: voiceBeside(reading, line, span) }))
    const named = here.find(({ voice }) => voice !== undefined)?.voice
    for (const { span, voice } of here) {
      const carried =
        last !== undefined && lastLine >= number - 1 && isAlone(reading.text, line, spans)
          ? {
              ...last,
              inferred: { kind: 'spoke-before' } as const,
            }
          : undefined
      const speaker = voice ?? named ?? carried
      found.push({ ...span, ...(speaker === undefined ? {} : { voice: speaker }) })
    }
    if (named !== undefined) last = named
    if (spans.length > 0) lastLine = number
  }
  return withRoles(found)
}

const isAlone = (text: string, line: Stretch, spans: readonly Stretch[]): boolean => {
  const outside = spans.reduce(
    (rest, { start, end }) => rest - (end - start),
    text.slice(line.start, line.end).trim().length,
  )
  return outside <= 6
}

/** A role told once belongs to the speaker wherever that speaker is quoted in the document. */
function withRoles(found: readonly Quotation[]): readonly Quotation[] {
  const roles = new Map<string, Field>()
  for (const { voice } of found)
    if (voice?.role !== undefined && !roles.has(voice.name)) roles.set(voice.name, voice.role)
  return found.map((one) => {
    const role = one.voice === undefined ? undefined : roles.get(one.voice.name)
    return one.voice === undefined || role === undefined ? one : { ...one, voice: { ...one.voice, role } }
  })
}

function quotedSpans(text: string, line: Stretch): readonly Stretch[] {
  const spans: Stretch[] = []
  const piece = text.slice(line.start, line.end)
  for (const match of piece.matchAll(/[“„«"](?<inner>[^“”„«»"]{2,2000})[”“»"]/gu)) {
    const words = (match.groups?.['inner'] ?? '').trim().split(/\s+/u).length
    if (words < QUOTATION_WORDS_MIN) continue
    spans.push({ start: line.start + match.index, end: line.start + match.index + match[0].length })
  }
  return spans
}

/** `” said A, expert at B` · `A said: “` */
function voiceBeside(reading: Reading, line: Stretch, span: Stretch): Voice | undefined {
  const { speech } = reading.grammar
  const after = { start: span.end, end: Math.min(line.end, span.end + 220) }
  const afterPattern = [
    `[\\s,.–—-]*(?:${speech.verbs}) (?<who>{person}|{body})${speech.role}?`,
    `[\\s,.–—-]*(?<who>{person}|{body}),? (?:${speech.verbs})${speech.role}?`,
  ]
  const follows = findIn(reading, after, afterPattern).find(({ start }) =>
    /^[\s,.–—-]*$/u.test(reading.text.slice(after.start, start)),
  )
  if (follows !== undefined) return voiceOf(reading, follows)
  const before = { start: Math.max(line.start, span.start - 220), end: span.start }
  const beforePattern = [`(?<who>{person}|{body})(?:,? ?${speech.role},?)? (?:${speech.verbs})[^.“”«»"]{0,50}`]
  const leads = findIn(reading, before, beforePattern).findLast(({ end }) =>
    /^[\s:,–—-]*$/u.test(reading.text.slice(end, before.end)),
  )
  return leads === undefined ? undefined : voiceOf(reading, leads)
}

function voiceOf(reading: Reading, found: Found): Voice | undefined {
  const who = found.part('who')
  if (who === undefined) return undefined
  const role = found.part('role')
  return {
    name: nameAt(reading, who),
    words: wordsOf(reading, who),
    ...(role === undefined ? {} : { role: fieldAt(reading, wordsOf(reading, role).text, role) }),
  }
}

export function nameAt(reading: Reading, at: Stretch): string {
  const person = inside(reading.annotations, ['person'], at.start, at.end)[0]
  if (person !== undefined) return reading.persons[Number(person.value)]?.name ?? wordsOf(reading, at).text
  return wordsOf(reading, at).text
}

/** Gives each sentence its voice: the quotation around it, the speaker it names, or the source it names. */
export function withVoices(
  reading: Reading,
  quotations: readonly Quotation[],
): {
  readonly sentences: readonly Sentence[]
  readonly reported: readonly (Stretch & { readonly voice: Voice })[]
} {
  const { speech, sources } = reading.grammar
  const reported: (Stretch & { readonly voice: Voice })[] = []
  const roles = new Map(
    quotations.flatMap(({ voice }) => (voice?.role === undefined ? [] : [[voice.name, voice.role] as const])),
  )
  const knownRole = (voice: Voice): Voice => {
    if (voice.role !== undefined && !roles.has(voice.name)) roles.set(voice.name, voice.role)
    const role = roles.get(voice.name)
    return role === undefined ? voice : { ...voice, role }
  }
  const sentences = reading.sentences.map((sentence): Sentence => {
    const quoted = quotations.find(({ start, end }) => start < sentence.end - 3 && sentence.start < end - 3)
    const source = findIn(reading, sentence, sources)[0]
    const accordingTo = source === undefined ? undefined : sourceVoice(reading, source)
    if (quoted !== undefined) {
      return { ...sentence, ...(quoted.voice === undefined ? {} : { speaker: quoted.voice }) }
    }
    const says = findIn(reading, sentence, [
      `(?:${speech.verbs}) (?<who>{person})`,
      `(?<who>{person}),? (?:${speech.verbs})${speech.role}?`,
      `(?<who>{body}),? (?:${speech.verbs})`,
      `(?:${speech.verbs}) (?<who>{body})`,
    ])[0]
    const voice = says === undefined || accordingTo !== undefined ? undefined : voiceOf(reading, says)
    const isTag =
      /^\s*[\s\p{P}]*(?:\S+\s+){1,4}\S+\s*$/u.test(reading.text.slice(sentence.start, sentence.end)) &&
      quotations.some(({ end }) => end <= sentence.start && sentence.start - end <= 3)
    if (
      voice !== undefined &&
      !isTag &&
      inside(reading.annotations, ['person'], voice.words.start, voice.words.end).length > 0
    ) {
      reported.push({ start: sentence.start, end: sentence.end, voice: knownRole(voice) })
    }
    return {
      ...sentence,
      ...(voice === undefined ? {} : { speaker: voice }),
      ...(accordingTo === undefined ? {} : { accordingTo }),
    }
  })
  return { sentences, reported }
}

function sourceVoice(reading: Reading, found: Found): Voice | undefined {
  const source = found.part('source')
  const through = found.part('through')
  if (source === undefined) return undefined
  return {
    name: nameAt(reading, source),
    words: wordsOf(reading, source),
    ...(through === undefined ? {} : { through: fieldAt(reading, nameAt(reading, through), through) }),
  }
}

/** Quotations and named sources as proposals of their own. */
export function speechProposals(
  reading: Reading,
  quotations: readonly Quotation[],
  reported: readonly (Stretch & { readonly voice: Voice })[],
): readonly Proposal[] {
  const of = (at: Stretch, voice: Voice | undefined, form: string, reason: ProposalReason): Proposal => ({
    ...proposal(reading, voice === undefined ? undefined : { ...at, speaker: voice }, {
      kind: 'quotation',
      at,
      modality: 'asserted',
      reason,
      fields: {
        form: fieldAt(reading, form, at),
        ...(voice === undefined
          ? {}
          : { speaker: fieldAt(reading, voice.name, voice.words, voice.inferred), role: voice.role }),
      },
    }),
  })
  const direct = quotations.map((one) => of(one, one.voice, 'direct', { kind: 'quotation' }))
  const indirect = reported.map((one) => of(one, one.voice, 'reported', { kind: 'reported-speech' }))
  const named = reading.sentences.flatMap((sentence) =>
    findIn(reading, sentence, reading.grammar.sources)
      .slice(0, 1)
      .map((found) => {
        const voice = sourceVoice(reading, found)
        return proposal(reading, undefined, {
          kind: 'source',
          at: found,
          modality: 'asserted',
          reason: { kind: 'source' },
          fields: {
            source: voice === undefined ? undefined : fieldAt(reading, voice.name, voice.words),
            through: voice?.through,
          },
        })
      }),
  )
  return [...direct, ...indirect, ...named]
}
