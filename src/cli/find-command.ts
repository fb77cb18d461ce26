import type { Command } from './command.ts'
import { UsageError } from './errors.ts'
import { nearest } from '../record/index.ts'
import type { Registry } from './registry.ts'

/** Loads the command of that name. Throws {@link UsageError} with the nearest name there is. */
export async function findCommand(name: string, commands: Registry): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load !== undefined) return load()
  const near = nearest(name, Object.keys(commands))
  throw new UsageError(
    { en: `there is no command "${name}"`, es: `no hay orden "${name}"` },
    near === undefined
      ? { en: './forestay help lists the commands', es: './forestay help muestra las órdenes' }
      : { en: `did you mean ./forestay ${near}?`, es: `¿quiso decir ./forestay ${near}?` },
  )
}
