/** Limits of the second reader, with the reason for each. */

/** A model on a laptop reads a few pages in a minute; longer, and a person has gone on. */
export const SECOND_READER_MILLISECONDS_MAX = 120_000
/** About fifteen pages: what local models take in at once. */
export const SECOND_READER_TEXT_CHARACTERS_MAX = 40_000
/** A thorough answer on fifteen pages is a tenth of this. */
export const SECOND_READER_ANSWER_BYTES_MAX = 1_000_000
/** More than a person would look through. */
export const SECOND_READER_LINES_MAX = 500
