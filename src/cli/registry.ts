import type { Command } from './command.ts'

/** Each command by its name, loaded only when it is called. The order is the order of `./forestay help`. */
export type Registry = Readonly<Record<string, () => Promise<Command>>>

export const registry: Registry = {
  start: async () => (await import('./start.ts')).command,
  standing: async () => (await import('./standing.ts')).command,
  why: async () => (await import('./why.ts')).command,
  missing: async () => (await import('./missing.ts')).command,
  'what-if': async () => (await import('./what-if.ts')).command,
  contested: async () => (await import('./contested.ts')).command,
  precedents: async () => (await import('./precedents.ts')).command,
  timeline: async () => (await import('./timeline.ts')).command,
  calendar: async () => (await import('./calendar.ts')).command,
  people: async () => (await import('./people.ts')).command,
  same: async () => (await import('./same.ts')).command,
  different: async () => (await import('./different.ts')).command,
  read: async () => (await import('./read.ts')).command,
  add: async () => (await import('./add.ts')).command,
  page: async () => (await import('./page.ts')).command,
  review: async () => (await import('./review.ts')).command,
  search: async () => (await import('./search.ts')).command,
  import: async () => (await import('./import.ts')).command,
  export: async () => (await import('./export.ts')).command,
  law: async () => (await import('./law.ts')).command,
  test: async () => (await import('./test.ts')).command,
  help: async () => (await import('./help.ts')).command,
}
