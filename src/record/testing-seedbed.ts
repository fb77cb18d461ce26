/** What the sowing of canaries needs: dice, marked texts, and levels with their rulings. Not part of the product. */
import type { Disclosure, Id, Place, Sha256 } from './model.ts'
import { disclosureLevels } from './model.ts'

/** A text that was planted: in which field, and up to which rank of {@link disclosureLevels} it stays closed. */
export interface Mark {
  readonly field: string
  readonly rank: number
  readonly text: string
}

/** A part of a paper that somebody wrote and that repeats a text of the record. */
export interface Slip {
  readonly paper: string
  readonly language: string
  readonly of: Mark
}

/** Every key of a thing, those that may be absent too: a key that nobody plants does not compile. */
export type Planted<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> extends Place ? Planted<Place> : T[K] }

export interface GardenOptions {
  /** From which levels are drawn; the more often one stands there, the more often it is drawn. */
  readonly levels: readonly Disclosure[]
  /** Whether embargoes, rulings, names in passing and slips of the pen are sown too. */
  readonly isWild: boolean
  /** The hash of the original in which this text stands. */
  readonly hashOf: (text: string) => Sha256
}

export interface Somebody {
  readonly id: Id
  readonly name: string
  /** Up to which rank the name stays closed. */
  readonly rank: number
  /** Up to which rank they stay closed under a description too. */
  readonly gone: number
}
/** A document, a proceeding, an event, with what whoever may have it reads. */
export interface Something {
  readonly id: Id
  readonly rank: number
  readonly reads: readonly Mark[]
}
/** Words in passing, and up to which rank they close the text in which they stand. */
export interface Aside {
  readonly words: string
  readonly rank: number
}
export const noAside: Aside = { words: '', rank: 0 }

export const INTERNAL = 2
export const SEALED = 3
const NEVER_YET = '2040-01-01'
const LONG_PAST = '2013-01-01'

/** Chance from a seed: the same seed, the same record. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 to `sides` - 1 (mulberry32). */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }

  one<T>(of: readonly T[], otherwise: T): T {
    return of[this.roll(of.length)] ?? otherwise
  }
}

/** What a thing is entered with, and what holds of it in the end. */
export interface Level {
  readonly rank: number
  readonly isSealed: boolean
  readonly entered: { readonly disclosure: Disclosure; readonly embargo?: string }
  readonly ruled?: { readonly disclosure: Disclosure; readonly embargo?: string }
}

/** The same thing without some of its keys. */
export function without<T extends object, K extends keyof T>(
  thing: T,
  keys: readonly K[],
): Omit<T, K> & Partial<Pick<T, K>> {
  const copy: Partial<T> = { ...thing }
  for (const key of keys) delete copy[key]
  return copy as Omit<T, K> & Partial<Pick<T, K>>
}

export class Seedbed {
  readonly dice: Dice
  readonly marks: Mark[] = []
  readonly #levels: readonly Disclosure[]
  readonly isWild: boolean
  #last = 0

  constructor(seed: number, levels: readonly Disclosure[], isWild: boolean) {
    this.dice = new Dice(seed)
    this.#levels = levels
    this.isWild = isWild
  }

  /** One chance in `sides`; never where all is to stay as open as it is. */
  perhaps(sides: number): boolean {
    return this.isWild && this.dice.roll(sides) === 0
  }

  /** A text for a field that stays closed up to `rank`; `more` stands behind it. */
  text(field: string, rank: number, more = ''): string {
    const text = `canary-${disclosureLevels[rank]} ${field} n${this.#number()}${more}`
    this.marks.push({ field, rank, text })
    return text
  }

  /** An id; `after` is the id of a thing it was called after. */
  id(kind: string, rank: number, after?: Id): Id {
    const id = `${after ?? `canary-${disclosureLevels[rank]}`}.${kind}-n${this.#number()}`
    if (after === undefined) this.marks.push({ field: `${kind}.id`, rank, text: id })
    return id
  }

  #number(): string {
    this.#last += 1
    return String(this.#last).padStart(5, '0')
  }

  level(): Level {
    const last = this.#drawn()
    if (this.dice.roll(4) !== 0) return levelOf(last)
    return { ...levelOf(last), entered: this.#drawn(), ruled: last }
  }

  #drawn(): Level['entered'] {
    const disclosure = this.dice.one(this.#levels, 'public')
    if (!this.isWild) return { disclosure }
    return (
      [
        { disclosure, embargo: NEVER_YET },
        { disclosure, embargo: LONG_PAST },
      ][this.dice.roll(14)] ?? { disclosure }
    )
  }
}

function levelOf(entered: Level['entered']): Level {
  const rank = disclosureLevels.indexOf(entered.disclosure)
  const isEmbargoed = entered.embargo === NEVER_YET
  return { rank: isEmbargoed ? Math.max(rank, INTERNAL) : rank, isSealed: rank === SEALED, entered }
}
