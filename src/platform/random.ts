import { randomBytes } from 'node:crypto'

export interface Random {
  /** `count` bytes nobody can foretell. */
  bytes(count: number): Uint8Array
}

export const systemRandom: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) }

/** The same bytes for the same seed (mulberry32). For tests only: it protects nothing. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const nextByte = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff
  }
  return { bytes: (count) => Uint8Array.from({ length: count }, nextByte) }
}
