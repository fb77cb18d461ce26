import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../platform/index.ts'
import { attributeOf, docxFiles, docxParagraphs, htmlElements, htmlText, pdfInside } from './extract.fixtures.ts'
import { paperFormats, renderPaper } from './index.ts'
import type { PaperFormat } from './index.ts'
import { sheetOf } from './outline.ts'
import { fullPaper } from './paper.fixtures.ts'
import { pdfOf } from './pdf.ts'

const outputs = new Map<PaperFormat, Uint8Array>()
const outputOf = (format: PaperFormat): Uint8Array => outputs.get(format) ?? new Uint8Array()

beforeAll(async () => {
  for (const format of paperFormats) outputs.set(format, await renderPaper(fullPaper(), format))
})

/** Sets the same paper in a process of its own, in another zone, language, home and folder of temporary files. */
const elsewhere = async (zone: string): Promise<string> => {
  const program = `
    import { createHash } from 'node:crypto'
    import { paperFormats, renderPaper } from './index.ts'
    import { fullPaper } from './paper.fixtures.ts'
    for (const format of paperFormats) {
      const bytes = await renderPaper(fullPaper(), format)
      process.stdout.write(createHash('sha256').update(bytes).digest('hex') + '\\n')
    }`
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  return execFileSync(process.execPath, ['--input-type=module', '-'], {
    cwd: projectRoot(),
    input: outputFiles[0]?.text ?? '',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TZ: zone, LANG: 'ar_EG.UTF-8', HOME: '/nonexistent', USER: 'somebody' },
  })
}

describe('the same paper', () => {
  it('gives the same bytes again', async () => {
    for (const format of paperFormats) {
      expect(Buffer.from(await renderPaper(fullPaper(), format)).equals(outputOf(format))).toBe(true)
    }
  })

  it('gives the same bytes after another paper', async () => {
    for (const format of paperFormats) {
      await renderPaper(fullPaper('es'), format)
      expect(Buffer.from(await renderPaper(fullPaper(), format)).equals(outputOf(format))).toBe(true)
    }
  })

  it('gives the same bytes in another process, zone and language', async () => {
    const [one, two] = [await elsewhere('Asia/Almaty'), await elsewhere('America/Caracas')]
    expect(one.split('\n')).toHaveLength(paperFormats.length + 1)
    expect(two).toBe(one)
  })
})

describe('no output', () => {
  const insideOf = (format: PaperFormat): string => {
    const bytes = outputOf(format)
    if (format === 'docx') return [...docxFiles(bytes).entries()].flat().join('\n')
    return format === 'pdf' ? pdfInside(bytes) : Buffer.from(bytes).toString('utf8')
  }

  it('holds a folder, a name or a date of the machine', () => {
    const today = new Date()
    const year = String(today.getUTCFullYear())
    const forbidden = [
      process.cwd(),
      hostname(),
      userInfo().homedir,
      '/nonexistent',
      '__main__',
      '.typ',
      'Un-named',
    ]
      .filter((word) => word.length > 3)
      .concat([today.toISOString().slice(0, 10), `D:${year}`, `${year}-${today.toISOString().slice(5, 7)}`])
    for (const format of paperFormats) {
      const inside = insideOf(format)
      expect(forbidden.filter((word) => inside.includes(word))).toEqual([])
    }
  })

  it('names a person as its author', () => {
    expect(insideOf('pdf')).not.toMatch(/\/Author|dc:creator/)
    expect(insideOf('docx')).not.toMatch(/dc:creator|lastModifiedBy|<Company>|<Application>/)
  })

  it('carries the identifiers of the record', () => {
    for (const format of paperFormats) expect(insideOf(format)).not.toMatch(/doc-[123]/)
  })
})

describe('the PDF', () => {
  it('says that it is tagged, in its language, and archivable at level A', () => {
    const inside = pdfInside(outputOf('pdf'))
    expect(inside).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    for (const sign of ['/StructTreeRoot', '/Marked true', '/Lang (en']) expect(inside).toContain(sign)
    expect(inside).toContain('Request for an interim measure')
  })

  it('keeps the rules of PDF/UA that the typesetter checks', async () => {
    const { bytes } = await pdfOf(sheetOf(fullPaper()), 'ua-1')
    expect(pdfInside(bytes)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('has the time of knowledge as its only time', () => {
    const inside = pdfInside(outputOf('pdf'))
    expect(new Set(inside.match(/20\d\d-\d\d-\d\dT[\d:+]+/g))).toEqual(new Set(['2031-03-19T09:00:00+00:00']))
  })

  it('is set in the fonts of the program', () => {
    const fonts = [...pdfInside(outputOf('pdf')).matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z]+)/g)].map(
      ([, name]) => name,
    )
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((name) => name?.startsWith('ForestaySerif') !== true)).toEqual([])
  })

  it('passes the checks of another program, where that is installed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'forestay-pdf-'))
    const file = join(folder, 'paper.pdf')
    await writeFile(file, outputOf('pdf'))
    const { error, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    await rm(folder, { recursive: true })
    if (error === undefined) expect(stdout).toContain('No syntax or stream encoding errors found')
  })
})

describe('the Word document', () => {
  it('has real footnotes, headings and tables', () => {
    const files = docxFiles(outputOf('docx'))
    const body = files.get('word/document.xml') ?? ''
    expect(body.match(/<w:footnoteReference /g)).toHaveLength(5)
    expect(body.match(/NOTEREF _note\d+ /g)).toHaveLength(6)
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(5)
    expect(body.match(/<w:tbl>/g)).toHaveLength(3)
    expect(docxParagraphs(outputOf('docx'), 'word/footnotes.xml')).toContain(
      ' Court C, decision 12/2031, 14 March 2031.',
    )
  })

  it('leads from each exhibit mark to the list', () => {
    const body = docxFiles(outputOf('docx')).get('word/document.xml') ?? ''
    for (const [, anchor] of body.matchAll(/w:anchor="(\w+)"/g)) expect(body).toContain(`w:name="${anchor}"`)
  })

  it('is XML throughout', () => {
    for (const name of docxFiles(outputOf('docx')).keys()) docxParagraphs(outputOf('docx'), name)
  })
})

describe('the page', () => {
  it('may load, send and run nothing', () => {
    const elements = htmlElements(outputOf('html'))
    const policy = elements.find((element) => attributeOf(element, 'http-equiv') === 'Content-Security-Policy')
    expect(policy === undefined ? '' : attributeOf(policy, 'content')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'$/,
    )
    const loading = elements.filter((element) =>
      ['src', 'srcset', 'style', 'onload'].some((name) => attributeOf(element, name)),
    )
    expect(loading).toEqual([])
  })

  it('leads only to places of its own, and all of them exist once', () => {
    const elements = htmlElements(outputOf('html'))
    const places = elements.flatMap((element) => attributeOf(element, 'id') ?? [])
    expect(new Set(places).size).toBe(places.length)
    for (const element of elements) {
      const address = attributeOf(element, 'href')
      if (address !== undefined) expect(places).toContain(address.slice(1))
    }
  })

  it('has one title, headings in order, and tables with headings', () => {
    const elements = htmlElements(outputOf('html'))
    expect(elements.filter(({ tagName }) => tagName === 'h1').map(htmlText)).toEqual([
      'Request for an interim measure',
    ])
    const scopes = elements
      .filter(({ tagName }) => tagName === 'th')
      .map((element) => attributeOf(element, 'scope'))
    expect(new Set(scopes)).toEqual(new Set(['row', 'col']))
    expect(elements.map((element) => attributeOf(element, 'lang'))[0]).toBe('en')
  })
})
