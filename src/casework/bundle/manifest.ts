/** The manifest: one line per file, in the format that `sha256sum --check` reads. */
import { compare } from '../../record/index.ts'
import { sha256Of } from '../../platform/index.ts'
import type { Sha256 } from '../../record/index.ts'
import type { BundleContent } from './files.ts'
import { MANIFEST_FILE } from './layout.ts'
import type { Problems } from './problems.ts'

/** The manifest of everything in `content`, itself left out. Write it again after a change that is meant. */
export function manifestOf(content: BundleContent): string {
  return [...content]
    .filter(([path]) => path !== MANIFEST_FILE)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, bytes]) => `${sha256Of(bytes)}  ${path}\n`)
    .join('')
}

const line = /^([0-9a-f]{64}) [ *](.+)$/
const renew = 'If the change is meant, write the manifest again; if not, get the bundle again from whoever sent it.'

/** Compares what is there with what the manifest promises. */
export function checkManifest(text: string, hashes: ReadonlyMap<string, Sha256>, problems: Problems): void {
  const promised = new Set<string>()
  text.split('\n').forEach((written, index) => {
    if (written === '') return
    const match = line.exec(written)
    if (match === null) {
      problems.error(
        MANIFEST_FILE,
        index + 1,
        'This line is not a hash and a path.',
        'Write it as sha256sum prints it: 64 digits, two spaces, the path.',
      )
      return
    }
    const [, hash = '', path = ''] = match
    promised.add(path)
    const actual = hashes.get(path)
    if (actual === undefined) {
      problems.error(MANIFEST_FILE, index + 1, `The file ${path} is missing from the bundle.`, renew)
    } else if (actual !== hash) {
      problems.error(
        path,
        undefined,
        'The file is not the one that the manifest names: it has SHA-256 ' +
          `${actual.slice(0, 12)}…, the manifest says ${hash.slice(0, 12)}….`,
        renew,
      )
    }
  })
  for (const path of hashes.keys()) {
    if (path !== MANIFEST_FILE && !promised.has(path))
      problems.error(path, undefined, 'The file is not in the manifest.', renew)
  }
}
