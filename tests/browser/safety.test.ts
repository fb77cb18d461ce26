import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentsAnswer } from '../../src/casework/index.ts'
import { contentSecurityPolicy } from '../../src/server/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const CASE = '/case/pavlov-2014'
const MORNING = 'knownBy=2014-02-19T09:00'
const screens = ['standing', 'timeline', 'contested', 'documents', 'reader', 'people', 'evidence', 'assurances']

/** Things that must stay text wherever they are shown. */
const hostile = [
  '<img src=x onerror="window.broken=1">.txt',
  '<script>window.broken=1</script>.txt',
  '"><svg onload=window.broken=1>.txt',
  'javascript:window.broken=1.txt',
  '{{constructor.constructor("window.broken=1")()}}.txt',
  `${'‮'}gpj.exe ${'a'.repeat(180)}.txt`,
]

describe.skipIf(noBrowser)('the pages keep to themselves', { timeout: 90_000 }, () => {
  let workbench: Workbench
  let window: Window
  beforeAll(async () => {
    workbench = await openWorkbench()
    window = await workbench.signIn('Ana Ruiz')
  })
  afterAll(() => workbench?.close())

  it('the policy allows nothing inline and nothing foreign', async () => {
    const response = await window.context.request.get(`${workbench.address}/`)
    expect(response.headers()['content-security-policy']).toBe(contentSecurityPolicy)
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
    await window.go('/')
    await window.page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'window.broken = 1'
      document.body.append(script)
    })()`)
    expect(await window.page.evaluate('window.broken')).toBeUndefined()
    window.faults.length = 0
  })

  it('without the second secret nothing changes, and without a session nothing is read', async () => {
    const forged = await window.context.request.post(`${workbench.address}/api/cases/pavlov-2014/acts`, {
      data: {},
    })
    expect(forged.status()).toBe(403)
    const stranger = await workbench.browser.newContext()
    expect((await stranger.request.get(`${workbench.address}/api/cases`)).status()).toBe(401)
    await stranger.close()
  })

  it('a paper’s name and content cannot run script or break the page', async () => {
    await window.go(`${CASE}/documents?${MORNING}`)
    await window.page.setInputFiles(
      'input[type=file]',
      hostile.map((name) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(`${name}\n${hostile.join('\n')}`),
      })),
    )
    await window.page.waitForSelector('[data-drop=done]', {
      timeout: 80_000,
    })
    const { documents } = await window.get<DocumentsAnswer>(`/api/cases/pavlov-2014/documents?${MORNING}`)
    const arrived = documents.filter((d) => d.publisher === '–')
    expect(arrived).toHaveLength(hostile.length)
    for (const paper of arrived) {
      await window.go(`${CASE}/reader/${paper.id}?${MORNING}`)
      expect(await window.page.innerText('main')).toContain(hostile[1])
    }
    await window.go(`${CASE}/search?${MORNING}`)
    await window.page.fill('.search', 'broken')
    await window.page.waitForSelector('#found-documents-title')
    expect(await window.page.evaluate('window.broken')).toBeUndefined()
    expect(window.faults).toEqual([])
  })

  it('axe finds nothing on any screen, in light and dark', async () => {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.page.emulateMedia({ colorScheme })
      const seen =
        colorScheme === 'light' ? [...screens, 'what-if', 'law', 'search', 'history'] : ['standing', 'reader']
      for (const screen of seen) {
        await window.go(`${CASE}/${screen}?${MORNING}`)
        await window.page.evaluate(axe.source)
        const violations = (await window.page.evaluate(
          `axe
            .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
            .then((r) => r.violations.map((v) => v.id + ' ' + v.nodes[0].html.slice(0, 120)))`,
        )) as string[]
        found.push(...violations.map((v) => `${screen} ${colorScheme}: ${v}`))
      }
    }
    expect(found).toEqual([])
  })

  it('fits a screen of 360 pixels', async () => {
    const narrow = await workbench.signIn('Ana Ruiz', { viewport: { width: 360, height: 760 } })
    for (const screen of screens) {
      await narrow.go(`${CASE}/${screen}?${MORNING}`)
      await settled(narrow.page)
      const over = await narrow.page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(over, screen).toBeLessThanOrEqual(0)
    }
  })
})
