/**
 * A paper ready to be set: texts cleaned, marks and numbers resolved, labels in its language. All four outputs are made
 * from this and from nothing else, so that they say the same.
 */
import type { PaperLanguage } from '../paper/model.ts'
import type { Words } from './words.ts'

export type Run =
  | { readonly kind: 'text'; readonly text: string }
  /** A footnote mark. */
  | {
      readonly kind: 'note'
      readonly number: number
      /** Where the note itself stands; later marks repeat its number. */
      readonly first: boolean
      /** Directly after another mark: a comma keeps `1, 2` from being read as 12. */
      readonly follows: boolean
    }
  /** `[Exhibit 3]`, leading to the list of exhibits. */
  | { readonly kind: 'exhibit'; readonly number: number; readonly text: string }

export type Runs = readonly Run[]

export type SheetBlock =
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | {
      readonly kind: 'list'
      readonly numbered: boolean
      /** The first number: lists of one section count on, so that "fact 7" is one fact. */
      readonly start: number
      readonly items: readonly Runs[]
    }
  | { readonly kind: 'fields'; readonly rows: readonly { readonly label: string; readonly value: Runs }[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Runs[])[] }
  | { readonly kind: 'quote'; readonly runs: Runs; readonly speaker: string }

export interface SheetSection {
  /** `1. Facts`: numbered from 1, in every output alike. */
  readonly heading: string
  readonly blocks: readonly SheetBlock[]
}

export interface SheetExhibit {
  readonly number: number
  readonly title: string
  readonly date: string
  /** `attached`, or why the original is not. */
  readonly copy: string
}

export interface Sheet {
  readonly language: PaperLanguage
  readonly words: Words
  readonly title: string
  readonly marking: readonly string[]
  readonly addressee: readonly string[]
  readonly dated: string
  /** For the metadata: seconds since 1970, UTC. */
  readonly madeSeconds: number
  readonly sections: readonly SheetSection[]
  readonly exhibits: readonly SheetExhibit[]
  /** The footnotes: number 1 first, in the order in which they are first referred to. */
  readonly notes: readonly string[]
  /** Sources that no sentence refers to: listed at the end, never dropped. */
  readonly otherSources: readonly string[]
  /** A word in the header of each page; empty once released. */
  readonly stamp: string
  /** One line at the foot of each page; empty once released. */
  readonly mark: string
}
