/** Throughput and memory of each format, and text PDFs beside pdftotext where it is installed, in one run. */
import { createReader } from '../../src/reading/index.ts'
import type { Reader } from '../../src/reading/index.ts'
import { bytesOf, docx, mail, odt, paragraph, pdf, rtf, words, zip } from '../../tests/corpus/documents.ts'
import { machine } from '../timing.ts'
import { reportBesidePdftotext } from './beside-pdftotext.ts'
import { inLanes, LANES } from './lanes.ts'

const LINES_OF_A_PAGE = 45
const sentence = (n: number): string =>
  `Line ${n}: the Council of Ministers considered the request of the requesting State.`
const lines = Array.from({ length: LINES_OF_A_PAGE }, (_, n) => sentence(n))
const text = lines.join('\n')
const pageOf = (): string => lines.map((line, n) => words(line, 60, 790 - n * 16, '0 g', 10)).join('\n')
const copies = (count: number, bytes: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: count }, () => bytes)
const pdfOf = (pages: number): Uint8Array => pdf(Array.from({ length: pages }, () => ({ content: pageOf() })))

const kinds: Readonly<Record<string, Uint8Array>> = {
  'TXT, 1 page': bytesOf(text),
  'PDF, 1 page': pdfOf(1),
  'PDF, 10 pages': pdfOf(10),
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
        body: Buffer.from(pdfOf(1)).toString('latin1'),
      },
    ]),
  ),
  'ZIP of 10 TXT': zip(Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`${n}.txt`, text]))),
}

async function reportKinds(reader: Reader, documents: number): Promise<void> {
  const each = Math.ceil(documents / Object.keys(kinds).length)
  process.stdout.write(
    `\n${each} documents of each kind, ${LANES} at a time, in batches (${reader.isolation.level})\n`,
  )
  for (const [kind, bytes] of Object.entries(kinds)) {
    const started = performance.now()
    const outcomes = await inLanes(copies(each, bytes), (one) => reader.read(one, 'document'))
    const took = (performance.now() - started) / 1000
    const peak = Math.max(...outcomes.map(({ cost }) => cost.peakMemoryBytes ?? 0)) / 1e6
    const refused = outcomes.filter(({ status }) => status === 'refused').length
    const counts = `read ${outcomes.length - refused}, refused ${refused}`
    const speed = (each / took).toFixed(1)
    process.stdout.write(`${kind.padEnd(16)} ${speed.padStart(6)} /s   peak ${peak.toFixed(0)} MB   ${counts}\n`)
  }
}

export async function reportFormats(documents: number, pages: number): Promise<void> {
  const reader = await createReader({ batch: true })
  const trial = await reader.read(bytesOf('An ordinary letter.'), 'letter.txt')
  if (trial.status === 'refused') throw new Error(trial.refusal.message)
  process.stdout.write(`Forestay reading bench\n${machine()}\n${reader.isolation.says}\n`)
  await reportBesidePdftotext(reader, [
    { what: '100 PDFs of one page', files: copies(100, pdfOf(1)) },
    { what: '40 PDFs of ten pages', files: copies(40, pdfOf(10)) },
    { what: '20 PDFs of forty pages', files: copies(20, pdfOf(40)) },
    { what: `one PDF of ${pages} pages`, files: [pdfOf(pages)] },
  ])
  await reportKinds(reader, documents)
  reader.close()
}
