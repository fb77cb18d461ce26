/** `./forestay read`: what a document proposes, without keeping anything. */
import { z } from 'zod'
import { dayOf, linked, ProposalAnswer, proposalAnswer, proposalsOf } from '../casework/index.ts'
import { openCase } from '../compose.ts'
import { FileError, sha256Of, minuteOf } from '../platform/index.ts'
import type { SecondReader } from '../reading/index.ts'
import { DateError, parseDate, type View } from '../record/index.ts'
import { type Command, type Context, needPositionals, optionText } from './command.ts'
import { fileErrorText, UsageError } from './errors.ts'
import { secondReaderOf, secondReaderOptions, SecondReadingAnswer } from './second-reader.ts'
import { proposalText } from './proposal-text.ts'
import { readFileText, workedDocuments } from './reading-text.ts'

export const ReadAnswer = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      /** Null where the file itself could not be opened. */
      sha256: z.string().nullable(),
      status: z.enum(['read', 'refused']),
      /** Why it could not be read. */
      refused: z.string().nullable(),
      language: z.string().nullable(),
      /** The day from which relative dates were counted, and why that one. */
      documentDate: z.strictObject({ date: z.string(), because: z.string() }).nullable(),
      warnings: z.array(z.string()),
      proposals: z.array(ProposalAnswer),
      /** Null unless it was asked for. */
      secondReader: SecondReadingAnswer.nullable(),
    }),
  ),
  /** Files given, and what became of them: `in` = `read` + `refused`. */
  count: z.strictObject({ in: z.number(), read: z.number(), refused: z.number() }),
})
type Answer = z.infer<typeof ReadAnswer>

export const command: Command = {
  name: 'read',
  summary: {
    en: 'what a document proposes, without keeping anything',
    es: 'qué propone un documento, sin guardar nada',
  },
  usage: ['read FILE… [--date DAY] [--case CASE]'],
  about: {
    en: 'Proposals are no facts: each shows the words it rests on, and how they hold what they say (as a fact, denied, conditional, demanded, possible). With --case they are set beside what the record has. Nothing is sent anywhere unless you ask for --second-reader, and then what leaves is said first.',
    es:
      'Las propuestas no son hechos: cada una muestra las palabras en que se apoya y cómo lo dicen ' +
      '(como hecho, negado, condicional, exigido, posible). Con --case se comparan con el ' +
      'expediente. Nada se envía a ninguna parte salvo que pida --second-reader, y entonces se dice antes qué sale.',
  },
  options: {
    date: {
      value: 'DAY',
      about: {
        en: 'the day of the document, from which dates are counted',
        es: 'el día del documento, desde el que se cuentan las fechas',
      },
    },
    case: {
      value: 'CASE',
      about: { en: 'a bundle or stored case to compare with', es: 'un caso con el que comparar' },
    },
    language: {
      value: 'LANGUAGE',
      about: {
        en: 'en, es, fr or ru; told from the text otherwise',
        es: 'en, es, fr o ru; si no, se deduce del texto',
      },
    },
    data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
    ...secondReaderOptions,
  },
  examples: [
    'read examples/pavlov-2014/originals/press-item-retelling.txt --date 2014-02-19',
    'read letter.pdf --case examples/pavlov-2014',
  ],
  async run(context, args) {
    const files = needPositionals(args, ['FILE'], true)
    const asked = dayAsked(optionText(args, 'date'))
    const reference = optionText(args, 'case')
    const view = reference === undefined ? undefined : await viewOf(context, reference, optionText(args, 'data'))
    const second = secondReaderOf(args)
    if (second !== undefined && !context.json) context.out.paragraph(second.leaves)
    const answer: Answer = { files: [], count: { in: files.length, read: 0, refused: 0 } }
    for (const file of files) {
      const one = await readOne(context, file, {
        asked,
        view,
        second,
        language: optionText(args, 'language'),
      })
      answer.files.push(one)
      answer.count[one.status] += 1
    }
    if (context.json) context.out.json(answer)
    else print(context, answer)
    return answer.count.refused > 0 ? 1 : 0
  },
}

