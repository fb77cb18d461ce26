/** The only door to proposals. */
export { propose, PROPOSAL_TEXT_CHARACTERS_MAX } from './propose.ts'
export { languageOf } from './languages.ts'
export { modalities, proposalKinds, proposalLanguages } from './model.ts'
export type { Field, Modality, Proposal, ProposalKind, ProposalLanguage, ProposeOptions, Voice } from './model.ts'
export { findWords, standsIn, wordsAt } from './words.ts'
export type { Words } from './words.ts'
