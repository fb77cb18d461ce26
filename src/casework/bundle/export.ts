/** A record written as a bundle: the same entries and originals give the same bytes, always. */
import { isDeepStrictEqual } from 'node:util'
import { Document, isMap, isScalar, parse, visit } from 'yaml'
import type { Body, Claim, Entry, Sha256 } from '../../record/index.ts'
import type { BundleContent } from './files.ts'
import { CASE_FILE, listFiles, MANIFEST_FILE, ORIGINALS_FOLDER } from './layout.ts'
import type { ListKind } from './layout.ts'
import { manifestOf } from './manifest.ts'
import { sha256Of } from '../../platform/index.ts'
import { BundleError } from './problems.ts'
import {
  assessmentSchema,
  caseSchema,
  claimSchema,
  completenessSchema,
  documentSchema,
  entitySchema,
  eventSchema,
  groupKeys,
  identitySchema,
  passageSchema,
  positionSchema,
  proceedingSchema,
  releaseSchema,
  rulingSchema,
} from './schemas.ts'

type Keys = Record<string, unknown>

/**
 * Writes a whole record as files. Originals that no document names are left out.
 * @param entries numbered 1 … n, exactly one of them the case header
 * @param blobs originals by hash; a document whose original is not among them travels with its hash alone
 * @throws {BundleError} when the entries are no whole record or an original is not what its hash says
 */
