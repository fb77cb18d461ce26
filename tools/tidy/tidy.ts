import { directions, purity } from './direction.ts'
import { dataOnly, furniture, registered } from './furniture.ts'
import { links } from './links.ts'
import { lock } from './lock.ts'
import { promises } from './promises.ts'
import type { Project, Rule } from './project.ts'
import { sizes } from './size.ts'
import { words } from './words.ts'

/** The rules of the house that a machine can check, by name. */
export const rules: Readonly<Record<string, Rule>> = {
  sizes,
  directions,
  purity,
  furniture,
  dataOnly,
  registered,
  words,
  links,
  promises,
  lock,
}

/** `path:line: message`, sorted by rule and path. */
export const tidy = (project: Project, names = Object.keys(rules)): string[] =>
  names.flatMap((name) =>
    (rules[name]?.(project) ?? []).map(({ path, line, message }) => `${path}:${line}: ${message}`),
  )
