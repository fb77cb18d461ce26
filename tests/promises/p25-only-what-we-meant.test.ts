/** P25: what goes out holds only what was meant for its readers, in every byte, and all that was meant is there. */
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  answerOf,
  assurancesAnswer,
  caseAt,
  choicesAnswer,
  claimsAnswer,
  contestedOf,
  documentAnswer,
  documentAt,
  documentsAnswer,
  foundIn,
  indexEntries,
  lanesAnswer,
  missingAnswer,
  type OpenCase,
  peopleAnswer,
  readLaw,
  searchAnswer,
  standingFor,
  timelineAnswer,
  whatIfAnswer,
} from '../../src/casework/index.ts'
import { exportCase } from '../../src/cli/export.ts'
import type { Law } from '../../src/law/index.ts'
import { diskFiles, memoryFiles, sha256Of } from '../../src/platform/index.ts'
import {
  type ExchangeFormat,
  exchangeFormats,
  type ExchangeVocabulary,
  readExchangeVocabulary,
} from '../../src/publish/exchange/index.ts'
import { line, pdfOf } from '../../src/publish/exhibits/testing-originals.ts'
import {
  calendarOf,
  dossierOf,
  type Draft,
  type Paper,
  paperFormats,
  type PaperKind,
  paperKinds,
  releasedPaper,
  renderPaper,
  sentencesOf,
} from '../../src/publish/index.ts'
import { docxFiles, pdfInside, pdfPages } from '../../src/publish/render/extract.fixtures.ts'
import { type Audience, type Body, disclosedTo, type Entry, project } from '../../src/record/index.ts'
import { type Mark, planted, type Planting, plantedWith } from '../../src/record/testing-canaries.ts'
import { createMemoryIndex, HITS_MAX, readTerms } from '../../src/search/index.ts'
import { closedIn, drafting, knownBy, type Outside, outside, squeezed } from '../corpus/canary-papers.ts'

const root = join(import.meta.dirname, '../..')
/** Each is set in four formats and taken apart again. */
const RECORDS = 1000
let law: Law
let paperOf: Awaited<ReturnType<typeof drafting>>

beforeAll(async () => {
  law = await readLaw(diskFiles, root)
  paperOf = await drafting()
}, 120_000)

const rankFor: Readonly<Record<Outside, number>> = { public: 0, counsel: 1 }

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

/** Long forms take most of the time, and are drawn a third as often. */
const longForms: readonly PaperKind[] = ['rule-39', 'rule-47', 'cat', 'hrc']
const shortPapers = paperKinds.filter((kind) => !longForms.includes(kind))
const anyPaper = fc.record({
  planting: planted,
  kind: fc.constantFrom(...longForms, ...shortPapers, ...shortPapers, ...shortPapers),
  audience: fc.constantFrom(...outside),
  language: fc.constantFrom('en', 'es'),
})

