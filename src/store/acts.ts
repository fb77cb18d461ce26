/**
 * What every store does alike: checks an act before it is written, and an entry when it is read.
 * Pure, so that no implementation can be laxer than another.
 */
import { sha256Of } from '../platform/index.ts'
import type { Body, BodyKind, Entry, Sha256 } from '../record/index.ts'
import { conflict, invalid, StoreError } from './errors.ts'
import { ACT_ENTRIES_MAX, BODY_BYTES_MAX, NAME_CHARACTERS_MAX, ORIGINAL_BYTES_MAX } from './limits.ts'
import type { Act, CaseKey } from './port.ts'

/** An entry as it is kept: the body as JSON text. */
export interface EntryLine {
  readonly sequence: number
  readonly recorded: string
  readonly by: string
  readonly body: string
}

const bodyKinds: Readonly<Record<BodyKind, true>> = {
  case: true,
  document: true,
  entity: true,
  proceeding: true,
  event: true,
  claim: true,
  position: true,
  identity: true,
  completeness: true,
  assessment: true,
  ruling: true,
  release: true,
  passage: true,
}

const nameForm = /^[a-z0-9][a-z0-9.-]*$/
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/
/** Control characters and halves of a surrogate pair. */
const unprintable = /[\p{Cc}\p{Cs}]/u
const hashForm = /^[0-9a-f]{64}$/

/** `2026-11-24T08:00:00Z`: to the second, which is all the record needs; the order is the sequence. */
export const instantText = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

export function checkKey(key: CaseKey): void {
  for (const [what, name] of [
    ['organisation', key.org],
    ['case', key.case],
  ] as const) {
    if (nameForm.test(name) && name.length <= NAME_CHARACTERS_MAX) continue
    throw invalid(
      `"${name}" cannot name ${what === 'case' ? 'a case' : 'an organisation'}.`,
      `A name has lower-case letters, digits, hyphens and dots, at most ${NAME_CHARACTERS_MAX}.`,
      'Choose another name, such as pavlov-2014.',
    )
  }
}

export function checkHash(sha256: Sha256): void {
  if (hashForm.test(sha256)) return
  throw invalid(
    `"${sha256}" is not a SHA-256 hash.`,
    'A hash has 64 hexadecimal digits in lower case.',
    'Give the whole hash.',
  )
}

export function checkOriginal(bytes: Uint8Array, expected: Sha256 | undefined): Sha256 {
  if (bytes.byteLength > ORIGINAL_BYTES_MAX) {
    throw new StoreError({
      code: 'too-large',
      what: 'The original was not stored.',
      why: `It has ${bytes.byteLength} bytes; at most ${ORIGINAL_BYTES_MAX} fit.`,
      remedy: 'Split it, or keep it elsewhere and record its hash.',
    })
  }
  const sha256 = sha256Of(bytes)
  if (expected === undefined || expected === sha256) return sha256
  throw invalid(
    'The original was not stored: its bytes do not have the hash that was announced.',
    `Announced was ${expected}; the bytes give ${sha256}.`,
    'Fetch the original again and compare it with its source.',
  )
}

/** The lines that an act becomes. Throws `invalid` or `too-large`; then nothing may be written. */
export function linesOfAct(act: Act, recorded: string, expectedLast: number): readonly EntryLine[] {
  checkCount(act.bodies.length)
  const { by, bodies } = act
  return bodies.map((body, index) => checkedLine(body, { sequence: expectedLast + 1 + index, recorded, by }))
}

/** The lines of entries recorded elsewhere: unchanged, in order, without a gap. */
export function linesPreserved(entries: readonly Entry[], expectedLast: number): readonly EntryLine[] {
  checkCount(entries.length)
  return entries.map((entry, index) => {
    const sequence = expectedLast + 1 + index
    if (entry.sequence !== sequence) {
      throw invalid(
        `Entry ${entry.sequence} stands where entry ${sequence} belongs.`,
        'Entries recorded elsewhere keep their numbers, in order and without a gap.',
        'Bring back the bundle as it was exported.',
      )
    }
    return checkedLine(entry.body, entry)
  })
}

