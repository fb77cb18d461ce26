/**
 * The cases at hand, for as long as the program runs: entries in memory, every act saved before it is answered. Two
 * windows that act on the same case cannot overwrite each other: an act names the last entry its author had seen.
 */
import type { Law } from '../law/index.ts'
import {
  type Body,
  type Entry,
  extend,
  project,
  type RecordProblem,
  type RecordState,
  type Said,
  type SaidProblem,
  validate,
} from '../record/index.ts'
import type { SearchIndex, SearchQuery, SearchResult, Visible } from '../search/index.ts'
import { type AskedTimes, caseAt, caseOf, type OpenCase } from './case.ts'
import { indexEntries, type PagesOf } from './index-entries.ts'

/** Where entries and originals are kept; the store's port, narrowed to one organisation. */
export interface Keep {
  readonly organisation: string
  /** The words of the cases. */
  readonly search: SearchIndex
  cases(): Promise<readonly { readonly id: string; readonly last: number; readonly recorded: string }[]>
  entries(id: string): Promise<readonly Entry[]>
  append(
    id: string,
    act: { readonly by: string; readonly bodies: readonly Body[] },
    expectedLast: number,
  ): Promise<readonly Entry[]>
  putOriginal(id: string, bytes: Uint8Array): Promise<string>
  original(id: string, sha256: string): Promise<Uint8Array | undefined>
  /** The originals that are held, by hash. */
  originals(id: string): Promise<ReadonlySet<string>>
}

/** An act was refused as a whole: what is wrong with it, and what to do. */
export class ActError extends Error {
  readonly problems: readonly RecordProblem[]
  readonly remedy: string
  readonly said: SaidProblem
  constructor(problems: readonly RecordProblem[]) {
    const told = (language: keyof Said): string =>
      problems
        .map(
          ({ kind, id, field, said }) => `${kind} ${id}, ${field}: ${said.what[language]} ${said.remedy[language]}`,
        )
        .join('\n')
    const what = { en: told('en'), es: told('es') }
    super(what.en)
    this.said = {
      what,
      remedy: {
        en: 'Correct what is named and send the act again; nothing of it was kept.',
        es: 'Corrija lo que se nombra y vuelva a enviarlo; no se ha guardado nada de ello.',
      },
    }
    this.remedy = this.said.remedy.en
    this.name = 'ActError'
    this.problems = problems
  }
}

/** Somebody else acted in the meantime. */
export class ConflictError extends Error {
  readonly last: number
  readonly said: SaidProblem = {
    what: {
      en: 'The case has changed since you opened it.',
      es: 'El caso ha cambiado desde que lo abrió.',
    },
    remedy: { en: 'Look at what changed, then decide again.', es: 'Mire qué ha cambiado y decida de nuevo.' },
  }
  readonly remedy = this.said.remedy.en
  constructor(last: number) {
    super('The case has changed since you opened it.')
    this.name = 'ConflictError'
    this.last = last
  }
}

interface Held {
  readonly entries: Entry[]
  state: RecordState
}

/** Cases kept open as they were asked for; the one that was not asked for the longest gives way. */
const OPEN_MAX = 16

export class Workspace {
  readonly law: Law
  readonly #keep: Keep
  readonly #held = new Map<string, Promise<Held>>()
  /** Cases as they were last asked for, the latest at the end. */
  readonly #open = new Map<string, OpenCase>()
  /** The words of one case go into the index in the order of its entries. */
  readonly #indexing = new Map<string, Promise<void>>()
  /** One act at a time on each case. */
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(law: Law, keep: Keep) {
    this.law = law
    this.#keep = keep
  }

  cases(): ReturnType<Keep['cases']> {
    return this.#keep.cases()
  }