describe('canaries of every level, in every text of every thing', () => {
  it(
    'are in no byte of a released paper above its readers’ level, over 1,000 records and papers of all kinds',
    { timeout: 900_000 },
    async () => {
      const letOut = new Map<string, number>()
      let stopped = 0
      let seen = 0
      await fc.assert(
        fc.asyncProperty(anyPaper, async ({ planting: { entries, slips }, ...asked }) => {
          const { kind, audience, language } = asked
          const first = paperOf(entries, asked)
          const own = slips.filter((slip) => slip.paper === kind && slip.language === language)
          const paper = releasedPaper(paperOf(released(entries, first), asked))
          if (own.some(({ of }) => of.rank > rankFor[audience])) {
            stopped += 1
            expect(first.blocked).not.toEqual([])
            expect(paper).toBeUndefined()
            const { files } = await dossierOf(first, nothingHeld)
            expect([...files.keys()].filter((name) => !name.startsWith('for-the-author/'))).toEqual([])
            return
          }
          // What is open and no claim has led to yet may be stopped too.
          if (own.length === 0) expect(first.blocked).toEqual([])
          if (paper === undefined) return
          letOut.set(`${kind} ${audience}`, (letOut.get(`${kind} ${audience}`) ?? 0) + 1)
          for (const format of paperFormats) {
            const found = await everythingIn(paper, format)
            expect(closedIn(found, audience)).toBeUndefined()
            if (squeezed(found).includes(`canary${audience}`)) seen += 1
          }
        }),
        { numRuns: RECORDS },
      )
      expect(letOut.size).toBe(paperKinds.length * outside.length)
      expect(Math.min(...letOut.values())).toBeGreaterThan(3)
      expect(stopped).toBeGreaterThan(3)
      expect(seen).toBeGreaterThan(500)
    },
  )

  it('are in no answer, no search and no calendar made for others', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(planted, async ({ entries, originals }) => {
        const index = createMemoryIndex()
        const key = { org: 'own', case: 'case' }
        await indexEntries(index, key, entries, async ({ sha256 = '' }) => [originals.get(sha256)?.text ?? ''])
        for (const audience of outside) {
          const opened = caseAt(law, entries, () => ({ at: knownBy, knownBy, audience }))
          const whole = project(entries)
          const query = { terms: readTerms('canary*'), fields: [], from: undefined, to: undefined, exact: false }
          const hits = await index.find(key, { ...query, hitsMax: HITS_MAX }, foundIn(whole, opened.view))
          const calendar = calendarOf(opened, { key: new Uint8Array(32), wording: 'full', language: 'en' })
          const found = JSON.stringify([
            ...answersOf(opened),
            searchAnswer(hits, whole, opened.view, 'en'),
            new TextDecoder().decode(calendar),
          ])
          expect(closedIn(found, audience)).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are in no draft of any kind, for the same record', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(planted, fc.constantFrom('en', 'es'), ({ entries }, language) => {
        for (const audience of outside)
          for (const kind of paperKinds) {
            const { paper, blocked } = paperOf(entries, { kind, audience, language })
            if (blocked.length === 0) expect(closedIn(JSON.stringify(paper), audience)).toBeUndefined()
          }
      }),
      { numRuns: 20 },
    )
  })

  it('while every event that may be told is told', { timeout: 120_000 }, () => {
    let told = 0
    fc.assert(
      fc.property(planted, (planting) => {
        for (const audience of outside) {
          const due = planting.told.filter(({ rank }) => rank <= rankFor[audience])
          if (due.length === 0) continue
          const { paper } = paperOf(planting.entries, { kind: 'chronology', audience })
          const text = paper.sections
            .flatMap(({ blocks }) => blocks.flatMap(sentencesOf))
            .map((sentence) => sentence.text.toLowerCase())
            .join('\n')
          expect(due.filter((title) => !text.includes(title.text.toLowerCase()))).toEqual([])
          told += due.length
        }
      }),
      { numRuns: 400 },
    )
    expect(told).toBeGreaterThan(40)
  })
})

/** A dossier without exhibits. */
const nothingHeld = { formats: ['text'], original: async () => undefined } as const

/** What the pages and the commands show of a case. */
function answersOf(opened: OpenCase): readonly unknown[] {
  const { standing, evaluated } = standingFor(opened)
  const { documents } = documentsAnswer(opened)
  return [
    answerOf(standing, evaluated, { law: opened.law, view: opened.view, language: 'en' }),
    lanesAnswer(opened, 'en'),
    missingAnswer(opened, 'en'),
    contestedOf(opened.view, (id) => id),
    claimsAnswer(opened, 'en'),
    choicesAnswer(opened, 'en'),
    assurancesAnswer(opened, 'en'),
    documents,
    documents.map(({ id }) => {
      const document = documentAt(opened, id)
      return document === undefined ? id : documentAnswer(opened, document, { text: null, warnings: [] }, 'en')
    }),
    peopleAnswer(opened, 'en'),
    timelineAnswer(opened, true),
    whatIfAnswer(opened, ['measure-indicated 2014-02-20 issuer=echr'], 'en'),
  ]
}

