import { z } from 'zod'
import type { Rule } from './project.ts'

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
})

/**
 * The lock file holds the binaries of all platforms. One written where some could not be fetched leaves them out,
 * and then nothing can be installed from it, on any platform.
 */
export const lock: Rule = ({ files }) => {
  const file = files.find(({ path }) => path === 'package-lock.json')
  if (file === undefined) return []
  const { packages } = Lock.parse(JSON.parse(file.text))
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) =>
        [`${path}/node_modules/${name}`, `node_modules/${name}`].every((place) => !packages[place]?.version),
      )
      .map((name) => ({
        path: file.path,
        line: 1,
        message: `lacks ${name}, which ${path} may need: see "How to add a dependency" in CONTRIBUTING.md`,
      })),
  )
}
