/** P25: what goes out holds only what was meant for its readers, in every byte, and all that was meant is there. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  caseAt,
  claimsAnswer,
  documentsAnswer,
  peopleAnswer,
  readLaw,
  timelineAnswer,
} from '../../src/casework/index.ts'
import type { Law } from '../../src/law/index.ts'
import { diskFiles, memoryFiles, sha256Of } from '../../src/platform/index.ts'
import {
  calendarOf,
  draft,
  dossierOf,
  type Draft,
  exchangeFormats,
  type Paper,
  paperFormats,
  type PaperKind,
  readExchangeVocabulary,
  readTemplates,
  releasedPaper,
  renderPaper,
  sentencesOf,
  type Template,
  templateFor,
  writeExchange,
} from '../../src/publish/index.ts'
import { docxFiles, pdfInside, pdfPages } from '../../src/publish/render/extract.fixtures.ts'
import { type Audience, type Body, disclosedTo, type Entry, parseMoment, project } from '../../src/record/index.ts'
import { planted } from '../../src/record/testing-canaries.ts'

const root = join(import.meta.dirname, '../..')
const knownBy = parseMoment('2014-03-01', 'Europe/Madrid')
const outside = ['counsel', 'public'] as const
/** Each is set in four formats and taken apart again. */
const RECORDS = 1000
let law: Law
let templates: readonly Template[]

beforeAll(async () => {
  law = await readLaw(diskFiles, root)
  templates = await readTemplates(diskFiles, [root])
}, 120_000)

/** Line ends and hyphenation do not hide a word. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad\u2010-]+/gu, '')
const closedTo: Readonly<Record<Exclude<Audience, 'desk'>, RegExp>> = {
  counsel: /canary(internal|sealed)/i,
  public: /canary(counsel|internal|sealed)/i,
}

const paperOf = (
  entries: readonly Entry[],
  kind: PaperKind,
  audience: 'counsel' | 'public',
  held = new Set<string>(),
): Draft =>
  draft({
    law,
    entries,
    precedents: [],
    template: templateFor(templates, kind, '2014-03-01'),
    language: 'en',
    knownBy,
    audience,
    held,
  })

/** The same record after two people let exactly this paper out. */
function released(entries: readonly Entry[], { paper, content }: Draft): readonly Entry[] {
  const acts = [
    ['Person A', 'asked'],
    ['Person B', 'approved'],
  ] as const
  return [
    ...entries,
    ...acts.map(([by, step], index): Entry => {
      const body: Body = {
        kind: 'release',
        release: { id: `release-${step}`, step, paper: paper.kind, audience: paper.audience, content },
      }
      return { sequence: entries.length + index + 1, recorded: '2014-03-01T08:00:00Z', by, body }
    }),
  ]
}

/** Everything that somebody with the file could get out of it. */
async function everythingIn(paper: Paper, format: (typeof paperFormats)[number]): Promise<string> {
  const bytes = await renderPaper(paper, format)
  if (format === 'pdf') return [pdfInside(bytes), ...pdfPages(bytes)].join('\n')
  if (format === 'docx') return [...docxFiles(bytes)].flat().join('\n')
  return new TextDecoder().decode(bytes)
}

const kinds = ['statement', 'rule-39', 'chronology'] as const

