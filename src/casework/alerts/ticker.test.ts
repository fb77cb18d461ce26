import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadsDefault, reminderMoment } from '../deadlines.ts'
import type { Shelf } from '../shelf.ts'
import type { Alert, Watched } from './due.ts'
import { AlertTicker, type TickerParts, type Way } from './ticker.ts'

const MINUTE = 60_000
const DAY = 24 * 60
const times = { leads: leadsDefault, grace: 3 * DAY }
const START = 30_000_000

const deadline = (number: number, safe: number): Watched => ({
  term: 'xx.term',
  round: number,
  title: { en: 'Appeal', es: 'Recurso' },
  direction: 'person',
  status: 'running',
  safe,
  wholeDay: false,
  zone: 'UTC',
  case: 'case-a',
  caseTitle: 'Person A',
  marks: { uid: `u${number}@forestay`, deadline: `K${number}`, file: '7F3B' },
})

/** A world in which the clock does what it likes and the program dies when it likes. */
class World {
  minute = START
  readonly notes = new Set<string>()
  /** What was told, by way. */
  readonly told = new Map<string, string[]>()
  readonly complaints: string[] = []
  /** Told before their moment. */
  readonly early: string[] = []
  /** Times the program died after telling and before noting. */
  deaths = 0
  dieBeforeNote = false
  flakyWorks = true
  ticker: AlertTicker
  readonly #deadlines: readonly Watched[]

  constructor(deadlines: readonly Watched[]) {
    this.#deadlines = deadlines
    this.ticker = this.start()
  }

  start(): AlertTicker {
    return new AlertTicker(this.parts())
  }

  parts(): TickerParts {
    const shelf: Shelf = {
      read: () => Promise.resolve([...this.notes]),
      add: (_name, note) => {
        if (this.dieBeforeNote) {
          this.deaths += 1
          return Promise.reject(new Error('the program has died'))
        }
        this.notes.add(note)
        return Promise.resolve()
      },
    }
    return {
      clock: () => this.minute * MINUTE + 17_000,
      wait: () => Promise.reject(new Error('not waited for in this test')),
      watch: () => Promise.resolve({ deadlines: this.#deadlines, problems: [] }),
      shelf,
      ways: [this.#way('steady', () => true), this.#way('flaky', () => this.flakyWorks)],
      times,
      complain: (text) => void this.complaints.push(text),
    }
  }

  #way(name: string, works: () => boolean): Way {
    return {
      name,
      tell: (alert: Alert, now) => {
        if (!works()) return Promise.reject(new Error('no connection'))
        if (!isDue(alert.deadline, alert.key, now)) this.early.push(alert.key)
        this.told.set(name, [...(this.told.get(name) ?? []), alert.key])
        return Promise.resolve()
      },
    }
  }

  /** Deadlines of which `way` has not told what is due now, by a reckoning of our own. */
  missed(way: string): readonly string[] {
    return this.#deadlines
      .flatMap((one) => expected(one, this.minute))
      .filter((key) => !(this.told.get(way) ?? []).includes(key))
  }
}

/** The alert that must have been told by now, worked out the long way. */
function expected(one: Watched, now: number): readonly string[] {
  const name = `${one.marks.uid} ${one.safe}`
  if (now > one.safe + times.grace) return []
  if (now > one.safe) return [`${name} overdue`]
  for (const lead of [3 * 60, DAY, 2 * DAY, 7 * DAY]) if (now >= one.safe - lead) return [`${name} ${lead}`]
  return []
}

const isDue = (one: Watched, key: string, now: number): boolean =>
  key.endsWith('overdue') ? now > one.safe : reminderMoment(one, Number(key.split(' ')[2])) <= now

type Step =
  { readonly do: 'tick' | 'restart' | 'die' | 'break' | 'mend' } | { readonly do: 'pass'; readonly minutes: number }

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step>({ do: 'tick' }) },
    { weight: 2, arbitrary: fc.constantFrom<Step>({ do: 'restart' }, { do: 'break' }, { do: 'mend' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'die' }) },
    // A minute awake, a night asleep, a clock put forward or back.
    {
      weight: 6,
      arbitrary: fc
        .oneof(fc.constant(1), fc.integer({ min: 2, max: 600 }), fc.integer({ min: -20 * DAY, max: 20 * DAY }))
        .map((minutes): Step => ({ do: 'pass', minutes })),
    },
  ),
  { maxLength: 60 },
)
const deadlines = fc
  .array(fc.integer({ min: -2 * DAY, max: 15 * DAY }), { minLength: 1, maxLength: 5 })
  .map((list) => list.map((offset, index) => deadline(index, START + offset)))

