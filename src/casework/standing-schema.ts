/** The contract of `standing --json` and of what the pages show. */
import { z } from 'zod'
import { audiences } from '../record/index.ts'
import { ContestedPoint } from './contested.ts'

const DeadlineAnswer = z.strictObject({
  /** `2014-04-14`, or with the hour; null when it has not started. */
  earliest: z.string().nullable(),
  /** null when it may not have started yet, or stands still. */
  latest: z.string().nullable(),
  /** Act by this. */
  safe: z.string().nullable(),
  started: z.enum(['true', 'false', 'unknown']),
})
const PointAnswer = z.strictObject({
  point: z.string(),
  question: z.string(),
  positions: z.array(
    z.strictObject({
      says: z.string(),
      authority: z.string(),
      date: z.string(),
      supports: z.string(),
      checked: z.string(),
    }),
  ),
})
const NormAnswer = z.strictObject({
  instrument: z.string(),
  article: z.string(),
  checked: z.string(),
  text: z.string(),
})

export const StandingAnswer = z.strictObject({
  case: z.strictObject({
    id: z.string(),
    title: z.string(),
    person: z.string(),
    desk: z.string(),
    note: z.string().nullable(),
  }),
  at: z.string(),
  knownBy: z.string(),
  audience: z.enum(audiences),
  /** The answer in one or two sentences. */
  headline: z.string(),
  /** The person is no longer in the State's hands: the event and its day, as written. */
  gone: z.strictObject({ event: z.enum(['surrendered', 'removed']), date: z.string().nullable() }).nullable(),
  tracks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      domestic: z.boolean(),
      recorded: z.boolean(),
      round: z.number(),
      stage: z.string().nullable(),
      stageTitle: z.string(),
      perhaps: z.array(z.string()),
      next: z.strictObject({ who: z.string(), what: z.string(), within: z.string().nullable() }).nullable(),
      pending: z.array(z.strictObject({ id: z.string(), title: z.string(), docket: z.string().nullable() })),
      earlier: z.array(z.strictObject({ round: z.number(), stage: z.string().nullable(), stageTitle: z.string() })),
      question: z.string().nullable(),
    }),
  ),
  stops: z.array(
    z.strictObject({
      remedy: z.string(),
      title: z.string(),
      body: z.string(),
      bodyTitle: z.string(),
      strength: z.string(),
      track: z.string(),
      status: z.string(),
      certain: z.boolean(),
      inForce: z.boolean(),
      outcome: z.string().nullable(),
      mode: z.string(),
      withoutHearing: z.boolean(),
      seised: z.boolean(),
      decidedWithin: z.string().nullable(),
      deadline: DeadlineAnswer.nullable(),
      disputed: z.array(PointAnswer),
      norms: z.array(NormAnswer),
      channels: z.array(z.strictObject({ channel: z.string(), hours: z.string().nullable(), checked: z.string() })),
      precedents: z.array(
        z.strictObject({
          title: z.string(),
          date: z.string(),
          speaks: z.string(),
          says: z.string(),
          checked: z.string(),
        }),
      ),
      warnings: z.array(z.string()),
      why: z.array(z.string()),
      /** Not recorded, and it could change the status. */
      ask: z.array(z.string()),
      evidence: z.array(z.string()),
    }),
  ),
  remedies: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      track: z.string(),
      body: z.string(),
      status: z.string(),
      certain: z.boolean(),
      outcome: z.string().nullable(),
      otherwise: z.string().nullable(),
      because: z.string().nullable(),
      deadline: DeadlineAnswer.nullable(),
      effects: z.array(z.strictObject({ target: z.string(), mode: z.string() })),
      norms: z.array(NormAnswer),
    }),
  ),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      bearer: z.string(),
      /** A State by its two letters, a body by its name. */
      bearerTitle: z.string(),
      duty: z.string(),
      until: z.string(),
      norm: z.array(NormAnswer),
      status: z.string(),
      force: z.string(),
      absolute: z.boolean(),
    }),
  ),
  bars: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      bars: z.string(),
      force: z.string(),
      applies: z.string(),
      assessedBy: z.array(z.string()),
      disputed: z.array(PointAnswer),
      norm: z.array(NormAnswer),
    }),
  ),
  clocks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      direction: z.string(),
      status: z.string(),
      deadline: DeadlineAnswer,
      underStay: z.strictObject({ effect: z.string(), note: z.string() }).nullable(),
      norm: z.array(NormAnswer),
    }),
  ),
  exhaustion: z.strictObject({
    overall: z.string(),
    overallStrasbourg: z.string(),
    tracks: z.array(
      z.strictObject({
        track: z.string(),
        title: z.string(),
        domestic: z.string(),
        strasbourg: z.string(),
        because: z.array(
          z.strictObject({
            remedy: z.string(),
            title: z.string(),
            status: z.string(),
            requiredByStrasbourg: z.string(),
            strasbourgBecause: z.string(),
          }),
        ),
      }),
    ),
  }),
  assertions: z.array(
    z.strictObject({
      id: z.string(),
      speaker: z.string(),
      says: z.string(),
      title: z.string(),
      said: z.string().nullable(),
      quote: z.string().nullable(),
      finding: z.string(),
      because: z.array(z.strictObject({ id: z.string(), title: z.string(), is: z.string(), isText: z.string() })),
      explain: z.string().nullable(),
    }),
  ),
  unknowns: z.array(z.strictObject({ question: z.string(), moves: z.array(z.string()), urgency: z.string() })),
  contested: z.array(ContestedPoint),
})
export type StandingAnswer = z.infer<typeof StandingAnswer>
