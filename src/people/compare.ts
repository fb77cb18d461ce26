/** Two names compared. A score proposes; a person decides. Pure. */
import { declinesNames } from './declension.ts'
import { soundLikeness } from './distance.ts'
import type { Name, NameWord } from './name.ts'
import { readName } from './name.ts'
import { pairWords, type WordPair } from './pairing.ts'
import { ASK_SCORE_MIN, PROPOSE_SCORE_MIN } from './thresholds.ts'

/**
 * `same`: propose that they are one. `ask`: too little to propose, too much to pass over. `apart`: nothing to ask.
 */
export type Verdict = 'same' | 'ask' | 'apart'

export type ReasonKind =
  | 'same-words'
  | 'spelling'
  | 'case-form'
  | 'variant'
  | 'other-script'
  | 'mixed-scripts'
  | 'inverted'
  | 'joined'
  | 'initial'
  | 'one-word'
  | 'extra-words'
  | 'feminine-or-genitive'
  | 'genitive-by-language'
  | 'different-word'
  | 'different-patronymic'
  | 'different-gender'
  | 'father-and-son-exchanged'
  | 'same-family-other-given'

export interface Reason {
  readonly kind: ReasonKind
  /** The words of the first and of the second name that it is about. */
  readonly a?: string
  readonly b?: string
}

export interface Comparison {
  /** 0 … 1; see `thresholds.ts` for what it is worth. */
  readonly score: number
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
}

export interface CompareOptions {
  /** The language of the text in which the first name stands, a BCP 47 tag. */
  readonly languageA?: string | undefined
  readonly languageB?: string | undefined
}

const APART_SCORE_MAX = 0.7
/** Just under the line above which a match is proposed. */
const QUESTION_SCORE_MAX = PROPOSE_SCORE_MIN - 0.02
/** What each further word that only one of the names has takes away. */
const EXTRA_WORD_COST = 0.04
const WORST_WORD_WEIGHT = 0.6
/** Under this likeness two words are different words. */
const SAME_WORD_MIN = 0.72
const SAME_PATRONYMIC_MIN = 0.75
/** A word that stands alone has nothing to make up for a slip. */
const LONE_WORD_MIN = 0.87
const JOINED_MIN = 0.95
/** Words run together are a little less sure than words that stand apart. */
const JOINED_WORTH = 0.97

/** Compares two names. The order of the arguments does not matter for the score. */
export function compareNames(a: Name | string, b: Name | string, options: CompareOptions = {}): Comparison {
  const first = typeof a === 'string' ? readName(a) : a
  const second = typeof b === 'string' ? readName(b) : b
  if (first.words.length === 0 || second.words.length === 0) return { score: 0, verdict: 'apart', reasons: [] }
  const pairs = pairWords(first, second)
  const reasons: Reason[] = []
  let score = likenessOf(first, second, pairs)
  const joined = joinedLikeness(first, second)
  const isJoined = joined >= JOINED_MIN && score < joined * JOINED_WORTH
  if (isJoined) {
    score = joined * JOINED_WORTH
    reasons.push({ kind: 'joined' })
  } else {
    for (const pair of pairs) reasons.push(...reasonsOf(pair))
    if (isInverted(pairs)) reasons.push({ kind: 'inverted' })
  }
  if (first.mixedScripts || second.mixedScripts) reasons.push({ kind: 'mixed-scripts' })
  const limits = isJoined ? fatherLimits(first, second) : limitsOf(first, second, pairs, options)
  for (const limit of limits) {
    score = Math.min(score, limit.max)
    reasons.push(limit.reason)
  }
  const capped = Math.max(0, Math.min(1, score))
  return { score: capped, verdict: verdictOf(capped), reasons: distinct(reasons) }
}

export const verdictOf = (score: number): Verdict =>
  score >= PROPOSE_SCORE_MIN ? 'same' : score >= ASK_SCORE_MIN ? 'ask' : 'apart'

/** The worst pair counts more than the mean: one wrong word makes another person. */
function likenessOf(a: Name, b: Name, pairs: readonly WordPair[]): number {
  const worst = Math.min(...pairs.map(({ likeness }) => likeness))
  const weights = pairs.map(({ a: x, b: y }) => Math.max(2, x.ascii.length, y.ascii.length))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = pairs.reduce((sum, { likeness }, index) => sum + likeness * (weights[index] ?? 0), 0) / total
  const extra = Math.abs(a.words.length - b.words.length) * EXTRA_WORD_COST
  const silent = (a.patronymic === undefined) === (b.patronymic === undefined) ? 0 : 0.01
  return WORST_WORD_WEIGHT * worst + (1 - WORST_WORD_WEIGHT) * mean - extra - silent
}

/** `JanDaniel Bothma` and `Jan Daniel Bothma`: the words run together, in the order written and turned round. */
function joinedLikeness(a: Name, b: Name): number {
  if (a.words.length === b.words.length || a.words.some(({ initial }) => initial)) return 0
  if (b.words.some(({ initial }) => initial)) return 0
  const run = (words: readonly NameWord[]): string => words.map(({ sounds }) => sounds[0]?.sound ?? '').join('')
  const whole = run(a.words)
  const turned = [...b.words.slice(-1), ...b.words.slice(0, -1)]
  return Math.max(soundLikeness(whole, run(b.words)), soundLikeness(whole, run(turned)))
}

