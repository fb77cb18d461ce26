/** Tokens of at most this many letters are never broken. */
const wholeLettersMax = 24
const stepLetters = 12

const long = new RegExp(`\\S{${wholeLettersMax + 1},}`, 'gu')
/** Signs behind which an address may be broken. */
const signs = '/?&=._:;,@+-'
/** A place to break: after such signs, or after some letters; never before a mark, a joiner or such a sign. */
const opportunity = new RegExp(
  `(?:[${signs}]+|[^${signs}]{${stepLetters}})(?=[^\\p{M}\\u200C\\u200D${signs}])`,
  'gu',
)

/**
 * A text as pieces between which a line may be broken, so that an address or a hash does not run off the page. Joined
 * again they are the text, letter for letter.
 */
export const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = []
  let last = 0
  const cut = (at: number): void => {
    if (at > last) pieces.push(text.slice(last, at))
    last = at
  }
  for (const token of text.matchAll(long)) {
    for (const place of token[0].matchAll(opportunity)) cut(token.index + place.index + place[0].length)
  }
  cut(text.length)
  return pieces
}
