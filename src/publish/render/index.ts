export { lettersWithoutFont, paperFormats, renderGaps, renderPaper } from './render.ts'
export type { PaperFormat } from './render.ts'
export type { GapsSheet } from './outline.ts'
export { RenderError } from './render-error.ts'
