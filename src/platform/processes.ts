import { spawn } from 'node:child_process'

/** A program to run with the terminal of this one. */
export interface Program {
  readonly file: string
  readonly args: readonly string[]
  readonly folder: string
  /** Added to the environment of this process. */
  readonly env: Readonly<Record<string, string>>
}

export interface Processes {
  /** Runs to the end and answers with the exit code; 128 when a signal ended it. Rejects when it cannot start. */
  run(program: Program): Promise<number>
}

export const systemProcesses: Processes = {
  run: ({ file, args, folder, env }) =>
    new Promise((resolve, reject) => {
      const child = spawn(file, args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'inherit' })
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 128))
    }),
}

/** Starts nothing: answers with what `answer` says and remembers what was asked. For tests. */
export function pretendedProcesses(
  answer: (program: Program) => number,
): Processes & { readonly asked: Program[] } {
  const asked: Program[] = []
  return {
    asked,
    run(program) {
      asked.push(program)
      return Promise.resolve(answer(program))
    },
  }
}
