/** The only door to publish: what goes out, and the gate it passes. */
export * from './calendar/index.ts'
export * from './exchange/index.ts'
export * from './exhibits/index.ts'
export * from './render/index.ts'
export * from './paper/answer.ts'
export { type Draft, draft, type DraftAsked, releasedPaper } from './paper/draft.ts'
export { type Blocked, sentencesOf } from './paper/gate.ts'
export { type Dossier, dossierOf } from './dossier.ts'
export type { Identified } from './paper/identified.ts'
export * from './paper/model.ts'
export type { Changed } from './paper/passages.ts'
export { type Template, TemplateError } from './paper/template.ts'
export type { Unsourced } from './paper/unsourced.ts'
export {
  type Checked,
  checkPassage,
  type Insertable,
  insertables,
  type WrittenSlot,
  writtenSlots,
} from './paper/writing.ts'
export { readTemplates, templateFor } from './papers.ts'
