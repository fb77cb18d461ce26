/** A quote in a text layer: found again after the document has been read anew, also when offsets have moved. */
import type { Page, Reading, Span } from './reading.ts'

/** As in `Place` of the record: the words, a little before and after, and where they stood. */
export interface QuotePlace {
  readonly quote: string
  readonly prefix?: string
  readonly suffix?: string
  readonly start?: number
}

/**
 * Where the quote stands now: at its old place if its words are there, else where its surroundings fit best, and the
 * nearest of equals. Undefined when the words are not in the text: a quote is never moved to other words.
 */
export function locateQuote(
  text: string,
  place: QuotePlace,
): { readonly start: number; readonly end: number } | undefined {
  const { quote, prefix = '', suffix = '', start = 0 } = place
  if (quote === '') return undefined
  if (place.start !== undefined && text.startsWith(quote, start)) return { start, end: start + quote.length }
  let best: { at: number; fit: number } | undefined
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length
    const fit =
      (text.slice(0, at).endsWith(prefix) ? prefix.length : 0) + (text.startsWith(suffix, end) ? suffix.length : 0)
    const isBetter =
      best === undefined || fit > best.fit || (fit === best.fit && Math.abs(at - start) < Math.abs(best.at - start))
    if (isBetter) best = { at, fit }
  }
  return best === undefined ? undefined : { start: best.at, end: best.at + quote.length }
}

/** The page on which a unit of the text stands. */
export const pageAt = (reading: Pick<Reading, 'pages'>, at: number): Page | undefined =>
  reading.pages.findLast(({ start }) => start <= at)

/** The lines or paragraphs that a stretch touches, each with its place in the original. */
export const positionAt = (reading: Pick<Reading, 'pages'>, start: number, end: number): readonly Span[] =>
  reading.pages
    .filter((page) => page.start < end && page.end > start)
    .flatMap(({ spans }) => spans.filter((span) => span.start < end && span.end > start))
