/** What events say about article 34, as an answer: one finding for each person whom they name. */
import { z } from 'zod'
import {
  article34,
  type Article34Finding,
  type Article34Reason,
  boundBy as lawBoundBy,
  boundUnverified as lawBoundUnverified,
  type Language,
  type Law,
  personsNamed,
  readStoryLines,
  say,
} from '../law/index.ts'
import type { Four, Instant, Zone } from '../record/index.ts'

const ReasonAnswer = z.strictObject({
  text: z.string(),
  events: z.array(z.string()),
  /** Judgments that it rests on; none that could not be cited at the time. */
  authorities: z.array(
    z.strictObject({ case: z.string(), application: z.string(), date: z.string(), checked: z.string() }),
  ),
})

export const Article34Answer = z.strictObject({
  sending: z.string(),
  /** On whose clock hours without a zone of their own were read. */
  zone: z.string(),
  events: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  findings: z.array(
    z.strictObject({
      /** Nobody: the events speak of all applicants alike. */
      person: z.string().nullable(),
      finding: z.enum(['breached', 'not-breached', 'unknown', 'contested']),
      because: z.array(ReasonAnswer),
      /** What was taken for granted. */
      assuming: z.array(ReasonAnswer),
    }),
  ),
})
export type Article34Answer = z.infer<typeof Article34Answer>

export interface Article34Asked {
  readonly sending: string
  readonly events: readonly string[]
  readonly zone: Zone
  readonly asOf: Instant
  /** Judgments that could not be cited by then are not used. */
  readonly knownBy: Instant
  readonly person: string | undefined
}

/** Throws a `NotationError` or `DateError` for an event that cannot be read. */
export function article34Answer(law: Law, asked: Article34Asked, language: Language): Article34Answer {
  const { sending, events, zone, asOf, knownBy, person } = asked
  const occurrences = readStoryLines(events, zone, Object.keys(law.events))
  const named = personsNamed(occurrences)
  const persons = person !== undefined ? [person] : named.length === 0 ? [undefined] : named
  const bound = boundBy(law, sending)
  const boundUnverified = (at: Instant): boolean => lawBoundUnverified(law, sending, 'echr', at)
  return {
    sending,
    zone,
    events: events.map((text, index) => ({ id: `event-${index + 1}`, text })),
    findings: persons.map((one) =>
      findingAnswer(
        article34(occurrences, {
          sending,
          asOf,
          knownBy,
          bound,
          boundUnverified,
          ...(one === undefined ? {} : { person: one }),
        }),
        language,
      ),
    ),
  }
}

const findingAnswer = (finding: Article34Finding, language: Language) => ({
  person: finding.person ?? null,
  finding: finding.finding,
  because: finding.because.map((r) => reasonAnswer(r, language)),
  assuming: finding.assuming.map((r) => reasonAnswer(r, language)),
})

const reasonAnswer = ({ text, events, authorities }: Article34Reason, language: Language) => ({
  text: say(text, language),
  events: [...events],
  authorities: authorities.map((a) => ({ ...a })),
})

/** Whether the Convention bound the State at an instant. */
export const boundBy = (law: Law, state: string): ((at: Instant) => Four) => lawBoundBy(law, state, 'echr')
