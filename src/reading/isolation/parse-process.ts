/** A process that reads documents, one at a time. It is started, given them, watched, and ended whatever happens. */
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import {
  COMPLAINT_CHARACTERS_MAX,
  DOCUMENTS_PER_PROCESS_MAX,
  OCR_SECONDS_MAX,
  OUTPUT_BYTES_MAX,
  PARSE_HEAP_MEBIBYTES_MAX,
  PARSE_MEMORY_BYTES_MAX,
  PARSE_PROCESSOR_SECONDS_MAX,
  PARSE_SECONDS_MAX,
  REUSED_PROCESS_BYTES_MAX,
  STALL_SECONDS_MAX,
} from '../limits.ts'
import { languageOf } from '../formats/language.ts'
import type { Progress, Reading, Refusal, RefusalCode } from '../formats/reading.ts'
import { type CheckedReading, checkCost, checkProgress, checkReading, checkRefusal } from './check-answer.ts'
import { FrameReader, OutputLimit, writeRequest } from './frames.ts'
import type { Frame } from './frames.ts'
import { parseEnvironment } from './isolation.ts'
import type { Command } from './isolation.ts'

/** The limits that this side keeps. Shorter ones are for tests. */
export interface Patience {
  readonly parseSeconds: number
  readonly ocrSeconds: number
  readonly stallSeconds: number
  readonly outputBytes: number
}

export const defaultPatience: Patience = {
  parseSeconds: PARSE_SECONDS_MAX,
  ocrSeconds: OCR_SECONDS_MAX,
  stallSeconds: STALL_SECONDS_MAX,
  outputBytes: OUTPUT_BYTES_MAX,
}

export interface Task {
  readonly name: string
  readonly bytes: Uint8Array
  readonly patience: Patience
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Answer {
  readonly result: Reading | Refusal
  readonly peakMemoryBytes?: number
}

/** What a worker other than the parse sent: its answer and files, not looked at yet. */
export interface RawAnswer {
  readonly answer: Uint8Array
  readonly children: readonly Uint8Array[]
}

interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

const refusal = (code: RefusalCode, message: string, spanish: string): Refusal => ({ code, message, spanish })

export class ParseProcess {
  readonly #child: ChildProcessWithoutNullStreams
  #complaint = ''
  #startError: Error | undefined
  readonly #closed: Promise<Ending>
  #inbox: Inbox | undefined
  #documents = 0
  #isSpent = false

