/** The encrypted store on this machine's disk: saving acts, opening, and reading a large case. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Body, type Claim, type Entry, parseMoment, project, viewOf } from '../src/record/index.ts'
import { createSqliteStore, openSqliteStore, type Store } from '../src/store/index.ts'
import { seeded } from './rule-set.ts'
import { type Rounds, timed, timedAsync } from './timing.ts'

const PASSPHRASE = 'seven lamps beside a quiet harbour'
const ORGANISATION = 'bench'
const CLAIMS = 10_000
const ACTS = 1_000

export interface StoreTimes {
  /** Creating the data folder, its key derived by argon2id. */
  readonly createMs: number
  /** One act of one claim, until it is on the disk; each in milliseconds. */
  readonly append: Rounds
  readonly importMs: number
  /** Opening the data folder: almost all of it is argon2id, on purpose. */
  readonly unlock: Rounds
  readonly read: Rounds
  readonly project: Rounds
  readonly view: Rounds
  readonly entryCount: number
  readonly list: Rounds
}

export async function timeStore(): Promise<StoreTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'forestay-bench-store-'))
  const options = { folder: join(folder, 'data'), passphrase: PASSPHRASE, clock: () => new Date() }
  try {
    const start = performance.now()
    let store = await createSqliteStore(options)
    const createMs = performance.now() - start
    const append = await appendActs(store)
    const bodies = largeCase()
    const importStart = performance.now()
    await store.append({ org: ORGANISATION, case: 'large' }, { by: 'bench', bodies }, 0)
    const importMs = performance.now() - importStart
    await store.close()
    const unlock = await timedAsync(
      async () => {
        store = await openSqliteStore(options)
        await store.close()
      },
      { warmUp: 0, rounds: 5 },
    )
    store = await openSqliteStore(options)
    let entries: Entry[] = []
    const read = await timedAsync(
      async () => {
        entries = await entriesOf(store, 'large')
      },
      { warmUp: 2, rounds: 15 },
    )
    const list = await timedAsync(async () => void (await store.cases(ORGANISATION)), { warmUp: 2, rounds: 15 })
    await store.close()
    const state = project(entries)
    const knownBy = parseMoment('2014-12-31', state.zone)
    return {
      createMs,
      append,
      importMs,
      unlock,
      read,
      list,
      entryCount: entries.length,
      project: timed(() => void project(entries), { warmUp: 3, rounds: 15 }),
      view: timed(() => void viewOf(state, { knownBy, audience: 'desk' }), { warmUp: 3, rounds: 15 }),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function appendActs(store: Store): Promise<Rounds> {
  const key = { org: ORGANISATION, case: 'small' }
  await store.append(key, { by: 'bench', bodies: frame() }, 0)
  let last = await store.last(key)
  const found: number[] = []
  for (let act = 0; act < ACTS; act++) {
    const start = performance.now()
    last =
      (
        await store.append(key, { by: 'bench', bodies: [{ kind: 'claim', claim: claim(act, 'event-0') }] }, last)
      ).at(-1)?.sequence ?? last
    found.push(performance.now() - start)
  }
  return found.sort((a, b) => a - b)
}

async function entriesOf(store: Store, name: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of store.entries({ org: ORGANISATION, case: name })) entries.push(entry)
  return entries
}

const frame = (): Body[] => [
  {
    kind: 'case',
    case: {
      id: 'made-up',
      title: 'A made-up case',
      person: 'person',
      zone: 'Europe/Madrid',
      desk: 'the desk',
      learnedRule: 'on the day',
    },
  },
  { kind: 'entity', entity: { id: 'person', kind: 'person', name: 'The person' } },
  { kind: 'entity', entity: { id: 'court', kind: 'body', name: 'The court' } },
  { kind: 'document', document: { id: 'paper', title: 'A paper', publisher: 'court', disclosure: 'internal' } },
]

/** Claims on two thousand events, five each, some of them rivals, learned over a year. */
function largeCase(): Body[] {
  const bodies = frame()
  const random = seeded(1_000)
  for (let event = 0; event < CLAIMS / 5; event++) {
    bodies.push({
      kind: 'event',
      event: {
        id: `event-${event}`,
        type: event % 3 === 0 ? 'filed' : 'decided',
        title: `Event ${event}`,
        person: 'person',
      },
    })
    for (let nth = 0; nth < 5; nth++)
      bodies.push({ kind: 'claim', claim: claim(event * 5 + nth, `event-${event}`, random) })
  }
  return bodies
}

const properties = ['occurred', 'date', 'date', 'remedy', 'outcome'] as const

function claim(number: number, subject: string, random: () => number = seeded(number)): Claim {
  const day = (): string => new Date(Date.UTC(2014, 0, 1 + Math.floor(random() * 360))).toISOString().slice(0, 10)
  const property = properties[number % properties.length] ?? 'date'
  const value =
    property === 'occurred'
      ? true
      : property === 'date'
        ? day()
        : property === 'remedy'
          ? 'es.suplica'
          : 'dismissed'
  return {
    id: `claim-${number}`,
    subject,
    property,
    value,
    speaker: 'court',
    document: 'paper',
    learned: day(),
    disclosure: 'internal',
    place: {
      quote: `The words on which claim number ${number} rests, as they stand in the paper.`,
      start: number * 80,
      end: number * 80 + 72,
    },
  }
}
