/** What can go wrong with a store, told to the person in front of it. */

export type StoreErrorCode =
  /** The passphrase does not open this data folder. Nothing was touched. */
  | 'wrong-passphrase'
  /** There is no Forestay data folder here. */
  | 'not-a-data-folder'
  /** The disk, the folder or its permissions do not let a store work there. */
  | 'unusable'
  /** A data folder cannot be created here, because something is here already. */
  | 'already-exists'
  /** Bytes on the disk are not the bytes that were written. Nothing is overwritten. */
  | 'damaged'
  /** Another process, or another window of this one, has the data folder open. */
  | 'in-use'
  /** No room left. The act was refused whole; acts that were saved stay saved. */
  | 'disk-full'
  /** The disk failed while an act was being written. Whether it was saved shows on reopening. */
  | 'write-failed'
  /** A later version of Forestay wrote this data folder. */
  | 'newer-format'
  /** Somebody else's act came first. Nothing was written. */
  | 'conflict'
  /** What was to be stored breaks a rule of the record. Nothing was written. */
  | 'invalid'
  | 'too-large'
  /** Reading goes on; writing stopped after a fault and starts again only on reopening. */
  | 'read-only'
  | 'closed'

export interface StoreFault {
  readonly code: StoreErrorCode
  /** What happened. A sentence. */
  readonly what: string
  /** Why. A sentence. */
  readonly why: string
  /** What to do now. A sentence. */
  readonly remedy: string
  /** The file, where there is one. */
  readonly file?: string
}

/** Thrown by every operation of a store. The message is `what why remedy`, fit to be shown. */
export class StoreError extends Error implements StoreFault {
  readonly code: StoreErrorCode
  readonly what: string
  readonly why: string
  readonly remedy: string
  readonly file?: string
  constructor(fault: StoreFault, cause?: unknown) {
    super(`${fault.what} ${fault.why} ${fault.remedy}`, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = fault.code
    this.what = fault.what
    this.why = fault.why
    this.remedy = fault.remedy
    if (fault.file !== undefined) this.file = fault.file
  }
}

export const invalid = (what: string, why: string, remedy: string): StoreError =>
  new StoreError({ code: 'invalid', what, why, remedy })

export const conflict = (caseName: string, expected: number, found: number): StoreError =>
  new StoreError({
    code: 'conflict',
    what: `The act was not saved: the case "${caseName}" has changed since you looked at it.`,
    why: `You saw it up to entry ${expected}; it now ends at entry ${found}.`,
    remedy: 'Read the new entries, then decide again.',
  })

export const closed = (): StoreError =>
  new StoreError({
    code: 'closed',
    what: 'The store is closed.',
    why: 'It was closed before this was asked of it.',
    remedy: 'Open it again.',
  })

export const rotten = (what: string, why: string, file: string, cause?: unknown): StoreError =>
  new StoreError(
    {
      code: 'damaged',
      what,
      why,
      file,
      remedy:
        'Nothing was overwritten. Copy the whole data folder to another disk now, work on the copy, ' +
        'and bring back what is damaged from a backup.',
    },
    cause,
  )
