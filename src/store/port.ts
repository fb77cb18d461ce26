/**
 * The Store port: where the entries of the record and the originals are kept.
 *
 * Every method is asynchronous, because a store may be a database server. Everything that goes in or
 * comes out is plain data. Every failure is a {@link StoreError}.
 *
 * Keys begin with the organisation and the case, so that a large installation can be spread over
 * machines by case without changing a key.
 */
import type { Body, Entry, Id, Sha256 } from '../record/index.ts'
import type { SearchIndex } from '../search/index.ts'

/** The present. Set by whoever opens the store, so that no test and no replay depends on the machine's clock. */
export type Clock = () => Date

/** Which case, of which organisation. */
export interface CaseKey {
  readonly org: Id
  readonly case: Id
}

/** One act of one person: everything that is to be saved together or not at all. */
export interface Act {
  /** The named person whose act this is. */
  readonly by: string
  /** At least one; they become entries in this order. */
  readonly bodies: readonly Body[]
}

export interface CaseSummary extends CaseKey {
  /** Sequence number of the newest entry. */
  readonly last: number
  /** When the newest entry was recorded. */
  readonly recorded: string
}

export interface OriginalSummary {
  readonly sha256: Sha256
  readonly bytes: number
}

/** One thing found to differ from what was written. */
export interface FixityFinding {
  readonly what: 'database' | 'entry' | 'original'
  readonly key?: CaseKey
  /** Of the entry. */
  readonly sequence?: number
  /** Of the original, as it was when it was stored. */
  readonly sha256?: Sha256
  readonly why: string
  readonly remedy: string
}

export interface FixityReport {
  /** True when everything was read and nothing differs. */
  readonly sound: boolean
  readonly entriesRead: number
  readonly originalsRead: number
  readonly findings: readonly FixityFinding[]
}

export interface Store {
  /**
   * Saves an act: its bodies become entries numbered from `expectedLast + 1`, all recorded at the
   * clock's present, to the second. When the promise resolves, the act is on the disk.
   * @param expectedLast the newest entry the person had seen, 0 for a new case; `conflict` when it is
   *   no longer the newest.
   */
  append(key: CaseKey, act: Act, expectedLast: number): Promise<readonly Entry[]>

  /**
   * Saves entries that were recorded elsewhere, as one act, keeping their `sequence`, `recorded` and `by`:
   * the way in for a bundle. They must continue the case without a gap from `expectedLast + 1`.
   */
  appendPreserved(key: CaseKey, entries: readonly Entry[], expectedLast: number): Promise<void>

  /** The newest sequence number of a case, 0 when there is no such case. */
  last(key: CaseKey): Promise<number>

  /** The entries after `after`, in order, as of the moment reading begins; later acts are not included. */
  entries(key: CaseKey, after?: number): AsyncIterable<Entry>

  /** All cases, or those of one organisation, by organisation and then case. */
  cases(org?: Id): Promise<readonly CaseSummary[]>

  /**
   * Keeps an original. The same bytes twice in one case are one original. It is kept per case, so that
   * a case can move or end without another losing its evidence.
   * @param expected the hash the bytes should have; `invalid` when they do not.
   */
  putOriginal(key: CaseKey, bytes: Uint8Array, expected?: Sha256): Promise<Sha256>

  /**
   * The bytes, checked against their hash on every read; `undefined` when never stored; `damaged` when they differ.
   */
  getOriginal(key: CaseKey, sha256: Sha256): Promise<Uint8Array | undefined>

  hasOriginal(key: CaseKey, sha256: Sha256): Promise<boolean>

  /** The originals of a case, by hash. */
  originals(key: CaseKey): Promise<readonly OriginalSummary[]>

  /**
   * Reads everything and names what differs from what was written. Repairs nothing; after a finding the
   * store only reads.
   */
  checkFixity(): Promise<FixityReport>

  /** The words of the cases. Derived from the entries and made again from them at will; a copy of nothing. */
  readonly search: SearchIndex

  /** After this every call fails with `closed`. Closing twice does no harm. */
  close(): Promise<void>
}
