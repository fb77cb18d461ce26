/**
 * A paper before it is set: plain frozen data, the same for PDF, DOCX, HTML and text. Every sentence carries what it
 * stands on, so that the gate can judge it and a footnote can lead to it. Nothing here says how it looks.
 */
import type { Audience, Id, Zone } from '../../record/index.ts'

export const paperKinds = [
  'rule-39',
  'rule-47',
  'cat',
  'hrc',
  'urgent-action',
  'statement',
  'chronology',
  'summary',
  'evidence-index',
  'assurances',
  'letter',
] as const
export type PaperKind = (typeof paperKinds)[number]

export const isPaperKind = (word: string): word is PaperKind => paperKinds.some((kind) => kind === word)

export type PaperLanguage = 'en' | 'es'

/**
 * Who answers for a sentence. `record`: claims of the case; `law`: a pack's text; `template`: words that say nothing
 * about the case; `person`: somebody at the desk wrote it.
 */
export type SentenceOrigin = 'record' | 'law' | 'template' | 'person'

export interface Sentence {
  readonly text: string
  readonly origin: SentenceOrigin
  /** The claims it stands on; none only where it states no fact of the record. */
  readonly claims: readonly Id[]
  /** Numbers of {@link Source}s, printed as footnote marks after the sentence. */
  readonly notes: readonly number[]
  /** Numbers of {@link Exhibit}s it leads to, printed as `[Exhibit 3]`. */
  readonly exhibits: readonly number[]
}

/** One run of sentences that is read together. */
export type Text = readonly Sentence[]

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  /** Numbered where order is meant, as in a list of facts. */
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly Text[] }
  /** A form's fields: a label and what is entered. */
  | { readonly kind: 'fields'; readonly rows: readonly { readonly label: string; readonly value: Text }[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Text[])[] }
  /** Words of somebody, letter for letter; never changed. */
  | { readonly kind: 'quote'; readonly text: Text; readonly speaker: string }

export interface Section {
  /** Stable inside its kind of paper: `facts`, `risk`, `remedies`. */
  readonly id: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** A footnote: what a reader can look up. */
export interface Source {
  readonly number: number
  /** Publisher, title, date, address: what is allowed of it. */
  readonly text: string
  readonly document?: Id
}

/** A paper that is attached, in the order in which it is first mentioned. */
export interface Exhibit {
  /** From 1, without gaps. */
  readonly number: number
  readonly document: Id
  readonly title: string
  /** As in the record: `2014-02-14`. */
  readonly date?: string
  /** Why the original is not attached, where it is not: never silently absent. */
  readonly missing?: string
}

export interface Paper {
  readonly kind: PaperKind
  readonly language: PaperLanguage
  readonly audience: Audience
  readonly title: string
  /** Bold lines on the face, such as the marking that a court wants. */
  readonly marking: readonly string[]
  /** To whom, line by line. */
  readonly addressee: readonly string[]
  /** The day it is made on, as printed: `19 February 2014`. */
  readonly dated: string
  /** The minute (UTC, ISO) in the metadata of the output: the time of knowledge, never the machine's clock. */
  readonly made: string
  readonly zone: Zone
  readonly sections: readonly Section[]
  readonly exhibits: readonly Exhibit[]
  readonly sources: readonly Source[]
  /** One line at the foot of each page that says what this copy is; empty once released. */
  readonly mark: string
}

/** What the paper should hold and does not: for its author only, never in the copy that goes out. */
export interface Gap {
  /** The section or field: `removal-date`. */
  readonly field: string
  readonly title: string
  readonly why: string
  /** What to do about it. */
  readonly todo: string
  /** Whether the addressee can turn the paper down for it. */
  readonly weight: 'required' | 'wanted'
}
