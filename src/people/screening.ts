/** Many names at hand, one asked about: which of them may be the same person's? Pure. */
import type { CompareOptions, Comparison } from './compare.ts'
import { compareNames } from './compare.ts'
import { skeletonOf } from './letters.ts'
import type { Name, NameWord } from './name.ts'
import { readName } from './name.ts'
import { wordLikeness } from './pairing.ts'
import { ASK_SCORE_MIN } from './thresholds.ts'

export interface ScreeningHit<K> extends Comparison {
  readonly key: K
  readonly name: string
}

export interface ScreeningIndex<K> {
  /** How many names it holds. */
  readonly size: number
  /**
   * The names that reach `least` (default: the score from which a person is asked), best first, at most `most`.
   * What shares no consonant skeleton but for one slip with the name is not looked at.
   */
  screen(name: string, options?: ScreenOptions): readonly ScreeningHit<K>[]
}

export interface ScreenOptions extends CompareOptions {
  readonly least?: number
  readonly most?: number
}

const HITS_MAX = 50
/** Skeletons are compared by their beginning: longer names differ in their endings. */
const SKELETON_SOUNDS = 6
/** Shorter skeletons must meet whole. */
const SLIP_SOUNDS_MIN = 3
/** Words asked about before that are remembered, given names above all. */
const REMEMBERED_WORDS_MAX = 5_000
/** A word less like the asked one than this cannot carry a match. */
const WORD_LIKENESS_MIN = 0.7

interface Held<K> {
  readonly key: K
  readonly name: Name
  readonly words: readonly number[]
}

interface Keys {
  /** The skeletons whole, and with one consonant left open; groups of given names. */
  readonly whole: ReadonlySet<string>
  /** The skeletons with one consonant missing. */
  readonly cut: ReadonlySet<string>
}

/** Two words meet if one slip parts their skeletons: a consonant exchanged, or one more or less on either side. */
function keysOf(word: NameWord): Keys {
  const whole = new Set<string>()
  const cut = new Set<string>()
  // `ch` is a sound of its own in some languages and kh in others.
  const sounds = word.sounds.flatMap(({ sound }) =>
    sound.includes('C') ? [sound, sound.replaceAll('C', 'h')] : [sound],
  )
  for (const sound of sounds) {
    const skeleton = skeletonOf(sound).slice(0, SKELETON_SOUNDS)
    whole.add(skeleton)
    if (skeleton.length < SLIP_SOUNDS_MIN) continue
    for (let at = 0; at < skeleton.length; at += 1) {
      const [left, right] = [skeleton.slice(0, at), skeleton.slice(at + 1)]
      whole.add(`${left}*${right}`)
      cut.add(left + right)
    }
  }
  for (const group of word.groups) whole.add(`=${group}`)
  return { whole, cut }
}

const formOf = ({ ascii, consonantsOnly }: NameWord): string => (consonantsOnly ? `${ascii}*` : ascii)

const runOf = (words: readonly NameWord[]): string =>
  skeletonOf(words.map(({ sounds }) => sounds[0]?.sound ?? '').join(''))

function push<T, V>(map: Map<T, V[]>, key: T, value: V): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}

/** Builds the index. Each name is kept once with its key; memory is about 1 kB a name. */
export function screeningIndex<K>(names: Iterable<readonly [K, string]>): ScreeningIndex<K> {
  return new Index(names)
}

class Index<K> implements ScreeningIndex<K> {
  readonly #held: Held<K>[] = []
  readonly #words: NameWord[] = []
  readonly #wordByAscii = new Map<string, number>()
  readonly #wordsWhole = new Map<string, number[]>()
  readonly #wordsCut = new Map<string, number[]>()
  readonly #namesByWord: number[][] = []
  readonly #likeByAscii = new Map<string, ReadonlySet<number>>()
  readonly #namesByRun = new Map<string, number[]>()

  constructor(names: Iterable<readonly [K, string]>) {
    for (const [key, text] of names) this.#add(key, readName(text))
  }

  get size(): number {
    return this.#held.length
  }

