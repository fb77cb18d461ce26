/** What would change if something happened, as an answer. */
import { z } from 'zod'
import { type Language, type Law, say, stateWord, titleOf, whatIf, type WhatIf } from '../law/index.ts'
import type { OpenCase } from './case.ts'

export const WhatIfAnswer = z.strictObject({
  supposed: z.array(z.string()),
  changes: z.array(
    z.strictObject({
      what: z.string(),
      id: z.string(),
      title: z.string(),
      before: z.string(),
      after: z.string(),
      /** The same in words. */
      beforeText: z.string(),
      afterText: z.string(),
      causes: z.array(z.string()),
    }),
  ),
  unchanged: z.array(
    z.strictObject({ id: z.string(), title: z.string(), stays: z.string(), staysText: z.string() }),
  ),
  clocksUnderStay: z.array(
    z.strictObject({ id: z.string(), title: z.string(), effect: z.string(), note: z.string() }),
  ),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      bearer: z.string(),
      duty: z.string(),
      until: z.string(),
      status: z.string(),
      force: z.string(),
    }),
  ),
})
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>

/** Event types in the lines that the vocabulary does not have; the caller says so before asking. */
export function unknownEventTypes({ law }: OpenCase, events: readonly string[]): string[] {
  return events
    .map((event) => event.trim().split(/\s+/)[0] ?? '')
    .filter(
      (type) =>
        /^[a-z-]+$/.test(type) && !['no', 'assessed', 'contested'].includes(type) && law.events[type] === undefined,
    )
}

/** Each event in the short notation of `law/README.md`. Throws `NotationError` or `DateError`. Nothing is stored. */
export function whatIfAnswer(
  { law, situation }: OpenCase,
  events: readonly string[],
  language: Language,
): WhatIfAnswer {
  return wordsOf(law, whatIf(law, situation, events), events, language)
}

function wordsOf(law: Law, result: WhatIf, events: readonly string[], language: Language): WhatIfAnswer {
  return {
    supposed: [...events],
    changes: result.changes.map(({ title, causes, ...change }) => ({
      ...change,
      title: say(title, language),
      beforeText: inWords(law, change.what, change.before, language),
      afterText: inWords(law, change.what, change.after, language),
      causes: [...causes],
    })),
    unchanged: result.unchanged
      .filter((u) => u.stays === 'binds' || u.stays === 'binds_as_recorded')
      .map((u) => ({
        id: u.id,
        title: say(u.title, language),
        stays: u.stays,
        staysText: inWords(law, 'duty', u.stays, language),
      })),
    clocksUnderStay: result.clocksUnderStay.map((c) => ({
      id: c.id,
      title: say(c.title, language),
      effect: c.effect,
      note: say(c.note, language),
    })),
    duties: result.after.duties
      .filter((d) => d.status === 'binds' || d.status === 'binds_as_recorded')
      .map((d) => ({
        id: d.id,
        bearer: d.bearer,
        duty: say(d.duty, language),
        until: say(d.until, language),
        status: d.status,
        force: d.force,
      })),
  }
}

/** Whatever a change goes from and to: a state, or a stage by its title. */
function inWords(law: Law, what: string, state: string, language: Language): string {
  if (what === 'stage' && state === '–') return language === 'es' ? 'nada consta' : 'nothing recorded'
  return stateWord(state, language) ?? titleOf(law, state, language)
}
