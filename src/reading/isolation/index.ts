// The walls, for other work on hostile files. Loads no PDF engine.
export { compiledWorker } from './compiled-worker.ts'
export { runIsolated } from './run.ts'
export type { IsolatedAnswer, IsolatedTask } from './run.ts'
export { asRefusal, serve } from './serve.ts'
export type { Lines } from './serve.ts'
