import { describe, expect, it } from 'vitest'
import { renderGaps, renderPaper, paperFormats, RenderError } from './index.ts'
import { docxFiles, pdfInside, pdfPages } from './extract.fixtures.ts'
import { sheetOf } from './outline.ts'
import { fullPaper, paperOf, sentence, someGaps } from './paper.fixtures.ts'

const lines = (bytes: Uint8Array): readonly string[] => Buffer.from(bytes).toString('utf8').split('\n')

describe('a paper before it is set', () => {
  it('numbers its notes in the order in which they are read, each once', () => {
    const sheet = sheetOf(fullPaper())
    expect(sheet.notes.map((note) => note.split(',')[0])).toEqual([
      'Police of Town B',
      'Counsel I',
      'Court C',
      'Запись о рождении',
      'Organisation L',
    ])
  })

  it('gives the notes of a sentence in the order of their numbers', () => {
    const sources = [1, 2, 3].map((number) => ({ number, text: `Source ${number}` }))
    const text = [sentence('First.', [3]), sentence('Second.', [1, 3])]
    const sections = [{ id: 'x', heading: 'X', blocks: [{ kind: 'paragraph' as const, text }] }]
    const [block] = sheetOf(paperOf('', { sections, sources })).sections[0]?.blocks ?? []
    const runs = block?.kind === 'paragraph' ? block.runs : []
    expect(runs.flatMap((run) => (run.kind === 'note' ? [[run.number, run.first, run.follows]] : []))).toEqual([
      [1, true, false],
      [1, false, false],
      [2, true, true],
    ])
  })

  it('lists a source that nothing refers to rather than dropping it', () => {
    expect(sheetOf(fullPaper()).otherSources).toEqual(['Newspaper M, 18 March 2031.'])
  })

  it('counts the facts of one section through', () => {
    const starts = sheetOf(fullPaper()).sections[1]?.blocks.map((block) =>
      block.kind === 'list' ? block.start : 0,
    )
    expect(starts).toEqual([0, 1, 0, 4])
  })

  it('says why an exhibit is not attached', () => {
    expect(sheetOf(fullPaper('es')).exhibits.map(({ copy }) => copy)).toEqual([
      'adjunta',
      'adjunta',
      'no se adjunta: the authority has not handed it over',
    ])
  })

  it('is not set where a sentence refers to what it does not list', async () => {
    const change = (notes: number[], exhibits: number[]) => ({
      sections: [
        {
          id: 'x',
          heading: 'X',
          blocks: [{ kind: 'paragraph' as const, text: [sentence('x', notes, exhibits)] }],
        },
      ],
    })
    await expect(renderPaper(paperOf('', change([7], [])), 'text')).rejects.toThrow('source 7')
    await expect(renderPaper(paperOf('', change([], [4])), 'text')).rejects.toThrow('exhibit 4')
  })

  it('is not set where a cell would stand below the wrong heading', () => {
    const blocks = [{ kind: 'table' as const, head: ['A', 'B'], rows: [[[sentence('x')]]] }]
    expect(() => sheetOf(paperOf('', { sections: [{ id: 'x', heading: 'X', blocks }] }))).toThrow(RenderError)
  })

  it('is not set without the minute it was made', () => {
    expect(() => sheetOf(paperOf('', { made: 'yesterday' }))).toThrow(RenderError)
  })
})

describe('the mark of a copy', () => {
  const released = { ...fullPaper(), mark: '' }

  it('stands on every page, with the word DRAFT, until the paper is released', async () => {
    for (const page of pdfPages(await renderPaper(fullPaper(), 'pdf'))) {
      expect(page).toContain('DRAFT')
      expect(page).toContain('Draft of 19 March 2031, not released')
    }
    for (const page of pdfPages(await renderPaper(released, 'pdf'))) expect(page).not.toMatch(/draft/i)
  })

  it('is gone from every output once released', async () => {
    for (const format of paperFormats) {
      const bytes = await renderPaper(released, format)
      const inside = format === 'docx' ? [...docxFiles(bytes).values()].join('\n') : pdfInside(bytes)
      expect(inside).not.toMatch(/draft|not released/i)
    }
  })
})

describe('the gaps of a paper', () => {
  it('are a document of their own that says what it is, required ones first', async () => {
    const text = lines(await renderGaps({ gaps: someGaps, language: 'en', made: '2031-03-19T09:00:00Z' }, 'text'))
    await expect(`${text.join('\n')}`).toMatchFileSnapshot('./expected-gaps.txt')
  })

  it('are set in every format and language', async () => {
    for (const format of paperFormats) {
      for (const language of ['en', 'es'] as const) {
        const bytes = await renderGaps({ gaps: someGaps, language, made: '2031-03-19T09:00:00Z' }, format)
        expect(bytes.length).toBeGreaterThan(100)
      }
    }
  })

  it('say so where nothing is known to be missing', async () => {
    const bytes = await renderGaps({ gaps: [], language: 'es', made: '2031-03-19T09:00:00Z' }, 'text')
    expect(lines(bytes)).toContain('No consta que falte nada.')
  })
})

describe('the plain text', () => {
  it('reads as a reviewer expects', async () => {
    const english = Buffer.from(await renderPaper(fullPaper('en'), 'text')).toString('utf8')
    const spanish = Buffer.from(await renderPaper(fullPaper('es'), 'text')).toString('utf8')
    await expect(english).toMatchFileSnapshot('./expected-paper.en.txt')
    await expect(spanish).toMatchFileSnapshot('./expected-paper.es.txt')
  })

  it('has lines of at most 72 columns, but for an address that is longer', async () => {
    const long = lines(await renderPaper(fullPaper(), 'text')).filter((line) => line.length > 72)
    expect(long.every((line) => line.trim().startsWith('https://'))).toBe(true)
  })
})
