/** Documents: one with its text and the claims bound to it, its original, and new ones as they arrive. */
import { type Context, Hono } from 'hono'
import {
  ConflictError,
  documentAnswer,
  documentAt,
  type DocumentText,
  type OpenCase,
  type Workspace,
} from '../casework/index.ts'
import type { DocumentThing, Entry } from '../record/index.ts'
import { languageOf, opened } from './asked.ts'
import { type Env, problem } from './env.ts'
import { textOf } from './readings.ts'

export const documents = new Hono<Env>()

/** What one upload may weigh; a case of many papers is many uploads. */
const UPLOAD_BYTES_MAX = 256 * 1024 * 1024
const ARRIVALS_TRIED_MAX = 20

const missing = (context: Context<Env>): Response =>
  context.json(problem('not-found', 'There is no such document.', 'Choose one from the list.'), 404)

documents.get('/:case/documents/:document', async (context) => {
  const found = await opened(context)
  const document = found === undefined ? undefined : documentAt(found, context.req.param('document'))
  if (found === undefined || document === undefined) return missing(context)
  return context.json(documentAnswer(found, document, await textLayer(context, document), languageOf(context)))
})

async function textLayer(context: Context<Env>, document: DocumentThing): Promise<DocumentText> {
  const { workspace, readings } = context.get('services')
  const { sha256 } = document
  if (sha256 === undefined) return { text: null, warnings: [] }
  const bytes = await workspace.original(context.req.param('case') ?? '', sha256)
  if (bytes === undefined) return { text: null, warnings: [] }
  const plain = document.mediaType === undefined || document.mediaType === 'text/plain'
  if (plain) return { text: new TextDecoder().decode(bytes), warnings: [] }
  return textOf(await readings.read(sha256, bytes, document.title))
}

/** The original, byte for byte, as a download: it is never shown as a page of this program. */
documents.get('/:case/documents/:document/original', async (context) => {
  const found = await opened(context)
  const document = found === undefined ? undefined : documentAt(found, context.req.param('document'))
  if (document?.sha256 === undefined) return missing(context)
  const bytes = await context.get('services').workspace.original(context.req.param('case'), document.sha256)
  if (bytes === undefined) return missing(context)
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.title)}`,
  })
})

/**
 * A paper arrives: its bytes are kept under their hash, then it is read, then one entry says that it lies here. The
 * same bytes a
 * second time add nothing.
 */
documents.post('/:case/documents', async (context) => {
  const { workspace, readings } = context.get('services')
  const id = context.req.param('case')
  const name = (context.req.query('name') ?? '').slice(0, 300)
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const refused = refusalOf(name, bytes, await workspace.last(id))
  if (refused !== undefined) return context.json(refused, 400)
  const sha256 = await workspace.putOriginal(id, bytes)
  const outcome = await readings.read(sha256, bytes, name)
  const kept = await arrive(workspace, id, context.get('session').name, (held) => {
    const twin = [...held.state.documents.values()].find((d) => d.sha256 === sha256)
    if (twin !== undefined) return twin
    const read = outcome.status === 'read' ? outcome.reading : undefined
    return {
      id: freeId(held, name),
      title: name,
      publisher: context.req.query('publisher') ?? '–',
      arrived: context.req.query('arrived') ?? context.get('services').clock.now().slice(0, 10),
      disclosure: 'internal',
      sha256,
      broughtBy: context.get('session').name,
      ...(read === undefined ? {} : { mediaType: read.mediaType }),
      ...(read === undefined || read.language === 'und' ? {} : { language: read.language }),
    }
  })
  return context.json({
    ...kept,
    read: outcome.status === 'read',
    ...textOf(outcome.status === 'read' ? { ...outcome, reading: { ...outcome.reading, text: '' } } : outcome),
  })
})

function refusalOf(name: string, bytes: Uint8Array, last: number): ReturnType<typeof problem> | undefined {
  if (last === 0) return problem('not-found', 'There is no such case.', 'Choose one from the docket.')
  if (name === '') return problem('refused', 'The document has no name.', 'Send ?name= with it.')
  if (bytes.length === 0) return problem('refused', `"${name}" is empty.`, 'Look at the file and add it again.')
  if (bytes.length <= UPLOAD_BYTES_MAX) return undefined
  return problem('refused', `"${name}" has more than 256 MB.`, 'Split it and add the parts.')
}

/** Saves the document after whatever else was entered meanwhile: an arrival rests on nothing that was seen. */
async function arrive(
  workspace: Workspace,
  id: string,
  by: string,
  make: (held: OpenCase) => DocumentThing,
): Promise<{ document: string; title: string; known: boolean }> {
  for (let tries = 0; ; tries++) {
    const last = await workspace.last(id)
    const held = await workspace.open(id, () => ({ at: Infinity, knownBy: Infinity, audience: 'desk' }))
    if (held === undefined) throw new Error(`The case "${id}" has gone.`)
    const document = make(held)
    const answer = { document: document.id, title: document.title, known: held.state.documents.has(document.id) }
    if (answer.known) return answer
    try {
      const entries: readonly Entry[] = await workspace.act(id, by, [{ kind: 'document', document }], last)
      if (entries.length > 0) return answer
    } catch (error) {
      if (!(error instanceof ConflictError) || tries >= ARRIVALS_TRIED_MAX) throw error
    }
  }
}

/** From the file's name, in letters and digits; numbered when it is taken. */
function freeId({ state }: OpenCase, name: string): string {
  const plain =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
      .replaceAll(/-+$/g, '') || 'document'
  let id = plain
  for (let number = 2; state.documents.has(id); number++) id = `${plain}-${number}`
  return id
}
