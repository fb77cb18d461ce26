import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openWorkspace } from '../compose.ts'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import { createApp, CSRF_HEADER, Readings, Sessions } from './index.ts'

const BASE = '/api/cases/pavlov-2014'
const MORNING = 'knownBy=2014-02-19T09:00'

const Arrived = z.object({
  documents: z.array(
    z.object({
      document: z.string(),
      known: z.boolean(),
      refused: z.string().nullable(),
      path: z.array(z.string()),
    }),
  ),
  count: z.object({ in: z.number(), read: z.number(), refused: z.number() }),
})

let app: ReturnType<typeof createApp>
let close: () => Promise<void>
let signedIn: Record<string, string>

const bring = async (name: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<z.infer<typeof Arrived>> => {
  const path = `${BASE}/documents?name=${encodeURIComponent(name)}&arrived=2014-02-18`
  const response = await app.request(path, { method: 'POST', headers: signedIn, body: bytes })
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return Arrived.parse(JSON.parse(text))
}
const get = async (path: string): Promise<unknown> =>
  (await app.request(`${BASE}/${path}`, { headers: signedIn })).json()

beforeAll(async () => {
  const source = { platform: systemPlatform, root: projectRoot(), env: {}, dataFolder: undefined }
  const opened = await openWorkspace(source, { demo: true })
  const sessions = new Sessions(systemPlatform.random)
  const readings = new Readings()
  close = async () => {
    await readings.close()
    await opened.close()
  }
  app = createApp({
    workspace: opened.workspace,
    sessions,
    readings,
    kept: opened.kept,
    clock: systemPlatform.clock,
    pages: new Map(),
  })
  const answer = await app.request('/api/session', {
    method: 'POST',
    body: JSON.stringify({ token: sessions.issueToken(), name: 'Ana' }),
  })
  const { csrf } = z.object({ csrf: z.string() }).parse(await answer.json())
  signedIn = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', [CSRF_HEADER]: csrf }
})
afterAll(() => close())

it('a paper arrives once, however often it is brought', async () => {
  const first = await bring('a letter.txt', 'A letter says that he is held in Madrid.')
  const again = await bring('the same letter.txt', 'A letter says that he is held in Madrid.')
  expect(first.documents[0]).toMatchObject({ known: false, refused: null })
  expect(again.documents[0]).toMatchObject({ known: true, document: first.documents[0]?.document })
})

it('of an archive every paper is kept, and what cannot be read is kept with the reason', async () => {
  const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words)
  const archive = zipSync({
    'one.txt': text('The first paper of the bundle.'),
    'two.txt': text('The second paper of the bundle.'),
    'broken.pdf': text('%PDF-1.7 and then nothing that could be read'),
  })
  const { documents, count } = await bring('bundle.zip', new Uint8Array(archive))
  expect(documents.map(({ path }) => path.at(-1))).toEqual(['bundle.zip', 'one.txt', 'two.txt', 'broken.pdf'])
  expect(count.in).toBe(count.read + count.refused)
  expect(documents.at(-1)?.refused).not.toBeNull()
})

it('what arrived is found by its words', async () => {
  const { hits } = z
    .object({ hits: z.array(z.object({ kind: z.string(), snippet: z.string() })) })
    .parse(await get(`search?${MORNING}&words=second+bundle`))
  expect(hits).toEqual([{ kind: 'document', snippet: 'The second paper of the bundle.' }])
})

it('a mirror of a paper that is held is seen as a copy', async () => {
  const original = await readFile(
    join(projectRoot(), 'examples', 'pavlov-2014', 'originals', 'press-item-retelling.txt'),
    'utf8',
  )
  const { documents } = await bring('mirror.txt', `Reposted.\n${original}`)
  const { copies } = z
    .object({ copies: z.array(z.object({ of: z.string(), share: z.number() })) })
    .parse(await get(`documents/${documents[0]?.document ?? ''}/copies?knownBy=2014-02-20T09:00`))
  expect(copies[0]?.of).toBe('press-item-retelling')
  expect(copies[0]?.share).toBeGreaterThan(0.9)
})
