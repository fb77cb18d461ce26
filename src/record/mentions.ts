/** Whether a text names somebody who may not be named, in whatever script, case, order or case form. */
import anyAscii from 'any-ascii'

/** The words of a text as they are compared: Latin letters without marks and case, everything else one space. */
export const foldedWords = (text: string): string =>
  anyAscii(text.normalize('NFD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** With a space at each end, so that whole words can be looked for. */
const folded = (text: string): string => ` ${foldedWords(text)} `

/** A test for texts; nothing mentions nothing. */
export type Mentions = (text: string | undefined) => boolean

/**
 * Whether any of `phrases` stands in a text as whole words, whatever its script, case, accents or punctuation. A phrase
 * without a letter or digit is looked for in vain.
 */
export function mentionsAny(phrases: Iterable<string>): Mentions {
  const wanted = [...new Set([...phrases].map(folded))].filter((phrase) => phrase.trim() !== '')
  if (wanted.length === 0) return () => false
  return (text) => {
    if (text === undefined || text === '') return false
    const words = folded(text)
    return wanted.some((phrase) => words.includes(phrase))
  }
}

/** Shorter parts of a name are initials and particles: they are found with the whole name only. */
const NAME_WORD_LETTERS_MIN = 4
/** Letters that a case form or a feminine ending adds at most. */
const ENDING_LETTERS_MAX = 3

/**
 * Whether a text names one of these persons: by a whole name, or by any longer part of one with a capital letter, also
 * with another ending (`Kravtsova`, *Кравцовой*). Errs towards naming: a text that only happens to hold such a word is
 * taken for one that names.
 */
export function namesAnyOf(names: readonly string[]): Mentions {
  const whole = mentionsAny(names)
  const parts = new Set(
    names
      .flatMap((name) => name.split(/[\s\p{P}]+/u))
      .filter((part) => /^\p{Lu}/u.test(part))
      .map(foldedWords)
      .filter((part) => part.length >= NAME_WORD_LETTERS_MIN),
  )
  if (parts.size === 0) return whole
  const stems = [...parts].map((part) => [part.length, part.replace(/[aeiouy]$/u, '')] as const)
  return (text) =>
    whole(text) ||
    (text !== undefined &&
      foldedWords(text)
        .split(' ')
        .some((word) =>
          stems.some(([length, stem]) => word.startsWith(stem) && word.length <= length + ENDING_LETTERS_MAX),
        ))
}
