import { z } from 'zod'
import { ContestedPoint, contestedOf } from '../casework/index.ts'
import { titleOf } from '../law/index.ts'
import { flagWord, propertyWord } from '../record/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command } from './command.ts'

export const ContestedAnswer = z.strictObject({ points: z.array(ContestedPoint) })

export const command: Command = {
  name: 'contested',
  summary: {
    en: 'where sources contradict each other, with speakers and what we hold',
    es: 'dónde se contradicen las fuentes, quién lo dice y qué se sostiene',
  },
  usage: ['contested CASE [--known-by TIME]'],
  options: timeOptions,
  examples: ['contested examples/pavlov-2014 --known-by 2014-03-21'],
  async run(context, args) {
    const { out, language, json } = context
    const asked = await askedCase(context, args)
    const points = contestedOf(asked.opened.view, (id) => titleOf(asked.opened.law, id, language))
    if (json) {
      out.json({ points } satisfies z.infer<typeof ContestedAnswer>)
      return 0
    }
    const es = language === 'es'
    out.title(es ? 'Las fuentes se contradicen' : 'Sources contradict each other')
    out.paragraph(timesText(asked, language))
    for (const point of points) {
      const value = (text: string): string => flagWord(point.property, text, language)
      out.heading(`${point.subjectTitle} (${propertyWord(point.property, language)})`)
      out.pairs(
        point.rivals.map(
          (r) =>
            [
              value(r.value) + (r.value === point.preferred ? ' *' : ''),
              `${r.speakers.join(', ')}${r.said.length === 0 ? '' : ` (${r.said.join(', ')})`}; ${r.independentSources} ${es ? 'fuente(s) independiente(s)' : `independent source${r.independentSources === 1 ? '' : 's'}`}` +
                (r.denials.length === 0 ? '' : `; ${es ? 'lo niega' : 'denied by'}: ${r.denials.join(', ')}`),
            ] as const,
        ),
      )
      out.paragraph(
        point.preferred === null
          ? (es ? 'Se mantienen ambas.' : 'Both stand.') + (point.why === null ? '' : ` ${point.why}`)
          : `* ${es ? 'se sostiene' : 'we hold'} ${value(point.preferred)} (${point.by ?? ''}): ${point.why ?? ''}`,
        2,
      )
    }
    if (points.length === 0)
      out.paragraph(es ? 'Ninguna contradicción en lo conocido.' : 'No contradiction in what is known.')
    return 0
  },
}
