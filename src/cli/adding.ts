/** Keeping files and folders in a stored case, for `add` and `page`. */
import { join } from 'node:path'
import { z } from 'zod'
import { openData } from '../compose.ts'
import { FileError, type FolderEntry } from '../platform/index.ts'
import { createReader } from '../reading/index.ts'
import type { Context } from './command.ts'
import { AddedDocument, type Adding, type FileKept, Keeping } from './keeping.ts'

export const AddAnswer = z.strictObject({
  case: z.string(),
  documents: z.array(AddedDocument),
  /** What was named and could not be opened: nothing came in. */
  missing: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
  /** `in` = `kept` = `read` + `refused`. */
  count: z.strictObject({ in: z.number(), kept: z.number(), read: z.number(), refused: z.number() }),
})
export type AddAnswer = z.infer<typeof AddAnswer>

/**
 * Keeps each file, and whatever is packed in it, one act a document: what was kept before an interruption stays
 * kept, and a second run finds it by its bytes. What cannot be read is kept with the reason. Throws `ComposeError`,
 * `StoreError`.
 */
export async function addFiles(context: Context, adding: Adding): Promise<AddAnswer> {
  const { platform, root, env } = context
  const store = await openData({ platform, root, env, dataFolder: adding.dataFolder })
  const reader = await createReader({ batch: true })
  try {
    const keeping = await Keeping.of(context, adding, store, reader)
    const files = await withoutFolders(context, adding.files)
    const results = await inLanes(files, async (file, index) => {
      if (files.length > 1 && !context.json) context.out.paragraph(`${index + 1}/${files.length} ${file}`)
      return keeping.file(file)
    })
    return answerOf(adding.caseId, results)
  } finally {
    reader.close()
    await store.close()
  }
}

function answerOf(caseId: string, results: readonly FileKept[]): AddAnswer {
  const documents = results.flatMap((result) => ('documents' in result ? result.documents : []))
  const read = documents.filter(({ status }) => status === 'read').length
  const { length } = documents
  return {
    case: caseId,
    documents,
    missing: results.flatMap((result) => ('missing' in result ? [result.missing] : [])),
    count: { in: length, kept: length, read, refused: length - read },
  }
}

/** Files that are read at the same time: one is kept while the next is read. */
const LANES = 2

/** The results in the order of the items. After an error nothing new is begun, and what was begun is ended first. */
async function inLanes<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = [...items.entries()].toReversed()
  const lane = async (): Promise<void> => {
    try {
      for (let next = queue.pop(); next !== undefined; next = queue.pop())
        results[next[0]] = await work(next[1], next[0])
    } finally {
      // Empty after the last; after an error the other lane finds nothing more to do.
      queue.length = 0
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return results
}

/** A folder stands for the files in it, and in its folders. */
async function withoutFolders(context: Context, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    const entries = await entriesOf(context, path)
    if (entries === undefined) found.push(path)
    else {
      const usable = entries.filter(({ kind }) => kind !== 'other').map(({ name }) => join(path, name))
      found.push(...(await withoutFolders(context, usable)))
    }
  }
  return found
}

/** What lies in a folder; nothing when the path is no folder. */
async function entriesOf({ platform }: Context, path: string): Promise<readonly FolderEntry[] | undefined> {
  try {
    return await platform.files.list(path)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}
