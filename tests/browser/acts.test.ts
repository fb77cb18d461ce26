import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentsAnswer, StandingAnswer } from '../../src/casework/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const CASE = '/case/pavlov-2014'
const MORNING = 'knownBy=2014-02-19T09:00'

async function fillEvent(window: Window, title: string): Promise<void> {
  await window.page.keyboard.press('n')
  await window.page.waitForSelector('dialog[open] [name=title]')
  await window.page.selectOption('dialog[open] [name=type]', 'hearing')
  await window.page.fill('dialog[open] [name=title]', title)
  await window.page.fill('dialog[open] [name=date]', '2014-02-18')
}
const save = (window: Window): Promise<void> => window.page.click('dialog[open] button[type=submit]')
const closed = async (window: Window): Promise<void> => {
  await window.page.waitForSelector('dialog[open]', { state: 'detached' })
}

describe.skipIf(noBrowser)('acting through the pages', { timeout: 90_000 }, () => {
  let workbench: Workbench
  let ana: Window
  beforeAll(async () => {
    workbench = await openWorkbench()
    ana = await workbench.signIn('Ana Ruiz')
  })
  afterAll(() => workbench?.close())

  it('two windows do not lose each other’s work: the slower one is told, and what was typed is kept', async () => {
    const ben = await workbench.signIn('Ben Ortega')
    await ana.go(`${CASE}/timeline?${MORNING}`)
    await ben.go(`${CASE}/timeline?${MORNING}`)
    await fillEvent(ana, 'A hearing that Ana heard of')
    await fillEvent(ben, 'A hearing that Ben heard of')
    await save(ana)
    await closed(ana)
    await save(ben)
    await ben.page.waitForSelector('dialog[open] [role=alert]')
    expect(await ben.page.inputValue('dialog[open] [name=title]')).toBe('A hearing that Ben heard of')
    await ben.page.click('dialog[open] button:has-text("Show what is new")')
    await settled(ben.page)
    await save(ben)
    await closed(ben)
    await settled(ben.page)
    const page = await ben.page.innerText('main')
    expect(page).toContain('A hearing that Ana heard of')
    expect(page).toContain('A hearing that Ben heard of')
  })

  it('what is typed survives leaving the page', async () => {
    await ana.go(`${CASE}/timeline?${MORNING}`)
    await fillEvent(ana, 'Half typed')
    await ana.page.reload()
    await settled(ana.page)
    await ana.page.keyboard.press('n')
    await ana.page.waitForSelector('dialog[open] [name=title]')
    expect(await ana.page.inputValue('dialog[open] [name=title]')).toBe('Half typed')
    await ana.page.click('dialog[open] .buttons button[type=button]')
  })

  it('undo is a new entry that reverses', async () => {
    await ana.go(`${CASE}/history?${MORNING}`)
    const before = await ana.get<{ last: number }>('/api/cases/pavlov-2014/last')
    await ana.page.locator('button:has-text("Undo")').first().click()
    await ana.page.fill('dialog[open] [name=because]', 'Entered by mistake.')
    await save(ana)
    await closed(ana)
    const after = await ana.get<{ last: number }>('/api/cases/pavlov-2014/last')
    expect(after.last).toBe(before.last + 1)
  })

  it('a position is taken with reasons, under the name of who took it', async () => {
    await ana.go(`${CASE}/contested?knownBy=2014-03-21T09:00`)
    await ana.page
      .locator(
        '.point:has-text("Extradition treaty signed") .rival:has-text("Feb 2013") button:has-text("Prefer this")',
      )
      .click()
    await ana.page.fill('dialog[open] [name=because]', 'The nearer witness.')
    await save(ana)
    await closed(ana)
    await settled(ana.page)
    expect(await ana.page.innerText('main')).toContain('The nearer witness. (Ana Ruiz)')
  })

  it('many papers arrive at once, each once, each said', async () => {
    await ana.go(`${CASE}/documents?${MORNING}`)
    const files = Array.from({ length: 25 }, (_, n) => ({
      name: `paper ${n}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`Paper number ${n} says that he is held in Madrid.`),
    }))
    await ana.page.setInputFiles('input[type=file]', [
      ...files,
      { ...files[0], name: 'the same again.txt' } as never,
    ])
    await ana.page.waitForSelector('[data-drop=done]', { timeout: 80_000 })
    const { documents } = await ana.get<DocumentsAnswer>(`/api/cases/pavlov-2014/documents?${MORNING}`)
    expect(documents.filter((d) => d.title.startsWith('paper '))).toHaveLength(25)
    expect(documents.filter((d) => d.title.startsWith('the same'))).toHaveLength(0)
  })

  it('marked words become a claim bound to them', async () => {
    const { documents } = await ana.get<DocumentsAnswer>(`/api/cases/pavlov-2014/documents?${MORNING}`)
    const paper = documents.find((d) => d.title === 'paper 3.txt')
    await ana.go(`${CASE}/reader/${paper?.id ?? ''}?${MORNING}`)
    await ana.page.evaluate(`(() => {
      const place = document.querySelector('.document-text')
      const node = place.querySelector('span').firstChild
      const range = document.createRange()
      range.setStart(node, 'Paper number 3 says that '.length)
      range.setEnd(node, 'Paper number 3 says that he is held in Madrid'.length)
      getSelection().addRange(range)
      place.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
    })()`)
    await ana.page.waitForSelector('dialog[open] [name=quote]')
    expect(await ana.page.inputValue('dialog[open] [name=quote]')).toBe('he is held in Madrid')
    await ana.page.selectOption('dialog[open] [name=subject]', 'aleksandr-pavlov')
    await ana.page.selectOption('dialog[open] [name=property]', 'custody')
    await ana.page.fill('dialog[open] [name=value]', 'Madrid')
    await save(ana)
    await closed(ana)
    await ana.page.waitForSelector('mark')
    expect(await ana.page.innerText('mark')).toBe('he is held in Madrid')
  })

  it('first use: a case begins with a name and two States, and says whom to ask', async () => {
    await ana.go('/')
    await ana.page.click('text=New case')
    await ana.page.fill('[name=person]', 'A. B.')
    await ana.page.fill('[name=to]', 'KZ')
    await ana.page.fill('[name=zone]', 'Europe/Madrid')
    await ana.page.fill('[name=desk]', 'A law office')
    await ana.page.click('dialog[open] button[type=submit]')
    await ana.page.waitForSelector('#questions-title')
    await settled(ana.page)
    const id = new URL(ana.page.url()).pathname.split('/')[2] ?? ''
    const answer = await ana.get<StandingAnswer>(`/api/cases/${id}/standing`)
    expect(await ana.page.innerText('.conclusion')).toBe(answer.headline)
  })

  it('the keyboard is enough: screens, lines, help', async () => {
    await ana.go(`${CASE}/standing?${MORNING}`)
    await ana.page.keyboard.press('?')
    await ana.page.waitForSelector('#help-title')
    await ana.page.keyboard.press('Escape')
    await ana.page.keyboard.press('j')
    await ana.page.keyboard.press('Enter')
    await ana.page.waitForSelector('.way[open]')
    await ana.page.keyboard.press('g')
    await ana.page.keyboard.press('d')
    await ana.page.waitForURL(/documents/)
    await settled(ana.page)
    await ana.page.keyboard.press('j')
    await ana.page.keyboard.press('j')
    await ana.page.keyboard.press('Enter')
    await ana.page.waitForURL(/reader\//)
    expect(ana.faults).toEqual([])
  })
})
