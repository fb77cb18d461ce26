/** A bag, verified whole before anything of it is imported. */
import { createHash } from 'node:crypto'
import { importBundle } from '../../../casework/bundle/index.ts'
import type { BundleFiles, ImportedBundle } from '../../../casework/bundle/index.ts'
import { FileError } from '../../../platform/index.ts'
import { ExchangeError, shown } from '../problems.ts'
import type { CellProblem } from '../problems.ts'
import { BAG_DECLARATION, BAG_INFO, PAYLOAD_FOLDER, unescapePath } from './write.ts'

/** Whether a folder or archive says that it is a bag. */
export const isBag = async (files: BundleFiles): Promise<boolean> =>
  (await files.list()).some(({ path, kind }) => kind === 'file' && path === BAG_DECLARATION)

/**
 * An archive may hold the bag in one folder at its top; this gives the files as seen from inside it. Anything else
 * is given back as it is.
 */
export async function insideTopFolder(files: BundleFiles): Promise<BundleFiles> {
  const listed = await files.list()
  const [top = ''] = listed[0]?.path.split('/') ?? []
  const prefix = `${top}/`
  return listed.length > 0 && listed.every(({ path }) => path.startsWith(prefix)) ? under(files, prefix) : files
}

/** Files below a folder, seen from inside it. */
const under = (files: BundleFiles, prefix: string): BundleFiles => ({
  list: async () =>
    (await files.list())
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path, kind }) => ({ path: path.slice(prefix.length), kind })),
  readText: (path) => files.readText(`${prefix}${path}`),
  readBytes: (path) => files.readBytes(`${prefix}${path}`),
})

/**
 * Verifies a bag and imports the bundle in it.
 * @throws {ExchangeError} with every problem of the bag
 * @throws `BundleError` with every problem of the bundle
 */
export async function importBag(files: BundleFiles): Promise<ImportedBundle> {
  const problems = await verifyBag(files)
  if (problems.length > 0) {
    throw new ExchangeError(
      'The bag cannot be trusted, so nothing of it was imported.',
      `${problems.length} of its parts are not as its manifests say.`,
      'Get the bag again from whoever sent it.',
      problems,
    )
  }
  return importBundle(under(files, PAYLOAD_FOLDER))
}

/** Every way in which a bag is not what it says: an empty list means that all of it was checked. */
export async function verifyBag(files: BundleFiles): Promise<readonly CellProblem[]> {
  const check = new Verification(files)
  await check.run()
  return check.problems
}

/** Strong enough that nobody can make another file with the same sum. */
const algorithms: ReadonlySet<string> = new Set(['sha256', 'sha512'])
const again = 'Get the bag again from whoever sent it.'

class Verification {
  readonly problems: CellProblem[] = []
  readonly #files: BundleFiles
  #paths: ReadonlySet<string> = new Set()

  constructor(files: BundleFiles) {
    this.#files = files
  }

  async run(): Promise<void> {
    const listed = await this.#files.list()
    this.#paths = new Set(listed.filter(({ kind }) => kind === 'file').map(({ path }) => path))
    for (const { path } of listed.filter(({ kind }) => kind !== 'file')) {
      this.#problem(path, 'This is a link or another thing that is not a plain file.', 'Put the file itself there.')
    }
    if (this.#paths.has('fetch.txt')) {
      this.#problem(
        'fetch.txt',
        'The bag is to be completed from the network, and nothing is fetched: that would tell others who reads it.',
        'Have the bag completed by whoever sent it, so that every file lies in it.',
      )
    }
    await this.#declaration()
    const payload = [...this.#paths].filter((path) => path.startsWith(PAYLOAD_FOLDER))
    await this.#manifests(/^manifest-(.+)\.txt$/, payload, true)
    const tags = [...this.#paths].filter(
      (path) => !path.startsWith(PAYLOAD_FOLDER) && !path.startsWith('tagmanifest-'),
    )
    await this.#manifests(/^tagmanifest-(.+)\.txt$/, tags, false)
    await this.#oxum(payload)
  }

