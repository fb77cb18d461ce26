/**
 * What every store does, whatever it is made of. Each implementation runs this suite from its own
 * test file; a new one is finished when it passes.
 */
import { sha256Of } from '../platform/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Body, Entry } from '../record/index.ts'
import { StoreError } from './errors.ts'
import type { StoreErrorCode } from './errors.ts'
import type { Act, CaseKey, Clock, Store } from './port.ts'

/** Opens an empty store that reads the clock it is given. */
export type OpenEmptyStore = (clock: Clock) => Promise<Store>

const desk: CaseKey = { org: 'defence', case: 'pavlov-2014' }
const other: CaseKey = { org: 'defence', case: 'abu-qatada-2012' }
const morning: Clock = () => new Date('2014-02-19T08:30:15.250Z')

/** A body about an event; what it says is of no concern to a store. */
export const eventBody = (id: string, title = id): Body => ({
  kind: 'event',
  event: { id, type: 'decided', title },
})
export const actOf = (...ids: readonly string[]): Act => ({
  by: 'A. Lawyer',
  bodies: ids.map((id) => eventBody(id)),
})

export async function entriesOf(store: Store, key: CaseKey, after?: number): Promise<readonly Entry[]> {
  const found: Entry[] = []
  for await (const entry of store.entries(key, after)) found.push(entry)
  return found
}

/** The code of the refusal; fails when there is none. */
export async function codeOf(attempt: Promise<unknown>): Promise<StoreErrorCode> {
  const outcome = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof StoreError) return outcome.code
  throw new Error(`Expected a StoreError, got ${String(outcome)}`)
}

export function describeStore(name: string, open: OpenEmptyStore): void {
  const withStore = async (work: (store: Store) => Promise<void>, clock: Clock = morning): Promise<void> => {
    const store = await open(clock)
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }
  describe(`${name}`, () => {
    describeActs(withStore)
    describeReading(withStore)
    describePreserved(withStore)
    describeOriginals(withStore)
    describeRefusals(withStore)
  })
}

type WithStore = (work: (store: Store) => Promise<void>, clock?: Clock) => Promise<void>

