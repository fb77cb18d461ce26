import { type OpenCase, unknownEventTypes, type WhatIfAnswer, whatIfAnswer } from '../casework/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import { type Command, type Context, optionOn } from './command.ts'
import { UsageError } from './errors.ts'
import { whatIfDocket } from './what-if-docket.ts'

export const command: Command = {
  name: 'what-if',
  summary: { en: 'what would change if something happened', es: 'qué cambiaría si ocurriera algo' },
  usage: ['what-if CASE EVENT… [--at TIME] [--known-by TIME]', 'what-if --all EVENT… [--data FOLDER]'],
  about: {
    en: 'Each EVENT is one quoted text: an event type, a date, and key=value pairs, as in law/README.md. With --all it answers in which of the stored cases something would change. Nothing is stored.',
    es: 'Cada EVENT es un texto entre comillas: tipo, fecha y pares clave=valor, como en law/README.md. Con --all responde en cuáles de los casos guardados cambiaría algo. No se guarda nada.',
  },
  options: {
    ...timeOptions,
    all: { about: { en: 'ask all stored cases at once', es: 'preguntar a todos los casos guardados a la vez' } },
  },
  examples: [
    'what-if examples/pavlov-2014 "measure-indicated 2014-02-20 issuer=echr addressee=ES" --known-by 2014-02-19T09:00',
    'what-if --all "measure-indicated 2014-02-20 issuer=echr addressee=ES"',
  ],
  async run(context, args) {
    if (optionOn(args, 'all')) return whatIfDocket(context, args, checkTypes)
    const asked = await askedCase(context, args, ['CASE', 'EVENT'], true)
    const events = args.positionals.slice(1)
    checkTypes(asked.opened, events)
    const answer = whatIfAnswer(asked.opened, events, context.language)
    if (context.json) context.out.json(answer)
    else print(context, answer, timesText(asked, context.language))
    return 0
  },
}

function checkTypes(opened: OpenCase, events: readonly string[]): void {
  const [unknown] = unknownEventTypes(opened, events)
  if (unknown === undefined) return
  throw new UsageError(
    { en: `"${unknown}" is not an event type`, es: `"${unknown}" no es un tipo de hecho` },
    {
      en: 'the types stand in vocabulary/events.yaml; put each event between quotation marks',
      es: 'los tipos están en vocabulary/events.yaml; ponga cada hecho entre comillas',
    },
  )
}

function print({ out, language }: Context, answer: WhatIfAnswer, times: string): void {
  const es = language === 'es'
  out.title(`${es ? 'Si ocurriera' : 'What if'}: ${answer.supposed.join('; ')}`)
  out.paragraph(times)
  out.heading(es ? 'Cambiaría' : 'Would change')
  if (answer.changes.length === 0) out.paragraph(es ? 'Nada.' : 'Nothing.', 2)
  for (const change of answer.changes) {
    out.paragraph(`- ${change.title}: ${change.beforeText} → ${change.afterText} [${change.id}]`, 2)
    if (change.causes.length > 0) out.paragraph(`${es ? 'por' : 'because of'}: ${change.causes.join(', ')}`, 4)
  }
  out.heading(es ? 'Quién quedaría obligado, y hasta cuándo' : 'Who would be bound, and until when')
  out.list(
    answer.duties.map((d) => `${d.bearer}: ${d.duty} – ${es ? 'hasta' : 'until'}: ${d.until}`),
    { indent: 2 },
  )
  if (answer.clocksUnderStay.length > 0) {
    out.heading(es ? 'Qué pasa con los plazos' : 'What happens to the clocks')
    const words: Record<string, string> = es
      ? { 'runs-on': 'sigue corriendo', stops: 'se detiene', 'not-stated': 'la norma no lo dice' }
      : { 'runs-on': 'runs on', stops: 'stops', 'not-stated': 'the norm does not say' }
    out.list(
      answer.clocksUnderStay.map((c) => `${c.title}: ${words[c.effect] ?? c.effect}. ${c.note}`),
      { indent: 2 },
    )
  }
  if (answer.unchanged.length > 0) {
    out.heading(es ? 'No cambiaría' : 'Would not change')
    out.list(
      answer.unchanged.map((u) => `${u.title}: ${u.staysText} [${u.id}]`),
      { indent: 2 },
    )
  }
}
