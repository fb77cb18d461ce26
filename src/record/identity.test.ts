import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalOf, project, viewOf } from './index.ts'
import type { Entry } from './index.ts'
import { history, people } from './testing-histories.ts'
import { tell } from './testing.ts'

describe('one person under several names', () => {
  const named = () => tell().entity('pavlov').entity('gaspar').entity('pavlova')

  it('stands under the name that was entered first', () => {
    const view = named().identity('pavlova', 'pavlov', 'same').identity('gaspar', 'pavlova', 'same').view()
    expect(['pavlov', 'gaspar', 'pavlova'].map((id) => canonicalOf(view, id))).toEqual([
      'pavlov',
      'pavlov',
      'pavlov',
    ])
  })

  it('is two persons again when the judgement is taken back', () => {
    const record = named()
      .identity('pavlov', 'gaspar', 'same', '2014-03-01')
      .identity('gaspar', 'pavlov', 'different', '2014-04-01')
    expect(canonicalOf(record.view('2014-03-15'), 'gaspar')).toBe('pavlov')
    expect(canonicalOf(record.view('2014-04-01'), 'gaspar')).toBe('gaspar')
  })

  it('is not merged on an unsure judgement, and a later doubt undoes an earlier merge', () => {
    expect(canonicalOf(named().identity('pavlov', 'gaspar', 'unsure').view(), 'gaspar')).toBe('gaspar')
    expect(
      canonicalOf(
        named().identity('pavlov', 'gaspar', 'same').identity('pavlov', 'gaspar', 'unsure').view(),
        'gaspar',
      ),
    ).toBe('gaspar')
  })

  it('shows a conflict where two judged different are merged through a third', () => {
    const view = named()
      .identity('pavlov', 'gaspar', 'same')
      .identity('gaspar', 'pavlova', 'same')
      .identity('pavlov', 'pavlova', 'different')
      .view()
    expect(canonicalOf(view, 'pavlova')).toBe('pavlov')
    expect(view.identity.conflicts.map(({ a, b }) => [a, b])).toEqual([['pavlov', 'pavlova']])
  })

  it('keeps every judgement ever known, also the ones taken back', () => {
    expect(
      named().identity('pavlov', 'gaspar', 'same').identity('pavlov', 'gaspar', 'different').view().identities,
    ).toHaveLength(2)
  })

  it('does not merge events, whatever they are called', () => {
    const view = named().event('x').claim('x', 'place', 'Madrid').identity('pavlov', 'gaspar', 'same').view()
    expect(view.events.has('x')).toBe(true)
  })
})

describe('every merge', () => {
  it('is undone by a later "different" on each pair', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const pairs = people.flatMap((a, index) => people.slice(index + 1).map((b) => [a, b] as const))
        const undone = pairs.map(([a, b], index): Entry => ({
          sequence: entries.length + index + 1,
          recorded: '2020-01-01T00:00:00Z',
          by: 'counsel',
          body: {
            kind: 'identity',
            identity: {
              id: `undo-${index}`,
              a,
              b,
              judgement: 'different',
              by: 'counsel',
              because: 'born elsewhere',
              learned: '2030-01-01',
            },
          },
        }))
        const view = viewOf(project([...entries, ...undone]), {
          knownBy: Number.MAX_SAFE_INTEGER,
          audience: 'desk',
        })
        expect(view.identity.canonical.size).toBe(0)
        expect(view.identity.conflicts).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('gives every name one canonical name, which is its own', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const view = viewOf(project(entries), { knownBy: Number.MAX_SAFE_INTEGER, audience: 'desk' })
        for (const id of people) expect(canonicalOf(view, canonicalOf(view, id))).toBe(canonicalOf(view, id))
      }),
      { numRuns: 200 },
    )
  })
})
