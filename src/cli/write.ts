import { z } from 'zod'
import { isPaperKind, paperKinds } from '../publish/index.ts'
import { minuteOf } from '../platform/index.ts'
import { isoMinute } from '../record/index.ts'
import { actOptions, actorOf, enterAct } from './act.ts'
import { type Command, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import { paperOptions, withDraft } from './paper-draft.ts'

export const WriteAnswer = z.strictObject({
  case: z.string(),
  paper: z.string(),
  slot: z.string(),
  language: z.enum(['en', 'es']),
  /** What each insertion reads today. */
  read: z.record(z.string(), z.string()),
  sequence: z.number(),
})

export const command: Command = {
  name: 'write',
  summary: {
    en: 'enter the part of a paper that a person writes',
    es: 'anota la parte de un escrito que redacta una persona',
  },
  usage: ['write CASE PAPER SLOT FILE --by NAME [--in en|es] [--known-by TIME]'],
  about: {
    en: 'The text of FILE becomes the part SLOT of the paper; the gaps of a draft name the slots. {SUBJECT.PROPERTY} takes what the record holds on the day of the paper, and the author is told when it reads otherwise later. The latest text of a slot counts; none is erased.',
    es: 'El texto de FILE pasa a ser la parte SLOT del escrito; los huecos del borrador nombran las partes. {SUBJECT.PROPERTY} toma lo que conste el día del escrito, y se avisa cuando después dice otra cosa. Cuenta el último texto de cada parte; ninguno se borra.',
  },
  options: {
    ...actOptions,
    'known-by': paperOptions['known-by'] ?? { about: { en: '', es: '' } },
    in: { value: 'en|es', about: { en: 'the language of the text', es: 'la lengua del texto' } },
  },
  examples: ['write pavlov-2014 rule-39 risk risk.txt --by "A. Lawyer"'],
  async run(context, args) {
    const [reference = '', paper = '', slot = '', file = ''] = needPositionals(args, [
      'CASE',
      'PAPER',
      'SLOT',
      'FILE',
    ])
    if (!isPaperKind(paper))
      throw new UsageError(
        { en: `there is no paper "${paper}"`, es: `no existe el escrito "${paper}"` },
        { en: `choose one of: ${paperKinds.join(', ')}`, es: `elija entre: ${paperKinds.join(', ')}` },
      )
    const by = actorOf(context, args)
    const text = (await context.platform.files.readText(file)).trim()
    const language = (optionText(args, 'in') ?? context.language) === 'es' ? 'es' : 'en'
    const read = await withDraft(context, args, paper, reference, async ({ draft }) => draft.reads(text))
    const entries = await enterAct(context, args, reference, by, (state) => [
      {
        kind: 'passage',
        passage: {
          id: `passage-${state.lastSequence + 1}`,
          paper,
          slot,
          language,
          text,
          by,
          ...(Object.keys(read).length === 0 ? {} : { read }),
          learned: isoMinute(state.zone, minuteOf(context.platform.clock)),
        },
      },
    ])
    const answer: z.infer<typeof WriteAnswer> = {
      case: reference,
      paper,
      slot,
      language,
      read: { ...read },
      sequence: entries[0]?.sequence ?? 0,
    }
    if (context.json) context.out.json(answer)
    else
      context.out.paragraph(
        context.language === 'es'
          ? `Anotado: ${slot} de ${paper}, por ${by}.`
          : `Entered: ${slot} of ${paper}, by ${by}.`,
      )
    return 0
  },
}
