import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openWorkspace } from '../compose.ts'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import { createApp, CSRF_HEADER, Drafting, Readings, routes, Sessions } from './index.ts'

type Json = Record<string, unknown>
type App = ReturnType<typeof createApp>

const MORNING = '?knownBy=2014-02-19T09:00'
const BASE = '/api/cases/pavlov-2014'

describe('the addresses of the program', { timeout: 120_000 }, () => {
  let app: App
  let close: () => Promise<void>
  let signedIn: Record<string, string>
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    app.request(path, { ...init, headers: signedIn })
  const get = async (path: string): Promise<Json> => (await (await ask(path)).json()) as Json

  beforeAll(async () => {
    const source = { platform: systemPlatform, root: projectRoot(), env: {}, dataFolder: undefined }
    const opened = await openWorkspace(source, { demo: true })
    const sessions = new Sessions(systemPlatform.random)
    close = () => opened.close()
    app = createApp({
      workspace: opened.workspace,
      sessions,
      kept: opened.kept,
      clock: systemPlatform.clock,
      pages: new Map(),
      readings: new Readings(),
      drafting: new Drafting(systemPlatform.files, projectRoot(), [projectRoot()]),
    })
    const signIn = await app.request('/api/session', {
      method: 'POST',
      body: JSON.stringify({ token: sessions.issueToken(), name: 'Ana' }),
    })
    const { csrf } = z.object({ csrf: z.string() }).parse(await signIn.json())
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    signedIn = { cookie, [CSRF_HEADER]: csrf }
  })
  afterAll(() => close())

  it('are those of the OpenAPI document, one for one', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(await get('/api/openapi.json'))
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`),
    )
    const mounted = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`)
    expect(described.toSorted()).toEqual(mounted.toSorted())
  })

  it('refuse in the form that the document names', async () => {
    for (const [path, status] of [
      ['/api/cases/nobody/standing', 404],
      [`${BASE}/why/nothing-of-that-name`, 404],
      [`${BASE}/documents/nothing`, 404],
      [`${BASE}/search?words=...`, 400],
      [`${BASE}/search`, 400],
      [`${BASE}/standing?knownBy=yesterday`, 400],
      ['/api/elsewhere', 404],
    ] as const) {
      const response = await ask(path)
      expect(response.status, path).toBe(status)
      expect(Object.keys((await response.json()) as Json), path).toEqual(['problem', 'what', 'remedy'])
    }
  })

  it('answer what the document says they answer', async () => {
    const parts: Readonly<Record<string, string>> = {
      case: 'pavlov-2014',
      conclusion: 'es.asylum-appeal.urgent-stay',
      document: 'press-item-retelling',
      id: 'echr.rule-39',
      kind: 'statement',
    }
    const read = routes.filter(({ method, answer }) => method === 'get' && answer !== 'bytes')
    for (const { path, answer } of read) {
      const address = path.replaceAll(/:(\w+)/gu, (_, name: string) => parts[name] ?? '')
      const words = path.endsWith('/search') ? '&words=torture' : ''
      const response = await ask(`${address}${MORNING}${words}`)
      if (response.headers.get('content-type')?.includes('json') !== true) {
        expect(answer, `${address} answers no JSON`).toBeUndefined()
        continue
      }
      const told = (await response.json()) as Json
      // Calendars need parts that this program was started without, and it says so.
      if (response.status === 404 && told['remedy'] === 'Start it with ./forestay start.') continue
      expect(response.status, `${address}: ${JSON.stringify(told).slice(0, 200)}`).toBe(200)
      const parsed = answer === undefined || answer === 'bytes' ? undefined : answer.safeParse(told)
      expect(parsed?.error?.issues.slice(0, 3), address).toBeUndefined()
    }
  })

  it('say nothing to a stranger', async () => {
    for (const { method, path, open } of routes) {
      if (open === true) continue
      const response = await app.request(path.replaceAll(/:\w+/gu, 'x'), { method: method.toUpperCase() })
      expect(response.status, `${method} ${path}`).toBe(401)
    }
  })
})
