/** Papers arrive: each is kept first and read then, so that nothing is lost between in and kept. */
import type { Context } from 'hono'
import { ConflictError, isEnterable, proposalsOf, slugOf, type Workspace } from '../casework/index.ts'
import { type DocumentThing, foldedWords } from '../record/index.ts'
import { refusalLanguage } from './asked.ts'
import { type Env, noCase, Refusal } from './env.ts'
import type { PaperRead } from './readings.ts'
import { indexCase } from './search.ts'

/** What one upload may weigh; a case of many papers is many uploads. */
const UPLOAD_BYTES_MAX = 256 * 1024 * 1024
const ARRIVALS_TRIED_MAX = 20

/** What is said of a paper that arrives. */
export interface Arriving {
  readonly name: string
  readonly publisher?: string | undefined
  readonly published?: string | undefined
  readonly arrived?: string | undefined
}

interface Arrived {
  readonly path: string[]
  readonly document: string
  readonly title: string
  readonly known: boolean
  readonly refused: string | null
  readonly proposals: number
}

interface ArrivalsAnswer {
  readonly documents: Arrived[]
  readonly count: { readonly in: number; readonly read: number; readonly refused: number }
}

export async function arrivals(context: Context<Env>, arriving: Arriving): Promise<ArrivalsAnswer> {
  const { workspace, readings } = context.get('services')
  const id = context.req.param('case') ?? ''
  if ((await workspace.last(id)) === 0) throw noCase()
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  checkSize(arriving.name, bytes)
  await workspace.putOriginal(id, bytes)
  const documents: Arrived[] = []
  for await (const item of readings.tree(bytes, arriving.name)) {
    await workspace.putOriginal(id, item.bytes)
    documents.push(await kept(context, id, arriving, item))
  }
  await indexCase(context)
  const refused = documents.filter((one) => one.refused !== null).length
  return { documents, count: { in: documents.length, read: documents.length - refused, refused } }
}

function checkSize(name: string, { length }: Uint8Array): void {
  if (length === 0)
    throw new Refusal(
      400,
      'refused',
      { en: `"${name}" is empty.`, es: `«${name}» está vacío.` },
      { en: 'Look at the file and add it again.', es: 'Mire el archivo y añádalo de nuevo.' },
    )
  if (length > UPLOAD_BYTES_MAX)
    throw new Refusal(
      400,
      'refused',
      { en: `"${name}" has more than 256 MB.`, es: `«${name}» pasa de 256 MB.` },
      { en: 'Split it and add the parts.', es: 'Divídalo y añada las partes.' },
    )
}

async function kept(
  context: Context<Env>,
  id: string,
  arriving: Arriving,
  { path, reading, refused, sha256 }: PaperRead,
): Promise<Arrived> {
  const { workspace, clock } = context.get('services')
  const by = context.get('session').name
  const name = path.at(-1) ?? arriving.name
  const { document, known } = await enter(workspace, id, by, sha256, (free) => ({
    id: free(name),
    title: name,
    publisher: arriving.publisher === undefined || arriving.publisher === '' ? UNSAID : arriving.publisher,
    ...(arriving.published === undefined || arriving.published === '' ? {} : { published: arriving.published }),
    arrived: arriving.arrived ?? clock.now().slice(0, 10),
    disclosure: 'internal',
    sha256,
    broughtBy: by,
    ...described(reading),
    ...note(path, refused?.en ?? null),
  }))
  return {
    path: [...path],
    document: document.id,
    title: document.title,
    known,
    refused: refused === null ? null : refused[refusalLanguage(context)],
    proposals: reading === undefined ? 0 : waiting(reading, arriving.published),
  }
}

/** Nobody has said who published it. */
export const UNSAID = '–'

function waiting({ text, language }: NonNullable<PaperRead['reading']>, published: string | undefined): number {
  const date = published === '' ? undefined : published
  return proposalsOf(text, language, date).filter(isEnterable).length
}

const described = (reading: PaperRead['reading']): Pick<DocumentThing, 'mediaType' | 'language'> =>
  reading === undefined
    ? {}
    : {
        mediaType: reading.mediaType,
        ...(reading.language === undefined || reading.language === 'und' ? {} : { language: reading.language }),
      }

/** Kept in the record as it was written, and in no other language. */
function note(path: readonly string[], refused: string | null): Pick<DocumentThing, 'note'> {
  const from = path.length > 1 ? [`Came in ${path.slice(0, -1).join(' › ')}.`] : []
  const why = refused === null ? [] : [`Not read: ${refused}`]
  const text = [...from, ...why].join(' ')
  return text === '' ? {} : { note: text }
}

/** Saves the document after whatever else was entered meanwhile: an arrival rests on nothing that was seen. */
async function enter(
  workspace: Workspace,
  id: string,
  by: string,
  sha256: string,
  make: (free: (name: string) => string) => DocumentThing,
): Promise<{ readonly document: DocumentThing; readonly known: boolean }> {
  for (let tries = 0; ; tries++) {
    const held = await workspace.state(id)
    const twin = [...held.documents.values()].find((one) => one.sha256 === sha256)
    if (twin !== undefined) return { document: twin, known: true }
    const document = make((name) => freeId(held.documents, name))
    try {
      await workspace.act(id, by, [{ kind: 'document', document }], held.lastSequence)
      return { document, known: false }
    } catch (error) {
      if (!(error instanceof ConflictError) || tries >= ARRIVALS_TRIED_MAX) throw error
    }
  }
}

/** From the file's name, in letters and digits; numbered when it is taken. */
function freeId(taken: ReadonlyMap<string, unknown>, name: string): string {
  const stem = slugOf(foldedWords(name)).slice(0, 60).replace(/-+$/u, '')
  let id = stem
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`
  return id
}
