import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentsAnswer } from '../../src/casework/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const CASE = '/case/pavlov-2014'
const DAY = 'knownBy=2014-02-19T09:00'

interface Paper {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}
const paper = (name: string, content: string | Uint8Array, mimeType = 'text/plain'): Paper => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
})

/** Most are short notes; among them pages, mails, an archive, twins and files that nobody can read. */
function fourHundred(): readonly Paper[] {
  const notes = Array.from({ length: 380 }, (_, n) => paper(`note ${n}.txt`, `Note ${n}: the lawyer called again.`))
  const pages = Array.from({ length: 6 }, (_, n) =>
    paper(
      `page ${n}.html`,
      `<html><body><main><p>Page ${n} tells of the hearing.</p></main></body></html>`,
      'text/html',
    ),
  )
  const mails = Array.from({ length: 4 }, (_, n) =>
    paper(`mail ${n}.eml`, `From: a@example.org\nTo: b@example.org\nSubject: Mail ${n}\n\nMail ${n} asks.`),
  )
  const twins = Array.from({ length: 5 }, (_, n) => paper(`twin ${n}.txt`, `Note ${n}: the lawyer called again.`))
  const broken = Array.from({ length: 3 }, (_, n) => paper(`broken ${n}.pdf`, `%PDF-1.7 ${n} and nothing more`))
  const empty = paper('empty.txt', '')
  const archive = paper(
    'bundle.zip',
    zipSync({ 'inside one.txt': strToU8('The first inside.'), 'inside two.txt': strToU8('The second inside.') }),
  )
  return [...notes, ...pages, ...mails, ...twins, ...broken, empty, archive]
}

describe.skipIf(noBrowser)('four hundred papers dropped at once', { timeout: 240_000 }, () => {
  let workbench: Workbench
  let ana: Window
  const files = fourHundred()
  beforeAll(async () => {
    workbench = await openWorkbench()
    ana = await workbench.signIn('Ana Ruiz')
  })
  afterAll(() => workbench?.close())

  it('while they arrive the page takes what is typed, and another screen can be looked at', async () => {
    expect(files).toHaveLength(400)
    await ana.go(`${CASE}/documents?${DAY}`)
    // As a drop brings them: the page makes the files itself, so that all come in one act.
    const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
    await ana.page.evaluate(`(() => {
      const carried = new DataTransfer()
      for (const { name, mimeType, base64 } of ${JSON.stringify(sent)}) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        carried.items.add(new File([bytes], name, { type: mimeType }))
      }
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: carried }))
    })()`)
    await ana.page.waitForSelector('[data-drop=running] progress')
    await ana.page.fill('main input[type=search]', 'press item')
    expect(await ana.page.locator('[data-drop=running]').count(), 'typed between two uploads').toBe(1)
    expect(await ana.page.innerText('main tbody')).toContain('press item')
    await ana.page.click('nav a:has-text("Timeline")')
    await settled(ana.page)
    await ana.page.click('nav a:has-text("Documents")')
    await settled(ana.page)
    expect(await ana.page.locator('[data-drop=running]').count(), 'still arriving').toBe(1)
  })

  it('what came in is what was kept and what was not; the report says why', async () => {
    await ana.page.waitForSelector('[data-drop=done]', { timeout: 200_000 })
    const report = await ana.page.innerText('.drop')
    expect(report).toContain('came in 400: kept 399, not kept 1')
    expect(report).toContain('read 391, kept, not read 3, here already 5, packed in them 2')
    expect(report).toContain('"empty.txt" is empty.')
    const { documents } = await ana.get<DocumentsAnswer>(`/api/cases/pavlov-2014/documents?${DAY}`)
    const titles = new Set(documents.map(({ title }) => title))
    for (const { name } of files.filter((one) => !/^(?:twin|empty)/u.test(one.name)))
      expect(titles.has(name), name).toBe(true)
    expect(titles.has('inside two.txt')).toBe(true)
  })

  it('what was not kept can be tried again, and a drop can be stopped: what had arrived stays', async () => {
    await ana.page.click('.drop button:has-text("Try those again")')
    await ana.page.waitForSelector('[data-drop=done]:has-text("came in 1: kept 0, not kept 1")')
    await ana.page.setInputFiles(
      'input[type=file]',
      Array.from({ length: 60 }, (_, n) => paper(`late ${n}.txt`, `Late ${n}.`)),
    )
    await ana.page.click('.drop button:has-text("Stop")')
    await ana.page.waitForSelector('[data-drop=stopped]')
    const report = await ana.page.innerText('.drop .told')
    const [, kept, leftOut] = /kept (\d+), not kept 0, left out (\d+)/u.exec(report) ?? []
    expect(Number(kept) + Number(leftOut)).toBe(60)
    expect(ana.faults).toEqual([])
  })
})
