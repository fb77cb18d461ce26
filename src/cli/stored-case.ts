/** A case of the data folder, for commands that act on it. */
import { bundleAt, ComposeError, openData, ORGANISATION } from '../compose.ts'
import { type Entry, project, type RecordState, type Sha256 } from '../record/index.ts'
import type { Store } from '../store/index.ts'
import { type Arguments, type Context, optionText } from './command.ts'

/** The entries of a stored case. Throws {@link ComposeError} where there is none. */
export async function entriesOfCase(store: Store, caseId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of store.entries({ org: ORGANISATION, case: caseId })) entries.push(entry)
  if (entries.length > 0) return entries
  throw new ComposeError(
    `There is no case "${caseId}".`,
    'Documents are kept in a stored case, and nothing is stored under that name.',
    'Import a case first with ./forestay import, then name it.',
  )
}

/** The record of a stored case. Throws {@link ComposeError} where there is none. */
export const stateOf = async (store: Store, caseId: string): Promise<RecordState> =>
  project(await entriesOfCase(store, caseId))

export type Originals = (sha256: Sha256) => Promise<Uint8Array | undefined>

/** The entries of a bundle or a stored case, and its originals, for as long as `work` needs them. */
export async function withCase<T>(
  { platform, root, env }: Context,
  args: Arguments,
  reference: string,
  work: (entries: readonly Entry[], originals: Originals) => Promise<T>,
): Promise<T> {
  const bundle = await bundleAt({ platform, root, reference })
  if (bundle !== undefined) return work(bundle.entries, (hash) => Promise.resolve(bundle.blobs.get(hash)))
  const store = await openData({ platform, root, env, dataFolder: optionText(args, 'data') })
  try {
    const key = { org: ORGANISATION, case: reference }
    return await work(await entriesOfCase(store, reference), (hash) => store.getOriginal(key, hash))
  } finally {
    await store.close()
  }
}
