/**
 * Whether domestic remedies are used up: per remedy, per track, and with two answers, because a remedy can be open
 * in domestic
 * law and still not one that Strasbourg requires to be used first.
 */
import type { Evaluated } from './evaluate.ts'
import type { Label, Remedy } from './model.ts'
import type { RemedyState } from './status.ts'

export type ExhaustionValue = 'established' | 'not_established' | 'unknown' | 'disputed'

export interface RemedyExhaustion {
  readonly remedy: string
  readonly title: Label
  readonly status: RemedyState['status']
  /** Whether Strasbourg asks that it be used first. */
  readonly requiredByStrasbourg: 'yes' | 'no' | 'disputed'
  readonly strasbourgBecause: Label
}

export interface TrackExhaustion {
  readonly track: string
  readonly title: Label
  readonly domestic: ExhaustionValue
  readonly strasbourg: ExhaustionValue
  readonly because: readonly RemedyExhaustion[]
}

export interface Exhaustion {
  readonly overall: ExhaustionValue
  readonly overallStrasbourg: ExhaustionValue
  readonly tracks: readonly TrackExhaustion[]
}

/** Interim requests and extraordinary reviews do not count; nor does a remedy that was never there. */
const counts = ({ remedy, status }: RemedyState): boolean =>
  (remedy.kind === 'appeal' || remedy.kind === 'constitutional') && status !== 'not_available' && status !== 'moot'

/** `states`: the remedies of every track that may be one of this case. */
export function exhaustionOf(evaluated: Evaluated, states: readonly RemedyState[]): Exhaustion {
  const tracks: TrackExhaustion[] = []
  for (const [id, track] of evaluated.ground.law.tracks) {
    if (!track.domestic) continue
    const all = states.filter((state) => state.remedy.track === id && counts(state))
    if (all.length === 0) continue
    tracks.push({
      track: id,
      title: track.title,
      domestic: trackValue(all),
      strasbourg: strasbourgValue(all),
      because: all.map((state) => {
        const { answer, because } = requirement(state.remedy)
        return {
          remedy: state.remedy.remedy,
          title: state.remedy.title,
          status: state.status,
          requiredByStrasbourg: answer,
          strasbourgBecause: because,
        }
      }),
    })
  }
  return {
    overall: together(tracks.map((t) => t.domestic)),
    overallStrasbourg: together(tracks.map((t) => t.strasbourg)),
    tracks,
  }
}

/** A track is used up when each of its remedies has been decided, lapsed or waived, and none can still open. */
function trackValue(states: readonly RemedyState[]): ExhaustionValue {
  const has = (...wanted: RemedyState['status'][]): boolean => states.some((state) => wanted.includes(state.status))
  if (has('open', 'used_pending', 'blocked', 'not_yet')) return 'not_established'
  if (has('disputed')) return 'disputed'
  if (has('unknown')) return 'unknown'
  return states.length === 0 ? 'unknown' : 'established'
}

/**
 * Where it turns on remedies whose necessity is itself disputed, so is the answer. Where none is asked for it is
 * unknown: that nothing need be used is an argument.
 */
function strasbourgValue(states: readonly RemedyState[]): ExhaustionValue {
  const answers = (...wanted: string[]): RemedyState[] =>
    states.filter((state) => wanted.includes(requirement(state.remedy).answer))
  const withDisputed = trackValue(answers('yes', 'disputed'))
  return withDisputed === 'established' || withDisputed === trackValue(answers('yes')) ? withDisputed : 'disputed'
}

function together(values: readonly ExhaustionValue[]): ExhaustionValue {
  if (values.includes('not_established')) return 'not_established'
  if (values.includes('disputed')) return 'disputed'
  if (values.includes('unknown') || values.length === 0) return 'unknown'
  return 'established'
}

function requirement(remedy: Remedy): { answer: 'yes' | 'no' | 'disputed'; because: Label } {
  if (remedy.strasbourg === 'required')
    return {
      answer: 'yes',
      because: { en: 'The pack says that Strasbourg requires it.', es: 'Según la regla, Estrasburgo lo exige.' },
    }
  if (remedy.strasbourg === 'not-required' || remedy.strasbourg === 'not-domestic')
    return {
      answer: 'no',
      because: {
        en: 'The pack says that Strasbourg does not require it.',
        es: 'Según la regla, Estrasburgo no lo exige.',
      },
    }
  if (remedy.strasbourg === 'disputed')
    return {
      answer: 'disputed',
      because: {
        en: 'It is not settled whether Strasbourg requires it.',
        es: 'No está claro si Estrasburgo lo exige.',
      },
    }
  const transfer = remedy.effects.filter((effect) => effect.target === 'transfer')
  if (transfer.some((effect) => effect.mode === 'automatic' || effect.mode === 'by-finality')) {
    return {
      answer: 'yes',
      because: { en: 'It stops the transfer by itself.', es: 'Detiene la entrega por sí mismo.' },
    }
  }
  if (transfer.some((effect) => effect.mode === 'disputed')) {
    return {
      answer: 'disputed',
      because: {
        en: 'Whether it stops the transfer by itself is disputed.',
        es: 'Se discute si detiene la entrega por sí mismo.',
      },
    }
  }
  return {
    answer: 'no',
    because: {
      en: 'It does not stop the transfer by itself; arguably it need not be used before a complaint under Article 3 (argument to be prepared).',
      es: 'No detiene la entrega por sí mismo; cabe sostener que no hace falta agotarlo antes de invocar el artículo 3 (argumento por preparar).',
    },
  }
}
