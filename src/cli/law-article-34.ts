import { type Article34Answer, article34Answer, readLaw } from '../casework/index.ts'
import { strasbourgZone } from '../law/index.ts'
import { minuteOf } from '../platform/index.ts'
import { parseMoment } from '../record/index.ts'
import { type Arguments, type Context, type ExitCode, needPositionals, optionText, type Text } from './command.ts'
import { UsageError } from './errors.ts'

/** `law article-34 --sending STATE EVENT…`: whether the State hindered the application, from the events alone. */
export async function lawArticle34(context: Context, args: Arguments): Promise<ExitCode> {
  const events = needPositionals(args, ['EVENT'], true)
  const sending = optionText(args, 'sending')?.toUpperCase()
  if (sending === undefined || !/^[A-Z]{2}$/.test(sending))
    throw new UsageError(
      { en: 'whose conduct is asked about is missing', es: 'falta el Estado por el que se pregunta' },
      { en: 'write --sending and two letters, as FR', es: 'escriba --sending y dos letras, como FR' },
    )
  const zone = optionText(args, 'zone') ?? strasbourgZone
  const law = await readLaw(context.platform.files, context.root)
  const unknown = events
    .map((e) => typeOf(e))
    .find((type) => /^[a-z-]+$/.test(type) && law.events[type] === undefined)
  if (unknown !== undefined)
    throw new UsageError(
      { en: `"${unknown}" is not an event type`, es: `"${unknown}" no es un tipo de hecho` },
      {
        en: 'the types stand in vocabulary/events.yaml; put each event between quotation marks',
        es: 'los tipos están en vocabulary/events.yaml; ponga cada hecho entre comillas',
      },
    )
  const now = minuteOf(context.platform.clock)
  const moment = (name: string): number | undefined => {
    const text = optionText(args, name)
    return text === undefined ? undefined : parseMoment(text, zone)
  }
  const knownBy = moment('known-by') ?? now
  const asOf = moment('on') ?? knownBy
  const answer = article34Answer(
    law,
    { sending, events, zone, asOf, knownBy, person: optionText(args, 'person') },
    context.language,
  )
  if (context.json) context.out.json(answer)
  else print(context, answer)
  return 0
}

const typeOf = (event: string): string =>
  event
    .trim()
    .replace(/^contested\s+/, '')
    .split(/\s+/)[0] ?? ''

const findingTexts: Readonly<Record<Article34Answer['findings'][number]['finding'], Text>> = {
  breached: { en: 'breached', es: 'infringido' },
  'not-breached': { en: 'not breached', es: 'no infringido' },
  unknown: { en: 'not known', es: 'se ignora' },
  contested: { en: 'contested', es: 'controvertido' },
}

function print({ out, language }: Context, answer: Article34Answer): void {
  const es = language === 'es'
  out.title(`${es ? 'Artículo 34' : 'Article 34'}: ${answer.sending}`)
  out.paragraph(
    es ? `Las horas sin huso son de ${answer.zone}.` : `Hours without a zone are those of ${answer.zone}.`,
  )
  const fromMemory = es ? ' (de memoria)' : ' (from memory)'
  for (const { persons, finding, because, assuming } of alike(answer.findings)) {
    out.heading(`${persons.length === 0 ? '' : `${persons.join(', ')}: `}${findingTexts[finding][language]}`)
    const told = because.map(({ text, authorities }) => {
      const cited = authorities.map(
        (a) => `${a.case}, ${a.application}, ${a.date}${a.checked === 'unverified' ? fromMemory : ''}`,
      )
      return text + (cited.length === 0 ? '' : ` – ${cited.join('; ')}`)
    })
    out.list(told, { indent: 2 })
    if (assuming.length === 0) continue
    out.paragraph(es ? 'Se da por supuesto:' : 'Taken for granted:', 2)
    out.list(
      assuming.map((a) => a.text),
      { indent: 4 },
    )
  }
}

type Finding = Article34Answer['findings'][number]

/** Those of whom the same is found for the same reasons stand together, in the order in which they were named. */
function alike(findings: readonly Finding[]): readonly (Finding & { readonly persons: readonly string[] })[] {
  const groups = new Map<string, Finding & { readonly persons: string[] }>()
  for (const found of findings) {
    const key = JSON.stringify([found.finding, found.because, found.assuming])
    const group = groups.get(key) ?? { ...found, persons: [] }
    if (found.person !== null) group.persons.push(found.person)
    groups.set(key, group)
  }
  return [...groups.values()]
}
