import { answerOf } from '../casework/index.ts'
import { standingOf } from '../law/index.ts'
import { askedCase, timesText } from './case-options.ts'
import type { Command } from './command.ts'
import { printStanding } from './standing-text.ts'

const EXAMPLE = 'examples/pavlov-2014'
/** The morning on which the press item went out. */
const MORNING = '2014-02-19T09:00'

export const command: Command = {
  name: 'start',
  summary: {
    en: 'open the worked case: who could still stop the transfer that morning',
    es: 'abre el caso de ejemplo: quién podía detener la entrega aquella mañana',
  },
  usage: ['start'],
  options: {},
  async run(context, args) {
    const { out, language, json } = context
    const asked = await askedCase(context, {
      ...args,
      positionals: [EXAMPLE],
      options: new Map([['known-by', [MORNING]]]),
    })
    const { law, view, situation } = asked.opened
    const { standing, evaluated } = standingOf(law, situation)
    const answer = answerOf(standing, evaluated, { law, view, language })
    if (json) {
      out.json(answer)
      return 0
    }
    printStanding(out, answer, timesText(asked, language), language)
    const es = language === 'es'
    out.heading(es ? 'Pruebe ahora' : 'Try next')
    const next: readonly (readonly [string, string])[] = [
      [
        `./forestay standing ${EXAMPLE} --known-by 2014-02-15`,
        es ? 'lo que podía saberse cuatro días antes' : 'what could be known four days earlier',
      ],
      [
        `./forestay why ${EXAMPLE} es.asylum-appeal.urgent-stay --known-by ${MORNING}`,
        es ? 'por qué va primero' : 'why it stands first',
      ],
      [
        `./forestay missing ${EXAMPLE} --known-by 2014-02-15`,
        es ? 'qué habría que preguntar' : 'what one would have to ask',
      ],
      [
        `./forestay what-if ${EXAMPLE} "measure-indicated 2014-02-20 issuer=echr addressee=ES" --known-by ${MORNING}`,
        es ? 'si Estrasburgo hubiera intervenido' : 'had Strasbourg stepped in',
      ],
      [
        `./forestay contested ${EXAMPLE} --known-by 2014-03-21`,
        es ? 'dónde se contradicen las fuentes' : 'where the sources contradict each other',
      ],
    ]
    for (const [line, what] of next) {
      out.paragraph(`- ${what}:`, 2)
      out.verbatim([line], 4)
    }
    return 0
  },
}
