import { z } from 'zod'
import { caseAt, type OpenCase } from '../casework/index.ts'
import { openData, ORGANISATION } from '../compose.ts'
import { conclusionChanges, type Law, say } from '../law/index.ts'
import { askedTimes } from './case-options.ts'
import { type Arguments, type Context, type Language, optionText } from './command.ts'
import type { Printer } from './output.ts'
import { entriesOfCase } from './stored-case.ts'

/** The stored cases in which something comes out otherwise on the day asked, and those that could not be asked. */
export const DocketDiff = z.strictObject({
  asked: z.number(),
  changed: z.array(
    z.strictObject({
      case: z.string(),
      title: z.string(),
      changes: z.array(
        z.strictObject({ id: z.string(), title: z.string(), before: z.string(), after: z.string() }),
      ),
    }),
  ),
  left: z.array(z.strictObject({ case: z.string(), why: z.string() })),
})
export type DocketDiff = z.infer<typeof DocketDiff>

/** Throws {@link ComposeError} where the data folder cannot be opened. */
export async function docketDiff(context: Context, args: Arguments, before: Law, after: Law): Promise<DocketDiff> {
  const { platform, root, env, language } = context
  const store = await openData({ platform, root, env, dataFolder: optionText(args, 'data') })
  const cases: OpenCase[] = []
  const left: DocketDiff['left'] = []
  try {
    const times = askedTimes(context, args)
    for (const { case: id } of await store.cases(ORGANISATION)) {
      const opened = caseAt(after, await entriesOfCase(store, id), times)
      if (opened.view.header === undefined) left.push({ case: id, why: notYet[language] })
      else cases.push(opened)
    }
  } finally {
    await store.close()
  }
  const found = conclusionChanges(
    before,
    after,
    cases.map(({ situation }) => situation),
  )
  const changed = cases.flatMap(({ view }, index) => {
    const changes = found
      .filter(({ at }) => at.includes(index))
      .map((one) => ({ id: one.id, title: say(one.title, language), before: one.before, after: one.after }))
    return changes.length === 0 ? [] : [{ case: view.header?.id ?? '', title: view.header?.title ?? '', changes }]
  })
  return { asked: cases.length, changed, left }
}

const notYet: Readonly<Record<Language, string>> = {
  en: 'it was not on record by then',
  es: 'entonces aún no constaba',
}

export function printDocketDiff(out: Printer, { asked, changed, left }: DocketDiff, es: boolean): void {
  out.heading(
    es
      ? `Casos guardados: cambia algo en ${changed.length} de ${asked}`
      : `Stored cases: something changes in ${changed.length} of ${asked}`,
  )
  for (const { case: id, title, changes } of changed) {
    out.paragraph(`${title} [${id}]`, 2)
    out.list(
      changes.map((one) => `${one.title} [${one.id}]: ${one.before} → ${one.after}`),
      { indent: 4 },
    )
  }
  if (left.length === 0) return
  out.paragraph(es ? 'No preguntados:' : 'Not asked:', 2)
  out.list(
    left.map(({ case: id, why }) => `${id}: ${why}`),
    { indent: 4 },
  )
}
