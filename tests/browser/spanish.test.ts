/** No English reaches a reader who asked for Spanish, but in what the record and the papers hold themselves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentAnswer, lawItems, type ProposalsAnswer, readLaw } from '../../src/casework/index.ts'
import { bundleAt, WORKED_CASE } from '../../src/compose.ts'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const CASE = '/case/pavlov-2014'
const API = '/api/cases/pavlov-2014'
const MORNING = '?lang=es&knownBy=2014-02-19T09:00'
const EVENING = '?lang=es&knownBy=2014-02-19T20:00'
const SPRING = '?lang=es&knownBy=2014-03-21T09:00'

/** Words without which hardly an English sentence can do, and which are no Spanish ones. */
const words =
  'the is are was were of with and not from which this that has have been it its for by at or there what who when be ' +
  'must on'
const ENGLISH = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}.’'-])(?:${words.replaceAll(' ', '|')})(?![\p{L}\p{M}\p{N}.’'-])`,
  'iu',
)

/** Every text that the record holds: it stays as it was written. */
const held = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(held)
      : []

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** Whether a line says anything in English once quotations and the words of the record are taken out of it. */
function isEnglish(line: string, own: readonly string[]): boolean {
  const begun = /^(?<beginning>.{8,})…$/u.exec(line)?.groups?.['beginning']
  if (begun !== undefined && own.some((text) => text.startsWith(begun))) return false
  if (own.some((text) => text.includes(line))) return false
  const left = own.reduce((rest, text) => rest.replaceAll(text, ' … '), line)
  return ENGLISH.test(left.replaceAll(/«[^»]*»/gu, ' … '))
}

/** Titles, quotations, names and norms are marked as such, or are the record's own words. */
const SOURCES = '.document-text, blockquote, q, pre, noscript, script, [lang=en], [translate=no]'

describe.skipIf(noBrowser)('a Spanish reader meets no English', { timeout: 180_000 }, () => {
  let workbench: Workbench
  let ana: Window
  let own: readonly string[] = []

  const english = async (): Promise<readonly string[]> => {
    await settled(ana.page)
    const lines = (await ana.page.evaluate(`(() => {
      const page = document.body.cloneNode(true)
      for (const source of page.querySelectorAll(${JSON.stringify(SOURCES)})) source.remove()
      const found = []
      const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
      while (walk.nextNode() !== null) found.push(walk.currentNode.textContent)
      for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
        for (const one of page.querySelectorAll('[' + name + ']')) found.push(one.getAttribute(name))
      return found
    })()`)) as readonly string[]
    return [...new Set(lines.map(plain))].filter((line) => isEnglish(line, own))
  }

  beforeAll(async () => {
    workbench = await openWorkbench()
    ana = await workbench.signIn('Ana Ruiz')
    const bundle = await bundleAt({ platform: systemPlatform, root: projectRoot(), reference: WORKED_CASE })
    const law = await readLaw(systemPlatform.files, projectRoot())
    const cited = lawItems(law, 'es').flatMap((item) => item.norms.map((norm) => norm.replace(/ – .*$/su, '')))
    // A paper cites them without the brackets that say how they were checked.
    const norms = cited.flatMap((norm) => [norm, norm.replace(/ \([^()\d]*\)$/u, '')])
    const paper = `${API}/documents/press-item-retelling`
    const { text } = await ana.get<DocumentAnswer>(`${paper}${EVENING}`)
    const { proposals } = await ana.get<ProposalsAnswer>(`${paper}/proposals${EVENING}`)
    const quoted = proposals.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ value, words: { text: said } }) => [said, String(value)]),
    )
    own = [...new Set([...held(bundle?.entries), ...norms, ...quoted, text ?? ''].map(plain))]
      .filter((text) => text.length > 3)
      .toSorted((a, b) => b.length - a.length)
  })
  afterAll(() => workbench?.close())

  it.each([
    ['docket', `/?lang=es`],
    ['standing', `${CASE}/standing${MORNING}`],
    ['why', `${CASE}/standing${MORNING}&why=es.asylum-appeal.urgent-stay`],
    ['timeline', `${CASE}/timeline${MORNING}`],
    ['contested', `${CASE}/contested${SPRING}`],
    ['documents', `${CASE}/documents${MORNING}`],
    ['reader', `${CASE}/reader/press-item-retelling${EVENING}`],
    ['people', `${CASE}/people${SPRING}`],
    ['evidence', `${CASE}/evidence${SPRING}`],
    ['assurances', `${CASE}/assurances${MORNING}`],
    ['what-if', `${CASE}/what-if${MORNING}`],
    ['outgoing', `${CASE}/outgoing/statement${EVENING}`],
    ['law', `${CASE}/law${MORNING}`],
    ['norm', `${CASE}/law/echr.rule-39${MORNING}`],
    ['search', `${CASE}/search${SPRING}&words=assurances`],
    ['history', `${CASE}/history${MORNING}`],
    ['settings', '/settings?lang=es'],
  ])('on the screen %s', async (_, path) => {
    await ana.go(path)
    expect(await english()).toEqual([])
  })

  it('when a document cannot be read, and when an act is refused', async () => {
    await ana.go(`${CASE}/documents?lang=es`)
    const broken = { name: 'roto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 roto') }
    const empty = { name: 'vacío.txt', mimeType: 'text/plain', buffer: Buffer.from('') }
    await ana.page.setInputFiles('input[type=file]', [broken, empty])
    await ana.page.waitForSelector('[data-drop=done]')
    const said = await ana.page.innerText('main')
    expect(said).toContain('El archivo está dañado')
    expect(said).toContain('está vacío')
    expect(await english()).toEqual([])
  })
})
