/**
 * The two lines that a score may cross. Set on one half of labelled pairs of names and measured on the other
 * (`npm run bench:names`); a false merge is the worst error, so the upper line was set for it and recall follows.
 */

/** From here on "the same person" is proposed. */
export const PROPOSE_SCORE_MIN = 0.94

/** From here on the pair is put to a person as a question, without a proposal. */
export const ASK_SCORE_MIN = 0.76
