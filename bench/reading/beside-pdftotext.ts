/** Text PDFs beside `pdftotext`, where it is installed: places and hidden words included on our side. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reader } from '../../src/reading/index.ts'
import { milliseconds, tableText } from '../table.ts'
import { inLanes, LANES } from './lanes.ts'

const ROUNDS = 5

/** Some PDFs that are read one after the other, in as many lanes as the reader has. */
export interface PdfGroup {
  readonly what: string
  readonly files: readonly Uint8Array[]
}

/** Prints a table of the best rounds. Says so where `pdftotext` is not installed. */
export async function reportBesidePdftotext(reader: Reader, groups: readonly PdfGroup[]): Promise<void> {
  if (!(await hasPdftotext())) {
    process.stdout.write('pdftotext is not installed here: no comparison\n')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'forestay-bench-'))
  try {
    const rows: string[][] = []
    for (const { what, files } of groups) rows.push([what, ...(await besides(reader, files, folder))])
    const head = ['', 'Forestay', 'pdftotext', 'pdftotext -bbox-layout', 'ratio', 'ratio to -bbox-layout']
    process.stdout.write(
      `\nPlaces and hidden words included; ${LANES} at a time, the best of ${ROUNDS} rounds, in turns\n` +
        `${tableText(head, rows)}\n`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function besides(reader: Reader, files: readonly Uint8Array[], folder: string): Promise<string[]> {
  const kept = files.map((bytes, n) => {
    const path = join(folder, `${n}.pdf`)
    writeFileSync(path, bytes)
    return { bytes, path }
  })
  const best = { ours: Infinity, plain: Infinity, places: Infinity }
  for (let round = 0; round < ROUNDS; round++) {
    const ours = (): Promise<unknown> => inLanes(kept, ({ bytes }) => reader.read(bytes, 'document.pdf'))
    const theirs = (options: readonly string[]) => (): Promise<unknown> =>
      inLanes(kept, ({ path }) => pdftotext(path, options))
    best.ours = Math.min(best.ours, await seconds(ours))
    best.plain = Math.min(best.plain, await seconds(theirs([])))
    best.places = Math.min(best.places, await seconds(theirs(['-bbox-layout'])))
  }
  const ratio = (other: number): string => `${(best.ours / other).toFixed(1)} ×`
  return [
    milliseconds(best.ours * 1000),
    milliseconds(best.plain * 1000),
    milliseconds(best.places * 1000),
    ratio(best.plain),
    ratio(best.places),
  ]
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** Rejects where it fails: a comparison with an error message would flatter. */
const pdftotext = (file: string, options: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile('pdftotext', [...options, file, `${file}.txt`], (error) => {
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
