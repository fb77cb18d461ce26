/** Papers as somebody meets them who only looks (P25): drawn by one foreign program, read by another. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Draft, type PaperKind, paperKinds, renderPaper } from '../../src/publish/index.ts'
import { planted } from '../../src/record/testing-canaries.ts'
import { closedIn, drafting, type Outside, outside, squeezed } from '../corpus/canary-papers.ts'

/** Dots per inch: as a fax in fine quality, so that the words are read and the pictures stay small. */
const DOTS_PER_INCH = '150'
/** Records that are tried for a paper that may go out and says something of the record. */
const RECORDS_TRIED = 40

let paperOf: Awaited<ReturnType<typeof drafting>>
beforeAll(async () => {
  paperOf = await drafting()
}, 120_000)

/** A paper that nothing stops and that repeats what its readers may know. */
function telling(kind: PaperKind, audience: Outside): Draft {
  const plantings = fc.sample(planted, { seed: 39, numRuns: RECORDS_TRIED })
  for (const { entries } of plantings) {
    const drafted = paperOf(entries, { kind, audience })
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
  it.each(paperKinds.map((kind, index) => ({ kind, audience: outside[index % outside.length] ?? 'public' })))(
    'shows what is open and nothing above its readers’ level: $kind for $audience',
    { timeout: 300_000 },
    async ({ kind, audience }) => {
      const { paper } = telling(kind, audience)
      const pages = seenOn(await renderPaper(paper, 'pdf'))
      expect(pages.length).toBeGreaterThan(0)
      expect(pages.flatMap((page) => closedIn(page, audience) ?? [])).toEqual([])
      // And the eye that saw no secret does see.
      expect(squeezed(pages.join('')).toLowerCase()).toContain('canarypublic')
    },
  )
})
