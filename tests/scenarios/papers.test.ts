/** The papers of the worked case: what they say at which hour, what they hold back, and who lets them out. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPrecedents } from '../../src/casework/index.ts'
import type { PrecedentCase } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import {
  draft,
  type Draft,
  type DraftAsked,
  dossierOf,
  type PaperKind,
  type PaperLanguage,
  readTemplates,
  releasedPaper,
  renderPaper,
  sentencesOf,
  type Template,
  templateFor,
} from '../../src/publish/index.ts'
import { type Body, type Entry, parseMoment } from '../../src/record/index.ts'
import { Scenario } from './pavlov.ts'

const root = join(import.meta.dirname, '../..')
const zone = 'Europe/Madrid'
let scenario: Scenario
let precedents: readonly PrecedentCase[]
let templates: readonly Template[]

beforeAll(async () => {
  scenario = await Scenario.load()
  precedents = await readPrecedents(diskFiles, root)
  templates = await readTemplates(diskFiles, [root])
}, 60_000)

interface Asked extends Partial<Pick<DraftAsked, 'audience'>> {
  readonly language?: PaperLanguage
  /** Acts that come after the worked case. */
  readonly acts?: readonly (readonly [by: string, body: Body])[]
}

function drafted(kind: PaperKind, knownBy: string, { language = 'en', acts = [], ...rest }: Asked = {}): Draft {
  const { entries } = scenario.bundle
  const later = acts.map(([by, body], index): Entry => ({
    sequence: entries.length + index + 1,
    recorded: '2026-11-24T08:00:00Z',
    by,
    body,
  }))
  return draft({
    law: scenario.law,
    entries: [...entries, ...later],
    precedents,
    template: templateFor(templates, kind, knownBy.slice(0, 10)),
    language,
    knownBy: parseMoment(knownBy, zone),
    held: new Set(scenario.bundle.blobs.keys()),
    ...rest,
  })
}

const textOf = ({ paper }: Draft): string =>
  [
    paper.title,
    ...paper.marking,
    ...paper.addressee,
    ...paper.sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap(sentencesOf).map((sentence) => sentence.text),
    ]),
    ...paper.sources.map((source) => source.text),
    ...paper.exhibits.map((exhibit) => exhibit.title),
  ].join('\n')

const sectionText = ({ paper }: Draft, id: string): string =>
  (paper.sections.find((section) => section.id === id)?.blocks ?? [])
    .flatMap(sentencesOf)
    .map(({ text }) => text)
    .join('\n')

const cabinet = 'The Council of Ministers approves the surrender'

describe('a public statement', () => {
  it('holds the unpublished decision back before 19 February 2014 and says it after', () => {
    const before = drafted('statement', '2014-02-18T20:00')
    const after = drafted('statement', '2014-02-19T20:00')
    expect(textOf(before)).not.toContain(cabinet)
    expect(textOf(before)).not.toMatch(/14 February 2014|surrender agreement/)
    expect(before.heldBack).toContain(cabinet)
    expect(textOf(after)).toContain(`14 February 2014: ${cabinet}`)
    expect(after.heldBack).not.toContain(cabinet)
  })

  it('has a source for every sentence that states a fact', () => {
    const { paper, blocked } = drafted('statement', '2014-02-19T20:00')
    const stated = paper.sections
      .flatMap(({ blocks }) => blocks.flatMap(sentencesOf))
      .filter((s) => s.origin === 'record')
    expect(stated.length).toBeGreaterThan(10)
    expect(stated.filter(({ claims, notes }) => claims.length === 0 || notes.length === 0)).toEqual([])
    expect(blocked).toEqual([])
  })

  it('repeats an assertion about the law as nobody’s fact: remedies are not said to be exhausted', () => {
    const text = textOf(drafted('statement', '2014-02-19T20:00'))
    expect(text).not.toMatch(/remedies (have been|are) exhausted/i)
  })
})

