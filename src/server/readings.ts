/** Text layers of originals, read once in processes of their own and remembered while the program runs. */
import { createHash } from 'node:crypto'
import { type DocumentText, mainText, pagesOf, shinglesOf } from '../casework/index.ts'
import { createReader, type Outcome, readDocument, type Reader, readTree, type TreeItem } from '../reading/index.ts'

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

export class Readings {
  readonly #held = new Map<string, Promise<Outcome>>()
  readonly #fingerprints = new Map<string, ReadonlySet<string>>()
  #reader: Promise<Reader> | undefined

  /** `sha256` names the bytes; `name` helps to tell apart what the bytes leave open. Never rejects. */
  async read(sha256: string, bytes: Uint8Array, name: string): Promise<ReadText> {
    const plain = plainText(bytes)
    if (plain !== undefined) {
      this.#fingerprint(sha256, plain)
      return { shown: { text: plain, warnings: [] }, main: plain, pages: [plain] }
    }
    const before = this.#held.get(sha256)
    return textOf(await (before ?? this.#remember(sha256, readDocument(bytes, name))))
  }

  /** A paper and all that is packed in it, each as soon as it is read; what cannot be read is given out refused. */
  async *tree(bytes: Uint8Array, name: string): AsyncGenerator<TreeItem & { readonly sha256: string }> {
    this.#reader ??= createReader({ standby: true })
    for await (const item of readTree(await this.#reader, bytes, name)) {
      const sha256 = createHash('sha256').update(item.bytes).digest('hex')
      await this.#remember(sha256, Promise.resolve(item.outcome))
      yield { ...item, sha256 }
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

/** Control characters other than tabs and line feeds: the bytes are no plain text, or one to be read with care. */
const NOT_PLAIN = /[^\P{Cc}\t\n]|\uFEFF/u
/** A letter that begins like one of these is no plain text: a page, a mail, rich text, an archive. */
const MARKUP = /^\s*(?:<|\{\\rtf|%PDF|PK|From |[A-Za-z-]+: )/u
/** Beyond this, looking at it here would keep others waiting. */
const PLAIN_BYTES_MAX = 1024 * 1024

/** The text of bytes that are plain UTF-8 text without any doubt: they need no process of their own. */
function plainText(bytes: Uint8Array): string | undefined {
  if (bytes.length > PLAIN_BYTES_MAX) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return NOT_PLAIN.test(text) || MARKUP.test(text) ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function textOf(outcome: Outcome): ReadText {
  if (outcome.status === 'refused') return { shown: { text: null, warnings: [outcome.refusal.message] } }
  const { text, warnings, hidden, main, language, metadata } = outcome.reading
  return {
    shown: {
      text,
      warnings: [
        ...warnings.map((w) => w.message),
        ...hidden.slice(0, HIDDEN_SHOWN_MAX).map((h) => `${h.how}: ${h.text}`),
      ],
    },
    main: mainText(text, main),
    pages: pagesOf(outcome.reading),
    language,
    sent: metadata.sent,
  }
}

const HIDDEN_SHOWN_MAX = 20
