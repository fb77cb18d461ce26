import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentsAnswer, ProposalsAnswer, StandingAnswer } from '../../src/casework/index.ts'
import { projectRoot } from '../../src/platform/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const CASE = '/case/pavlov-2014'
const API = '/api/cases/pavlov-2014'
const EVENING = 'knownBy=2014-02-19T20:00'
const RETELLING = join(projectRoot(), 'examples', 'pavlov-2014', 'originals', 'press-item-retelling.txt')

describe.skipIf(noBrowser)('a new paper is read in the Reader', { timeout: 90_000 }, () => {
  let workbench: Workbench
  let ana: Window
  let paper = ''
  const proposals = (): Promise<ProposalsAnswer> => ana.get(`${API}/documents/${paper}/proposals?${EVENING}`)
  const row = (words: string): string => `.proposals [data-claim]:has(blockquote:has-text("${words}"))`
  const told = (): Promise<string> => ana.page.innerText('.proposals .told')
  /** Until what was decided is said, and the page has drawn what follows from it. */
  const decided = async (what: string): Promise<void> => {
    await ana.page.waitForSelector(`.proposals .told:has-text("${what}")`)
    await settled(ana.page)
  }

  beforeAll(async () => {
    workbench = await openWorkbench({
      without: ['press-item', 'press-item-retelling', 'press-item-es', 'press-item-fr'],
    })
    ana = await workbench.signIn('Ana Ruiz')
  })
  afterAll(() => workbench?.close())

  it('before it came, nobody is known to have said that only Strasbourg remains', async () => {
    const { assertions } = await ana.get<StandingAnswer>(`${API}/standing?${EVENING}`)
    expect(assertions.map(({ says }) => says)).not.toContain('only-strasbourg-remains')
  })

  it('it arrives with who published it and when, and says how much waits for a person', async () => {
    await ana.go(`${CASE}/documents?${EVENING}`)
    await ana.page.fill('.drop [name=publisher]', 'Amnesty International')
    await ana.page.fill('.drop [name=published]', '2014-02-19')
    await ana.page.setInputFiles('input[type=file]', [
      { name: 'press item.txt', mimeType: 'text/plain', buffer: await readFile(RETELLING) },
    ])
    await ana.page.waitForSelector('[data-drop=done]')
    expect(await ana.page.innerText('[data-drop=done]')).toMatch(/came in 1: kept 1, not kept 0/u)
    const { documents } = await ana.get<DocumentsAnswer>(`${API}/documents?${EVENING}`)
    paper = documents.find(({ title }) => title === 'press item.txt')?.id ?? ''
    expect((await proposals()).day?.date).toBe('2014-02-19')
  })

  it('nothing of it is held yet: proposals change no standing', async () => {
    const { assertions } = await ana.get<StandingAnswer>(`${API}/standing?${EVENING}`)
    expect(assertions.map(({ says }) => says)).not.toContain('only-strasbourg-remains')
  })

  it('each proposal is tied to its words, in the text and beside it', async () => {
    await ana.go(`${CASE}/reader/${paper}?${EVENING}`)
    await ana.page.waitForSelector('.proposals [data-claim]')
    expect(await ana.page.locator('mark.proposed').count()).toBeGreaterThan(5)
    await ana.page.locator('.proposals [data-claim]').nth(3).focus()
    await ana.page.waitForSelector('mark.chosen')
    const quote = await ana.page.locator('.proposals [data-claim].chosen blockquote').innerText()
    const marked = (await ana.page.locator('mark.chosen').allInnerTexts()).join('')
    expect(marked).toBe(quote)
  })

  it('the person is the one that the record knows, and says so', async () => {
    const { proposals: all } = await proposals()
    const pavlov = all.find(({ kind, words }) => kind === 'person' && words.text.includes('Pavlov'))
    expect(pavlov?.links[0]).toMatchObject({ kind: 'same-person', to: 'aleksandr-pavlov' })
    expect(await ana.page.innerText('.proposals')).toContain('known under this name')
  })

  it('by keyboard: j goes on, a accepts and the next line has the focus', async () => {
    await ana.page.locator('.proposals [data-claim]').first().focus()
    const first = await ana.page.evaluate('document.activeElement.dataset.claim')
    await ana.page.keyboard.press('j')
    const second = await ana.page.evaluate('document.activeElement.dataset.claim')
    expect(second).not.toBe(first)
    await ana.page.keyboard.press('k')
    await ana.page.keyboard.press('a')
    await decided('Accepted')
    expect(await ana.page.evaluate('document.activeElement.dataset.claim')).toBe(second)
    expect((await proposals()).proposals.map(({ id }) => id)).not.toContain(first)
  })

  it('what it says about the law is accepted by mouse', async () => {
    const { proposals: all } = await proposals()
    const said = all.find(({ enters }) => enters.some(({ value }) => value === 'only-strasbourg-remains'))
    expect(said?.state).toBe('waiting')
    // Its words stand in a quotation too.
    await ana.page.click(`.proposals [data-claim="${said?.id ?? ''}"] [data-act=accept]`)
    // The page still says "Accepted" of the one before.
    await expect.poll(async () => (await proposals()).proposals.map(({ id }) => id)).not.toContain(said?.id)
    await settled(ana.page)
  })

  it('and is seen contradicted on Standing: an appeal was pending', async () => {
    const { assertions } = await ana.get<StandingAnswer>(`${API}/standing?${EVENING}`)
    const said = assertions.find(({ says }) => says === 'only-strasbourg-remains')
    expect(said).toMatchObject({ speaker: 'Amnesty International', finding: 'contradicted' })
    await ana.go(`${CASE}/standing?${EVENING}`)
    const page = await ana.page.innerText('section:has(#assertions-title)')
    expect(page).toContain('Amnesty International')
    expect(page).toContain(said?.title ?? '–')
  })

  it('the decision of 14 February is found in the record; accepting it makes no second event', async () => {
    const { proposals: all } = await proposals()
    const decision = all.find(
      ({ kind, fields }) => kind === 'event' && fields['type']?.value === 'surrender-agreed',
    )
    expect(decision?.links.map(({ to }) => to)).toContain('cabinet-surrender')
    expect(decision?.enters.find(({ property }) => property === 'date')?.value).toBe('2014-02-14')
    await ana.go(`${CASE}/reader/${paper}?${EVENING}`)
    await ana.page.click(`${row(decision?.words.text ?? '')} [data-act=accept]`)
    await decided('Accepted')
    const claims = await ana.get<{ claims: readonly { subject: string; document: string | null }[] }>(
      `${API}/claims?${EVENING}`,
    )
    expect(claims.claims.filter((c) => c.document === paper).map(({ subject }) => subject)).toContain(
      'cabinet-surrender',
    )
  })

  it('a wrong reading is corrected, and the claim says what was proposed', async () => {
    const { proposals: all } = await proposals()
    const age = all.find(({ kind }) => kind === 'age')
    await ana.page
      .locator(row(age?.words.text ?? ''))
      .first()
      .focus()
    await ana.page.keyboard.press('e')
    await ana.page.waitForSelector('.proposals [name=typed]')
    expect(await ana.page.inputValue('.proposals [name=typed]')).toBe('37')
    await ana.page.fill('.proposals [name=typed]', '38')
    await ana.page.keyboard.press('Enter')
    await decided('Corrected')
    expect(await ana.page.innerText('section:has(#claims-title)')).toContain('Proposed: 37. Corrected by Ana Ruiz.')
  })

  it('a refusal is remembered with its reason, also after leaving the page', async () => {
    const { proposals: all } = await proposals()
    const demand = all.find(({ kind, state }) => kind === 'demand' && state === 'waiting')
    await ana.page
      .locator(row(demand?.words.text ?? ''))
      .first()
      .focus()
    await ana.page.keyboard.press('r')
    await ana.page.waitForSelector('.proposals [name=typed]')
    await ana.page.keyboard.type('It asks, it does not tell.')
    await ana.page.keyboard.press('Enter')
    await decided('Refused')
    await ana.page.reload()
    await settled(ana.page)
    await ana.page.waitForSelector('.proposals [data-claim]')
    expect((await proposals()).proposals.map(({ id }) => id)).not.toContain(demand?.id)
    const { acts } = await ana.get<{ acts: readonly { by: string; body: object }[] }>(`${API}/acts`)
    expect(JSON.stringify(acts[0])).toContain('It asks, it does not tell.')
    expect(acts[0]?.by).toBe('Ana Ruiz')
  })

  it('the last decision is taken back with u, as a new entry', async () => {
    const before = await ana.get<{ last: number }>(`${API}/last`)
    await ana.page.locator('.proposals [data-claim]').first().focus()
    await ana.page.keyboard.press('a')
    await decided('Accepted')
    await ana.page.keyboard.press('u')
    await decided('Undone')
    const after = await ana.get<{ last: number }>(`${API}/last`)
    expect(after.last).toBeGreaterThan(before.last + 1)
    expect(await told()).toContain('a new entry reverses it')
  })

  it('nothing went wrong in the page', () => {
    expect(ana.faults).toEqual([])
  })
})
