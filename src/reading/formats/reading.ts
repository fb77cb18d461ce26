/** What comes out of a document. Plain data; made in a process of its own, see `../isolation/`. */
import type { Said } from '../../record/index.ts'

/** Raised with every change that moves characters of a text layer; a quote names the layer it was taken from. */
export const TEXT_LAYER_VERSION = 1

/** Where a stretch of text stands in the original. */
export type Position =
  /** PDF and pictures: left, top, right, bottom in points (1/72 inch) from the page's top left corner. */
  | { readonly box: readonly [number, number, number, number] }
  /** HTML and text: UTF-16 units in the decoded source, end excluded. */
  | { readonly source: readonly [number, number] }
  /** DOCX, ODT: the part of the package, and the number of the paragraph in it, from 1. */
  | { readonly part: string; readonly paragraph: number }

/** A line or a paragraph. `start` and `end` are UTF-16 units in the whole text, end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly at: Position
}

/** How the words of a page were had. `ocr-layer`: another program's OCR, laid invisibly over the picture. */
export type PageOrigin = 'text' | 'ocr' | 'ocr-layer' | 'unread'

export interface Page {
  /** From 1, in the order of the file; not what is printed on the page. */
  readonly number: number
  /** UTF-16 units in the whole text, end excluded. `text` is that stretch. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly spans: readonly Span[]
  readonly origin: PageOrigin
  /** Points. Absent where the format has no fixed pages. */
  readonly width?: number
  readonly height?: number
  /** Mean confidence of the OCR, 0–100. */
  readonly confidence?: number
}

export const hiddenKinds = [
  'invisible-text',
  'white-text',
  'covered-text',
  'off-page-text',
  'transparent-text',
  'tiny-text',
  'hidden-text',
  'hidden-layer',
  'annotation',
  'comment',
  'insertion',
  'deletion',
  'revision',
  'embedded-file',
  'script',
  'macro',
  'form-field',
  'external-reference',
  'alternative-text',
  'source-comment',
  'location',
] as const
/** What a reader of the printed page would not see. */
export type HiddenKind = (typeof hiddenKinds)[number]

export interface Hidden {
  readonly kind: HiddenKind
  /** What was hidden, or what is said of it; cut at a limit. */
  readonly text: string
  readonly page?: number
  readonly at?: Position
  /** For tracked insertions, which stand in the text: where. */
  readonly start?: number
  readonly end?: number
  readonly by?: string
  /** As the file gives it. */
  readonly when?: string
  /** How it was hidden, in words. */
  readonly how: string
}

/** A document inside the document. */
export interface Child {
  /** A file name without folders; safe to show and to write. */
  readonly name: string
  /** As the container gives it, when it differs. */
  readonly statedName?: string
  readonly bytes: Uint8Array
}

/** What is said to a person: in English, and in Spanish where that was written. */
export interface Told {
  readonly message: string
  readonly spanish?: string
}

/** In the language asked for; in English where there is no other. */
export const toldIn = ({ message, spanish }: Told, language: keyof Said): string =>
  language === 'es' ? (spanish ?? message) : message

/** Something that a person should know about the reading; the document was read all the same. */
export interface Warning extends Told {
  readonly page?: number
}

/** As the file states it, and not more true for that. Dates as written there, ISO 8601 where the format allows. */
export interface Metadata {
  readonly title?: string
  readonly author?: string
  readonly subject?: string
  readonly created?: string
  readonly modified?: string
  readonly lastModifiedBy?: string
  readonly producer?: string
  /** Of mail. */
  readonly from?: string
  readonly to?: string
  readonly copied?: string
  readonly sent?: string
  readonly messageId?: string
  readonly inReplyTo?: string
  /** How the characters were encoded, for text formats. */
  readonly encoding?: string
  readonly encodingGuessed?: boolean
}

export interface Reading {
  /** What the bytes are, whatever the file is called. */
  readonly mediaType: string
  readonly layer: number
  readonly pages: readonly Page[]
  /** The text of all pages with a form feed between two: what a person sees, in reading order. */
  readonly text: string
  /** The main part of a web page, without menus and footers; absent when the whole text is meant. */
  readonly main?: { readonly start: number; readonly end: number }
  /** ISO 639-1, `und` when there is too little text to tell. */
  readonly language: string
  readonly metadata: Metadata
  readonly hidden: readonly Hidden[]
  readonly children: readonly Child[]
  readonly warnings: readonly Warning[]
}

export const refusalCodes = [
  'empty',
  'too-large',
  'unknown-format',
  'encrypted',
  'malformed',
  'archive-limits',
  'document-limits',
  'memory',
  'time',
  'output',
  'crashed',
  'not-started',
  'cancelled',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Why a document could not be read: one line, with what to do. The document is kept. */
export interface Refusal extends Told {
  readonly code: RefusalCode
}

/** Thrown by the formats, and turned into a `Refusal` where the parse ends. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly spanish: string | undefined

  constructor(code: RefusalCode, message: string, spanish?: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.spanish = spanish
  }
}

/** Told while a document is read. */
export interface Progress {
  /** `page 12 of 300`. */
  readonly what: 'page' | 'ocr' | 'part'
  readonly done: number
  /** Absent when it is not known beforehand. */
  readonly of?: number
}
