/** How far two sound codes lie apart. Pure. */

const vowels = 'aeiou'
const isVowel = (letter: string): boolean => vowels.includes(letter)

/** Cost of writing one sound for another where a habit of transcription, an ear or a typist confuses them. */
const confusions: Readonly<Record<string, number>> = {
  Ch: 0.15,
  CS: 0.15,
  Ck: 0.25,
  JZ: 0.15,
  Jj: 0.1,
  Zj: 0.15,
  ij: 0.15,
  hj: 0.2,
  Jz: 0.4,
  Zz: 0.3,
  Ss: 0.3,
  cs: 0.25,
  cz: 0.25,
  Cc: 0.3,
  sz: 0.25,
  fv: 0.2,
  hk: 0.3,
  gh: 0.3,
  bv: 0.6,
  bp: 0.6,
  dt: 0.6,
  gk: 0.6,
  mn: 0.8,
  ao: 0.35,
  ei: 0.3,
  ae: 0.35,
  ou: 0.35,
  iu: 0.4,
  uv: 0.4,
}
const VOWEL_SWAPPED = 0.45
const VOWEL_LOST = 0.5
const WEAK_LOST = 0.25
const H_LOST = 0.45
/** A name is rarely cut at its beginning. */
const FIRST_LOST = 1.5
const TRANSPOSED = 0.8
const TRANSPOSED_WITH_VOWEL = 0.6

function swapCost(a: string, b: string): number {
  if (a === b) return 0
  const known = confusions[a < b ? a + b : b + a]
  if (known !== undefined) return known
  return isVowel(a) && isVowel(b) ? VOWEL_SWAPPED : 1
}

/** An `i` or `j` beside a vowel is a habit (Abliazov, Ablazov), not a sound of its own. */
function lossCost(word: string, at: number): number {
  const letter = word[at] ?? ''
  const beside = isVowel(word[at - 1] ?? '') || isVowel(word[at + 1] ?? '')
  if ((letter === 'i' || letter === 'j') && beside) return WEAK_LOST
  if (isVowel(letter)) return VOWEL_LOST
  if (letter === 'h') return H_LOST
  return at === 0 ? FIRST_LOST : 1
}

/** All letters of sound codes; a letter's place is its number. */
const alphabet = 'abcdefghijklmnopqrstuvwxyzSCZJ'
const swapCosts = Float64Array.from([...alphabet].flatMap((a) => [...alphabet].map((b) => swapCost(a, b))))
const vowelNumbers = new Set([...vowels].map((letter) => alphabet.indexOf(letter)))

/** A sound code made ready to be compared many times. */
export interface Coded {
  readonly letters: Uint8Array
  /** What it costs to leave out the letter at each place. */
  readonly losses: Float64Array
}

/** Letters that are no sound code are left out. */
export function codedOf(sound: string): Coded {
  const known = [...sound].filter((letter) => alphabet.includes(letter)).slice(0, SOUNDS_MAX)
  const text = known.join('')
  return {
    letters: Uint8Array.from(known, (letter) => alphabet.indexOf(letter)),
    losses: Float64Array.from(known, (_, at) => lossCost(text, at)),
  }
}

/** Longer codes are compared by their beginning. */
const SOUNDS_MAX = 63
// Three rows of the table, used again for every comparison.
const rows = [0, 1, 2].map(() => new Float64Array(SOUNDS_MAX + 1))

/**
 * Weighted edit distance with transpositions. 0 for equal codes; an ordinary slip costs 1, a slip between
 * sounds that are confused anyway costs less. `Infinity` as soon as it is sure to exceed `limit`.
 */
export function soundDistance(a: Coded, b: Coded, limit = Infinity): number {
  let [before = new Float64Array(), last = new Float64Array(), row = new Float64Array()] = rows
  const width = b.letters.length
  last[0] = 0
  for (let j = 1; j <= width; j += 1) last[j] = (last[j - 1] ?? 0) + (b.losses[j - 1] ?? 0)
  for (let i = 1; i <= a.letters.length; i += 1) {
    const x = a.letters[i - 1] ?? 0
    const loss = a.losses[i - 1] ?? 0
    let least = (last[0] ?? 0) + loss
    row[0] = least
    for (let j = 1; j <= width; j += 1) {
      const y = b.letters[j - 1] ?? 0
      let cost = (last[j - 1] ?? 0) + (swapCosts[x * alphabet.length + y] ?? 1)
      const withoutX = (last[j] ?? 0) + loss
      if (withoutX < cost) cost = withoutX
      const withoutY = (row[j - 1] ?? 0) + (b.losses[j - 1] ?? 0)
      if (withoutY < cost) cost = withoutY
      if (i > 1 && j > 1 && x !== y && x === b.letters[j - 2] && y === a.letters[i - 2]) {
        const slip = vowelNumbers.has(x) || vowelNumbers.has(y) ? TRANSPOSED_WITH_VOWEL : TRANSPOSED
        if ((before[j - 2] ?? 0) + slip < cost) cost = (before[j - 2] ?? 0) + slip
      }
      row[j] = cost
      if (cost < least) least = cost
    }
    // A transposition may reach back one row further; the row before it is no lower by more than one slip.
    if (least > limit + TRANSPOSED) return Infinity
    ;[before, last, row] = [last, row, before]
  }
  return last[width] ?? 0
}

/** Shorter words are measured as if they had this many sounds, so that one slip in them does not weigh all. */
const SOUNDS_MIN = 3

/** 1 for equal codes, 0 for codes with nothing in common; 0 too for what lies under `least`. */
export function codedLikeness(a: Coded, b: Coded, least = 0): number {
  const length = Math.max(a.letters.length, b.letters.length, SOUNDS_MIN)
  return Math.max(0, 1 - soundDistance(a, b, (1 - least) * length) / length)
}

/** {@link codedLikeness} of two sound codes as text. */
export const soundLikeness = (a: string, b: string): number => (a === b ? 1 : codedLikeness(codedOf(a), codedOf(b)))

/** Syllabic scripts drop consonants from a cluster (Alexander, 亚历山大); Arabic writes some vowels as consonants. */
const SKELETON_LOST = 0.5

/** How alike two skeletons of consonants are: 1 for equal ones. For scripts in which no more can be compared. */
export function skeletonLikeness(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, j) => j * SKELETON_LOST)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i * SKELETON_LOST]
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(swapped, (last[j] ?? 0) + SKELETON_LOST, (row[j - 1] ?? 0) + SKELETON_LOST)
    }
    last = row
  }
  return Math.max(0, 1 - (last[b.length] ?? 0) / Math.max(a.length, b.length, SOUNDS_MIN))
}
