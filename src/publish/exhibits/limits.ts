/** How large exhibits may be and what their making may cost, each with its reason. The unit stands last in the name. */

const MEBI = 1024 * 1024

/** Pages of one exhibit: a whole asylum file has 1,000. What is longer is filed in parts that can be cited. */
export const EXHIBIT_PAGES_MAX = 2000

/** Bytes of one exhibit as it comes in: scans of 300 pages in colour have 100 MiB; twice that goes past any portal. */
export const EXHIBIT_BYTES_MAX = 200 * MEBI

/** Exhibits of one paper: the longest request that we know of had 120. */
export const EXHIBITS_MAX = 1000

/** Pages of the whole bundle; courts want volumes beyond some hundreds. */
export const BUNDLE_PAGES_MAX = 10_000

/** Bytes of all pages together before they are bound. The isolated process holds them about three times. */
export const BUNDLE_BYTES_MAX = 256 * MEBI

/** Seconds for one exhibit, and for one batch of them: a page takes 0.01–0.4 s, so a long scanned file fits. */
export const EXHIBIT_SECONDS_MAX = 300

/** Seconds without a finished page after which an exhibit counts as stuck: one page never takes that long. */
export const PAGE_SECONDS_MAX = 45

/** Seconds for binding, cutting or counting pages that are made already: 10,000 pages take about 20. */
export const BINDING_SECONDS_MAX = 120

/**
 * Exhibits in one process before another is started: starting it, until its code is compiled well, costs as much as
 * 150 pages of text, and on two threads of one core two that draw slow each other down by half.
 */
export const BATCH_EXHIBITS_MAX = 40

/** Bytes in one batch: 60 pages of scans; and one process never holds all of a large bundle. */
export const BATCH_BYTES_MAX = 16 * MEBI

/**
 * What opening an exhibit and drawing some pages of text costs beside the bytes of its pictures, in such bytes: ten
 * pages of text take as long as five pages of a scan. For sharing work out evenly, nothing else.
 */
export const EXHIBIT_COST_BYTES = 1 * MEBI

/** Processes at once: one uses about 200 MB, and a small laptop has two cores. */
export const LANES_MAX = 2

/** Characters of a text layer that are set as pages: 2,000 pages of 4,000 characters. */
export const TEXT_CHARACTERS_MAX = 8_000_000

/** Dots per inch of a page that can only be kept as a picture: small print stays legible, and faxes have 204. */
export const PICTURE_DOTS_PER_INCH = 200

/** Pixels of one such picture: A4 at 200 dpi has 3.9 million; larger sheets get fewer dots. */
export const PICTURE_PIXELS_MAX = 12_000_000

/** Pixels that a picture inside an original may state: an A3 sheet at 600 dpi has 70 million. */
export const SOURCE_PIXELS_MAX = 120_000_000

/** Pages of one fax call: beyond ten, calls break off often enough that a whole file must be sent again. */
export const FAX_PAGES_DEFAULT = 10

/** Passages and areas of one redaction: more than a page full of names on 100 pages. */
export const REDACTIONS_MAX = 5000
