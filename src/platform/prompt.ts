import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks the person at the terminal. */
export interface Prompt {
  /** Whether there is a person at a terminal to ask. */
  readonly terminal: boolean
  /** What they typed, not shown while typing; nothing when there is no terminal. */
  secret(question: string): Promise<string | undefined>
  /** What they typed, shown while typing; nothing when there is no terminal, or when they ended the input. */
  line(question: string): Promise<string | undefined>
}

export const terminalPrompt: Prompt = {
  line(question) {
    if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return Promise.resolve(undefined)
    const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true })
    return new Promise((resolve) => {
      lines.once('close', () => resolve(undefined))
      lines.question(question, (answer) => {
        resolve(answer)
        lines.close()
      })
    })
  },
  terminal: process.stdin.isTTY === true && process.stderr.isTTY === true,
  secret(question) {
    if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return Promise.resolve(undefined)
    process.stderr.write(question)
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
    const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
    return new Promise((resolve) => {
      lines.question('', (answer) => {
        lines.close()
        process.stderr.write('\n')
        resolve(answer)
      })
    })
  },
}

/** Answers with the given words, in order. For tests. */
export const pretendedPrompt = (...answers: string[]): Prompt => ({
  terminal: answers.length > 0,
  secret: () => Promise.resolve(answers.shift()),
  line: () => Promise.resolve(answers.shift()),
})
