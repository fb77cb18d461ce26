/**
 * The morning of 19 February 2014 in the worked case: what goes out by itself, to whom, and what it says. The first of
 * the deadlines then running ends on the 26th, seven days ahead.
 */
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alertSettingsDefault, type AlertSettings, type Way } from '../../src/casework/index.ts'
import { openDesk, type OpenDesk, openWorkspace, type OpenWorkspace } from '../../src/compose.ts'
import { fixedClock, projectRoot, seededRandom, systemPlatform } from '../../src/platform/index.ts'
import { createApp, CSRF_HEADER, Readings, Sessions } from '../../src/server/index.ts'

const platform = { ...systemPlatform, clock: fixedClock('2014-02-19T08:00:00.000Z'), random: seededRandom(1) }
const secret = 'a secret made by chance'
let opened: OpenWorkspace
let hook: Server
const posted: Record<string, unknown>[] = []

beforeAll(async () => {
  opened = await openWorkspace({ platform, root: projectRoot(), env: {}, dataFolder: undefined }, { demo: true })
  hook = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      posted.push(JSON.parse(body) as Record<string, unknown>)
      response.end()
    })
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
}, 60_000)

afterAll(async () => {
  hook.closeAllConnections()
  hook.close()
  await opened.close()
})

const terminal: string[] = []
const here: Way = {
  name: 'terminal',
  tell: (alert) => {
    terminal.push(alert.key)
    return Promise.resolve()
  },
}

function desk(settings: AlertSettings = alertSettingsDefault): Promise<OpenDesk> {
  const complain = (text: string): never => {
    throw new Error(text)
  }
  return openDesk(opened, platform, { settings, language: 'en', here, complain })
}

describe('alerts', () => {
  it('go to the terminal only, unless somebody turned on more', async () => {
    await (await desk()).alerts.tick()
    expect(terminal).toHaveLength(1)
    expect(posted).toEqual([])
  })

  it('go to a webhook that was turned on, once, in words that name nobody, also after a restart', async () => {
    const place = hook.address()
    const port = typeof place === 'object' && place !== null ? place.port : 0
    const settings = { ...alertSettingsDefault, webhook: { address: `http://127.0.0.1:${port}/`, secret } }
    await (await desk(settings)).alerts.tick()
    await (await desk(settings)).alerts.tick()
    expect(terminal).toHaveLength(1)
    expect(posted).toHaveLength(1)
    const { deadline, file } = posted[0] ?? {}
    expect(posted[0]).toMatchObject({
      kind: 'ahead',
      safe: '2014-02-26T22:59Z',
      title: `Deadline ${String(deadline)} · file ${String(file)}: 7 days left`,
    })
    expect(JSON.stringify(posted)).not.toMatch(/pavlov|spain|madrid|surrender|extradition/i)
  })
})

describe('the workbench', () => {
  it('gives out the calendar to who is signed in, and a feed to who has its address, until it is closed', async () => {
    const sessions = new Sessions(platform.random)
    const app = createApp({
      workspace: opened.workspace,
      sessions,
      kept: opened.kept,
      readings: new Readings(),
      clock: platform.clock,
      pages: new Map(),
      desk: await desk(),
    })
    const calendar = '/api/cases/pavlov-2014/calendar.ics'
    expect((await app.request(calendar)).status).toBe(401)
    const session = sessions.signIn(sessions.issueToken(), 'Person A')
    const signed = {
      headers: { cookie: `forestay=${session?.id ?? ''}`, [CSRF_HEADER]: session?.csrf ?? '' },
    }
    const own = await app.request(calendar, signed)
    expect(own.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const neutral = await own.text()
    expect(neutral).toContain('DTSTART;VALUE=DATE:20140226')
    expect(neutral).not.toMatch(/pavlov|spain|madrid|surrender/i)
    expect(await (await app.request(`${calendar}?wording=full`, signed)).text()).toContain('Ten days to send the')

    const feed = '/api/cases/pavlov-2014/feed'
    const state = async (): Promise<unknown> => (await app.request(feed, signed)).json()
    expect(await state()).toEqual({ open: false })
    const made = (await (await app.request(feed, { ...signed, method: 'POST' })).json()) as { path: string }
    expect(await state()).toEqual({ open: true })
    // Full words are never had without a session.
    const fetched = await app.request(`${made.path}?wording=full`)
    expect(fetched.status).toBe(200)
    const text = await fetched.text()
    expect(text).toContain('DTSTART;VALUE=DATE:20140226')
    expect(text).not.toMatch(/pavlov|spain|madrid|surrender/i)
    expect(text.match(/UID:\w+/)?.[0]).toBe(neutral.match(/UID:\w+/)?.[0])
    expect((await app.request(`/feed/${'0'.repeat(64)}/deadlines.ics`)).status).toBe(404)
    expect((await app.request(feed, { ...signed, method: 'DELETE' })).status).toBe(204)
    expect((await app.request(made.path)).status).toBe(404)
  })
})
