/** `./forestay page`: a saved web page, kept like any document with the address it came from. Nothing is fetched. */
import { addOptions, keep } from './add.ts'
import { type Command, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'

export const command: Command = {
  name: 'page',
  summary: { en: 'keep a saved web page in a stored case', es: 'guarda en un caso una página web descargada' },
  usage: ['page FILE --address URL --case CASE [--by NAME]'],
  about: {
    en: 'FILE is the page as your browser saved it. Forestay does not go to the address; it only keeps it with the page. Only the main part of the page is read for proposals, not its menus.',
    es: 'FILE es la página tal como la guardó su navegador. Forestay no visita la dirección; solo la guarda con la página. Para las propuestas se lee solo la parte principal, no los menús.',
  },
  options: {
    ...addOptions,
    address: { value: 'URL', about: { en: 'where the page was', es: 'dónde estaba la página' } },
  },
  examples: [
    'page statement.html --address https://www.amnesty.org/… --case pavlov-2014 --by "Name of the person"',
  ],
  async run(context, args) {
    const [file = ''] = needPositionals(args, ['FILE'])
    const address = optionText(args, 'address')
    if (address === undefined || !/^https?:\/\/[^\s]+$/u.test(address)) {
      throw new UsageError(
        { en: 'the address of the page is missing', es: 'falta la dirección de la página' },
        { en: 'write --address https://…', es: 'escriba --address https://…' },
      )
    }
    return keep(context, args, [file], address)
  },
}
