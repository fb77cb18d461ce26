/** The reader's patterns, made into regular expressions. Pure. */
import { escapeRegExp } from './words.ts'

/**
 * What was found beforehand is written over with one of these signs, as many as it has characters: places do
 * not move, and a
 * pattern can ask for "a person" without knowing names. They are private-use characters; the text's own are
 * blanked first.
 */
export const marks = {
  person: '\uE000',
  state: '\uE001',
  demonym: '\uE002',
  body: '\uE003',
  place: '\uE004',
  date: '\uE005',
} as const
export type MarkKind = keyof typeof marks

/** Small letters of the Latin and Cyrillic scripts, and digits: whole Unicode classes take far longer to prepare. */
const SMALL = 'a-z\\u00df-\\u00f6\\u00f8-\\u024f\\u0430-\\u045f\\u0460-\\u052f'
const LETTER = `[${SMALL}0-9]`
/** Lazy, inside the sentence, between two words. Short, so that hostile text costs little. */
const GAP = `(?!${LETTER})[^;]{0,90}?(?<!${LETTER})`
const APOSTROPHE = "['’ʼ`]"

/** A pattern that names a class nobody defined: a fault of the grammar, told when it is loaded. */
export class PatternError extends Error {
  constructor(pattern: string, name: string) {
    super(`The pattern "${pattern}" uses {${name}}, which is no class. Add it to the grammar's classes.`)
    this.name = 'PatternError'
  }
}

/** The source of a regular expression for a pattern, without bounds. Classes may use classes. */
export function sourceOf(pattern: string, classes: Readonly<Record<string, string>>, depth = 0): string {
  const expanded = pattern.replace(/\{(?<name>[a-z][a-zA-Z]*)\}/gu, (_whole, name: string) => {
    if (Object.hasOwn(marks, name)) return `${marks[name as MarkKind]}+`
    const inner = classes[name]
    if (inner === undefined || depth > 5) throw new PatternError(pattern, name)
    return `(?:${sourceOf(inner, classes, depth + 1)})`
  })
  if (depth > 0) return expanded
  return expanded
    .replaceAll(' ... ', '\uF000')
    .replaceAll(/(?<!\[[^\]]*)["']/gu, (sign) => (sign === '"' ? '["“”„«»]' : APOSTROPHE))
    .replaceAll('~', `[${SMALL}]*`)
    .replaceAll(' ', '\\s+')
    .replaceAll('\uF000', GAP)
    .replaceAll(/\\.|\(\?<[a-zA-Z]+>|./gu, (part) => (part.length === 1 ? part.toLowerCase() : part))
}

type Classes = Readonly<Record<string, string>>

/** The classes of patterns that use none. */
export const noClasses: Classes = {}

/** Bounded by the ends of words. For text that {@link lowerCase} has made small. */
export function compile(patterns: readonly string[], classes: Classes): readonly RegExp[] {
  const { lists, regexps } = compiled.get(classes) ?? { lists: new WeakMap(), regexps: new Map() }
  compiled.set(classes, { lists, regexps })
  const before = lists.get(patterns)
  if (before !== undefined) return before
  const made = patterns.map((pattern) => {
    const known = regexps.get(pattern)
    if (known !== undefined) return known
    const source = `(?<!${LETTER})(?:${sourceOf(pattern, classes)})(?!${LETTER})`
    const regexp = new RegExp(source, /\(\?<[a-zA-Z]/u.test(source) ? 'gd' : 'g')
    regexps.set(pattern, regexp)
    return regexp
  })
  lists.set(patterns, made)
  return made
}

/** What was made for the classes of one grammar. A grammar holds a fixed number of patterns, so this holds no more. */
interface Compiled {
  /** By the lists themselves: the same are asked for every sentence. */
  readonly lists: WeakMap<readonly string[], readonly RegExp[]>
  readonly regexps: Map<string, RegExp>
}
const compiled = new WeakMap<Classes, Compiled>()

/** Small letters, each in its place: what would change its length stays as it is. */
export const lowerCase = (text: string): string => {
  const lower = text.toLowerCase()
  return lower.length === text.length
    ? lower
    : text.replace(/\p{Lu}/gu, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
}

/** The matches of one expression, from the beginning. `matchAll` would prepare the expression anew each time. */
export function scan(regexp: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  regexp.lastIndex = 0
  for (let match = regexp.exec(text); match !== null; match = regexp.exec(text)) {
    if (match[0] === '') regexp.lastIndex += 1
    else found.push(match)
  }
  return found
}

/** Any of the words, escaped: they are words, not patterns. */
export const anyOf = (words: readonly string[]): string => words.map(escapeRegExp).join('|')

/** A named part of a match and where it stands. */
export interface Part {
  readonly start: number
  readonly end: number
}

export interface Found extends Part {
  part(name: string): Part | undefined
}

/**
 * All matches of all patterns in a stretch of small letters, told in offsets of the whole text. Of overlapping
 * ones the first pattern's.
 */
export function findAll(regexps: readonly RegExp[], stretch: string, offset: number): readonly Found[] {
  const found: Found[] = []
  for (const regexp of regexps) {
    for (const match of scan(regexp, stretch)) {
      const start = match.index + offset
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const parts = match.indices?.groups
      found.push({
        start,
        end,
        part(name) {
          const span = parts?.[name]
          return span === undefined ? undefined : { start: span[0] + offset, end: span[1] + offset }
        },
      })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
