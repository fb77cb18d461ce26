import { z } from 'zod'
import {
  AssurancesAnswer,
  assurancesAnswer,
  AssurancesOverTime,
  assurancesOverTime,
  type PrecedentLineAnswer,
  readPrecedents,
} from '../casework/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command, Context, Language } from './command.ts'
import { findingWord, leaningWord, notChecked } from './precedent-words.ts'

export const AssurancesCommandAnswer = z.strictObject({ overTime: AssurancesOverTime, tests: AssurancesAnswer })

export const command: Command = {
  name: 'assurances',
  summary: {
    en: 'who gave assurances, whether that government has left, and what earlier ones came to',
    es: 'quién dio garantías, si ese Gobierno sigue y en qué quedaron las anteriores',
  },
  usage: ['assurances CASE [--known-by TIME]'],
  about: {
    en: 'Facts and judgments with their sources, those against the person first, and the factors with what nobody has answered. Whether an assurance is enough is never computed.',
    es: 'Hechos y sentencias con sus fuentes, primero las adversas, y los factores con lo que nadie ha respondido. Si una garantía basta nunca se calcula.',
  },
  options: timeOptions,
  examples: ['assurances examples/pavlov-2014 --known-by 2014-02-19'],
  async run(context, args) {
    const asked = await askedCase(context, args)
    const { language, json, out } = context
    const cases = await readPrecedents(context.platform.files, context.root)
    const overTime = assurancesOverTime(asked.opened, cases, asked.opened.law.blocks.precedent, language)
    const tests = assurancesAnswer(asked.opened, language)
    if (json) {
      out.json({ overTime, tests } satisfies z.infer<typeof AssurancesCommandAnswer>)
      return 0
    }
    out.title(language === 'es' ? 'Garantías diplomáticas' : 'Diplomatic assurances')
    out.paragraph(timesText(asked, language))
    printGiven(context, overTime)
    printPast(context, overTime)
    printTests(context, tests)
    return 0
  },
}

const open: Readonly<Record<Language, string>> = { en: 'not recorded', es: 'no consta' }
const listed = (texts: readonly string[], language: Language): string =>
  texts.length === 0 ? open[language] : texts.join('; ')

function printGiven({ out, language }: Context, { given }: AssurancesOverTime): void {
  const es = language === 'es'
  out.heading(es ? 'Las de este caso' : 'Those of this case')
  if (given.length === 0) out.paragraph(es ? 'No consta ninguna.' : 'None is recorded.')
  for (const one of given) {
    out.paragraph(`- ${one.title} (${one.date ?? open[language]})`, 2)
    out.pairs([
      [es ? 'Estado' : 'State', listed(one.state, language)],
      [es ? 'dadas por' : 'given by', listed(one.givenBy, language)],
      [es ? 'contenido' : 'content', listed(one.content, language)],
    ])
    for (const change of one.leftSince)
      out.paragraph(
        es
          ? `Ese Gobierno ya no está: ${change.title} (${change.date}). Hay que examinarlas de nuevo y preguntar si se reiteraron.`
          : `That government has left since: ${change.title} (${change.date}). They have to be examined anew; ask whether they were repeated.`,
        4,
      )
    for (const change of one.perhapsLeft)
      out.paragraph(
        es
          ? `No es seguro si el cambio de Gobierno fue después: ${change.title} (${change.date ?? open.es}).`
          : `Whether the change of government came after is not certain: ${change.title} (${change.date ?? open.en}).`,
        4,
      )
  }
}

function printPast({ out, language }: Context, past: AssurancesOverTime): void {
  const es = language === 'es'
  const print = (heading: string, found: readonly PrecedentLineAnswer[]): void => {
    out.heading(`${heading} (${found.length})`)
    for (const one of found) {
      const finding = `${es ? 'art. 3' : 'article 3'}: ${findingWord(one.article3.value, language)}`
      const date = one.dateChecked === 'read' ? one.date : `${one.date}, ${notChecked(language)}`
      const way = `${one.sending.join(', ')} → ${one.receiving.join(', ')}`
      out.paragraph(`- ${one.case}, ${one.applications.join(', ')} (${date}; ${way}): ${finding}`, 2)
      const said = one.lesson?.says ?? one.note
      out.paragraph([leaningWord(one.leaning, language), ...(said === null ? [] : [said])].join('. '), 4)
      if (one.sources.length > 0) out.paragraph(one.sources.join(' · '), 4)
    }
    if (found.length === 0) out.paragraph(es ? 'Ninguna leída.' : 'None that was read.', 2)
  }
  print(
    es ? 'Garantías anteriores del Estado de destino' : 'Earlier assurances of the receiving State',
    past.ofReceivingState,
  )
  print(
    es ? 'Garantías que el Estado que entrega aceptó o pidió antes' : 'Earlier assurances before the sending State',
    past.ofSendingState,
  )
  out.paragraph(
    es
      ? `En ${past.notChecked} sentencias más de estos Estados nadie ha comprobado si hubo garantías.`
      : `In ${past.notChecked} more judgments on these States nobody has checked whether there were assurances.`,
  )
}

function printTests({ out, language }: Context, { tests }: AssurancesAnswer): void {
  const es = language === 'es'
  for (const test of tests) {
    if (!test.perRisk) continue
    out.heading(test.question)
    for (const { title, needs, answers } of test.factors) {
      const said = answers.map(({ answer, by, reasons }) => `${answer} (${by}: ${reasons})`)
      const nobody = `${es ? 'nadie ha respondido; hace falta' : 'nobody has answered; needed'}: ${needs}`
      out.paragraph(`- ${title}: ${said.length === 0 ? nobody : said.join('; ')}`, 2)
    }
  }
}
