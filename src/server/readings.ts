/** Text layers of originals, read once in a process of their own and remembered while the program runs. */
import type { DocumentText } from '../casework/index.ts'
import { readDocument, type Outcome } from '../reading/index.ts'

/** Texts held at once; the oldest gives way and is read again when it is asked for. */
const READINGS_MAX = 60

export class Readings {
  readonly #held = new Map<string, Promise<Outcome>>()

  /** `sha256` names the bytes; `name` helps to tell apart what the bytes leave open. Never rejects. */
  read(sha256: string, bytes: Uint8Array, name: string): Promise<Outcome> {
    const before = this.#held.get(sha256)
    if (before !== undefined) return before
    const reading = readDocument(bytes, name)
    this.#held.set(sha256, reading)
    if (this.#held.size > READINGS_MAX) {
      const oldest = this.#held.keys().next().value
      if (oldest !== undefined) this.#held.delete(oldest)
    }
    return reading
  }
}

/** What a page shows of a reading. Plain text needs no reading: its bytes are the text. */
export function textOf(outcome: Outcome): DocumentText {
  if (outcome.status === 'refused') return { text: null, warnings: [outcome.refusal.message] }
  const { text, warnings, hidden } = outcome.reading
  return {
    text,
    warnings: [
      ...warnings.map((w) => w.message),
      ...hidden.slice(0, HIDDEN_SHOWN_MAX).map((h) => `${h.how}: ${h.text}`),
    ],
  }
}

const HIDDEN_SHOWN_MAX = 20
