/** A bundle read back into the entries it came from. */
import { idOf, project, validate } from '../../record/index.ts'
import type { Body, CaseHeader, DocumentThing, Entry, Id, Sha256 } from '../../record/index.ts'
import { FileError, sha256Of } from '../../platform/index.ts'
import type { BundleFiles } from './files.ts'
import { readCase, readList } from './items.ts'
import type { Entered, Item } from './items.ts'
import { CASE_FILE, CLAIMS_FOLDER, listFiles, MANIFEST_FILE, ORIGINALS_FOLDER, staysInside } from './layout.ts'
import { checkManifest } from './manifest.ts'
import { nearest } from '../../record/index.ts'
import { BundleError, Problems } from './problems.ts'
import type { BundleProblem } from './problems.ts'
import { readYaml } from './yaml-file.ts'

export interface ImportedBundle {
  readonly header: CaseHeader
  /** In order of sequence, numbered 1 … n without a gap. */
  readonly entries: readonly Entry[]
  /** The originals held, by hash. */
  readonly blobs: ReadonlyMap<Sha256, Uint8Array>
  /** What should be looked at and does not stand in the way. */
  readonly warnings: readonly BundleProblem[]
}

/** Files of one bundle. */
const FILES_MAX = 50_000
/** UTF-16 units of one YAML file. */
const YAML_CHARACTERS_MAX = 64 * 1024 * 1024

/**
 * Reads a whole bundle. Nothing is imported unless everything is in order.
 * @throws {BundleError} with every problem found, each with file, line and remedy
 */
export async function importBundle(files: BundleFiles): Promise<ImportedBundle> {
  const problems = new Problems()
  const hashes = await hashAll(files, problems)
  await readManifest(files, hashes, problems)
  const bundle = await readItems(files, hashes, problems)
  if (bundle === undefined) throw new BundleError(problems.sorted())
  const { blobs, items } = await readOriginals(files, hashes, bundle.items, problems)
  const numbered = number(items, problems)
  checkRecord(numbered, blobs, problems)
  if (problems.failed) throw new BundleError(problems.sorted())
  const entries = numbered.map(({ item, sequence }): Entry => ({
    sequence,
    recorded: item.recorded,
    by: item.by,
    body: item.body,
  }))
  return { header: bundle.header, entries, blobs, warnings: problems.sorted() }
}

async function hashAll(files: BundleFiles, problems: Problems): Promise<ReadonlyMap<string, Sha256>> {
  const hashes = new Map<string, Sha256>()
  const listed = await files.list()
  if (listed.length > FILES_MAX) {
    problems.error(
      '.',
      undefined,
      `The bundle has ${listed.length} files; at most ${FILES_MAX} are read.`,
      'Check that this is the right folder.',
    )
    return hashes
  }
  for (const { path, kind } of listed) {
    if (kind !== 'file' || !staysInside(path)) {
      problems.error(
        path,
        undefined,
        'This is a link or another thing that is not a plain file.',
        'Put the file itself in its place: a bundle must hold all that belongs to it.',
      )
      continue
    }
    hashes.set(path, sha256Of(await files.readBytes(path)))
    warnUnused(path, problems)
  }
  return hashes
}

function warnUnused(path: string, problems: Problems): void {
  const known = [CASE_FILE, MANIFEST_FILE, ...listFiles.map(({ file }) => file)]
  if (known.includes(path) || path.startsWith(ORIGINALS_FOLDER) || /^README(\.md|\.txt)?$/.test(path)) return
  if (path.startsWith(CLAIMS_FOLDER) && path.endsWith('.yaml')) return
  const like = nearest(path, known)
  if (/\.ya?ml$/.test(path)) {
    problems.error(
      path,
      undefined,
      'A bundle has no such file, so nothing in it would be read.',
      like === undefined ? `Move its items to one of: ${known.join(', ')}.` : `Did you mean ${like}?`,
    )
  } else
    problems.warn(
      path,
      undefined,
      'The file is no part of the record and is not imported.',
      'Originals belong into originals/, named by a document.',
    )
}

async function readManifest(
  files: BundleFiles,
  hashes: ReadonlyMap<string, Sha256>,
  problems: Problems,
): Promise<void> {
  if (hashes.has(MANIFEST_FILE)) {
    const text = await readText(files, MANIFEST_FILE, problems)
    if (text !== undefined) checkManifest(text, hashes, problems)
  } else
    problems.warn(
      MANIFEST_FILE,
      undefined,
      'There is no manifest, so nobody can tell whether a file was changed.',
      'Export the case again, or write it with sha256sum.',
    )
}

