/** Figures as people read them. */

/** A row of a table: its name, then a cell a column. */
export type Row = readonly string[]

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function tableText(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: Row): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd()
  return [line(head), widths.map((width) => '-'.repeat(width)).join('   '), ...rows.map(line)]
    .map((text) => `  ${text}`)
    .join('\n')
}

/** `3,310,000`, with three significant digits: more would pretend to be exact. */
export function count(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 2 })
}

export const whole = (value: number): string => value.toLocaleString('en')

/** `4.56 ms` */
export const milliseconds = (value: number): string => `${Number(value.toPrecision(3))} ms`

/** How many times as many, or as long: `1,480 ×`. */
export const times = (more: number, fewer: number): string => `${count(more / fewer)} ×`

export const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`
