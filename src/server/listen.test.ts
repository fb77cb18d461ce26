import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../compose.ts'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import { Drafting, listen, Readings, Sessions } from './index.ts'

const file = (text: string, mediaType: string) => ({ bytes: new TextEncoder().encode(text), mediaType })

describe('the workbench on its own machine', { timeout: 60_000 }, () => {
  let server: Awaited<ReturnType<typeof listen>>
  let isOpened = false
  let end: () => Promise<void>

  beforeAll(async () => {
    const source = { platform: systemPlatform, root: projectRoot(), env: {}, dataFolder: undefined }
    const opened = await openWorkspace(source, { demo: true, empty: true })
    const { workspace, kept } = opened
    const pages = new Map([
      ['/index.html', file('<!doctype html>', 'text/html')],
      ['/app.js', file('export {}', 'text/javascript')],
    ])
    const sessions = new Sessions(systemPlatform.random)
    const drafting = new Drafting(systemPlatform.files, projectRoot(), [projectRoot()])
    const readings = new Readings()
    server = await listen({ workspace, kept, sessions, readings, drafting, clock: systemPlatform.clock, pages }, 0)
    void server.opened.then(() => {
      isOpened = true
    })
    end = async () => {
      await server.close()
      await opened.close()
    }
  })
  afterAll(() => end())

  it('counts as opened once a browser has its script, and not before', async () => {
    await (await fetch(server.address)).text()
    await (await fetch(`${server.address}/law`)).text()
    expect(isOpened).toBe(false)
    expect(await (await fetch(`${server.address}/app.js`)).text()).toBe('export {}')
    await server.opened
    expect(isOpened).toBe(true)
  })
})
