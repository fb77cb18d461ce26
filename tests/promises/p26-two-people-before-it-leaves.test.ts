/** P26: two people before it leaves. Whatever anybody does in whatever order, through the door that all acts pass. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ActError, type Keep, readLaw, Workspace } from '../../src/casework/index.ts'
import type { Law } from '../../src/law/index.ts'
import { diskFiles, projectRoot } from '../../src/platform/index.ts'
import { type Draft, draft, readTemplates, releasedPaper, templateFor } from '../../src/publish/index.ts'
import { type Body, type Entry, parseMoment, releaseOf } from '../../src/record/index.ts'
import { frame } from '../../src/record/testing-histories.ts'
import { createMemoryIndex } from '../../src/search/index.ts'
import { createMemoryStore } from '../../src/store/index.ts'

const key = { org: 'own', case: 'case' }
const content = 'c'.repeat(64)
const asked = { paper: 'statement', audience: 'public', content } as const
let law: Law

beforeAll(async () => {
  law = await readLaw(diskFiles, projectRoot())
}, 120_000)

function keep(): Keep {
  const store = createMemoryStore({ clock: () => new Date('2014-02-19T08:00:00Z') })
  return {
    organisation: key.org,
    search: createMemoryIndex(),
    cases: async () => (await store.cases(key.org)).map(({ case: id, last, recorded }) => ({ id, last, recorded })),
    entries: async (id) => {
      const entries = []
      for await (const entry of store.entries({ ...key, case: id })) entries.push(entry)
      return entries
    },
    append: (id, act, last) => store.append({ ...key, case: id }, act, last),
    putOriginal: (id, bytes) => store.putOriginal({ ...key, case: id }, bytes),
    original: (id, hash) => store.getOriginal({ ...key, case: id }, hash),
    originals: async () => new Set(),
  }
}

/** Each name with the person it is, judged by hand: the test does not ask the program who is who. */
const people: Readonly<Record<string, string>> = {
  Ana: 'ana',
  'ana ': 'ana',
  ÁNA: 'ana',
  Аna: 'ana',
  Boris: 'boris',
  'Boris.': 'boris',
  Clara: 'clara',
  ' ': 'nobody',
}
const names = Object.keys(people)
const act = fc.record({
  by: fc.constantFrom(...names),
  steps: fc.array(
    fc.record({
      step: fc.constantFrom('asked', 'asked', 'approved', 'approved', 'approved', 'refused', 'withdrawn'),
      paper: fc.constantFrom('statement', 'statement', 'statement', 'letter'),
      content: fc.constantFrom(content, content, content, 'd'.repeat(64)),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})

describe('the release of a paper', () => {
  it('stands on two different people, after any sequence of acts by anyone', { timeout: 120_000 }, async () => {
    let released = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 16 }), async (acts) => {
        const workspace = new Workspace(law, keep())
        await workspace.act('case', 'Ana', frame(), 0)
        const took: { by: string; step: string }[] = []
        let number = 0
        for (const { by, steps } of acts) {
          const bodies = steps.map((one): Body => ({
            kind: 'release',
            release: { id: `r${(number += 1)}`, audience: 'public', ...one },
          }))
          try {
            await workspace.act('case', by, bodies, await workspace.last('case'))
          } catch (error) {
            if (error instanceof ActError) continue
            throw error
          }
          for (const one of steps)
            if (one.paper === 'statement' && one.content === content) took.push({ by, step: one.step })
        }
        const { status, askedBy = '', decidedBy = '' } = releaseOf(await workspace.state('case'), asked)
        if (status !== 'released') return
        released += 1
        expect(people[askedBy]).not.toBe(people[decidedBy])
        expect([people[askedBy], people[decidedBy]]).not.toContain('nobody')
        expect(took.some(({ by, step }) => by === askedBy && step === 'asked')).toBe(true)
        expect(took.some(({ by, step }) => by === decidedBy && step === 'approved')).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(released).toBeGreaterThan(10)
  })

  it('is void once a ruling lets an exhibit through that was held back when they agreed', async () => {
    const templates = await readTemplates(diskFiles, [projectRoot()])
    const letter = 'a'.repeat(64)
    const draftOf = (bodies: readonly Body[]): Draft =>
      draft({
        law,
        entries: entriesOf(bodies),
        precedents: [],
        template: templateFor(templates, 'chronology', '2014-03-01'),
        language: 'en',
        knownBy: parseMoment('2014-03-01', 'Europe/Madrid'),
        audience: 'counsel',
        held: new Set([letter]),
      })
    const before = withLetter(letter)
    const first = draftOf(before)
    expect(first.paper.exhibits.map(({ title }) => title)).toEqual(['Letter'])
    expect(first.isTelling('Vera Hidden was there.')).toBe(true)
    const release = { paper: 'chronology', audience: 'counsel', content: first.content } as const
    const agreed: readonly Body[] = [
      ...before,
      { kind: 'release', release: { id: 'asked', step: 'asked', ...release } },
      { kind: 'release', release: { id: 'approved', step: 'approved', ...release } },
    ]
    expect(releasedPaper(draftOf(agreed))).toBeDefined()
    const ruling = { id: 'ruling', thing: 'vera', by: 'Ana', because: 'she agreed' }
    const opened = draftOf([
      ...agreed,
      { kind: 'ruling', ruling: { ...ruling, of: 'entity', disclosure: 'counsel' } },
    ])
    expect(opened.isTelling('Vera Hidden was there.')).toBe(false)
    expect({ ...opened.paper, mark: '' }).toEqual({ ...first.paper, mark: '' })
    expect(opened.release.status).toBe('not_asked')
    expect(releasedPaper(opened)).toBeUndefined()
  })
})

/** Entered by two people in turn, so that the two steps at the end are not one person's. */
const entriesOf = (bodies: readonly Body[]): readonly Entry[] =>
  bodies.map((body, index) => ({
    sequence: index + 1,
    recorded: '2014-03-01T08:00:00Z',
    by: index % 2 === 0 ? 'Ana' : 'Boris',
    body,
  }))

/** A case with an open letter that is held, and a sealed person of whom no open claim speaks. */
const withLetter = (sha256: string): readonly Body[] => [
  ...frame(),
  { kind: 'entity', entity: { id: 'vera', kind: 'person', name: 'Vera Hidden', disclosure: 'sealed' } },
  {
    kind: 'document',
    document: {
      id: 'letter',
      title: 'Letter',
      publisher: 'Desk',
      sha256,
      mediaType: 'text/plain',
      disclosure: 'counsel',
    },
  },
  {
    kind: 'claim',
    claim: {
      id: 'seen',
      subject: 'arrest',
      property: 'occurred',
      value: true,
      speaker: 'lawyer',
      document: 'letter',
      learned: '2014-02-01',
      disclosure: 'counsel',
    },
  },
]
