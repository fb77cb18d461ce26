/**
 * What reading proposes. A proposal is never a claim: it becomes one only by the act of a named person. Plain data.
 * @packageDocumentation
 */
import type { Words } from './words.ts'

export const proposalLanguages = ['en', 'es', 'fr', 'ru'] as const
/** The languages whose grammar the reader knows, ISO 639-1. */
export type ProposalLanguage = (typeof proposalLanguages)[number]

export const proposalKinds = [
  'person',
  'body',
  'state',
  'place',
  'age',
  'nationality',
  'status',
  'relation',
  'event',
  'assurance',
  'risk',
  'country-record',
  'linked-prosecutions',
  'demand',
  'quotation',
  'legal-assertion',
  'source',
  'publication',
] as const
export type ProposalKind = (typeof proposalKinds)[number]

/**
 * How the words hold what they speak of. `asserted`: as a fact. `denied`: as not so. `conditional`: as what
 * would follow from
 * something else. `demanded`: as what somebody asks for. `possible`: as planned, feared, expected or asked.
 */
export const modalities = ['asserted', 'denied', 'conditional', 'demanded', 'possible'] as const
export type Modality = (typeof modalities)[number]

/** How what the words leave open was worked out; `inferenceText` says it in words. */
export interface Inference {
  readonly kind:
    | 'spelt-differently'
    | 'no-year'
    | 'year-from-document'
    | 'year-from-text'
    | 'counted-from-document'
    | 'counted-from-text'
    | 'month-first'
    | 'day-or-month'
    | 'spoke-before'
    | 'spoke-last'
    | 'state-before'
  /** The day or the words of the text that it was worked out from. */
  readonly a?: string
}

/** Why something is proposed; `proposalReasonText` says it in words. */
export interface ProposalReason {
  readonly kind:
    | 'name'
    | 'name-met'
    | 'name-of-body'
    | 'name-of-state'
    | 'name-of-place'
    | 'age'
    | 'nationality'
    | 'status'
    | 'relation'
    | 'event'
    | 'assurance'
    | 'risk'
    | 'country-record'
    | 'linked-prosecutions'
    | 'demand'
    | 'legal-assertion'
    | 'publication'
    | 'quotation'
    | 'reported-speech'
    | 'source'
    | 'second-reader'
  /** The words that say it, or how often a name is met. */
  readonly a?: string
  /** The type of an event. */
  readonly b?: string
}

/** One property of a proposal, with the words it rests on. */
export interface Field {
  /** A code (`KZ`, `surrender-agreed`), an EDTF date, a number, a person's proposal id, or words of the text. */
  readonly value: string | number
  readonly words: Words
  /** Not in the words themselves: how it was worked out. */
  readonly inferred?: Inference
}

/** Who speaks, or from whom the speaker has it. */
export interface Voice {
  readonly name: string
  readonly words: Words
  /** As the document describes the speaker. */
  readonly role?: Field
  /** Who passes the words on: `Amnesty`, told by sources without a name. */
  readonly through?: Field
  /** The words do not name the speaker themselves: how it was worked out. */
  readonly inferred?: Inference
}

export interface Proposal {
  /** Stable for the same text: kind and place of the first words. */
  readonly id: string
  readonly kind: ProposalKind
  readonly modality: Modality
  /** The words that say it. */
  readonly words: Words
  /** Every further place that says the same. */
  readonly mentions: readonly Words[]
  readonly fields: Readonly<Record<string, Field>>
  /** In direct or reported speech: whose. */
  readonly speaker?: Voice
  /** Hearsay: the text names somebody else as the origin. */
  readonly accordingTo?: Voice
  /** Why the reader proposes this. */
  readonly reason: ProposalReason
}

export interface ProposeOptions {
  /** ISO 639-1; told from the text when absent. A language without a grammar gives no proposals. */
  readonly language?: string | undefined
  /** The day of the document, `2014-02-19`; relative dates and days without a year are counted from it. */
  readonly documentDate?: string | undefined
}
