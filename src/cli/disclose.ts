import { z } from 'zod'
import { disclosureLevels, type RuledKind, ruledKinds } from '../record/index.ts'
import { actOptions, actorOf, enterAct, reasonOf } from './act.ts'
import { type Command, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'

export const DiscloseAnswer = z.strictObject({
  case: z.string(),
  of: z.enum(ruledKinds),
  thing: z.string(),
  disclosure: z.enum(disclosureLevels),
  sequence: z.number(),
})

export const command: Command = {
  name: 'disclose',
  summary: {
    en: 'rule on how far a thing of a case may go',
    es: 'decide hasta dónde puede llegar algo de un caso',
  },
  usage: ['disclose CASE KIND THING LEVEL --because REASON --by NAME [--until DATE] [--described WORDS]'],
  about: {
    en: 'LEVEL is public, counsel, internal or sealed; what is sealed leaves the desk in no form. The latest ruling on a thing counts, for answers about the past too. With --until nothing goes out before that date; with --described a protected person appears under these words.',
    es: 'LEVEL es public, counsel, internal o sealed; lo sellado no sale de ninguna forma. Cuenta la última decisión, también para respuestas sobre el pasado. Con --until nada sale antes de esa fecha; con --described una persona protegida aparece con esas palabras.',
  },
  options: {
    ...actOptions,
    until: {
      value: 'DATE',
      about: { en: 'an embargo: not before this date', es: 'un embargo: no antes de esta fecha' },
    },
    described: { value: 'WORDS', about: { en: 'the agreed description', es: 'la descripción acordada' } },
  },
  examples: ['disclose pavlov-2014 document press-item internal --because "not ours to spread" --by "A. Lawyer"'],
  async run(context, args) {
    const [reference = '', kind = '', thing = '', level = ''] = needPositionals(args, [
      'CASE',
      'KIND',
      'THING',
      'LEVEL',
    ])
    const of = choose<RuledKind>(kind, ruledKinds)
    const disclosure = choose(level, disclosureLevels)
    const by = actorOf(context, args)
    const because = reasonOf(args)
    const embargo = optionText(args, 'until')
    const described = optionText(args, 'described')
    const entries = await enterAct(context, args, reference, by, (state) => [
      {
        kind: 'ruling',
        ruling: {
          id: `ruling-${state.lastSequence + 1}`,
          of,
          thing,
          disclosure,
          ...(embargo === undefined ? {} : { embargo }),
          ...(described === undefined ? {} : { described }),
          by,
          because,
        },
      },
    ])
    const answer: z.infer<typeof DiscloseAnswer> = {
      case: reference,
      of,
      thing,
      disclosure,
      sequence: entries[0]?.sequence ?? 0,
    }
    if (context.json) context.out.json(answer)
    else
      context.out.paragraph(
        context.language === 'es' ? `Anotado: ${thing} es ${disclosure}.` : `Entered: ${thing} is ${disclosure}.`,
      )
    return 0
  },
}

function choose<T extends string>(word: string, known: readonly T[]): T {
  const found = known.find((one) => one === word)
  if (found !== undefined) return found
  throw new UsageError(
    { en: `"${word}" is none of these`, es: `"${word}" no es ninguno de estos` },
    { en: `choose one of: ${known.join(', ')}`, es: `elija entre: ${known.join(', ')}` },
  )
}