/** The text of a file that is there; bytes that are not UTF-8 are a problem of that file. */
async function readText(files: BundleFiles, path: string, problems: Problems): Promise<string | undefined> {
  try {
    const text = await files.readText(path)
    if (text.length <= YAML_CHARACTERS_MAX) return text
    problems.error(
      path,
      undefined,
      `The file is longer than ${YAML_CHARACTERS_MAX} characters.`,
      'Split it: claims may lie in several files under claims/.',
    )
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    problems.error(path, undefined, `It cannot be read: ${error.why}.`, `To mend it, ${error.remedy}.`)
  }
  return undefined
}

interface ReadBundle {
  readonly header: CaseHeader
  readonly items: readonly Item[]
}

async function readItems(
  files: BundleFiles,
  hashes: ReadonlyMap<string, Sha256>,
  problems: Problems,
): Promise<ReadBundle | undefined> {
  if (!hashes.has(CASE_FILE)) {
    problems.error(
      CASE_FILE,
      undefined,
      'The bundle has no case.yaml.',
      'Check that this is the folder of a bundle; case.yaml says whose case it is.',
    )
  }
  const load = async (path: string) => {
    const text = hashes.has(path) ? await readText(files, path, problems) : undefined
    return text === undefined ? undefined : readYaml(path, text, problems)
  }
  const caseYaml = await load(CASE_FILE)
  const head = caseYaml === undefined ? undefined : readCase(caseYaml, problems)
  // The lists are read even without a header, so that all their problems are told at once.
  const entered: Entered = head?.entered ?? { recorded: '1970-01-01T00:00:00Z', by: 'nobody' }
  const items: Item[] = head === undefined ? [] : [head.item]
  for (const { kind, file } of listFiles) {
    const more =
      kind === 'claim'
        ? [...hashes.keys()].filter((path) => path.startsWith(CLAIMS_FOLDER) && path.endsWith('.yaml'))
        : []
    for (const path of [file, ...more]) {
      const yaml = await load(path)
      if (yaml !== undefined) items.push(...readList(kind, yaml, entered, problems))
      else if (hashes.has(path)) problems.listUnread = true
    }
  }
  return head === undefined ? undefined : { header: head.header, items }
}

interface Originals {
  readonly blobs: ReadonlyMap<Sha256, Uint8Array>
  readonly items: readonly Item[]
}

async function readOriginals(
  files: BundleFiles,
  hashes: ReadonlyMap<string, Sha256>,
  items: readonly Item[],
  problems: Problems,
): Promise<Originals> {
  const blobs = new Map<Sha256, Uint8Array>()
  const used = new Set<string>()
  const withHashes: Item[] = []
  for (const item of items) {
    const { body, original } = item
    const found =
      body.kind === 'document' && original !== undefined
        ? checkOriginal(item, body.document, original, hashes, problems)
        : undefined
    if (body.kind !== 'document' || original === undefined || found === undefined) {
      withHashes.push(item)
      continue
    }
    used.add(original)
    if (!blobs.has(found)) blobs.set(found, await files.readBytes(original))
    withHashes.push({ ...item, body: { kind: 'document', document: { ...body.document, sha256: found } } })
  }
  for (const path of hashes.keys()) {
    if (path.startsWith(ORIGINALS_FOLDER) && !used.has(path)) {
      problems.warn(
        path,
        undefined,
        'No document names this original, so it is not imported.',
        `Add "file: ${path}" to its document.`,
      )
    }
  }
  return { blobs, items: withHashes }
}

/** The hash of a document's original, when it is there and is the right one. */
function checkOriginal(
  { yaml, path }: Item,
  document: DocumentThing,
  original: string,
  hashes: ReadonlyMap<string, Sha256>,
  problems: Problems,
): Sha256 | undefined {
  const line = yaml.lineOf([...path, 'file'])
  if (!staysInside(original) || !original.startsWith(ORIGINALS_FOLDER)) {
    problems.error(
      yaml.file,
      line,
      `"${original}" does not lie in originals/.`,
      'Copy the original into originals/ of this bundle and write originals/NAME.',
    )
    return undefined
  }
  const hash = hashes.get(original)
  if (hash === undefined) {
    problems.error(
      yaml.file,
      line,
      `The original ${original} is missing.`,
      'Put it there, or leave "file" out if only its hash is held.',
    )
  } else if (document.sha256 !== undefined && document.sha256 !== hash) {
    problems.error(
      yaml.file,
      yaml.lineOf([...path, 'sha256']),
      `The original ${original} has SHA-256 ${hash}, not the one written here.`,
      'Put the right original in its place; never change a hash to fit a file.',
    )
    return undefined
  }
  return hash
}

