/**
 * Measuring. How many a second: the fastest of several rounds, for every engine alike, because whatever else runs on
 * the machine can only slow a round down. How long one takes: median and slow tail.
 */
import { cpus, loadavg } from 'node:os'

/** Milliseconds of each round, in ascending order. */
export type Rounds = readonly number[]

export interface Plan {
  /** Rounds that are run first and not counted. */
  readonly warmUp: number
  readonly rounds: number
}

export function timed(run: () => void, { warmUp, rounds }: Plan): Rounds {
  for (let i = 0; i < warmUp; i++) run()
  const found: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    run()
    found.push(performance.now() - start)
  }
  return found.sort((a, b) => a - b)
}

/** Runs over `count` items once, a chunk a round: for engines that are too slow to be run over all of them again. */
export async function timedChunks(
  count: number,
  chunk: number,
  run: (from: number, until: number) => Promise<void>,
): Promise<Rounds> {
  const found: number[] = []
  for (let from = 0; from + chunk <= count; from += chunk) {
    const start = performance.now()
    await run(from, from + chunk)
    found.push(performance.now() - start)
  }
  return found.sort((a, b) => a - b)
}

export async function timedAsync(run: () => Promise<void>, { warmUp, rounds }: Plan): Promise<Rounds> {
  for (let i = 0; i < warmUp; i++) await run()
  const found: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    await run()
    found.push(performance.now() - start)
  }
  return found.sort((a, b) => a - b)
}

/** The round below which `share` of all rounds lie: 0.5 the median, 0.95 the slow tail. */
export const quantile = (rounds: Rounds, share: number): number =>
  rounds[Math.min(rounds.length - 1, Math.floor(rounds.length * share))] ?? Number.NaN

export const median = (rounds: Rounds): number => quantile(rounds, 0.5)

/** How many of them a second, when the fastest round does `count`. */
export const perSecond = (count: number, rounds: Rounds): number => (count * 1000) / (rounds[0] ?? Number.NaN)

/**
 * `2 × AMD EPYC, Node v20.20.2, linux x64; load 0.3`. With a load above the number of processors, medians and slow
 * tails
 * tell more of the machine than of the program.
 */
export function machine(): string {
  const all = cpus()
  const processor = `${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}`
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `${processor}, Node ${process.version}, ${process.platform} ${process.arch}; load ${load}`
}
