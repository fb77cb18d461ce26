/** The only door to proposals. */
export { propose, PROPOSAL_TEXT_CHARACTERS_MAX } from './propose.ts'
export { languageOf } from './languages.ts'
export { modalities, proposalKinds, proposalLanguages } from './model.ts'
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
} from './model.ts'
export { inferenceText, proposalReasonText } from './wording.ts'
export { findWords, standsIn, wordsAt } from './words.ts'
export type { Words } from './words.ts'
