import { z } from 'zod'
import { questionWords, say, standingOf, titleOf } from '../law/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command } from './command.ts'

export const MissingAnswer = z.strictObject({
  questions: z.array(
    z.strictObject({
      question: z.string(),
      moves: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      urgency: z.enum(['stop', 'deadline', 'other']),
    }),
  ),
})

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
    const { law, situation } = asked.opened
    const { standing } = standingOf(law, situation)
    const answer: z.infer<typeof MissingAnswer> = {
      questions: standing.unknowns.map((q) => ({
        question: q.text === undefined ? questionWords(law, q.atom, language) : say(q.text, language),
        urgency: q.urgency,
        moves: q.moves.map((id) => ({ id, title: titleOf(law, id, language) })),
      })),
    }
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
