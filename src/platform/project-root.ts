import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds `law/`, `vocabulary/` and `examples/`. The same from `src/` (tests) and from `dist/src/`
 * (the built program), from whatever folder the program is called.
 */
export function projectRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url))
  let folder = start
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'law')))) {
    const parent = dirname(folder)
    if (parent === folder)
      throw new Error(`No Forestay project folder above ${start}: law/ or package.json is missing`)
    folder = parent
  }
  return folder
}
