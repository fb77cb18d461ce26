/**
 * Words of a picture. Tesseract as a program of the system when there is one, else as WebAssembly in this process.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker } from 'tesseract.js'

export interface OcrLine {
  readonly text: string
  /** Left, top, right, bottom in pixels of the picture. */
  readonly box: readonly [number, number, number, number]
  /** 0–100. */
  readonly confidence: number
  /** Lines of one paragraph have the same number. */
  readonly paragraph: number
}

export interface OcrEngine {
  /** `Tesseract 5 (program of the system)`: named in the reading, so that a doubt can be checked. */
  readonly name: string
  /** Languages it can read, as Tesseract calls them. */
  readonly languages: readonly string[]
  /** A PNG picture in; its lines from top to bottom. */
  recognise(png: Uint8Array): Promise<readonly OcrLine[]>
  close(): Promise<void>
}

/** The languages of the documents that we read, where their data is installed. */
const wanted = ['eng', 'spa', 'fra', 'rus', 'ukr', 'kaz']
/** Their data comes with our packages. */
const bundledLanguages = ['eng', 'spa']
/** Debian puts the data here, by the version of Tesseract. */
const dataFolders = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
]
const program = '/usr/bin/tesseract'

export async function openOcr(): Promise<OcrEngine> {
  const system = systemTesseract()
  // A system that knows English only would misread Spanish; then our own data serves better.
  return system !== undefined && system.languages.length >= bundledLanguages.length ? system : bundledTesseract()
}

function systemTesseract(): OcrEngine | undefined {
  const folder = dataFolders.find((path) => exists(path))
  if (folder === undefined || !exists(program) || !canStartPrograms()) return undefined
  const installed = readdirSync(folder).map((file) => file.replace(/\.traineddata$/, ''))
  const languages = wanted.filter((language) => installed.includes(language))
  if (languages.length === 0) return undefined
  return {
    name: 'Tesseract of the system',
    languages,
    recognise: async (png) => linesOfTsv(await runTesseract(png, languages)),
    close: async () => {},
  }
}

/** Under Node's permission model a file outside the allowed ones is as good as absent. */
function exists(path: string): boolean {
  try {
    return existsSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ACCESS_DENIED') return false
    throw error
  }
}

/** `process.permission` exists only where the permission model is on. */
function canStartPrograms(): boolean {
  const { permission } = process as unknown as { permission?: { has(scope: string): boolean } }
  return permission === undefined || permission.has('child')
}

function runTesseract(png: Uint8Array, languages: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    // More threads make it slower, ten times on small machines.
    const child = spawn(program, ['stdin', 'stdout', '-l', languages.join('+'), 'tsv'], {
      env: { OMP_THREAD_LIMIT: '1' },
    })
    const out: Buffer[] = []
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-500)
    })
    child.stdin.on('error', () => {
      child.stdin.destroy()
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString('utf8'))
      else reject(new Error(`Tesseract ended with code ${code}: ${complaint.trim()}`))
    })
    child.stdin.end(png)
  })
}

/** Tesseract's table: level page block paragraph line word left top width height confidence text. */
function linesOfTsv(tsv: string): OcrLine[] {
  const lines = new Map<string, { words: string[]; boxes: number[][]; confidences: number[]; paragraph: number }>()
  const paragraphs = new Map<string, number>()
  for (const row of tsv.split('\n').slice(1)) {
    const cells = row.split('\t')
    const [level, , block, paragraph, line, , left, top, width, height, confidence, word = ''] = cells
    if (level !== '5' || word.trim() === '') continue
    const paragraphKey = `${block} ${paragraph}`
    if (!paragraphs.has(paragraphKey)) paragraphs.set(paragraphKey, paragraphs.size)
    const key = `${paragraphKey} ${line}`
    const found = lines.get(key) ?? {
      words: [],
      boxes: [],
      confidences: [],
      paragraph: paragraphs.get(paragraphKey) ?? 0,
    }
    found.words.push(word)
    found.boxes.push([Number(left), Number(top), Number(left) + Number(width), Number(top) + Number(height)])
    found.confidences.push(Number(confidence))
    lines.set(key, found)
  }
  return [...lines.values()].map(({ words, boxes, confidences, paragraph }) => ({
    text: words.join(' '),
    paragraph,
    box: [least(boxes, 0), least(boxes, 1), most(boxes, 2), most(boxes, 3)],
    confidence: confidences.reduce((sum, value) => sum + value, 0) / confidences.length,
  }))
}

const least = (boxes: readonly number[][], side: number): number => Math.min(...boxes.map((box) => box[side] ?? 0))
const most = (boxes: readonly number[][], side: number): number => Math.max(...boxes.map((box) => box[side] ?? 0))

async function bundledTesseract(): Promise<OcrEngine> {
  const find = createRequire(import.meta.url)
  const languages = bundledLanguages
  const data = languages.map((code) => {
    const folder = dirname(find.resolve(`@tesseract.js-data/${code}/package.json`))
    return { code, data: readFileSync(join(folder, '4.0.0_best_int', `${code}.traineddata.gz`)) }
  })
  // 1: the neural engine only, which the data is for. Nothing is kept on disk and nothing fetched.
  const worker = await createWorker(data, 1, { cacheMethod: 'none', gzip: true })
  return {
    name: 'Tesseract as WebAssembly',
    languages,
    recognise: async (png) => {
      const { data: page } = await worker.recognize(Buffer.from(png), {}, { text: false, blocks: true })
      let paragraph = 0
      return (page.blocks ?? []).flatMap((block) =>
        block.paragraphs.flatMap((part) => {
          paragraph += 1
          return part.lines.map(({ text, bbox, confidence }): OcrLine => ({
            text: text.trimEnd(),
            confidence,
            paragraph,
            box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1],
          }))
        }),
      )
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
