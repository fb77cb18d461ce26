/** The judgments under `law/precedents/` as they lie in the project's folder. */
import { join, relative } from 'node:path'
import { loadPrecedents, type PrecedentCase, type Precedents, problemText } from '../law/index.ts'
import type { Files } from '../platform/index.ts'
import { eventVocabulary } from './lawbook.ts'

/** The files cannot be used as they are. Lists every problem with file, line and remedy. */
export class PrecedentError extends Error {
  readonly remedy = 'Mend the lines named above; law/precedents/README.md shows the form.'
  constructor(problems: readonly string[]) {
    const count = problems.length
    super(`The precedents have ${count} problem${count === 1 ? '' : 's'}:\n${problems.join('\n')}`)
    this.name = 'PrecedentError'
  }
}

/** Every judgment that can be read, the latest first, and what cannot. */
export async function precedentBook(files: Files, root: string): Promise<Precedents> {
  const folder = join(root, 'law', 'precedents')
  const names = (await files.list(folder)).filter(({ name }) => name.endsWith('.yaml')).map(({ name }) => name)
  const sources = await Promise.all(
    names.sort().map(async (name) => {
      const path = join(folder, name)
      return { file: relative(root, path), text: await files.readText(path) }
    }),
  )
  return loadPrecedents(sources, await eventVocabulary(files, root))
}

/** Every judgment, the latest first. Throws {@link PrecedentError}. */
export async function readPrecedents(files: Files, root: string): Promise<readonly PrecedentCase[]> {
  const { cases, problems } = await precedentBook(files, root)
  if (problems.length > 0) throw new PrecedentError(problems.map(problemText))
  return cases
}
