/**
 * A thousand mixed files added to a case by the program itself: `npm run bench:reading -- mixed [FILES]`. All at once
 * in a mixed order, then each format by itself; how fast, how much memory, and whether what came in was kept.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AddAnswer } from '../../src/cli/adding.ts'
import { type MixedFile, mixedFiles, type MixedFormat, mixedFormats } from '../../tests/corpus/mixed.ts'
import { createReader } from '../../src/reading/index.ts'
import { tableText, whole } from '../table.ts'
import { machine } from '../timing.ts'
import { reportBesidePdftotext } from './beside-pdftotext.ts'
import { type Usage, watchUsage } from './usage.ts'

const CASE = 'pavlov-2014'
/** Of each format at most, when each is added by itself. */
const ALONE_MAX = 100
const main = resolve('.dist-bench/src/cli/main.js')
const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'not told here' : `${(bytes / 1e6).toFixed(0)} MB`

const processor = ({ processorSeconds }: Usage): string =>
  processorSeconds === undefined ? 'not told here' : `${processorSeconds.toFixed(1)} s`
const perProcessor = (files: number, { processorSeconds }: Usage): string =>
  processorSeconds === undefined ? 'not told here' : (files / processorSeconds).toFixed(1)

interface Run {
  readonly answer: AddAnswer
  readonly seconds: number
  readonly usage: Usage
}

/** One call of the program, as a person makes it. Rejects when it fails. */
function forestay(args: readonly string[], data: string): Promise<{ readonly out: string; readonly usage: Usage }> {
  const env = { ...process.env, FORESTAY_PASSPHRASE: 'a passphrase for the bench', FORESTAY_NAME: 'Bench' }
  return new Promise((done, failed) => {
    const options = { env, maxBuffer: 1e9 }
    const child = execFile(process.execPath, [main, ...args, '--data', data], options, (error, out, problems) => {
      const usage = watched.stop()
      if (error === null) done({ out, usage })
      else failed(new Error(`${args.join(' ')}: ${problems}`))
    })
    const watched = watchUsage(child.pid)
  })
}

async function add(folder: string, data: string): Promise<Run> {
  const started = performance.now()
  const { out, usage } = await forestay(['add', folder, '--case', CASE, '--json'], data)
  return { answer: JSON.parse(out) as AddAnswer, seconds: (performance.now() - started) / 1000, usage }
}

async function newData(folder: string): Promise<string> {
  const data = join(folder, `data-${Math.round(performance.now())}`)
  await forestay(['import', resolve(`examples/${CASE}`)], data)
  return data
}

function write(files: readonly MixedFile[], folder: string): void {
  mkdirSync(folder)
  // Numbered, so that the order in which a folder is read is the mixed one.
  for (const [n, { name, bytes }] of files.entries())
    writeFileSync(join(folder, `${String(n).padStart(4, '0')}-${name}`), bytes)
}

function reportAll(files: readonly MixedFile[], { answer, seconds, usage }: Run, start: number): void {
  const { count, documents } = answer
  const expected = files.reduce((sum, file) => sum + file.documents, 0)
  const refused = files.reduce((sum, file) => sum + file.refused, 0)
  const distinct = new Set(documents.map(({ id }) => id)).size
  const reasons = documents.every(({ status, refused: why }) => (status === 'refused') === (why !== null))
  const rows = [
    ['files', whole(files.length)],
    ['documents in them, by their making', `${whole(expected)}, ${refused} of them broken`],
    ['in = kept = read + refused', `${count.in} = ${count.kept} = ${count.read} + ${count.refused}`],
    ['each refused one with a reason', reasons ? 'yes' : 'NO'],
    ['different documents in the record', whole(distinct)],
    ['time', `${seconds.toFixed(1)} s, of which ${start.toFixed(1)} s to start, unlock and find nothing`],
    ['files a second', (files.length / seconds).toFixed(1)],
    ['processor time of all its processes', processor(usage)],
    ['files a second of processor time', perProcessor(files.length, usage)],
    ['peak memory of the program', megabytes(usage.programBytes)],
    ['peak memory of one reading process', megabytes(usage.childBytes)],
    ['peak memory of all of them together', megabytes(usage.childrenBytes)],
  ]
  process.stdout.write(`\nAll at once, in a mixed order\n${tableText(['', ''], rows)}\n`)
  if (count.in !== expected || count.refused !== refused || !reasons)
    throw new Error('The count is not what was made: something was lost.')
}

async function reportFormats(files: readonly MixedFile[], folder: string, start: number): Promise<void> {
  const data = await newData(folder)
  const rows: string[][] = []
  for (const format of mixedFormats.filter((one) => one !== 'twice')) {
    const own = files.filter((file) => file.format === format).slice(0, ALONE_MAX)
    const place = join(folder, format satisfies MixedFormat)
    write(own, place)
    const { answer, seconds, usage } = await add(place, data)
    const speed = (own.length / Math.max(0.1, seconds - start)).toFixed(1)
    rows.push([
      format,
      String(own.length),
      String(answer.count.in),
      `${seconds.toFixed(1)} s`,
      speed,
      perProcessor(own.length, usage),
      megabytes(usage.childBytes),
    ])
  }
  const head = [
    'each format by itself',
    'files',
    'documents',
    'time',
    'files/s after the start',
    'files/s of processor time',
    'a process, at most',
  ]
  process.stdout.write(`\n${tableText(head, rows)}\n`)
}

/** The text PDFs of the run, read again by themselves: what `pdftotext` does is a part of what `add` does. */
async function reportTextPdfs(files: readonly MixedFile[]): Promise<void> {
  const own = files.flatMap(({ format, bytes }) => (format === 'pdf-text' ? [bytes] : []))
  const reader = await createReader({ batch: true })
  try {
    await reportBesidePdftotext(reader, [{ what: `the ${own.length} text PDFs of this run`, files: own }])
  } finally {
    reader.close()
  }
}

/** Prints the tables. Throws when a document was lost or counted twice. */
export async function reportMixed(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'forestay-mixed-'))
  try {
    process.stdout.write(`Forestay, ${count} mixed files\n${machine()}\n`)
    const files = [...mixedFiles(count)]
    const all = join(folder, 'all')
    write(files, all)
    const data = await newData(folder)
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const { seconds: start } = await add(empty, data)
    reportAll(files, await add(all, data), start)
    const again = await add(all, data)
    const known = again.answer.documents.filter(({ already }) => already).length
    process.stdout.write(
      `Once more: ${known} of ${again.answer.count.in} documents were kept before, in ${again.seconds.toFixed(1)} s\n`,
    )
    await reportFormats(files, folder, start)
    await reportTextPdfs(files)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
