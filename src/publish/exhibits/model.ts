/** Exhibits on their way from originals to the pages of a bundle. Plain data. */
import type { Exhibit } from '../paper/model.ts'

/** The original of an exhibit as it lies in the store. */
export interface Original {
  readonly bytes: Uint8Array
  /** As reading found it, not as a sender stated it: `application/pdf`. */
  readonly mediaType: string
  /** The text layer, where reading made one already: it is set as pages when the file has no pages of its own. */
  readonly text?: string
}

export type ExhibitSource = Exhibit & { readonly original?: Original }

/** Something of the original that is not on the pages, or is there otherwise: for the author, before it goes out. */
export interface PageNote {
  /** From 1, in the exhibit; absent where it concerns the whole. */
  readonly page?: number
  readonly kind: 'annotation' | 'picture' | 'hidden' | 'text-layer'
  readonly message: string
}

export type PreparedExhibit = Exhibit & {
  /** Why it is missing, in full, for the author; `missing` is the short form that is printed in the index. */
  readonly reason?: string
  /** The pages as a PDF of their own: redrawn, on A4, not stamped. Absent when `missing` says why. */
  readonly pdf?: Uint8Array
  readonly pages: number
  readonly notes: readonly PageNote[]
}

/** Where an exhibit lies in the bundle, pages from 1. */
export interface ExhibitPages {
  readonly exhibit: number
  readonly from: number
  readonly to: number
}

/** A part of a bundle that a fax line can hold, each page headed "part 2 of 5, pages 11–20". */
export interface FaxPart {
  readonly pdf: Uint8Array
  /** From 1. */
  readonly part: number
  readonly of: number
  /** Pages of the bundle, from 1. */
  readonly from: number
  readonly to: number
}

export interface Bundle {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly paperPages: number
  readonly indexPages: number
  readonly exhibits: readonly ExhibitPages[]
  readonly missing: readonly { readonly exhibit: number; readonly why: string }[]
  readonly notes: readonly (PageNote & { readonly exhibit: number })[]
  /** None where no parts were asked for, or where the whole bundle is one. */
  readonly fax: readonly FaxPart[]
}

/** What stands in the way of a bundle, a redaction or a fax, with what to do. */
export class ExhibitError extends Error {
  readonly why: string
  readonly remedy: string

  constructor(message: string, why: string, remedy: string) {
    super(message)
    this.name = 'ExhibitError'
    this.why = why
    this.remedy = remedy
  }
}
