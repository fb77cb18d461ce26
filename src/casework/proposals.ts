/** Proposals of a document beside what the record has already, as an answer. Pure. */
import { z } from 'zod'
import {
  type Field,
  type Inference,
  inferenceText,
  modalities,
  type Proposal,
  proposalKinds,
  proposalReasonText,
  type Voice,
} from '../reading/index.ts'
import type { Said } from '../record/index.ts'
import { type ProposalLink, type LinkedProposal, linkKinds } from './proposals-links.ts'

type Language = keyof Said

const WordsAnswer = z.strictObject({ text: z.string(), start: z.number(), end: z.number() })
const FieldAnswer = z.strictObject({
  value: z.union([z.string(), z.number()]),
  words: WordsAnswer,
  /** Not in the words themselves: how it was worked out. */
  inferred: z.string().nullable(),
})
const VoiceAnswer = z.strictObject({
  name: z.string(),
  words: WordsAnswer,
  role: FieldAnswer.nullable(),
  through: FieldAnswer.nullable(),
  inferred: z.string().nullable(),
})

/** One proposal. Offsets are UTF-16 units in the text layer, end excluded. Never a fact: a person decides. */
export const ProposalAnswer = z.strictObject({
  id: z.string(),
  kind: z.enum(proposalKinds),
  modality: z.enum(modalities),
  words: WordsAnswer,
  mentions: z.array(WordsAnswer),
  fields: z.record(z.string(), FieldAnswer),
  speaker: VoiceAnswer.nullable(),
  accordingTo: VoiceAnswer.nullable(),
  reason: z.string(),
  /** What the record has on the same person or event. */
  links: z.array(z.strictObject({ kind: z.enum(linkKinds), to: z.string(), because: z.string() })),
})
export type ProposalAnswer = z.infer<typeof ProposalAnswer>

export const proposalAnswer = ({ proposal, links }: LinkedProposal, language: Language): ProposalAnswer => ({
  id: proposal.id,
  kind: proposal.kind,
  modality: proposal.modality,
  words: plain(proposal.words),
  mentions: proposal.mentions.map(plain),
  fields: Object.fromEntries(
    Object.entries(proposal.fields).map(([name, field]) => [name, fieldAnswer(field, language)]),
  ),
  speaker: proposal.speaker === undefined ? null : voiceAnswer(proposal.speaker, language),
  accordingTo: proposal.accordingTo === undefined ? null : voiceAnswer(proposal.accordingTo, language),
  reason: proposalReasonText(proposal.reason, language),
  links: links.map(({ kind, to, because }: ProposalLink) => ({ kind, to, because: because[language] })),
})

const plain = ({ text, start, end }: Proposal['words']): z.infer<typeof WordsAnswer> => ({ text, start, end })
const inferredText = (inferred: Inference | undefined, language: Language): string | null =>
  inferred === undefined ? null : inferenceText(inferred, language)
const fieldAnswer = ({ value, words, inferred }: Field, language: Language): z.infer<typeof FieldAnswer> => ({
  value,
  words: plain(words),
  inferred: inferredText(inferred, language),
})
const voiceAnswer = (
  { name, words, role, through, inferred }: Voice,
  language: Language,
): z.infer<typeof VoiceAnswer> => ({
  name,
  words: plain(words),
  role: role === undefined ? null : fieldAnswer(role, language),
  through: through === undefined ? null : fieldAnswer(through, language),
  inferred: inferredText(inferred, language),
})
