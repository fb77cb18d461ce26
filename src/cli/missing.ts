import { missingAnswer } from '../casework/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command } from './command.ts'

export const command: Command = {
  name: 'missing',
  summary: {
    en: 'what is not known and would matter, most urgent first',
    es: 'lo que se ignora y sería decisivo, lo más urgente primero',
  },
  usage: ['missing CASE [--at TIME] [--known-by TIME]'],
  options: timeOptions,
  examples: ['missing examples/pavlov-2014 --known-by 2014-02-15'],
  async run(context, args) {
    const { out, language, json } = context
    const asked = await askedCase(context, args)
    const answer = missingAnswer(asked.opened, language)
    if (json) {
      out.json(answer)
      return 0
    }
    out.title(language === 'es' ? 'Lo que se ignora' : 'What is not known')
    out.paragraph(timesText(asked, language))
    const groups = {
      stop: { en: 'Could stop the transfer', es: 'Podría detener la entrega' },
      deadline: { en: 'Decides a time limit', es: 'Decide un plazo' },
      other: { en: 'Also', es: 'Además' },
    }
    for (const urgency of ['stop', 'deadline', 'other'] as const) {
      const own = answer.questions.filter((q) => q.urgency === urgency)
      if (own.length === 0) continue
      out.heading(groups[urgency][language])
      for (const q of own) {
        out.list([q.question], { indent: 2 })
        out.paragraph(`${language === 'es' ? 'decide' : 'decides'}: ${q.moves.map((m) => m.title).join('; ')}`, 4)
      }
    }
    return 0
  },
}