export function exportBundle(entries: readonly Entry[], blobs: ReadonlyMap<Sha256, Uint8Array>): BundleContent {
  const ordered = entries.toSorted((a, b) => a.sequence - b.sequence)
  ordered.forEach(({ sequence }, index) => {
    if (sequence !== index + 1)
      throw refused(
        `The entries are not numbered 1 to ${ordered.length}: number ${index + 1} is missing or there twice.`,
        'Export the whole record.',
      )
  })
  const headers = ordered.filter(({ body }) => body.kind === 'case')
  const [header] = headers
  if (header?.body.kind !== 'case' || headers.length > 1) {
    throw refused(
      `The record has ${headers.length} case headers.`,
      'A bundle holds one case: enter its header first.',
    )
  }
  const writer = new Writer(header, ordered, blobs)
  const content = new Map<string, Uint8Array>()
  const add = (path: string, data: unknown): void => {
    content.set(path, encode(yamlOf(data)))
  }
  add(CASE_FILE, writer.header())
  for (const { kind, file } of listFiles) {
    const items = writer.list(kind)
    if (items.length > 0) add(file, items)
  }
  for (const [path, bytes] of writer.originals) content.set(path, bytes)
  content.set(MANIFEST_FILE, encode(manifestOf(content)))
  return content
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const refused = (message: string, remedy: string): BundleError =>
  new BundleError([{ severity: 'error', file: '.', message, remedy }])

/** Goes through the lists in the order of reading, and notes a number only where that order fails. */
class Writer {
  readonly originals = new Map<string, Uint8Array>()
  readonly #entries: readonly Entry[]
  readonly #header: Entry
  readonly #blobs: ReadonlyMap<Sha256, Uint8Array>
  readonly #paths = new Map<Sha256, string>()
  #last = 0

  constructor(header: Entry, entries: readonly Entry[], blobs: ReadonlyMap<Sha256, Uint8Array>) {
    this.#header = header
    this.#entries = entries
    this.#blobs = blobs
  }

  header(): Keys {
    const { recorded, by } = this.#header
    return { case: thingOf(this.#header.body), entered: { recorded, by }, ...this.#entry(this.#header) }
  }

  list(kind: ListKind): readonly Keys[] {
    const entries = this.#entries.filter(({ body }) => body.kind === kind)
    if (kind !== 'claim')
      return entries.map((entry) => ({ ...thingOf(entry.body), ...this.#file(entry.body), ...this.#entry(entry) }))
    return runsOf(entries).flatMap((run) =>
      run.length === 1
        ? run.map((entry) => ({ ...thingOf(entry.body), ...this.#entry(entry) }))
        : [this.#group(run)],
    )
  }

  /** Neighbouring claims from one document and speaker, what they share written once. */
  #group(run: readonly Entry[]): Keys {
    const things = run.map(({ body }) => structuredClone(thingOf(body)))
    const shared = new Map<string, unknown>(
      groupKeys.flatMap((key) => {
        const value = commonest(things.map((thing) => thing[key]))
        return value === undefined ? [] : [[key, value] as const]
      }),
    )
    const [entry] = run
    const claims = things.map((thing, index) => {
      const own = Object.fromEntries(
        Object.entries(thing).filter(([key, value]) => !isDeepStrictEqual(value, shared.get(key))),
      )
      const member = run[index]
      return member === undefined ? own : { ...own, ...this.#entry(member, true) }
    })
    const common = entry === undefined ? {} : this.#who(entry)
    return {
      ...Object.fromEntries(shared),
      ...(Object.keys(common).length > 0 ? { entry: common } : {}),
      claims,
    }
  }

  /** Who entered it and when, where that differs from the case as a whole. */
  #who({ recorded, by }: Entry): Keys {
    return {
      ...(recorded === this.#header.recorded ? {} : { recorded }),
      ...(by === this.#header.by ? {} : { by }),
    }
  }

  #entry(entry: Entry, grouped = false): Keys {
    const inOrder = entry.sequence === this.#last + 1
    this.#last = entry.sequence
    const keys = { ...(inOrder ? {} : { sequence: entry.sequence }), ...(grouped ? {} : this.#who(entry)) }
    return Object.keys(keys).length > 0 ? { entry: keys } : {}
  }

  #file(body: Body): Keys {
    const hash = body.kind === 'document' ? body.document.sha256 : undefined
    const bytes = hash === undefined ? undefined : this.#blobs.get(hash)
    if (body.kind !== 'document' || hash === undefined || bytes === undefined) return {}
    const known = this.#paths.get(hash)
    if (known !== undefined) return { file: known }
    if (sha256Of(bytes) !== hash) {
      throw refused(
        `The original of "${body.document.id}" is not the one its hash names.`,
        'Restore it from a backup before exporting.',
      )
    }
    const path = `${ORIGINALS_FOLDER}${body.document.id}${extensions[body.document.mediaType ?? ''] ?? ''}`
    this.#paths.set(hash, path)
    this.originals.set(path, bytes)
    return { file: path }
  }
}

const extensions: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/html': '.html',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'message/rfc822': '.eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
}

/** The thing in a body, its keys in the order of the model, absent ones left out. */
function thingOf(body: Body): Keys {
  switch (body.kind) {
    case 'case':
      return ordered(body.case, caseSchema.shape)
    case 'document':
      return ordered(body.document, documentSchema.shape)
    case 'entity':
      return ordered(body.entity, entitySchema.shape)
    case 'proceeding':
      return ordered(body.proceeding, proceedingSchema.shape)
    case 'event':
      return ordered(body.event, eventSchema.shape)
    case 'claim':
      return ordered(body.claim, claimSchema.shape)
    case 'position':
      return ordered(body.position, positionSchema.shape)
    case 'identity':
      return ordered(body.identity, identitySchema.shape)
    case 'completeness':
      return ordered(body.completeness, completenessSchema.shape)
    case 'assessment':
      return ordered(body.assessment, assessmentSchema.shape)
    case 'ruling':
      return ordered(body.ruling, rulingSchema.shape)
    case 'release':
      return ordered(body.release, releaseSchema.shape)
    case 'passage':
      return ordered(body.passage, passageSchema.shape)
  }
}

const ordered = (thing: object, shape: object): Keys =>
  Object.fromEntries(
    Object.keys(shape)
      .map((key) => [key, Reflect.get(thing, key) as unknown])
      .filter(([, value]) => value !== undefined),
  )

/** The value most often given, the first of them on a tie; none unless every claim of the group gives one. */
function commonest(values: readonly unknown[]): unknown {
  if (values.includes(undefined)) return undefined
  const counts = new Map<string, { readonly value: unknown; times: number }>()
  for (const value of values) {
    const counted = counts.get(JSON.stringify(value)) ?? { value, times: 0 }
    counted.times += 1
    counts.set(JSON.stringify(value), counted)
  }
  return [...counts.values()].reduce((best, next) => (next.times > best.times ? next : best)).value
}

function runsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const runs: Entry[][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && belongTogether(before, entry)) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

function belongTogether(a: Entry, b: Entry): boolean {
  const of = ({ body }: Entry): Claim | undefined => (body.kind === 'claim' ? body.claim : undefined)
  return (
    of(a)?.document === of(b)?.document &&
    of(a)?.speaker === of(b)?.speaker &&
    a.recorded === b.recorded &&
    a.by === b.by
  )
}

/** Columns at which long texts are folded. */
const LINE_WIDTH = 110
const inOneLine = new Set(['grade', 'entry', 'entered', 'where'])

/** Begins with a letter, no line ends in a blank: other texts go between quotes, or YAML would lose blanks. */
const fitsBlock = /^\p{L}(?:(?![ \t]\n)[^\p{Cc}\p{Zl}\p{Zp}\ufeff]|\n(?![ \t]))*$/u

/** YAML with an empty line between items. Read back at once: what would not come back the same is never written. */
function yamlOf(data: unknown): string {
  const plain: unknown = structuredClone(data)
  const document = new Document(plain, { aliasDuplicateObjects: false })
  visit(document, {
    Seq: (_, { items }) => {
      for (const item of items.slice(1)) if (isMap(item)) item.spaceBefore = true
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n') && !fitsBlock.test(node.value))
        node.type = 'QUOTE_DOUBLE'
    },
    Pair: (_, { key, value }) => {
      if (isScalar(key) && typeof key.value === 'string' && inOneLine.has(key.value) && isMap(value))
        value.flow = true
    },
  })
  const text = document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false })
  if (!isDeepStrictEqual(parse(text), plain))
    throw new Error('A text in the record cannot be written as YAML without loss.')
  return text
}