describe('an exchange file', () => {
  const kept = new Map<string, Uint8Array>()
  /** Every second original is a PDF; what it says stands in no byte of it as it is, but in its unpacked streams. */
  const hashOf = (text: string): string => {
    const bytes = text.length % 2 === 0 ? new TextEncoder().encode(text) : pdfOf([{ content: line(text, 90) }])
    const hash = sha256Of(bytes)
    kept.set(hash, bytes)
    return hash
  }
  const original = async (hash: string): Promise<Uint8Array | undefined> => kept.get(hash)
  let vocabulary: ExchangeVocabulary
  beforeAll(async () => {
    vocabulary = await readExchangeVocabulary(diskFiles, root)
  })

  async function filesFor({ entries, originals }: Planting, format: ExchangeFormat, audience: Audience) {
    const files = memoryFiles()
    const found = { entries, held: new Set(originals.keys()), original }
    const now = '2014-03-01T09:00:00Z'
    const { leftOut } = await exportCase(files, found, { target: 'out', format, audience, now, vocabulary })
    return { leftOut, found: await everyFile(files) }
  }

  it(
    'for others holds no canary above their level and no original, in each format',
    { timeout: 300_000 },
    async () => {
      let withheld = 0
      await fc.assert(
        fc.asyncProperty(plantedWith(hashOf), async (planting) => {
          for (const audience of outside) {
            const open = disclosedTo(project(planting.entries), audience, knownBy)
            const held = [...open.documents.values()].map(({ sha256 = '' }) => sha256)
            // Without its person a case cannot be named, and the formats that must name it say so.
            for (const format of open.header === undefined ? [] : exchangeFormats) {
              const { leftOut, found } = await filesFor(planting, format, audience)
              expect(found.flatMap(({ text }) => closedIn(text, audience) ?? [])).toEqual([])
              expect(found.filter(({ bytes }) => kept.has(sha256Of(bytes)))).toEqual([])
              expect(leftOut['originals']).toBe(held.length === 0 ? undefined : held.length)
              withheld += held.length
            }
          }
        }),
        { numRuns: 100 },
      )
      expect(withheld).toBeGreaterThan(100)
    },
  )

  it('holds all that open claims say and lead to', { timeout: 120_000 }, async () => {
    let due = 0
    await fc.assert(
      fc.asyncProperty(plantedWith(hashOf), async (planting) => {
        for (const audience of outside)
          for (const format of ['bundle', 'csv', 'jsonl'] as const) {
            const open = planting.due.filter(({ rank }) => rank <= rankFor[audience])
            const isNameless = disclosedTo(project(planting.entries), audience, knownBy).header === undefined
            if (open.length === 0 || (format === 'bundle' && isNameless)) continue
            const all = squeezed(
              (await filesFor(planting, format, audience)).found.map(({ text }) => text).join('\n'),
            )
            expect(open.filter(({ text }) => !all.includes(squeezed(text)))).toEqual([])
            due += open.length
          }
      }),
      { numRuns: 60 },
    )
    expect(due).toBeGreaterThan(1000)
  })

  it('for the desk holds every text and every original: what was planted is there to be found', async () => {
    for (const planting of fc.sample(plantedWith(hashOf), 5))
      for (const format of ['bundle', 'bagit', 'csv', 'jsonl'] as const) {
        const { found } = await filesFor(planting, format, 'desk')
        const all = squeezed(found.map(({ text }) => text).join('\n'))
        const isCarried = ({ field }: Mark): boolean => field !== 'document.original' && field !== 'entry.by'
        expect(planting.marks.filter((mark) => isCarried(mark) && !all.includes(squeezed(mark.text)))).toEqual([])
        if (format !== 'bundle' && format !== 'bagit') continue
        const hashes = new Set(found.map(({ bytes }) => sha256Of(bytes)))
        expect([...planting.originals.keys()].filter((hash) => !hashes.has(hash))).toEqual([])
      }
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
      const made = paperOf(entries, { kind: 'chronology', audience: 'counsel', held: new Set(originals.keys()) })
      const { files, gaps } = await dossierOf(made, {
        formats: ['pdf'],
        original: async (hash) => originals.get(hash),
      })
      expect(made.paper.exhibits.map(({ title }) => title)).toEqual(['Report', 'Letter'])
      expect(gaps.map(({ why }) => why)).toContain('what is held back must be redacted first')
      const bundle = files.get('chronology-2014-03-01-draft-with-exhibits.pdf') ?? new Uint8Array()
      const inside = squeezed([pdfInside(bundle), ...pdfPages(bundle)].join('\n'))
      expect(inside).toContain('reportoftheday')
      expect(inside).not.toMatch(/NadiaK/i)
    },
  )

  it('words that were read from a scan when it came are enough to hold it back', { timeout: 120_000 }, async () => {
    const scan = words('only pixels stand here')
    const entries = toldWith('a'.repeat(64), sha256Of(scan))
    const made = paperOf(entries, { kind: 'chronology', audience: 'counsel', held: new Set([sha256Of(scan)]) })
    const { gaps } = await dossierOf(made, {
      formats: ['text'],
      original: async () => scan,
      words: async (document) => (document === 'letter' ? ['Page one. ', 'Told by NADIA K.'] : []),
    })
    expect(gaps.filter(({ field }) => field.startsWith('exhibit-')).map(({ why }) => why)).toEqual([
      'what is held back must be redacted first',
    ])
  })
})

interface FoundFile {
  readonly text: string
  readonly bytes: Uint8Array
}

/** Every file with its name, what is packed in archives among them. */
async function everyFile(files: ReturnType<typeof memoryFiles>, folder = '.'): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = []
  for (const { name, kind } of await files.list(folder)) {
    const path = join(folder, name)
    if (kind === 'folder') {
      found.push({ text: name, bytes: new Uint8Array() }, ...(await everyFile(files, path)))
      continue
    }
    const bytes = await files.read(path)
    const text = `${name}\n${new TextDecoder().decode(bytes)}`
    found.push({ text, bytes })
    if (name.endsWith('.zip'))
      for (const [inner, packed] of Object.entries(unzipSync(bytes)))
        found.push({ text: `${inner}\n${new TextDecoder().decode(packed)}`, bytes: packed })
    if (name.endsWith('.pdf')) found.push({ text: pdfInside(bytes), bytes })
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
