import type { Command } from './command.ts'

/** Each command by its name, loaded only when it is called. The order is the order of `./forestay help`. */
export type Registry = Readonly<Record<string, () => Promise<Command>>>

export const registry: Registry = {
  law: async () => (await import('./law.ts')).command,
  test: async () => (await import('./test.ts')).command,
  help: async () => (await import('./help.ts')).command,
}
