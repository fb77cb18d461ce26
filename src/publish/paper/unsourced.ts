/**
 * Names and dates in what a person wrote that nothing in the record or the law holds: for its author to look at. A
 * pointer and no verdict, so it blocks nothing; what stands under an agreed description is the gate's business.
 */
import { foldedWords } from '../../record/index.ts'

export interface Unsourced {
  readonly kind: 'name' | 'date'
  /** As it was written. */
  readonly text: string
}

/** What a writer may say without being asked where it comes from. */
export interface Known {
  /** Names that stand for themselves: of persons, bodies, States. */
  readonly names: readonly string[]
  /** Any other text that is allowed: titles, quotations, what the law says. */
  readonly texts: readonly string[]
  /** Dates of the record: `2014-02-14`, `2014-02`, `2014-01-20/2014-01-31`. */
  readonly dates: readonly string[]
}

const insertion = /\{[^{}]*\}/gu
const word = String.raw`\p{Lu}[\p{L}\p{M}\p{N}’'-]*`
const link = String.raw`(?:de|del|la|las|los|el|al|van|von|der|den|di|da|of|the|for|and|y|e)`
const nameRun = new RegExp(String.raw`${word}(?:\s+(?:${link}\s+){0,2}${word})*`, 'gu')
const linkWord = new RegExp(`^${link}$`, 'u')
/** What precedes the first word of a sentence, whose capital says nothing. */
const sentenceStart = /(?:^|[.!?:;…]["”’»)]*\s+|[¿¡"“«(]|\n)\s*$/u

const months = new Map(
  [
    'january february march april may june july august september october november december',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ].flatMap((line) => line.split(' ').map((name, index): [string, number] => [name, index + 1])),
)
/** Capitals that name nobody. */
const plainWords = new Set([
  ...months.keys(),
  ...'monday tuesday wednesday thursday friday saturday sunday i mr mrs ms dr sr sra don dona'.split(' '),
  ...'article articles artículo artículos rule regla state states estado estados court tribunal'.split(' '),
])

const languageCodes = 'ar az be de el en es fa fr hy ka kk ky pl pt ro ru sr tg tk tr uk uz zh'.split(' ')
/** Names of languages, which in English are those of the people too: *Kazakh*, *Spanish*. */
function languageNames(): readonly string[] {
  const english = new Intl.DisplayNames(['en'], { type: 'language' })
  return languageCodes.map((code) => english.of(code) ?? code)
}

/** A test for texts, made once for a record: what in them nothing known holds, each once, in order. */
export function unsourcedIn(known: Known): (text: string) => readonly Unsourced[] {
  const joined = ` ${[...known.names, ...known.texts].map(foldedWords).join(' | ')} `
  const holds = (phrase: string): boolean => joined.includes(` ${foldedWords(phrase)} `)
  const whole = new Set([...known.names, ...languageNames()].map(foldedWords))
  const days = [...known.dates, ...known.texts.flatMap((text) => datesIn(text).map(({ day }) => day))].flatMap(
    (date) => date.match(/\d{4}(?:-\d{2}(?:-\d{2})?)?/gu) ?? [],
  )
  const isPlain = (one: string): boolean => plainWords.has(foldedWords(one)) || whole.has(foldedWords(one))
  return (written) => {
    const text = written.replaceAll(insertion, ' ')
    const dates = datesIn(text).filter(({ day }) => !days.some((one) => one.startsWith(day)))
    const names = [...text.matchAll(nameRun)].flatMap(({ 0: run, index }) => {
      const words = run.split(/\s+/u)
      if (sentenceStart.test(text.slice(0, index)) && !holds(run)) words.shift()
      return strangers(words, isPlain, holds)
    })
    const all: readonly Unsourced[] = [
      ...names.map((name) => ({ kind: 'name' as const, text: name })),
      ...dates.map((date) => ({ kind: 'date' as const, text: date.text })),
    ]
    return all.filter((one, at) => all.findIndex(({ kind, text: t }) => kind === one.kind && t === one.text) === at)
  }
}

/** What is left of a run of capitals once every known phrase is taken out of it, the longest first. */
function strangers(
  words: readonly string[],
  isPlain: (word: string) => boolean,
  holds: (phrase: string) => boolean,
): readonly string[] {
  const trimmed = words.slice(words.findIndex((one) => !linkWord.test(one)))
  if (words.length === 0 || trimmed.length === 0) return []
  for (let size = trimmed.length; size > 0; size -= 1)
    for (let from = 0; from + size <= trimmed.length; from += 1) {
      const part = trimmed.slice(from, from + size)
      const isKnown =
        size === 1 && trimmed.length > 1 ? isPlain(part[0] ?? '') : holds(part.join(' ')) || part.every(isPlain)
      if (!isKnown || part.every((one) => linkWord.test(one))) continue
      return [
        ...strangers(withoutEnd(trimmed.slice(0, from)), isPlain, holds),
        ...strangers(trimmed.slice(from + size), isPlain, holds),
      ]
    }
  return [trimmed.join(' ')]
}

const withoutEnd = (words: readonly string[]): readonly string[] =>
  words.slice(0, words.findLastIndex((one) => !linkWord.test(one)) + 1)

interface DateSeen {
  readonly text: string
  /** `2014-02-19` or `2014-02`. */
  readonly day: string
}

const monthNames = [...months.keys()].join('|')
const written = new RegExp(
  String.raw`\b(?:(\d{1,2})\s+(?:de\s+)?)?(${monthNames})\s+(?:(\d{1,2}),\s+|de\s+|del\s+)?(\d{4})\b`,
  'giu',
)
const numbered = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/gu

/** Dates that are written out or as ISO dates; two numbers between strokes can be read in two ways and are left. */
function datesIn(text: string): readonly DateSeen[] {
  const day = (year = '', month = 0, date?: string): string =>
    [year, String(month).padStart(2, '0'), ...(date === undefined ? [] : [date.padStart(2, '0')])].join('-')
  return [
    ...[...text.matchAll(written)].map(([whole, before, month = '', after, year]) => ({
      text: whole,
      day: day(year, months.get(month.toLowerCase()), before ?? after),
    })),
    ...[...text.matchAll(numbered)].map(([whole]) => ({ text: whole, day: whole })),
  ]
}
