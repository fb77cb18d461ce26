/** Whether a text names somebody who may not be named, in whatever script, case, order or case form. */
import anyAscii from 'any-ascii'

/** The words of a text as they are compared: Latin letters without marks and case, everything else one space. */
export const foldedWords = (text: string): string =>
  // What parts words is taken out first: the signs that are left then stand for letters, such as a soft sign.
  anyAscii(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )
    .toLowerCase()
    .replace(/['`]/gu, '')
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
const ENDING_LETTERS_MAX = 4
/** From this length on a part of a name is found inside a longer word too: `nkravtsova@…`. */
const INNER_LETTERS_MIN = 7
/** Scripts that part no words: a name in them is found wherever its signs stand together. */
const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Whether a text names one of these persons: by a whole name, by its parts written as one, or by any longer part of one
 * that begins with a capital letter, or in a script without capitals, also with another ending (`Kravtsova`,
 * *Кравцовой*). Errs towards naming: a text that only happens to hold such a word is taken for one that names.
 * @param own names of the person whose case it is, where they may be said: as they stand there they name that person,
 * and no relative of the same name
 */
export function namesAnyOf(names: readonly string[], own: readonly string[] = []): Mentions {
  const ownNames = own.map(folded)
  const ownWords = new Set(ownNames.flatMap((name) => name.trim().split(' ')))
  const whole = mentionsAny(names.filter((name) => !ownNames.some((one) => one.includes(folded(name)))))
  const signs = names.filter((name) => unparted.test(name)).map(signsOf)
  const parts = new Set(
    names
      .flatMap((name) => name.split(/[\s\p{P}]+/u))
      .filter((part) => /^(?:\p{Lu}|\p{Lo}|\p{Script=Georgian})/u.test(part))
      .map(foldedWords)
      .filter((part) => part.length >= NAME_WORD_LETTERS_MIN),
  )
  const stems = [...parts].map((part) => [part.length, part.replace(/[aeiouy]$/u, '')] as const)
  const inner = [
    ...stems.map(([, stem]) => stem).filter((stem) => stem.length >= INNER_LETTERS_MIN),
    ...names.flatMap(joined).filter((name) => name.length >= INNER_LETTERS_MIN),
  ]
  const isName = (word: string): boolean =>
    !ownWords.has(word) &&
    (stems.some(([length, stem]) => word.startsWith(stem) && word.length <= length + ENDING_LETTERS_MAX) ||
      inner.some((stem) => word.includes(stem)))
  return (text) => {
    if (text === undefined) return false
    if (whole(text)) return true
    if (signs.length > 0 && unparted.test(text) && signs.some((name) => signsOf(text).includes(name))) return true
    return inner.length + stems.length > 0 && foldedWords(text).split(' ').some(isName)
  }
}

const signsOf = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]+/gu, '')

/** `nadiakravtsova` and `kravtsovanadia`, as in addresses. */
function joined(name: string): readonly string[] {
  const words = foldedWords(name).split(' ')
  return words.length < 2 ? [] : [words.join(''), words.toReversed().join('')]
}
