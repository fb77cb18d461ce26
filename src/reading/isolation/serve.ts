/**
 * The far side of the pipes, in the process of its own: takes requests on standard input, one after another, answers
 * each in frames on standard output, and ends with its input.
 */
import { Console } from 'node:console'
import { Refused } from '../formats/reading.ts'
import type { Progress, Refusal } from '../formats/reading.ts'
import { readRequests, writeFrame } from './frames.ts'
import type { FrameKind } from './frames.ts'

/** Milliseconds between two tellings of progress. */
const TELL_MILLISECONDS = 200

/** What a worker is given beside its request. */
export interface Lines {
  readonly progress: (progress: Progress) => void
  readonly send: (kind: FrameKind, bytes: Uint8Array) => Promise<void>
  readonly sendJson: (kind: FrameKind, value: unknown) => Promise<void>
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8')

async function send(kind: FrameKind, bytes: Uint8Array): Promise<void> {
  for (const part of writeFrame(kind, bytes)) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(part, (error) => {
        if (error == null) resolve()
        else reject(error)
      })
    })
  }
}

/** What a broken file makes a parser throw, as one line. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refused) {
    const { code, message, spanish } = error
    return spanish === undefined ? { code, message } : { code, message, spanish }
  }
  const text = error instanceof Error ? error.message : String(error)
  if (isNotInstalled(error)) {
    return {
      code: 'not-started',
      message: 'A part of this program that reads such files is missing here. Run ./forestay once to install it.',
      spanish:
        'Aquí falta una parte de este programa que lee estos archivos. Ejecute ./forestay una vez para instalarla.',
    }
  }
  if (
    /malloc|calloc|realloc|out of memory|Array buffer allocation|Invalid array length|Invalid string length/i.test(
      text,
    )
  ) {
    return {
      code: 'memory',
      message: 'Reading it needs more memory than one document may take.',
      spanish: 'Leerlo necesita más memoria de la que puede ocupar un documento.',
    }
  }
  const reason = text.replace(/\s+/g, ' ').slice(0, 200)
  return {
    code: 'malformed',
    message: `The file is damaged or not what it says it is (${reason}). Ask for another copy, or print it to PDF.`,
    spanish: `El archivo está dañado o no es lo que dice ser (${reason}). Pida otra copia, o imprímalo a PDF.`,
  }
}

/** A package that is not there is no fault of the file. */
const isNotInstalled = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')

interface Serving {
  /** Loads what takes long while the process waits for its first request. */
  readonly warm: () => Promise<unknown>
  /** Between two requests: so that nothing of one reaches the next. */
  readonly makeReady?: () => Promise<void>
}

/**
 * Serves requests, one after another, until the input ends; then ends the process. What `work` throws is told as a
 * refusal, and ends the process too: what broke may not be whole.
 */
export async function serve(
  work: (name: string, bytes: Uint8Array, lines: Lines) => Promise<void>,
  { warm, makeReady }: Serving,
): Promise<never> {
  // What parsers print must not get between the frames.
  globalThis.console = new Console(process.stderr, process.stderr)
  if (process.argv.includes('--warm')) await warm()
  for await (const { name, bytes } of readRequests(process.stdin)) {
    let whole = true
    try {
      await work(name, bytes, linesNow())
    } catch (error) {
      whole = false
      await send('refusal', json(asRefusal(error)))
    }
    await send('cost', json({ peakMemoryBytes: process.resourceUsage().maxRSS * 1024 }))
    if (!whole) break
    await makeReady?.()
  }
  // Engines keep threads and timers; the answers are out, so the process ends.
  process.exit(0)
}

function linesNow(): Lines {
  let told = 0
  return {
    send,
    sendJson: (kind, value) => send(kind, json(value)),
    progress: (progress) => {
      const now = performance.now()
      if (now - told < TELL_MILLISECONDS) return
      told = now
      for (const part of writeFrame('progress', json(progress))) process.stdout.write(part)
    },
  }
}
