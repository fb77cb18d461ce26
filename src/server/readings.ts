/** Text layers of originals, read once in processes of their own and remembered while the program runs. */
import { sha256Of } from '../platform/index.ts'
import { type DocumentText, mainText, pagesOf, shinglesOf } from '../casework/index.ts'
import {
  createReader,
  hiddenText,
  languageOf,
  type Outcome,
  readDocument,
  type Reader,
  readTree,
  type Told,
  toldIn,
} from '../reading/index.ts'
import type { Said } from '../record/index.ts'

/** Texts held at once; the oldest gives way and is read again when it is asked for. */
const READINGS_MAX = 60
/** Fingerprints held at once: a few kilobytes each. */
const FINGERPRINTS_MAX = 2000

/** What a document says, as it is shown and proposed from. */
export interface ReadText {
  readonly shown: DocumentText
  /** The text that proposals are made from: the same places, without a page's menus. Absent when it was refused. */
  readonly main?: string
  /** The text cut at its pages. */
  readonly pages?: readonly string[]
  readonly language?: string | undefined
  readonly sent?: string | undefined
}

/** One paper as it came out of what was brought. */
export interface PaperRead {
  /** From the file down to what was packed in it. */
  readonly path: readonly string[]
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Why it could not be read. */
  readonly refused: Said | null
  readonly reading?: { readonly mediaType: string; readonly language?: string; readonly text: string }
}

export class Readings {
  readonly #held = new Map<string, Promise<Outcome>>()
  readonly #fingerprints = new Map<string, ReadonlySet<string>>()
  #reader: Promise<Reader> | undefined

  /** `sha256` names the bytes; `name` helps to tell apart what the bytes leave open. Never rejects. */
  async read(sha256: string, bytes: Uint8Array, name: string): Promise<ReadText> {
    const plain = plainText(bytes, name)
    if (plain !== undefined) {
      this.#fingerprint(sha256, plain)
      return { shown: { text: plain, warnings: [] }, main: plain, pages: [plain] }
    }
    const before = this.#held.get(sha256)
    return textOf(await (before ?? this.#remember(sha256, readDocument(bytes, name))))
  }

  /** A paper and all that is packed in it, each as soon as it is read; what cannot be read is given out refused. */
  async *tree(bytes: Uint8Array, name: string): AsyncGenerator<PaperRead> {
    const plain = plainText(bytes, name)
    if (plain !== undefined) {
      const language = languageOf(plain)
      const reading = { mediaType: 'text/plain', text: plain, ...(language === undefined ? {} : { language }) }
      yield { path: [name], bytes, sha256: sha256Of(bytes), reading, refused: null }
      return
    }
    this.#reader ??= createReader({ standby: true })
    for await (const { path, bytes: part, outcome } of readTree(await this.#reader, bytes, name)) {
      const sha256 = sha256Of(part)
      await this.#remember(sha256, Promise.resolve(outcome))
      const common = { path, bytes: part, sha256 }
      if (outcome.status === 'refused') yield { ...common, refused: inBoth(outcome.refusal) }
      else {
        const { mediaType, text, main, language } = outcome.reading
        yield { ...common, refused: null, reading: { mediaType, language, text: mainText(text, main) } }
      }
    }
  }

  /** The runs of words of a text, by which copies are seen. Empty when it cannot be read. */
  async fingerprint(sha256: string, bytes: () => Promise<Uint8Array | undefined>): Promise<ReadonlySet<string>> {
    const before = this.#fingerprints.get(sha256)
    if (before !== undefined) return before
    const held = await bytes()
    if (held !== undefined) await this.read(sha256, held, '')
    return this.#fingerprints.get(sha256) ?? new Set()
  }

  /** Ends the process that waits for the next paper. */
  async close(): Promise<void> {
    ;(await this.#reader)?.close()
  }

  /** Without what was packed in it: its bytes are kept as documents of their own. */
  #remember(sha256: string, reading: Promise<Outcome>): Promise<Outcome> {
    const held = reading.then((outcome): Outcome => {
      if (outcome.status === 'refused') return outcome
      this.#fingerprint(sha256, outcome.reading.text)
      return { ...outcome, reading: { ...outcome.reading, children: [] } }
    })
    keep(this.#held, sha256, held, READINGS_MAX)
    return held
  }

  #fingerprint(sha256: string, text: string): void {
    if (!this.#fingerprints.has(sha256)) keep(this.#fingerprints, sha256, shinglesOf(text), FINGERPRINTS_MAX)
  }
}

function keep<T>(held: Map<string, T>, key: string, value: T, max: number): void {
  held.set(key, value)
  if (held.size <= max) return
  const oldest = held.keys().next().value
  if (oldest !== undefined) held.delete(oldest)
}

/** Characters that nobody sees: the bytes are no plain text, or one to be read with care. */
const UNSEEN = /[^\P{C}\t\n]/u
/** What begins like one of these is no plain text: a page, a mail, rich text, an archive. */
const MARKUP = /^\s*(?:<|\{\\rtf|%PDF|PK|From |[A-Za-z-]+: )/u
/** A name that promises nothing else. */
const PLAIN_NAME = /\.(?:txt|text|md)$|^[^.]*$|\s[^.]*$/iu
/** Beyond this, looking at it here would keep others waiting. */
const PLAIN_BYTES_MAX = 1024 * 1024

/** The text of bytes that are plain UTF-8 text without any doubt: they need no process of their own. */
function plainText(bytes: Uint8Array, name: string): string | undefined {
  if (bytes.length > PLAIN_BYTES_MAX || !PLAIN_NAME.test(name)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return UNSEEN.test(text) || MARKUP.test(text) ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const inBoth = (told: Told): Said => ({ en: told.message, es: toldIn(told, 'es') })

function textOf(outcome: Outcome): ReadText {
  if (outcome.status === 'refused') return { shown: { text: null, warnings: [inBoth(outcome.refusal)] } }
  const { text, warnings, hidden, main, language, metadata } = outcome.reading
  return {
    shown: {
      text,
      warnings: [
        ...warnings.map(inBoth),
        ...hidden
          .slice(0, HIDDEN_SHOWN_MAX)
          .map((one) => ({ en: hiddenText(one, 'en'), es: hiddenText(one, 'es') })),
      ],
    },
    main: mainText(text, main),
    pages: pagesOf(outcome.reading),
    language,
    sent: metadata.sent,
  }
}

const HIDDEN_SHOWN_MAX = 20
