/** Where sources contradict each other. */
import type { ClaimValue, Id } from './model.ts'
import type { Span } from './time.ts'
import type { PropertyView, Rival, Stance } from './property.ts'
import type { View } from './view.ts'

/** A point on which somebody contradicts somebody else. */
export interface Point {
  readonly subject: Id
  readonly property: string
  /** The rival values, with speakers, dates of saying and independent sources. */
  readonly rivals: readonly Rival[]
  /** The team's choice, with who and why; absent while both stand. */
  readonly preferred?: Stance
  /** Who calls it contested, and why. */
  readonly contested?: Stance
  /** `both-stand` until a named person prefers one. */
  readonly outcome: 'preferred' | 'both-stand'
  /** What the preference leaves standing. */
  readonly value?: ClaimValue
  /** Dates: the span to reckon with; the hull of all rivals while they stand. */
  readonly span?: Span
}

/** Every point with rivals, denials or a stance "contested": events first, in order of entry, then facts. */
export function pointsOf(view: View): readonly Point[] {
  const ofEvents = [...view.events].map(([id, { properties }]) => [id, properties] as const)
  return [...ofEvents, ...view.facts].flatMap(([subject, properties]) =>
    [...properties.values()].filter(isDisputed).map((property) => pointOf(subject, property)),
  )
}

function isDisputed(view: PropertyView): boolean {
  return (
    view.status === 'contested' ||
    view.rivals.some((rival) => rival.denials.length > 0) ||
    (view.preferred !== undefined && view.rivals.length > view.values.length)
  )
}

function pointOf(
  subject: Id,
  { property, rivals, preferred, contested, status, value, span }: PropertyView,
): Point {
  return {
    subject,
    property,
    rivals,
    outcome: preferred !== undefined && status === 'known' ? 'preferred' : 'both-stand',
    ...(preferred === undefined ? {} : { preferred }),
    ...(contested === undefined ? {} : { contested }),
    ...(value === undefined ? {} : { value }),
    ...(span === undefined ? {} : { span }),
  }
}
