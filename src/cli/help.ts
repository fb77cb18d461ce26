import { globalOptions } from './arguments.ts'
import { needPositionals } from './command.ts'
import type { Command, Context, Option } from './command.ts'
import { findCommand } from './find-command.ts'
import { helpTexts } from './help-texts.ts'
import { registry } from './registry.ts'
import type { Registry } from './registry.ts'

export const command: Command = {
  name: 'help',
  summary: { en: 'show the commands, or how to use one', es: 'muestra las órdenes, o cómo se usa una' },
  usage: ['help [COMMAND]'],
  options: {},
  examples: ['help', 'help test'],
  async run(context, args) {
    const [name] = needPositionals(args, [], true)
    if (name === undefined) await printOverview(context, registry)
    else printCommand(context, await findCommand(name, registry))
    return 0
  },
}

/** All commands, one line each. */
export async function printOverview(context: Context, commands: Registry): Promise<void> {
  const { out, language, json } = context
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  if (json) {
    out.json({ commands: loaded.map(({ name, summary, usage }) => ({ name, summary: summary[language], usage })) })
    return
  }
  const texts = helpTexts[language]
  out.title('Forestay')
  out.paragraph(texts.purpose)
  out.heading(texts.commands)
  out.pairs(loaded.map(({ name, summary }) => [name, summary[language]]))
  out.heading(texts.everywhere)
  out.pairs(optionRows(globalOptions, language))
  out.blank()
  out.paragraph(texts.more)
}

/** How one command is used. */
export function printCommand(context: Context, { name, summary, usage, about, options, examples }: Command): void {
  const { out, language, json } = context
  if (json) {
    const listed = Object.entries(options).map(([option, { value, many, about: text }]) => ({
      name: option,
      value: value ?? null,
      many: many ?? false,
      about: text[language],
    }))
    out.json({ name, summary: summary[language], usage, options: listed, examples: examples ?? [] })
    return
  }
  const texts = helpTexts[language]
  out.paragraph(`${name}: ${summary[language]}`)
  out.heading(texts.usage)
  out.verbatim(usage.map((line) => `./forestay ${line}`))
  if (about !== undefined) {
    out.blank()
    out.paragraph(about[language])
  }
  if (Object.keys(options).length > 0) {
    out.heading(texts.options)
    out.pairs(optionRows(options, language))
  }
  if (examples !== undefined) {
    out.heading(texts.examples)
    out.verbatim(examples.map((line) => `./forestay ${line}`))
  }
}

const optionRows = (options: Readonly<Record<string, Option>>, language: Context['language']): [string, string][] =>
  Object.entries(options).map(([name, { value, about }]) => [
    value === undefined ? `--${name}` : `--${name} ${value}`,
    about[language],
  ])
