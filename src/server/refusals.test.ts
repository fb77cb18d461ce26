/** What the program refuses is told in the language of who is refused. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openWorkspace } from '../compose.ts'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import { createApp, CSRF_HEADER, Readings, Sessions } from './index.ts'

const BASE = '/api/cases/pavlov-2014'
const Problem = z.object({ problem: z.string(), what: z.string(), remedy: z.string() })
type Problem = z.infer<typeof Problem>

let app: ReturnType<typeof createApp>
let close: () => Promise<void>
let signedIn: Record<string, string>

beforeAll(async () => {
  const source = { platform: systemPlatform, root: projectRoot(), env: {}, dataFolder: undefined }
  const opened = await openWorkspace(source, { demo: true })
  const sessions = new Sessions(systemPlatform.random)
  const readings = new Readings()
  close = async () => {
    await readings.close()
    await opened.close()
  }
  const { workspace, kept } = opened
  app = createApp({ workspace, sessions, readings, kept, clock: systemPlatform.clock, pages: new Map() })
  const body = JSON.stringify({ token: sessions.issueToken(), name: 'Ana' })
  const answer = await app.request('/api/session', { method: 'POST', body })
  const { csrf } = z.object({ csrf: z.string() }).parse(await answer.json())
  signedIn = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', [CSRF_HEADER]: csrf }
})
afterAll(() => close())

/** As the pages ask: acts have no `lang` in their address, so the language goes in a header. */
async function refused(path: string, language: string, body?: object): Promise<Problem> {
  const headers = { ...signedIn, 'accept-language': language }
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  return Problem.parse(await (await app.request(path, sent)).json())
}

const last = async (): Promise<number> => {
  const answer: unknown = await (await app.request(`${BASE}/last`, { headers: signedIn })).json()
  return z.object({ last: z.number() }).parse(answer).last
}

const ownCopy = {
  kind: 'document',
  document: { id: 'x', title: 'X', publisher: 'X', disclosure: 'internal', copyOf: 'x' },
}

it('an act that the record refuses', async () => {
  const act = { expectedLast: await last(), bodies: [ownCopy] }
  expect((await refused(`${BASE}/acts`, 'es', act)).what).toContain('es copia o relato de sí mismo')
  expect((await refused(`${BASE}/acts`, 'en', act)).what).toContain('is a copy or retelling of itself')
})

it('an act that came too late', async () => {
  const act = { expectedLast: 1, bodies: [ownCopy] }
  expect(await refused(`${BASE}/acts`, 'es', act)).toMatchObject({
    problem: 'conflict',
    what: 'El caso ha cambiado desde que lo abrió.',
    remedy: 'Mire qué ha cambiado y decida de nuevo.',
  })
})

it('something of another form, a case and an address that are not there, a day that is none', async () => {
  expect((await refused(`${BASE}/acts`, 'es', { bodies: [] })).what).toMatch(
    /^No se pudo leer lo enviado\. .*inválida/u,
  )
  expect((await refused('/api/cases/nobody/standing?lang=es', 'en')).what).toBe('No existe ese caso.')
  expect((await refused('/api/nothing', 'es')).what).toBe('No existe esa dirección.')
  expect((await refused(`${BASE}/standing?at=soon&lang=es`, 'en')).what).toContain('no es una fecha')
})

it('whoever has not signed in', async () => {
  const answer = await app.request(`${BASE}/standing?lang=es`)
  expect(Problem.parse(await answer.json()).what).toBe('No ha iniciado sesión.')
})
