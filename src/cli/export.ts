import { z } from 'zod'
import { ComposeError } from '../compose.ts'
import {
  type ExchangeFormat,
  exchangeFormats,
  type ExchangeVocabulary,
  readExchangeVocabulary,
  writeExchange,
  type Written,
} from '../publish/exchange/index.ts'
import type { Files } from '../platform/index.ts'
import {
  type Audience,
  audiences,
  disclosedTo,
  type DocumentThing,
  project,
  type RecordState,
} from '../record/index.ts'
import { type Arguments, type Command, type Context, needPositionals, optionOn, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import { type FoundCase, withCase } from './stored-case.ts'

export const ExportAnswer = z.strictObject({
  folder: z.string(),
  format: z.enum(exchangeFormats),
  audience: z.enum(audiences),
  files: z.number(),
  entries: z.number(),
  /** What the format has no place for, by kind, and how many. */
  leftOut: z.record(z.string(), z.number()),
})
type ExportAnswer = z.infer<typeof ExportAnswer>

export const command: Command = {
  name: 'export',
  summary: {
    en: 'write a case for people and other programs: a readable folder, a bag, tables, FollowTheMoney, Uwazi',
    es: 'escribe un caso para personas y otros programas: carpeta legible, bolsa, tablas, FollowTheMoney, Uwazi',
  },
  usage: ['export CASE TARGET [--format FORMAT] [--audience WHO] [--data FOLDER]'],
  about: {
    en: 'The target holds everything in plain text: keep it as carefully as the case. bundle (the default), bagit, csv and jsonl import again to the same record. bundle and bagit become one archive where TARGET ends in .zip; ftm and jsonl are one file.',
    es:
      'El destino lo contiene todo en texto claro: guárdelo con el mismo cuidado que el caso. bundle ' +
      '(por defecto), bagit, csv y jsonl se importan de nuevo al mismo expediente. bundle y bagit forman un archivo si TARGET acaba en .zip; ftm y jsonl son un solo archivo.',
  },
  options: {
    format: {
      value: 'FORMAT',
      about: {
        en: 'bundle, bagit, ftm, uwazi, csv or jsonl (default: bundle)',
        es: 'bundle, bagit, ftm, uwazi, csv o jsonl (por defecto: bundle)',
      },
    },
    audience: {
      value: 'desk|counsel|public',
      about: {
        en: 'for whom: only what they may have is written (default: desk, everything)',
        es: 'para quién: solo se escribe lo que puede tener (por defecto: desk, todo)',
      },
    },
    bom: {
      about: {
        en: 'csv: begin each table with the mark by which some spreadsheets tell UTF-8',
        es: 'csv: empieza cada tabla con la marca por la que algunas hojas de cálculo reconocen UTF-8',
      },
    },
    data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
  },
  examples: ['export pavlov-2014 my-copy', 'export pavlov-2014 pavlov.jsonl --format ftm --audience public'],
  async run(context, args) {
    const [reference = '', target = ''] = needPositionals(args, ['CASE', 'TARGET'])
    const format = oneOf(args, 'format', exchangeFormats, 'bundle')
    const audience = oneOf(args, 'audience', audiences, 'desk')
    const { files } = context.platform
    if (await files.exists(target)) {
      throw new ComposeError(
        { en: `${target} exists already.`, es: `${target} ya existe.` },
        { en: 'An export never overwrites.', es: 'Una exportación nunca sobrescribe.' },
        {
          en: 'Name a folder or a file that does not exist yet.',
          es: 'Nombre una carpeta o un archivo que aún no exista.',
        },
      )
    }
    const answer = await withCase(context, args, reference, async (found) => {
      const now = context.platform.clock.now()
      const vocabulary = await readExchangeVocabulary(files, context.root)
      const byteOrderMark = optionOn(args, 'bom')
      const written = await exportCase(files, found, { target, format, audience, now, vocabulary, byteOrderMark })
      return { folder: target, format, audience, ...written }
    })
    if (context.json) context.out.json(answer)
    else print(context, answer)
    return 0
  },
}

interface ExportAsked {
  readonly target: string
  readonly format: ExchangeFormat
  readonly audience: Audience
  /** An ISO instant: what is under an embargo then stays. */
  readonly now: string
  readonly vocabulary: ExchangeVocabulary
  readonly byteOrderMark?: boolean
}

/**
 * Writes a case for its readers: the record as far as they may have it, and the originals for the desk alone. Others
 * get those drawn again, in a dossier: nobody has looked through these bytes for names and hidden layers.
 */
export async function exportCase(
  files: Files,
  { entries, original, held }: Pick<FoundCase, 'entries' | 'original' | 'held'>,
  { target, format, audience, now, vocabulary, byteOrderMark = false }: ExportAsked,
): Promise<Written> {
  const open = disclosedTo(project(entries), audience, Math.floor(Date.parse(now) / 60_000))
  const recorded = `${now.slice(0, 10)}T00:00:00Z`
  const isOwn = audience === 'desk'
  const originals = isOwn ? original : async () => undefined
  const state = isOwn ? open : withoutFingerprints(open)
  const written = await writeExchange(files, target, format, {
    state,
    vocabulary,
    originals,
    recorded,
    byteOrderMark,
  })
  const kept = [...open.documents.values()].filter(({ sha256 }) => sha256 !== undefined && held.has(sha256))
  if (isOwn || kept.length === 0) return written
  return { ...written, leftOut: { ...written.leftOut, originals: kept.length } }
}

/** Copies of one paper can be made to differ: the hash would tell which of them is held, and so who gave it. */
const withoutFingerprints = (state: RecordState): RecordState => ({
  ...state,
  documents: new Map(
    [...state.documents].map(([id, { sha256: _sha256, ...document }]): [string, DocumentThing] => [id, document]),
  ),
})

function oneOf<T extends string>(args: Arguments, name: string, known: readonly T[], standard: T): T {
  const asked = optionText(args, name) ?? standard
  const found = known.find((one) => one === asked)
  if (found !== undefined) return found
  throw new UsageError(
    { en: `--${name} cannot be "${asked}"`, es: `--${name} no puede ser "${asked}"` },
    { en: `choose one of: ${known.join(', ')}`, es: `elija entre: ${known.join(', ')}` },
  )
}

function print(
  { out, language }: Context,
  { folder, format, audience, files, entries, leftOut }: ExportAnswer,
): void {
  const es = language === 'es'
  const what = names[format][language]
  out.paragraph(
    es
      ? `Escrito: ${entries} anotaciones en ${files} archivo${files === 1 ? '' : 's'}, ${what}, en ` +
          `${folder}. No están cifrados.`
      : `Written: ${entries} entries in ${files} file${files === 1 ? '' : 's'}, ${what}, in ${folder}. ` +
          'They are not encrypted.',
  )
  if (audience !== 'desk') out.paragraph(forWhom[audience][language])
  const { originals, ...others } = leftOut
  if (originals !== undefined)
    out.paragraph(
      es
        ? `Originales que se quedan aquí: ${originals}. Nadie ha buscado nombres en ellos: salen solo ` +
            'como anexos de un escrito.'
        : `Originals that stay here: ${originals}. Nobody has looked through them for names: they ` +
            'leave only as exhibits of a paper.',
    )
  const missing = Object.entries(others).map(([kind, count]) => `${kind}: ${count}`)
  if (missing.length === 0) return
  out.heading(
    es ? 'No cabe en este formato (use bundle o bagit)' : 'Has no place in this format (use bundle or bagit)',
  )
  out.list(missing, { indent: 2 })
}

const names: Readonly<Record<ExchangeFormat, Readonly<Record<'en' | 'es', string>>>> = {
  bundle: { en: 'as a readable bundle', es: 'como carpeta legible' },
  bagit: { en: 'as a BagIt bag', es: 'como bolsa BagIt' },
  ftm: { en: 'as FollowTheMoney entities', es: 'como entidades de FollowTheMoney' },
  uwazi: { en: 'for Uwazi', es: 'para Uwazi' },
  csv: { en: 'as tables', es: 'como tablas' },
  jsonl: { en: 'as JSON Lines', es: 'como JSON Lines' },
}

const forWhom: Readonly<Record<Exclude<Audience, 'desk'>, Readonly<Record<'en' | 'es', string>>>> = {
  counsel: {
    en: 'Only what counsel may have on this day. Numbers and names of entry are not those of the record.',
    es:
      'Solo lo que la defensa puede tener en este día. Los números y nombres de anotación no son los ' +
      'del expediente.',
  },
  public: {
    en: 'Only what anyone may have on this day. Numbers and names of entry are not those of the record.',
    es:
      'Solo lo que cualquiera puede tener en este día. Los números y nombres de anotación no son los ' +
      'del expediente.',
  },
}
