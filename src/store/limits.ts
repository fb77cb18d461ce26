/** What one act or one original may weigh. A limit on everything; the unit stands last in the name. */

/** Bytes of one original document. It is held in memory whole while it is written or read. */
export const ORIGINAL_BYTES_MAX = 256 * 1024 * 1024

/** Bytes of one entry's body as JSON in UTF-8. */
export const BODY_BYTES_MAX = 4 * 1024 * 1024

/** Entries of one act. The import of a whole case is one act. */
export const ACT_ENTRIES_MAX = 250_000

/** Characters of an organisation's or a case's name, and of the name of whoever acts. */
export const NAME_CHARACTERS_MAX = 200

/** Fewest characters of a passphrase, asked for when a data folder is created. */
export const PASSPHRASE_CHARACTERS_MIN = 12
