/** Whether a text names somebody who may not be named. */

/** The words of a text as they are compared: letters without marks and case, everything else one space. */
export const foldedWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** With a space at each end, so that whole words can be looked for. */
const folded = (text: string): string => ` ${foldedWords(text)} `

/**
 * A test for texts: whether any of `names` stands in it as whole words, whatever their case, accents or punctuation.
 * A name without a letter or digit names nobody.
 */
export function mentionsAny(names: Iterable<string>): (text: string | undefined) => boolean {
  const wanted = [...new Set([...names].map(folded))].filter((name) => name.trim() !== '')
  if (wanted.length === 0) return () => false
  return (text) => {
    if (text === undefined || text === '') return false
    const words = folded(text)
    return wanted.some((name) => words.includes(name))
  }
}
