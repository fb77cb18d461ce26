import {
  type PrecedentLineAnswer,
  type PrecedentsAnswer,
  precedentsAnswer,
  readLaw,
  readPrecedents,
} from '../casework/index.ts'
import { type Law, leanings, type PrecedentQuery, queryOf } from '../law/index.ts'
import { minuteOf } from '../platform/index.ts'
import { isoMinute, parseMoment } from '../record/index.ts'
import { askedCase, timeOptions } from './case-options.ts'
import { type Arguments, type Command, type Context, optionOn, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import {
  assurancesWord,
  fateWord,
  findingWord,
  leaningWord,
  measureWord,
  notChecked,
  relationWord,
} from './precedent-words.ts'

export const command: Command = {
  name: 'precedents',
  summary: {
    en: 'judgments that speak to the case, adverse authority first',
    es: 'sentencias que atañen al caso, primero las adversas',
  },
  usage: [
    'precedents CASE [--known-by TIME] [--receiving STATE] [--sending STATE]',
    'precedents --receiving STATE [--sending STATE] [--risk RISK] [--known-by TIME]',
  ],
  about: {
    en:
      'Judgments of the Strasbourg Court from law/precedents, as they could be cited at the time. Only what somebody ' +
      'read is counted or said; the rest is shown as not checked. There are counts and no rates: which cases never ' +
      'came to a judgment is not known.',
    es:
      'Sentencias del Tribunal de Estrasburgo de law/precedents, según podían citarse entonces. Solo se cuenta ' +
      'o afirma lo que alguien leyó; lo demás figura como no contrastado. Hay recuentos y no tasas: no se sabe ' +
      'qué casos no llegaron a sentencia.',
  },
  options: {
    ...timeOptions,
    receiving: {
      value: 'STATE',
      many: true,
      about: {
        en: 'receiving State, as KZ; instead of that of the case',
        es: 'Estado de destino, como KZ; en lugar del del caso',
      },
    },
    sending: {
      value: 'STATE',
      many: true,
      about: {
        en: 'sending State, as ES; instead of that of the case',
        es: 'Estado que entrega, como ES; en lugar del del caso',
      },
    },
    risk: {
      value: 'RISK',
      many: true,
      about: { en: 'a risk, such as death-penalty', es: 'un riesgo, como death-penalty' },
    },
    all: {
      about: {
        en: 'print every judgment, also where there are many of one kind',
        es: 'muestra todas las sentencias, también cuando hay muchas de una clase',
      },
    },
  },
  examples: [
    'precedents examples/pavlov-2014 --known-by 2014-02-19',
    'precedents --receiving KZ --known-by 2025-02-01',
  ],
  async run(context, args) {
    const { law, query } = await asked(context, args)
    const cases = await readPrecedents(context.platform.files, context.root)
    const answer = precedentsAnswer(cases, query, law.blocks.precedent, context.language)
    if (context.json) context.out.json(answer)
    else print(context, answer, optionOn(args, 'all'))
    return 0
  },
}

async function asked(context: Context, args: Arguments): Promise<{ law: Law; query: PrecedentQuery }> {
  const named = {
    receiving: states(args, 'receiving'),
    sending: states(args, 'sending'),
    risks: args.options.get('risk') ?? [],
  }
  if (args.positionals.length > 0) {
    const { opened } = await askedCase(context, args)
    const own = queryOf(opened.situation)
    const or = (chosen: readonly string[], given: readonly string[]): readonly string[] =>
      chosen.length > 0 ? chosen : given
    const query = {
      ...own,
      receiving: or(named.receiving, own.receiving),
      sending: or(named.sending, own.sending),
      risks: or(named.risks, own.risks),
    }
    return { law: opened.law, query }
  }
  if (named.receiving.length + named.sending.length + named.risks.length === 0)
    throw new UsageError(
      { en: 'neither a case nor a State was named', es: 'no se nombró ni un caso ni un Estado' },
      {
        en: 'name a case, or write --receiving KZ',
        es: 'nombre un caso, o escriba --receiving KZ',
      },
    )
  const text = optionText(args, 'known-by') ?? optionText(args, 'at')
  const now = minuteOf(context.platform.clock)
  return {
    law: await readLaw(context.platform.files, context.root),
    query: { ...named, linked: [], asOf: text === undefined ? now : parseMoment(text, 'UTC') },
  }
}

function states(args: Arguments, name: string): readonly string[] {
  return (args.options.get(name) ?? []).map((text) => {
    const code = text.toUpperCase()
    if (!/^[A-Z]{2}$/.test(code))
      throw new UsageError(
        { en: `"${text}" is not the code of a State`, es: `"${text}" no es el código de un Estado` },
        { en: `write two letters, as --${name} KZ`, es: `escriba dos letras, como --${name} KZ` },
      )
    return code
  })
}

/** Adverse authority is never cut. */
const shownMax = 12

function print(context: Context, answer: PrecedentsAnswer, all: boolean): void {
  const { out, language } = context
  const es = language === 'es'
  const { asked: question } = answer
  const parts = [
    ...question.receiving.map((s) => `${es ? 'a' : 'to'} ${s}`),
    ...question.sending.map((s) => `${es ? 'desde' : 'from'} ${s}`),
    ...question.risks,
  ]
  out.title(`${es ? 'Sentencias sobre entregas' : 'Judgments on transfers'}: ${parts.join(', ')}`)
  const day = isoMinute('UTC', parseMoment(question.asOf, 'UTC')).slice(0, 10)
  out.paragraph(es ? `Citables el ${day}.` : `As they could be cited on ${day}.`)
  printCounts(context, answer)
  for (const leaning of leanings) {
    const group = answer.precedents.filter((p) => p.leaning === leaning)
    if (group.length === 0) continue
    const shown = all || leaning === 'adverse' ? group : group.slice(0, shownMax)
    out.heading(`${leaningWord(leaning, language)} (${group.length})`)
    for (const found of shown) printOne(context, found)
    if (shown.length < group.length) {
      const more = group.length - shown.length
      out.paragraph(es ? `y ${more} más: --all las muestra` : `and ${more} more: --all shows them`, 2)
    }
  }
  if (answer.precedents.length === 0) out.paragraph(es ? 'Ninguna en los ficheros.' : 'None in the files.')
}

function printCounts({ out, language }: Context, { counts }: PrecedentsAnswer): void {
  const es = language === 'es'
  for (const { receiving, outcomes, read, notChecked: open, judgedAgain } of counts) {
    out.heading(es ? `Artículo 3, entregas a ${receiving}` : `Article 3, transfers to ${receiving}`)
    out.pairs([
      ...outcomes.map(({ outcome, count }) => [findingWord(outcome, language), String(count)] as const),
      [es ? 'sentencias contadas, todas leídas' : 'judgments counted, all read', String(read)],
      ...(open === 0 ? [] : [[notChecked(language), String(open)] as const]),
      ...(judgedAgain === 0
        ? []
        : [[es ? 'no contadas: juzgadas de nuevo' : 'not counted: judged again', String(judgedAgain)] as const]),
    ])
  }
}

function printOne({ out, language }: Context, found: PrecedentLineAnswer): void {
  const es = language === 'es'
  const none = notChecked(language)
  const date = found.dateChecked === 'read' ? found.date : `${found.date}, ${none}`
  const why = found.because.map((b) => relationWord(b, found, language)).join('; ')
  out.paragraph(`- ${found.case}, ${found.applications.join(', ')} (${date}): ${why}`, 2)
  const articles = (['article3', 'article13', 'article34'] as const)
    .filter((a) => a === 'article3' || (found[a].value !== null && found[a].value !== 'none'))
    .map((a) => `${es ? 'art.' : 'article'} ${a.slice('article'.length)}: ${findingWord(found[a].value, language)}`)
  out.paragraph(articles.join('; '), 4)
  if (found.basis === 'curated') {
    const fate =
      found.measure.value === 'indicated'
        ? ` (${es ? 'y luego' : 'then'}: ${fateWord(found.fate.value, language)})`
        : ''
    out.paragraph(
      `${es ? 'medida' : 'measure'}: ${measureWord(found.measure.value, language)}${fate}; ` +
        `${es ? 'garantías' : 'assurances'}: ${assurancesWord(found.assurances.value, language)}`,
      4,
    )
  }
  const said = found.lesson?.says ?? found.note
  if (said !== null) out.paragraph(said, 4)
  if (found.judgedAgain !== null)
    out.paragraph(
      es
        ? `juzgada de nuevo: ${found.judgedAgain.case} (${found.judgedAgain.date})`
        : `judged again: ${found.judgedAgain.case} (${found.judgedAgain.date})`,
      4,
    )
}