  /**
   * The case at the times asked; nothing when there is no such case. What was opened a moment ago is not worked out
   * again until somebody acts: the screens of one moment, and the alerts, look at the same case.
   */
  async open(id: string, times: (zone: string) => AskedTimes): Promise<OpenCase | undefined> {
    const { entries, state } = await this.#case(id)
    if (entries.length === 0) return undefined
    const asked = times(state.zone)
    const { at, knownBy, recordedBy, audience } = asked
    const key = [id, state.lastSequence, at, knownBy, recordedBy ?? '', audience].join(' ')
    const found =
      this.#open.get(key) ??
      (recordedBy === undefined ? caseOf(this.law, state, asked) : caseAt(this.law, entries, () => asked))
    this.#open.delete(key)
    this.#open.set(key, found)
    const oldest = this.#open.keys().next().value
    if (this.#open.size > OPEN_MAX && oldest !== undefined) this.#open.delete(oldest)
    return found
  }

  /** The time zone of a case; nothing when there is no such case. */
  async zone(id: string): Promise<string | undefined> {
    const { entries, state } = await this.#case(id)
    return entries.length === 0 ? undefined : state.zone
  }

  /** The number of the newest entry, 0 for no such case. */
  async last(id: string): Promise<number> {
    return (await this.#case(id)).state.lastSequence
  }

  /** The whole record of a case, whoever may have it; empty for no such case. */
  async state(id: string): Promise<RecordState> {
    return (await this.#case(id)).state
  }

  async entries(id: string): Promise<readonly Entry[]> {
    return (await this.#case(id)).entries
  }

  /** Saves an act or refuses it whole. Throws {@link ActError}, {@link ConflictError}, or the store's error. */
  act(id: string, by: string, bodies: readonly Body[], expectedLast: number): Promise<readonly Entry[]> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(() => this.#act(id, by, bodies, expectedLast))
    this.#turns.set(
      id,
      turn.catch(() => undefined),
    )
    return turn
  }

  async #act(id: string, by: string, bodies: readonly Body[], expectedLast: number): Promise<readonly Entry[]> {
    const held = await this.#case(id)
    if (held.state.lastSequence !== expectedLast) throw new ConflictError(held.state.lastSequence)
    const errors = validate(held.state, bodies, { by }).filter((problem) => problem.severity === 'error')
    if (errors.length > 0) throw new ActError(errors)
    const entries = await this.#keep.append(id, { by, bodies }, expectedLast)
    held.entries.push(...entries)
    held.state = extend(held.state, entries)
    return entries
  }

  /** The words of a document as they were read when it came, page by page; none where it was not read. */
  words(id: string, document: string): Promise<readonly string[]> {
    const { search, organisation: org } = this.#keep
    return search.pages({ org, case: id }, document)
  }

  /** Puts the words of what is new in a case into the index, its papers read by `pagesOf`. */
  index(id: string, pagesOf: PagesOf): Promise<void> {
    const { search, organisation: org } = this.#keep
    const before = this.#indexing.get(id) ?? Promise.resolve()
    const made = before.then(async () => indexEntries(search, { org, case: id }, await this.entries(id), pagesOf))
    this.#indexing.set(
      id,
      made.catch(() => undefined),
    )
    return made
  }

  /** What holds the words asked for, of what `visible` lets through; {@link index} comes first. */
  find(id: string, query: SearchQuery, visible: Visible): Promise<SearchResult> {
    return this.#keep.search.find({ org: this.#keep.organisation, case: id }, query, visible)
  }

  putOriginal(id: string, bytes: Uint8Array): Promise<string> {
    return this.#keep.putOriginal(id, bytes)
  }

  original(id: string, sha256: string): Promise<Uint8Array | undefined> {
    return this.#keep.original(id, sha256)
  }

  /** The originals that are held, by hash. */
  originals(id: string): Promise<ReadonlySet<string>> {
    return this.#keep.originals(id)
  }

  #case(id: string): Promise<Held> {
    let held = this.#held.get(id)
    if (held === undefined) {
      held = this.#keep.entries(id).then((entries) => ({ entries: [...entries], state: project(entries) }))
      this.#held.set(id, held)
    }
    return held
  }
}
