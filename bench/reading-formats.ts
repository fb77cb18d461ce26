/**
 * Reading of documents: throughput for each format and peak memory, each document in a process of its own, and text
 * PDFs beside pdftotext where it is installed, in one run. Made documents; prints tables; not part of the tests.
 * Run: npx tsc -p tsconfig.bench.json && node .dist-bench/bench/reading-formats.js [DOCUMENTS] [PAGES]
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReader } from '../src/reading/index.ts'
import type { Outcome, Reader } from '../src/reading/index.ts'
import { bytesOf, docx, mail, odt, paragraph, pdf, rtf, words, zip } from '../tests/corpus/documents.ts'
import { machine } from './timing.ts'

const [documents = 1000, pages = 200] = process.argv.slice(2).map(Number)
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

const pdftotext = (file: string): Promise<boolean> =>
  new Promise((resolve) => {
    execFile('pdftotext', [file, join(file, '..', 'out.txt')], (error) => {
      resolve(error === null)
    })
  })

async function reportKinds(reader: Reader): Promise<void> {
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

async function reportBesidePdftotext(reader: Reader): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'forestay-bench-'))
  const file = join(folder, 'book.pdf')
  const bytes = pdf(Array.from({ length: pages }, () => ({ content: pageOf() })))
  writeFileSync(file, bytes)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < 3; round++) {
    ours.push(await seconds(() => reader.read(bytes, 'book.pdf')))
    if (await pdftotext(file)) theirs.push(await seconds(() => pdftotext(file)))
  }
  const best = Math.min(...ours)
  const speed = (pages / best).toFixed(0)
  process.stdout.write(`\nA text PDF of ${pages} pages: ${speed} pages/s, places and hidden words included\n`)
  if (theirs.length === 0) process.stdout.write('pdftotext is not installed here: no comparison\n')
  else {
    const other = Math.min(...theirs)
    const speed = (pages / other).toFixed(0)
    const ratio = (best / other).toFixed(1)
    process.stdout.write(`pdftotext, in the same run: ${speed} pages/s; we take ${ratio} times as long\n`)
  }
  rmSync(folder, { recursive: true })
}

const reader = await createReader({ batch: true })
const trial = await reader.read(bytesOf('An ordinary letter.'), 'letter.txt')
if (trial.status === 'refused') throw new Error(trial.refusal.message)
process.stdout.write(`Forestay reading bench\n${machine()}\n${reader.isolation.says}\n`)
await reportBesidePdftotext(reader)
await reportKinds(reader)
reader.close()
