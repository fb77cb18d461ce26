/**
 * The port of a second reader: something else that reads a text and proposes. Off unless a person turns it on
 * for this reading.
 */
import type { Modality, Proposal, ProposalKind } from '../proposals/index.ts'

export interface SecondReaderRequest {
  readonly text: string
  /** ISO 639-1. */
  readonly language: string
  readonly documentDate?: string
}

/** What came back, and what was left out of it and why. */
export interface SecondReading {
  readonly status: 'read' | 'failed'
  /** Each with words that stand in the text. */
  readonly proposals: readonly Proposal[]
  /** Answers that were dropped: words that are not in the text, kinds that do not exist. */
  readonly dropped: readonly { readonly quote: string; readonly why: string }[]
  /** Why there is nothing, where it failed; what to do. */
  readonly problem?: string
}

export interface SecondReader {
  /** What leaves this machine, and where to, in plain words; shown before anything is sent. */
  readonly leaves: string
  /** Never rejects. */
  read(request: SecondReaderRequest, signal?: AbortSignal): Promise<SecondReading>
}

/** One answer of the endpoint, before its words are looked for. */
export interface SecondReaderLine {
  readonly kind: ProposalKind
  readonly modality: Modality
  readonly quote: string
  readonly fields: Readonly<Record<string, string>>
}
