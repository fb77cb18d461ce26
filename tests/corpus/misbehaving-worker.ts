/**
 * A reading process that has been taken over by its document, and does what the document's text says. It shows what
 * the walls hold. What it managed is told as a refusal.
 */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { readRequests, writeFrame } from '../../src/reading/isolation/frames.ts'

const send = (kind: 'reading' | 'refusal' | 'child' | 'cost', value: unknown): Promise<void> =>
  new Promise((resolve) => {
    const bytes = value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value))
    for (const part of writeFrame(kind, bytes))
      process.stdout.write(part, () => {
        resolve()
      })
  })

const tell = async (message: string): Promise<never> => {
  await send('refusal', { code: 'malformed', message })
  process.exit(0)
}

const attempt = (what: () => unknown): string => {
  try {
    return `done ${String(what())}`
  } catch (error) {
    return `failed ${(error as NodeJS.ErrnoException).code ?? String(error)}`
  }
}

const first = await readRequests(process.stdin).next()
const bytes = first.done === true ? new Uint8Array() : first.value.bytes
const [deed = '', argument = ''] = Buffer.from(bytes).toString('utf8').split(' ')

const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
  connect: async () => {
    const socket = connect({ host: '127.0.0.1', port: Number(argument) })
    socket.on('connect', () => {
      void tell('done connect')
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      void tell(`failed ${error.code ?? error.message}`)
    })
    await new Promise(() => {})
  },
  write: () =>
    tell(
      attempt(() => {
        writeFileSync(argument, 'written by a document')
      }),
    ),
  read: () => tell(attempt(() => readFileSync(argument, 'utf8'))),
  home: () => tell(attempt(() => readFileSync(`${homedir()}/.profile`, 'utf8').length)),
  environment: () => tell(JSON.stringify(process.env)),
  eat: () => {
    const held: Uint8Array[] = []
    for (;;) held.push(new Uint8Array(64 * 1024 * 1024).fill(1))
  },
  fork: async () => {
    // A grandchild that would outlive its parent.
    spawn('/bin/sh', ['-c', 'sleep 600'], { detached: true, stdio: 'ignore' })
    await new Promise(() => {})
  },
  spin: () => {
    for (;;) Math.sqrt(2)
  },
  flood: async () => {
    for (;;) await send('child', new Uint8Array(1024 * 1024))
  },
  die: async () => {
    process.abort()
  },
  babble: async () => {
    process.stdout.write('this is no frame at all, it is only noise')
    await new Promise(() => {})
  },
  lie: async () => {
    await send('reading', {
      mediaType: 'text/plain',
      layer: 1,
      text: 'short',
      metadata: {},
      hidden: [],
      children: [],
      warnings: [],
      pages: [{ number: 1, start: 0, end: 5000, spans: [], origin: 'text' }],
    })
    process.exit(0)
  },
  chatter: async () => {
    const reading = (text: string): unknown => ({
      mediaType: 'text/plain',
      layer: 1,
      text,
      metadata: {},
      hidden: [],
      children: [],
      warnings: [],
      pages: [{ number: 1, start: 0, end: text.length, spans: [], origin: 'text' }],
    })
    await send('reading', reading('first'))
    await send('cost', { peakMemoryBytes: 1 })
    setTimeout(() => void send('reading', reading('forged')), 100)
    await new Promise(() => {})
  },
  confirm: async () => {
    await send('child', new Uint8Array([1]))
    await send('reading', {
      mediaType: 'text/plain',
      layer: 1,
      text: 'x',
      metadata: {},
      hidden: [],
      warnings: [],
      children: [{ name: '../../evil' }],
      pages: [{ number: 1, start: 0, end: 1, spans: [], origin: 'text' }],
      claims: [{ id: 'c1' }],
      positions: [{ stance: 'accepted' }],
      status: 'confirmed',
    })
    process.exit(0)
  },
}

await deeds[deed]?.()
