import type { Platform } from '../platform/index.ts'
import type { Printer } from './output.ts'
import { UsageError } from './errors.ts'

/** 0: done. 1: it could not be done, or the check failed. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** A short text in every language of the command line. */
export type Text = Readonly<Record<Language, string>>

export interface Option {
  readonly about: Text
  /** The name of its value in the usage line, such as `TIME`. Without it the option is a switch. */
  readonly value?: string
  /** May be given more than once. */
  readonly many?: boolean
}

export interface Command {
  readonly name: string
  readonly summary: Text
  /** Without `./forestay`: `standing CASE [--at TIME]`. One line per form. */
  readonly usage: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** A paragraph or two for `--help`. */
  readonly about?: Text
  /** Without `./forestay`; shown by `--help`. */
  readonly examples?: readonly string[]
  /** Everything after the name goes to the command unread. For commands that hand on to another program. */
  readonly passThrough?: boolean
  run(context: Context, args: Arguments): Promise<ExitCode>
}

/** What a command may use. Nothing global is read inside a command. */
export interface Context {
  readonly platform: Platform
  readonly out: Printer
  readonly language: Language
  /** Print one JSON value with `out.json` and nothing else. */
  readonly json: boolean
  /** The folder with `law/`, `vocabulary/` and `examples/`. */
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Arguments {
  readonly positionals: readonly string[]
  /** By long name, in the order given. A switch that is on holds one empty text. */
  readonly options: ReadonlyMap<string, readonly string[]>
}

/** The value of `--name VALUE`, or nothing. */
export const optionText = (args: Arguments, name: string): string | undefined => args.options.get(name)?.at(-1)

/** All values of an option that may be repeated. */
export const optionTexts = (args: Arguments, name: string): readonly string[] => args.options.get(name) ?? []

/** Whether the switch `--name` was given. */
export const optionOn = (args: Arguments, name: string): boolean => args.options.has(name)

/**
 * The arguments by place: `const [folder] = needPositionals(args, ['CASE'])`.
 * Throws {@link UsageError} when one is missing or, unless `more`, one too many was given.
 */
export function needPositionals(args: Arguments, names: readonly string[], more = false): readonly string[] {
  const missing = names[args.positionals.length]
  if (missing !== undefined) {
    throw new UsageError({ en: `${missing} is missing`, es: `falta ${missing}` })
  }
  const extra = args.positionals[names.length]
  if (extra !== undefined && !more) {
    throw new UsageError({ en: `did not expect "${extra}"`, es: `sobra "${extra}"` })
  }
  return args.positionals
}
