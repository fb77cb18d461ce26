/** Wires the ports to their implementations: the only file that knows them all. */
import { join } from 'node:path'
import {
  type AlertSettings,
  AlertTicker,
  type AskedTimes,
  caseAt,
  Feeds,
  folderBundle,
  importBundle,
  indexEntries,
  type ImportedBundle,
  type Keep,
  keyOfRecord,
  markKey,
  type MarkKey,
  type OpenCase,
  pagesBy,
  pagesOf,
  readingNameOf,
  readLaw,
  type Shelf,
  storeShelf,
  watchOf,
  type Way,
  waysOf,
  Workspace,
} from './casework/index.ts'
import { httpWebhook, type Platform, smtpMailer, systemTimer } from './platform/index.ts'
import { createReader, type Reader } from './reading/index.ts'
import type { DocumentThing, Entry, Said, SaidProblem, Zone } from './record/index.ts'
import { createMemoryIndex, type SearchIndex } from './search/index.ts'
import {
  type CaseKey,
  createMemoryStore,
  createSqliteStore,
  isDataFolder,
  openSqliteStore,
  type Store,
} from './store/index.ts'

/** All cases of one installation belong to one organisation, until there are several. */
export const ORGANISATION = 'own'

/** The case or the data folder could not be used: what happened, why, what to do. */
export class ComposeError extends Error {
  readonly why: string
  readonly remedy: string
  readonly said: SaidProblem & { readonly why: Said }
  constructor(what: Said, why: Said, remedy: Said) {
    super(what.en)
    this.name = 'ComposeError'
    this.why = why.en
    this.remedy = remedy.en
    this.said = { what, why, remedy }
  }
}

/** The case that ships with the program. */
export const WORKED_CASE = 'examples/pavlov-2014'

