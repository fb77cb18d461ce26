/**
 * Tells people of deadlines in time. It trusts no timer: each time it wakes it compares the clock with what should
 * have been told by then, so that sleep, a restart or a wrong clock delay an alert and never lose it.
 *
 * What was told is noted after it was told. If the program dies between the two it is told again, under the same
 * name: once too often is better than not at all.
 */
import type { Instant } from '../../record/index.ts'
import type { Shelf } from '../shelf.ts'
import { type Alert, type AlertTimes, dueAlerts, nextMoment, type Watched } from './due.ts'

/** A way to tell somebody. */
export interface Way {
  /** Also names what it has told: `terminal`, `mail person@example.org`. */
  readonly name: string
  /** Resolves when it is told; an error means that it was not, and is tried again. */
  tell(alert: Alert, now: Instant): Promise<void>
}

/** What there is to watch at a moment, and what could not be looked at. */
export interface Watch {
  readonly deadlines: readonly Watched[]
  readonly problems: readonly string[]
}

export interface TickerParts {
  /** Milliseconds since 1970-01-01T00:00Z, as the machine's clock has it. */
  readonly clock: () => number
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly watch: (now: Instant) => Promise<Watch>
  readonly shelf: Shelf
  readonly ways: readonly Way[]
  readonly times: AlertTimes
  /** Called once when a way begins to fail, and when a case cannot be looked at. */
  readonly complain: (text: string) => void
}

/** Something that should have been told and could not be yet. */
export interface AlertFailure {
  readonly way: string
  readonly alert: Alert
  readonly tries: number
  readonly why: string
  readonly again: Instant
}

export interface AlertStatus {
  /** Due at the last look, told or not. */
  readonly due: readonly Alert[]
  readonly failures: readonly AlertFailure[]
  readonly problems: readonly string[]
}

const SHELF_NAME = 'told'
const MINUTE_MILLISECONDS = 60_000
const PARTING_MILLISECONDS = 2_000
/** Minutes between tries: 1, 2, 4 … 60. It never gives up while the alert is due. */
const AGAIN_MINUTES_MAX = 60

export class AlertTicker {
  readonly #parts: TickerParts
  #told: Promise<Set<string>> | undefined
  readonly #failures = new Map<string, AlertFailure>()
  /** Ways that are still at it: a slow one holds up nobody else. */
  readonly #busy = new Set<string>()
  /** Told, and not yet on the shelf. */
  readonly #unnoted = new Set<string>()
  /** Whether the last note could be kept. */
  #noting = true
  #watch: Watch = { deadlines: [], problems: [] }
  #due: readonly Alert[] = []

  constructor(parts: TickerParts) {
    this.#parts = parts
  }

  status(): AlertStatus {
    return { due: this.#due, failures: [...this.#failures.values()], problems: this.#watch.problems }
  }

  /** Looks, tells, and waits for the next moment or a minute, until told to stop. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const rounds = new Set<Promise<void>>()
    while (!signal.aborted) {
      const round: Promise<void> = this.tick().finally(() => rounds.delete(round))
      rounds.add(round)
      await this.#parts.wait(this.#pause(), signal)
    }
    // A server that hangs must not hold up the end; what it took without our noting it is told once more.
    if (rounds.size > 0)
      await Promise.race([
        Promise.all(rounds),
        this.#parts.wait(PARTING_MILLISECONDS, new AbortController().signal),
      ])
  }

  /** One look. Resolves when every way that was free has told what it could. Never rejects. */
  async tick(): Promise<void> {
    try {
      const now = Math.floor(this.#parts.clock() / MINUTE_MILLISECONDS)
      const told = await this.#book()
      await this.#noteAll()
      await this.#look(now)
      this.#due = dueAlerts(this.#watch.deadlines, now, this.#parts.times, () => false)
      this.#forget()
      await Promise.all(this.#parts.ways.map((way) => this.#tellAll(way, now, told)))
    } catch (error) {
      this.#complain(`Deadlines could not be looked at: ${messageOf(error)}`)
    }
  }

  async #look(now: Instant): Promise<void> {
    const watch = await this.#parts.watch(now)
    const before = new Set(this.#watch.problems)
    for (const problem of watch.problems) if (!before.has(problem)) this.#complain(problem)
    this.#watch = watch
  }

  /** What was told, read once. A shelf that cannot be read is tried again at the next look. */
  #book(): Promise<Set<string>> {
    this.#told ??= this.#parts.shelf.read(SHELF_NAME).then(
      (notes) => new Set(notes),
      (error: unknown) => {
        this.#told = undefined
        throw error
      },
    )
    return this.#told
  }

  async #tellAll(way: Way, now: Instant, told: Set<string>): Promise<void> {
    if (this.#busy.has(way.name)) return
    this.#busy.add(way.name)
    try {
      for (const alert of this.#due) {
        const note = noteOf(way, alert)
        if (told.has(note) || !this.#isTurn(note, now)) continue
        await this.#tell(way, alert, now, told)
      }
    } finally {
      this.#busy.delete(way.name)
    }
  }

  async #tell(way: Way, alert: Alert, now: Instant, told: Set<string>): Promise<void> {
    const note = noteOf(way, alert)
    try {
      await way.tell(alert, now)
      // From here it is not told again while the program runs, even where the note cannot be kept.
      told.add(note)
      this.#failures.delete(note)
    } catch (error) {
      const tries = (this.#failures.get(note)?.tries ?? 0) + 1
      const why = messageOf(error)
      const again = now + Math.min(2 ** (tries - 1), AGAIN_MINUTES_MAX)
      this.#failures.set(note, { way: way.name, alert, tries, why, again })
      if (tries === 1) this.#complain(`An alert could not be told by ${way.name} and will be tried again: ${why}`)
      return
    }
    this.#unnoted.add(note)
    await this.#noteAll()
  }

  /** A note that cannot be kept is tried again at every look. */
  async #noteAll(): Promise<void> {
    for (const note of this.#unnoted) {
      try {
        await this.#parts.shelf.add(SHELF_NAME, note)
        this.#unnoted.delete(note)
        this.#noting = true
      } catch (error) {
        if (this.#noting)
          this.#complain(
            `It cannot be noted what was told; after a restart it would be told again: ${messageOf(error)}`,
          )
        this.#noting = false
        return
      }
    }
  }

  /** A clock that was put back must not silence the next try for longer than the pause between two. */
  #isTurn(note: string, now: Instant): boolean {
    const failure = this.#failures.get(note)
    return failure === undefined || now >= failure.again || failure.again - now > AGAIN_MINUTES_MAX
  }

  /** A failure counts as long as its alert is due: then a more pressing one takes its place. */
  #forget(): void {
    const due = new Set(this.#due.map(({ key }) => key))
    for (const [note, { alert }] of this.#failures) if (!due.has(alert.key)) this.#failures.delete(note)
  }

  /** Milliseconds to the next moment, at most a minute: a machine that slept is noticed within one. */
  #pause(): number {
    const clock = this.#parts.clock()
    const now = Math.floor(clock / MINUTE_MILLISECONDS)
    const next = nextMoment(this.#watch.deadlines, now, this.#parts.times) ?? Infinity
    return Math.min(MINUTE_MILLISECONDS, next * MINUTE_MILLISECONDS - clock)
  }

  #complain(text: string): void {
    this.#parts.complain(text)
  }
}

const noteOf = (way: Way, alert: Alert): string => `${way.name} ${alert.key}`

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const why = typeof error === 'object' && error !== null && 'why' in error ? ` ${String(error.why)}` : ''
  return `${message}${why}`
}
