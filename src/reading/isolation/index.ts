// The walls, for other work on hostile files. Loads no PDF engine.
export { compiledWorker } from './compiled-worker.ts'
export { startIsolated } from './run.ts'
export type { IsolatedAnswer, IsolatedTask, IsolatedWorker } from './run.ts'
export { asRefusal, serve } from './serve.ts'
export type { Lines } from './serve.ts'
