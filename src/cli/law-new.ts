import { join } from 'node:path'
import { packTemplate, readLaw } from '../casework/index.ts'
import { type Arguments, type Context, type ExitCode, needPositionals } from './command.ts'
import { UsageError } from './errors.ts'

/** `law new CC`: writes the first page of a State of which nothing is held yet. Never writes over a page. */
export async function newLaw({ platform, out, root, language }: Context, args: Arguments): Promise<ExitCode> {
  const [given = ''] = needPositionals(args, ['STATE'])
  const state = given.toUpperCase()
  if (!/^[A-Z]{2}$/.test(state))
    throw new UsageError(
      { en: `"${given}" is not a State's code`, es: `"${given}" no es el código de un Estado` },
      { en: 'use the two letters of ISO 3166, such as PT', es: 'use las dos letras de ISO 3166, como PT' },
    )
  const law = await readLaw(platform.files, root)
  const [held] = law.packs.filter(({ jurisdiction }) => jurisdiction === state)
  const path = join('law', state.toLowerCase(), 'removal.md')
  if (held !== undefined || (await platform.files.exists(join(root, path)))) {
    const there = held?.file ?? path
    throw new UsageError(
      { en: `${state} has pages already: ${there}`, es: `${state} ya tiene páginas: ${there}` },
      { en: 'add to them; nothing was written', es: 'complételas; no se ha escrito nada' },
    )
  }
  await platform.files.write(join(root, path), packTemplate(law, state))
  const es = language === 'es'
  out.paragraph(es ? `Escrito: ${path}` : `Written: ${path}`)
  out.paragraph(
    es
      ? 'La página hace las doce preguntas y no responde a ninguna. Mientras tanto las páginas del Estado desconocido siguen dando fechas prudentes; cuando haya respuestas, añada el código a las listas de law/unknown/removal.md.'
      : 'The page asks the twelve questions and answers none. Until they are answered the pages of the unknown State go on giving safe dates; afterwards add the code to the lists in law/unknown/removal.md.',
  )
  out.verbatim([`./forestay law check law/${state.toLowerCase()} --watch`])
  return 0
}
