/** The remedies of a case as a comparison of two laws sees them. */
import { isoMinute } from '../record/index.ts'
import { conclusionsAbout } from './asked.ts'
import { evaluateCase } from './evaluate.ts'
import type { Law } from './law.ts'
import type { Situation } from './situation.ts'
import { remedyState } from './status.ts'

/** By remedy of a track that may apply: `open until 2014-02-19T23:59`, with the safe date where one is counted. */
export function remedyStatuses(
  law: Law,
  situation: Situation,
  wanted: (id: string) => boolean,
): ReadonlyMap<string, string> {
  const ids = [...law.remedies.keys()].filter(wanted)
  const evaluated = evaluateCase(law, situation, undefined, conclusionsAbout(law, ids))
  const statuses = new Map<string, string>()
  for (const id of ids) {
    if (evaluated.of(`${law.trackOfRemedy(id)}.applies`) === 'false') continue
    const state = remedyState(evaluated, id)
    if (state === undefined) continue
    const term = law.remedies.get(id)?.[0]?.term
    const safe = term === undefined ? null : evaluated.ground.term(term).deadline.safe
    const until = safe === null || !Number.isFinite(safe) ? '' : ` until ${isoMinute(situation.zone, safe)}`
    statuses.set(id, state.status + until)
  }
  return statuses
}
