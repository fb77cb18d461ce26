import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftAnswer } from '../../src/publish/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const STATEMENT = '/case/pavlov-2014/outgoing/statement'
const API = '/api/cases/pavlov-2014/papers/statement'
/** The cabinet had decided, and nobody outside had been told. */
const BEFORE = 'knownBy=2014-02-18T20:00'
/** The evening after the press item of 19 February. */
const AFTER = 'knownBy=2014-02-19T20:00'
const DECISION = 'Council of Ministers'

const paperText = (window: Window): Promise<string> => window.page.innerText('.sheet-of-paper')
const heldBack = (window: Window): Promise<string> => window.page.innerText('section:has(> #held-back-title)')
const save = async (window: Window): Promise<void> => {
  await window.page.click('dialog[open] button[type=submit]')
  await window.page.waitForSelector('dialog[open]', { state: 'detached' })
  await settled(window.page)
}
const step = async (window: Window, name: string): Promise<void> => {
  await window.page.click(`[data-step=${name}]`)
  await window.page.waitForSelector('dialog[open] [name=because]')
}

/** Opens the part that says what is at stake, and puts the nationality of the record into it. */
async function writeLead(window: Window, before: string, after: string): Promise<void> {
  await window.page.click('.paper-acts button')
  await window.page.waitForSelector('dialog[open] [data-facts=find]')
  await window.page.fill('dialog[open] [name=text]', before)
  await window.page.focus('dialog[open] [name=text]')
  await window.page.keyboard.press('End')
  await window.page.fill('[data-facts=find]', 'aleksandr-pavlov.nationality')
  await window.page.click('[data-facts=insert]')
  await window.page.keyboard.type(after)
}

