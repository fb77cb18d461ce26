/**
 * What an event would change in many cases at once: which of them, and what in each. The docket is asked in bulk;
 * the cases that it finds are then asked one by one, so that each is told what it would be told alone. Nothing is
 * stored.
 */
import { z } from 'zod'
import { docketOf, type Language, type Law } from '../law/index.ts'
import type { OpenCase } from './case.ts'
import { WhatIfAnswer, whatIfAnswer } from './what-if-answer.ts'

/** Cases that are told in full; of the others only the name is given. */
const toldMax = 200

export const DocketImpactAnswer = z.strictObject({
  supposed: z.array(z.string()),
  /** How many cases were asked. */
  asked: z.number(),
  /** Those in which something changes, in the order in which they were given; `null`: too many to tell them all. */
  changed: z.array(
    z.strictObject({ case: z.string(), title: z.string(), changes: WhatIfAnswer.shape.changes.nullable() }),
  ),
})
export type DocketImpactAnswer = z.infer<typeof DocketImpactAnswer>

/**
 * Each event in the short notation of `law/README.md`. A case is compared with itself on the day of the last event.
 * Throws `NotationError` or `DateError`.
 */
export function docketImpactAnswer(
  cases: readonly OpenCase[],
  events: readonly string[],
  language: Language,
): DocketImpactAnswer {
  const moved = new Set<OpenCase>()
  for (const [law, group] of byLaw(cases)) {
    const situations = group.map((one) => one.situation)
    for (const { index } of docketOf(law, situations).impactOf(events)) {
      const found = group[index]
      if (found !== undefined) moved.add(found)
    }
  }
  const changed: DocketImpactAnswer['changed'] = []
  for (const one of cases.filter((each) => moved.has(each))) {
    const { id = '', title = '' } = one.view.header ?? {}
    const changes = changed.length < toldMax ? whatIfAnswer(one, events, language).changes : null
    // Something moves within the law, and nothing that anybody would be told of.
    if (changes?.length !== 0) changed.push({ case: id, title, changes })
  }
  return { supposed: [...events], asked: cases.length, changed }
}

/** Cases of States with the same pages are asked together. */
function byLaw(cases: readonly OpenCase[]): Map<Law, OpenCase[]> {
  const groups = new Map<Law, OpenCase[]>()
  for (const one of cases) groups.set(one.law, [...(groups.get(one.law) ?? []), one])
  return groups
}
