import { type WhyAnswer, whyAnswer, type WhyStep } from '../casework/index.ts'
import { type Law, statusWord, valueWord } from '../law/index.ts'
import { nearest } from '../record/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import { type Command, type Context, type Language, optionOn } from './command.ts'
import { UsageError } from './errors.ts'
import type { Printer } from './output.ts'

export const command: Command = {
  name: 'why',
  summary: {
    en: 'the norm, the evidence and the exceptions behind a conclusion',
    es: 'la norma, la prueba y las excepciones de una conclusión',
  },
  usage: ['why CASE CONCLUSION [--not] [--at TIME] [--known-by TIME]'],
  about: {
    en: 'CONCLUSION is a name from the standing: a remedy, duty, bar, stage, rule, or a part of one such as es.suplica.opened. With --not: why it is not so, and what would have to be learned.',
    es: 'CONCLUSION es un nombre de la situación: un recurso, deber, obstáculo, fase, regla, o una parte, como es.suplica.opened. Con --not: por qué no es así y qué habría que averiguar.',
  },
  options: {
    not: { about: { en: 'why not, with everything looked at', es: 'por qué no, con todo lo examinado' } },
    ...timeOptions,
  },
  examples: ['why examples/pavlov-2014 es.asylum-appeal.urgent-stay --known-by 2014-02-19T09:00'],
  async run(context, args) {
    const asked = await askedCase(context, args, ['CASE', 'CONCLUSION'])
    const name = args.positionals[1] ?? ''
    const answer = whyAnswer(asked.opened, name, optionOn(args, 'not'), context.language)
    if (answer === undefined) throw nothingCalled(name, asked.opened.law)
    if (context.json) context.out.json(answer)
    else print(context, answer, timesText(asked, context.language))
    return 0
  },
}

function nothingCalled(name: string, law: Law): UsageError {
  const near = nearest(name, [...law.remedies.keys(), ...law.compiled.conclusions.keys()])
  return new UsageError(
    { en: `nothing is called "${name}"`, es: `nada se llama "${name}"` },
    near === undefined
      ? {
          en: 'the names stand in brackets in the standing',
          es: 'los nombres están entre corchetes en la situación',
        }
      : { en: `did you mean ${near}?`, es: `¿quiso decir ${near}?` },
  )
}

const roleWords: Record<string, readonly [string, string]> = {
  exception: ['exception', 'excepción'],
  against: ['against', 'en contra'],
  any: ['any of', 'alguno de'],
}

function print({ out, language }: Context, answer: WhyAnswer, times: string): void {
  const es = language === 'es'
  out.title(answer.title)
  out.paragraph(times)
  out.blank()
  const status =
    answer.status === null
      ? ''
      : `; ${es ? 'estado' : 'status'}: ${statusWord(answer.status as Parameters<typeof statusWord>[0], language)}`
  out.paragraph(
    `${answer.conclusion}: ${valueWord(answer.value as Parameters<typeof valueWord>[0], language)}${status}`,
  )
  out.heading(es ? 'Porque' : 'Because')
  for (const part of answer.because.parts) printStep(out, part, 2, language, answer.title)
  if (answer.settledBy.length > 0) {
    out.heading(es ? 'Lo aclararía' : 'What would settle it')
    out.list(
      answer.settledBy.map(
        (s) =>
          `${s.facts.join(es ? '; y ' : '; and ')} → ${valueWord(s.result as Parameters<typeof valueWord>[0], language)}`,
      ),
      { indent: 2 },
    )
  }
  if (answer.claims.length > 0) {
    out.heading(es ? 'Fuentes' : 'Evidence')
    for (const claim of answer.claims) {
      out.paragraph(
        `[${claim.id}] ${claim.speaker}${claim.said === null ? '' : `, ${claim.said}`}: ${claim.what}`,
        2,
      )
      if (claim.words !== null) out.paragraph(`“${claim.words}”`, 4)
      if (claim.document !== '')
        out.paragraph(`${claim.document}${claim.address === null ? '' : ` – ${claim.address}`}`, 4)
    }
  }
}

/** Claims named beside a step; all of them stand under "Evidence". */
const idsMax = 3

function printStep(out: Printer, step: WhyStep, indent: number, language: Language, above = ''): void {
  // A rule inside a conclusion of the same name adds nothing to read: go on with what it rests on.
  if (step.text === above && step.parts.length > 0) {
    for (const part of step.parts) printStep(out, part, indent, language, above)
    return
  }
  const role = roleWords[step.role]?.[language === 'es' ? 1 : 0]
  const more = step.evidence.length > idsMax ? ', …' : ''
  const evidence = step.evidence.length === 0 ? '' : ` [${step.evidence.slice(0, idsMax).join(', ')}${more}]`
  const because = step.because === undefined ? '' : ` (${step.because})`
  const value = valueWord(step.value as Parameters<typeof valueWord>[0], language)
  out.paragraph(`- ${role === undefined ? '' : `${role}: `}${step.text}: ${value}${because}${evidence}`, indent)
  if (step.norms.length > 0) out.paragraph(step.norms.join('; '), indent + 2)
  for (const part of step.parts) printStep(out, part, indent + 2, language, step.text)
}
