/**
 * Names for what must be told apart outside without saying what it is: a case, a deadline. Made with a key that stays
 * on this machine. Without it they would be no protection: the law's terms are public and cases are few, so that
 * whoever holds a calendar could try them all.
 */
import { createHash, createHmac } from 'node:crypto'
import type { Entry } from '../record/index.ts'

/** 32 bytes. */
export type MarkKey = Uint8Array

export interface DeadlineMarks {
  /** Stays the same when the deadline's date moves: `3f…@forestay`. */
  readonly uid: string
  /** To be said on the telephone: `K7M`. */
  readonly deadline: string
  /** `7F3B` */
  readonly file: string
}

/** No vowels, so that no word appears; nothing that can be taken for something else. */
const letters = '2346789BCDFGHJKMNPQRTVWX'
const UID_BYTES = 16

const tag = (key: MarkKey, parts: readonly (string | number)[]): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest()

const spoken = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => letters[byte % letters.length] ?? '').join('')

/** How a file is called outside. */
export const fileMark = (key: MarkKey, caseId: string): string => spoken(tag(key, ['file', caseId]).subarray(0, 4))

/** How a deadline is called outside. Two of one case share a spoken mark once in some 300 cases of ten deadlines. */
export function deadlineMarks(
  key: MarkKey,
  caseId: string,
  { term, round }: { readonly term: string; readonly round: number },
): DeadlineMarks {
  const bytes = tag(key, ['deadline', caseId, term, round])
  return {
    uid: `${bytes.subarray(0, UID_BYTES).toString('hex')}@forestay`,
    deadline: spoken(bytes.subarray(UID_BYTES, UID_BYTES + 3)),
    file: fileMark(key, caseId),
  }
}

/**
 * The key for a case in a folder, which has no data folder to keep one in: from its opening entry, the same wherever
 * the folder is read. Whoever has that entry can make it, but then they have the case.
 */
export const keyOfRecord = (entries: readonly Entry[]): MarkKey =>
  new Uint8Array(
    createHash('sha256')
      .update(JSON.stringify(['marks', entries[0] ?? null]))
      .digest(),
  )
