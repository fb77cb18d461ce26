/** Finds passages on a page by what a person reads, whatever the capitals, accents, line ends and hyphens. */
import type * as mupdf from 'mupdf'
import type { Box } from '../../../reading/formats/index.ts'

export interface Letter {
  readonly text: string
  readonly box: Box
  readonly line: number
}

/** All letters of a page in reading order; a line break stands where a line ends. */
export function lettersOf(page: mupdf.Page): readonly Letter[] {
  const structured = page.toStructuredText('preserve-whitespace')
  const letters: Letter[] = []
  let line = 0
  structured.walk({
    onChar: (text, _origin, font, _size, quad) => {
      font.destroy()
      letters.push({ text, line, box: boundsOf(quad) })
    },
    endLine: () => {
      letters.push({ text: '\n', line, box: [0, 0, 0, 0] })
      line += 1
    },
  })
  structured.destroy()
  return letters
}

function boundsOf(quad: mupdf.Quad): Box {
  const xs = [quad[0], quad[2], quad[4], quad[6]]
  const ys = [quad[1], quad[3], quad[5], quad[7]]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Folded text, and for each of its units the letter that it came from. */
interface Folded {
  readonly text: string
  readonly from: readonly number[]
}

const SOFT_HYPHEN = '\u00ad'
const isSpace = (text: string): boolean => /^[\s\u00a0]+$/.test(text)
const foldOne = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** `joined`: a hyphen at the end of a line is taken for one that only breaks a word. */
function fold(letters: readonly string[], joined: boolean): Folded {
  let text = ''
  const from: number[] = []
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index] ?? ''
    if (letter === SOFT_HYPHEN) continue
    if (joined && /^[-‐]$/.test(letter) && letters[index + 1] === '\n') {
      index += 1
      continue
    }
    const folded = isSpace(letter) ? ' ' : foldOne(letter)
    if (folded === ' ' && (text === '' || text.endsWith(' '))) continue
    text += folded
    for (let unit = 0; unit < folded.length; unit++) from.push(index)
  }
  return { text, from }
}

export const foldWord = (word: string): string => fold([...word], false).text.trim()

const isWordUnit = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Each hit as the letters (their indexes) that it covers. Whole words only: "Ali" is not in "quality". */
export function findWord(letters: readonly Letter[], word: string): readonly (readonly number[])[] {
  const needle = foldWord(word)
  if (needle === '') return []
  const hits = new Map<string, readonly number[]>()
  for (const joined of [false, true]) {
    const { text, from } = fold(
      letters.map((letter) => letter.text),
      joined,
    )
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      const end = at + needle.length
      const runsOn =
        (isWordUnit(needle[0] ?? '') && isWordUnit(text[at - 1] ?? '')) ||
        (isWordUnit(needle.at(-1) ?? '') && isWordUnit(text[end] ?? ''))
      if (runsOn) continue
      // With the hyphen and the spaces between, so that no bit of the passage stays.
      const first = from[at] ?? 0
      const last = from[end - 1] ?? first
      hits.set(
        `${first}-${last}`,
        Array.from({ length: last - first + 1 }, (_, step) => first + step),
      )
    }
  }
  return [...hits.values()]
}

/** One box a line for the letters of a hit. */
export function boxesOf(letters: readonly Letter[], hit: readonly number[]): readonly Box[] {
  const lines = new Map<number, Box>()
  for (const index of hit) {
    const letter = letters[index]
    if (letter === undefined || letter.text === '\n') continue
    const known = lines.get(letter.line)
    lines.set(letter.line, known === undefined ? letter.box : union(known, letter.box))
  }
  return [...lines.values()]
}

const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** Whether the middle of a letter lies in the box. */
export const liesIn = ({ box: [a, b, c, d] }: Letter, [left, top, right, bottom]: Box): boolean =>
  (a + c) / 2 > left && (a + c) / 2 < right && (b + d) / 2 > top && (b + d) / 2 < bottom
