/**
 * What an event would change in many stored cases, from the encrypted store to the answer, with the packs as they
 * are: reading the entries, projecting them, looking up every input, and then asking. `npm run bench:docket -- 5000`.
 * Prints a table; it is not part of the tests.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caseAt, folderBundle, importBundle, readLaw } from '../src/casework/index.ts'
import { docketOf, type Law, type Situation } from '../src/law/index.ts'
import { diskFiles, projectRoot } from '../src/platform/index.ts'
import { type Entry, parseMoment } from '../src/record/index.ts'
import { createSqliteStore, type Store } from '../src/store/index.ts'
import { machine, median, timed } from './timing.ts'

const ORGANISATION = 'bench'
const KNOWN_BY = '2015-01-01'
const EVENT = 'measure-indicated 2015-01-01 issuer=echr addressee=ES'
/** The smallest of the worked cases in Spain: 41 entries. */
const EXAMPLE = 'examples/aarrass-spain-2010'
const cases = Number(process.argv[2] ?? 5000)
const root = projectRoot()

const seconds = (from: number): number => (performance.now() - from) / 1000
const write = (text: string): void => void process.stdout.write(`${text}\n`)
const row = (what: string, total: number): void =>
  write(
    `${what.padEnd(56)} ${total.toFixed(2).padStart(8)} s  ${((total / cases) * 1e6).toFixed(0).padStart(8)} µs a case`,
  )

async function fill(store: Store): Promise<void> {
  const { entries } = await importBundle(folderBundle(diskFiles, join(root, EXAMPLE)))
  const bodies = entries.map(({ body }) => body)
  for (let index = 0; index < cases; index++)
    await store.append({ org: ORGANISATION, case: `case-${index}` }, { by: 'bench', bodies }, 0)
}

/** Nothing is kept of a case but its situation: a hundred thousand records would not fit in memory. */
async function load(law: Law, store: Store): Promise<{ law: Law; situations: Situation[]; times: Times }> {
  const situations: Situation[] = []
  const times = { reading: 0, projecting: 0 }
  let own = law
  for (const { case: id } of await store.cases(ORGANISATION)) {
    let from = performance.now()
    const entries: Entry[] = []
    for await (const entry of store.entries({ org: ORGANISATION, case: id })) entries.push(entry)
    times.reading += seconds(from)
    from = performance.now()
    const opened = caseAt(law, entries, (zone) => {
      const day = parseMoment(KNOWN_BY, zone)
      return { at: day, knownBy: day, audience: 'desk' }
    })
    own = opened.law
    situations.push(opened.situation)
    times.projecting += seconds(from)
  }
  return { law: own, situations, times }
}

interface Times {
  reading: number
  projecting: number
}

const folder = await mkdtemp(join(tmpdir(), 'forestay-bench-docket-'))
try {
  write(`Forestay, what if over a docket, ${new Date().toISOString().slice(0, 10)}\n${machine()}`)
  const law = await readLaw(diskFiles, root)
  const store = await createSqliteStore({
    folder: join(folder, 'data'),
    passphrase: 'seven lamps beside a quiet harbour',
    clock: () => new Date(),
  })
  await fill(store)
  const loaded = await load(law, store)
  await store.close()
  row('read from the encrypted store', loaded.times.reading)
  row('projected, as known on the day', loaded.times.projecting)
  const from = performance.now()
  const docket = docketOf(loaded.law, loaded.situations)
  row(`looked up: ${loaded.law.compiled.atoms.length} inputs; every conclusion`, seconds(from))
  let changed = 0
  const rounds = timed(() => void (changed = docket.impactOf([EVENT]).length), { warmUp: 1, rounds: 3 })
  row('asked: what if a measure came', median(rounds) / 1000)
  write(`${changed} of ${cases} cases change.`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