/** Refuses an act made on an older view of the case than the present one. */
export function checkExpectation(key: CaseKey, expected: number, found: number): void {
  if (!Number.isSafeInteger(expected) || expected < 0) {
    throw invalid(
      `${expected} is not an entry number.`,
      'The newest entry seen is a whole number, 0 for a new case.',
      'Read the case again.',
    )
  }
  if (expected !== found) throw conflict(key.case, expected, found)
}

function checkCount(count: number): void {
  if (count === 0) {
    throw invalid(
      'The act was not saved: it says nothing.',
      'An act has at least one entry.',
      'Add what is to be recorded.',
    )
  }
  if (count <= ACT_ENTRIES_MAX) return
  throw new StoreError({
    code: 'too-large',
    what: 'The act was not saved.',
    why: `It has ${count} entries; at most ${ACT_ENTRIES_MAX} fit.`,
    remedy: 'Split it into several acts.',
  })
}

function checkedLine(body: Body, head: Omit<EntryLine, 'body'>): EntryLine {
  const { sequence, recorded, by } = head
  const where = `Entry ${sequence} was not saved`
  if (by.trim() === '' || by.length > NAME_CHARACTERS_MAX || unprintable.test(by)) {
    throw invalid(
      `${where}: it names nobody.`,
      `Every entry is the act of a named person, in at most ${NAME_CHARACTERS_MAX} printable characters.`,
      'Say who acts.',
    )
  }
  if (!instantForm.test(recorded) || Number.isNaN(Date.parse(recorded))) {
    throw invalid(
      `${where}: "${recorded}" is not an instant.`,
      'The time of recording is an instant in UTC.',
      'Write it as 2026-11-24T08:00:00Z.',
    )
  }
  if (!Object.hasOwn(bodyKinds, body.kind) || !Object.hasOwn(body, body.kind)) {
    throw invalid(
      `${where}: "${body.kind}" is not a kind of entry, or its content is missing.`,
      `The kinds are ${Object.keys(bodyKinds).join(', ')}.`,
      'Check the program or the bundle that made it.',
    )
  }
  checkPlain(body, where, body.kind)
  const text = JSON.stringify(body)
  const bytes = Buffer.byteLength(text)
  if (bytes <= BODY_BYTES_MAX) return { sequence, recorded, by, body: text }
  throw new StoreError({
    code: 'too-large',
    what: `${where}.`,
    why: `It has ${bytes} bytes; at most ${BODY_BYTES_MAX} fit.`,
    remedy: 'Keep long text as an original and quote from it.',
  })
}

/** Refuses what JSON would quietly change, so that what is read is what was written. */
function checkPlain(value: unknown, where: string, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return
  if (Array.isArray(value)) {
    // By index, so that a hole in the list is seen too.
    for (let index = 0; index < value.length; index++) checkPlain(value[index], where, `${path}[${index}]`)
    return
  }
  if (typeof value === 'object' && isPlainObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (item !== undefined) checkPlain(item, where, `${path}.${name}`)
    }
    return
  }
  throw invalid(
    `${where}: ${path} cannot be kept.`,
    'An entry holds text, finite numbers, true, false, lists and plain objects, nothing else.',
    'Check the program or the bundle that made it.',
  )
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !Object.hasOwn(value, 'toJSON')
}

/** The reason why a line that was read cannot be an entry, or the entry. */
export function entryOf(line: EntryLine, expectedSequence: number): Entry | { readonly broken: string } {
  if (line.sequence !== expectedSequence) {
    return { broken: `entry ${expectedSequence} is missing; entry ${line.sequence} stands in its place` }
  }
  let body: unknown
  try {
    body = JSON.parse(line.body)
  } catch (cause) {
    return { broken: `its text is not JSON: ${cause instanceof Error ? cause.message : String(cause)}` }
  }
  if (!isBody(body)) return { broken: 'its text is not the body of an entry' }
  return { sequence: line.sequence, recorded: line.recorded, by: line.by, body }
}

/** The outer form only; what stands inside was checked by the record when the act was made. */
function isBody(value: unknown): value is Body {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    Object.hasOwn(bodyKinds, value.kind) &&
    Object.hasOwn(value, value.kind)
  )
}
