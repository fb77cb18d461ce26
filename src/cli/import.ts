import { z } from 'zod'
import { formatProblem } from '../casework/index.ts'
import { bundleAt, ComposeError, dataFolderOf, openData, ORGANISATION } from '../compose.ts'
import { type Command, needPositionals, optionText } from './command.ts'

export const ImportAnswer = z.strictObject({
  case: z.string(),
  entries: z.number(),
  originals: z.number(),
  folder: z.string(),
  warnings: z.array(z.string()),
})

export const command: Command = {
  name: 'import',
  summary: {
    en: 'keep a case bundle in the encrypted data folder',
    es: 'guarda un caso en la carpeta de datos cifrada',
  },
  usage: ['import BUNDLE [--data FOLDER]'],
  about: {
    en: 'Reads the whole bundle first; if anything in it is wrong, nothing is stored and every error names file, line and remedy. The passphrase comes from the terminal or from FORESTAY_PASSPHRASE. It cannot be recovered.',
    es: 'Lee antes el caso entero; si algo está mal, no guarda nada y cada error indica archivo, línea y remedio. La contraseña se pide en la terminal o se toma de FORESTAY_PASSPHRASE. No se puede recuperar.',
  },
  options: { data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } } },
  examples: ['import examples/pavlov-2014'],
  async run({ platform, out, root, env, json, language }, args) {
    const [reference = ''] = needPositionals(args, ['BUNDLE'])
    const bundle = await bundleAt({ platform, root, reference })
    if (bundle === undefined)
      throw new ComposeError(
        `${reference} is not a case bundle.`,
        'It has no case.yaml.',
        'Name the folder that holds case.yaml.',
      )
    const source = { platform, root, env, dataFolder: optionText(args, 'data') }
    const store = await openData(source, true)
    try {
      const key = { org: ORGANISATION, case: bundle.header.id }
      const held = await store.last(key)
      if (held > 0)
        throw new ComposeError(
          `The case "${key.case}" is stored already.`,
          `It has ${held} entries, and an import never overwrites.`,
          'Export the stored case and compare, or import into another data folder with --data.',
        )
      for (const [hash, bytes] of bundle.blobs) await store.putOriginal(key, bytes, hash)
      await store.appendPreserved(key, bundle.entries, 0)
      const answer: z.infer<typeof ImportAnswer> = {
        case: key.case,
        entries: bundle.entries.length,
        originals: bundle.blobs.size,
        folder: dataFolderOf(source),
        warnings: bundle.warnings.map(formatProblem),
      }
      if (json) out.json(answer)
      else {
        const es = language === 'es'
        out.paragraph(
          es
            ? `Guardado: ${answer.entries} anotaciones y ${answer.originals} originales de "${answer.case}" en ${answer.folder}, cifrados.`
            : `Kept: ${answer.entries} entries and ${answer.originals} original${answer.originals === 1 ? '' : 's'} of "${answer.case}" in ${answer.folder}, encrypted.`,
        )
        if (answer.warnings.length > 0) {
          out.heading(es ? 'Conviene mirar' : 'Worth a look')
          out.list(answer.warnings, { indent: 2 })
        }
        out.paragraph(
          es ? `Siguiente: ./forestay standing ${answer.case}` : `Next: ./forestay standing ${answer.case}`,
        )
      }
      return 0
    } finally {
      await store.close()
    }
  },
}
