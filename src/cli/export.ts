import { z } from 'zod'
import { exportBundle, writeBundle } from '../casework/index.ts'
import { bundleAt, ComposeError, entriesOf, openData, ORGANISATION } from '../compose.ts'
import type { Sha256 } from '../record/index.ts'
import { type Command, needPositionals, optionText } from './command.ts'

export const ExportAnswer = z.strictObject({ folder: z.string(), files: z.number(), entries: z.number() })

export const command: Command = {
  name: 'export',
  summary: {
    en: 'write a case as a readable folder with its originals and a manifest',
    es: 'escribe un caso como carpeta legible con originales y manifiesto',
  },
  usage: ['export CASE FOLDER [--data FOLDER]'],
  about: {
    en: 'The folder holds everything in plain text: keep it as carefully as the case. It imports again to the same record.',
    es: 'La carpeta lo contiene todo en texto claro: guárdela con el mismo cuidado que el caso. Se importa de nuevo al mismo expediente.',
  },
  options: { data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } } },
  examples: ['export pavlov-2014 my-copy'],
  async run({ platform, out, root, env, json, language }, args) {
    const [reference = '', folder = ''] = needPositionals(args, ['CASE', 'FOLDER'])
    if (await platform.files.exists(folder)) {
      throw new ComposeError(
        `${folder} exists already.`,
        'An export never overwrites.',
        'Name a folder that does not exist yet.',
      )
    }
    const source = { platform, root, env, dataFolder: optionText(args, 'data'), reference }
    const entries = await entriesOf(source)
    const blobs = await originalsOf(
      source,
      entries.flatMap((e) =>
        e.body.kind === 'document' && e.body.document.sha256 !== undefined ? [e.body.document.sha256] : [],
      ),
    )
    const content = exportBundle(entries, blobs)
    await writeBundle(platform.files, folder, content)
    const answer: z.infer<typeof ExportAnswer> = { folder, files: content.size, entries: entries.length }
    if (json) out.json(answer)
    else
      out.paragraph(
        language === 'es'
          ? `Escrito: ${answer.entries} anotaciones en ${answer.files} archivos, en ${folder}. No están cifrados.`
          : `Written: ${answer.entries} entries in ${answer.files} files, in ${folder}. They are not encrypted.`,
      )
    return 0
  },
}

/** The originals that are held; a document that is only cited has none. */
async function originalsOf(
  source: Parameters<typeof entriesOf>[0],
  hashes: readonly Sha256[],
): Promise<ReadonlyMap<Sha256, Uint8Array>> {
  const bundle = await bundleAt(source)
  if (bundle !== undefined) return bundle.blobs
  const store = await openData(source)
  try {
    const found = new Map<Sha256, Uint8Array>()
    for (const hash of hashes) {
      const bytes = await store.getOriginal({ org: ORGANISATION, case: source.reference }, hash)
      if (bytes !== undefined) found.set(hash, bytes)
    }
    return found
  } finally {
    await store.close()
  }
}
