/**
 * The program that reads one document and ends. It runs in a process of its own, behind limits and without a network
 * (see `isolation.ts`): the document comes on standard input, frames go to standard output.
 * Usage: node worker.js [--warm]; `--warm` loads the PDF engine while it waits for its document.
 */
import { Console } from 'node:console'
import { Refused } from '../formats/reading.ts'
import type { RefusalCode } from '../formats/reading.ts'
import { parseBytes } from '../formats/parse.ts'
import { readRequest, writeFrame } from './frames.ts'
import type { FrameKind } from './frames.ts'

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8')

async function send(kind: FrameKind, bytes: Uint8Array): Promise<void> {
  for (const part of writeFrame(kind, bytes)) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(part, (error) => {
        if (error == null) resolve()
        else reject(error)
      })
    })
  }
}

async function receive(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What a broken file makes a parser throw, as one line. */
function asRefusal(error: unknown): { code: RefusalCode; message: string } {
  if (error instanceof Refused) return { code: error.code, message: error.message }
  const text = error instanceof Error ? error.message : String(error)
  if (
    /malloc|calloc|realloc|out of memory|Array buffer allocation|Invalid array length|Invalid string length/i.test(
      text,
    )
  ) {
    return { code: 'memory', message: 'Reading it needs more memory than one document may take.' }
  }
  const reason = text.replace(/\s+/g, ' ').slice(0, 200)
  return {
    code: 'malformed',
    message: `The file is damaged or not what it says it is (${reason}). Ask for another copy, or print it to PDF.`,
  }
}

async function run(): Promise<void> {
  // What parsers print must not get between the frames.
  globalThis.console = new Console(process.stderr, process.stderr)
  if (process.argv.includes('--warm')) await import('mupdf')
  const { name, bytes } = readRequest(await receive())
  let told = 0
  try {
    const { children, ...reading } = await parseBytes(bytes, name, (progress) => {
      const now = performance.now()
      if (now - told < 200) return
      told = now
      for (const part of writeFrame('progress', json(progress))) process.stdout.write(part)
    })
    const labels = children.map(({ name, statedName }) => ({ name, statedName }))
    for (const child of children) await send('child', child.bytes)
    await send('reading', json({ ...reading, children: labels }))
  } catch (error) {
    await send('refusal', json(asRefusal(error)))
  }
  await send('cost', json({ peakMemoryBytes: process.resourceUsage().maxRSS * 1024 }))
}

await run()
// Engines keep threads and timers; the answer is out, so the process ends.
process.exit(0)
