/**
 * All and any, where what follows only from something contested stays contested. Grounds alone would make *contested
 * and unknown* a no, and *contested or unknown* a yes: see `evaluate.ts`, which does the same for the packs' rules.
 */
import { all, any, type Four } from '../record/index.ts'

/** True only when every part is; false as soon as one is; contested where only something contested says either. */
export const allOf = (values: readonly Four[]): Four => firmly(all, values)

/** True as soon as one part is; false only when every part is; contested where only something contested says either. */
export const anyOf = (values: readonly Four[]): Four => firmly(any, values)

function firmly(combined: (values: readonly Four[]) => Four, values: readonly Four[]): Four {
  const value = combined(values)
  if (value === 'unknown') return value
  const firm = combined(values.map((one) => (one === 'contested' ? 'unknown' : one)))
  return firm === 'unknown' ? 'contested' : value
}
