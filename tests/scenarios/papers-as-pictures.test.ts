/** Papers as somebody meets them who only looks (P25): drawn by one foreign program, read by another. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLaw } from '../../src/casework/index.ts'
import type { Law } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import {
  draft,
  type Draft,
  type PaperKind,
  paperKinds,
  readTemplates,
  renderPaper,
} from '../../src/publish/index.ts'
import { type Template, templateFor } from '../../src/publish/index.ts'
import { type Entry, parseMoment } from '../../src/record/index.ts'
import { planted } from '../../src/record/testing-canaries.ts'

const root = join(import.meta.dirname, '../..')
const knownBy = parseMoment('2014-03-01', 'Europe/Madrid')
const READERS = ['counsel', 'public'] as const
type Readers = (typeof READERS)[number]
/** Dots per inch: as a fax in fine quality, so that the words are read and the pictures stay small. */
const DOTS_PER_INCH = '150'
/** Records that are tried for a paper that may go out and says something of the record. */
const RECORDS_TRIED = 40

const closedTo: Readonly<Record<Readers, RegExp>> = {
  counsel: /canary(internal|sealed)/i,
  public: /canary(counsel|internal|sealed)/i,
}
const squeezed = (text: string): string => text.replace(/[\s\u00ad\u2010-]+/gu, '')

let law: Law
let templates: readonly Template[]

beforeAll(async () => {
  law = await readLaw(diskFiles, root)
  templates = await readTemplates(diskFiles, [root])
}, 120_000)

const paperOf = (entries: readonly Entry[], kind: PaperKind, audience: Readers): Draft =>
  draft({
    law,
    entries,
    precedents: [],
    template: templateFor(templates, kind, '2014-03-01'),
    language: 'en',
    knownBy,
    audience,
    held: new Set(),
  })

/** A paper that nothing stops and that repeats what its readers may know. */
function telling(kind: PaperKind, audience: Readers): Draft {
  const plantings = fc.sample(planted, { seed: 39, numRuns: RECORDS_TRIED })
  for (const { entries } of plantings) {
    const drafted = paperOf(entries, kind, audience)
    const says = squeezed(JSON.stringify(drafted.paper.sections))
    if (drafted.blocked.length === 0 && says.includes('canarypublic')) return drafted
  }
  throw new Error(`Of ${RECORDS_TRIED} records none gives a ${kind} for ${audience} that says something.`)
}

const isThere = (program: string, asks: string): boolean => {
  try {
    execFileSync(program, [asks], { stdio: 'ignore' })
    return true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** The words on each page, as they are seen. */
function seenOn(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'forestay-ocr-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    execFileSync('pdftoppm', [
      '-r',
      DOTS_PER_INCH,
      '-gray',
      '-png',
      join(folder, 'paper.pdf'),
      join(folder, 'page'),
    ])
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .toSorted()
      .map((name) => {
        const words = join(folder, name.replace('.png', ''))
        const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
        execFileSync('tesseract', [join(folder, name), words], { env, stdio: 'ignore' })
        return readFileSync(`${words}.txt`, 'utf8')
      })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(!isThere('tesseract', '--version') || !isThere('pdftoppm', '-v'))('every page of a paper', () => {
  it.each(paperKinds.map((kind, index) => ({ kind, audience: READERS[index % READERS.length] ?? 'public' })))(
    'shows what is open and nothing above its readers’ level: $kind for $audience',
    { timeout: 300_000 },
    async ({ kind, audience }) => {
      const { paper } = telling(kind, audience)
      const pages = seenOn(await renderPaper(paper, 'pdf')).map(squeezed)
      expect(pages.length).toBeGreaterThan(0)
      expect(pages.filter((page) => closedTo[audience].test(page))).toEqual([])
      // And the eye that saw no secret does see.
      expect(pages.join('').toLowerCase()).toContain('canarypublic')
    },
  )
})
