/** Any worker of ours behind the same walls as a parse: for other work on hostile files. */
import type { Refusal } from '../formats/reading.ts'
import { commandFor, findIsolation } from './isolation.ts'
import type { Isolation, IsolationLevel } from './isolation.ts'
import { defaultPatience, ParseProcess } from './parse-process.ts'
import type { Patience } from './parse-process.ts'

/** One request to a worker: what to do (often JSON), and the bytes to do it with. */
export interface IsolatedTask {
  readonly job: string
  readonly bytes: Uint8Array
  readonly patience?: Partial<Patience>
  readonly signal?: AbortSignal
}

/** The worker's answer and the files it sent. Neither is checked: whoever asked must not believe them. */
export type IsolatedAnswer =
  | { readonly status: 'done'; readonly answer: Uint8Array; readonly children: readonly Uint8Array[] }
  | { readonly status: 'refused'; readonly refusal: Refusal }

let walls: Promise<Isolation> | undefined

/** A worker in a process of its own that waits for its one task, with all that it needs loaded. */
export interface IsolatedWorker {
  /** Gives it its task. Never rejects. */
  run(task: IsolatedTask): Promise<IsolatedAnswer>
  /** Ends it when it is not needed after all. */
  close(): void
}

/**
 * Starts the compiled program `worker` in a process of its own. The worker must call `serve`, and lie three folders
 * below the folder that holds `src/`, as `src/reading/isolation/worker.js` does: that folder and the packages are all
 * that it can read.
 */
export function startIsolated(worker: string, strongest?: IsolationLevel): IsolatedWorker {
  // Looking for the walls takes longer than a small task, and they do not change while the program runs.
  walls ??= findIsolation()
  const starting = (strongest === undefined ? walls : findIsolation(strongest)).then(
    (isolation) => {
      const parse = new ParseProcess(commandFor(worker, isolation, false))
      // Waiting, it does not keep the program from ending; its task does.
      parse.unref()
      return parse
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  return {
    async run({ job, bytes, patience, signal }) {
      try {
        const parse = await starting
        if (typeof parse === 'string') return notStarted(parse)
        const task = { name: job, bytes, patience: { ...defaultPatience, ...patience }, signal }
        const result = await parse.run(task)
        return 'code' in result ? { status: 'refused', refusal: result } : { status: 'done', ...result }
      } catch (error) {
        return notStarted(error instanceof Error ? error.message : String(error))
      }
    },
    close() {
      void starting.then((parse) => {
        if (typeof parse !== 'string') parse.kill()
      })
    },
  }
}

function notStarted(reason: string): IsolatedAnswer {
  const message = `The isolated process could not be started (${reason}). Try again.`
  const spanish = `No se pudo iniciar el proceso aislado (${reason}). Inténtelo de nuevo.`
  return { status: 'refused', refusal: { code: 'not-started', message, spanish } }
}
