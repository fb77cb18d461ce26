/** `same` and `different`: a person's judgement on who is whom, entered in a stored case. */
import { z } from 'zod'
import { ComposeError, openData, ORGANISATION } from '../compose.ts'
import { minuteOf } from '../platform/index.ts'
import {
  type Entry,
  type Id,
  type Identity,
  isoMinute,
  nearest,
  project,
  type RecordState,
} from '../record/index.ts'
import { type Command, type Context, needPositionals, optionText, type Text } from './command.ts'
import { UsageError } from './errors.ts'
import { refuseBundle } from './stored-case.ts'

export const IdentityAnswer = z.strictObject({
  case: z.string(),
  id: z.string(),
  a: z.string(),
  b: z.string(),
  judgement: z.enum(['same', 'different']),
  by: z.string(),
  because: z.string(),
  sequence: z.number(),
})

const options: Command['options'] = {
  because: {
    value: 'REASON',
    about: { en: 'why; it is kept with the judgement', es: 'por qué; se guarda con el juicio' },
  },
  by: {
    value: 'NAME',
    about: { en: 'who judges (default: FORESTAY_NAME)', es: 'quién juzga (por defecto: FORESTAY_NAME)' },
  },
  data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
}

const about: Text = {
  en: 'A and B are the ids that ./forestay people shows. The judgement is an entry in the record under your name; the latest one on a pair counts, none is erased, so it can be taken back with the opposite command.',
  es:
    'A y B son los identificadores que muestra ./forestay people. El juicio es una anotación del ' +
    'expediente con su nombre; cuenta el último sobre cada par y ninguno se borra, así que se deshace con la orden contraria.',
}

export function judgeCommand(judgement: 'same' | 'different', summary: Text, example: string): Command {
  return {
    name: judgement,
    summary,
    usage: [`${judgement} CASE A B --because REASON [--by NAME]`],
    about,
    options,
    examples: [example],
    async run(context, args) {
      const [reference = '', a = '', b = ''] = needPositionals(args, ['CASE', 'A', 'B'])
      const because = optionText(args, 'because')?.trim() ?? ''
      const by = (optionText(args, 'by') ?? context.env['FORESTAY_NAME'] ?? '').trim()
      if (because === '')
        throw missing('because', 'REASON', 'a judgement needs its reason', 'un juicio necesita su razón')
      if (by === '')
        throw missing(
          'by',
          'NAME',
          'a judgement needs the name of whoever makes it',
          'un juicio necesita el nombre de quien lo hace',
        )
      await refuseBundle(context, reference)
      const answer = await enter(
        context,
        { reference, dataFolder: optionText(args, 'data') },
        { a, b, judgement, by, because },
      )
      if (context.json) context.out.json(answer)
      else context.out.paragraph(saidText(answer, context.language))
      return 0
    },
  }
}

const missing = (option: string, value: string, en: string, es: string): UsageError =>
  new UsageError({ en, es }, { en: `write --${option} ${value}`, es: `escriba --${option} ${value}` })

type Judged = Pick<Identity, 'a' | 'b' | 'by' | 'because'> & { readonly judgement: 'same' | 'different' }

async function enter(
  context: Context,
  place: { readonly reference: string; readonly dataFolder: string | undefined },
  judged: Judged,
): Promise<z.infer<typeof IdentityAnswer>> {
  const { platform, root, env } = context
  const store = await openData({ platform, root, env, dataFolder: place.dataFolder })
  try {
    const key = { org: ORGANISATION, case: place.reference }
    const entries: Entry[] = []
    for await (const entry of store.entries(key)) entries.push(entry)
    if (entries.length === 0) {
      throw new ComposeError(
        { en: `There is no case "${key.case}".`, es: `No existe el caso «${key.case}».` },
        { en: 'Nothing is stored under that name.', es: 'Con ese nombre no hay nada guardado.' },
        {
          en: 'Name a case that was imported with ./forestay import.',
          es: 'Nombre un caso importado con ./forestay import.',
        },
      )
    }
    const state = project(entries)
    checkPair(state, judged)
    const learned = isoMinute(state.zone, minuteOf(platform.clock))
    const identity: Identity = { id: freeId(state, judged), ...judged, learned }
    const saved = await store.append(
      key,
      { by: judged.by, bodies: [{ kind: 'identity', identity }] },
      state.lastSequence,
    )
    return { case: key.case, id: identity.id, ...judged, sequence: saved[0]?.sequence ?? state.lastSequence + 1 }
  } finally {
    await store.close()
  }
}

function checkPair(state: RecordState, { a, b }: Judged): void {
  if (a === b) {
    throw new ComposeError(
      {
        en: 'Nothing was entered: both ids are the same.',
        es: 'No se ha anotado nada: los dos identificadores son el mismo.',
      },
      { en: `"${a}" is itself.`, es: `«${a}» es quien es.` },
      { en: 'Name two persons.', es: 'Nombre dos personas.' },
    )
  }
  const persons = [...state.entities.values()].filter(({ kind }) => kind === 'person').map(({ id }) => id)
  for (const id of [a, b]) {
    if (persons.includes(id)) continue
    const near = nearest(id, persons)
    const isOther = state.entities.has(id)
    throw new ComposeError(
      {
        en: `Nothing was entered: ${isOther ? `"${id}" is no person` : `there is no person "${id}" in this case`}.`,
        es:
          'No se ha anotado nada: ' +
          `${isOther ? `«${id}» no es una persona` : `en este caso no hay ninguna persona «${id}»`}.`,
      },
      {
        en: 'A judgement joins or parts two persons of the record, by their ids.',
        es: 'Un juicio une o separa a dos personas del expediente, por sus identificadores.',
      },
      near === undefined
        ? { en: 'See the ids with ./forestay people.', es: 'Vea los identificadores con ./forestay people.' }
        : {
            en: `Did you mean "${near}"? See ./forestay people.`,
            es: `¿Quería decir «${near}»? Vea ./forestay people.`,
          },
    )
  }
}

function freeId(state: RecordState, { a, b, judgement }: Judged): Id {
  const stem = `${a}-${judgement === 'same' ? 'is' : 'is-not'}-${b}`
  let id = stem
  for (let count = 2; state.identities.has(id); count += 1) id = `${stem}-${count}`
  return id
}

function saidText(
  { a, b, judgement, sequence, case: name }: z.infer<typeof IdentityAnswer>,
  language: 'en' | 'es',
): string {
  const undo = judgement === 'same' ? 'different' : 'same'
  const relation = {
    same: { en: 'are one person', es: 'son una persona' },
    different: { en: 'are two persons', es: 'son dos personas' },
  }
  return language === 'es'
    ? `Anotado (${sequence}): ${a} y ${b} ${relation[judgement].es}. Para deshacerlo: ./forestay ` +
        `${undo} ${name} ${a} ${b} --because "…"`
    : `Entered (${sequence}): ${a} and ${b} ${relation[judgement].en}. To take it back: ./forestay ` +
        `${undo} ${name} ${a} ${b} --because "…"`
}
