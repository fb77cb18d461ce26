/** The workbench as it is served, with a real Chromium in front of it. */
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Workspace } from '../../src/casework/index.ts'
import { bundleAt, openWorkspace, WORKED_CASE } from '../../src/compose.ts'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'
import type { Body } from '../../src/record/index.ts'
import { Drafting, listen, type PageFiles, Readings, Sessions } from '../../src/server/index.ts'

const CHROMIUM = '/usr/bin/chromium'
/** In continuous integration the browser must be there; on a laptop without one these tests are left out. */
export const noBrowser = !existsSync(CHROMIUM) && (process.env['CI'] ?? '') === ''
if (noBrowser)
  console.warn(`Browser tests left out: there is no ${CHROMIUM}. Install the package "chromium" to run them.`)

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** The pages, built in memory as the launcher builds them. */
export async function buildPages(): Promise<PageFiles> {
  const root = projectRoot()
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(root, 'src', 'web', 'main.tsx'), out: 'app' },
      { in: join(root, 'src', 'web', 'style.css'), out: 'app' },
    ],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    outdir: '/pages',
    assetNames: 'fonts/[name]',
    loader: { '.woff2': 'file', '.woff': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const pages = new Map<string, { bytes: Uint8Array; mediaType: string }>()
  for (const file of outputFiles) {
    const mediaType = mediaTypes[extname(file.path)] ?? 'application/octet-stream'
    pages.set(file.path.slice('/pages'.length), { bytes: file.contents, mediaType })
  }
  const index = await systemPlatform.files.read(join(root, 'src', 'web', 'index.html'))
  pages.set('/index.html', { bytes: index, mediaType: 'text/html; charset=utf-8' })
  return pages
}

export interface Workbench {
  readonly address: string
  readonly browser: Browser
  /** A window of a person who has signed in; what went wrong in the page is collected in `faults`. */
  signIn(name: string, options?: Parameters<Browser['newContext']>[0]): Promise<Window>
  close(): Promise<void>
}

export interface Window {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the page and refused content, in words. */
  readonly faults: string[]
  /** Every address that was asked for. */
  readonly requests: string[]
  /** Goes to a path and waits until the page has its answer. */
  go(path: string): Promise<void>
  /** What the program answers to this window. */
  get<T>(path: string): Promise<T>
}

/** How Chromium is started, for stories, pictures and the bench alike. */
export const chromiumFlags = [
  // Chromium gives root no sandbox and would not start; it only opens our own pages here. Anybody else keeps it.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What a story begins with. */
export interface Beginning {
  /** Papers that have not come yet: nothing is known from them. */
  readonly without?: readonly string[]
  /** No case at all. */
  readonly empty?: boolean
}

/** A throw-away store with the worked case in it, served on a free port. */
export async function openWorkbench({ without = [], empty = false }: Beginning = {}): Promise<Workbench> {
  const source = { platform: systemPlatform, root: projectRoot(), env: {}, dataFolder: undefined }
  const opened = await openWorkspace(source, { demo: true, empty: empty || without.length > 0 })
  if (without.length > 0) await bringCase(opened.workspace, new Set(without))
  const readings = new Readings()
  const sessions = new Sessions(systemPlatform.random)
  const server = await listen(
    {
      workspace: opened.workspace,
      sessions,
      kept: opened.kept,
      clock: systemPlatform.clock,
      pages: await buildPages(),
      readings,
      drafting: new Drafting(source.platform.files, source.root, [source.root]),
    },
    0,
  )
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: chromiumFlags })
  return {
    address: server.address,
    browser,
    signIn: (name, options = {}) => signIn(browser, server.address, sessions.issueToken(), name, options),
    async close() {
      await browser.close()
      await server.close()
      await readings.close()
      await opened.close()
    },
  }
}

/** Enters the worked case as far as it rests on other papers than these. */
async function bringCase(workspace: Workspace, absent: ReadonlySet<string>): Promise<void> {
  const bundle = await bundleAt({ platform: systemPlatform, root: projectRoot(), reference: WORKED_CASE })
  if (bundle === undefined) throw new Error('The worked case is not there.')
  const bodies = bundle.entries.map(({ body }) => body)
  const gone = new Set(
    bodies.flatMap((body) => (body.kind === 'claim' && absent.has(body.claim.document) ? [body.claim.id] : [])),
  )
  const left = bodies.flatMap((body): readonly Body[] => {
    if (body.kind === 'document') return absent.has(body.document.id) ? [] : [body]
    if (body.kind === 'claim') return gone.has(body.claim.id) ? [] : [body]
    if (body.kind === 'position') {
      const claims = body.position.claims.filter((id) => !gone.has(id))
      return claims.length === 0 ? [] : [{ ...body, position: { ...body.position, claims } }]
    }
    if (body.kind === 'assessment' && body.assessment.evidence !== undefined) {
      const evidence = body.assessment.evidence.filter((id) => !gone.has(id))
      return [{ ...body, assessment: { ...body.assessment, evidence } }]
    }
    return [body]
  })
  await workspace.act(bundle.header.id, 'whoever kept the record before', left, 0)
}

async function signIn(
  browser: Browser,
  address: string,
  token: string,
  name: string,
  options: NonNullable<Parameters<Browser['newContext']>[0]>,
): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      faults.push(message.text())
  })
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${address}/#token=${token}`)
  await page.fill('#name', name)
  await page.click('button[type=submit]')
  await settled(page)
  return {
    context,
    page,
    faults,
    requests,
    async go(path) {
      await page.goto(address + path)
      await settled(page)
    },
    async get<T>(path: string): Promise<T> {
      return (await (await context.request.get(address + path)).json()) as T
    },
  }
}

/** Until the page has drawn what it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1', { timeout: 30_000 })
  await page.waitForSelector('.loading, .stale', { state: 'detached', timeout: 30_000 })
}
