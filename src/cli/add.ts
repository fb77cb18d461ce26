import { actorOf } from './act.ts'
import { disclosureLevels } from '../record/index.ts'
import { type AddAnswer, addFiles } from './adding.ts'
import { type Arguments, type Command, type Context, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import { dayAsked } from './read.ts'

export const addOptions: Command['options'] = {
  case: {
    value: 'CASE',
    about: { en: 'the stored case that keeps them', es: 'el caso guardado que los conserva' },
  },
  by: {
    value: 'NAME',
    about: { en: 'who brings them (default: FORESTAY_NAME)', es: 'quién los aporta (por defecto: FORESTAY_NAME)' },
  },
  publisher: { value: 'NAME', about: { en: 'who published them', es: 'quién los publicó' } },
  date: { value: 'DAY', about: { en: 'the day they were published', es: 'el día en que se publicaron' } },
  disclosure: {
    value: 'LEVEL',
    about: {
      en: 'public, counsel, internal or sealed (default: internal)',
      es: 'public, counsel, internal o sealed (por defecto: internal)',
    },
  },
  data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
}

export const command: Command = {
  name: 'add',
  summary: { en: 'keep documents in a stored case, and read them', es: 'guarda documentos en un caso y los lee' },
  usage: ['add FILE… --case CASE [--by NAME]'],
  about: {
    en: 'Keeps the bytes as they are, also of what is packed in them. What cannot be read is kept too, with the reason: what came in is what was kept. Proposals wait for ./forestay review; they are made anew each time and are no part of the record.',
    es: 'Guarda los bytes tal cual, también los de lo que llevan dentro. Lo que no se puede leer se guarda igualmente, con la razón: lo que entró es lo que se guardó. Las propuestas esperan a ./forestay review; se hacen de nuevo cada vez y no forman parte del expediente.',
  },
  options: addOptions,
  examples: ['add letters/*.pdf --case pavlov-2014 --by "Name of the person"'],
  async run(context, args) {
    return keep(context, args, needPositionals(args, ['FILE'], true), undefined)
  },
}

/** Keeps the files as the options say, and tells what became of them. Throws {@link UsageError}. */
export async function keep(
  context: Context,
  args: Arguments,
  files: readonly string[],
  address: string | undefined,
): Promise<0 | 1> {
  const caseId = optionText(args, 'case')
  if (caseId === undefined)
    throw new UsageError(
      { en: 'the case is missing', es: 'falta el caso' },
      { en: 'write --case CASE', es: 'escriba --case CASO' },
    )
  const level = optionText(args, 'disclosure') ?? 'internal'
  const disclosure = disclosureLevels.find((one) => one === level)
  if (disclosure === undefined) {
    throw new UsageError(
      { en: `there is no level "${level}"`, es: `no hay nivel "${level}"` },
      { en: `choose one of: ${disclosureLevels.join(', ')}`, es: `elija entre: ${disclosureLevels.join(', ')}` },
    )
  }
  const answer = await addFiles(context, {
    caseId,
    files,
    address,
    disclosure,
    by: actorOf(context, args),
    dataFolder: optionText(args, 'data'),
    publisher: optionText(args, 'publisher'),
    published: dayAsked(optionText(args, 'date')),
  })
  if (context.json) context.out.json(answer)
  else print(context, answer)
  return answer.missing.length > 0 ? 1 : 0
}

function print({ out, language }: Context, { case: caseId, documents, missing, count }: AddAnswer): void {
  const es = language === 'es'
  for (const { path, id, refused, already, proposals, copies, warnings } of documents) {
    const what =
      refused === null
        ? `${proposals} ${es ? 'propuestas' : 'proposals'}`
        : `${es ? 'no leído' : 'not read'}: ${refused}`
    const held = already ? (es ? '; ya estaba guardado' : '; kept before') : ''
    const like = copies
      .map(({ of, share }) => ` ${es ? 'Parece repetir' : 'Seems to repeat'} ${of} (${Math.round(share * 100)} %).`)
      .join('')
    const [first, ...more] = warnings
    const others = more.length === 0 ? '' : ` (+${more.length})`
    const look = first === undefined ? '' : ` ${es ? 'Mírelo' : 'Look at it'}: ${first}${others}`
    const told = `${what}${held}`.replace(/\.$/u, '')
    out.list([`${path.join(' › ')} → ${id}: ${told}.${like}${look}`])
  }
  out.paragraph(
    es
      ? `Entraron ${count.in}, guardados ${count.kept}: ${count.read} leídos, ${count.refused} no leídos.`
      : `${count.in} came in, ${count.kept} kept: ${count.read} read, ${count.refused} not read.`,
  )
  for (const { file, reason } of missing) out.list([`${es ? 'No entró' : 'Did not come in'}: ${file}: ${reason}`])
  const first = documents.find(({ proposals }) => proposals > 0)
  if (first !== undefined)
    out.paragraph(`${es ? 'Siguiente' : 'Next'}: ./forestay review ${caseId} ${first.id} --by "…"`)
}
