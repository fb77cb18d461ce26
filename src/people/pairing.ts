/** Which word of one name answers to which word of the other. Pure. */
import { codedLikeness, skeletonLikeness } from './distance.ts'
import type { Name, NameWord } from './name.ts'

export type PairKind = 'same' | 'case-form' | 'variant' | 'feminine-or-genitive' | 'initial' | 'other-script'

export interface WordPair {
  readonly a: NameWord
  readonly b: NameWord
  readonly atA: number
  readonly atB: number
  readonly likeness: number
  readonly how: PairKind
  /** Which side carries the case ending. */
  readonly declined?: 'a' | 'b'
}

/** Reading a case ending off, or one name in another language, is a little less sure than the word itself. */
const CASE_FORM_WORTH = 0.985
const GENITIVE_WORTH = 0.98
const VARIANT_LIKENESS = 0.96
const INITIAL_LIKENESS = 0.95
const OTHER_SCRIPT_WORTH = 0.95

type Likeness = Pick<WordPair, 'likeness' | 'how' | 'declined'>

/** How alike two words are, in the most favourable honest reading; what lies under `least` may come out as 0. */
export function wordLikeness(a: NameWord, b: NameWord, least = 0): Likeness {
  if (a.ascii === b.ascii) return { likeness: 1, how: 'same' }
  if (a.initial || b.initial) return { likeness: beginAlike(a, b) ? INITIAL_LIKENESS : 0, how: 'initial' }
  if (a.consonantsOnly !== b.consonantsOnly) return acrossScripts(a, b)
  const [plainA, plainB] = [a.sounds[0], b.sounds[0]]
  if (plainA === undefined || plainB === undefined) return { likeness: 0, how: 'same' }
  let best: Likeness = { likeness: codedLikeness(plainA.coded, plainB.coded, least), how: 'same' }
  for (const [side, ours, plain] of [
    ['a', a, plainB],
    ['b', b, plainA],
  ] as const) {
    for (const { coded, ending } of ours.sounds.slice(1)) {
      const worth = ending === 'case' ? CASE_FORM_WORTH : GENITIVE_WORTH
      const likeness = codedLikeness(coded, plain.coded, Math.max(least, best.likeness)) * worth
      if (likeness > best.likeness) {
        best = { likeness, how: ending === 'case' ? 'case-form' : 'feminine-or-genitive', declined: side }
      }
    }
  }
  if (a.groups.some((group) => b.groups.includes(group))) {
    const asWritten = best.how === 'same' && best.likeness >= VARIANT_LIKENESS
    if (!asWritten) return { likeness: VARIANT_LIKENESS, how: 'variant' }
  }
  return best
}

function beginAlike(a: NameWord, b: NameWord): boolean {
  const first = (word: NameWord): readonly string[] => [word.ascii[0] ?? '', (word.sounds[0]?.sound ?? '')[0] ?? '']
  return first(a).some((letter) => letter !== '' && first(b).includes(letter))
}

function acrossScripts(a: NameWord, b: NameWord): Likeness {
  const likeness = skeletonLikeness(a.skeleton, b.skeleton) * OTHER_SCRIPT_WORTH
  return { likeness: Math.min(a.skeleton.length, b.skeleton.length) < 2 ? 0 : likeness, how: 'other-script' }
}

/** Pairs each word of the shorter name with one of the longer, the likest first; same places break ties. */
export function pairWords(a: Name, b: Name): readonly WordPair[] {
  const all: WordPair[] = []
  a.words.forEach((wordA, atA) =>
    b.words.forEach((wordB, atB) => {
      all.push({ a: wordA, b: wordB, atA, atB, ...wordLikeness(wordA, wordB) })
    }),
  )
  const fromPlace = ({ atA, atB }: WordPair): number => Math.abs(atA - atB)
  all.sort((x, y) => y.likeness - x.likeness || fromPlace(x) - fromPlace(y) || x.atA + x.atB - y.atA - y.atB)
  const chosen: WordPair[] = []
  for (const pair of all) {
    if (chosen.some(({ atA, atB }) => atA === pair.atA || atB === pair.atB)) continue
    chosen.push(pair)
  }
  return chosen.sort((x, y) => x.atA - y.atA)
}
