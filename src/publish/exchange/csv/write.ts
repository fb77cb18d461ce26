/** The whole record as tables: one file of comma-separated values for each kind of thing. */
import type { BodyKind, Entry, RecordState } from '../../../record/index.ts'
import { entriesOf } from '../entries.ts'
import { byteOrderMark, formatRow } from '../rows.ts'
import { cellsOf, columnsOf, VALUE_TYPE } from '../tables.ts'

/** A file that is made piece by piece, so that its length costs no memory. */
export interface StreamedFile {
  readonly path: string
  readonly pieces: Iterable<string>
}

/** The tables, in the order in which their rows speak of each other. */
export const tableFiles = {
  case: 'case.csv',
  document: 'documents.csv',
  entity: 'entities.csv',
  proceeding: 'proceedings.csv',
  event: 'events.csv',
  claim: 'claims.csv',
  position: 'positions.csv',
  identity: 'identities.csv',
  completeness: 'completeness.csv',
  assessment: 'assessments.csv',
  ruling: 'rulings.csv',
  passage: 'passages.csv',
  release: 'releases.csv',
} as const satisfies Readonly<Record<BodyKind, string>>

/** Who entered a row, when, and as which number: the last columns of every table. */
export const entryColumns = ['entry.sequence', 'entry.recorded', 'entry.by'] as const

/** The header row of a table. */
export const headerOf = (kind: BodyKind): readonly string[] => [
  ...columnsOf(kind).flatMap((column) => (column.kind === 'value' ? [column.path, VALUE_TYPE] : [column.path])),
  ...entryColumns,
]

export interface CsvOptions {
  /** See {@link entriesOf}. */
  readonly recorded: string
  /** Begin each file with the mark by which some spreadsheets tell UTF-8. */
  readonly byteOrderMark?: boolean
}

/** The tables that have rows. Nothing is left out but originals, which travel in a bundle or a bag. */
export function csvFiles(state: RecordState, options: CsvOptions): readonly StreamedFile[] {
  const entries = entriesOf(state, options.recorded)
  return Object.entries(tableFiles).flatMap(([kind, path]) => {
    const own = entries.filter(({ body }) => body.kind === kind)
    return own.length === 0
      ? []
      : [{ path, pieces: tableOf(kind as BodyKind, own, options.byteOrderMark ?? false) }]
  })
}

/** One table, row by row. `entries` must be of one kind. */
export function* tableOf(kind: BodyKind, entries: Iterable<Entry>, mark = false): Generator<string> {
  const header = headerOf(kind)
  yield byteOrderMark(mark) + formatRow(header)
  for (const { body, sequence, recorded, by } of entries) {
    const cells = cellsOf(body)
    const entry: readonly string[] = [String(sequence), recorded, by]
    const own = header.slice(0, -entryColumns.length).map((path) => cells.get(path) ?? '')
    yield formatRow([...own, ...entry])
  }
}
