import { compiledWorker } from './compiled-worker.ts'
import { DOCUMENT_BYTES_MAX } from '../limits.ts'
import type { Progress, Reading, Refusal } from '../formats/reading.ts'
import { commandFor, findIsolation } from './isolation.ts'
import type { Isolation, IsolationLevel } from './isolation.ts'
import type { Outcome } from './outcome.ts'
import { defaultPatience, ParseProcess } from './parse-process.ts'
import type { Patience } from './parse-process.ts'

export interface ReaderOptions {
  /** The strongest wall to use; `bubblewrap` unless a test wants to see another. */
  readonly strongest?: IsolationLevel
  /** The compiled `worker.js`; found beside this file, or in `dist/` when this runs from its source. */
  readonly worker?: string
  /** Keep the next process waiting while one reads: faster for many documents, one idle process more. */
  readonly standby?: boolean
  /**
   * For documents that came together: a process reads several of them, one after another. Without it each has a
   * process of its own. See docs/decisions/0011. Implies `standby`.
   */
  readonly batch?: boolean
  readonly patience?: Partial<Patience>
}

export interface ReadOptions {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** Reads documents in processes of their own: one for each, or a few for a batch. */
export interface Reader {
  readonly isolation: Isolation
  /** Never rejects. The name is for telling apart what the bytes leave open; it is not opened. */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<Outcome>
  /** Ends the processes that wait. Documents that are being read end by themselves. */
  close(): void
}

/** Rejects never; what cannot be started is told by each document's refusal. */
export async function createReader(options: ReaderOptions = {}): Promise<Reader> {
  const isolation = await findIsolation(options.strongest)
  const worker = options.worker ?? compiledWorker('reading/isolation')
  const patience = { ...defaultPatience, ...options.patience }
  const hasStandby = options.standby === true || options.batch === true
  /** Alive and idle, the last used at the end. */
  const waiting: ParseProcess[] = []
  let closed = false

  const start = (warm: boolean): ParseProcess => new ParseProcess(commandFor(worker, isolation, warm))
  const wait = (parse: ParseProcess): void => {
    parse.unref()
    waiting.push(parse)
  }
  const take = (): ParseProcess => {
    let ready = waiting.pop()
    while (ready !== undefined && !ready.isAlive) ready = waiting.pop()
    if (hasStandby && !closed && waiting.length === 0) wait(start(true))
    return ready ?? start(false)
  }
  const giveBack = (parse: ParseProcess, peakMemoryBytes: number | undefined): void => {
    if (options.batch === true && !closed && parse.isFit(peakMemoryBytes)) wait(parse)
    else parse.kill()
  }

  const read = async (
    bytes: Uint8Array,
    name: string,
    { onProgress, signal }: ReadOptions = {},
  ): Promise<Outcome> => {
    const started = performance.now()
    const finish = (result: Reading | Refusal, peakMemoryBytes?: number): Outcome => {
      const wallMilliseconds = performance.now() - started
      const cost = peakMemoryBytes === undefined ? { wallMilliseconds } : { wallMilliseconds, peakMemoryBytes }
      const common = { isolation: isolation.level, cost }
      return 'code' in result
        ? { status: 'refused', refusal: result, ...common }
        : { status: 'read', reading: result, ...common }
    }
    if (bytes.length > DOCUMENT_BYTES_MAX) {
      return finish(tooLarge(bytes.length))
    }
    try {
      const parse = take()
      const { result, peakMemoryBytes } = await parse.read({ name, bytes, patience, onProgress, signal })
      giveBack(parse, peakMemoryBytes)
      return finish(result, peakMemoryBytes)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return finish(notStarted(reason))
    }
  }

  return {
    isolation,
    read,
    close() {
      closed = true
      for (const parse of waiting.splice(0)) parse.kill()
    },
  }
}

let shared: Promise<Reader> | undefined

/**
 * Reads one document in a process of its own. Never rejects: what cannot be read is refused with its reason.
 * For documents that came together, `createReader({ batch: true })` is faster.
 */
export async function readDocument(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Outcome> {
  // Looking for the walls takes longer than reading a letter, and they do not change while the program runs.
  shared ??= createReader()
  return (await shared).read(bytes, name, options)
}

const tooLarge = (length: number): Refusal => ({
  code: 'too-large',
  message:
    `The file has ${length} bytes; the limit for a document is ${DOCUMENT_BYTES_MAX}. Split ` +
    `it and add the parts.`,
  spanish:
    `El archivo tiene ${length} bytes; el límite de un documento es ${DOCUMENT_BYTES_MAX}. ` +
    'Divídalo y añada las partes.',
})

const notStarted = (reason: string): Refusal => ({
  code: 'not-started',
  message: `The reading process could not be started (${reason}). The document is kept; try again.`,
  spanish: `No se pudo iniciar el proceso de lectura (${reason}). El documento queda guardado; inténtelo de nuevo.`,
})
