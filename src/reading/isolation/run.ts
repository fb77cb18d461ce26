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

/**
 * Starts the compiled program `worker` in a process of its own and gives it one task. The worker must call
 * `serve`, and lie three folders below the folder that holds `src/`, as `src/reading/isolation/worker.js` does: that
 * folder and the packages are all that it can read. Never rejects.
 */
export async function runIsolated(
  worker: string,
  { job, bytes, patience, signal }: IsolatedTask,
  strongest?: IsolationLevel,
): Promise<IsolatedAnswer> {
  try {
    // Looking for the walls takes longer than a small task, and they do not change while the program runs.
    walls ??= findIsolation()
    const isolation = strongest === undefined ? await walls : await findIsolation(strongest)
    const process = new ParseProcess(commandFor(worker, isolation, false))
    const task = { name: job, bytes, patience: { ...defaultPatience, ...patience }, signal }
    const result = await process.run(task)
    return 'code' in result ? { status: 'refused', refusal: result } : { status: 'done', ...result }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The isolated process could not be started (${reason}). Try again.`
    const spanish = `No se pudo iniciar el proceso aislado (${reason}). Inténtelo de nuevo.`
    return { status: 'refused', refusal: { code: 'not-started', message, spanish } }
  }
}
