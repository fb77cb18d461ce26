/** The templates that come with the program, and those of an organisation, which stand before them. */
import { join } from 'node:path'
import type { Files } from '../platform/index.ts'
import { materials } from './materials/index.ts'
import type { PaperKind } from './paper/model.ts'
import { readTemplate, type Template, TemplateError, templateOn } from './paper/template.ts'

const names: ReadonlySet<string> = new Set(materials.keys())

/**
 * Every template in `papers/` under the given folders. A file of a later folder replaces the one of the same name.
 * @throws {TemplateError} where one cannot be used
 */
export async function readTemplates(files: Files, roots: readonly string[]): Promise<readonly Template[]> {
  const found = new Map<string, Template>()
  for (const root of roots) {
    const folder = join(root, 'papers')
    if (!(await files.exists(folder))) continue
    for (const { name, kind } of await files.list(folder))
      if (kind === 'file' && name.endsWith('.yaml'))
        found.set(name, readTemplate(`papers/${name}`, await files.readText(join(folder, name)), names))
  }
  return [...found.values()]
}

/** The form of a kind of paper that is in force on a day. @throws {TemplateError} where there is none */
export function templateFor(templates: readonly Template[], kind: PaperKind, day: string): Template {
  const found = templateOn(
    templates.filter(({ paper }) => paper === kind),
    day,
  )
  if (found !== undefined) return found
  throw new TemplateError(`There is no template for "${kind}".`, 'Put one into papers/; see papers/README.md.')
}
