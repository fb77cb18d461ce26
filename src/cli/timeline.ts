import { z } from 'zod'
import { nameOf } from '../casework/index.ts'
import type { EventView, View } from '../record/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command } from './command.ts'

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

export const command: Command = {
  name: 'timeline',
  summary: { en: 'what happened, by date, with who says so', es: 'qué ocurrió, por fechas, y quién lo dice' },
  usage: ['timeline CASE [--known-by TIME] [--all]'],
  options: {
    all: { about: { en: 'linked persons and background too', es: 'también personas vinculadas y antecedentes' } },
    ...timeOptions,
  },
  examples: ['timeline examples/pavlov-2014 --known-by 2014-02-20'],
  async run(context, args) {
    const { out, language, json } = context
    const asked = await askedCase(context, args)
    const { view } = asked.opened
    const own = view.header?.person
    const events = [...view.events.values()]
      .filter(
        ({ event }) =>
          args.options.has('all') || event.person === undefined || own === undefined || event.person === own,
      )
      .filter((event) => (event.properties.get('date')?.span?.earliest ?? -Infinity) <= asked.at)
      .sort((a, b) => dateOf(a) - dateOf(b) || (a.event.id < b.event.id ? -1 : 1))
    const lines = events.map((event) => lineOf(view, event))
    if (json) {
      out.json({ events: lines } satisfies z.infer<typeof TimelineAnswer>)
      return 0
    }
    const es = language === 'es'
    out.title(es ? 'Cronología' : 'Timeline')
    out.paragraph(timesText(asked, language))
    out.blank()
    out.pairs(
      lines.map(
        (line) =>
          [
            line.date ?? (es ? 'sin fecha' : 'undated'),
            `${line.title}${line.occurred === 'contested' ? (es ? ' (controvertido)' : ' (contested)') : ''}${line.rivalDates.length > 1 ? ` (${es ? 'otras fechas' : 'rival dates'}: ${line.rivalDates.filter((d) => d !== line.date).join(', ')})` : ''} – ${line.speakers.join(', ')}`,
          ] as const,
      ),
    )
    return 0
  },
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
