/** What could not be taken over from a file, told so that whoever made the file can mend it. */

/** One cell, or one row where `column` is absent, that was not kept. */
export interface CellProblem {
  readonly file: string
  /** As a spreadsheet counts: the header is row 1. In JSON Lines, the line. Absent where the whole file is meant. */
  readonly row?: number
  readonly column?: string
  /** What stands there, shortened. */
  readonly value?: string
  readonly why: string
  /** How to mend it. */
  readonly remedy: string
}

/** How much came in. `in` = `kept` + `refused`, always: nothing is dropped unsaid. */
export interface Count {
  readonly in: number
  readonly kept: number
  readonly refused: number
}

/** `claims.csv, row 7, column said: "soon" is not a date … (how to mend it)` */
export function formatCellProblem({ file, row, column, value, why, remedy }: CellProblem): string {
  const place = [file, row === undefined ? '' : `row ${row}`, column === undefined ? '' : `column ${column}`]
  const said = value === undefined ? '' : ` "${value}"`
  return `${place.filter((part) => part !== '').join(', ')}:${said} ${why} ${remedy}`
}

/** A file or a record cannot be exchanged as asked. Holds every problem found, not only the first. */
export class ExchangeError extends Error {
  readonly problems: readonly CellProblem[]
  readonly why: string
  readonly remedy: string
  constructor(message: string, why: string, remedy: string, problems: readonly CellProblem[] = []) {
    super([message, ...problems.map(formatCellProblem)].join('\n'))
    this.name = 'ExchangeError'
    this.why = why
    this.remedy = remedy
    this.problems = problems
  }
}

/** Characters of a value that a report repeats. */
const SHOWN_CHARACTERS_MAX = 80

/** A value as a report may show it: short, on one line. */
export function shown(value: string): string {
  const line = value.replace(/\p{C}+/gu, ' ')
  return line.length <= SHOWN_CHARACTERS_MAX ? line : `${line.slice(0, SHOWN_CHARACTERS_MAX)}…`
}
