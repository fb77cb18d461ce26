import { beforeEach, describe, expect, it } from 'vitest'
import { seededRandom } from '../platform/index.ts'
import { createMemoryStore, type Store } from '../store/index.ts'
import { Feeds } from './feeds.ts'
import { markKey, storeShelf } from './shelf.ts'

const act = { by: 'Person A', at: '2026-03-01T09:00:00Z' }
let store: Store
const bytesFrom = (seed: number): ((count: number) => Uint8Array) => {
  const random = seededRandom(seed)
  return (count) => random.bytes(count)
}
const feedsAt = (seed: number): Feeds => new Feeds(storeShelf(store), bytesFrom(seed))

beforeEach(() => {
  store = createMemoryStore({ clock: () => new Date('2026-03-01T09:00:00Z') })
})

describe('a feed', () => {
  it('is closed until somebody opens it, and then serves its case alone', async () => {
    const feeds = feedsAt(1)
    expect(await feeds.isOpen('case-a')).toBe(false)
    const token = await feeds.open('case-a', act)
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect([await feeds.isOpen('case-a'), await feeds.isOpen('case-b')]).toEqual([true, false])
    expect(await feeds.caseOf(token)).toBe('case-a')
    expect(await feeds.caseOf(token.replace(/^./, (first) => (first === '0' ? '1' : '0')))).toBeUndefined()
  })
  it('stays open over a restart, and stays closed once it was closed', async () => {
    const token = await feedsAt(1).open('case-a', act)
    expect(await feedsAt(2).caseOf(token)).toBe('case-a')
    await feedsAt(3).close('case-a', act)
    const again = feedsAt(4)
    expect([await again.caseOf(token), await again.isOpen('case-a')]).toEqual([undefined, false])
  })
  it('has one address at a time: a new one ends the old one', async () => {
    const feeds = feedsAt(1)
    const first = await feeds.open('case-a', act)
    const second = await feeds.open('case-a', act)
    expect([await feeds.caseOf(first), await feeds.caseOf(second)]).toEqual([undefined, 'case-a'])
  })
  it('is kept without its secret', async () => {
    const token = await feedsAt(1).open('case-a', act)
    expect((await storeShelf(store).read('feeds')).join('\n')).not.toContain(token)
  })
})

describe('a shelf', () => {
  it('holds notes by name, the same note once, and is no case', async () => {
    const shelf = storeShelf(store)
    expect(await shelf.read('told')).toEqual([])
    for (const note of ['a', 'b', 'a']) await shelf.add('told', note)
    await shelf.add('other', 'c')
    expect((await shelf.read('told')).toSorted()).toEqual(['a', 'b'])
    expect(await store.cases()).toEqual([])
  })
  it('makes the key of its names once', async () => {
    const shelf = storeShelf(store)
    const key = await markKey(shelf, bytesFrom(1))
    expect(key).toHaveLength(32)
    expect(await markKey(shelf, bytesFrom(2))).toEqual(key)
  })
})
