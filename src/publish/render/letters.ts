/**
 * What of a text may be printed. Letters, marks, digits and signs of every script pass unchanged. What a reader cannot
 * see does not pass: it could hide words, turn the order of letters round, or carry a name out of the house.
 */

/** Format characters to keep: joiners that change how letters look (Persian, Indic scripts), Arabic number signs. */
const kept = '\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2'

const lineEnds = /\r\n?|[\u0085\u2028\u2029\v\f]/gu
const invisible = new RegExp(`(?![\n${kept}])[\\p{Cc}\\p{Cf}\\u{E0100}-\\u{E01EF}]`, 'gu')
const broken = /\p{Cs}|\p{Noncharacter_Code_Point}/gu

/**
 * The text as it is printed: line ends become `\n`, a tab becomes a space, control and invisible format characters
 * (direction overrides, zero-width spaces, soft hyphens, tags) are removed, halves of characters become U+FFFD.
 */
export const printable = (text: string): string =>
  text.replace(lineEnds, '\n').replaceAll('\t', ' ').replace(broken, '\uFFFD').replace(invisible, '')

/** One line: as {@link printable}, line ends as spaces. For titles, labels and metadata. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', ' ').trim()
