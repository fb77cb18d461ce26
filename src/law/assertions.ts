/**
 * What people say about the law of a case, each tested against what the record and the packs give. Never a fact,
 * always shown.
 */
import { type Instant, parseDate } from '../record/index.ts'
import type { Evaluated } from './evaluate.ts'
import type { Exhaustion } from './exhaustion.ts'
import type { Label, Norm } from './model.ts'
import type { Law } from './law.ts'
import type { LegalAssertion, Situation } from './situation.ts'
import type { Stop } from './stops.ts'

export interface AssertionFinding {
  readonly id: string
  readonly speaker: string
  readonly says: string
  readonly title: Label
  readonly said?: string
  readonly quote?: string
  /** `contradicted`: the record shows otherwise. `not_established`: what is known does not bear it out. */
  readonly finding: 'supported' | 'contradicted' | 'not_established' | 'disputed' | 'untested'
  /** The remedies, tracks or conclusions that decide it. */
  readonly because: readonly { readonly id: string; readonly title: Label; readonly is: string }[]
  readonly explain?: Label
  readonly norms: readonly Norm[]
}

export interface Results {
  readonly evaluated: Evaluated
  readonly exhaustion: Exhaustion
  readonly stops: readonly Stop[]
}

/**
 * Each assertion is about the day on which it was made, so it is tested against what was so then, with all that is
 * known now.
 * `resultsAt` gives the results for an instant.
 */
export function assertionsOf(
  situation: Situation,
  law: Law,
  resultsAt: (at: Instant) => Results,
): AssertionFinding[] {
  return once(situation.assertions).map((assertion) => {
    const test = law.blocks.assertion.find((a) => a.assertion === assertion.says)
    const shared = {
      id: assertion.id,
      speaker: assertion.speaker,
      says: assertion.says,
      ...(assertion.said === undefined ? {} : { said: assertion.said }),
      ...(assertion.quote === undefined ? {} : { quote: assertion.quote }),
    }
    if (test === undefined)
      return { ...shared, title: { en: assertion.says }, finding: 'untested', because: [], norms: [] }
    const { value, because } = tested(resultsAt(saidAt(assertion, situation)), test.tests)
    const right = value === test.rightWhen
    const open = value === 'unknown' || value === 'not_tested'
    const finding =
      value === 'disputed' || value === 'contested'
        ? 'disputed'
        : open
          ? 'not_established'
          : right !== assertion.denied
            ? 'supported'
            : 'contradicted'
    return { ...shared, title: test.title, finding, because, explain: test.explain, norms: [test.norm].flat() }
  })
}

/** One speaker saying the same on the same day in two places of a document says it once. */
const once = (assertions: readonly LegalAssertion[]): LegalAssertion[] => [
  ...new Map(assertions.map((a) => [`${a.speaker}|${a.says}|${a.said ?? ''}|${a.denied}`, a])).values(),
]

interface Tested {
  readonly value: string
  readonly because: AssertionFinding['because']
}

function saidAt({ said }: LegalAssertion, { at, zone }: Situation): Instant {
  const latest = said === undefined ? at : parseDate(said, zone).latest
  return Number.isFinite(latest) ? Math.min(at, latest) : at
}

function tested({ evaluated, exhaustion, stops }: Results, tests: string): Tested {
  if (tests === 'exhaustion.overall') {
    const against = exhaustion.tracks.filter((t) => t.domestic !== 'established')
    return {
      value: exhaustion.overall,
      because: against.flatMap((t) =>
        t.because
          .filter((r) => ['open', 'used_pending', 'disputed', 'unknown', 'blocked', 'not_yet'].includes(r.status))
          .map((r) => ({ id: r.remedy, title: r.title, is: r.status })),
      ),
    }
  }
  const only = /^stops\.only strength=([a-z-]+)$/.exec(tests)
  if (only !== null) {
    const others = stops.filter((s) => s.strength !== only[1] && s.strength !== 'political')
    const sure = others.filter((s) => s.status === 'open' || s.status === 'used_pending' || s.inForce)
    return {
      value: sure.length > 0 ? 'false' : others.length > 0 ? 'unknown' : 'true',
      because: (sure.length > 0 ? sure : others).map((s) => ({ id: s.remedy, title: s.title, is: s.status })),
    }
  }
  const conclusions = evaluated.ground.law.compiled.conclusions
  const name = [tests, `${tests}.binds`, `${tests}.applies`, `${tests}.open`].find((id) => conclusions.has(id))
  if (name === undefined) return { value: 'not_tested', because: [] }
  const value = evaluated.of(name)
  return { value, because: [{ id: name, title: conclusions.get(name)?.title ?? { en: name }, is: value }] }
}
