import { UsageError } from './errors.ts'
import type { Command } from './command.ts'
import { checkLaw } from './law-check.ts'

const forms: Readonly<Record<string, Command['run']>> = { check: checkLaw }

export const command: Command = {
  name: 'law',
  summary: { en: 'read, check and count with the law packs', es: 'lee, comprueba y calcula con las normas' },
  usage: ['law check [PACK…]'],
  options: {},
  async run(context, args) {
    const [form = '', ...rest] = args.positionals
    const run = forms[form]
    if (run === undefined) {
      const known = Object.keys(forms).join(', ')
      throw new UsageError({ en: `law needs one of: ${known}`, es: `law necesita una de: ${known}` })
    }
    return run(context, { ...args, positionals: rest })
  },
}
