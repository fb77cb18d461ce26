/**
 * Who is at the other end. The program prints a link with a one-time token; opening it makes a session, and the
 * token is spent. Every
 * later change needs the session's cookie and, in a header, a second secret that a foreign page cannot know (CSRF).
 */
import type { Random } from '../platform/index.ts'

export interface Session {
  readonly id: string
  readonly csrf: string
  /** The acting person's name, written into every entry. */
  name: string
}

/** 32 random bytes: beyond guessing. */
const SECRET_BYTES = 32
/** Sessions held at once on one machine; the oldest gives way. */
const SESSIONS_MAX = 50

const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')

export class Sessions {
  readonly #random: Random
  readonly #tokens = new Set<string>()
  readonly #sessions = new Map<string, Session>()

  constructor(random: Random) {
    this.#random = random
  }

  /** A token for one sign-in. */
  issueToken(): string {
    const token = this.#secret()
    this.#tokens.add(token)
    return token
  }

  /** Spends a token; nothing when it is unknown or spent. */
  signIn(token: string, name: string): Session | undefined {
    if (!this.#tokens.delete(token)) return undefined
    const session: Session = { id: this.#secret(), csrf: this.#secret(), name }
    this.#sessions.set(session.id, session)
    if (this.#sessions.size > SESSIONS_MAX) {
      const oldest = this.#sessions.keys().next().value
      if (oldest !== undefined) this.#sessions.delete(oldest)
    }
    return session
  }

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id)
  }

  end(id: string): void {
    this.#sessions.delete(id)
  }

  #secret(): string {
    return hex(this.#random.bytes(SECRET_BYTES))
  }
}
