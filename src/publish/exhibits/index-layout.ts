/**
 * The index of exhibits, broken into lines and pages before it is drawn: how many pages it takes must be known before
 * the page numbers that stand in it. Pure. Widths are those of Helvetica, rounded up, so nothing runs over.
 */
import type { PaperLanguage } from '../paper/model.ts'
import type { ExhibitPages } from './model.ts'
import { pageWords } from './words.ts'

/** What the index says of an exhibit. */
interface Listed {
  readonly number: number
  readonly title: string
  readonly date?: string
  readonly missing?: string
  /** How many it has; none where it is missing. */
  readonly pages: number
}

/** As it is printed. */
export interface IndexRow {
  readonly number: string
  readonly lines: readonly string[]
  /** Why it is missing. */
  readonly faint: readonly string[]
  readonly date: string
  readonly pages: string
}

/** Points. The title column; the others hold one line each. */
export const TITLE_WIDTH = 285
export const INDEX_POINTS = 10
const LINES_PAGE_MAX = 46
/** Lines that stand between two rows, as a share of one. */
const ROW_GAP = 0.6

/** Thousandths of the size, by kind of letter: never less than the letter has. */
function widthOf(letter: string): number {
  if (/[ .,:;!'|ijlIt()[\]/fr-]/.test(letter)) return 340
  if (/[mwMW@%—]/.test(letter)) return 1000
  if (/[A-ZÁÉÍÓÚÑÜ&]/.test(letter)) return 780
  if (/[\u0020-\u024f]/.test(letter)) return 560
  if (/[жшщюыфмЖШЩЮЫФМ]/.test(letter)) return 950
  return /[\u0370-\u052f]/.test(letter) ? (letter === letter.toLowerCase() ? 600 : 780) : 1000
}

const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * (INDEX_POINTS / 1000)

/** Words to lines; a word that is longer than a line is cut. */
export function breakLines(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/).flatMap(pieces)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && width(longer) > TITLE_WIDTH) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function pieces(word: string): readonly string[] {
  const out: string[] = []
  let piece = ''
  for (const letter of word) {
    if (width(piece + letter) > TITLE_WIDTH) {
      out.push(piece)
      piece = ''
    }
    piece += letter
  }
  return piece === '' ? out : [...out, piece]
}

/** The rows of each page of the index. One page at least where there is an exhibit at all. */
export function indexPages(
  exhibits: readonly Listed[],
  pages: readonly ExhibitPages[],
  language: PaperLanguage,
): readonly (readonly IndexRow[])[] {
  const words = pageWords[language]
  const of = new Map(pages.map((each) => [each.exhibit, each]))
  const sheets: IndexRow[][] = []
  let used = Infinity
  for (const { number, title, date, missing } of exhibits) {
    const at = of.get(number)
    const row: IndexRow = {
      number: String(number),
      lines: [...breakLines(title)],
      faint: missing === undefined ? [] : [...breakLines(words.notAttached(missing))],
      date: date ?? '',
      pages: at === undefined ? '–' : words.pages(at.from, at.to),
    }
    const needed = row.lines.length + row.faint.length + ROW_GAP
    if (used + needed > LINES_PAGE_MAX) {
      sheets.push([])
      used = 0
    }
    sheets.at(-1)?.push(row)
    used += needed
  }
  return sheets
}

/** Where each exhibit lies: paper first, then the index, then the exhibits in their order. */
export function exhibitPages(
  exhibits: readonly Listed[],
  paperPages: number,
  language: PaperLanguage,
): readonly ExhibitPages[] {
  // The number of pages does not depend on the page numbers in it: their column never breaks.
  let next = paperPages + indexPages(exhibits, [], language).length + 1
  return exhibits.flatMap(({ number, pages }) => {
    if (pages === 0) return []
    const from = next
    next += pages
    return [{ exhibit: number, from, to: next - 1 }]
  })
}