  #add(key: K, name: Name): void {
    const at = this.#held.length
    const words = name.words.map((word) => this.#wordNumber(word))
    this.#held.push({ key, name, words })
    for (const word of new Set(words)) this.#namesByWord[word]?.push(at)
    push(this.#namesByRun, runOf(name.words), at)
  }

  #wordNumber(word: NameWord): number {
    const form = formOf(word)
    const known = this.#wordByAscii.get(form)
    if (known !== undefined) return known
    const number = this.#words.length
    this.#words.push(word)
    this.#namesByWord.push([])
    this.#wordByAscii.set(form, number)
    if (word.initial) return number
    const { whole, cut } = keysOf(word)
    for (const key of whole) push(this.#wordsWhole, key, number)
    for (const key of cut) push(this.#wordsCut, key, number)
    return number
  }

  screen(text: string, options: ScreenOptions = {}): readonly ScreeningHit<K>[] {
    const asked = readName(text)
    const hits: ScreeningHit<K>[] = []
    for (const at of this.#candidates(asked)) {
      const held = this.#held[at]
      if (held === undefined) continue
      const compared = compareNames(asked, held.name, options)
      if (compared.score >= (options.least ?? ASK_SCORE_MIN))
        hits.push({ ...compared, key: held.key, name: held.name.written })
    }
    return hits.sort((a, b) => b.score - a.score).slice(0, options.most ?? HITS_MAX)
  }

  /** Names that share as many words with the asked one as two full names must. */
  #candidates(asked: Name): ReadonlySet<number> {
    const words = asked.words.filter(({ initial }) => !initial)
    const likes = words.map((word) => this.#wordsLike(word))
    // Bare consonants of another script leave too little of a given name to be found by.
    const needed = asked.words.some(({ consonantsOnly }) => consonantsOnly) ? 1 : Math.min(2, asked.words.length)
    const ranked = likes.toSorted((a, b) => this.#reach(a) - this.#reach(b))
    const seeds = ranked.slice(0, Math.max(1, ranked.length - (needed - 1)))
    const found = new Set<number>(this.#namesByRun.get(runOf(asked.words)))
    for (const seed of seeds) {
      for (const word of seed) {
        for (const at of this.#namesByWord[word] ?? []) {
          if (!found.has(at) && this.#shares(at, likes, needed - (asked.words.length - words.length))) found.add(at)
        }
      }
    }
    return found
  }

  #shares(at: number, likes: readonly ReadonlySet<number>[], needed: number): boolean {
    const held = this.#held[at]
    if (held === undefined) return false
    const initials = held.words.filter((word) => this.#words[word]?.initial === true).length
    const shared = likes.filter((like) => held.words.some((word) => like.has(word))).length
    return shared >= Math.max(1, Math.min(needed, held.words.length) - initials)
  }

  #wordsLike(word: NameWord): ReadonlySet<number> {
    const known = this.#likeByAscii.get(formOf(word))
    if (known !== undefined) return known
    const like = this.#searchWordsLike(word)
    if (this.#likeByAscii.size >= REMEMBERED_WORDS_MAX) this.#likeByAscii.clear()
    this.#likeByAscii.set(formOf(word), like)
    return like
  }

  #searchWordsLike(word: NameWord): ReadonlySet<number> {
    const near = new Set<number>()
    const { whole, cut } = keysOf(word)
    for (const key of [...whole, ...cut]) for (const number of this.#wordsWhole.get(key) ?? []) near.add(number)
    for (const key of whole) for (const number of this.#wordsCut.get(key) ?? []) near.add(number)
    const like = new Set<number>()
    for (const number of near) {
      const other = this.#words[number]
      if (other !== undefined && wordLikeness(word, other, WORD_LIKENESS_MIN).likeness >= WORD_LIKENESS_MIN)
        like.add(number)
    }
    return like
  }

  #reach(words: ReadonlySet<number>): number {
    let names = 0
    for (const word of words) names += this.#namesByWord[word]?.length ?? 0
    return names
  }
}
