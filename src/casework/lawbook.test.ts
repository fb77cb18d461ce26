import { describe, expect, it } from 'vitest'
import { base, type Block, events, page } from '../law/testing.ts'
import { memoryFiles } from '../platform/index.ts'
import { readLaw } from './lawbook.ts'

const world = (...blocks: readonly Block[]): string => page([...base, ...blocks], 'world')
const france = page([{ rule: 'fr.heard', when: ['hearing'] }], 'fr').replace(
  'title: Test pack',
  'title: Test pack\njurisdiction: FR',
)

/** A program that was built, so that what was read once is kept beside it. */
const built = (international: string) =>
  memoryFiles({
    'dist/.stamp': '',
    'law/world.md': international,
    'law/fr.md': france,
    'vocabulary/events.yaml': JSON.stringify({ events }),
  })

describe('the law as it lies in the folder', () => {
  it('is the same when its pages were read and joined before', async () => {
    const files = built(world({ rule: 'heard', when: ['hearing'] }))
    const [first, again] = [await readLaw(files, ''), await readLaw(files, '')]
    expect(again.compiled.program).toEqual(first.compiled.program)
    expect(again.packs).toEqual(first.packs)
  })

  it('is asked anew whether it holds together as soon as one page is another', async () => {
    const files = built(world({ rule: 'heard', when: ['hearing'] }))
    await readLaw(files, '')
    const leaning = world({ rule: 'heard', when: [{ holds: 'fr.heard' }] })
    await files.write('law/world.md', new TextEncoder().encode(leaning))
    const refused = "An international page rests on a State's own page"
    await expect(readLaw(files, '')).rejects.toThrow(refused)
    // And what was refused is never kept as whole.
    await expect(readLaw(files, '')).rejects.toThrow(refused)
  })

  it('and as soon as an event that it names is no longer in the vocabulary', async () => {
    const files = built(world({ rule: 'heard', when: ['hearing'] }))
    await readLaw(files, '')
    const { hearing: _gone, ...others } = events
    await files.write('vocabulary/events.yaml', new TextEncoder().encode(JSON.stringify({ events: others })))
    await expect(readLaw(files, '')).rejects.toThrow('hearing')
  })
})
