/** A case of the data folder, for commands that act on it. */
import { bundleAt, ComposeError, openData, ORGANISATION } from '../compose.ts'
import { type Entry, type Id, project, type RecordState, type Sha256 } from '../record/index.ts'
import type { Store } from '../store/index.ts'
import { type Arguments, type Context, optionText } from './command.ts'

/** The entries of a stored case. Throws {@link ComposeError} where there is none. */
export async function entriesOfCase(store: Store, caseId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of store.entries({ org: ORGANISATION, case: caseId })) entries.push(entry)
  if (entries.length > 0) return entries
  throw new ComposeError(
    { en: `There is no case "${caseId}".`, es: `No existe el caso «${caseId}».` },
    {
      en: 'Documents are kept in a stored case, and nothing is stored under that name.',
      es: 'Los documentos se guardan en un caso guardado, y con ese nombre no hay ninguno.',
    },
    {
      en: 'Import a case first with ./forestay import, then name it.',
      es: 'Importe antes un caso con ./forestay import y nómbrelo.',
    },
  )
}

/** A bundle is somebody's finished account; an act needs a record that can keep it. Throws {@link ComposeError}. */
export async function refuseBundle({ platform, root }: Context, reference: string): Promise<void> {
  if ((await bundleAt({ platform, root, reference })) === undefined) return
  throw new ComposeError(
    {
      en: `Nothing was entered: ${reference} is a bundle.`,
      es: `No se ha anotado nada: ${reference} es una carpeta de caso.`,
    },
    {
      en: 'A bundle is read only; an act is kept in a stored case, under a name and a time.',
      es: 'Una carpeta de caso es de solo lectura; un acto se guarda en un caso guardado, con nombre y hora.',
    },
    {
      en: `Import it first with ./forestay import ${reference}, then name the stored case.`,
      es: `Impórtela antes con ./forestay import ${reference} y nombre el caso guardado.`,
    },
  )
}

/** The record of a stored case. Throws {@link ComposeError} where there is none. */
export const stateOf = async (store: Store, caseId: string): Promise<RecordState> =>
  project(await entriesOfCase(store, caseId))

/** A case as a command has it at hand: of a bundle or of the data folder. */
export interface FoundCase {
  readonly entries: readonly Entry[]
  /** Which originals are held, by hash. */
  readonly held: ReadonlySet<Sha256>
  readonly original: (sha256: Sha256) => Promise<Uint8Array | undefined>
  /** The words of a document as they were read when it came, page by page; none where it was not read. */
  readonly words: (document: Id) => Promise<readonly string[]>
}

/** Opens a bundle or a stored case for as long as `work` needs it. Throws {@link ComposeError}. */
export async function withCase<T>(
  { platform, root, env }: Context,
  args: Arguments,
  reference: string,
  work: (found: FoundCase) => Promise<T>,
): Promise<T> {
  const bundle = await bundleAt({ platform, root, reference })
  if (bundle !== undefined) {
    const { entries, blobs } = bundle
    return work({
      entries,
      held: new Set(blobs.keys()),
      original: async (hash) => blobs.get(hash),
      words: async () => [],
    })
  }
  const store = await openData({ platform, root, env, dataFolder: optionText(args, 'data') })
  try {
    const key = { org: ORGANISATION, case: reference }
    return await work({
      entries: await entriesOfCase(store, reference),
      held: new Set((await store.originals(key)).map(({ sha256 }) => sha256)),
      original: (hash) => store.getOriginal(key, hash),
      words: (document) => store.search.pages(key, document),
    })
  } finally {
    await store.close()
  }
}
