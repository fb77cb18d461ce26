/**
 * Exact words at their place. Made only here, from the text itself, so that a proposal cannot hold words that
 * are not in it.
 */

declare const grounded: unique symbol

/** A stretch of a text. `start` and `end` are UTF-16 units, end excluded. */
export interface Words {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly [grounded]: true
}

/** The words between two offsets, without white space at their ends. Throws `RangeError` where there are none. */
export function wordsAt(text: string, start: number, end: number): Words {
  let from = start
  let to = end
  while (from < to && /\s/u.test(text[from] ?? '')) from += 1
  while (to > from && /\s/u.test(text[to - 1] ?? '')) to -= 1
  if (!Number.isInteger(from) || from < 0 || to > text.length || from >= to) {
    throw new RangeError(`There are no words at ${start}–${end} of a text of ${text.length} characters.`)
  }
  // The mark exists in the type only; nothing else can make the type.
  return Object.freeze({ text: text.slice(from, to), start: from, end: to }) as Words
}

/**
 * Where a quotation stands in a text: exactly, or with other white space and other quotation marks. Nothing
 * when it is not there.
 * Of several places the first is taken.
 */
export function findWords(text: string, quote: string): Words | undefined {
  const wanted = quote.trim()
  if (wanted === '') return undefined
  const exact = text.indexOf(wanted)
  if (exact >= 0) return wordsAt(text, exact, exact + wanted.length)
  const pattern = wanted
    .split(/\s+/u)
    .map((word) =>
      [...word].map((sign) => (quoteSigns.includes(sign) ? `[${quoteSigns}]` : escapeRegExp(sign))).join(''),
    )
    .join('\\s+')
  const found = new RegExp(pattern, 'u').exec(text)
  return found === null ? undefined : wordsAt(text, found.index, found.index + found[0].length)
}

const quoteSigns = '"“”„«»\'’‘'

export const escapeRegExp = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

/** Whether the words stand in the text where they say they do. Always true of what was made from this text. */
export const standsIn = (text: string, words: Words): boolean => text.slice(words.start, words.end) === words.text
