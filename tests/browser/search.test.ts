import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const CASE = '/case/pavlov-2014'

describe.skipIf(noBrowser)('words are looked for', { timeout: 90_000 }, () => {
  let workbench: Workbench
  let window: Window
  const found = async (words: string): Promise<string> => {
    await window.page.fill('.search', words)
    await window.page.waitForURL(/words=/u)
    await window.page.waitForSelector('[aria-busy=false] [role=status]')
    await settled(window.page)
    return window.page.innerText('main')
  }
  beforeAll(async () => {
    workbench = await openWorkbench()
    window = await workbench.signIn('Ana Ruiz')
  })
  afterAll(() => workbench?.close())

  it('in documents, claims, names and events at once, the words marked', async () => {
    await window.go(`${CASE}/search?knownBy=2014-03-21T09:00`)
    const page = await found('assurances')
    expect(page).toMatch(/Documents \(\d+\)/u)
    expect(page).toMatch(/Claims \(\d+\)/u)
    expect((await window.page.locator('main mark').first().innerText()).toLowerCase()).toContain('assurance')
  })

  it('in another form of the word, without accents, and with the beginning alone', async () => {
    await window.go(`${CASE}/search?knownBy=2014-03-21T09:00`)
    expect(await found('tortures')).toContain('torture')
    expect(await found('pavl*')).toContain('Aleksandr Pavlov')
  })

  it('a hit in a text leads to its words there', async () => {
    await window.go(`${CASE}/search?knownBy=2014-02-19T20:00&field=text&words=shameful`)
    await window.page.click('#found-documents-title ~ ul a')
    await window.page.waitForSelector('mark.found.chosen')
    expect(await window.page.innerText('mark.found')).toBe('shameful')
  })

  it('nothing that was not known on the day is found, and nothing that is not public is found by the public', async () => {
    await window.go(`${CASE}/search?knownBy=2014-02-13T09:00&words=cabinet`)
    expect(await window.page.innerText('main')).not.toMatch(/14 Feb 2014|2014-02-14|2014-02-19/u)
    await window.go(`${CASE}/search?knownBy=2014-02-13T09:00&words=shameful`)
    expect(await window.page.innerText('main')).toContain('Nothing found.')
  })

  it('what cannot be understood is refused with what to do', async () => {
    await window.go(`${CASE}/search?knownBy=2014-03-21T09:00&words=%3F%3F%3F`)
    expect(await window.page.innerText('[role=alert]')).toContain('What to do')
    expect(window.faults).toEqual([])
  })
})
