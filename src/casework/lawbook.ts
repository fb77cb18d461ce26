/** The law and the vocabulary as they lie in the project's folder. */
import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import {
  joinAllPacks,
  type Law,
  loadPack,
  type Pack,
  type Problem,
  problemText,
  type Source,
  type Vocabulary,
} from '../law/index.ts'
import { FileError, type Files } from '../platform/index.ts'

/** The packs cannot be used as they are. Lists every problem with file, line and remedy. */
export class LawError extends Error {
  readonly problems: readonly Problem[]
  readonly remedy = 'Mend the pages named above, then run ./forestay law check.'
  constructor(problems: readonly Problem[]) {
    super(
      `The law packs have ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map(problemText).join('\n')}`,
    )
    this.name = 'LawError'
    this.problems = problems
  }
}

/** Every Markdown page under `law/`, or another folder of `root`, that is a pack, in path order. */
export async function packSources(files: Files, root: string, under = 'law'): Promise<Source[]> {
  const found: Source[] = []
  const walk = async (folder: string): Promise<void> => {
    for (const { name, kind } of await files.list(folder)) {
      const path = join(folder, name)
      if (kind === 'folder') await walk(path)
      else if (name.endsWith('.md') && name !== 'README.md')
        found.push({ file: relative(root, path), text: await files.readText(path) })
    }
  }
  await walk(join(root, under))
  return found
}

export async function eventVocabulary(files: Files, root: string): Promise<Vocabulary> {
  const { events } = parse(await files.readText(join(root, 'vocabulary', 'events.yaml'))) as { events: Vocabulary }
  return events
}

/** Reads, checks and compiles all packs. Throws {@link LawError}. */
export async function readLaw(files: Files, root: string): Promise<Law> {
  const problems: Problem[] = []
  const packs: Pack[] = []
  for (const source of await packSources(files, root)) {
    const pack = await readPack(files, root, source, problems)
    if (pack !== undefined) packs.push(pack)
  }
  const law = joinAllPacks(packs, await eventVocabulary(files, root), problems)
  if (problems.length > 0) throw new LawError(problems)
  return law
}

/**
 * A page that has been read before is kept beside the built program under the hash of its text: reading YAML is
 * what takes the time.
 */
async function readPack(
  files: Files,
  root: string,
  { file, text }: Source,
  problems: Problem[],
): Promise<Pack | undefined> {
  const built = join(root, 'dist')
  const kept = join(
    built,
    'packs',
    `${createHash('sha256').update(file).update('\n').update(text).digest('hex')}.json`,
  )
  if (await files.exists(kept)) return JSON.parse(await files.readText(kept)) as Pack
  const loaded = loadPack(file, text)
  problems.push(...loaded.problems)
  if (loaded.pack === undefined || loaded.problems.length > 0 || !(await files.exists(join(built, '.stamp'))))
    return loaded.pack
  try {
    await files.write(kept, JSON.stringify(loaded.pack))
  } catch (error) {
    // A program folder that may not be written to is slower, not wrong.
    if (!(error instanceof FileError)) throw error
  }
  return loaded.pack
}
