import { describe, expect, it } from 'vitest'
import {
  fixedClock,
  memoryFiles,
  pretendedProcesses,
  pretendedPrompt,
  pretendedSignals,
  seededRandom,
} from '../platform/index.ts'
import type { Context } from './command.ts'
import { changedPages, watchLaw } from './law-watch.ts'
import { Printer } from './output.ts'

describe('pages that are watched', () => {
  it('are those new, changed and gone; a page saved without a change is not among them', () => {
    const page = (file: string, text: string) => ({ file, text })
    expect(
      changedPages(
        [page('same.md', 'a'), page('changed.md', 'a'), page('gone.md', 'a')],
        [page('same.md', 'a'), page('changed.md', 'b'), page('new.md', 'a')],
      ),
    ).toEqual(['changed.md', 'new.md', 'gone.md'])
  })

  it('are checked once, then each when it is saved, until the person ends it', async () => {
    const files = memoryFiles({ '/project/law/a.md': 'one', '/project/law/b.md': 'one' })
    const checked: (readonly string[])[] = []
    let end: () => void = () => undefined
    const until = new Promise<void>((resolve) => {
      end = resolve
    })
    let text = ''
    const context: Context = {
      platform: {
        files,
        clock: fixedClock('2014-02-19T08:00:00.000Z'),
        random: seededRandom(1),
        processes: pretendedProcesses(() => 0),
        prompt: pretendedPrompt(''),
        signals: pretendedSignals(until),
      },
      out: new Printer(
        (part) => {
          text += part
        },
        { width: 80, colour: false },
      ),
      language: 'en',
      json: false,
      root: '/project',
      env: {},
    }
    const code = await watchLaw(
      context,
      { positionals: ['law/a.md'], options: new Map() },
      async (_, { positionals }) => {
        checked.push(positionals)
        if (checked.length === 1) await files.write('/project/law/b.md', 'two')
        else end()
        return 0
      },
    )
    expect([code, checked]).toEqual([0, [['law/a.md'], ['law/b.md']]])
    expect(text).toContain('08:00:00 UTC – law/b.md')
  })
})
