/** Whether a text names somebody who may not be named. */

/** Letters without marks and case, everything else a single space; padded, so that whole words can be looked for. */
const folded = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

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
