import type { Reading, Refusal } from '../formats/reading.ts'
import type { IsolationLevel } from './isolation.ts'

/** What one parse took. */
export interface Cost {
  readonly wallMilliseconds: number
  /** Of the parse's process; absent when it was ended before it could say. */
  readonly peakMemoryBytes?: number
}

/** A document was read, or was refused with its reason. There is no third way, and no exception. */
export type Outcome =
  | { readonly status: 'read'; readonly reading: Reading; readonly isolation: IsolationLevel; readonly cost: Cost }
  | {
      readonly status: 'refused'
      readonly refusal: Refusal
      readonly isolation: IsolationLevel
      readonly cost: Cost
    }
