/** Days that a text speaks of, made absolute from the document's own day. Pure. */
import type { DateGrammar } from './grammar.ts'
import type { Inference } from './model.ts'
import { compile, lowerCase, noClasses, scan } from './pattern.ts'

export interface FoundDate {
  readonly start: number
  readonly end: number
  /** EDTF; `XXXX-02-14` where nothing tells the year; absent where nothing tells the day. */
  readonly value?: string
  /** How it was worked out, where the words alone do not say it. */
  readonly inferred?: Inference
}

/** The day from which others are counted, and whence it is taken: `words` of the text, or that day itself. */
interface Reference {
  readonly date: string
  readonly from: 'document' | 'text'
  readonly words: string
}

interface Draft {
  readonly start: number
  readonly end: number
  readonly value?: string
  readonly inferred?: Inference
  /** Day and month without a year. */
  readonly open?: { readonly month: number; readonly day: number }
  /** Counted from the reference. */
  readonly relative?: (reference: string) => string
  readonly words?: string
}

const DAY = '(?<day>\\d{1,2})'
const YEAR = '(?<year>(?:19|20)\\d{2})'

/**
 * Every date of the text, first by first. The reference is the document's date; without it the text's own is
 * looked for.
 */
export function findDates(
  original: string,
  grammar: DateGrammar,
  documentDate: string | undefined,
): readonly FoundDate[] {
  const text = lowerCase(original)
  const drafts = [
    ...written(text, grammar),
    ...numeric(text, grammar),
    ...relative(text, grammar),
    ...bareYears(text, grammar),
  ]
    .reduce<Draft[]>((kept, draft) => {
      if (!kept.some((other) => draft.start < other.end && other.start < draft.end)) kept.push(draft)
      return kept
    }, [])
    .toSorted((a, b) => a.start - b.start)
  const whole = drafts.filter(({ value }) => value !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(value))
  return drafts.map((draft) => absolute(draft, referenceFor(draft, documentDate, whole, original)))
}

/** The document's day; else the newest whole date before the words; else the first of the text. */
function referenceFor(
  draft: Draft,
  documentDate: string | undefined,
  whole: readonly Draft[],
  text: string,
): Reference | undefined {
  if (documentDate !== undefined) return { date: documentDate, from: 'document', words: documentDate }
  const near = whole.findLast(({ start }) => start < draft.start) ?? whole[0]
  if (near?.value === undefined) return undefined
  return { date: near.value, from: 'text', words: text.slice(near.start, near.end) }
}

function absolute(draft: Draft, reference: Reference | undefined): FoundDate {
  const { start, end, open } = draft
  const shared = { start, end }
  if (draft.value !== undefined) {
    return { ...shared, value: draft.value, ...(draft.inferred === undefined ? {} : { inferred: draft.inferred }) }
  }
  if (open !== undefined) {
    const monthDay = `${two(open.month)}-${two(open.day)}`
    if (reference === undefined) {
      return {
        ...shared,
        value: `XXXX-${monthDay}`,
        inferred: { kind: 'no-year' },
      }
    }
    const year = Number(reference.date.slice(0, 4))
    const sameYear = `${year}-${monthDay}`
    const value = sameYear <= reference.date ? sameYear : `${year - 1}-${monthDay}`
    return {
      ...shared,
      value,
      inferred: { kind: `year-from-${reference.from}`, a: reference.words },
    }
  }
  if (draft.relative === undefined || reference === undefined) return shared
  return {
    ...shared,
    value: draft.relative(reference.date),
    inferred: { kind: `counted-from-${reference.from}`, a: reference.words },
  }
}

function written(text: string, grammar: DateGrammar): Draft[] {
  const { joiner, ordinal, monthFirst } = grammar
  const month = `(?<month>${grammar.months.join('|')})(?:\\.(?= \\d))?`
  const when = `(?: (?<last>${grammar.relative.lastYear})| (?<this>${grammar.relative.thisYear}))?`
  const forms = [
    `${DAY}${ordinal} ${joiner}${month},?(?: ${joiner}${YEAR})`,
    ...(monthFirst ? [`${month} ${DAY}${ordinal},? ${YEAR}`] : []),
    `${DAY}${ordinal} ${joiner}${month}${when}`,
    ...(monthFirst ? [`${month} ${DAY}${ordinal}${when}`] : []),
    `${month},? ${joiner}${YEAR}`,
    `(?:${grammar.inMonth}) ${month}(?! \\d)`,
  ]
  const months = compile(grammar.months, noClasses)
  return matches(text, forms).flatMap((match): Draft[] => {
    const { month: name = '', day, year, last, this: thisYear } = match.groups ?? {}
    const place = { start: match.index, end: match.index + match[0].length }
    const number = months.findIndex((regexp) => scan(regexp, name).some((found) => found[0] === name)) + 1
    if (day === undefined && year === undefined) {
      const start = place.start + match[0].lastIndexOf(name)
      return [{ start, end: start + name.length, relative: (date) => lastMonth(date, number) }]
    }
    if (day === undefined) return [{ ...place, value: `${year}-${two(number)}` }]
    if (!isDay(Number(year ?? 2000), number, Number(day))) return []
    const monthDay = `${two(number)}-${two(Number(day))}`
    if (year !== undefined) return [{ ...place, value: `${year}-${monthDay}` }]
    if (last === undefined && thisYear === undefined)
      return [{ ...place, open: { month: number, day: Number(day) } }]
    return [
      { ...place, relative: (date) => `${Number(date.slice(0, 4)) - (last === undefined ? 0 : 1)}-${monthDay}` },
    ]
  })
}

