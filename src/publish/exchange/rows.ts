/** Rows of comma-separated values: RFC 4180, one row at a time, whatever the size of the file. */
import { ExchangeError } from './problems.ts'

export interface Row {
  /** As a spreadsheet counts rows, from 1. */
  readonly row: number
  readonly cells: readonly string[]
  /** Why the row cannot be read as it stands. */
  readonly broken?: string
}

/** Characters of one cell that are read. A longer one breaks its row; nothing more of it is held in memory. */
export const CELL_CHARACTERS_MAX = 1_000_000
/** Cells of one row that are read. */
export const CELLS_MAX = 1000

const BYTE_ORDER_MARK = '\ufeff'

/**
 * Spreadsheets run a cell that begins with one of these as a formula. Such a cell is written with an apostrophe before
 * it; a cell that has apostrophes before such a sign gets one more. Reading takes one away: nothing is lost.
 */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
export const guard = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)
export const unguard = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

/** One row, ended by CR and LF. A cell is quoted where it holds a sign that could part it, in any country's habits. */
export const formatRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => quote(guard(cell))).join(',')}\r\n`

const quote = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$|^\ufeff/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** The mark by which some spreadsheets tell UTF-8; off unless asked for. */
export const byteOrderMark = (wanted: boolean): string => (wanted ? BYTE_ORDER_MARK : '')

/** Bytes as text, strictly UTF-8, without a byte order mark. Throws {@link ExchangeError}. */
export async function* textOfChunks(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      throw new ExchangeError(
        `${file} cannot be read as text.`,
        'It is not UTF-8; a file saved in an older encoding would turn names into others.',
        'Save it again as "CSV UTF-8".',
      )
    }
  }
  for await (const chunk of chunks) {
    const text = decode(chunk)
    if (text !== '') yield text
  }
  const rest = decode(undefined)
  if (rest !== '') yield rest
}

/** Every row of a text that comes in pieces. The sign that parts cells, `,` or `;`, is told by the first row. */
export async function* readRows(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Row> {
  const reader = new RowReader()
  for await (const chunk of chunks) yield* reader.push(chunk)
  yield* reader.end()
}

/** Which of `,` and `;` parts the cells of a first row: the one that stands there outside quotes, `,` if neither. */
function separatorOf(line: string): string {
  const bare = line.replaceAll(/"(?:[^"]|"")*"?/g, '')
  return !bare.includes(',') && bare.includes(';') ? ';' : ','
}

/** A machine of four states: at the start of a cell, in a bare cell, in a quoted one, after a quote inside it. */
class RowReader {
  #separator: string | undefined
  #head = ''
  #state: 'start' | 'bare' | 'quoted' | 'quote' = 'start'
  #row = 1
  #cells: string[] = []
  #parts: string[] = []
  #length = 0
  #broken: string | undefined
  #afterReturn = false

  #add(part: string): void {
    this.#length += part.length
    if (this.#length > CELL_CHARACTERS_MAX) {
      this.#broken ??= `Cell ${this.#cells.length + 1} is longer than ${CELL_CHARACTERS_MAX} characters.`
    } else if (part !== '') this.#parts.push(part)
  }

  *push(chunk: string): Generator<Row> {
    if (this.#separator !== undefined) return yield* this.#read(chunk, this.#separator)
    // Looks at the first line before deciding what parts the cells; a line longer than a cell may be is not awaited.
    this.#head += chunk
    if (!/[\r\n]/.test(this.#head) && this.#head.length < CELL_CHARACTERS_MAX) return
    yield* this.#start()
  }

  *end(): Generator<Row> {
    if (this.#separator === undefined) yield* this.#start()
    if (this.#state === 'quoted') this.#broken ??= 'A cell opens with a quotation mark that is never closed.'
    if (this.#state === 'start' && this.#cells.length === 0) return
    this.#finishCell()
    yield this.#finishRow()
  }

  *#start(): Generator<Row> {
    const head = this.#head
    this.#head = ''
    this.#separator = separatorOf(/^[^\r\n]*/.exec(head)?.[0] ?? '')
    yield* this.#read(head, this.#separator)
  }

  *#read(chunk: string, separator: string): Generator<Row> {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const sign = chunk[at] ?? ''
      if (this.#state === 'quoted') {
        if (sign !== '"') continue
        this.#add(chunk.slice(from, at))
        this.#state = 'quote'
        from = at + 1
        continue
      }
      if (this.#state === 'quote' && sign === '"') {
        this.#state = 'quoted'
        from = at
        continue
      }
      if (this.#afterReturn && sign === '\n') {
        this.#afterReturn = false
        from = at + 1
        continue
      }
      this.#afterReturn = false
      if (sign === separator || sign === '\n' || sign === '\r') {
        if (this.#state === 'bare') this.#add(chunk.slice(from, at))
        this.#finishCell()
        from = at + 1
        if (sign === separator) continue
        this.#afterReturn = sign === '\r'
        yield this.#finishRow()
      } else if (this.#state === 'start' && sign === '"') {
        this.#state = 'quoted'
        from = at + 1
      } else if (this.#state === 'quote') {
        this.#broken ??= `Something stands after the closing quotation mark of cell ${this.#cells.length + 1}.`
        this.#state = 'bare'
        from = at
      } else if (this.#state === 'start') {
        this.#state = 'bare'
        from = at
      }
    }
    if (this.#state === 'bare' || this.#state === 'quoted') this.#add(chunk.slice(from))
  }

  #finishCell(): void {
    if (this.#cells.length >= CELLS_MAX) this.#broken ??= `The row has more than ${CELLS_MAX} cells.`
    else this.#cells.push(this.#parts.join(''))
    this.#parts = []
    this.#length = 0
    this.#state = 'start'
  }

  #finishRow(): Row {
    const broken = this.#broken
    const row: Row = { row: this.#row, cells: this.#cells, ...(broken === undefined ? {} : { broken }) }
    this.#row += 1
    this.#cells = []
    this.#broken = undefined
    return row
  }
}
