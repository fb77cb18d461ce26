/** `npm run screenshots`: takes the pictures of the guide from the running program into `docs/guide/pictures/`. */
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/index.ts'
import { openWorkbench, settled } from '../../tests/browser/workbench.ts'

const CASE = '/case/pavlov-2014'
const MORNING = '?knownBy=2014-02-19T09:00'
const SPRING = '?knownBy=2014-03-21T09:00'

interface Picture {
  readonly name: string
  readonly path: string
  readonly height?: number
  /** Pressed once the page stands, one after the other. */
  readonly click?: readonly string[]
  /** Typed after that. */
  readonly type?: readonly [selector: string, text: string]
  /** Milliseconds until the page has answered. */
  readonly wait?: number
}

const screens: readonly Picture[] = [
  { name: 'docket', path: '/' },
  { name: 'standing', path: `${CASE}/standing${MORNING}` },
  { name: 'why', path: `${CASE}/standing${MORNING}&why=es.asylum-appeal.urgent-stay` },
  {
    name: 'answer',
    path: `${CASE}/standing${MORNING}`,
    click: ['#questions-title ~ ul button:has-text("answer")'],
  },
  { name: 'timeline', path: `${CASE}/timeline${MORNING}` },
  { name: 'contested', path: `${CASE}/contested${SPRING}` },
  { name: 'documents', path: `${CASE}/documents${MORNING}` },
  { name: 'reader', path: `${CASE}/reader/press-item-retelling?knownBy=2014-02-19T20:00` },
  { name: 'people', path: `${CASE}/people${SPRING}` },
  { name: 'evidence', path: `${CASE}/evidence${SPRING}` },
  { name: 'assurances', path: `${CASE}/assurances${MORNING}` },
  { name: 'what-if', path: `${CASE}/what-if${MORNING}`, click: ['.suppose button[type=submit]'] },
  {
    name: 'outgoing',
    path: `${CASE}/outgoing/statement?knownBy=2014-02-19T20:00`,
    click: ['.sheet-of-paper .from-record'],
  },
  {
    name: 'outgoing-write',
    path: `${CASE}/outgoing/statement?knownBy=2014-02-19T20:00`,
    click: ['.paper-acts button'],
    type: [
      '[name=text]',
      'Aleksandr Pavlov, a national of {aleksandr-pavlov.nationality}, spoke to Colonel Nobody.',
    ],
    wait: 4000,
  },
  { name: 'law', path: `${CASE}/law${MORNING}` },
  { name: 'norm', path: `${CASE}/law/echr.rule-39${MORNING}` },
  { name: 'search', path: `${CASE}/search${SPRING}&words=assurances` },
  { name: 'history', path: `${CASE}/history${MORNING}` },
  { name: 'settings', path: '/settings' },
]

/** Pictures of one moment that the guide tells of. */
const others: readonly Picture[] = [
  { name: 'standing-spanish', path: `${CASE}/standing${MORNING}&lang=es` },
  { name: 'lanes', path: `${CASE}/standing${MORNING}`, height: 1700 },
]

interface Look {
  /** The folder in which its pictures lie; the plain ones lie beside the folders. */
  readonly folder: string
  readonly width: number
  readonly height: number
  readonly colours?: 'dark'
  readonly print?: true
}

const plain: Look = { folder: '', width: 1280, height: 800 }
/** Every screen is looked at in every one of these. */
const looks: readonly Look[] = [
  plain,
  { ...plain, folder: 'dark', colours: 'dark' },
  { folder: 'narrow', width: 360, height: 760 },
  { folder: 'print', width: 800, height: 1100, print: true },
]

const pictures = [
  ...looks.flatMap((look) => screens.map((picture) => ({ picture, look }))),
  ...others.map((picture) => ({ picture, look: plain })),
]

/** Names, or folders of looks; none: all of them. */
const chosen = process.argv.slice(2)
const workbench = await openWorkbench()
try {
  const { context } = await workbench.signIn('Ana Ruiz', { locale: 'en-GB' })
  for (const { picture, look } of pictures) {
    if (chosen.length > 0 && !chosen.includes(picture.name) && !chosen.includes(look.folder)) continue
    const page = await context.newPage()
    await page.setViewportSize({ width: look.width, height: picture.height ?? look.height })
    await page.emulateMedia({ colorScheme: look.colours ?? 'light', reducedMotion: 'reduce' })
    await page.goto(workbench.address + picture.path)
    await settled(page)
    for (const selector of picture.click ?? []) await page.locator(selector).first().click()
    if (picture.type !== undefined) await page.fill(...picture.type)
    await page.waitForTimeout(picture.wait ?? 400)
    await settled(page)
    // Only now: on paper there is nothing to press.
    if (look.print === true) await page.emulateMedia({ media: 'print' })
    const path = join(projectRoot(), 'docs', 'guide', 'pictures', look.folder, `${picture.name}.png`)
    await page.screenshot({ path, animations: 'disabled' })
    await page.close()
  }
} finally {
  await workbench.close()
}
