/** The whole record as JSON Lines: one entry a line, in order. */
import type { RecordState } from '../../../record/index.ts'
import { entriesOf } from '../entries.ts'

export interface JsonLinesOptions {
  /** See {@link entriesOf}. */
  readonly recorded: string
}

/** Line after line, each ended by LF: `{"sequence":1,"recorded":"…","by":"…","kind":"claim","claim":{…}}`. */
export function* jsonLines(state: RecordState, { recorded }: JsonLinesOptions): Generator<string> {
  for (const { sequence, recorded: when, by, body } of entriesOf(state, recorded)) {
    yield `${JSON.stringify({ sequence, recorded: when, by, ...body })}\n`
  }
}