async function fileOf(window: Window, format: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = window.page.waitForEvent('download')
  await window.page.click(`[data-file=${format}]`)
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

async function violations({ page }: Window): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
      .then((r) => r.violations.map((v) => v.id + ' ' + v.nodes[0].html.slice(0, 160)))`,
  )
}

describe.skipIf(noBrowser)('a statement goes out', { timeout: 120_000 }, () => {
  let workbench: Workbench
  let ana: Window
  let ben: Window
  beforeAll(async () => {
    workbench = await openWorkbench()
    ana = await workbench.signIn('Ana Ruiz')
    ben = await workbench.signIn('Ben Ortega')
  }, 120_000)
  afterAll(() => workbench?.close())

  it('what was not public on 18 February is held back, and said after the 19th', async () => {
    await ana.go(`${STATEMENT}?${BEFORE}`)
    expect(await paperText(ana)).not.toContain(DECISION)
    expect(await heldBack(ana)).toContain(DECISION)
    await ana.go(`${STATEMENT}?${AFTER}`)
    expect(await paperText(ana)).toContain(DECISION)
    expect(await heldBack(ana)).not.toContain(DECISION)
  })

  it('a sentence leads by the keyboard to the words it rests on', async () => {
    await ana.go(`${STATEMENT}?${AFTER}`)
    await ana.page.focus('.sheet-of-paper .from-record')
    const lens = await ana.page.innerText('.lens')
    expect(lens).toContain('the record')
    await ana.page.keyboard.press('Enter')
    await ana.page.keyboard.press('Enter')
    await ana.page.waitForURL(/reader\/.*claim=/)
    await ana.page.goBack()
    await settled(ana.page)
  })

  it('while it is typed, a written part is checked: names of the record pass, others are pointed out', async () => {
    await ana.go(`${STATEMENT}?${AFTER}`)
    await writeLead(ana, 'Aleksandr Pavlov, whom Colonel Nobody visited on 3 March 1999, is a national of ', '.')
    await ana.page.waitForSelector('[data-check=checked]')
    const told = await ana.page.innerText('.check')
    expect(told).toContain('is a national of Kazakhstan.')
    expect(told).toContain('Colonel Nobody')
    expect(told).toContain('3 March 1999')
    expect(told).not.toContain('Aleksandr Pavlov ·')
    expect(await violations(ana)).toEqual([])
    await ana.page.fill(
      'dialog[open] [name=text]',
      'Spain must not hand over a national of {aleksandr-pavlov.nationality}.',
    )
    await save(ana)
    expect(await paperText(ana)).toContain('Spain must not hand over a national of Kazakhstan.')
    const { written } = await ana.get<DraftAnswer>(`${API}?${AFTER}`)
    expect(written.find(({ slot }) => slot === 'lead')?.by).toBe('Ana Ruiz')
  })

  it('its author asks and cannot agree; another person agrees, and the file comes without DRAFT', async () => {
    await ana.go(`${STATEMENT}?${AFTER}`)
    const draft = await fileOf(ana, 'text')
    expect(draft.name).toBe('statement-2014-02-19-draft.txt')
    expect(draft.bytes.toString()).toMatch(/draft/i)
    await step(ana, 'asked')
    await save(ana)
    expect(await ana.page.locator('[data-step=approved]').count()).toBe(0)
    expect(await ana.page.innerText('section:has(> #release-title)')).toContain('Another person has to look at it')
    const { content } = await ana.get<DraftAnswer>(`${API}?${AFTER}`)
    const forged = await ana.page.evaluate(
      `(async () => {
        const { csrf } = await (await fetch('/api/session')).json()
        const { last } = await (await fetch('/api/cases/pavlov-2014/last')).json()
        const release = { id: 'own-agreement', step: 'approved', paper: 'statement', audience: 'public', content: '${content}' }
        const answer = await fetch('/api/cases/pavlov-2014/acts', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forestay-csrf': csrf },
          body: JSON.stringify({ expectedLast: last, bodies: [{ kind: 'release', release }] }),
        })
        return answer.status
      })()`,
    )
    expect(forged).toBe(400)

    await ben.go(`${STATEMENT}?${AFTER}`)
    await step(ben, 'approved')
    await save(ben)
    expect(await ben.page.innerText('section:has(> #release-title)')).toContain('decided by Ben Ortega')
    expect(await paperText(ben)).not.toMatch(/draft/i)
    for (const format of ['text', 'html', 'pdf', 'docx'] as const) {
      const released = await fileOf(ben, format)
      expect(released.name).toBe(`statement-2014-02-19.${format === 'text' ? 'txt' : format}`)
      if (format === 'text' || format === 'html') expect(released.bytes.toString()).not.toMatch(/draft/i)
    }
  })

  it('one letter more, and it is a draft again', async () => {
    await ana.go(`${STATEMENT}?${AFTER}`)
    await ana.page.click('.paper-acts button')
    await ana.page.waitForSelector('dialog[open] [name=text]')
    await ana.page.focus('dialog[open] [name=text]')
    await ana.page.keyboard.press('End')
    await ana.page.keyboard.type('!')
    await save(ana)
    expect(await ana.page.innerText('section:has(> #release-title)')).toContain('nobody has asked')
    const file = await fileOf(ana, 'text')
    expect(file.name).toBe('statement-2014-02-19-draft.txt')
    expect(file.bytes.toString()).toMatch(/draft/i)
  })

  it('what is held back and written by hand all the same is struck out, and no file is made of it', async () => {
    await ana.go(`${STATEMENT}?${BEFORE}`)
    const { heldBack: kept } = await ana.get<DraftAnswer>(`${API}?${BEFORE}`)
    const title = kept.find((one) => one.includes(DECISION)) ?? ''
    await ana.page.click('[data-write=background]')
    await ana.page.fill('dialog[open] [name=text]', `${title}.`)
    await ana.page.waitForSelector('.check .refused')
    await save(ana)
    expect(await ana.page.innerText('.sheet-of-paper s')).toBe(`${title}.`)
    expect(await ana.page.innerText('.sheet-of-paper .refused')).toContain('held back')
    expect(await violations(ana)).toEqual([])
    expect(await ana.page.locator('[data-file], [data-step=asked]').count()).toBe(0)
    const refused = await ana.context.request.get(`${workbench.address}${API}/file?${BEFORE}&format=pdf`)
    expect(refused.status()).toBe(409)
  })

  it('a name that is ruled on goes out no more, and what was agreed stands in its place', async () => {
    await ana.go(`${STATEMENT}?${AFTER}`)
    const { identified } = await ana.get<DraftAnswer>(`${API}?${AFTER}`)
    const speaker =
      identified.find(({ parts }) => parts.includes('speaker') && !parts.includes('subject'))?.name ?? ''
    expect(await paperText(ana)).toContain(speaker)
    await ana.page.click('[data-rule]')
    await ana.page.selectOption('dialog[open] [name=thing]', { label: speaker })
    await ana.page.selectOption('dialog[open] [name=disclosure]', 'internal')
    await ana.page.fill('dialog[open] [name=described]', 'somebody who works on the case')
    await ana.page.fill('dialog[open] [name=because]', 'They asked not to be named.')
    expect(await violations(ana)).toEqual([])
    await save(ana)
    expect(await paperText(ana)).not.toContain(speaker)
  })

  it('axe finds nothing, in light, dark and Spanish; it fits 360 pixels; nothing inline was refused', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await ana.page.emulateMedia({ colorScheme })
      await ana.go(`${STATEMENT}?${AFTER}${colorScheme === 'dark' ? '&lang=es' : ''}`)
      expect(await violations(ana)).toEqual([])
    }
    await ana.page.emulateMedia({ colorScheme: 'light' })
    await ana.page.setViewportSize({ width: 360, height: 760 })
    await ana.go(`/case/pavlov-2014/outgoing/rule-39?${AFTER}`)
    expect(await ana.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect([...ana.faults, ...ben.faults]).toEqual([])
  })
})
