import type { PaperKind } from '../publish/index.ts'
import { type Command, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import { paperAnswer, paperOptions } from './paper-draft.ts'
import { printPaper } from './paper-text.ts'

/** The requests to courts and committees, as they are called at the desk. */
const forms: Readonly<Record<string, PaperKind>> = { rule39: 'rule-39', rule47: 'rule-47', cat: 'cat', hrc: 'hrc' }

export const command: Command = {
  name: 'dossier',
  summary: {
    en: 'a request to a court or committee, with its exhibits and what is still missing',
    es: 'una solicitud a un tribunal o comité, con sus anexos y lo que aún falta',
  },
  usage: ['dossier rule39|rule47|cat|hrc CASE [--out FOLDER] [--in en|es] [--known-by TIME]'],
  about: {
    en: 'The request is built from the record as counsel and courts may have it, as known at the time. What is missing is named and does not go out with it. Every copy says that it is a draft until two people have released exactly this text: see ./forestay release.',
    es: 'La solicitud se construye con lo que abogados y tribunales pueden tener, según lo sabido en ese momento. Lo que falta se nombra y no sale con ella. Cada copia dice que es un borrador hasta que dos personas acuerdan la salida de ese mismo texto: véase ./forestay release.',
  },
  options: paperOptions,
  examples: [
    'dossier rule39 examples/pavlov-2014 --known-by 2014-02-19T09:00',
    'dossier rule39 examples/pavlov-2014 --known-by 2014-02-19T09:00 --out request --format pdf',
  ],
  async run(context, args) {
    const [form = '', reference = ''] = needPositionals(args, ['FORM', 'CASE'])
    // As it is called at the desk, or as `write` and `release` name it.
    const kind = forms[form.toLowerCase().replace('rule-', 'rule')]
    if (kind === undefined)
      throw new UsageError(
        { en: `there is no form "${form}"`, es: `no existe el formulario "${form}"` },
        {
          en: `choose one of: ${Object.keys(forms).join(', ')}`,
          es: `elija entre: ${Object.keys(forms).join(', ')}`,
        },
      )
    const answer = await paperAnswer(context, args, kind, reference)
    if (context.json) context.out.json(answer)
    else printPaper(context, answer, optionText(args, 'out'))
    return 0
  },
}
