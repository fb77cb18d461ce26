import type { Platform } from '../platform/index.ts'
import { findCommandName, readArguments, readGlobalOptions } from './arguments.ts'
import type { GlobalChoice } from './arguments.ts'
import type { Context, ExitCode, Language } from './command.ts'
import { explainError, UsageError } from './errors.ts'
import { findCommand } from './find-command.ts'
import { Printer, styleFor } from './output.ts'
import type { Registry } from './registry.ts'

export interface Stream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

export interface Surroundings {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: Platform
  readonly root: string
  readonly registry: Registry
}

/** One call of the program: finds the command, runs it, and turns what went wrong into words and an exit code. */
export async function runCommandLine(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { name, rest } = findCommandName(argv)
  const choice = readGlobalOptions(rest)
  const out = new Printer((text) => around.stdout.write(text), styleFor(around.stdout, around.env, choice.noColour))
  const context: Context = {
    platform: around.platform,
    out,
    language: choice.language,
    json: choice.json,
    root: around.root,
    env: around.env,
  }
  try {
    return await dispatch(name, rest, choice.help, context, around.registry)
  } catch (error) {
    report(error, name, choice, around)
    return error instanceof UsageError ? 2 : 1
  }
}

async function dispatch(
  name: string | undefined,
  rest: readonly string[],
  help: boolean,
  context: Context,
  registry: Registry,
): Promise<ExitCode> {
  if (name === undefined) {
    readArguments(rest, { options: {} })
    await (await import('./help.ts')).printOverview(context, registry)
    return help ? 0 : 2
  }
  const command = await findCommand(name, registry)
  if (help) {
    ;(await import('./help.ts')).printCommand(context, command)
    return 0
  }
  return command.run(context, readArguments(rest, command))
}

function report(error: unknown, name: string | undefined, choice: GlobalChoice, around: Surroundings): void {
  const { language, json, noColour } = choice
  const explanation = explainError(error, language)
  const err = new Printer((text) => around.stderr.write(text), styleFor(around.stderr, around.env, noColour))
  if (json) {
    err.json({ error: explanation })
  } else {
    const words = errorWords[language]
    err.paragraph(`forestay${name === undefined ? '' : ` ${name}`}: ${explanation.what}`)
    const rows: [string, string][] = []
    if (explanation.why !== undefined) rows.push([words.why, explanation.why])
    if (explanation.where !== undefined) rows.push([words.where, explanation.where])
    if (explanation.remedy !== '') rows.push([words.remedy, explanation.remedy])
    if (rows.length > 0) err.pairs(rows)
    if (error instanceof UsageError && name !== undefined && Object.hasOwn(around.registry, name)) {
      err.paragraph(`./forestay help ${name}`, 2)
    }
  }
  if (around.env['FORESTAY_DEBUG'] === '1' && error instanceof Error) around.stderr.write(`${error.stack ?? ''}\n`)
}

interface ErrorWords {
  readonly why: string
  readonly where: string
  readonly remedy: string
}
const errorWords: Readonly<Record<Language, ErrorWords>> = {
  en: { why: 'why', where: 'where', remedy: 'what to do' },
  es: { why: 'por qué', where: 'dónde', remedy: 'qué hacer' },
}
