import {
  HIDDEN_CHARACTERS_MAX,
  HIDDEN_MAX,
  METADATA_CHARACTERS_MAX,
  PAGES_MAX,
  SPANS_MAX,
  TEXT_CHARACTERS_MAX,
  WARNINGS_MAX,
} from '../limits.ts'
import type { Said } from '../../record/index.ts'
import { TEXT_LAYER_VERSION } from './reading.ts'
import type { Child, Hidden, Metadata, PageOrigin, Position, Span, Warning } from './reading.ts'

/** A page without its text, which is a stretch of the whole. */
export interface PageMark {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly spans: readonly Span[]
  readonly origin: PageOrigin
  readonly width?: number
  readonly height?: number
  readonly confidence?: number
}

/** What a parse sends back; `Reading` is this with the pages' text and the language added. */
export interface RawReading {
  readonly mediaType: string
  readonly layer: number
  readonly text: string
  readonly pages: readonly PageMark[]
  readonly main?: { readonly start: number; readonly end: number }
  readonly metadata: Metadata
  readonly hidden: readonly Hidden[]
  readonly children: readonly Child[]
  readonly warnings: readonly Warning[]
}

export interface PageFacts {
  readonly origin?: PageOrigin
  readonly width?: number
  readonly height?: number
  readonly confidence?: number
}

/** Between two pages. One unit, so that offsets are easy to work out by hand. */
export const PAGE_BREAK = '\f'

/**
 * Builds the text layer of one document: text goes in in reading order, each stretch with its position; nothing is
 * normalised. It keeps the limits, and says in a warning what was left out.
 */
export class TextLayer {
  readonly #mediaType: string
  readonly #parts: string[] = []
  readonly #pages: PageMark[] = []
  readonly #hidden: Hidden[] = []
  readonly #children: Child[] = []
  readonly #warnings: Warning[] = []
  #spans: Span[] = []
  #length = 0
  #pageStart = 0
  #lastUnit = ''
  #spanCount = 0
  #leftOut = { characters: 0, hidden: 0, warnings: 0, spans: 0 }
  #metadata: Metadata = {}
  main?: { start: number; end: number }

  constructor(mediaType: string) {
    this.#mediaType = mediaType
  }

  /** UTF-16 units so far. */
  get length(): number {
    return this.#length
  }

  /** The number of the page that is being written, from 1. */
  get pageNumber(): number {
    return this.#pages.length + 1
  }

  get isFull(): boolean {
    return this.#length >= TEXT_CHARACTERS_MAX
  }

  /** The last unit of the page that is being written; empty at its start. */
  get lastUnit(): string {
    return this.#length === this.#pageStart ? '' : this.#lastUnit
  }

