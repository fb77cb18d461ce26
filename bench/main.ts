/**
 * `npm run bench`: the engine beside other engines, a whole standing, the store, and what-if over many cases, in one
 * run on one machine. Prints tables; it is not part of the tests. docs/performance.md says what the figures mean.
 */
import { projectRoot } from '../src/platform/index.ts'
import { reportEngines } from './report-engines.ts'
import { reportPublish } from './report-publish.ts'
import { reportStandings } from './report-standing.ts'
import { reportStore } from './report-store.ts'
import { reportTargets } from './targets.ts'
import { machine } from './timing.ts'

const root = projectRoot()
process.stdout.write(`Forestay bench, ${new Date().toISOString().slice(0, 10)}\n${machine()}\n`)
const targets = [
  ...(await reportStandings(root)),
  ...(await reportEngines()),
  ...(await reportStore()),
  ...(await reportPublish(root)),
]
reportTargets(targets)
