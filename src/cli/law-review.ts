import { readLaw } from '../casework/index.ts'
import { reviewPage } from '../law/index.ts'
import { nearest } from '../record/index.ts'
import { type Arguments, type Context, type ExitCode, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'

/**
 * `law review PACK [--out FILE]`: a sheet to read, tick and sign. PACK is a pack's name, a page, or a folder of
 * pages.
 */
export async function reviewLaw({ platform, out, root, language }: Context, args: Arguments): Promise<ExitCode> {
  const [given = ''] = needPositionals(args, ['PACK'])
  const law = await readLaw(platform.files, root)
  const asked = given.replace(/^\.\//, '').replace(/\/$/, '')
  const packs = law.packs.filter(
    ({ id, file }) => id === asked || file === asked || file === `law/${asked}` || file.startsWith(`${asked}/`),
  )
  if (packs.length === 0) {
    const near = nearest(
      asked,
      law.packs.flatMap(({ id, file }) => [id, file]),
    )
    throw new UsageError(
      { en: `there is no pack "${given}"`, es: `no existe el paquete "${given}"` },
      near === undefined
        ? {
            en: 'name a pack, a page or a folder, such as law/es',
            es: 'nombre un paquete, página o carpeta, como law/es',
          }
        : { en: `did you mean ${near}?`, es: `¿quiso decir ${near}?` },
    )
  }
  const file = optionText(args, 'out') ?? `review-${asked.replaceAll(/[^\w.-]/g, '-').replace(/\.md$/, '')}.html`
  await platform.files.write(file, reviewPage(law, packs, language))
  out.paragraph(language === 'es' ? `Escrito: ${file}` : `Written: ${file}`)
  return 0
}
