/** Commands that draft one kind of paper: `statement`, `chronology` and the like. */
import type { PaperKind } from '../publish/index.ts'
import { type Command, needPositionals, optionText, type Text } from './command.ts'
import { paperAnswer, paperOptions } from './paper-draft.ts'
import { printPaper } from './paper-text.ts'

export function paperCommand(name: string, kind: PaperKind, summary: Text): Command {
  return {
    name,
    summary,
    usage: [`${name} CASE [--out FOLDER] [--in en|es] [--known-by TIME]`],
    about: {
      en: 'Built from what its readers may have at that time, each sentence with its source. It says that it is a draft until two people have released exactly this text.',
      es: 'Se construye con lo que sus lectores pueden tener en ese momento, cada frase con su fuente. Dice que es un borrador hasta que dos personas acuerdan la salida de ese mismo texto.',
    },
    options: paperOptions,
    examples: [`${name} examples/pavlov-2014 --known-by 2014-02-19T20:00`],
    async run(context, args) {
      const [reference = ''] = needPositionals(args, ['CASE'])
      const answer = await paperAnswer(context, args, kind, reference)
      if (context.json) context.out.json(answer)
      else printPaper(context, answer, optionText(args, 'out'))
      return 0
    },
  }
}
