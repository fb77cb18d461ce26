/** What happened, by date, with who says so. */
import { compare } from '../record/index.ts'
import { z } from 'zod'
import type { EventView, View } from '../record/index.ts'
import type { OpenCase } from './case.ts'
import { nameOf } from './situation.ts'

export const TimelineAnswer = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      person: z.string().nullable(),
      track: z.string().nullable(),
      occurred: z.string(),
      date: z.string().nullable(),
      rivalDates: z.array(z.string()),
      speakers: z.array(z.string()),
      claims: z.array(z.string()),
    }),
  ),
})
type Line = z.infer<typeof TimelineAnswer>['events'][number]
export type TimelineAnswer = z.infer<typeof TimelineAnswer>

/** `all`: linked persons and background too. */
export function timelineAnswer({ view, at }: OpenCase, all: boolean): TimelineAnswer {
  const own = view.header?.person
  const events = [...view.events.values()]
    .filter(({ event }) => all || event.person === undefined || own === undefined || event.person === own)
    .filter((event) => (event.properties.get('date')?.span?.earliest ?? -Infinity) <= at)
    .sort((a, b) => dateOf(a) - dateOf(b) || compare(a.event.id, b.event.id))
  return { events: events.map((event) => lineOf(view, event)) }
}

const dateOf = (event: EventView): number => {
  const span = event.properties.get('date')?.span
  return span === undefined ? -Infinity : span.earliest === -Infinity ? span.latest : span.earliest
}

function lineOf(view: View, { event, occurred, properties, claims }: EventView): Line {
  const date = properties.get('date')
  const proceeding = event.proceeding === undefined ? undefined : view.proceedings.get(event.proceeding)
  return {
    id: event.id,
    type: event.type,
    title: event.title,
    person: event.person === undefined ? null : nameOf(view, event.person),
    track: proceeding?.track ?? null,
    occurred,
    date: date?.value === undefined ? (date?.span?.text ?? null) : String(date.value),
    rivalDates: (date?.rivals ?? []).map((r) => String(r.value)),
    speakers: [...new Set(claims.map((c) => nameOf(view, c.speaker)))],
    claims: claims.map((c) => c.id),
  }
}
