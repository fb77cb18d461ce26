/** Tables read back, row by row: each row whole or not at all, and every refused cell named. */
import type { Body, BodyKind, Entry } from '../../../record/index.ts'
import { nearest } from '../../../record/index.ts'
import { ExchangeError, shown } from '../problems.ts'
import type { CellProblem, Count } from '../problems.ts'
import { readRows, textOfChunks, unguard } from '../rows.ts'
import type { Row } from '../rows.ts'
import { bodyFrom } from '../tables.ts'
import { entryColumns, headerOf } from './write.ts'

/** A body as read, with the place it came from. `entry` where the file says who entered it, when, and as which number. */
export interface ReadBody {
  readonly body: Body
  readonly file: string
  readonly row: number
  readonly entry?: Pick<Entry, 'sequence' | 'recorded' | 'by'>
}

/** What became of a file: filled cells in = kept + refused. */
export interface ReadReport {
  readonly cells: Count
  readonly rows: Count
  readonly problems: readonly CellProblem[]
}

/** Counts cells and rows while a file is read. */
export class Tally {
  readonly problems: CellProblem[] = []
  readonly #cells = { in: 0, kept: 0, refused: 0 }
  readonly #rows = { in: 0, kept: 0, refused: 0 }

  kept(cells: number): void {
    this.#rows.in += 1
    this.#rows.kept += 1
    this.#cells.in += cells
    this.#cells.kept += cells
  }

  /** A row with some of its cells refused; with none kept, the row itself is. */
  refused(cells: number, refusedCells: number, problems: readonly CellProblem[]): void {
    this.#rows.in += 1
    this.#rows[refusedCells === cells ? 'refused' : 'kept'] += 1
    this.#cells.in += cells
    this.#cells.kept += cells - refusedCells
    this.#cells.refused += refusedCells
    this.problems.push(...problems)
  }

  report(): ReadReport {
    return { cells: { ...this.#cells }, rows: { ...this.#rows }, problems: this.problems }
  }
}

/** The cells of a row under their headers, apostrophes against formulas taken off, empty ones left out. */
export function cellsByHeader(header: readonly string[], row: Row): ReadonlyMap<string, string> {
  return new Map(
    header.flatMap((name, index) => {
      const cell = unguard(row.cells[index] ?? '')
      return cell === '' ? [] : [[name, cell] as const]
    }),
  )
}

export const isBlank = (row: Row): boolean => row.broken === undefined && row.cells.every((cell) => cell === '')
export const filled = (row: Row): number => row.cells.filter((cell) => cell !== '').length

/** Why a row cannot be laid under its header, if it cannot. */
export function misfit(header: readonly string[], row: Row): Pick<CellProblem, 'why' | 'remedy'> | undefined {
  const quotes = 'Mend the quotation marks or shorten the cell: a quotation mark inside a cell is written twice.'
  if (row.broken !== undefined) return { why: row.broken, remedy: quotes }
  if (row.cells.slice(header.length).every((cell) => cell === '')) return undefined
  return {
    why: `The row has ${row.cells.length} cells where the header has ${header.length}.`,
    remedy: 'A cell that holds a comma must stand in quotation marks.',
  }
}

/** A header that can be used: no name twice, none empty above filled columns. Throws {@link ExchangeError}. */
export function checkedHeader(file: string, row: Row | undefined): readonly string[] {
  const names = (row?.cells ?? []).map((cell) => unguard(cell).trim())
  while (names.at(-1) === '') names.pop()
  const fail = (why: string, remedy: string): never => {
    throw new ExchangeError(`${file} cannot be read.`, why, remedy)
  }
  if (row?.broken !== undefined) fail(`Its header is broken: ${row.broken}`, 'Mend the first row.')
  if (names.length === 0) fail('It has no header.', 'The first row must name the columns.')
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    fail(
      twice === '' ? 'Two of its columns have no name.' : `The column "${shown(twice)}" is there twice.`,
      'Give every column a name of its own: of two alike, one would be lost.',
    )
  }
  return names
}

/**
 * Reads one table. Streams: a row is given out before the next is read.
 * @throws {ExchangeError} when the file as a whole cannot be read: not UTF-8, no header, unknown columns
 */
export async function* readTable(
  kind: BodyKind,
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  tally: Tally,
): AsyncGenerator<ReadBody> {
  let header: readonly string[] | undefined
  for await (const row of readRows(textOfChunks(file, chunks))) {
    if (header === undefined) {
      header = checkedHeader(file, row)
      refuseUnknown(kind, file, header)
    } else if (!isBlank(row)) {
      const read = readRow(kind, file, header, row)
      if ('problems' in read) tally.refused(filled(row), filled(row), read.problems)
      else {
        tally.kept(filled(row))
        yield read
      }
    }
  }
  if (header === undefined) checkedHeader(file, undefined)
}

function refuseUnknown(kind: BodyKind, file: string, header: readonly string[]): void {
  const known = headerOf(kind)
  const unknown = header.filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new ExchangeError(
    `${file} cannot be read.`,
    `Nobody knows what these columns mean: ${unknown.map(shown).join(', ')}.`,
    'Take them out or give them their right name.',
    unknown.map((name) => {
      const like = nearest(name, known)
      return {
        file,
        row: 1,
        column: shown(name),
        why: 'is no column of this table.',
        remedy: like === undefined ? `Use: ${known.join(', ')}.` : `Did you mean ${like}?`,
      }
    }),
  )
}

function readRow(
  kind: BodyKind,
  file: string,
  header: readonly string[],
  row: Row,
): ReadBody | { readonly problems: readonly CellProblem[] } {
  const wrong = misfit(header, row)
  if (wrong !== undefined) return { problems: [{ file, row: row.row, ...wrong }] }
  const cells = cellsByHeader(header, row)
  const made = bodyFrom(kind, cells)
  if ('problems' in made) {
    return {
      problems: made.problems.map(({ path, why, remedy }) => {
        const value = path === undefined ? undefined : cells.get(path)
        return {
          file,
          row: row.row,
          ...(path === undefined ? {} : { column: path }),
          ...(value === undefined ? {} : { value: shown(value) }),
          why,
          remedy: `${remedy} The row was not kept.`,
        }
      }),
    }
  }
  const entry = entryOf(cells)
  if (entry === 'broken') {
    const why =
      'The columns entry.sequence, entry.recorded and entry.by do not hold a number, an instant and a name.'
    return { problems: [{ file, row: row.row, why, remedy: 'Fill all three, or leave all three empty.' }] }
  }
  return { body: made.body, file, row: row.row, ...(entry === undefined ? {} : { entry }) }
}

function entryOf(cells: ReadonlyMap<string, string>): ReadBody['entry'] | 'broken' {
  const [sequence, recorded, by] = entryColumns.map((name) => cells.get(name))
  if (sequence === undefined && recorded === undefined && by === undefined) return undefined
  if (sequence === undefined || recorded === undefined || by === undefined) return 'broken'
  if (!/^[1-9]\d{0,14}$/.test(sequence) || Number.isNaN(Date.parse(recorded))) return 'broken'
  return { sequence: Number(sequence), recorded, by }
}