interface Numbered {
  readonly item: Item
  readonly sequence: number
}

/** An item without a number comes right after the one before it. */
function number(items: readonly Item[], problems: Problems): readonly Numbered[] {
  let last = 0
  const taken = new Map<number, Item>()
  const numbered = items
    .map((item) => {
      last = item.sequence ?? last + 1
      const other = taken.get(last)
      if (other !== undefined) {
        problems.error(
          item.yaml.file,
          item.yaml.lineOf(item.path),
          `This is entry ${last}, and so is ${other.yaml.file}:${other.yaml.lineOf(other.path)}.`,
          'Give it the next free number: entry: {sequence: N}.',
        )
      }
      taken.set(last, item)
      return { item, sequence: last }
    })
    .toSorted((a, b) => a.sequence - b.sequence)
  numbered.forEach(({ item, sequence }, index) => {
    if (
      sequence > index + 1 &&
      numbered[index - 1]?.sequence !== sequence - 1 &&
      numbered[index - 1]?.sequence !== sequence
    ) {
      problems.error(
        item.yaml.file,
        item.yaml.lineOf(item.path),
        `This is entry ${sequence}, and there is no entry ${sequence - 1}.`,
        'Number the entries without a gap, or restore the entry that is missing.',
      )
    }
  })
  return numbered
}

/** What the record itself would refuse: names that lead nowhere, ids used twice, quotes that are not in the text. */
function checkRecord(
  numbered: readonly Numbered[],
  blobs: ReadonlyMap<Sha256, Uint8Array>,
  problems: Problems,
): void {
  const bodies = numbered.map(({ item }) => item.body)
  const texts = textsOf(bodies, blobs)
  const warned = new Map<string, { readonly line: number | undefined; readonly message: string; others: number }>()
  for (const found of validate(project([]), bodies, { textOf: (id) => texts.get(id) })) {
    const item = numbered[found.index]?.item
    if (item === undefined) continue
    if (found.missing !== undefined && (problems.listUnread || problems.unread.has(found.missing))) continue
    const line = item.yaml.lineOf([...item.path, ...found.field.split('.')])
    const message = `${found.kind} "${found.id}", ${found.field}: ${found.message}`
    const { file } = item.yaml
    const key = `${file}\n${found.remedy}`
    const before = warned.get(key)
    if (found.severity === 'error') problems.error(file, line, message, found.remedy)
    else if (before === undefined) warned.set(key, { line, message, others: 0 })
    else before.others += 1
  }
  // A case may have reason to warn of the same in every second line: told once a file, with the number.
  for (const [key, { line, message, others }] of warned) {
    const [file = '', remedy = ''] = key.split('\n')
    problems.warn(file, line, others === 0 ? message : `${message} (${others} more like it in this file.)`, remedy)
  }
  warnUnchecked(numbered, texts, problems)
}

/** One warning per document whose quotes could not be compared with its words. */
function warnUnchecked(numbered: readonly Numbered[], texts: ReadonlyMap<Id, string>, problems: Problems): void {
  const quotes = new Map<Id, number>()
  for (const {
    item: { body },
  } of numbered) {
    if (body.kind === 'claim' && body.claim.place !== undefined) {
      quotes.set(body.claim.document, (quotes.get(body.claim.document) ?? 0) + 1)
    }
  }
  for (const { item } of numbered) {
    const count = quotes.get(idOf(item.body))
    if (item.body.kind !== 'document' || count === undefined || texts.has(item.body.document.id)) continue
    const why = item.original === undefined ? 'its original is not held' : 'its original is not plain text'
    problems.warn(
      item.yaml.file,
      item.yaml.lineOf(item.path),
      `Quotes from "${item.body.document.id}" (${count}) could not be compared with its words: ${why}.`,
      'Compare them by hand.',
    )
  }
}

const plainText = /^text\/(plain|markdown)\b/

function textsOf(bodies: readonly Body[], blobs: ReadonlyMap<Sha256, Uint8Array>): ReadonlyMap<Id, string> {
  const texts = new Map<Id, string>()
  for (const body of bodies) {
    if (body.kind !== 'document' || body.document.sha256 === undefined) continue
    const bytes = blobs.get(body.document.sha256)
    if (bytes !== undefined && plainText.test(body.document.mediaType ?? '')) {
      texts.set(body.document.id, new TextDecoder('utf-8').decode(bytes))
    }
  }
  return texts
}
