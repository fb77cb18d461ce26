/** What is asked of every engine. */
export interface PeerResult {
  /** `ruleCount` values a case: 0 unknown, 1 true, 2 false, {@link noAnswer}. */
  readonly conclusions: Uint8Array
  readonly casesPerSecond: number
  /** Undefined where the engine has nothing like it. */
  readonly explanationsPerSecond?: number
  /** Cases for which it gave an error and no conclusion at all. */
  readonly failedCases: number
}

/** No conclusion: the engine gave an error. */
export const noAnswer = 255

export interface Comparison {
  /** Conclusions that the facts leave open and that the engine answered with yes or no. */
  readonly undecidableDecided: number
  /** Conclusions that the facts settle and that the engine left open or did not answer. */
  readonly decidableLeftOpen: number
  /** Conclusions that the facts settle and that the engine answered the other way: must be none. */
  readonly wrong: number
}

/** Against the values of strong Kleene logic, which is what `record/value.ts` computes when nothing is contested. */
export function compare(truth: Uint8Array, conclusions: Uint8Array): Comparison {
  let undecidableDecided = 0
  let decidableLeftOpen = 0
  let wrong = 0
  // An engine may have been asked about the first cases only.
  for (let i = 0; i < conclusions.length; i++) {
    const answered = conclusions[i] === 1 || conclusions[i] === 2
    if (truth[i] === 0) undecidableDecided += Number(answered)
    else if (!answered) decidableLeftOpen++
    else if (conclusions[i] !== truth[i]) wrong++
  }
  return { undecidableDecided, decidableLeftOpen, wrong }
}
