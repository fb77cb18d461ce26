/**
 * The four values in which everything is answered: true, false, unknown, contested (Belnap 1977).
 *
 * A value is two independent bits: is there ground to say yes, is there ground to say no. Neither is
 * *unknown*; both is *contested*. Keeping the bits apart is what stops a missing fact from being
 * read as a "no": NOT, ALL and ANY never turn an absence of ground into a ground.
 */
export type Four = 'true' | 'false' | 'unknown' | 'contested'

/** The two bits as a number: bit 0 = ground for yes, bit 1 = ground for no. */
export type FourBits = 0 | 1 | 2 | 3

const names = ['unknown', 'true', 'false', 'contested'] as const satisfies readonly Four[]
const bits = { unknown: 0, true: 1, false: 2, contested: 3 } as const satisfies Record<Four, FourBits>

export const fromBits = (value: number): Four => names[(value & 3) as FourBits]
export const toBits = (value: Four): FourBits => bits[value]

export const not = (value: Four): Four => {
  const b = bits[value]
  return fromBits(((b & 1) << 1) | (b >> 1))
}

/** True only when every part is; false as soon as one part is. An empty list is true. */
export const all = (values: Iterable<Four>): Four => {
  let acc = 1
  for (const value of values) acc = (acc & bits[value] & 1) | ((acc | bits[value]) & 2)
  return fromBits(acc)
}

/** True as soon as one part is; false only when every part is. An empty list is false. */
export const any = (values: Iterable<Four>): Four => {
  let acc = 2
  for (const value of values) acc = ((acc | bits[value]) & 1) | (acc & bits[value] & 2)
  return fromBits(acc)
}

/** What two independent sources say together: grounds add up, and never cancel. */
export const pool = (values: Iterable<Four>): Four => {
  let acc = 0
  for (const value of values) acc |= bits[value]
  return fromBits(acc)
}

/** Whether `later` holds every ground that `earlier` holds (the information order). */
export const atLeastAsInformed = (later: Four, earlier: Four): boolean =>
  (bits[later] & bits[earlier]) === bits[earlier]

/** Why a value is unknown. The reason travels with the value and becomes a question. */
export type UnknownReason = 'never-asked' | 'asked-not-known' | 'withheld' | 'law-silent' | 'imprecise'
