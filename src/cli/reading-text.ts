/** Reading files for the commands `read`, `add`, `page` and `review`. */
import { basename } from 'node:path'
import { mainText } from '../casework/index.ts'
import { bundleAt, WORKED_CASE } from '../compose.ts'
import { PROPOSAL_TEXT_CHARACTERS_MAX, readDocument } from '../reading/index.ts'
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

/** The documents of the worked case that ships with the program. */
export async function workedDocuments({ platform, root }: Context): Promise<readonly DocumentThing[]> {
  const bundle = await bundleAt({ platform, root, reference: WORKED_CASE })
  return bundle?.entries.flatMap(({ body }) => (body.kind === 'document' ? [body.document] : [])) ?? []
}
