import { isCode, sourceFolder } from './project.ts'
import type { Finding, Rule } from './project.ts'

/** The program itself and its pages: nothing imports them. */
const programs = new Set(['cli', 'web'])

/** Every folder of `src/` opens with a README and, unless it is the program itself, has one door. */
export const furniture: Rule = ({ files }) => {
  const paths = new Set(files.map(({ path }) => path))
  const folders = new Set(files.filter(({ path }) => isCode(path)).flatMap(({ path }) => sourceFolder(path) ?? []))
  return [...folders].sort().flatMap((folder): Finding[] => {
    const needed = [`src/${folder}/README.md`, ...(programs.has(folder) ? [] : [`src/${folder}/index.ts`])]
    return needed.filter((path) => !paths.has(path)).map((path) => ({ path, line: 1, message: 'is missing' }))
  })
}

/** `law/`, `vocabulary/` and `examples/` are data that a lawyer can read and change. */
export const dataOnly: Rule = ({ files }) =>
  files
    .filter(({ path }) => /^(law|vocabulary|examples)\//.test(path) && /\.([cm]?[jt]sx?|sh|py)$/.test(path))
    .map(({ path }) => ({ path, line: 1, message: 'is a program; this folder holds data only' }))

/** A command is one file under `src/cli/`, and a file that declares a command is in the registry. */
export const registered: Rule = ({ files }) => {
  const registry = files.find(({ path }) => path === 'src/cli/registry.ts')?.text ?? ''
  return files
    .filter(({ path }) => path.startsWith('src/cli/') && isCode(path))
    .filter(({ text }) => /^export const command: Command\b/m.test(text))
    .filter(({ path }) => !registry.includes(`'./${path.slice('src/cli/'.length)}'`))
    .map(({ path }) => ({ path, line: 1, message: 'declares a command that src/cli/registry.ts does not list' }))
}