function reasonsOf({ a, b, likeness, how }: WordPair): readonly Reason[] {
  const words = { a: a.written, b: b.written }
  if (likeness < SAME_WORD_MIN) return [{ kind: 'different-word', ...words }]
  if (how === 'feminine-or-genitive' || how === 'initial') return []
  if (how === 'same')
    return a.written === b.written ? [{ kind: 'same-words', ...words }] : [{ kind: 'spelling', ...words }]
  return [{ kind: how, ...words }]
}

const isInverted = (pairs: readonly WordPair[]): boolean =>
  pairs.some((x) =>
    pairs.some((y) => x.atA < y.atA && x.atB > y.atB && x.likeness >= SAME_WORD_MIN && y.likeness >= SAME_WORD_MIN),
  )

interface Limit {
  readonly max: number
  readonly reason: Reason
}

/** What holds a score down, however alike the letters are. */
function limitsOf(a: Name, b: Name, pairs: readonly WordPair[], options: CompareOptions): readonly Limit[] {
  return [
    ...fatherLimits(a, b),
    ...conflictLimits(a, b, pairs),
    ...genitiveLimits(a, b, pairs, options),
    ...thinLimits(a, b, pairs),
  ]
}

function fatherLimits(a: Name, b: Name): readonly Limit[] {
  if (a.patronymic === undefined || b.patronymic === undefined) return []
  if (soundLikeness(a.patronymic, b.patronymic) >= SAME_PATRONYMIC_MIN) return []
  const reason: Reason = { kind: 'different-patronymic', a: a.patronymic, b: b.patronymic }
  return [{ max: APART_SCORE_MAX, reason }]
}

function conflictLimits(a: Name, b: Name, pairs: readonly WordPair[]): readonly Limit[] {
  const limits: Limit[] = []
  const apart = (reason: Reason): void => void limits.push({ max: APART_SCORE_MAX, reason })
  if (a.nasab && b.nasab && isInverted(pairs)) apart({ kind: 'father-and-son-exchanged' })
  const different = pairs.filter(({ likeness }) => likeness < SAME_WORD_MIN)
  const families = pairs.find((pair) => pair.a === a.family && pair.b === b.family)
  if (different.length > 0 && families !== undefined && !different.includes(families)) {
    apart({ kind: 'same-family-other-given', a: a.written, b: b.written })
  } else if (different.length > 0) apart({ kind: 'different-word' })
  return limits
}

/**
 * "Aleksandra Pavlova" is a woman, or a Polish genitive of Aleksandr Pavlov that was carried into another
 * language. Only where the text is in a language that declines names, and every word of the name is declined,
 * is the genitive proposed; otherwise it stays a question.
 */
function genitiveLimits(a: Name, b: Name, pairs: readonly WordPair[], options: CompareOptions): readonly Limit[] {
  const marked = pairs.filter(({ how, likeness }) => how === 'feminine-or-genitive' && likeness >= SAME_WORD_MIN)
  const limits: Limit[] = []
  if (marked.length > 0) {
    const carrier = marked[0]?.declined === 'a' ? options.languageA : options.languageB
    const whole = marked.length === pairs.length && new Set(marked.map(({ declined }) => declined)).size === 1
    const read = whole && declinesNames(carrier)
    const [word] = marked
    const about = word === undefined ? {} : { a: word.a.written, b: word.b.written }
    if (read) limits.push({ max: 1, reason: { kind: 'genitive-by-language', ...about } })
    else if (pairs.length === 1 && !declinesNames(carrier)) {
      limits.push({ max: APART_SCORE_MAX, reason: { kind: 'feminine-or-genitive', ...about } })
    } else limits.push({ max: QUESTION_SCORE_MAX, reason: { kind: 'feminine-or-genitive', ...about } })
    if (read) return limits
  }
  if (a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender) {
    limits.push({
      max: QUESTION_SCORE_MAX - 0.02,
      reason: { kind: 'different-gender', a: a.written, b: b.written },
    })
  }
  return limits
}

/** A family name alone, an initial or the bare consonants of another script identify nobody. */
function thinLimits(a: Name, b: Name, pairs: readonly WordPair[]): readonly Limit[] {
  const limits: Limit[] = []
  const initial = pairs.find(({ how }) => how === 'initial')
  if (initial !== undefined) {
    const reason: Reason = { kind: 'initial', a: initial.a.written, b: initial.b.written }
    limits.push({ max: QUESTION_SCORE_MAX, reason })
  }
  const [only] = pairs
  if (pairs.length === 1 && only !== undefined && only.likeness < LONE_WORD_MIN) {
    const reason: Reason = { kind: 'different-word', a: only.a.written, b: only.b.written }
    return [...limits, { max: APART_SCORE_MAX, reason }]
  }
  if (pairs.length === 1 && only !== undefined && (a.words.length > 1 || b.words.length > 1)) {
    const isFamily = a.words.length > 1 ? only.a === a.family : only.b === b.family
    const reason: Reason = { kind: 'one-word', a: only.a.written, b: only.b.written }
    limits.push({ max: isFamily ? QUESTION_SCORE_MAX - 0.03 : ASK_SCORE_MIN - 0.01, reason })
  } else if (pairs.length === 1) limits.push({ max: QUESTION_SCORE_MAX, reason: { kind: 'one-word' } })
  if (pairs.some(({ how }) => how === 'other-script')) {
    limits.push({ max: QUESTION_SCORE_MAX, reason: { kind: 'other-script' } })
  }
  const extra = Math.abs(a.words.length - b.words.length)
  if (extra > 0 && pairs.length > 1) limits.push({ max: 1, reason: { kind: 'extra-words' } })
  return limits
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>()
  return reasons.filter(({ kind, a, b }) => {
    const key = `${kind}\n${a ?? ''}\n${b ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