async function take(world: World, step: Step): Promise<void> {
  switch (step.do) {
    case 'tick':
      await world.ticker.tick()
      expect(world.missed('steady')).toEqual([])
      return
    case 'restart':
      world.ticker = world.start()
      return
    case 'die':
      world.dieBeforeNote = true
      await world.ticker.tick()
      world.dieBeforeNote = false
      world.ticker = world.start()
      return
    case 'break':
    case 'mend':
      world.flakyWorks = step.do === 'mend'
      return
    case 'pass':
      world.minute += step.minutes
  }
}

const repeats = (keys: readonly string[]): number => keys.length - new Set(keys).size

describe('the ticker', () => {
  it('misses nothing and tells nothing twice, however the clock jumps, sleeps, and the program restarts', async () => {
    await fc.assert(
      fc.asyncProperty(deadlines, steps, async (list, acts) => {
        const world = new World(list)
        for (const step of acts) await take(world, step)
        // A way that failed is tried again within the hour, and then has told everything that is due.
        world.flakyWorks = true
        for (let minutes = 0; minutes <= 61; minutes += 1) {
          await world.ticker.tick()
          world.minute += 1
        }
        await world.ticker.tick()
        expect(world.missed('flaky')).toEqual([])
        expect(world.early).toEqual([])
        const twice = [...world.told.values()].reduce((sum, keys) => sum + repeats(keys), 0)
        // Only a death between telling and noting may repeat an alert, and only that one.
        expect(twice).toBeLessThanOrEqual(world.deaths)
      }),
      { numRuns: 400 },
    )
  })

  it('is not held up by a way that hangs', async () => {
    const world = new World([deadline(1, START + 60)])
    let release = (): void => undefined
    const hanging: Way = { name: 'hanging', tell: () => new Promise<void>((resolve) => (release = resolve)) }
    const parts = world.parts()
    const ticker = new AlertTicker({ ...parts, ways: [hanging, ...parts.ways] })
    const first = ticker.tick()
    await new Promise((resolve) => setImmediate(resolve))
    expect(world.told.get('steady')).toHaveLength(1)
    world.minute += 61
    await ticker.tick()
    expect(world.told.get('steady')).toHaveLength(2)
    release()
    await first
  })

  it('shows what it could not tell, complains once, and waits longer each time, an hour at most', async () => {
    const world = new World([deadline(1, START + 20 * 60)])
    world.flakyWorks = false
    const tries: number[] = []
    for (let minutes = 0; minutes < 200; minutes += 1) {
      const before = world.ticker.status().failures[0]?.tries ?? 0
      await world.ticker.tick()
      if ((world.ticker.status().failures[0]?.tries ?? 0) > before) tries.push(minutes)
      world.minute += 1
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183])
    expect(world.complaints).toEqual(['An alert could not be told by flaky and will be tried again: no connection'])
    expect(world.ticker.status().failures).toMatchObject([{ way: 'flaky', why: 'no connection', tries: 9 }])
    world.flakyWorks = true
    world.minute += 60
    await world.ticker.tick()
    expect(world.ticker.status().failures).toEqual([])
  })

  it('wakes for the next moment, and otherwise within a minute, until it is stopped', async () => {
    const world = new World([deadline(1, START + 180 + 1)])
    const stop = new AbortController()
    const waits: number[] = []
    const ticker = new AlertTicker({
      ...world.parts(),
      wait: async (milliseconds) => {
        // Let the look end first, as it does long before a minute is over.
        await new Promise((resolve) => setImmediate(resolve))
        waits.push(milliseconds)
        if (waits.length === 3) stop.abort()
      },
    })
    await ticker.run(stop.signal)
    expect(waits.slice(0, 3)).toEqual([60_000, 43_000, 43_000])
  })

  it('says that a case could not be looked at, once, and goes on with the others', async () => {
    const world = new World([deadline(1, START)])
    const parts = world.parts()
    const ticker = new AlertTicker({
      ...parts,
      watch: async (now) => ({ ...(await parts.watch(now)), problems: ['The case b could not be worked out.'] }),
    })
    await ticker.tick()
    await ticker.tick()
    expect(world.complaints).toEqual(['The case b could not be worked out.'])
    expect(world.told.get('steady')).toHaveLength(1)
    expect(ticker.status().problems).toHaveLength(1)
  })

  it('stays awake when the shelf cannot be read, and tells as soon as it can', async () => {
    const world = new World([deadline(1, START)])
    const parts = world.parts()
    let broken = true
    const ticker = new AlertTicker({
      ...parts,
      shelf: {
        ...parts.shelf,
        read: (name) => (broken ? Promise.reject(new Error('disk')) : parts.shelf.read(name)),
      },
    })
    await ticker.tick()
    expect(world.complaints).toEqual(['Deadlines could not be looked at: disk'])
    expect(world.told.size).toBe(0)
    broken = false
    await ticker.tick()
    expect(world.told.get('steady')).toHaveLength(1)
  })
})