export interface CaseSource {
  readonly platform: Platform
  readonly root: string
  /** The folder of a bundle, or the name of a stored case. */
  readonly reference: string
  readonly dataFolder: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

export const dataFolderOf = ({ root, dataFolder, env }: Pick<CaseSource, 'root' | 'dataFolder' | 'env'>): string =>
  dataFolder ?? env['FORESTAY_DATA'] ?? join(root, '.forestay')

/** Reads the case that `reference` names and opens it at the times asked. */
export async function openCase(source: CaseSource, times: (zone: Zone) => AskedTimes): Promise<OpenCase> {
  const law = await readLaw(source.platform.files, source.root)
  return caseAt(law, await entriesOf(source), times)
}

/** The entries of a bundle or of a stored case, in order. */
export async function entriesOf(source: CaseSource): Promise<readonly Entry[]> {
  return (await bundleAt(source))?.entries ?? withStored(source, async (entries) => entries)
}

/** The entries, and the key of the names under which the case is spoken of outside (see `deadlineMarks`). */
export async function markedEntries(
  source: CaseSource,
): Promise<{ readonly entries: readonly Entry[]; readonly key: MarkKey }> {
  const bundle = await bundleAt(source)
  if (bundle !== undefined) return { entries: bundle.entries, key: keyOfRecord(bundle.entries) }
  return withStored(source, async (entries, store) => ({
    entries,
    key: await markKey(storeShelf(store), (count) => source.platform.random.bytes(count)),
  }))
}

/** Opens the data folder for as long as `work` needs the case that is stored there. */
async function withStored<T>(
  source: CaseSource,
  work: (entries: readonly Entry[], store: Store) => Promise<T>,
): Promise<T> {
  const { reference } = source
  if (reference.includes('/') || !isDataFolder(dataFolderOf(source))) throw notFound(source)
  const store = await openData(source)
  try {
    const entries: Entry[] = []
    for await (const entry of store.entries({ org: ORGANISATION, case: reference })) entries.push(entry)
    if (entries.length === 0) throw notFound(source)
    return await work(entries, store)
  } finally {
    await store.close()
  }
}

/** The bundle in the folder that the reference names, if it is one. */
export async function bundleAt({
  platform,
  root,
  reference,
}: Pick<CaseSource, 'platform' | 'root' | 'reference'>): Promise<ImportedBundle | undefined> {
  for (const folder of [reference, join(root, reference)]) {
    if (await platform.files.exists(join(folder, 'case.yaml')))
      return importBundle(folderBundle(platform.files, folder))
  }
  return undefined
}

const notFound = (source: CaseSource): ComposeError =>
  new ComposeError(
    { en: `There is no case "${source.reference}".`, es: `No existe el caso «${source.reference}».` },
    {
      en: `It is neither a folder with a case.yaml nor a case stored in ${dataFolderOf(source)}.`,
      es: `No es una carpeta con un case.yaml ni un caso guardado en ${dataFolderOf(source)}.`,
    },
    {
      en: 'Name a bundle, such as examples/pavlov-2014, or a case that was imported with ./forestay import.',
      es: 'Nombre una carpeta de caso, como examples/pavlov-2014, o un caso importado con ./forestay import.',
    },
  )

/**
 * Opens the data folder; with `create`, makes it where there is none. Throws `StoreError` or {@link ComposeError}.
 */
export async function openData(source: Omit<CaseSource, 'reference'>, create = false): Promise<Store> {
  const folder = dataFolderOf(source)
  const passphrase =
    source.env['FORESTAY_PASSPHRASE'] ?? (await source.platform.prompt.secret(`Passphrase for ${folder}: `))
  if (passphrase === undefined || passphrase === '') {
    throw new ComposeError(
      { en: 'The data folder needs a passphrase.', es: 'La carpeta de datos necesita una contraseña.' },
      { en: 'None was given.', es: 'No se dio ninguna.' },
      {
        en: 'Type one of at least 12 characters, or set FORESTAY_PASSPHRASE. To look without keeping anything: ./forestay start --demo.',
        es:
          'Escriba una de al menos 12 caracteres, o fije FORESTAY_PASSPHRASE. Para mirar sin guardar ' +
          'nada: ./forestay start --demo.',
      },
    )
  }
  const options = { folder, passphrase, clock: () => new Date(source.platform.clock.now()) }
  if (isDataFolder(folder)) return openSqliteStore(options)
  if (!create)
    throw new ComposeError(
      { en: `There is no data folder at ${folder}.`, es: `No hay carpeta de datos en ${folder}.` },
      { en: 'Nothing has been imported there.', es: 'Allí no se ha importado nada.' },
      {
        en: 'Import a case first: ./forestay import examples/pavlov-2014',
        es: 'Importe antes un caso: ./forestay import examples/pavlov-2014',
      },
    )
  return createSqliteStore(options)
}

export interface OpenWorkspace {
  readonly workspace: Workspace
  /** Notes that belong to no case. */
  readonly shelf: Shelf
  /** Where the cases lie, in words. */
  readonly kept: string
  close(): Promise<void>
}

/**
 * The cases at hand for the workbench. With `demo`, a throw-away store in memory; otherwise the data folder, made
 * on first use. One without a case is given the worked case, so that there is something to look at; with `empty` it
 * stays as it is.
 */
export async function openWorkspace(
  source: Omit<CaseSource, 'reference'>,
  { demo = false, empty = false }: { readonly demo?: boolean; readonly empty?: boolean } = {},
): Promise<OpenWorkspace> {
  const law = await readLaw(source.platform.files, source.root)
  const clock = (): Date => new Date(source.platform.clock.now())
  const store = demo ? createMemoryStore({ clock }) : await openData(source, true)
  if (!empty && (await store.cases(ORGANISATION)).length === 0) await keepBundle(store, source)
  return {
    workspace: new Workspace(law, keepOf(store)),
    shelf: storeShelf(store),
    kept: demo ? 'memory' : dataFolderOf(source),
    close: () => store.close(),
  }
}

/** What goes out by itself: the key of its names, the feeds, and the ticker, which runs until it is stopped. */
export interface OpenDesk {
  readonly key: MarkKey
  readonly feeds: Feeds
  readonly alerts: AlertTicker
}

interface Outlets {
  readonly settings: AlertSettings
  readonly language: 'en' | 'es'
  /** On this machine. */
  readonly here: Way
  readonly complain: (text: string) => void
}

/** Throws `DeliveryError` where the settings name a server that must not be used. */
export async function openDesk(
  { workspace, shelf }: OpenWorkspace,
  { clock, random }: Platform,
  { settings, language, here, complain }: Outlets,
): Promise<OpenDesk> {
  const bytes = (count: number): Uint8Array => random.bytes(count)
  const key = await markKey(shelf, bytes)
  const { mail, webhook } = settings
  const ports = {
    ...(mail === undefined ? {} : { mailer: smtpMailer(mail) }),
    ...(webhook === undefined ? {} : { webhook: httpWebhook(webhook) }),
  }
  const alerts = new AlertTicker({
    clock: () => Date.parse(clock.now()),
    wait: (milliseconds, signal) => systemTimer.wait(milliseconds, signal),
    watch: watchOf(workspace, key),
    shelf,
    ways: [here, ...waysOf(settings, ports, language)],
    times: settings.times,
    complain,
  })
  return { key, feeds: new Feeds(shelf, bytes), alerts }
}

async function keepBundle(store: Store, source: Omit<CaseSource, 'reference'>): Promise<void> {
  const bundle = await bundleAt({ ...source, reference: WORKED_CASE })
  if (bundle === undefined) return
  const key = { org: ORGANISATION, case: bundle.header.id }
  for (const [hash, bytes] of bundle.blobs) await store.putOriginal(key, bytes, hash)
  await store.appendPreserved(key, bundle.entries, 0)
}

const keepOf = (store: Store): Keep => ({
  organisation: ORGANISATION,
  search: store.search,
  cases: async () =>
    (await store.cases(ORGANISATION)).map(({ case: id, last, recorded }) => ({ id, last, recorded })),
  entries: async (id) => {
    const entries: Entry[] = []
    for await (const entry of store.entries({ org: ORGANISATION, case: id })) entries.push(entry)
    return entries
  },
  append: (id, act, expectedLast) => store.append({ org: ORGANISATION, case: id }, act, expectedLast),
  putOriginal: (id, bytes) => store.putOriginal({ org: ORGANISATION, case: id }, bytes),
  original: (id, sha256) => store.getOriginal({ org: ORGANISATION, case: id }, sha256),
  originals: async (id) =>
    new Set((await store.originals({ org: ORGANISATION, case: id })).map(({ sha256 }) => sha256)),
})

/** A case whose words can be searched: its entries, and an index that holds them all. */
export interface SearchableCase {
  readonly entries: readonly Entry[]
  readonly key: CaseKey
  readonly index: SearchIndex
}

/** Reads the papers of one case page by page, in processes that they share and that end with `work`. */
async function withPages<T>(
  work: (
    read: (bytes: Uint8Array, document: DocumentThing) => Promise<readonly string[] | undefined>,
  ) => Promise<T>,
): Promise<T> {
  let reader: Promise<Reader> | undefined
  try {
    return await work(async (bytes, document) => {
      reader ??= createReader({ batch: true })
      const outcome = await (await reader).read(bytes, readingNameOf(document))
      return outcome.status === 'read' ? pagesOf(outcome.reading) : undefined
    })
  } finally {
    ;(await reader)?.close()
  }
}

/** Opens a case for a search: of a bundle the index is made in memory, of a stored case it is brought up to date. */
export async function withSearch<T>(source: CaseSource, work: (found: SearchableCase) => Promise<T>): Promise<T> {
  const bundle = await bundleAt(source)
  const key = { org: ORGANISATION, case: bundle?.header.id ?? source.reference }
  if (bundle !== undefined) {
    const { entries, blobs } = bundle
    const index = createMemoryIndex()
    const original = async (hash: string): Promise<Uint8Array | undefined> => blobs.get(hash)
    await withPages((read) => indexEntries(index, key, entries, pagesBy(original, read)))
    return work({ entries, key, index })
  }
  if (source.reference.includes('/') || !isDataFolder(dataFolderOf(source))) throw notFound(source)
  const store = await openData(source)
  try {
    const entries: Entry[] = []
    for await (const entry of store.entries(key)) entries.push(entry)
    if (entries.length === 0) throw notFound(source)
    const original = (hash: string): Promise<Uint8Array | undefined> => store.getOriginal(key, hash)
    await withPages((read) => indexEntries(store.search, key, entries, pagesBy(original, read)))
    return await work({ entries, key, index: store.search })
  } finally {
    await store.close()
  }
}
