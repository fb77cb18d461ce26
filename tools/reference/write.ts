/** `npm run reference`: writes the JSON Schema of every command's `--json` answer into `docs/reference/`. */
import { join } from 'node:path'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'
import { referencePages } from './pages.ts'

for (const [name, text] of referencePages())
  await systemPlatform.files.write(join(projectRoot(), 'docs', 'reference', name), text)
