/** The picture of a case: one lane for each track, with its events, what is pending, and the clocks that run. */
import { z } from 'zod'
import { type Language, say } from '../law/index.ts'
import { compare, isoMinute, type Zone } from '../record/index.ts'
import { type OpenCase, standingFor } from './case.ts'

const Mark = z.strictObject({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  /** Civil time; null where no source bounds it. */
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  contested: z.boolean(),
  hypothetical: z.boolean(),
})
export const LanesAnswer = z.strictObject({
  now: z.string(),
  lanes: z.array(
    z.strictObject({
      track: z.string(),
      title: z.string(),
      domestic: z.boolean(),
      ended: z.boolean(),
      marks: z.array(Mark),
      bars: z.array(
        z.strictObject({ remedy: z.string(), title: z.string(), from: z.string().nullable(), status: z.string() }),
      ),
      gates: z.array(
        z.strictObject({
          remedy: z.string(),
          title: z.string(),
          status: z.string(),
          until: z.string().nullable(),
          latest: z.string().nullable(),
        }),
      ),
    }),
  ),
})
export type LanesAnswer = z.infer<typeof LanesAnswer>

const text = (zone: Zone, at: number): string | null => (Number.isFinite(at) ? isoMinute(zone, at) : null)

export function lanesAnswer(opened: OpenCase, language: Language): LanesAnswer {
  const { law, situation, view } = opened
  const { standing } = standingFor(opened)
  const { zone } = view
  const trackOf = (o: (typeof situation.occurrences)[number]): string | undefined =>
    o.track ?? (o.attributes['remedy'] === undefined ? undefined : law.trackOfRemedy(o.attributes['remedy']))
  const lanes = standing.tracks.map((track) => {
    const own = situation.occurrences.filter(
      (o) => trackOf(o) === track.id && (o.when === undefined || o.when.earliest <= situation.at),
    )
    const remedies = standing.remedies.filter((r) => r.track === track.id)
    const filedAt = (remedy: string): number =>
      Math.max(
        ...own
          .filter((o) => o.type === 'filed' && o.attributes['remedy'] === remedy)
          .map((o) => o.when?.earliest ?? -Infinity),
      )
    return {
      track: track.id,
      title: say(track.title, language),
      domestic: track.domestic,
      ended: track.stage?.ended ?? false,
      marks: own
        .map((o) => ({
          id: o.id,
          title: o.title ?? o.type,
          type: o.type,
          earliest: o.when === undefined ? null : text(zone, o.when.earliest),
          latest: o.when === undefined ? null : text(zone, o.when.latest),
          contested:
            o.occurred === 'contested' || (view.events.get(o.id)?.properties.get('date')?.rivals.length ?? 0) > 1,
          hypothetical: o.hypothetical ?? false,
        }))
        .toSorted((a, b) => compare(a.earliest ?? a.latest ?? '', b.earliest ?? b.latest ?? '')),
      bars: remedies
        .filter((r) => r.status === 'used_pending')
        .map((r) => ({
          remedy: r.id,
          title: say(r.title, language),
          from: text(zone, filedAt(r.id)),
          status: r.status,
        })),
      gates: remedies
        .filter((r) => r.status === 'open' || r.status === 'disputed' || r.status === 'unknown')
        .map((r) => ({
          remedy: r.id,
          title: say(r.title, language),
          status: r.status,
          until: r.deadline?.safe == null ? null : text(zone, r.deadline.safe),
          latest: r.deadline?.latest == null ? null : text(zone, r.deadline.latest),
        })),
    }
  })
  return { now: isoMinute(zone, situation.at), lanes }
}
