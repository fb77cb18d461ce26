/** Two distinct people are needed before a paper leaves, whatever is done in whatever order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Body, Entry, Release } from './model.ts'
import { project } from './project.ts'
import { releaseOf } from './release.ts'
import { validate } from './validate.ts'

const content = 'a'.repeat(64)
const other = 'b'.repeat(64)
const statement = { paper: 'statement', audience: 'public', content } as const

const step = (step: Release['step'], more: Partial<Release> = {}): Omit<Release, 'id'> => ({
  step,
  ...statement,
  ...more,
})

const entriesOf = (acts: readonly (readonly [string, Omit<Release, 'id'>])[]): readonly Entry[] =>
  acts.map(([by, release], index) => ({
    sequence: index + 1,
    recorded: `2014-02-19T09:00:0${index % 10}Z`,
    by,
    body: { kind: 'release', release: { id: `r${index}`, ...release } },
  }))

const statusOf = (...acts: readonly (readonly [string, Omit<Release, 'id'>])[]) =>
  releaseOf(project(entriesOf(acts)), statement)

describe('a paper leaves', () => {
  it('when one asks and another agrees', () => {
    expect(statusOf(['Ana', step('asked')], ['Boris', step('approved')])).toMatchObject({
      status: 'released',
      askedBy: 'Ana',
      decidedBy: 'Boris',
    })
  })

  it.each([
    [
      'the one who asked agrees',
      [
        ['Ana', step('asked')],
        ['Ana', step('approved')],
      ],
      'asked',
    ],
    [
      'the same person under another spelling agrees',
      [
        ['Ana', step('asked')],
        ['  ÁNA ', step('approved')],
      ],
      'asked',
    ],
    ['nobody asked', [['Boris', step('approved')]], 'not_asked'],
    [
      'the paper has changed since',
      [
        ['Ana', step('asked', { content: other })],
        ['Boris', step('approved')],
      ],
      'not_asked',
    ],
    [
      'it was asked for another audience',
      [
        ['Ana', step('asked', { audience: 'counsel' })],
        ['Boris', step('approved')],
      ],
      'not_asked',
    ],
    [
      'it was asked for another kind of paper',
      [
        ['Ana', step('asked', { paper: 'letter' })],
        ['Boris', step('approved')],
      ],
      'not_asked',
    ],
    [
      'it was refused before',
      [
        ['Ana', step('asked')],
        ['Boris', step('refused')],
        ['Clara', step('approved')],
      ],
      'refused',
    ],
    [
      'it was withdrawn',
      [
        ['Ana', step('asked')],
        ['Boris', step('approved')],
        ['Clara', step('withdrawn')],
      ],
      'withdrawn',
    ],
    [
      'nobody in particular agrees',
      [
        ['Ana', step('asked')],
        [' . ', step('approved')],
      ],
      'asked',
    ],
    [
      'it is asked again by the one who would agree',
      [
        ['Ana', step('asked')],
        ['Boris', step('asked')],
        ['Boris', step('approved')],
      ],
      'asked',
    ],
  ] as const)('not when %s', (_what, acts, status) => {
    expect(statusOf(...acts).status).toBe(status)
  })

  it('again, after a refusal, when it is asked for again and another agrees', () => {
    const refused = [
      ['Ana', step('asked')],
      ['Boris', step('refused')],
    ] as const
    expect(statusOf(...refused, ['Ana', step('asked')], ['Boris', step('approved')]).status).toBe('released')
  })
})

/** Each name with the person it is, judged by hand: the test does not ask the program who is who. */
const people: Readonly<Record<string, string>> = {
  'Ana Ruth': 'ana',
  'ana  ruth': 'ana',
  'ÁNA RUTH': 'ana',
  'Ruth, Ana': 'ana',
  'Аna Ruth': 'ana',
  Boris: 'boris',
  'BORIS ': 'boris',
  Борис: 'boris',
  Clara: 'clara',
  '': 'nobody',
  '  ': 'nobody',
  '–': 'nobody',
}
const names = Object.keys(people)
const anyStep = fc.record({
  by: fc.constantFrom(...names),
  step: fc.constantFrom('asked', 'approved', 'refused', 'withdrawn'),
  paper: fc.constantFrom('statement', 'statement', 'letter'),
  audience: fc.constantFrom('public', 'public', 'counsel'),
  content: fc.constantFrom(content, content, other),
})

describe('over any sequence of acts', () => {
  it('a release stands on two different people who took a step on exactly that paper', () => {
    let released = 0
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const {
          status,
          askedBy = '',
          decidedBy = '',
        } = statusOf(...steps.map(({ by, ...release }) => [by, release] as const))
        if (status !== 'released') return
        released += 1
        const took = (by: string, what: string): boolean =>
          steps.some(
            (s) =>
              s.by === by &&
              s.step === what &&
              s.paper === 'statement' &&
              s.audience === 'public' &&
              s.content === content,
          )
        expect(took(askedBy, 'asked')).toBe(true)
        expect(took(decidedBy, 'approved')).toBe(true)
        expect(people[askedBy]).not.toBe(people[decidedBy])
        expect([people[askedBy], people[decidedBy]]).not.toContain('nobody')
      }),
      { numRuns: 5000 },
    )
    expect(released).toBeGreaterThan(50)
  })

  it('one person alone never lets anything out, under however many spellings of one name', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), fc.constantFrom('ana', 'boris'), (steps, who) => {
        const alone = steps.filter(({ by }) => people[by] === who || people[by] === 'nobody')
        expect(statusOf(...alone.map(({ by, ...release }) => [by, release] as const)).status).not.toBe('released')
      }),
      { numRuns: 2000 },
    )
  })

  it('what the record accepts and what counts are the same: a step that is refused would have changed nothing', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 15 }), (steps) => {
        const entries: Entry[] = []
        for (const { by, ...release } of steps) {
          const body: Body = { kind: 'release', release: { id: `r${entries.length}`, ...release } }
          const before = project(entries)
          const errors = validate(before, [body], { by })
          const next: Entry = { sequence: entries.length + 1, recorded: '2014-02-19T09:00:00Z', by, body }
          const changed =
            releaseOf(project([...entries, next]), release).status !== releaseOf(before, release).status
          if (errors.length > 0) expect(changed).toBe(false)
          else entries.push(next)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nobody can ask and agree within one act', () => {
    const both: readonly Body[] = [
      { kind: 'release', release: { id: 'r1', ...step('asked') } },
      { kind: 'release', release: { id: 'r2', ...step('approved') } },
    ]
    expect(validate(project([]), both, { by: 'Ana' }).map(({ id, field }) => [id, field])).toEqual([['r2', 'step']])
  })
})
