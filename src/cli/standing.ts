import { answerOf, type StandingAnswer } from '../casework/index.ts'
import { standingOf } from '../law/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command } from './command.ts'
import { printStanding } from './standing-text.ts'

export const command: Command = {
  name: 'standing',
  summary: {
    en: 'who can still stop the transfer, how, how fast, by when',
    es: 'quién puede aún detener la entrega, cómo, con qué rapidez y hasta cuándo',
  },
  usage: ['standing CASE [--at TIME] [--known-by TIME] [--audience desk|counsel|public]'],
  about: {
    en: 'CASE is the folder of a bundle or the name of a stored case. A time is a date or 2014-02-19T09:00, in the time zone of the case; a bare date means the end of that day.',
    es: 'CASE es la carpeta de un caso o el nombre de un caso guardado. El momento es una fecha o 2014-02-19T09:00, en la zona horaria del caso; una fecha sola significa el final de ese día.',
  },
  options: timeOptions,
  examples: [
    'standing examples/pavlov-2014 --known-by 2014-02-19T09:00',
    'standing examples/pavlov-2014 --known-by 2014-02-15 --json',
  ],
  async run(context, args) {
    const asked = await askedCase(context, args)
    const { law, view, situation } = asked.opened
    const { standing, evaluated } = standingOf(law, situation)
    const answer: StandingAnswer = answerOf(standing, evaluated, { law, view, language: context.language })
    if (context.json) context.out.json(answer)
    else printStanding(context.out, answer, timesText(asked, context.language), context.language)
    return 0
  },
}