  #problem(file: string, why: string, remedy: string, row?: number): void {
    this.problems.push({ file: shown(file), ...(row === undefined ? {} : { row }), why, remedy })
  }

  async #text(path: string): Promise<string | undefined> {
    try {
      return (await this.#files.readText(path)).replace(/^\ufeff/, '')
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      this.#problem(path, `It cannot be read: ${error.why}.`, again)
      return undefined
    }
  }

  async #declaration(): Promise<void> {
    if (!this.#paths.has(BAG_DECLARATION)) {
      this.#problem(BAG_DECLARATION, 'It is missing, so this is no bag.', 'Check that this is the right folder.')
      return
    }
    const text = await this.#text(BAG_DECLARATION)
    if (text === undefined) return
    const [version, encoding, ...more] = text.split(/\r\n|\n|\r/).filter((line) => line !== '')
    if (!/^BagIt-Version: (?:0\.97|1\.0)$/.test(version ?? '') || more.length > 0) {
      this.#problem(
        BAG_DECLARATION,
        'It does not declare version 1.0 or 0.97.',
        'Ask for a bag of version 1.0 (RFC 8493).',
      )
    }
    if (!/^Tag-File-Character-Encoding: UTF-8$/i.test(encoding ?? '')) {
      this.#problem(BAG_DECLARATION, 'Its lists are not in UTF-8.', 'Ask for a bag whose encoding is UTF-8.')
    }
  }

  /** Every list of a kind; each must be whole by itself. */
  async #manifests(name: RegExp, paths: readonly string[], isPayload: boolean): Promise<void> {
    const found = [...this.#paths].filter((path) => name.test(path))
    const usable = found.filter((path) => algorithms.has(name.exec(path)?.[1] ?? ''))
    if (isPayload && usable.length === 0) {
      this.#problem(
        found[0] ?? 'manifest-sha256.txt',
        found.length === 0
          ? 'The bag has no list of its files.'
          : 'Its files are listed only with sums that can be forged.',
        'Ask for a bag with manifest-sha256.txt or manifest-sha512.txt.',
      )
    }
    for (const manifest of usable) await this.#manifest(manifest, name.exec(manifest)?.[1] ?? '', paths, isPayload)
  }

  async #manifest(
    manifest: string,
    algorithm: string,
    paths: readonly string[],
    isPayload: boolean,
  ): Promise<void> {
    const text = await this.#text(manifest)
    if (text === undefined) return
    const sums = this.#sumsOf(manifest, text, isPayload)
    for (const [path, { sum, row }] of sums) {
      if (!this.#paths.has(path)) {
        this.#problem(manifest, `The file ${shown(path)} is missing from the bag.`, again, row)
        continue
      }
      const actual = createHash(algorithm)
        .update(await this.#files.readBytes(path))
        .digest('hex')
      if (actual !== sum) this.#problem(path, `It is not the file that ${manifest} names: it was changed.`, again)
    }
    for (const path of paths) {
      if (!sums.has(path))
        this.#problem(path, `It is not in ${manifest}: somebody put it in later.`, 'Take it out, or ask who did.')
    }
  }

  #sumsOf(manifest: string, text: string, isPayload: boolean): ReadonlyMap<string, { sum: string; row: number }> {
    const sums = new Map<string, { sum: string; row: number }>()
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
      if (line === '') continue
      const [, sum = '', written = ''] = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/.exec(line) ?? []
      const path = unescapePath(written).replace(/^\.\//, '')
      if (written === '') this.#problem(manifest, 'This line is no sum and path.', again, index + 1)
      else if (!isInside(path, isPayload))
        this.#problem(manifest, `"${shown(path)}" is no place inside the bag.`, 'Do not open this bag.', index + 1)
      else if (sums.has(path)) this.#problem(manifest, `"${shown(path)}" is listed twice.`, again, index + 1)
      else sums.set(path, { sum: sum.toLowerCase(), row: index + 1 })
    }
    return sums
  }

  /** How many bytes in how many files, where the bag says it. */
  async #oxum(payload: readonly string[]): Promise<void> {
    const text = this.#paths.has(BAG_INFO) ? await this.#text(BAG_INFO) : undefined
    const stated = /^Payload-Oxum:\s*(\d+)\.(\d+)\s*$/im.exec(text ?? '')
    if (stated === null) return
    let octets = 0
    for (const path of payload) octets += (await this.#files.readBytes(path)).length
    if (Number(stated[1]) !== octets || Number(stated[2]) !== payload.length) {
      const is = `${octets} bytes in ${payload.length} files`
      this.#problem(BAG_INFO, `It counts ${stated[1]} bytes in ${stated[2]} files, and there are ${is}.`, again)
    }
  }
}

const isInside = (path: string, isPayload: boolean): boolean =>
  path.startsWith(PAYLOAD_FOLDER) === isPayload &&
  !/[\\:\0]/.test(path) &&
  !/^[/~]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
