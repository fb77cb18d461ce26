/** Events of a case that match a pattern of the packs, and how surely they have happened. */
import type { Four, Instant, Span } from '../record/index.ts'
import type { Occurrence } from './situation.ts'

/** `sure` is false where an attribute is missing or disputed. */
export interface Match {
  readonly occurrence: Occurrence
  readonly sure: boolean
}

/** Whether a moment lies at or before an instant. */
export const timing = (when: Span | undefined, at: Instant): Four =>
  when === undefined ? 'unknown' : when.latest <= at ? 'true' : when.earliest > at ? 'false' : 'unknown'

/** Shown to have happened by then, with nothing left open about it. */
export const surelyHappened = ({ occurrence, sure }: Match, at: Instant): boolean =>
  sure && occurrence.occurred === 'true' && timing(occurrence.when, at) === 'true'

/** Nothing shows that it has not happened by then. */
export const mayHaveHappened = ({ occurrence }: Match, at: Instant): boolean =>
  occurrence.occurred !== 'false' && timing(occurrence.when, at) !== 'false'