  constructor({ file, args }: Command) {
    // A group of its own, so that programs that the parse starts end with it.
    this.#child = spawn(file, [...args], {
      env: parseEnvironment(),
      cwd: '/',
      detached: process.platform !== 'win32',
    })
    this.#child.on('error', (error) => {
      this.#startError = error
    })
    // A parse that ends early closes its input while we write; that is seen in how it ended.
    this.#child.stdin.on('error', () => {
      this.#child.stdin.destroy()
    })
    this.#child.stdout.on('data', (chunk: Uint8Array) => {
      // It speaks when it is asked; what speaks unasked has been taken over.
      if (this.#inbox === undefined) this.kill()
      else this.#inbox.take(chunk)
    })
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-COMPLAINT_CHARACTERS_MAX)
    })
    this.#closed = new Promise((resolve) => {
      this.#child.on('close', (code, signal) => {
        resolve({ code, signal })
      })
    })
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#startError === undefined
  }

  /** An idle process does not keep the program from ending. */
  unref(): void {
    this.#child.unref()
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
      ;(stream as unknown as { unref?: () => void }).unref?.()
    }
  }

  kill(): void {
    const { pid } = this.#child
    if (pid === undefined || !this.isAlive) return
    try {
      if (process.platform === 'win32') this.#child.kill('SIGKILL')
      else process.kill(-pid, 'SIGKILL')
    } catch (error) {
      // It ended by itself between the question and the signal.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }

  async read(task: Task): Promise<Answer> {
    const { inbox, stopped, ended } = await this.#exchange(task)
    const { peakMemoryBytes } = inbox
    const checked = stopped ?? inbox.result ?? this.#why(ended)
    const result = 'code' in checked ? checked : { ...checked, language: await languageOf(checked.text) }
    return peakMemoryBytes === undefined ? { result } : { result, peakMemoryBytes }
  }

  /** For a worker that answers with bytes of its own. */
  async run(task: Task): Promise<RawAnswer | Refusal> {
    const { inbox, stopped, ended } = await this.#exchange(task)
    this.kill()
    if (stopped !== undefined) return stopped
    if (inbox.answer !== undefined) return { answer: inbox.answer, children: inbox.children }
    return inbox.result !== undefined && 'code' in inbox.result ? inbox.result : this.#why(ended)
  }

  /** Resolves when the answer is whole, or when the process has ended before. */
  async #exchange(task: Task): Promise<{ inbox: Inbox; stopped: Refusal | undefined; ended: Ending | undefined }> {
    const watch = new Watch(task, () => {
      this.kill()
    })
    const inbox = new Inbox(task, watch)
    this.#inbox = inbox
    this.#complaint = ''
    this.#documents += 1
    this.#child.ref()
    for (const part of writeRequest(task.name, task.bytes)) this.#child.stdin.write(part)
    const ended = await Promise.race([inbox.whole, this.#closed])
    watch.stop()
    this.#inbox = undefined
    this.#isSpent = watch.refusal !== undefined || watch.sawOcr || inbox.isRefusal || ended !== undefined
    return { inbox, stopped: watch.refusal, ended }
  }

  /**
   * Whether it may be given another document. Not after one that could not be read, nor after OCR, nor when many
   * documents, or a large one, have left their traces in its memory.
   */
  isFit(peakMemoryBytes: number | undefined): boolean {
    const isSmall = (peakMemoryBytes ?? Infinity) <= REUSED_PROCESS_BYTES_MAX
    return this.isAlive && !this.#isSpent && isSmall && this.#documents < DOCUMENTS_PER_PROCESS_MAX
  }

  /** Why a parse ended without an answer. */
  #why(ending: Ending | undefined): Refusal {
    const { code, signal } = ending ?? { code: null, signal: null }
    if (this.#startError !== undefined) {
      return refusal(
        'not-started',
        `The reading process could not be started (${this.#startError.message}). Try again.`,
        `No se pudo iniciar el proceso de lectura (${this.#startError.message}). Inténtelo de nuevo.`,
      )
    }
    const memory =
      /out of memory|Allocation failed|could not allocate|WebAssembly\.Memory|Cannot enlarge memory|bad_alloc/i
    if (memory.test(this.#complaint)) {
      return refusal(
        'memory',
        'Reading it needs more memory than one document may take ' +
          `(${PARSE_MEMORY_BYTES_MAX} bytes, of which ${PARSE_HEAP_MEBIBYTES_MAX} MiB for its objects). ` +
          'The reading was ended; split the file, or print the pages you need to a new PDF.',
        'Leerlo necesita más memoria de la que puede ocupar un documento ' +
          `(${PARSE_MEMORY_BYTES_MAX} bytes, de ellos ${PARSE_HEAP_MEBIBYTES_MAX} MiB para sus objetos). ` +
          'La lectura se terminó; divida el archivo, o imprima a un PDF nuevo las páginas que necesite.',
      )
    }
    if (signal === 'SIGXCPU' || code === 128 + 24) {
      return refusal(
        'time',
        `Reading it took more than ${PARSE_PROCESSOR_SECONDS_MAX} seconds of processor time and was ended.`,
        `Leerlo pasó de ${PARSE_PROCESSOR_SECONDS_MAX} segundos de procesador y se terminó.`,
      )
    }
    const line =
      this.#complaint
        .split('\n')
        .map((text) => text.trim())
        .findLast((text) => text !== '') ?? ''
    const lastLine = line.slice(0, 200)
    const said = line === '' ? '' : ` It last said: ${lastLine}`
    const spanish = line === '' ? '' : ` Lo último que dijo: ${lastLine}`
    return refusal(
      'crashed',
      `The reading process broke off (${signal ?? `code ${code}`}): the file is damaged or hostile.${said}`,
      `El proceso de lectura se cortó (${signal ?? `código ${code}`}): el archivo está dañado o es hostil.${spanish}`,
    )
  }
}

/** Counts the time, and ends the parse with the reason when it is up. */
class Watch {
  readonly #task: Task
  readonly #kill: () => void
  readonly #started = performance.now()
  #total: NodeJS.Timeout
  #stall: NodeJS.Timeout
  #ocr = false
  refusal: Refusal | undefined
  readonly #onAbort = (): void => {
    this.end('cancelled', 'The reading was stopped before it was done.', 'La lectura se paró antes de terminar.')
  }

  constructor(task: Task, kill: () => void) {
    this.#task = task
    this.#kill = kill
    this.#total = this.#timer(task.patience.parseSeconds)
    this.#stall = this.#stallTimer()
    if (task.signal?.aborted === true) this.#onAbort()
    else task.signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  get sawOcr(): boolean {
    return this.#ocr
  }

  end(code: RefusalCode, message: string, spanish: string): void {
    this.refusal ??= refusal(code, message, spanish)
    this.#kill()
  }

  moved(progress: Progress): void {
    clearTimeout(this.#stall)
    this.#stall = this.#stallTimer()
    if (progress.what === 'ocr' && !this.#ocr) {
      this.#ocr = true
      clearTimeout(this.#total)
      this.#total = this.#timer(this.#task.patience.ocrSeconds - (performance.now() - this.#started) / 1000)
    }
  }

  stop(): void {
    clearTimeout(this.#total)
    clearTimeout(this.#stall)
    this.#task.signal?.removeEventListener('abort', this.#onAbort)
  }

  #timer(seconds: number): NodeJS.Timeout {
    const { ocrSeconds, parseSeconds } = this.#task.patience
    return setTimeout(
      () => {
        this.end(
          'time',
          `Reading it took longer than ${this.#ocr ? ocrSeconds : parseSeconds} seconds and was ended. ` +
            'Split the file, or print the pages you need to a new PDF.',
          `Leerlo tardó más de ${this.#ocr ? ocrSeconds : parseSeconds} segundos y se terminó. ` +
            'Divida el archivo, o imprima a un PDF nuevo las páginas que necesite.',
        )
      },
      Math.max(0, seconds) * 1000,
    )
  }

  #stallTimer(): NodeJS.Timeout {
    const { stallSeconds } = this.#task.patience
    return setTimeout(() => {
      this.end(
        'time',
        `Reading it came no further for ${stallSeconds} seconds and was ended. ` +
          'Split the file, or print the pages you need to a new PDF.',
        `La lectura no avanzó durante ${stallSeconds} segundos y se terminó. ` +
          'Divida el archivo, o imprima a un PDF nuevo las páginas que necesite.',
      )
    }, stallSeconds * 1000)
  }
}

/** Takes what comes back, piece by piece, and believes none of it unchecked. */
class Inbox {
  readonly #task: Task
  readonly #watch: Watch
  readonly #frames: FrameReader
  readonly children: Uint8Array[] = []
  #broken = false
  result: CheckedReading | Refusal | undefined
  answer: Uint8Array | undefined
  peakMemoryBytes: number | undefined
  /** Resolves with the last frame of the answer; never when the process ends before. */
  readonly whole: Promise<undefined>
  #setWhole: (nothing: undefined) => void = () => {}

  constructor(task: Task, watch: Watch) {
    this.#task = task
    this.#watch = watch
    this.#frames = new FrameReader(task.patience.outputBytes)
    this.whole = new Promise((resolve) => {
      this.#setWhole = resolve
    })
  }

  get isRefusal(): boolean {
    return this.result !== undefined && 'code' in this.result
  }

  take(chunk: Uint8Array): void {
    if (this.#broken) return
    try {
      for (const frame of this.#frames.push(chunk)) this.#open(frame)
    } catch (error) {
      this.#broken = true
      if (error instanceof OutputLimit)
        this.#watch.end(
          'output',
          `More than ${error.bytesMax} bytes came out of it: it is packed to flood. The reading was ended.`,
          `Salieron de él más de ${error.bytesMax} bytes: está comprimido para inundar. La lectura se terminó.`,
        )
      else
        this.#watch.end(
          'crashed',
          'The reading process gave an answer that it cannot give: the file may be hostile. Nothing of it was used.',
          'El proceso de lectura dio una respuesta que no puede dar: el archivo puede ser hostil. No se usó nada.',
        )
    }
  }

  #open({ kind, bytes }: Frame): void {
    switch (kind) {
      case 'progress': {
        const progress = checkProgress(bytes)
        this.#watch.moved(progress)
        this.#task.onProgress?.(progress)
        return
      }
      case 'child':
        // Each in memory of its own: a slice would keep the whole chunk.
        this.children.push(new Uint8Array(bytes))
        return
      case 'reading':
        this.result ??= checkReading(bytes, this.children)
        return
      case 'refusal':
        this.result ??= checkRefusal(bytes)
        return
      case 'answer':
        this.answer ??= new Uint8Array(bytes)
        return
      case 'cost':
        if (this.result === undefined && this.answer === undefined) throw new Error('the parse answered nothing')
        this.peakMemoryBytes = checkCost(bytes).peakMemoryBytes
        this.#setWhole(undefined)
    }
  }
}
