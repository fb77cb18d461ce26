/** Which text of a document proposals are made from, and from which day its dates are counted. Pure. */
import { type Proposal, propose } from '../reading/index.ts'
import type { DocumentThing, Said } from '../record/index.ts'

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
  readonly because: Said
}

const asGiven: Said = { en: 'as given with --date', es: 'como se dio con --date' }
const asSent: Said = { en: 'the mail says when it was sent', es: 'el correo dice cuándo se envió' }
const asRecorded = (known: string, repeats: string | undefined): Said => ({
  en:
    `the record has these bytes as the document "${known}"` +
    (repeats === undefined ? '' : `, which repeats "${repeats}"`),
  es:
    `el expediente tiene estos bytes como el documento «${known}»` +
    (repeats === undefined ? '' : `, que repite «${repeats}»`),
})

/**
 * The day from which dates are counted: as asked, as the record has it, or as the mail says; else none. A copy or a
 * retelling speaks from the day of what it repeats, not from its own.
 */
export function dayOf(
  asked: string | undefined,
  known: DocumentThing | undefined,
  { sent, documents }: { readonly sent?: string | undefined; readonly documents: Iterable<DocumentThing> },
): DocumentDay | undefined {
  if (asked !== undefined) return { date: asked, because: asGiven }
  if (known !== undefined) {
    const repeated = known.retells ?? known.copyOf
    const source = repeated === undefined ? known : ([...documents].find(({ id }) => id === repeated) ?? known)
    if (source.published !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(source.published)) {
      return { date: source.published, because: asRecorded(known.id, source === known ? undefined : source.id) }
    }
  }
  const day = sent === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/u.exec(sent)?.[0]
  return day === undefined ? undefined : { date: day, because: asSent }
}

export const proposalsOf = (
  text: string,
  language: string | undefined,
  date: string | undefined,
): readonly Proposal[] => propose(text, { language: language === 'und' ? undefined : language, documentDate: date })
