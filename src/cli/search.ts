import { foundIn, type SearchAnswer, searchAnswer } from '../casework/index.ts'
import { withSearch } from '../compose.ts'
import { minuteOf } from '../platform/index.ts'
import { type Instant, parseDate, parseMoment, project, viewOf } from '../record/index.ts'
import { HITS_MAX, itemFields, itemKinds, readTerms, type SearchQuery } from '../search/index.ts'
import { audienceOf, knowable, recordedByOf, timeOptions } from './case-options.ts'
import {
  type Arguments,
  type Command,
  type Context,
  needPositionals,
  optionOn,
  optionText,
  optionTexts,
} from './command.ts'
import { UsageError } from './errors.ts'

const HITS_SHOWN = 20

export const command: Command = {
  name: 'search',
  summary: {
    en: 'find words in the documents, claims and people of a case',
    es: 'busca palabras en los documentos, afirmaciones y personas de un caso',
  },
  usage: ['search CASE WORDS… [--field FIELD] [--from DATE] [--to DATE] [--exact] [--known-by TIME]'],
  about: {
    en: 'All the words must be found. Put a phrase in quotation marks (and the whole in apostrophes for the shell); end a word with * for its beginning. Case, accents and alphabet do not matter, and words of the same stem are found in English, Spanish, French and Russian, unless --exact is given. Nothing shows that was not known by the time and to the audience asked.',
    es: 'Deben encontrarse todas las palabras. Ponga una frase entre comillas (y todo entre apóstrofos para la terminal); termine una palabra con * para buscar por su comienzo. No importan mayúsculas, acentos ni alfabeto, y se encuentran palabras de la misma raíz en inglés, español, francés y ruso, salvo con --exact. No se muestra nada que no se supiera en ese momento y por ese público.',
  },
  options: {
    field: {
      value: 'FIELD',
      many: true,
      about: {
        en: `look only there; may be repeated: ${[...itemKinds, ...itemFields].join(', ')}`,
        es: `busca solo ahí; puede repetirse: ${[...itemKinds, ...itemFields].join(', ')}`,
      },
    },
    from: {
      value: 'DATE',
      about: { en: 'said or published from this day on', es: 'dicho o publicado desde ese día' },
    },
    to: { value: 'DATE', about: { en: 'said or published up to this day', es: 'dicho o publicado hasta ese día' } },
    exact: { about: { en: 'only words written just so', es: 'solo palabras escritas exactamente así' } },
    limit: {
      value: 'NUMBER',
      about: { en: `how many (default ${HITS_SHOWN})`, es: `cuántos (por defecto ${HITS_SHOWN})` },
    },
    'known-by': timeOptions['known-by'] ?? { about: { en: '', es: '' } },
    audience: timeOptions['audience'] ?? { about: { en: '', es: '' } },
    'recorded-by': timeOptions['recorded-by'] ?? { about: { en: '', es: '' } },
    data: timeOptions['data'] ?? { about: { en: '', es: '' } },
  },
  examples: [
    'search examples/pavlov-2014 assurances',
    `search examples/pavlov-2014 '"domestic remedies" exhaust*'`,
  ],
  async run(context, args) {
    const [reference = '', ...words] = needPositionals(args, ['CASE', 'WORDS'], true)
    const source = { ...context, reference, dataFolder: optionText(args, 'data') }
    const { view, state, result } = await withSearch(source, async ({ entries, key, index }) => {
      const { zone } = project(entries)
      const audience = audienceOf(args)
      const recordedBy = recordedByOf(args, zone, audience)
      const known = project(entries, recordedBy === undefined ? {} : { recordedBy })
      const now = minuteOf(context.platform.clock)
      const knownBy = knowable(momentOf(args, 'known-by', zone) ?? now, audience, now)
      const seen = viewOf(known, { knownBy, audience })
      const found = await index.find(key, queryOf(args, words, zone), foundIn(known, seen))
      return { view: seen, state: known, result: found }
    })
    const answer = searchAnswer(result, state, view, context.language)
    if (context.json) context.out.json(answer)
    else print(context, answer)
    return 0
  },
}

function momentOf(args: Arguments, name: string, zone: string): Instant | undefined {
  const text = optionText(args, name)
  return text === undefined ? undefined : parseMoment(text, zone)
}

function queryOf(args: Arguments, words: readonly string[], zone: string): SearchQuery {
  const known = [...itemKinds, ...itemFields]
  const fields = optionTexts(args, 'field').map((asked) => {
    const field = known.find((one) => one === asked)
    if (field !== undefined) return field
    const listed = known.join(', ')
    throw new UsageError(
      { en: `there is no field "${asked}"`, es: `no hay campo "${asked}"` },
      { en: `choose one of: ${listed}`, es: `elija entre: ${listed}` },
    )
  })
  const limit = Number(optionText(args, 'limit') ?? HITS_SHOWN)
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > HITS_MAX) {
    const range = { en: `--limit is a number from 1 to ${HITS_MAX}`, es: `--limit es un número de 1 a ${HITS_MAX}` }
    throw new UsageError(range)
  }
  const from = optionText(args, 'from')
  // A word with a space in it came in quotation marks of the shell: it is a phrase.
  const text = words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ')
  return {
    terms: readTerms(text),
    fields,
    from: from === undefined ? undefined : parseDate(from, zone).earliest,
    to: momentOf(args, 'to', zone),
    exact: optionOn(args, 'exact'),
    hitsMax: limit,
  }
}

function print({ out, language }: Context, { hits, more }: SearchAnswer): void {
  const es = language === 'es'
  out.title(es ? 'Encontrado' : 'Found')
  if (hits.length === 0) out.paragraph(es ? 'Nada.' : 'Nothing.')
  for (const { title, kind, id, field, snippet } of hits) {
    out.heading(title)
    out.paragraph(snippet, 2)
    out.paragraph(`${kind} ${id}, ${field}`, 2)
  }
  if (more)
    out.paragraph(es ? 'Hay más: añada palabras o use --limit.' : 'There are more: add words, or use --limit.')
}
