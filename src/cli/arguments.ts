import { parseArgs } from 'node:util'
import { languages } from './command.ts'
import type { Arguments, Command, Language, Option } from './command.ts'
import { UsageError } from './errors.ts'
import { nearest } from '../record/index.ts'

/** Understood by every command, before or after its name. */
export const globalOptions: Readonly<Record<string, Option>> = {
  json: { about: { en: 'print one JSON value for programs', es: 'imprime un valor JSON para programas' } },
  lang: { value: 'en|es', about: { en: 'language of the answer', es: 'idioma de la respuesta' } },
  help: { about: { en: 'show how to use the command', es: 'muestra cómo se usa la orden' } },
  'no-color': { about: { en: 'plain text without bold', es: 'texto sin negrita' } },
}

/** The command line, cut at the command's name. */
export interface Request {
  /** Nothing when no command was named. */
  readonly name: string | undefined
  /** Everything else, in its order. */
  readonly rest: readonly string[]
}

/** The first word that is not an option is the command's name. */
export function findCommandName(argv: readonly string[]): Request {
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (!word.startsWith('-')) return { name: word, rest: [...argv.slice(0, index), ...argv.slice(index + 1)] }
    if (word === '--lang') index += 1
  }
  return { name: undefined, rest: argv }
}

export interface GlobalChoice {
  readonly json: boolean
  readonly help: boolean
  readonly noColour: boolean
  readonly language: Language
}

/** Reads the global options leniently, so that even an error message comes in the right language and form. */
export function readGlobalOptions(words: readonly string[]): GlobalChoice {
  const end = words.indexOf('--')
  const read = end === -1 ? words : words.slice(0, end)
  const at = read.lastIndexOf('--lang')
  const asked =
    at === -1 ? read.findLast((word) => word.startsWith('--lang='))?.slice('--lang='.length) : read[at + 1]
  return {
    json: read.includes('--json'),
    help: read.includes('--help') || read.includes('-h'),
    noColour: read.includes('--no-color'),
    language: languages.find((language) => language === asked) ?? 'en',
  }
}

/** Reads the words after a command's name by its options. Throws {@link UsageError}. */
export function readArguments(
  words: readonly string[],
  command: Pick<Command, 'options' | 'passThrough'>,
): Arguments {
  if (command.passThrough === true) return { positionals: words, options: new Map() }
  const known: Readonly<Record<string, Option>> = { ...globalOptions, ...command.options }
  const { positionals, tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(known).map(([name, option]) => [
        name,
        { type: option.value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const options = new Map<string, readonly string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (token.rawName === '-h') continue
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    if (option === undefined || !token.rawName.startsWith('--'))
      throw unknownOption(token.rawName, Object.keys(known))
    checkValue(token.rawName, option, token.value, options.get(token.name))
    options.set(token.name, [...(options.get(token.name) ?? []), token.value ?? ''])
  }
  checkLanguage(options.get('lang')?.at(-1))
  return { positionals, options }
}

function checkValue(
  name: string,
  option: Option,
  value: string | undefined,
  earlier: readonly string[] | undefined,
): void {
  if (option.value === undefined && value !== undefined) {
    throw new UsageError({ en: `${name} takes no value`, es: `${name} no lleva valor` })
  }
  if (option.value !== undefined && (value === undefined || value === '')) {
    throw new UsageError(
      { en: `${name} needs a value`, es: `${name} necesita un valor` },
      { en: `write ${name} ${option.value}`, es: `escriba ${name} ${option.value}` },
    )
  }
  if (earlier !== undefined && option.value !== undefined && option.many !== true) {
    throw new UsageError({ en: `${name} was given twice`, es: `${name} aparece dos veces` })
  }
}

function checkLanguage(asked: string | undefined): void {
  if (asked === undefined || languages.some((language) => language === asked)) return
  const listed = languages.join(', ')
  throw new UsageError(
    { en: `there is no language "${asked}"`, es: `no hay idioma "${asked}"` },
    { en: `choose one of: ${listed}`, es: `elija entre: ${listed}` },
  )
}

function unknownOption(rawName: string, known: readonly string[]): UsageError {
  const near = nearest(rawName.replace(/^-+/, ''), known)
  return new UsageError(
    { en: `there is no option ${rawName}`, es: `no hay opción ${rawName}` },
    near === undefined ? undefined : { en: `did you mean --${near}?`, es: `¿quiso decir --${near}?` },
  )
}
