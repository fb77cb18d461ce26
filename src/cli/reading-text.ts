/** Reading files for the commands `read`, `add`, `page` and `review`. */
import { basename } from 'node:path'
import { mainText } from '../casework/index.ts'
import { bundleAt, WORKED_CASE } from '../compose.ts'
import { PROPOSAL_TEXT_CHARACTERS_MAX, readDocument, toldIn } from '../reading/index.ts'
import type { DocumentThing } from '../record/index.ts'
import type { Context, Language } from './command.ts'

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
export async function readFileText(bytes: Uint8Array, file: string, language: Language): Promise<FileRead> {
  const es = language === 'es'
  const outcome = await readDocument(bytes, basename(file))
  if (outcome.status === 'refused') return { status: 'refused', reason: toldIn(outcome.refusal, language) }
  const { reading } = outcome
  const hidden =
    reading.hidden.length === 0
      ? []
      : [
          es
            ? `${reading.hidden.length} cosas que la página oculta; las propuestas salen de lo que muestra.`
            : `${reading.hidden.length} things that the page hides; its proposals come from what it shows.`,
        ]
  const long =
    reading.text.length <= PROPOSAL_TEXT_CHARACTERS_MAX
      ? []
      : [
          es
            ? `Las propuestas se hicieron con los primeros ${PROPOSAL_TEXT_CHARACTERS_MAX} caracteres ` +
              `de ${reading.text.length}.`
            : `Proposals were made from the first ${PROPOSAL_TEXT_CHARACTERS_MAX} characters of ` +
              `${reading.text.length}.`,
        ]
  return {
    status: 'read',
    text: mainText(reading.text, reading.main),
    language: reading.language,
    mediaType: reading.mediaType,
    title: reading.metadata.title ?? basename(file),
    warnings: [...reading.warnings.map((one) => toldIn(one, language)), ...hidden, ...long],
    ...(reading.metadata.sent === undefined ? {} : { sent: reading.metadata.sent }),
    documents: 1 + reading.children.length,
  }
}

/** The documents of the worked case that ships with the program. */
export async function workedDocuments({ platform, root }: Context): Promise<readonly DocumentThing[]> {
  const bundle = await bundleAt({ platform, root, reference: WORKED_CASE })
  return bundle?.entries.flatMap(({ body }) => (body.kind === 'document' ? [body.document] : [])) ?? []
}
