import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The compiled `worker.js` of the folder in which a module lies (`import.meta.url`): beside it where the module is
 * compiled too, else in the last build, for a module that runs from its source.
 */
export function compiledWorker(moduleUrl: string): string {
  const folder = dirname(fileURLToPath(moduleUrl))
  const beside = join(folder, 'worker.js')
  if (existsSync(beside)) return beside
  const source = folder.lastIndexOf(`${sep}src${sep}`)
  return join(folder.slice(0, source), 'dist', folder.slice(source), 'worker.js')
}
