/** Text laid out in columns for a terminal. Pure: text in, lines out. */

/**
 * Text from documents is not trusted: control characters could redraw the screen, and bidirectional
 * controls could make a line read differently from what it says. They are shown, not obeyed.
 */
export const harmless = (text: string): string =>
  text
    .replace(/\t/g, '  ')
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, (c) => String.fromCodePoint(0x2400 + c.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** Columns a text takes: combining marks take none, wide East Asian characters two. */
export function widthOf(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (/\p{M}|[\u200b-\u200d\ufeff]/u.test(character)) continue
    columns += wide.test(character) ? 2 : 1
  }
  return columns
}

export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)))

/**
 * Breaks at spaces so that no line is wider than `columns`; a longer word is cut. Line feeds in the text are kept.
 */
export function wrap(text: string, columns: number): string[] {
  const limit = Math.max(1, columns)
  return harmless(text)
    .split('\n')
    .flatMap((paragraph) => {
      const lines: string[] = []
      let line = ''
      for (const word of paragraph
        .split(/ +/)
        .filter((part) => part !== '')
        .flatMap((part) => cut(part, limit))) {
        if (line === '') line = word
        else if (widthOf(line) + 1 + widthOf(word) <= limit) line += ` ${word}`
        else {
          lines.push(line)
          line = word
        }
      }
      return [...lines, line]
    })
}

function cut(word: string, limit: number): string[] {
  if (widthOf(word) <= limit) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character) > limit) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

export const indented = (lines: readonly string[], columns: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line))

/** Names left, wrapped explanations right, aligned. */
export function pairLines(rows: readonly (readonly [string, string])[], columns: number, indent: number): string[] {
  const gap = 2
  const longest = Math.max(0, ...rows.map(([name]) => widthOf(harmless(name))))
  const left = Math.min(longest, Math.max(8, Math.floor((columns - indent) / 3)))
  const right = Math.max(10, columns - indent - left - gap)
  const lines = rows.flatMap(([name, value]) => sideBySide([wrap(name, left), wrap(value, right)], [left, right]))
  return indented(lines, indent)
}

/** A table whose cells wrap, so that the whole is no wider than `columns`. The first row is the head. */
export function tableLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): string[] {
  const widths = columnWidths([head, ...rows], head.length, columns)
  const laid = (cells: readonly string[]): string[] =>
    sideBySide(
      widths.map((width, column) => wrap(cells[column] ?? '', width)),
      widths,
    )
  return [...laid(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.flatMap(laid)]
}

/** Takes the missing columns from the widest cells first. */
function columnWidths(rows: readonly (readonly string[])[], count: number, columns: number): number[] {
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...rows.map((row) => widthOf(harmless(row[column] ?? '')))),
  )
  const available = columns - 2 * (count - 1)
  let excess = widths.reduce((sum, width) => sum + width, 0) - available
  while (excess > 0) {
    const widest = Math.max(...widths)
    if (widest <= 6) break
    widths[widths.indexOf(widest)] = widest - 1
    excess -= 1
  }
  return widths
}

function sideBySide(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...cells.map((cell) => cell.length))
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((cell, column) => padTo(cell[row] ?? '', widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