/** Throws {@link UsageError}. */
export function dayAsked(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (isDay(text)) return text
  throw new UsageError(
    { en: `"${text}" is not a day`, es: `"${text}" no es un día` },
    { en: 'write it as 2014-02-19', es: 'escríbalo así: 2014-02-19' },
  )
}

function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/u.test(text) && Number.isFinite(parseDate(text, 'UTC').earliest)
  } catch (error) {
    if (error instanceof DateError) return false
    throw error
  }
}

async function viewOf(
  { platform, root, env }: Context,
  reference: string,
  dataFolder: string | undefined,
): Promise<View> {
  const now = minuteOf(platform.clock)
  const opened = await openCase({ platform, root, reference, env, dataFolder }, () => ({
    at: now,
    knownBy: now,
    audience: 'desk',
  }))
  return opened.view
}

interface Asked {
  readonly asked: string | undefined
  readonly view: View | undefined
  readonly second: SecondReader | undefined
  readonly language: string | undefined
}

async function readOne(context: Context, file: string, how: Asked): Promise<Answer['files'][number]> {
  const none = { file, language: null, documentDate: null, warnings: [], proposals: [], secondReader: null }
  let bytes: Uint8Array
  try {
    bytes = await context.platform.files.read(file)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { ...none, sha256: null, status: 'refused', refused: fileErrorText(error, context.language) }
  }
  const sha256 = sha256Of(bytes)
  const read = await readFileText(bytes, file, context.language)
  if (read.status === 'refused') return { ...none, sha256, status: 'refused', refused: read.reason }
  const documents = [...(how.view?.documents.values() ?? []), ...(await workedDocuments(context))]
  const known = documents.find((one) => one.sha256 === sha256)
  const day = dayOf(how.asked, known, { sent: read.sent, documents })
  const language = how.language ?? read.language
  const second = await how.second?.read({
    text: read.text,
    language,
    ...(day === undefined ? {} : { documentDate: day.date }),
  })
  const proposals = [...proposalsOf(read.text, language, day?.date), ...(second?.proposals ?? [])]
  return {
    ...none,
    sha256,
    status: 'read',
    refused: null,
    language,
    documentDate: day === undefined ? null : { date: day.date, because: day.because[context.language] },
    warnings: [...read.warnings],
    proposals: linked(proposals, how.view, language).map((one) => proposalAnswer(one, context.language)),
    secondReader:
      second === undefined
        ? null
        : {
            leaves: how.second?.leaves ?? '',
            status: second.status,
            problem: second.problem ?? null,
            dropped: [...second.dropped],
          },
  }
}

function print({ out, language }: Context, { files, count }: Answer): void {
  const es = language === 'es'
  for (const { file, refused, documentDate, warnings, proposals, secondReader } of files) {
    out.title(file)
    if (refused !== null) out.paragraph(`${es ? 'No se pudo leer' : 'Could not be read'}: ${refused}`)
    if (documentDate !== null)
      out.paragraph(
        `${es ? 'Día del documento' : 'Day of the document'}: ${documentDate.date} (${documentDate.because})`,
      )
    out.list(warnings, { indent: 2 })
    if (secondReader !== null && secondReader.problem !== null) out.paragraph(secondReader.problem)
    for (const proposal of proposals) out.list([proposalText(proposal, proposals, language)], { indent: 2 })
  }
  out.paragraph(
    es
      ? `Archivos: ${count.in}; leídos: ${count.read}; no leídos: ${count.refused}. Nada se ha guardado; ` +
          'ninguna propuesta es un hecho.'
      : `${count.in} file${count.in === 1 ? '' : 's'}: ${count.read} read, ${count.refused} refused. ` +
          'Nothing was kept; no proposal is a fact.',
  )
}
