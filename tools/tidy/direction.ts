import { builtinModules } from 'node:module'
import { importsOf } from './imports.ts'
import { isCode, isTest, sourceFolder } from './project.ts'
import type { Finding, Rule } from './project.ts'

/** Which folders of `src/` a folder may import. `cli` sits on top and may import all. See ARCHITECTURE.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  record: [],
  law: ['record'],
  people: ['record'],
  search: ['record'],
  platform: ['record'],
  reading: ['record', 'people', 'platform'],
  store: ['record', 'search', 'platform'],
  casework: ['record', 'law', 'people', 'search', 'reading', 'store', 'platform'],
  publish: ['record', 'law', 'people', 'reading', 'platform', 'casework'],
  server: ['record', 'law', 'people', 'search', 'reading', 'platform', 'casework', 'publish'],
  // The pages run in the browser: answers as types, and the words and dates of the pure folders.
  web: ['record', 'law', 'casework', 'publish'],
  cli: ['record', 'law', 'people', 'search', 'reading', 'platform', 'store', 'casework', 'publish', 'server'],
}

/** These return values and touch nothing: no files, no clock, no Node. */
const pureFolders = new Set(['record', 'law', 'people', 'search'])

const nodeModules = new Set(builtinModules)
const isNodeModule = (specifier: string): boolean =>
  specifier.startsWith('node:') || nodeModules.has(specifier.split('/')[0] ?? '')

/** Wires ports to implementations; stands above all folders but `cli`. */
const composition = 'src/compose.ts'

/** A folder inside may have a door of its own, so that a command loads only what it uses. */
const isDoor = (path: string): boolean => /^src\/[^/]+\/(?:[^/]+\/)?index\.ts$/.test(path)

/** Imports run down only; the pure folders import nothing from Node; each folder is entered by its `index.ts`. */
export const directions: Rule = ({ files }) =>
  files.flatMap((file): Finding[] => {
    const from = sourceFolder(file.path)
    if (from === undefined || !isCode(file.path)) return []
    const found: Finding[] = []
    const complain = (line: number, message: string): void => void found.push({ path: file.path, line, message })
    const allowed = mayImport[from]
    if (allowed === undefined) {
      complain(
        1,
        `src/${from} has no place in the import order: add it to tools/tidy/direction.ts and ARCHITECTURE.md`,
      )
    }
    for (const { specifier, target, line } of importsOf(file)) {
      if (isTest(file.path)) continue
      if (target === undefined) {
        if (pureFolders.has(from) && isNodeModule(specifier)) {
          complain(line, `src/${from} is pure: it may not import ${specifier}`)
        }
        continue
      }
      const to = sourceFolder(target)
      if (to === from) continue
      if (to === undefined) {
        if (target !== composition || from !== 'cli') complain(line, `src/${from} may not import ${target}`)
        continue
      }
      if (allowed !== undefined && !allowed.includes(to)) {
        complain(line, `src/${from} may not import src/${to}: imports run down only`)
      }
      if (!isDoor(target)) complain(line, `enter src/${to} by its door: import src/${to}/index.ts`)
    }
    return found
  })

/** Clock and chance reach the domain as values only. */
export const purity: Rule = ({ files }) =>
  files
    .filter(({ path }) => isCode(path) && !isTest(path) && pureFolders.has(sourceFolder(path) ?? ''))
    .flatMap((file) =>
      file.lines.flatMap((text, index) => {
        const used = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.now\(/.exec(text)
        return used === null
          ? []
          : [{ path: file.path, line: index + 1, message: `src/${sourceFolder(file.path)} is pure: no ${used[0]}` }]
      }),
    )