  /** The last units of the page that is being written. */
  tail(units: number): string {
    const parts: string[] = []
    let missing = Math.min(units, this.#length - this.#pageStart)
    for (let index = this.#parts.length - 1; index >= 0 && missing > 0; index--) {
      const part = (this.#parts[index] ?? '').slice(-missing)
      parts.unshift(part)
      missing -= part.length
    }
    return parts.join('')
  }

  append(text: string, at?: Position): void {
    if (text === '') return
    const room = TEXT_CHARACTERS_MAX - this.#length
    const kept = text.length <= room ? text : text.slice(0, safeCut(text, room))
    this.#leftOut.characters += text.length - kept.length
    if (kept === '') return
    const start = this.#length
    this.#parts.push(kept)
    this.#length += kept.length
    this.#lastUnit = kept.at(-1) ?? ''
    if (at !== undefined) this.mark(start, this.#length, at)
  }

  /** Says where a stretch that has been appended stands in the original. */
  mark(start: number, end: number, at: Position): void {
    if (end <= start) return
    if (this.#spanCount >= SPANS_MAX) this.#leftOut.spans += 1
    else {
      this.#spanCount += 1
      this.#spans.push({ start, end: Math.min(end, this.#length), at })
    }
  }

  /** A line break, unless the page is at the start of a line. */
  breakLine(): void {
    if (this.lastUnit !== '' && this.#lastUnit !== '\n') this.append('\n')
  }

  endPage(facts: PageFacts = {}): void {
    const { origin = 'text', ...rest } = facts
    const number = this.pageNumber
    if (number > PAGES_MAX) return
    this.#pages.push({ number, start: this.#pageStart, end: this.#length, spans: this.#spans, origin, ...rest })
    this.#spans = []
    if (!this.isFull) {
      this.#parts.push(PAGE_BREAK)
      this.#length += 1
    }
    this.#pageStart = this.#length
  }

  hide(hidden: Hidden): void {
    if (this.#hidden.length >= HIDDEN_MAX) this.#leftOut.hidden += 1
    else this.#hidden.push({ ...hidden, text: cut(hidden.text, HIDDEN_CHARACTERS_MAX) })
  }

  warn({ en: message, es: spanish }: Said, page?: number): void {
    if (this.#warnings.length >= WARNINGS_MAX) this.#leftOut.warnings += 1
    else this.#warnings.push(page === undefined ? { message, spanish } : { message, spanish, page })
  }

  addChild(child: Child): void {
    this.#children.push(child)
  }

  get childCount(): number {
    return this.#children.length
  }

  /** Adds what the file states; empty values are dropped, the first value of a name stays. */
  describe(facts: Readonly<Record<string, string | boolean | undefined>>): void {
    const added = Object.entries(facts).flatMap(([key, value]) => {
      const clean = typeof value === 'string' ? cut(value.trim(), METADATA_CHARACTERS_MAX) : value
      return clean === undefined || clean === '' ? [] : [[key, clean] as const]
    })
    this.#metadata = { ...Object.fromEntries(added), ...this.#metadata }
  }

  finish(): RawReading {
    if (this.#length > this.#pageStart || this.#spans.length > 0) this.endPage()
    this.#sayWhatWasLeftOut()
    const end = this.#pages.at(-1)?.end ?? 0
    return {
      mediaType: this.#mediaType,
      layer: TEXT_LAYER_VERSION,
      text: this.#parts.join('').slice(0, end),
      pages: this.#pages,
      metadata: this.#metadata,
      hidden: this.#hidden,
      children: this.#children,
      warnings: this.#warnings,
      ...(this.main === undefined ? {} : { main: this.main }),
    }
  }

  #sayWhatWasLeftOut(): void {
    const { characters, hidden, spans, warnings } = this.#leftOut
    const say = (count: number, message: string, spanish: string): void => {
      if (count > 0) this.#warnings.push({ message, spanish })
    }
    say(
      characters,
      `The text is longer than ${TEXT_CHARACTERS_MAX} characters: the last ${characters} are not in ` +
        'the text layer. Split the file and add its parts to have all of it searched and read.',
      `El texto pasa de ${TEXT_CHARACTERS_MAX} caracteres: los últimos ${characters} no están en la capa de ` +
        'texto. Divida el archivo y añada sus partes para que se busque y se lea entero.',
    )
    say(hidden, `${hidden} more hidden things are not listed.`, `Otras ${hidden} cosas ocultas no se enumeran.`)
    say(
      spans,
      `${spans} lines have no position: the document has more than ${SPANS_MAX}.`,
      `${spans} líneas no tienen posición: el documento tiene más de ${SPANS_MAX}.`,
    )
    say(warnings, `${warnings} more warnings are not listed.`, `Otros ${warnings} avisos no se enumeran.`)
  }
}

/** At most `max` units, never half a character, with a sign that there is more. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, safeCut(text, max - 1))}…`

/** A place at or before `at` that does not part the two halves of a character. */
function safeCut(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  return at > 0 && unit >= 0xd800 && unit <= 0xdbff ? at - 1 : Math.max(at, 0)
}
