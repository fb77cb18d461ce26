/**
 * How large a document may be, and how much its reading may cost. A limit on everything, with its reason; the unit
 * stands last in the name. Past a limit the document is kept and marked, never lost.
 */

const KIBI = 1024
const MEBI = 1024 * KIBI

/** Bytes of one document: what the store keeps as one original (see `src/store/limits.ts`). */
export const DOCUMENT_BYTES_MAX = 256 * MEBI

/** Characters of a file's name that are kept: longer ones exceed what file systems allow, and flood a screen. */
export const NAME_CHARACTERS_MAX = 255

/**
 * Bytes of writable memory (the data segment) one parse may hold. PDF files of 120 kB have been seen to take 9.9 GB;
 * the largest ordinary file tried, 100 MB of text, needs 0.8 GB. Two parses fit a laptop with 4 GB.
 */
export const PARSE_MEMORY_BYTES_MAX = 1280 * MEBI

/** Mebibytes of JavaScript objects inside that memory: half of it, so that buffers and WebAssembly have room too. */
export const PARSE_HEAP_MEBIBYTES_MAX = 640

/**
 * Documents of one batch that one process may read, one after another: the 300 ms of its start are shared by them, and
 * what the engines leave behind (8 MB each) stays small. See docs/decisions/0011.
 */
export const DOCUMENTS_PER_PROCESS_MAX = 24

/** Bytes that a process may have held at most to be given another document: the next one needs the room. */
export const REUSED_PROCESS_BYTES_MAX = 320 * MEBI

/** Seconds from start to end of a parse without OCR. The slowest ordinary file tried, 2,000 pages, needs 20. */
export const PARSE_SECONDS_MAX = 120

/** Seconds of processor time of one parse, over all its threads; OCR uses most of it. A net under the two others. */
export const PARSE_PROCESSOR_SECONDS_MAX = 3600

/** Seconds without a finished page, attachment or entry after which a parse counts as stuck. */
export const STALL_SECONDS_MAX = 60

/** Seconds for the whole of a document that needs OCR: about 500 pages at 2–3 s each on a small laptop. */
export const OCR_SECONDS_MAX = 1500

/** Bytes that one parse may send back: an archive's whole content plus its text. Past it the parse is ended. */
export const OUTPUT_BYTES_MAX = 384 * MEBI

/** Characters of what a parse says on its error stream that are kept, for the reason that is shown. */
export const COMPLAINT_CHARACTERS_MAX = 4000

/** UTF-16 units of the text layer: about 8,000 pages. What follows is left out, and the reading says so. */
export const TEXT_CHARACTERS_MAX = 16_000_000

/** Positions of one text layer (a position for each line or paragraph): an 8,000-page book has 400,000 lines. */
export const SPANS_MAX = 1_000_000

/** Pages of one document. Beyond what any court file holds in one PDF; page trees can promise millions. */
export const PAGES_MAX = 20_000

/** Hidden things reported for one document. Who hides more has made the point; the number of the rest is told. */
export const HIDDEN_MAX = 5000

/** Characters of one hidden text that are kept. */
export const HIDDEN_CHARACTERS_MAX = 20_000

/** Warnings of one document; the number of the rest is told. */
export const WARNINGS_MAX = 200

/** Characters of one value of the metadata. */
export const METADATA_CHARACTERS_MAX = 2000

/** Documents inside one document (attachments, embedded files, entries of an archive). */
export const CHILDREN_MAX = 2000

/** Bytes of all of them together, unpacked: as much as one document may weigh. */
export const CHILDREN_BYTES_MAX = DOCUMENT_BYTES_MAX

/** Documents in documents in documents: a ZIP in a mail in a mail in a ZIP is 4; nesting beyond 8 is an attack. */
export const NESTING_DEPTH_MAX = 8

/** Documents that may come out of one file with all that is nested in it. */
export const TREE_DOCUMENTS_MAX = 20_000

/** Bytes of all of them together. Nested archives multiply; this is what the sum may come to. */
export const TREE_BYTES_MAX = 4 * DOCUMENT_BYTES_MAX

/**
 * Unpacked bytes for one packed byte, over a whole archive. Text packs 3 to 10 times, XML up to 30; deflate cannot
 * pass 1,032, and bombs live near it.
 */
export const ARCHIVE_RATIO_MAX = 200

/** Unpacked bytes below which the ratio is not looked at: a small file full of blanks is no bomb. */
export const ARCHIVE_RATIO_FREE_BYTES = 4 * MEBI

/** Bytes of the table at the end of an archive that are read: 2,000 entries with long names take 0.6 MB. */
export const ARCHIVE_DIRECTORY_BYTES_MAX = 8 * MEBI

/** Bytes of one XML part of a DOCX or ODT, unpacked. The text of a 2,000-page book is 30 MB as XML. */
export const XML_PART_BYTES_MAX = 96 * MEBI

/** Elements inside elements of XML or RTF. Word writes about 40. */
export const MARKUP_DEPTH_MAX = 2000

/** Bytes of one HTML page. The tree takes 20 times as much memory. */
export const HTML_BYTES_MAX = 24 * MEBI

/** Bytes of one mail: its decoding holds several copies. */
export const MAIL_BYTES_MAX = 128 * MEBI

/** Mail parts inside mail parts. Ordinary mail has 4. */
export const MAIL_PART_DEPTH_MAX = 64

/** Points (1/72 inch) of a page's longer side: 5 m, the limit of the PDF format itself is 14,400. */
export const PAGE_POINTS_MAX = 14_400

/** Pixels of one picture, before it is unpacked: an A3 sheet at 600 dpi has 70 million. */
export const PICTURE_PIXELS_MAX = 120_000_000

/** Pixels of a page as it is drawn for OCR: A4 at 300 dpi has 8.7 million. More only costs time. */
export const OCR_PIXELS_MAX = 9_000_000

/** Dots per inch at which a page is drawn for OCR: what Tesseract is trained for; below 200 it misreads. */
export const OCR_DOTS_PER_INCH = 300

/** Characters that are looked at to tell the language. More does not change the answer. */
export const LANGUAGE_SAMPLE_CHARACTERS_MAX = 3000

/** Milliseconds that a probe of the isolation may take before it counts as absent. */
export const PROBE_MILLISECONDS_MAX = 5000
