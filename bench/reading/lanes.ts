import { availableParallelism } from 'node:os'

/** Documents that are read at the same time, as the program does. */
export const LANES = Math.min(2, availableParallelism())

/** Works on each, one after another in as many lanes as the reader has; the answers in the order of their ends. */
export async function inLanes<T, A>(items: readonly T[], work: (item: T) => Promise<A>): Promise<A[]> {
  const waiting = [...items]
  const answers: A[] = []
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) answers.push(await work(item))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return answers
}
