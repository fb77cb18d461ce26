import { z } from 'zod'
import { caseAt, DocketImpactAnswer, docketImpactAnswer, type OpenCase, readLaw } from '../casework/index.ts'
import { ComposeError, openData, ORGANISATION } from '../compose.ts'
import { askedTimes } from './case-options.ts'
import { type Arguments, type Context, type ExitCode, needPositionals, optionText } from './command.ts'
import { entriesOfCase } from './stored-case.ts'

/** A whole docket, and the cases in it that could not be asked. */
export const WhatIfDocketAnswer = DocketImpactAnswer.extend({
  left: z.array(z.strictObject({ case: z.string(), why: z.string() })),
})
export type WhatIfDocketAnswer = z.infer<typeof WhatIfDocketAnswer>

/** `what-if --all EVENT…`: in which of the stored cases something would change. */
export async function whatIfDocket(
  context: Context,
  args: Arguments,
  check: (opened: OpenCase, events: readonly string[]) => void,
): Promise<ExitCode> {
  const events = needPositionals(args, ['EVENT'], true)
  const { platform, root, env, language } = context
  const law = await readLaw(platform.files, root)
  const store = await openData({ platform, root, env, dataFolder: optionText(args, 'data') })
  const cases: OpenCase[] = []
  const left: WhatIfDocketAnswer['left'] = []
  try {
    const times = askedTimes(context, args)
    for (const { case: id } of await store.cases(ORGANISATION)) {
      const opened = caseAt(law, await entriesOfCase(store, id), times)
      if (opened.view.header === undefined)
        left.push({
          case: id,
          why: language === 'es' ? 'entonces aún no constaba' : 'it was not on record by then',
        })
      else cases.push(opened)
    }
  } finally {
    await store.close()
  }
  const [first] = cases
  if (first === undefined)
    throw new ComposeError(
      { en: 'There is no case to ask.', es: 'No hay ningún caso por el que preguntar.' },
      {
        en: 'The data folder holds none that was on record by then.',
        es: 'La carpeta de datos no contiene ninguno que constara entonces.',
      },
      {
        en: 'Import one with ./forestay import, or name a bundle: ./forestay what-if BUNDLE EVENT.',
        es: 'Importe uno con ./forestay import, o nombre una carpeta de caso: ./forestay what-if CARPETA HECHO.',
      },
    )
  check(first, events)
  const answer = { ...docketImpactAnswer(cases, events, language), left }
  if (context.json) context.out.json(answer)
  else print(context, answer)
  return 0
}

function print({ out, language }: Context, answer: WhatIfDocketAnswer): void {
  const es = language === 'es'
  out.title(`${es ? 'Si ocurriera, en todos los casos' : 'What if, in all cases'}: ${answer.supposed.join('; ')}`)
  out.paragraph(
    es
      ? `Cambiaría algo en ${answer.changed.length} de ${answer.asked} casos.`
      : `Something would change in ${answer.changed.length} of ${answer.asked} cases.`,
  )
  for (const { case: id, title, changes } of answer.changed) {
    out.heading(`${title} [${id}]`)
    if (changes === null)
      out.paragraph(es ? 'Cambia algo; pregunte por este caso solo.' : 'Something changes; ask this case alone.', 2)
    else
      out.list(
        changes.map((one) => `${one.title}: ${one.beforeText} → ${one.afterText} [${one.id}]`),
        { indent: 2 },
      )
  }
  if (answer.left.length > 0) {
    out.heading(es ? 'No preguntados' : 'Not asked')
    out.list(
      answer.left.map(({ case: id, why }) => `${id}: ${why}`),
      { indent: 2 },
    )
  }
  out.blank()
  out.paragraph(
    es
      ? 'Para un caso, con sus plazos y deberes: ./forestay what-if CASE EVENT'
      : 'For one case, with its clocks and duties: ./forestay what-if CASE EVENT',
  )
}
