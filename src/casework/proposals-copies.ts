/** Whether a text repeats another: mirrors and republications are not second sources. Pure. */
import type { Id } from '../record/index.ts'

/** Runs of so many words. */
const SHINGLE_WORDS = 5
/** Fewer runs say nothing. */
const SHINGLES_MIN = 8
/** From this share of the shorter text's runs on, one text is taken to repeat the other. */
export const COPY_SHARE_MIN = 0.6

export interface CopyProposal {
  readonly of: Id
  /** Of the shorter text's runs of five words, how many stand in the other: 0 to 1. */
  readonly share: number
}

export function shinglesOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const runs = new Set<string>()
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1)
    runs.add(words.slice(at, at + SHINGLE_WORDS).join(' '))
  return runs
}

/**
 * The texts that this one seems to repeat, or that seem to repeat it, the likeliest first. A person decides
 * which way.
 */
export function copiesOf(
  text: string | ReadonlySet<string>,
  others: ReadonlyMap<Id, ReadonlySet<string>>,
): readonly CopyProposal[] {
  const own = typeof text === 'string' ? shinglesOf(text) : text
  return [...others]
    .map(([of, other]) => ({ of, share: shareOf(own, other) }))
    .filter(({ share }) => share >= COPY_SHARE_MIN)
    .toSorted((a, b) => b.share - a.share)
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size < SHINGLES_MIN) return 0
  let common = 0
  for (const run of small) if (large.has(run)) common += 1
  return common / small.size
}
