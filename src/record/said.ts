/**
 * What the program says of itself, in both of its languages. What is written in a record is never one of these: it
 * stays in the words of whoever wrote it.
 */
export interface Said {
  readonly en: string
  readonly es: string
}

/** What is wrong and what to do about it. */
export interface SaidProblem {
  readonly what: Said
  readonly remedy: Said
}

/** Words that are the same for every reader, such as those of a source, or that only one language has. */
export const sameFor = (text: string): Said => ({ en: text, es: text })
