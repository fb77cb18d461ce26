/** P21: reading a document calls nobody: our code has no way to, and where the system can, the network is cut. */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isolationLevels } from '../../src/reading/index.ts'
import { projectRoot } from '../../src/platform/index.ts'
import { bytesOf } from '../corpus/documents.ts'
import { compiledReader } from '../corpus/worker.ts'

const open = compiledReader()

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}

const calls = new RegExp(
  String.raw`from '(?:node:)?(?:net|http|https|http2|tls|dgram|dns)|\bfetch\(|` +
    String.raw`new (?:WebSocket|EventSource|XMLHttpRequest)`,
)

describe('The code that reads documents', () => {
  it('uses no network function of Node.js or of the web', () => {
    const folder = join(projectRoot(), 'src', 'reading')
    const calling = sourcesUnder(folder)
      .filter((path) => !path.includes('second-reader'))
      .filter((path) => calls.test(readFileSync(path, 'utf8')))
    expect(calling).toEqual([])
  })
})

describe.each(isolationLevels)('A reading process taken over by its document, behind "%s"', (strongest) => {
  it('reaches no server, unless the system cannot cut its network and we say so', async () => {
    let reached = 0
    const server = createServer((socket) => {
      reached += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const reader = await open({ misbehaving: true, strongest })
    const outcome = await reader.read(bytesOf(`connect ${port}`), 'a.txt')
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve()
      })
    })
    if (reader.isolation.level === 'process') {
      expect(reader.isolation.says).toContain('does not cut off their network')
    } else {
      expect(reached).toBe(0)
      expect(outcome).toMatchObject({
        status: 'refused',
        refusal: { message: expect.stringMatching(/^failed E(?:CONNREFUSED|NETUNREACH)/) as unknown },
      })
    }
  })
})