describe('canaries of every level, in every field of every thing', () => {
  it(
    'are in no byte of a released paper above its readers’ level, over 1,000 records',
    { timeout: 900_000 },
    async () => {
      let letOut = 0
      let seen = 0
      let turn = 0
      await fc.assert(
        fc.asyncProperty(planted, async ({ entries }) => {
          turn += 1
          const audience = outside[turn % outside.length] ?? 'public'
          const kind = kinds[turn % kinds.length] ?? 'statement'
          const first = paperOf(entries, kind, audience)
          const paper = releasedPaper(paperOf(released(entries, first), kind, audience))
          expect(first.blocked).toEqual([])
          if (paper === undefined) return
          letOut += 1
          for (const format of paperFormats) {
            const found = squeezed(await everythingIn(paper, format))
            expect(found).not.toMatch(closedTo[audience])
            if (found.includes(`canary${audience}`)) seen += 1
          }
        }),
        { numRuns: RECORDS },
      )
      expect(letOut).toBe(RECORDS)
      expect(seen).toBeGreaterThan(300)
    },
  )

  it('are in no answer, calendar or exchange file made for others', { timeout: 300_000 }, async () => {
    const vocabulary = await readExchangeVocabulary(diskFiles, root)
    await fc.assert(
      fc.asyncProperty(planted, async ({ entries }) => {
        for (const audience of outside) {
          const opened = caseAt(law, entries, () => ({ at: knownBy, knownBy, audience }))
          const answers = [
            claimsAnswer(opened, 'en'),
            documentsAnswer(opened),
            peopleAnswer(opened, 'en'),
            timelineAnswer(opened, true),
          ]
          const found = [
            JSON.stringify(answers),
            new TextDecoder().decode(
              calendarOf(opened, { key: new Uint8Array(32), wording: 'full', language: 'en' }),
            ),
          ]
          const state = disclosedTo(project(entries), audience, knownBy)
          // Without its person a case cannot be named, and the formats that must name it say so.
          for (const format of state.header === undefined ? [] : exchangeFormats) {
            const files = memoryFiles()
            await writeExchange(files, `out-${format}`, format, {
              state,
              vocabulary,
              originals: async () => undefined,
              recorded: '2014-03-01T00:00:00Z',
            })
            found.push(...(await everyFile(files)))
          }
          expect(squeezed(found.join('\n'))).not.toMatch(closedTo[audience])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('while every event that may be told is told', { timeout: 120_000 }, () => {
    let told = 0
    fc.assert(
      fc.property(planted, ({ entries }) => {
        for (const audience of outside) {
          const state = disclosedTo(project(entries), audience, knownBy)
          const text = paperOf(entries, 'chronology', audience)
            .paper.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf))
            .map((s) => s.text)
            .join('\n')
          const person = state.header?.person
          if (person === undefined) continue
          for (const event of state.events.values()) {
            const claims = [...state.claims.values()].filter(({ thing }) => thing.subject === event.id)
            if (!claims.some(({ thing }) => thing.property === 'occurred')) continue
            expect(text.toLowerCase()).toContain(event.title)
            told += 1
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(told).toBeGreaterThan(10)
  })
})

describe('what is attached', () => {
  const words = (text: string) => new TextEncoder().encode(text)

  it(
    'an original that names a protected person is left out until it is redacted, and its gap says so',
    { timeout: 120_000 },
    async () => {
      const open = words('He was seen in Madrid in February 2014, says the report of the day.')
      const closed = words('Nadia K. of the ministry told us that he was seen in Madrid.')
      const originals = new Map([open, closed].map((bytes) => [sha256Of(bytes), bytes]))
      const entries = toldWith(sha256Of(open), sha256Of(closed))
      const made = paperOf(entries, 'chronology', 'counsel', new Set(originals.keys()))
      const state = disclosedTo(project(entries), 'counsel', knownBy)
      const { files, gaps } = await dossierOf(made, {
        formats: ['pdf'],
        original: async (hash) => originals.get(hash),
        documents: state.documents,
      })
      expect(made.paper.exhibits.map(({ title }) => title)).toEqual(['Report', 'Letter'])
      expect(gaps.map(({ why }) => why)).toContain('what is held back must be redacted first')
      const bundle = files.get('chronology-2014-03-01-with-exhibits.pdf') ?? new Uint8Array()
      const inside = squeezed([pdfInside(bundle), ...pdfPages(bundle)].join('\n'))
      expect(inside).toContain('reportoftheday')
      expect(inside).not.toMatch(/NadiaK/i)
    },
  )

  it('words that were read from a scan when it came are enough to hold it back', { timeout: 120_000 }, async () => {
    const scan = words('only pixels stand here')
    const entries = toldWith('a'.repeat(64), sha256Of(scan))
    const made = paperOf(entries, 'chronology', 'counsel', new Set([sha256Of(scan)]))
    const { gaps } = await dossierOf(made, {
      formats: ['text'],
      original: async () => scan,
      words: async (document) => (document === 'letter' ? ['Page one. ', 'Told by NADIA K.'] : []),
      documents: disclosedTo(project(entries), 'counsel', knownBy).documents,
    })
    expect(gaps.filter(({ field }) => field.startsWith('exhibit-')).map(({ why }) => why)).toEqual([
      'what is held back must be redacted first',
    ])
  })

  const tesseract = (() => {
    try {
      execFileSync('tesseract', ['--version'], { stdio: 'ignore' })
      execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' })
      return true
    } catch (error) {
      if (error instanceof Error) return false
      throw error
    }
  })()
  it.skipIf(!tesseract)(
    'nor is it seen by a program that reads the pages as pictures',
    { timeout: 120_000 },
    async () => {
      const entries = toldWith('a'.repeat(64), 'b'.repeat(64))
      const folder = mkdtempSync(join(tmpdir(), 'forestay-ocr-'))
      try {
        writeFileSync(
          join(folder, 'paper.pdf'),
          await renderPaper(paperOf(entries, 'chronology', 'counsel').paper, 'pdf'),
        )
        execFileSync('pdftoppm', [
          '-r',
          '150',
          '-png',
          '-f',
          '1',
          '-l',
          '1',
          join(folder, 'paper.pdf'),
          join(folder, 'page'),
        ])
        execFileSync('tesseract', [join(folder, 'page-1.png'), join(folder, 'words')], {
          env: { ...process.env, OMP_THREAD_LIMIT: '1' },
          stdio: 'ignore',
        })
        const read = readFileSync(join(folder, 'words.txt'), 'utf8')
        expect(read).toMatch(/Seen in Madrid/)
        expect(read).not.toMatch(/Nadia/i)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})

async function everyFile(files: ReturnType<typeof memoryFiles>, folder = '.'): Promise<readonly string[]> {
  const found: string[] = []
  for (const { name, kind } of await files.list(folder)) {
    const path = join(folder, name)
    if (kind === 'folder') found.push(name, ...(await everyFile(files, path)))
    else found.push(name, new TextDecoder().decode(await files.read(path)))
  }
  return found
}

/** A case with an open report, an open letter that names a protected person, and an event said by both. */
function toldWith(report: string, letter: string): readonly Entry[] {
  const claim = (id: string, document: string, speaker: string): Body => ({
    kind: 'claim',
    claim: {
      id,
      subject: 'sighting',
      property: 'occurred',
      value: true,
      speaker,
      document,
      learned: '2014-02-01',
      disclosure: 'counsel',
    },
  })
  const document = (id: string, title: string, sha256: string): Body => ({
    kind: 'document',
    document: {
      id,
      title,
      publisher: 'Desk',
      published: '2014-02-01',
      sha256,
      mediaType: 'text/plain',
      disclosure: 'counsel',
    },
  })
  const bodies: readonly Body[] = [
    {
      kind: 'case',
      case: {
        id: 'case',
        title: 'A case',
        person: 'person',
        zone: 'Europe/Madrid',
        desk: 'The desk',
        learnedRule: 'on the day',
      },
    },
    { kind: 'entity', entity: { id: 'person', kind: 'person', name: 'Person A' } },
    {
      kind: 'entity',
      entity: { id: 'nadia-k', kind: 'person', name: 'Nadia K', disclosure: 'internal', described: 'an official' },
    },
    document('report', 'Report', report),
    document('letter', 'Letter', letter),
    { kind: 'event', event: { id: 'sighting', type: 'other', title: 'Seen in Madrid', person: 'person' } },
    claim('c1', 'report', 'person'),
    claim('c2', 'letter', 'nadia-k'),
  ]
  return bodies.map((body, index) => ({
    sequence: index + 1,
    recorded: '2014-03-01T08:00:00Z',
    by: 'Person B',
    body,
  }))
}
