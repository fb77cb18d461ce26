import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StandingAnswer } from '../../src/casework/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const CASE = '/case/pavlov-2014'
const text = (window: Window, selector: string): Promise<string> => window.page.innerText(selector)

describe.skipIf(noBrowser)('the six days of February 2014, through the pages', { timeout: 90_000 }, () => {
  let workbench: Workbench
  let window: Window
  beforeAll(async () => {
    workbench = await openWorkbench()
    window = await workbench.signIn('Ana Ruiz')
  })
  afterAll(() => workbench?.close())

  it('on the 19th the first screen says who can stop it, what expires, what binds whom, what to ask', async () => {
    await window.page.click('text=Aleksandr Pavlov, Spain to Kazakhstan')
    await window.page.waitForSelector('#stops-title')
    await settled(window.page)
    for (const id of ['stops', 'clocks', 'duties', 'questions']) {
      const box = await window.page.locator(`#${id}-title`).boundingBox()
      expect(box === null ? Infinity : box.y + box.height, id).toBeLessThan(780)
    }
    expect(await text(window, '.stops li:first-child')).toContain('Audiencia Nacional, Administrative Chamber')
    expect(await text(window, '.stops')).toContain('European Court of Human Rights')
  })

  it('four days earlier nobody knew of the cabinet’s decision, and no page names it', async () => {
    for (const screen of ['standing', 'timeline', 'contested', 'documents', 'evidence']) {
      await window.go(`${CASE}/${screen}?knownBy=2014-02-13T09:00`)
      expect(await text(window, 'main'), screen).not.toMatch(/14 Feb 2014|19 Feb 2014|Feb(ruary)? 2015/)
    }
  })

  it('why opens down to the words in the document', async () => {
    await window.go(`${CASE}/standing?knownBy=2014-02-19T20:00&why=echr.3.real-risk`)
    await window.page.waitForSelector('#why-title')
    const link = window.page.locator('dialog .claims a', { hasText: 'press item' }).first()
    await link.click()
    await window.page.waitForSelector('mark.chosen')
    expect(await text(window, 'mark.chosen')).toContain('torture')
  })

  it('the press item’s “all remedies exhausted” is shown as an assertion, and tested', async () => {
    await window.go(`${CASE}/standing?knownBy=2014-02-19T20:00`)
    expect(await text(window, '#assertions-title')).not.toBe('')
    const said = await text(window, 'section:has(#assertions-title)')
    expect(said).toContain('Amnesty International')
  })

  it('what if Strasbourg had stepped in: the duty to comply would bind', async () => {
    await window.go(`${CASE}/what-if?knownBy=2014-02-19T09:00`)
    await window.page.click('.suppose button[type=submit]')
    await window.page.waitForSelector('#changes-title')
    expect(await text(window, 'section:has(#changes-title)')).toContain('To comply with the interim measure')
  })

  it('rival dates stand side by side with their sources', async () => {
    await window.go(`${CASE}/contested?knownBy=2014-03-21T09:00`)
    expect(await window.page.locator('.rival').count()).toBeGreaterThan(4)
  })

  it.each(['en', 'es'])('shows what standing --json says (%s)', async (lang) => {
    const asked = `knownBy=2014-02-19T09:00${lang === 'en' ? '' : '&lang=es'}`
    await window.go(`${CASE}/standing?${asked}`)
    const answer = await window.get<StandingAnswer>(`/api/cases/pavlov-2014/standing?${asked}`)
    const page = await text(window, 'main')
    expect(page).toContain(answer.headline)
    for (const stop of answer.stops.filter((s) => s.status !== 'unknown')) {
      expect(page).toContain(stop.bodyTitle)
      expect(page).toContain(stop.title)
    }
    expect(await window.page.locator('.way').count()).toBe(
      answer.stops.filter((s) => s.status !== 'unknown').length,
    )
  })

  it('speaks Spanish on every screen: no English word of the pages is left', async () => {
    const screens = ['standing', 'timeline', 'contested', 'documents', 'reader', 'people', 'evidence', 'assurances']
    for (const screen of [...screens, 'what-if', 'outgoing', 'law', 'search', 'history']) {
      await window.go(`${CASE}/${screen}?knownBy=2014-02-19T09:00&lang=es`)
      const page = await text(window, 'body')
      expect(page, screen).not.toMatch(
        /\b(Record an event|Standing|Working|Nothing here|as known on|Who can stop)\b/,
      )
      expect(page, screen).toContain('Anotar un hecho')
    }
  })

  it('nothing went wrong in the page, and nothing was asked of another machine', () => {
    expect(window.faults).toEqual([])
    expect(window.requests.filter((url) => !/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(url))).toEqual([])
  })
})
