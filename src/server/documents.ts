/** Documents: the list, one with its text and the claims bound to it, its original, and new ones as they arrive. */
import type { Context } from 'hono'
import { z } from 'zod'
import {
  DocumentAnswer,
  documentAnswer,
  documentAt,
  DocumentsAnswer,
  documentsAnswer,
  type OpenCase,
  readingNameOf,
} from '../casework/index.ts'
import type { DocumentThing } from '../record/index.ts'
import { arrivals } from './arrivals.ts'
import { opened } from './asked.ts'
import { type Env, noDocument } from './env.ts'
import type { ReadText } from './readings.ts'
import { BYTES, type Route, route } from './route.ts'

/** The document of the address, as it could be seen at the times asked. Throws `Refusal` where there is none. */
export async function documentAsked(
  context: Context<Env>,
): Promise<{ readonly found: OpenCase; readonly document: DocumentThing }> {
  const found = await opened(context)
  const document = documentAt(found, context.req.param('document') ?? '')
  if (document === undefined) throw noDocument()
  return { found, document }
}

/** What a document says; without a text where its original is not held. */
export async function textOfDocument(context: Context<Env>, document: DocumentThing): Promise<ReadText> {
  const { workspace, readings } = context.get('services')
  const { sha256 } = document
  const bytes = sha256 === undefined ? undefined : await workspace.original(context.req.param('case') ?? '', sha256)
  if (sha256 === undefined || bytes === undefined) return { shown: { text: null, warnings: [] } }
  return readings.read(sha256, bytes, readingNameOf(document))
}

/** Others than the desk get originals drawn again, in a dossier: nobody has looked through these bytes for names. */
const unseen = { text: null, warnings: [] }

export const documentRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:case/documents',
    about: 'The documents that something known rests on, and those that lie unread.',
    times: true,
    answer: DocumentsAnswer,
    handle: async ({ context }) => documentsAnswer(await opened(context)),
  }),
  route({
    method: 'get',
    path: '/api/cases/:case/documents/:document',
    about: 'One document with its text and the claims bound to its words.',
    times: true,
    answer: DocumentAnswer,
    async handle({ context, language }) {
      const { found, document } = await documentAsked(context)
      const shown = found.view.audience === 'desk' ? (await textOfDocument(context, document)).shown : unseen
      return documentAnswer(found, document, shown, language)
    },
  }),
  route({
    method: 'get',
    path: '/api/cases/:case/documents/:document/original',
    about: 'The original, byte for byte, as a download: it is never shown as a page of this program.',
    times: true,
    answer: BYTES,
    async handle({ context, services, param }) {
      const { found, document } = await documentAsked(context)
      const bytes =
        document.sha256 === undefined || found.view.audience !== 'desk'
          ? undefined
          : await services.workspace.original(param('case'), document.sha256)
      if (bytes === undefined) throw noDocument()
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.title)}`,
      })
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:case/documents',
    about:
      'A paper arrives, with whatever is packed in it: the bytes are kept under their hash, then read; one entry ' +
      'says that each lies here. The same bytes a second time add nothing.',
    query: z.object({
      /** The name of the file. */
      name: z.string().trim().min(1).max(300),
      publisher: z.string().trim().max(200).optional(),
      /** The day it was published. */
      published: z.string().max(60).optional(),
      /** The day it came to the desk; today when absent. */
      arrived: z.string().max(60).optional(),
    }),
    body: BYTES,
    answer: z.strictObject({
      documents: z.array(
        z.strictObject({
          /** From the file down to what was packed in it. */
          path: z.array(z.string()),
          document: z.string(),
          title: z.string(),
          /** The same bytes were kept before. */
          known: z.boolean(),
          /** Why it could not be read; it is kept all the same. */
          refused: z.string().nullable(),
          /** How many proposals wait for a person. */
          proposals: z.number(),
        }),
      ),
      /** `in` = `read` + `refused`; all are kept. */
      count: z.strictObject({ in: z.number(), read: z.number(), refused: z.number() }),
    }),
    handle: async ({ context, query }) => arrivals(context, query),
  }),
]
