/** The law and the vocabulary as they lie in the project's folder. */
import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import {
  joinAllPacks,
  joinChecked,
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
  const file = join('vocabulary', 'events.yaml')
  const source = { file, text: await files.readText(join(root, file)) }
  const kept = await keptOf<Vocabulary>(files, root, source)
  if (kept !== undefined) return kept
  const { events } = parse(source.text) as { events: Vocabulary }
  return keep(files, root, source, events)
}

/** Reads, checks and compiles all packs. Throws {@link LawError}. */
export async function readLaw(files: Files, root: string): Promise<Law> {
  const sources = await packSources(files, root)
  const read = await Promise.all(sources.map((source) => readPack(files, root, source)))
  const problems = read.flatMap((one) => one.problems)
  const packs = read.flatMap(({ pack }) => pack ?? [])
  const events = await eventVocabulary(files, root)
  const whole: Source = { file: 'law', text: JSON.stringify([...sources.map(hashOf), events]) }
  // What only all pages together can tell takes as long as all the rest: it is asked once of each version of them.
  const isKnown = (await keptOf<boolean>(files, root, whole)) === true
  if (isKnown && problems.length === 0) return joinChecked(packs, events)
  const law = joinAllPacks(packs, events, problems)
  if (problems.length > 0) throw new LawError(problems)
  await keep(files, root, whole, true)
  return law
}

interface PackRead {
  readonly pack?: Pack | undefined
  readonly problems: readonly Problem[]
}

async function readPack(files: Files, root: string, source: Source): Promise<PackRead> {
  const kept = await keptOf<Pack>(files, root, source)
  if (kept !== undefined) return { pack: kept, problems: [] }
  const { pack, problems } = loadPack(source.file, source.text)
  if (pack !== undefined && problems.length === 0) await keep(files, root, source, pack)
  return { pack, problems }
}

/**
 * A page of the program's own that has been read before is kept beside the built program, under the hash of its name
 * and text: reading YAML is what takes the time.
 */
const keptPath = (root: string, source: Source): string => join(root, 'dist', 'packs', `${hashOf(source)}.json`)

/** The hash of a page's name and text, reckoned once. */
function hashOf(source: Source): string {
  const known = hashes.get(source)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(source.file).update('\n').update(source.text).digest('hex')
  hashes.set(source, hash)
  return hash
}

const hashes = new WeakMap<Source, string>()

async function keptOf<T>(files: Files, root: string, source: Source): Promise<T | undefined> {
  const path = keptPath(root, source)
  return (await files.exists(path)) ? (JSON.parse(await files.readText(path)) as T) : undefined
}

/** Nothing is kept where the program has not been built. */
async function keep<T>(files: Files, root: string, source: Source, read: T): Promise<T> {
  if (!(await files.exists(join(root, 'dist', '.stamp')))) return read
  try {
    await files.write(keptPath(root, source), JSON.stringify(read))
  } catch (error) {
    // A program folder that may not be written to is slower, not wrong.
    if (!(error instanceof FileError)) throw error
  }
  return read
}