function describeActs(withStore: WithStore): void {
  it('numbers the entries of an act from where the case stood', () =>
    withStore(async (store) => {
      await store.append(desk, actOf('request'), 0)
      const bodies = [eventBody('ruling'), eventBody('notice')]
      const saved = await store.append(desk, { by: 'B. Researcher', bodies }, 1)
      expect(saved).toEqual([
        { sequence: 2, recorded: '2014-02-19T08:30:15Z', by: 'B. Researcher', body: eventBody('ruling') },
        { sequence: 3, recorded: '2014-02-19T08:30:15Z', by: 'B. Researcher', body: eventBody('notice') },
      ])
      expect((await entriesOf(store, desk)).slice(1)).toEqual(saved)
    }))

  it('refuses an act made on an older view of the case, and says what has changed', () =>
    withStore(async (store) => {
      await store.append(desk, actOf('a', 'b'), 0)
      await expect(store.append(desk, actOf('c'), 1)).rejects.toThrow(
        'You saw it up to entry 1; it now ends at entry 2.',
      )
      expect(await codeOf(store.append(desk, actOf('c'), 3))).toBe('conflict')
      expect(await store.last(desk)).toBe(2)
    }))

  it('lets one of two acts made at once through, and refuses the other', () =>
    withStore(async (store) => {
      const both = await Promise.allSettled([
        store.append(desk, actOf('left'), 0),
        store.append(desk, actOf('right'), 0),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await store.last(desk)).toBe(1)
    }))

  it('refuses the whole act when its last body cannot be kept', () =>
    withStore(async (store) => {
      const broken: Body = { kind: 'claim', claim: { id: 'c', value: Number.NaN } as never }
      expect(await codeOf(store.append(desk, { by: 'A. Lawyer', bodies: [eventBody('a'), broken] }, 0))).toBe(
        'invalid',
      )
      expect(await store.last(desk)).toBe(0)
      expect(await store.cases()).toEqual([])
    }))

  it('keeps the order of acts even when the clock goes back', () => {
    const instants = ['2014-02-19T10:00:00Z', '2014-02-19T09:00:00Z']
    const readings = instants.values()
    return withStore(
      async (store) => {
        await store.append(desk, actOf('first'), 0)
        await store.append(desk, actOf('second'), 1)
        expect((await entriesOf(store, desk)).map(({ sequence, recorded }) => [sequence, recorded])).toEqual([
          [1, instants[0]],
          [2, instants[1]],
        ])
      },
      () => new Date(readings.next().value ?? ''),
    )
  })
}

function describeReading(withStore: WithStore): void {
  it('reads a case from any entry on', () =>
    withStore(async (store) => {
      await store.append(desk, actOf('a', 'b', 'c'), 0)
      expect((await entriesOf(store, desk, 2)).map(({ sequence }) => sequence)).toEqual([3])
      expect(await entriesOf(store, desk, 3)).toEqual([])
      expect(await entriesOf(store, other)).toEqual([])
    }))

  it('shows a reader the case as it was when reading began', () =>
    withStore(async (store) => {
      await store.append(desk, actOf(...Array.from({ length: 1200 }, (_, n) => `e${n}`)), 0)
      let read = 0
      for await (const entry of store.entries(desk)) {
        if (read === 0) await store.append(desk, actOf('later'), 1200)
        read += 1
        expect(entry.sequence).toBe(read)
      }
      expect(read).toBe(1200)
    }))

  it('lists the cases by organisation and name, with their newest entry', () =>
    withStore(async (store) => {
      const foreign: CaseKey = { org: 'campaign', case: 'zz' }
      await store.append(desk, actOf('a', 'b'), 0)
      await store.append(other, actOf('a'), 0)
      await store.append(foreign, actOf('a'), 0)
      const recorded = '2014-02-19T08:30:15Z'
      expect(await store.cases()).toEqual([
        { ...foreign, last: 1, recorded },
        { ...other, last: 1, recorded },
        { ...desk, last: 2, recorded },
      ])
      expect(await store.cases('defence')).toEqual([
        { ...other, last: 1, recorded },
        { ...desk, last: 2, recorded },
      ])
    }))

  it('gives back every body as it was given, in any script', () =>
    withStore(async (store) => {
      let last = 0
      const awkward = fc.constantFrom('\u0000', '\ud800', '\u202e', '"\\', 'e\u0301', 'é', '\u2028', '😀')
      const part = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), awkward)
      const word = fc.array(part).map((parts) => parts.join(''))
      await fc.assert(
        fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), async (words) => {
          const bodies = words.map((title) => eventBody('e', title))
          await store.append(desk, { by: 'Ñandú Әсел', bodies }, last)
          expect((await entriesOf(store, desk, last)).map(({ body }) => body)).toEqual(bodies)
          last += words.length
        }),
        { numRuns: 40 },
      )
    }))

  it('never shares what it keeps with whoever gave it or reads it', () =>
    withStore(async (store) => {
      const event = { id: 'a', type: 'decided', title: 'before' }
      const [saved] = await store.append(desk, { by: 'A. Lawyer', bodies: [{ kind: 'event', event }] }, 0)
      event.title = 'after'
      if (saved?.body.kind === 'event') Object.assign(saved.body.event, { title: 'after' })
      expect((await entriesOf(store, desk))[0]?.body).toEqual(eventBody('a', 'before'))
    }))
}

function describePreserved(withStore: WithStore): void {
  const elsewhere: readonly Entry[] = [
    { sequence: 1, recorded: '2013-07-24T10:00:00Z', by: 'B. Researcher', body: eventBody('a') },
    { sequence: 2, recorded: '2013-07-25T10:00:00.125Z', by: 'A. Lawyer', body: eventBody('b') },
  ]

  it('takes in entries recorded elsewhere with their number, time and person', () =>
    withStore(async (store) => {
      await store.appendPreserved(desk, elsewhere, 0)
      expect(await entriesOf(store, desk)).toEqual(elsewhere)
      await store.append(desk, actOf('c'), 2)
      expect(await store.last(desk)).toBe(3)
    }))

  it('refuses entries recorded elsewhere that do not continue the case as it is', () =>
    withStore(async (store) => {
      expect(await codeOf(store.appendPreserved(desk, elsewhere.slice(1), 0))).toBe('invalid')
      expect(await codeOf(store.appendPreserved(desk, [...elsewhere, ...elsewhere], 0))).toBe('invalid')
      await store.append(desk, actOf('x'), 0)
      expect(await codeOf(store.appendPreserved(desk, elsewhere, 0))).toBe('conflict')
      expect(await store.last(desk)).toBe(1)
    }))
}

