/** Throughput and memory of each format, and text PDFs beside pdftotext where it is installed, in one run. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReader } from '../../src/reading/index.ts'
import type { Outcome, Reader } from '../../src/reading/index.ts'
import { bytesOf, docx, mail, odt, paragraph, pdf, rtf, words, zip } from '../../tests/corpus/documents.ts'
import { milliseconds, tableText } from '../table.ts'
import { machine } from '../timing.ts'

const LANES = Math.min(2, availableParallelism())
const LINES_OF_A_PAGE = 45
const sentence = (n: number): string =>
  `Line ${n}: the Council of Ministers considered the request of the requesting State.`
const lines = Array.from({ length: LINES_OF_A_PAGE }, (_, n) => sentence(n))
const text = lines.join('\n')
const pageOf = (): string => lines.map((line, n) => words(line, 60, 790 - n * 16, '0 g', 10)).join('\n')

const kinds: Readonly<Record<string, Uint8Array>> = {
  'TXT, 1 page': bytesOf(text),
  'PDF, 1 page': pdf([{ content: pageOf() }]),
  'PDF, 10 pages': pdf(Array.from({ length: 10 }, () => ({ content: pageOf() }))),
  'DOCX, 1 page': docx(lines.map((line) => paragraph(line)).join('')),
  'ODT, 1 page': odt(`<office:body>${lines.map((line) => `<text:p>${line}</text:p>`).join('')}</office:body>`),
  'RTF, 1 page': rtf(lines.join(String.raw`\par `)),
  'HTML, 1 page': bytesOf(
    `<!doctype html><html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
  ),
  'EML with a PDF': bytesOf(
    mail('Order', [
      { type: 'text/plain', body: text },
      {
        type: 'application/pdf',
        name: 'order.pdf',
        body: Buffer.from(pdf([{ content: pageOf() }])).toString('latin1'),
      },
    ]),
  ),
  'ZIP of 10 TXT': zip(Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`${n}.txt`, text]))),
}

async function readAll(reader: Reader, queue: readonly Uint8Array[]): Promise<Outcome[]> {
  const waiting = [...queue]
  const outcomes: Outcome[] = []
  const lane = async (): Promise<void> => {
    for (let bytes = waiting.pop(); bytes !== undefined; bytes = waiting.pop()) {
      outcomes.push(await reader.read(bytes, 'document'))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return outcomes
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** Rejects where it fails: a comparison with an error message would flatter. */
const pdftotext = (file: string, options: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile('pdftotext', [...options, file, join(file, '..', 'out.txt')], (error) => {
      if (error === null) resolve()
      else reject(error)
    })
  })

const hasPdftotext = (): Promise<boolean> =>
  new Promise((resolve) => {
    execFile('pdftotext', ['-v'], (error) => {
      resolve(error === null)
    })
  })

async function reportKinds(reader: Reader, documents: number): Promise<void> {
  const each = Math.ceil(documents / Object.keys(kinds).length)
  process.stdout.write(
    `\n${each} documents of each kind, ${LANES} at a time, in batches (${reader.isolation.level})\n`,
  )
  for (const [kind, bytes] of Object.entries(kinds)) {
    let outcomes: Outcome[] = []
    const took = await seconds(async () => {
      outcomes = await readAll(
        reader,
        Array.from({ length: each }, () => bytes),
      )
    })
    const peak = Math.max(...outcomes.map(({ cost }) => cost.peakMemoryBytes ?? 0)) / 1e6
    const refused = outcomes.filter(({ status }) => status === 'refused').length
    const counts = `read ${outcomes.length - refused}, refused ${refused}`
    const speed = (each / took).toFixed(1)
    process.stdout.write(`${kind.padEnd(16)} ${speed.padStart(6)} /s   peak ${peak.toFixed(0)} MB   ${counts}\n`)
  }
}

/** One after another in as many lanes as the reader has: the same for both. */
async function inLanes(count: number, work: () => Promise<unknown>): Promise<void> {
  let left = count
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await work()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

interface Beside {
  readonly what: string
  readonly ours: () => Promise<unknown>
  readonly theirs: (options: readonly string[]) => Promise<unknown>
}

async function reportBesidePdftotext(reader: Reader, pages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'forestay-bench-'))
  const write = (name: string, count: number): readonly [string, Uint8Array] => {
    const bytes = pdf(Array.from({ length: count }, () => ({ content: pageOf() })))
    writeFileSync(join(folder, name), bytes)
    return [join(folder, name), bytes]
  }
  const [letter, letterBytes] = write('letter.pdf', 1)
  const [book, bookBytes] = write('book.pdf', pages)
  const cases: readonly Beside[] = [
    {
      what: `${SMALL_PDFS} PDFs of one page, ${LANES} at a time`,
      ours: () => inLanes(SMALL_PDFS, () => reader.read(letterBytes, 'letter.pdf')),
      theirs: (options) => inLanes(SMALL_PDFS, () => pdftotext(letter, options)),
    },
    {
      what: `one PDF of ${pages} pages`,
      ours: () => reader.read(bookBytes, 'book.pdf'),
      theirs: (options) => pdftotext(book, options),
    },
  ]
  const rows: string[][] = []
  for (const { what, ours, theirs } of cases) rows.push([what, ...(await besides(ours, theirs))])
  const head = ['', 'Forestay', 'pdftotext', 'pdftotext -bbox-layout', 'ratio', 'ratio to -bbox-layout']
  process.stdout.write(
    `\nPlaces and hidden words included; the best of ${ROUNDS} rounds, in turns\n${tableText(head, rows)}\n`,
  )
  rmSync(folder, { recursive: true })
}

const SMALL_PDFS = 100
const ROUNDS = 5

async function besides(ours: Beside['ours'], theirs: Beside['theirs']): Promise<string[]> {
  const times: { ours: number[]; plain: number[]; places: number[] } = { ours: [], plain: [], places: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(await seconds(ours))
    times.plain.push(await seconds(() => theirs([])))
    times.places.push(await seconds(() => theirs(['-bbox-layout'])))
  }
  const [own, plain, places] = [Math.min(...times.ours), Math.min(...times.plain), Math.min(...times.places)]
  const ratio = (other: number): string => `${(own / other).toFixed(1)} ×`
  return [
    milliseconds(own * 1000),
    milliseconds(plain * 1000),
    milliseconds(places * 1000),
    ratio(plain),
    ratio(places),
  ]
}

export async function reportFormats(documents: number, pages: number): Promise<void> {
  const reader = await createReader({ batch: true })
  const trial = await reader.read(bytesOf('An ordinary letter.'), 'letter.txt')
  if (trial.status === 'refused') throw new Error(trial.refusal.message)
  process.stdout.write(`Forestay reading bench\n${machine()}\n${reader.isolation.says}\n`)
  if (await hasPdftotext()) await reportBesidePdftotext(reader, pages)
  else process.stdout.write('pdftotext is not installed here: no comparison\n')
  await reportKinds(reader, documents)
  reader.close()
}
