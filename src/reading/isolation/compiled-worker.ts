import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The compiled worker of a part of the program, `reading/isolation`: that of the same build as this module, else that
 * of the last build in `dist/`, for a module that runs from its source.
 */
export function compiledWorker(part: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const own = join(folder, 'src', part, 'worker.js')
    if (existsSync(own)) return own
    const built = join(folder, 'dist', 'src', part, 'worker.js')
    // At the top of the disk without one: starting it says so.
    if (existsSync(built) || folder === dirname(folder)) return built
    folder = dirname(folder)
  }
}