/**
 * `2014-02-19`, `19.02.2014`, `08/11/2013`. Where day and month could be exchanged and nothing in the text
 * tells, both are kept.
 */
function numeric(text: string, { numeric: habit }: DateGrammar): Draft[] {
  const drafts: Draft[] = []
  for (const match of text.matchAll(/(?<![\d.])(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu)) {
    const { year = '', month = '', day = '' } = match.groups ?? {}
    if (isDay(Number(year), Number(month), Number(day))) {
      drafts.push({ start: match.index, end: match.index + match[0].length, value: match[0] })
    }
  }
  const dotted = [
    ...text.matchAll(/(?<![\d./])(?<a>\d{1,2})(?<sign>[./])(?<b>\d{1,2})\k<sign>(?<year>(?:19|20)\d{2})(?!\d)/gu),
  ]
  const firstIsDay = dotted.some(({ groups }) => Number(groups?.['a']) > 12)
  const firstIsMonth = dotted.some(({ groups }) => Number(groups?.['b']) > 12)
  for (const match of dotted) {
    const [a, b, year] = [Number(match.groups?.['a']), Number(match.groups?.['b']), Number(match.groups?.['year'])]
    const place = { start: match.index, end: match.index + match[0].length }
    const dayFirst = isDay(year, b, a) ? `${year}-${two(b)}-${two(a)}` : undefined
    const monthFirst = isDay(year, a, b) ? `${year}-${two(a)}-${two(b)}` : undefined
    if (dayFirst === undefined || monthFirst === undefined || a === b) {
      const value = dayFirst ?? monthFirst
      if (value !== undefined) drafts.push({ ...place, value })
    } else if (firstIsMonth && !firstIsDay) {
      drafts.push({ ...place, value: monthFirst, inferred: { kind: 'month-first' } })
    } else if (firstIsDay || habit === 'day') {
      drafts.push({ ...place, value: dayFirst })
    } else {
      drafts.push({
        ...place,
        value: `[${[dayFirst, monthFirst].toSorted().join(',')}]`,
        inferred: { kind: 'day-or-month' },
      })
    }
  }
  return drafts
}

function relative(text: string, grammar: DateGrammar): Draft[] {
  const drafts: Draft[] = []
  const { relative: words } = grammar
  const add = (patterns: readonly string[], count: (date: string) => string): void => {
    for (const match of matches(text, patterns)) {
      drafts.push({ start: match.index, end: match.index + match[0].length, relative: count })
    }
  }
  grammar.weekdays.forEach((name, index) => {
    const of = (patterns: readonly string[]): string[] =>
      patterns.map((pattern) => pattern.replaceAll('{weekday}', `(?:${name})`))
    add(of(words.lastWeekday), (date) => shift(date, -(((weekdayOf(date) - index + 6) % 7) + 1)))
    add(of(words.nextWeekday), (date) => shift(date, ((index - weekdayOf(date) + 6) % 7) + 1))
    add(of(words.thisWeekday), (date) => shift(date, index - weekdayOf(date)))
    add(of(words.bareWeekday), (date) => shift(date, -((weekdayOf(date) - index + 7) % 7)))
  })
  for (const [pattern, days] of Object.entries(words.days)) add([pattern], (date) => shift(date, days))
  return drafts
}

const bareYears = (text: string, grammar: DateGrammar): Draft[] =>
  matches(
    text,
    grammar.years.map((pattern) => pattern.replaceAll('{year}', YEAR)),
  ).map((match) => {
    const year = match.groups?.['year'] ?? ''
    const start = match.index + match[0].indexOf(year)
    return { start, end: start + 4, value: year }
  })

function matches(text: string, patterns: readonly string[]): RegExpExecArray[] {
  return compile(patterns, noClasses).flatMap((regexp) => scan(regexp, text))
}

const two = (number: number): string => String(number).padStart(2, '0')
const utc = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`)
/** Monday is 0. */
const weekdayOf = (date: string): number => (utc(date).getUTCDay() + 6) % 7

function shift(date: string, days: number): string {
  const at = utc(date)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The last such month that is not after the day. */
const lastMonth = (date: string, month: number): string =>
  `${Number(date.slice(0, 4)) - (date.slice(5, 7) < two(month) ? 1 : 0)}-${two(month)}`

function isDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  return month >= 1 && month <= 12 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}
