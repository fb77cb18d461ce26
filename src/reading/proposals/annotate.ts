/** States, bodies, places and dates of a text, and the text with them written over by their marks. Pure. */
import type { FoundDate } from './dates.ts'
import { findDates } from './dates.ts'
import type { Grammar } from './grammar.ts'
import type { Inference } from './model.ts'
import { compile, lowerCase, type MarkKind, marks, scan } from './pattern.ts'

export interface Annotation {
  readonly start: number
  readonly end: number
  readonly kind: MarkKind
  /**
   * A State's code, a body's id or name, a place's name, a date in EDTF, a person's number; empty when a date is
   * not known.
   */
  readonly value: string
  readonly inferred?: Inference
}

export interface Marked {
  readonly annotations: readonly Annotation[]
  /** As long as the text, with marks over what is known. */
  readonly shadow: string
}

/** Everything but persons, who are found between these. */
export function annotate(text: string, grammar: Grammar, documentDate: string | undefined): Marked {
  const found: Annotation[] = []
  const lower = lowerCase(text)
  const add = (kind: MarkKind, value: string, pattern: string): void => {
    for (const regexp of compile([pattern], grammar.classes)) {
      for (const match of scan(regexp, lower)) {
        const end = match.index + match[0].length
        if (capitalised.has(kind) && !/\p{Lu}/u.test(text.slice(match.index, end))) continue
        addUnlessCovered(found, { start: match.index, end, kind, value })
      }
    }
  }
  for (const [id, pattern] of Object.entries(grammar.bodies)) add('body', id, pattern)
  for (const date of findDates(text, grammar.dates, documentDate)) addUnlessCovered(found, dateAnnotation(date))
  for (const [code, { names, demonyms }] of Object.entries(grammar.states)) {
    add('state', code, names)
    if (demonyms !== undefined) add('demonym', code, demonyms)
  }
  for (const [name, pattern] of Object.entries(grammar.places)) add('place', name, pattern)
  const annotations = found.toSorted((a, b) => a.start - b.start)
  return { annotations, shadow: shadowOf(blankMarks(text), annotations) }
}

/** Names that are words too, written small. */
const capitalised = new Set<MarkKind>(['place', 'state'])

const dateAnnotation = ({ start, end, value, inferred }: FoundDate): Annotation => ({
  start,
  end,
  kind: 'date',
  value: value ?? '',
  ...(inferred === undefined ? {} : { inferred }),
})

function addUnlessCovered(found: Annotation[], one: Annotation): void {
  if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one)
}

const blankMarks = (text: string): string => text.replace(/[\uE000-\uF8FF]/gu, ' ')

/** Writes each annotation over with its mark. */
export function shadowOf(text: string, annotations: readonly Annotation[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, kind } of annotations.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    parts.push(text.slice(from, start), marks[kind].repeat(end - start))
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}

/** What of a kind stands inside a stretch, in order. */
export const inside = (
  annotations: readonly Annotation[],
  kinds: readonly MarkKind[],
  start: number,
  end: number,
): readonly Annotation[] =>
  annotations.filter((one) => kinds.includes(one.kind) && one.start >= start && one.end <= end)
