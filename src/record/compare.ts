/**
 * The order of two numbers or two texts (by code unit), which no locale changes. Equal is 0, so that sorting
 * keeps the order of what is equal.
 */
export const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
