/**
 * The program that reads documents, one after another, until its input ends. It runs in a process of its own, behind
 * limits and without a network (see `isolation.ts`): documents come on standard input, frames go to standard output.
 * After a document that could not be read it ends.
 * Usage: node worker.js [--warm]; `--warm` loads the PDF engine while it waits for its first document.
 */
import { makeReadyForNext, parseBytes } from '../formats/parse.ts'
import { serve } from './serve.ts'

await serve(
  async (name, bytes, lines) => {
    const { children, ...reading } = await parseBytes(bytes, name, lines.progress)
    const labels = children.map(({ name, statedName }) => ({ name, statedName }))
    for (const child of children) await lines.send('child', child.bytes)
    await lines.sendJson('reading', { ...reading, children: labels })
  },
  { warm: () => import('../formats/pdf/engine.ts'), makeReady: makeReadyForNext },
)
