/** Which text of a document proposals are made from, and from which day its dates are counted. Pure. */
import { type Proposal, propose } from '../reading/index.ts'
import type { DocumentThing } from '../record/index.ts'

/** The main part of a web page with blanks for its menus and footers, so that every place stays the same. */
export function mainText(text: string, main: { readonly start: number; readonly end: number } | undefined): string {
  if (main === undefined) return text
  const blank = (piece: string): string => piece.replace(/[^\n\f]/gu, ' ')
  return `${blank(text.slice(0, main.start))}${text.slice(main.start, main.end)}${blank(text.slice(main.end))}`.slice(
    0,
    text.length,
  )
}

export interface DocumentDay {
  readonly date: string
  readonly because: string
}

/**
 * The day from which dates are counted: as asked, as the record has it, or as the mail says; else none. A copy or a
 * retelling speaks from the day of what it repeats, not from its own.
 */
export function dayOf(
  asked: string | undefined,
  known: DocumentThing | undefined,
  { sent, documents }: { readonly sent?: string | undefined; readonly documents: Iterable<DocumentThing> },
): DocumentDay | undefined {
  if (asked !== undefined) return { date: asked, because: 'as given with --date' }
  if (known !== undefined) {
    const repeated = known.retells ?? known.copyOf
    const source = repeated === undefined ? known : ([...documents].find(({ id }) => id === repeated) ?? known)
    if (source.published !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(source.published)) {
      const via = source === known ? '' : `, which repeats "${source.id}"`
      return { date: source.published, because: `the record has these bytes as the document "${known.id}"${via}` }
    }
  }
  const day = sent === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/u.exec(sent)?.[0]
  return day === undefined ? undefined : { date: day, because: 'the mail says when it was sent' }
}

export const proposalsOf = (
  text: string,
  language: string | undefined,
  day: DocumentDay | undefined,
): readonly Proposal[] =>
  propose(text, { language: language === 'und' ? undefined : language, documentDate: day?.date })
