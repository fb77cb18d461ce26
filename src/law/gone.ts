/** Whether the person has been taken out of the State's hands: then no order can hold the transfer any more. */
import { type Span } from '../record/index.ts'
import type { Evaluated } from './evaluate.ts'
import type { Ground } from './ground.ts'
import type { Pattern } from './situation.ts'

/** The hand-over or removal that has happened, and after which no return is recorded. */
export interface Gone {
  readonly event: 'surrendered' | 'removed'
  readonly when: Span | undefined
}

/** Nothing where it is open, or disputed, whether the person is gone: then every way stays in view. */
export function goneOf({ ground }: Evaluated): Gone | undefined {
  for (const event of ['surrendered', 'removed'] as const) {
    const left: Pattern = { type: event, where: [] }
    if (ground.value({ kind: 'happened', pattern: left }).value !== 'true' || isBack(ground, left)) continue
    const taken = ground.visible.filter(({ occurrence: o }) => o.type === event && o.occurred === 'true')
    return { event, when: taken.at(-1)?.occurrence.when }
  }
  return undefined
}

/** Back where an order of the sending State reaches: a return to the receiving State is none. */
function isBack(ground: Ground, left: Pattern): boolean {
  const returned = (where: Pattern['where']): boolean =>
    ground.value({ kind: 'after', pattern: { type: 'returned', where }, of: left }).value === 'true'
  return returned([]) && !returned([['place', '@receiving-state']])
}
