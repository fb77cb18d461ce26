import { z } from 'zod'
import { isRemedyStatus, say, statusWord, whatIf, type WhatIf } from '../law/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command, Context, Language } from './command.ts'
import { UsageError } from './errors.ts'

export const WhatIfAnswer = z.strictObject({
  supposed: z.array(z.string()),
  changes: z.array(
    z.strictObject({
      what: z.string(),
      id: z.string(),
      title: z.string(),
      before: z.string(),
      after: z.string(),
      causes: z.array(z.string()),
    }),
  ),
  unchanged: z.array(z.strictObject({ id: z.string(), title: z.string(), stays: z.string() })),
  clocksUnderStay: z.array(
    z.strictObject({ id: z.string(), title: z.string(), effect: z.string(), note: z.string() }),
  ),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      bearer: z.string(),
      duty: z.string(),
      until: z.string(),
      status: z.string(),
      force: z.string(),
    }),
  ),
})

export const command: Command = {
  name: 'what-if',
  summary: { en: 'what would change if something happened', es: 'qué cambiaría si ocurriera algo' },
  usage: ['what-if CASE EVENT… [--at TIME] [--known-by TIME]'],
  about: {
    en: 'Each EVENT is one quoted text: an event type, a date, and key=value pairs, as in law/README.md. Nothing is stored.',
    es: 'Cada EVENT es un texto entre comillas: tipo, fecha y pares clave=valor, como en law/README.md. No se guarda nada.',
  },
  options: timeOptions,
  examples: [
    'what-if examples/pavlov-2014 "measure-indicated 2014-02-20 issuer=echr addressee=ES" --known-by 2014-02-19T09:00',
  ],
  async run(context, args) {
    const asked = await askedCase(context, args, ['CASE', 'EVENT'], true)
    const events = args.positionals.slice(1)
    const { law, situation } = asked.opened
    for (const event of events) {
      const type = event.trim().split(/\s+/)[0] ?? ''
      if (/^[a-z-]+$/.test(type) && type !== 'no' && type !== 'assessed' && law.events[type] === undefined) {
        throw new UsageError(
          { en: `"${type}" is not an event type`, es: `"${type}" no es un tipo de hecho` },
          {
            en: 'the types stand in vocabulary/events.yaml; put each event between quotation marks',
            es: 'los tipos están en vocabulary/events.yaml; ponga cada hecho entre comillas',
          },
        )
      }
    }
    const result = whatIf(law, situation, events)
    if (context.json) context.out.json(answerOf(result, events, context.language))
    else print(context, answerOf(result, events, context.language), timesText(asked, context.language))
    return 0
  },
}

function answerOf(result: WhatIf, events: readonly string[], language: Language): z.infer<typeof WhatIfAnswer> {
  return {
    supposed: [...events],
    changes: result.changes.map(({ title, causes, ...change }) => ({
      ...change,
      title: say(title, language),
      causes: [...causes],
    })),
    unchanged: result.unchanged
      .filter((u) => u.stays === 'binds' || u.stays === 'binds_as_recorded')
      .map((u) => ({ id: u.id, title: say(u.title, language), stays: u.stays })),
    clocksUnderStay: result.clocksUnderStay.map((c) => ({
      id: c.id,
      title: say(c.title, language),
      effect: c.effect,
      note: say(c.note, language),
    })),
    duties: result.after.duties
      .filter((d) => d.status === 'binds' || d.status === 'binds_as_recorded')
      .map((d) => ({
        id: d.id,
        bearer: d.bearer,
        duty: say(d.duty, language),
        until: say(d.until, language),
        status: d.status,
        force: d.force,
      })),
  }
}

function print({ out, language }: Context, answer: z.infer<typeof WhatIfAnswer>, times: string): void {
  const es = language === 'es'
  out.title(`${es ? 'Si ocurriera' : 'What if'}: ${answer.supposed.join('; ')}`)
  out.paragraph(times)
  out.heading(es ? 'Cambiaría' : 'Would change')
  if (answer.changes.length === 0) out.paragraph(es ? 'Nada.' : 'Nothing.', 2)
  for (const change of answer.changes) {
    out.paragraph(
      `- ${change.title}: ${stateWord(change.before, language)} → ${stateWord(change.after, language)} [${change.id}]`,
      2,
    )
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
      answer.unchanged.map((u) => `${u.title}: ${stateWord(u.stays, language)} [${u.id}]`),
      { indent: 2 },
    )
  }
}

const stateWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  binds: { en: 'binds', es: 'obliga' },
  binds_as_recorded: { en: 'binds, as far as recorded', es: 'obliga, según lo que consta' },
  does_not_bind: { en: 'does not bind', es: 'no obliga' },
  ended: { en: 'ended', es: 'terminó' },
  running: { en: 'running', es: 'corre' },
  passed: { en: 'over', es: 'vencido' },
  perhaps_passed: { en: 'perhaps over', es: 'quizá vencido' },
  start_unknown: { en: 'start not known', es: 'inicio desconocido' },
  '–': { en: 'not', es: 'no' },
  true: { en: 'yes', es: 'sí' },
  false: { en: 'no', es: 'no' },
  unknown: { en: 'unknown', es: 'se ignora' },
  contested: { en: 'contested', es: 'controvertido' },
}

/** A state as the difference names it, in words: a duty's, a clock's, a value, or a remedy's status with its outcome. */
function stateWord(state: string, language: Language): string {
  const known = stateWords[state]
  if (known !== undefined) return known[language]
  const [status = '', outcome] = state.split(' ')
  return isRemedyStatus(status)
    ? statusWord(status, language) + (outcome === undefined ? '' : ` ${outcome}`)
    : state
}
