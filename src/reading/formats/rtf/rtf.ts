import { MARKUP_DEPTH_MAX } from '../../limits.ts'
import { Flow } from '../flow.ts'
import { knownLabel } from '../plain/decode.ts'
import type { Work } from '../parse.ts'
import { Refused } from '../reading.ts'
import type { HiddenKind } from '../reading.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { charsets, destinations, letters } from './tables.ts'
import type { State } from './tables.ts'
import { tokens } from './tokens.ts'
import type { Token } from './tokens.ts'

export function readRtf(bytes: Uint8Array, work: Work): RawReading {
  const reader = new RtfReader(new Flow(new TextLayer(work.mediaType)))
  for (const token of tokens(bytes)) reader.take(token)
  return reader.finish()
}

class RtfReader {
  readonly #flow: Flow
  readonly #stack: State[] = []
  #state: State = {
    destination: 'text',
    isOptional: false,
    font: 0,
    fallback: 1,
    hidden: false,
    deleted: false,
    inserted: false,
    colour: 0,
    reviser: 0,
  }
  #codePage = 'windows-1252'
  readonly #fonts = new Map<number, string>()
  #defaultFont = 0
  readonly #colours: boolean[] = []
  #colour = [-1, -1, -1]
  #bytes: number[] = []
  #passOver = 0
  #paragraphStart = 0
  #beside: Record<string, string> = {}
  #aside: { kind: HiddenKind; text: string; start: number; reviser: number } | undefined
  #date: number[] = []
  #objects = 0

  constructor(flow: Flow) {
    this.#flow = flow
  }

  take(token: Token): void {
    if (token.kind === 'byte') {
      if (this.#passOver > 0) this.#passOver -= 1
      else this.#bytes.push(token.value)
      return
    }
    this.#flushBytes()
    if (token.kind === 'open') this.#open()
    else if (token.kind === 'close') this.#close()
    else if (token.kind === 'word') this.#word(token.name, token.value)
  }

  #open(): void {
    if (this.#stack.length >= MARKUP_DEPTH_MAX) {
      throw new Refused(
        'document-limits',
        `Groups lie more than ${MARKUP_DEPTH_MAX} deep in each other. The file was not read.`,
        `Hay grupos anidados a más de ${MARKUP_DEPTH_MAX} niveles. El archivo no se leyó.`,
      )
    }
    this.#stack.push(this.#state)
    this.#state = { ...this.#state, isOptional: false }
    this.#passOver = 0
  }

  #close(): void {
    const ended = this.#state
    this.#state = this.#stack.pop() ?? ended
    this.#passOver = 0
    if (ended.destination === this.#state.destination) return
    const { layer } = this.#flow
    if (ended.destination === 'annotation') {
      const by = this.#beside['author']?.trim()
      layer.hide({
        kind: 'comment',
        text: (this.#beside['annotation'] ?? '').trim(),
        how: 'a comment in the margin',
        ...(by === undefined ? {} : { by }),
      })
      this.#beside['annotation'] = ''
    } else if (ended.destination === 'object') {
      this.#objects += 1
      layer.hide({
        kind: 'embedded-file',
        text: `object ${this.#objects}`,
        how: 'an object of another program in the file; it was not opened',
      })
    } else if (ended.destination === 'created') {
      const [year, month = 1, day = 1, hour = 0, minute = 0] = this.#date
      if (year !== undefined)
        layer.describe({ created: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}` })
    }
  }

  #word(name: string, value: number | undefined): void {
    if (name === '*') {
      this.#state.isOptional = true
      return
    }
    const destination = destinations[name]
    if (destination !== undefined)
      this.#state.destination = this.#state.destination === 'skip' && destination === 'text' ? 'skip' : destination
    else if (this.#state.isOptional) this.#state.destination = 'skip'
    this.#state.isOptional = false
    if (destination !== undefined) return
    const letter = letters[name]
    if (letter !== undefined) this.#write(letter)
    else if (!this.#character(name, value) && !this.#format(name, value)) this.#layout(name)
  }

  /** Code pages, fonts and characters beyond them. */
  #character(name: string, value = 0): boolean {
    switch (name) {
      case 'u': {
        this.#write(String.fromCharCode(value < 0 ? value + 0x10000 : value))
        this.#passOver = this.#state.fallback
        return true
      }
      case 'uc':
        this.#state.fallback = Math.max(0, Math.min(value, 8))
        return true
      case 'ansicpg':
        this.#codePage =
          knownLabel(`windows-${value}`) ?? knownLabel(`cp${value}`) ?? (value === 65001 ? 'utf-8' : this.#codePage)
        return true
      case 'mac':
        this.#codePage = 'macintosh'
        return true
      case 'pc':
      case 'pca':
        this.#codePage = 'ibm866'
        return true
      case 'deff':
        this.#defaultFont = value
        this.#state.font = value
        return true
      case 'f':
        this.#state.font = value
        return true
      case 'fcharset': {
        const label = charsets[value]
        if (this.#state.destination === 'fonts' && label !== undefined && value !== 0)
          this.#fonts.set(this.#state.font, label)
        return true
      }
      case 'yr':
      case 'mo':
      case 'dy':
      case 'hr':
      case 'min':
        if (this.#state.destination === 'created') this.#date.push(value)
        return true
      case 'red':
        this.#colour[0] = value
        return true
      case 'green':
        this.#colour[1] = value
        return true
      case 'blue':
        this.#colour[2] = value
        return true
      default:
        return false
    }
  }

  #format(name: string, value: number | undefined): boolean {
    const state = this.#state
    switch (name) {
      case 'v':
        state.hidden = value !== 0
        return true
      case 'deleted':
        state.deleted = value !== 0
        return true
      case 'revised':
        state.inserted = value !== 0
        return true
      case 'revauth':
      case 'revauthdel':
        state.reviser = value ?? 0
        return true
      case 'cf':
        state.colour = value ?? 0
        return true
      case 'plain':
        Object.assign(state, { hidden: false, deleted: false, inserted: false, colour: 0, font: this.#defaultFont })
        return true
      default:
        return false
    }
  }

  #layout(name: string): void {
    if (this.#state.destination !== 'text') {
      if (name === 'par' || name === 'line') this.#write('\n')
      return
    }
    switch (name) {
      case 'par':
      case 'sect':
        this.#endParagraph()
        return
      case 'line':
        this.#flow.lineBreak()
        return
      case 'page':
        this.#endParagraph()
        this.#flow.endPage()
        return
      case 'cell':
      case 'nestcell':
        this.#endParagraph()
        this.#flow.endCell()
        return
      case 'row':
      case 'nestrow':
        this.#flow.endRow()
    }
  }

  #paragraphs = 0

  #endParagraph(): void {
    this.#reportAside()
    this.#paragraphs += 1
    this.#flow.mark(this.#paragraphStart, { part: 'rtf', paragraph: this.#paragraphs })
    this.#flow.endParagraph()
    this.#paragraphStart = this.#flow.next
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    if (this.#state.destination === 'skip' || this.#state.destination === 'object') return
    if (this.#state.destination === 'colours') this.#takeColours(bytes)
    else
      this.#write(
        new TextDecoder(this.#fonts.get(this.#state.font) ?? this.#codePage, { ignoreBOM: true }).decode(bytes),
      )
  }

  /** A semicolon ends each colour; only whether it is white matters. */
  #takeColours(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte !== 0x3b) continue
      this.#colours.push(this.#colour.every((part) => part >= 0xfd))
      this.#colour = [-1, -1, -1]
    }
  }

  #write(text: string): void {
    const { destination } = this.#state
    if (destination === 'text') this.#writeText(text)
    else if (
      destination !== 'skip' &&
      destination !== 'fonts' &&
      destination !== 'colours' &&
      destination !== 'object'
    ) {
      this.#beside[destination] = (this.#beside[destination] ?? '').slice(0, 100_000) + text
    }
  }

  #writeText(text: string): void {
    const { hidden, deleted, inserted, colour, reviser } = this.#state
    const kind = deleted
      ? 'deletion'
      : hidden
        ? 'hidden-text'
        : this.#colours[colour] === true
          ? 'white-text'
          : inserted
            ? 'insertion'
            : undefined
    if (this.#aside?.kind !== kind) this.#reportAside()
    if (kind !== undefined) {
      this.#aside ??= { kind, text: '', start: this.#flow.next, reviser }
      this.#aside.text += text
    }
    if (kind === undefined || kind === 'insertion') this.#flow.text(text)
  }

  #reportAside(): void {
    const aside = this.#aside
    this.#aside = undefined
    if (aside === undefined || aside.text.trim() === '') return
    const { kind, text, start, reviser } = aside
    const by = (this.#beside['revisers'] ?? '').split(';')[reviser]?.trim()
    const how =
      kind === 'deletion'
        ? 'deleted, with changes tracked; it is not in the text'
        : kind === 'insertion'
          ? 'inserted, with changes tracked; it stands in the text'
          : kind === 'white-text'
            ? 'in white'
            : 'set not to show and not to print'
    const isChange = kind === 'deletion' || kind === 'insertion'
    this.#flow.layer.hide({
      kind,
      text,
      how,
      ...(isChange ? { start, end: kind === 'insertion' ? this.#flow.layer.length : start } : {}),
      ...(isChange && by !== undefined && by !== '' ? { by } : {}),
    })
  }

  finish(): RawReading {
    this.#flushBytes()
    this.#endParagraph()
    if (this.#stack.length > 0)
      this.#flow.layer.warn({
        en: 'The file breaks off in the middle of a group; its end may be missing.',
        es: 'El archivo se corta en medio de un grupo; puede faltar el final.',
      })
    const { title, subject, writer, operator } = this.#beside
    this.#flow.layer.describe({ title, subject, author: writer, lastModifiedBy: operator })
    return this.#flow.layer.finish()
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
