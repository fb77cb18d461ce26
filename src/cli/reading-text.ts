/** Reading files for the commands `read`, `add`, `page` and `review`. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { bundleAt, WORKED_CASE } from '../compose.ts'
import { type Proposal, propose, PROPOSAL_TEXT_CHARACTERS_MAX, readDocument } from '../reading/index.ts'
import type { DocumentThing } from '../record/index.ts'
import type { Context } from './command.ts'

/** A file read, or refused with the reason. */
export type FileRead =
  | {
      readonly status: 'read'
      readonly text: string
      readonly language: string
      readonly title: string
      readonly sent?: string
      readonly mediaType: string
      readonly warnings: readonly string[]
      readonly documents: number
    }
  | { readonly status: 'refused'; readonly reason: string }

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Reads one document without what is packed in it. */
export async function readFileText(bytes: Uint8Array, file: string): Promise<FileRead> {
  const outcome = await readDocument(bytes, basename(file))
  if (outcome.status === 'refused') return { status: 'refused', reason: outcome.refusal.message }
  const { reading } = outcome
  const hidden =
    reading.hidden.length === 0
      ? []
      : [`${reading.hidden.length} things that the page hides; its proposals come from what it shows.`]
  const long =
    reading.text.length <= PROPOSAL_TEXT_CHARACTERS_MAX
      ? []
      : [`Proposals were made from the first ${PROPOSAL_TEXT_CHARACTERS_MAX} characters of ${reading.text.length}.`]
  return {
    status: 'read',
    text: mainText(reading.text, reading.main),
    language: reading.language,
    mediaType: reading.mediaType,
    title: reading.metadata.title ?? basename(file),
    warnings: [...reading.warnings.map(({ message }) => message), ...hidden, ...long],
    ...(reading.metadata.sent === undefined ? {} : { sent: reading.metadata.sent }),
    documents: 1 + reading.children.length,
  }
}

/** The main part of a web page with blanks for its menus and footers, so that every place stays the same. */
function mainText(text: string, main: { readonly start: number; readonly end: number } | undefined): string {
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
 * retelling
 * speaks from the day of what it repeats, not from its own.
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

/** The documents of the worked case that ships with the program. */
export async function workedDocuments({ platform, root }: Context): Promise<readonly DocumentThing[]> {
  const bundle = await bundleAt({ platform, root, reference: WORKED_CASE })
  return bundle?.entries.flatMap(({ body }) => (body.kind === 'document' ? [body.document] : [])) ?? []
}

export const proposalsOf = (
  text: string,
  language: string | undefined,
  day: DocumentDay | undefined,
): readonly Proposal[] =>
  propose(text, { language: language === 'und' ? undefined : language, documentDate: day?.date })
