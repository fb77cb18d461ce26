/** An act on a stored case by a named person, for the commands that enter one. */
import { ComposeError, openData, ORGANISATION } from '../compose.ts'
import { type Body, type Entry, project, type RecordState, type Said, validate } from '../record/index.ts'
import { type Arguments, type Context, type Option, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import { entriesOfCase, refuseBundle } from './stored-case.ts'

export const actOptions: Readonly<Record<string, Option>> = {
  by: {
    value: 'NAME',
    about: {
      en: 'whose act this is (default: FORESTAY_NAME)',
      es: 'de quién es este acto (por defecto: FORESTAY_NAME)',
    },
  },
  because: { value: 'REASON', about: { en: 'why; it is kept', es: 'por qué; se guarda' } },
  data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
}

/** Who acts. Throws {@link UsageError} where nobody is named. */
export function actorOf({ env }: Context, args: Arguments): string {
  const by = (optionText(args, 'by') ?? env['FORESTAY_NAME'] ?? '').trim()
  if (by !== '') return by
  throw new UsageError(
    { en: 'this needs the name of whoever does it', es: 'esto necesita el nombre de quien lo hace' },
    { en: 'write --by NAME, or set FORESTAY_NAME', es: 'escriba --by NOMBRE, o defina FORESTAY_NAME' },
  )
}

/** The reason given. Throws {@link UsageError} where there is none. */
export function reasonOf(args: Arguments): string {
  const because = optionText(args, 'because')?.trim() ?? ''
  if (because !== '') return because
  throw new UsageError(
    { en: 'this needs its reason', es: 'esto necesita su razón' },
    { en: 'write --because REASON', es: 'escriba --because REASON' },
  )
}

/** What is wrong, after the name of the field. */
const both = (field: string, { en, es }: Said): Said => ({ en: `${field}: ${en}`, es: `${field}: ${es}` })

/**
 * Enters what `bodiesOf` makes of the record, whole or not at all.
 * Throws {@link ComposeError} for a bundle, an unknown case, or an act that the record refuses.
 */
export async function enterAct(
  context: Context,
  args: Arguments,
  reference: string,
  by: string,
  bodiesOf: (state: RecordState) => readonly Body[],
): Promise<readonly Entry[]> {
  await refuseBundle(context, reference)
  const { platform, root, env } = context
  const store = await openData({ platform, root, env, dataFolder: optionText(args, 'data') })
  try {
    const state = project(await entriesOfCase(store, reference))
    const bodies = bodiesOf(state)
    const problem = validate(state, bodies, { by }).find(({ severity }) => severity === 'error')
    if (problem !== undefined)
      throw new ComposeError(
        { en: 'Nothing was entered.', es: 'No se ha anotado nada.' },
        both(problem.field, problem.said.what),
        problem.said.remedy,
      )
    return await store.append({ org: ORGANISATION, case: reference }, { by, bodies }, state.lastSequence)
  } finally {
    await store.close()
  }
}
