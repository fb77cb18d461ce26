import { z } from 'zod'
import { formatProblem, type ImportedBundle } from '../casework/index.ts'
import { bundleAt, ComposeError, dataFolderOf, openData, ORGANISATION } from '../compose.ts'
import { readArrival } from '../publish/exchange/index.ts'
import { type Arguments, type Command, type Context, needPositionals, optionText } from './command.ts'
import { importTables, tableOptions } from './import-tables.ts'

export const ImportAnswer = z.strictObject({
  case: z.string(),
  entries: z.number(),
  originals: z.number(),
  folder: z.string(),
  warnings: z.array(z.string()),
  /** Tables only: filled cells in = kept + refused. Nothing is entered without --enter. */
  tables: z
    .strictObject({
      entered: z.boolean(),
      /** Already in the record, the same. */
      there: z.number(),
      cells: z.strictObject({ in: z.number(), kept: z.number(), refused: z.number() }),
      refused: z.array(
        z.strictObject({
          file: z.string(),
          row: z.number().optional(),
          column: z.string().optional(),
          value: z.string().optional(),
          why: z.string(),
          remedy: z.string(),
        }),
      ),
    })
    .optional(),
})
export type ImportAnswer = z.infer<typeof ImportAnswer>

export const command: Command = {
  name: 'import',
  summary: {
    en: 'keep a case in the encrypted data folder, or take tables from Uwazi into one that is there',
    es: 'guarda un caso en la carpeta de datos cifrada, o toma tablas de Uwazi para uno que ya está',
  },
  usage: [
    'import BUNDLE|BAG|TABLES [--data FOLDER]',
    'import UWAZI --case CASE [--as KIND] [--publisher NAME] [--enter --by NAME]',
  ],
  about: {
    en: 'A whole case (bundle, BagIt bag, csv tables, JSON Lines) is read first; if anything in it is wrong, nothing is stored and every error names file, line and remedy. Tables from Uwazi go into a stored case: without --enter they are only read, and every cell that is not understood is named. The passphrase comes from the terminal or from FORESTAY_PASSPHRASE. It cannot be recovered.',
    es:
      'Un caso entero (carpeta, bolsa BagIt, tablas csv, JSON Lines) se lee antes; si algo está mal, ' +
      'no guarda nada y cada error indica archivo, línea y remedio. Las tablas de Uwazi entran en un caso guardado: sin --enter solo se leen, y se nombra cada celda que no se entiende. La contraseña se pide en la terminal o se toma de FORESTAY_PASSPHRASE. No se puede recuperar.',
  },
  options: {
    data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
    ...tableOptions,
  },
  examples: ['import examples/pavlov-2014', 'import victims.zip --case pavlov-2014 --as person --publisher "Name"'],
  async run(context, args) {
    const [reference = ''] = needPositionals(args, ['BUNDLE'])
    const { platform, root } = context
    const bundle = await bundleAt({ platform, root, reference })
    if (bundle !== undefined) return keepCase(context, args, bundle)
    if (!(await platform.files.exists(reference))) {
      throw new ComposeError(
        { en: `There is no ${reference}.`, es: `No existe ${reference}.` },
        { en: 'It is neither a folder nor a file.', es: 'No es ni una carpeta ni un archivo.' },
        {
          en: 'Name a folder with case.yaml or bagit.txt, an archive, a .csv or a .jsonl file.',
          es: 'Nombre una carpeta con case.yaml o bagit.txt, un archivo comprimido, un .csv o un .jsonl.',
        },
      )
    }
    const arrived = await readArrival(platform.files, reference)
    return arrived.kind === 'record'
      ? keepCase(context, args, arrived.bundle)
      : importTables(context, args, reference, arrived)
  },
}

/** Stores a whole case under its own name. Throws {@link ComposeError} where one of that name is stored. */
async function keepCase(context: Context, args: Arguments, bundle: ImportedBundle): Promise<0> {
  const { platform, root, env } = context
  const source = { platform, root, env, dataFolder: optionText(args, 'data') }
  const store = await openData(source, true)
  try {
    const key = { org: ORGANISATION, case: bundle.header.id }
    const held = await store.last(key)
    if (held > 0)
      throw new ComposeError(
        { en: `The case "${key.case}" is stored already.`, es: `El caso «${key.case}» ya está guardado.` },
        {
          en: `It has ${held} entries, and an import never overwrites.`,
          es: `Tiene ${held} anotaciones, y una importación nunca sobrescribe.`,
        },
        {
          en: 'Export the stored case and compare, or import into another data folder with --data.',
          es: 'Exporte el caso guardado y compare, o importe en otra carpeta de datos con --data.',
        },
      )
    for (const [hash, bytes] of bundle.blobs) await store.putOriginal(key, bytes, hash)
    await store.appendPreserved(key, bundle.entries, 0)
    const answer: ImportAnswer = {
      case: key.case,
      entries: bundle.entries.length,
      originals: bundle.blobs.size,
      folder: dataFolderOf(source),
      warnings: bundle.warnings.map(formatProblem),
    }
    if (context.json) context.out.json(answer)
    else print(context, answer)
    return 0
  } finally {
    await store.close()
  }
}

function print({ out, language }: Context, answer: ImportAnswer): void {
  const es = language === 'es'
  out.paragraph(
    es
      ? `Guardado: ${answer.entries} anotaciones y ${answer.originals} originales de "${answer.case}" ` +
          `en ${answer.folder}, cifrados.`
      : `Kept: ${answer.entries} entries and ${answer.originals} ` +
          `original${answer.originals === 1 ? '' : 's'} of "${answer.case}" in ${answer.folder}, encrypted.`,
  )
  if (answer.warnings.length > 0) {
    out.heading(es ? 'Conviene mirar' : 'Worth a look')
    out.list(answer.warnings, { indent: 2 })
  }
  out.paragraph(es ? `Siguiente: ./forestay standing ${answer.case}` : `Next: ./forestay standing ${answer.case}`)
}
