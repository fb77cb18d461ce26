import { timelineAnswer } from '../casework/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command } from './command.ts'

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
    const { events: lines } = timelineAnswer(asked.opened, args.options.has('all'))
    if (json) {
      out.json({ events: lines })
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
