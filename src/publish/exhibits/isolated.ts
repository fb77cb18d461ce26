/** The door to the isolated worker: one job a process. */
import { compiledWorker, startIsolated } from '../../reading/isolation/index.ts'
import type { IsolatedWorker } from '../../reading/isolation/index.ts'
import type { Job } from './jobs.ts'
import { BINDING_SECONDS_MAX, BUNDLE_BYTES_MAX, EXHIBIT_SECONDS_MAX, PAGE_SECONDS_MAX } from './limits.ts'

export interface WorkerOptions {
  /** The compiled `worker.js`; found beside this file, or in `dist/` when this runs from its source. */
  readonly worker?: string
  /** Workers that were started before their jobs were known. */
  readonly press?: Press
  readonly signal?: AbortSignal
}

/** Workers for one bundle, started while its paper is still drafted: each takes half a second to be ready. */
export interface Press {
  /** One that is ready, for one job; undefined when all were taken. */
  take(): IsolatedWorker | undefined
  /** Ends those that were not needed. */
  close(): void
}

/** Starts what an ordinary bundle needs: the worker that draws its exhibits, and the one that binds them. */
export function createPress(worker = workerOfExhibits()): Press {
  const waiting = [startIsolated(worker), startIsolated(worker)]
  return {
    take: () => waiting.shift(),
    close() {
      for (const each of waiting.splice(0)) each.close()
    },
  }
}

const workerOfExhibits = (): string => compiledWorker('publish/exhibits')

export type WorkerAnswer =
  | { readonly status: 'done'; readonly answer: unknown; readonly files: readonly Uint8Array[] }
  /** Why not, in a sentence; `broken` when the process itself ended and a part of the job may be to blame. */
  | { readonly status: 'refused'; readonly why: string; readonly broken: boolean }

/** Never rejects. `files` are joined to one run of bytes; the job says how long each is. */
export async function askWorker(
  job: Job,
  files: readonly Uint8Array[],
  options: WorkerOptions,
): Promise<WorkerAnswer> {
  const onHostileFiles = job.do === 'draw' || job.do === 'redact'
  const worker = options.press?.take() ?? startIsolated(options.worker ?? workerOfExhibits())
  const result = await worker.run({
    job: JSON.stringify(job),
    bytes: files.length === 1 ? (files[0] ?? new Uint8Array()) : Buffer.concat(files),
    patience: {
      parseSeconds: onHostileFiles ? EXHIBIT_SECONDS_MAX : BINDING_SECONDS_MAX,
      stallSeconds: onHostileFiles ? PAGE_SECONDS_MAX : BINDING_SECONDS_MAX,
      outputBytes: BUNDLE_BYTES_MAX,
    },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  if (result.status === 'refused') {
    const broken = !['malformed', 'not-started', 'cancelled'].includes(result.refusal.code)
    return { status: 'refused', why: result.refusal.message, broken }
  }
  try {
    const answer: unknown = JSON.parse(Buffer.from(result.answer).toString('utf8'))
    return { status: 'done', answer, files: result.children }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { status: 'refused', why: 'The isolated process gave an answer that it cannot give.', broken: true }
  }
}