describe('the request under Rule 39 as known on 19 February 2014 at 09:00', () => {
  it('names what is missing: contact, day of removal, the argument, the decree', () => {
    const fields = drafted('rule-39', '2014-02-19T09:00').gaps.map(({ field }) => field)
    for (const field of ['contact', 'removal-date', 'risk', 'against', 'copy-of-cabinet-surrender'])
      expect(fields).toContain(field)
  })

  it('tells the Court that no copy of the decree is held, and asks for the measure all the same', () => {
    const made = drafted('rule-39', '2014-02-19T09:00')
    expect(sectionText(made, 'missing')).toContain(cabinet)
    expect(sectionText(made, 'measure')).toMatch(/Aleksandr Pavlov .* Kazakhstan/)
  })

  it('meets the adverse authority in a section of its own, Yefimova first', () => {
    expect(sectionText(drafted('rule-39', '2014-02-19T09:00'), 'against')).toMatch(
      /^Yefimova v. Russia, no. 39786\/09/,
    )
  })

  it('says that the asylum appeal is pending, and does not call the remedies exhausted', () => {
    const text = sectionText(drafted('rule-39', '2014-02-19T09:00'), 'remedies')
    expect(text).toContain('405/2013')
    expect(text).not.toMatch(/: exhausted\./)
  })

  it('knows nothing of what came later: neither the stay of that afternoon nor a paper written after the hour', () => {
    const made = drafted('rule-39', '2014-02-19T09:00')
    expect(textOf(made)).not.toMatch(/forbids any step|20 February 2014|2015|2016|2026/)
  })

  it('is told by the form that was in force: imminence is asked for since 28 March 2024', () => {
    const asks = (day: string) =>
      templateFor(templates, 'rule-39', day).sections.flatMap(({ content }) =>
        content.flatMap((p) => ('passage' in p ? [p.passage] : [])),
      )
    expect(asks('2014-02-19')).not.toContain('imminence')
    expect(asks('2024-03-28')).toContain('imminence')
  })

  it('is the same again, byte for byte', async () => {
    const once = await renderPaper(drafted('rule-39', '2014-02-19T09:00').paper, 'pdf')
    const again = await renderPaper(drafted('rule-39', '2014-02-19T09:00').paper, 'pdf')
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true)
  })
})

describe('the part that a person writes', () => {
  const passage = (text: string, read: Readonly<Record<string, string>> = {}): Body => ({
    kind: 'passage',
    passage: {
      id: 'passage-1',
      paper: 'statement',
      slot: 'lead',
      language: 'en',
      text,
      by: 'Person A',
      learned: '2014-02-19',
      read,
    },
  })

  it('takes facts from the record, and says when they have changed since it was written', () => {
    const told = drafted('statement', '2014-02-19T20:00', {
      acts: [
        [
          'Person A',
          passage('He comes from {aleksandr-pavlov.nationality}.', { 'aleksandr-pavlov.nationality': 'Russia' }),
        ],
      ],
    })
    expect(sectionText(told, 'lead')).toBe('He comes from Kazakhstan.')
    expect(told.changed).toEqual([
      { slot: 'lead', insertion: 'aleksandr-pavlov.nationality', was: 'Russia', is: 'Kazakhstan' },
    ])
  })

  it('is stopped at the gate where it says what is held back', () => {
    const told = drafted('statement', '2014-02-18T20:00', {
      acts: [['Person A', passage(`We hear that ${cabinet.toLowerCase()}.`)]],
    })
    expect(told.blocked.map(({ section }) => section)).toEqual(['lead'])
    expect(releasedPaper(told)).toBeUndefined()
  })
})

describe('a release', () => {
  const step = (what: 'asked' | 'approved', content: string): Body => ({
    kind: 'release',
    release: { id: `release-${what}`, step: what, paper: 'statement', audience: 'public', content },
  })

  it('takes two people, and holds for exactly that text', () => {
    const { content, paper } = drafted('statement', '2014-02-19T20:00')
    expect(paper.mark).toContain('Draft')
    const alone = drafted('statement', '2014-02-19T20:00', {
      acts: [
        ['Person A', step('asked', content)],
        ['Person A', step('approved', content)],
      ],
    })
    expect(releasedPaper(alone)).toBeUndefined()
    const both = {
      acts: [
        ['Person A', step('asked', content)],
        ['Person B', step('approved', content)],
      ] as const,
    }
    expect(releasedPaper(drafted('statement', '2014-02-19T20:00', both))?.mark).toBe('')
    expect(releasedPaper(drafted('statement', '2014-02-18T20:00', both))).toBeUndefined()
  })
})

describe('the files of a paper', () => {
  it('are not made while it holds what may not go out: there is only the sheet of what is missing', async () => {
    const body: Body = {
      kind: 'passage',
      passage: {
        id: 'passage-1',
        paper: 'statement',
        slot: 'lead',
        language: 'en',
        text: `We hear that ${cabinet.toLowerCase()}.`,
        by: 'Person A',
        learned: '2014-02-18',
      },
    }
    const made = drafted('statement', '2014-02-18T20:00', { acts: [['Person A', body]] })
    const options = { formats: ['text'] as const, original: async () => undefined }
    expect([...(await dossierOf(made, options)).files.keys()]).toEqual(['for-the-author/gaps.pdf'])
  })

  it(
    'have names that say nothing of the person, and the gaps lie apart for the author',
    { timeout: 60_000 },
    async () => {
      const made = drafted('rule-39', '2014-02-19T09:00')
      const { files, released } = await dossierOf(made, {
        formats: ['pdf', 'text'],
        original: async (hash) => scenario.bundle.blobs.get(hash),
      })
      expect([...files.keys()]).toEqual([
        'rule-39-2014-02-19-draft.pdf',
        'rule-39-2014-02-19-draft.txt',
        'for-the-author/gaps.pdf',
      ])
      expect(released).toBe(false)
      expect(new TextDecoder().decode(files.get('rule-39-2014-02-19-draft.txt'))).toContain('DRAFT')
    },
  )
})
