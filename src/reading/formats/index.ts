// What reading knows of formats, for workers behind the same walls. Loads the PDF engine: never in the program itself.
export { examine, withoutHidden } from './pdf/visibility.ts'
export type { Box, PageFindings } from './pdf/visibility.ts'
export { pictureFacts } from './pdf/picture-facts.ts'
export { Refused } from './reading.ts'