function describeOriginals(withStore: WithStore): void {
  const page = new TextEncoder().encode('%PDF-1.4 the ruling')

  it('names an original by its hash, and keeps the same bytes once', () =>
    withStore(async (store) => {
      const sha256 = await store.putOriginal(desk, page)
      expect(sha256).toBe(sha256Of(page))
      expect(await store.putOriginal(desk, page, sha256)).toBe(sha256)
      expect(await store.originals(desk)).toEqual([{ sha256, bytes: page.length }])
      expect(Array.from((await store.getOriginal(desk, sha256)) ?? [])).toEqual(Array.from(page))
    }))

  it('keeps the originals of one case from another', () =>
    withStore(async (store) => {
      const sha256 = await store.putOriginal(desk, page)
      expect(await store.hasOriginal(desk, sha256)).toBe(true)
      expect(await store.hasOriginal(other, sha256)).toBe(false)
      expect(await store.getOriginal(other, sha256)).toBeUndefined()
    }))

  it('keeps an empty original and one with every byte', () =>
    withStore(async (store) => {
      for (const bytes of [new Uint8Array(0), Uint8Array.from({ length: 70_000 }, (_, n) => n % 256)]) {
        const sha256 = await store.putOriginal(desk, bytes)
        expect(sha256Of((await store.getOriginal(desk, sha256)) ?? Uint8Array.of(1))).toBe(sha256)
      }
    }))

  it('refuses bytes that do not have the hash that was announced', () =>
    withStore(async (store) => {
      expect(await codeOf(store.putOriginal(desk, page, sha256Of(Uint8Array.of(1))))).toBe('invalid')
      expect(await store.originals(desk)).toEqual([])
    }))

  it('finds everything sound when nothing has been touched', () =>
    withStore(async (store) => {
      await store.append(desk, actOf('a', 'b'), 0)
      await store.putOriginal(desk, page)
      expect(await store.checkFixity()).toEqual({ sound: true, entriesRead: 2, originalsRead: 1, findings: [] })
    }))
}

function describeRefusals(withStore: WithStore): void {
  const act = (change: Partial<Act>): Act => ({ ...actOf('a'), ...change })
  const strange = (value: unknown): Body => ({ kind: 'event', event: value }) as Body
  const cases: readonly (readonly [string, CaseKey, Act])[] = [
    ['that says nothing', desk, act({ bodies: [] })],
    ['by nobody', desk, act({ by: '  ' })],
    ['by a name with a line break in it', desk, act({ by: 'A.\nLawyer' })],
    ['in a case without a name', { org: 'defence', case: '' }, act({})],
    ['in a case whose name leads elsewhere', { org: 'defence', case: '../other' }, act({})],
    ['in an organisation with capitals', { org: 'Defence', case: 'a' }, act({})],
    ['of an unknown kind', desk, act({ bodies: [{ kind: 'rumour', rumour: {} } as never] })],
    ['whose content is missing', desk, act({ bodies: [{ kind: 'event' } as never] })],
    ['with a date object in it', desk, act({ bodies: [strange({ at: new Date(0) })] })],
    ['with an endless number in it', desk, act({ bodies: [strange({ at: Number.POSITIVE_INFINITY })] })],
    ['with a hole in a list', desk, act({ bodies: [strange({ list: [1, undefined] })] })],
  ]
  it.each(cases)('refuses an act %s', (_, key, refused) =>
    withStore(async (store) => {
      expect(await codeOf(store.append(key, refused, 0))).toBe('invalid')
      expect(await store.cases()).toEqual([])
    }),
  )

  it('refuses an entry that is too large, and says how large it may be', () =>
    withStore(async (store) => {
      const bodies = [eventBody('a', 'x'.repeat(5_000_000))]
      await expect(store.append(desk, act({ bodies }), 0)).rejects.toThrow('at most 4194304 fit')
      expect(await store.last(desk)).toBe(0)
    }))

  it('answers nothing after it is closed', () =>
    withStore(async (store) => {
      await store.append(desk, actOf('a'), 0)
      await store.close()
      await store.close()
      const attempts = [
        store.append(desk, actOf('b'), 1),
        store.last(desk),
        store.cases(),
        entriesOf(store, desk),
        store.putOriginal(desk, Uint8Array.of(1)),
        store.originals(desk),
        store.checkFixity(),
      ]
      expect(await Promise.all(attempts.map(codeOf))).toEqual(attempts.map(() => 'closed'))
    }))
}
