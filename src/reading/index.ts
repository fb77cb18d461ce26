// Reading documents.
export { createReader, readDocument } from './isolation/reader.ts'
export type { Reader, ReaderOptions, ReadOptions } from './isolation/reader.ts'
export type { Cost, Outcome } from './isolation/outcome.ts'
export { findIsolation, isolationLevels } from './isolation/isolation.ts'
export type { Isolation, IsolationLevel } from './isolation/isolation.ts'
export { readTree } from './isolation/read-tree.ts'
export type { TreeItem, TreeReport } from './isolation/read-tree.ts'
export { PAGE_BREAK } from './formats/text-layer.ts'
export { hiddenKinds, TEXT_LAYER_VERSION } from './formats/reading.ts'
export type {
  Child,
  Hidden,
  HiddenKind,
  Metadata,
  Page,
  PageOrigin,
  Position,
  Progress,
  Reading,
  Refusal,
  RefusalCode,
  Span,
  Told,
  Warning,
} from './formats/reading.ts'
export { Refused, toldIn } from './formats/reading.ts'
export { hiddenText } from './formats/hidden-words.ts'
export { EntryProblem, readDirectory, unpack } from './formats/archive/directory.ts'
export type { Entry as ArchiveEntry } from './formats/archive/directory.ts'
export { locateQuote, pageAt, positionAt } from './formats/quote.ts'
export {
  findWords,
  inferenceText,
  languageOf,
  modalities,
  PROPOSAL_TEXT_CHARACTERS_MAX,
  proposalKinds,
  proposalLanguages,
  proposalReasonText,
  propose,
  standsIn,
  wordsAt,
} from './proposals/index.ts'
export type {
  Field,
  Inference,
  Modality,
  Proposal,
  ProposalKind,
  ProposalLanguage,
  ProposalReason,
  ProposeOptions,
  Voice,
  Words,
} from './proposals/index.ts'
export { ADDRESS_DEFAULT, openAiEndpoint, SecondReaderError } from './second-reader/index.ts'
export type { EndpointOptions, SecondReader, SecondReading } from './second-reader/index.ts'
