/** The persons of one document, each with all its mentions. Pure. */
import { compareNames } from '../../people/index.ts'
import type { Annotation } from './annotate.ts'
import type { Grammar } from './grammar.ts'
import { anyOf, compile, lowerCase, scan } from './pattern.ts'

export interface NameMention {
  readonly start: number
  readonly end: number
  /** Why it is taken for this person. */
  readonly how: 'full name' | 'part of the name' | 'spelt differently' | 'description'
}

export interface DocumentPerson {
  /** As printed, in the form that the document uses most. */
  readonly name: string
  readonly mentions: readonly NameMention[]
}

interface Candidate {
  readonly start: number
  readonly end: number
  readonly words: readonly string[]
  readonly honorific: boolean
}

interface Draft {
  readonly forms: Map<string, number>
  readonly mentions: NameMention[]
}

const PERSONS_MAX = 500

/** Persons by their names. What is marked already (States, bodies, places, dates) is no name. */
export function findPersons(
  text: string,
  shadow: string,
  grammar: Grammar,
  annotations: readonly Annotation[],
): readonly DocumentPerson[] {
  const candidates = candidatesOf(text, shadow, grammar, annotations)
  const persons: Draft[] = []
  const full = candidates.filter(({ words }) => words.length > 1)
  for (const candidate of full) {
    const name = candidate.words.join(' ')
    const known = persons.find((person) => isSame(person, name, grammar.language))
    const exact = known?.forms.has(name) ?? true
    const mention: NameMention = {
      start: candidate.start,
      end: candidate.end,
      how: exact ? 'full name' : 'spelt differently',
    }
    if (known === undefined) {
      if (persons.length < PERSONS_MAX) persons.push({ forms: new Map([[name, 1]]), mentions: [mention] })
    } else {
      known.forms.set(name, (known.forms.get(name) ?? 0) + 1)
      known.mentions.push(mention)
    }
  }
  for (const candidate of candidates.filter(({ words }) => words.length === 1)) addSingle(persons, candidate)
  return persons.map(({ forms, mentions }) => ({
    name: [...forms].toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0]?.[0] ?? '',
    mentions: mentions.toSorted((a, b) => a.start - b.start),
  }))
}

function addSingle(persons: Draft[], { start, end, words, honorific }: Candidate): void {
  const [word = ''] = words
  const bearer = (test: (known: string) => boolean): Draft | undefined =>
    persons.find(({ forms }) => [...forms.keys()].some((name) => name.split(' ').some(test)))
  const same = bearer((known) => known === word)
  if (same !== undefined) same.mentions.push({ start, end, how: 'part of the name' })
  else {
    const near = bearer((known) => isNearWord(known, word))
    if (near !== undefined) near.mentions.push({ start, end, how: 'spelt differently' })
    else if (honorific) persons.push({ forms: new Map([[word, 1]]), mentions: [{ start, end, how: 'full name' }] })
  }
}

/** One name by the rules of names, or by one slip of the pen in a word while the other words agree. */
function isSame({ forms }: Draft, name: string, language: string): boolean {
  return [...forms.keys()].some((known) => {
    if (known === name) return true
    const a = known.split(' ')
    const b = name.split(' ')
    if (a.length === b.length) {
      const differing = a.filter((word, index) => word !== b[index])
      const index = a.findIndex((word, at) => word !== b[at])
      if (differing.length === 1 && isNearWord(a[index] ?? '', b[index] ?? '')) return true
    }
    return compareNames(known, name, { languageA: language, languageB: language }).verdict === 'same'
  })
}

const NEAR_LETTERS_MIN = 5

/**
 * At most one letter added, missing, replaced, or two neighbours exchanged. A changed last letter may be a
 * declined form.
 */
function isNearWord(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < NEAR_LETTERS_MIN || a.toLowerCase() === b.toLowerCase())
    return a.toLowerCase() === b.toLowerCase()
  if (Math.abs(a.length - b.length) > 1) return isDeclined(a, b)
  let at = 0
  while (a[at] === b[at]) at += 1
  const restA = a.slice(at)
  const restB = b.slice(at)
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  if (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)) return true
  return isDeclined(a, b)
}

const cyrillicEndings = /(?:ого|ому|ыми|ым|ой|ою|ом|ем|ей|ою|а|у|е|ы|и|я|ю)$/u
const isDeclined = (a: string, b: string): boolean => {
  if (!/\p{Script=Cyrillic}/u.test(a)) return false
  const [x, y] = [a.replace(cyrillicEndings, ''), b.replace(cyrillicEndings, '')]
  return x.length >= 4 && x === y
}

function candidatesOf(
  text: string,
  shadow: string,
  grammar: Grammar,
  annotations: readonly Annotation[],
): readonly Candidate[] {
  const small = new Set([...grammar.smallWords, ...grammar.notNames].map((word) => word.toLowerCase()))
  const lowerInText = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}+/gu) ?? [])
  const word = "\\p{Lu}(?:\\.|[\\p{L}'’\\-]*\\p{L})"
  const sequence = new RegExp(
    `(?<![\\p{L}\\p{N}])${word}(?:[ \\u00a0]+(?:(?:${anyOf(grammar.particles)})[ \\u00a0]+){0,2}${word}){0,4}`,
    'gu',
  )
  const honorific = compile([grammar.honorifics], grammar.classes)[0]
  const found: Candidate[] = []
  for (const match of shadow.matchAll(sequence)) {
    for (const piece of piecesOf(match[0], match.index, small, lowerInText, isSentenceStart(text, match.index))) {
      const before = text.slice(Math.max(0, piece.start - 12), piece.start)
      const hasHonorific =
        honorific !== undefined &&
        scan(honorific, lowerCase(before)).some((h) => /^[\s.]*$/u.test(before.slice(h.index + h[0].length)))
      if (annotations.some(({ start, end }) => piece.start < end && start < piece.end)) continue
      found.push({ ...piece, honorific: hasHonorific })
    }
  }
  return found
}

const isSentenceStart = (text: string, at: number): boolean =>
  /(?:^|[.!?:;"“«„–—\n\f(])\s*$/u.test(text.slice(Math.max(0, at - 4), at))

/**
 * A run of large words without those that are no names: the small words and titles that begin it, or stand
 * inside it.
 */
function piecesOf(
  run: string,
  offset: number,
  small: ReadonlySet<string>,
  lower: ReadonlySet<string>,
  atStart: boolean,
): readonly Omit<Candidate, 'honorific'>[] {
  const pieces: { start: number; end: number; words: string[] }[] = []
  let open: { start: number; end: number; words: string[] } | undefined
  let first = true
  for (const match of run.matchAll(/[^\s]+/gu)) {
    const word = match[0].replace(/['’]s$/u, '')
    const key = word.toLowerCase()
    const isSmall = small.has(key) || (first && atStart && lower.has(key))
    const isParticle = !/^\p{Lu}/u.test(word)
    first = false
    if (isSmall) {
      open = undefined
      continue
    }
    const start = offset + match.index
    if (isParticle && open === undefined) continue
    if (open === undefined) {
      open = { start, end: start + word.length, words: [word] }
      pieces.push(open)
    } else {
      open.end = start + word.length
      open.words.push(word)
    }
  }
  return pieces.filter(
    ({ words }) => words.every((word) => word.length > 1 || word.endsWith('.')) && words.some((w) => w.length > 2),
  )
}
