/** The law and the vocabulary as they lie in the project's folder. */
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import { type Law, loadLaw, type Problem, problemText, type Source, type Vocabulary } from '../law/index.ts'
import type { Files } from '../platform/index.ts'

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

/** Every Markdown page under `law/` that is a pack, in path order. */
export async function packSources(files: Files, root: string): Promise<Source[]> {
  const found: Source[] = []
  const walk = async (folder: string): Promise<void> => {
    for (const { name, kind } of await files.list(folder)) {
      const path = join(folder, name)
      if (kind === 'folder') await walk(path)
      else if (name.endsWith('.md') && name !== 'README.md')
        found.push({ file: relative(root, path), text: await files.readText(path) })
    }
  }
  await walk(join(root, 'law'))
  return found
}

export async function eventVocabulary(files: Files, root: string): Promise<Vocabulary> {
  const { events } = parse(await files.readText(join(root, 'vocabulary', 'events.yaml'))) as { events: Vocabulary }
  return events
}

/** Reads, checks and compiles all packs. Throws {@link LawError}. */
export async function readLaw(files: Files, root: string): Promise<Law> {
  const { law, problems } = loadLaw(await packSources(files, root), await eventVocabulary(files, root))
  if (law === undefined) throw new LawError(problems)
  return law
}
