/**
 * The workbench as a person meets it: from the command to a page that can be used, memory at rest, how long a page
 * takes to answer, and a case of 10,000 claims. Linux, with Chromium where it is installed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumFlags } from '../tests/browser/workbench.ts'
import { median, quantile, type Rounds } from './timing.ts'

const CHROMIUM = '/usr/bin/chromium'
const STARTS = 5
const INTERACTIONS = 30
const REST_MILLISECONDS = 5_000
const SETTLE_MILLISECONDS = 2_000

export interface WorkbenchTimes {
  /** From the command to the printed link. */
  readonly link: Rounds
  /** From the command to the first page after signing in, the docket with its conclusion; the browser was open. */
  readonly firstPage: Rounds
  /** And on to the standing of the worked case. */
  readonly standing: Rounds
  /** Processor time of the program until the link stood there: what other programs cannot make longer. */
  readonly linkProcessor: Rounds
  /** Bytes of the whole process, five seconds after the last answer. */
  readonly rest: readonly number[]
  /** From a key or a click to the page that follows from it. */
  readonly interaction: Rounds
}

/** Nothing where there is no Chromium. `program` is the compiled command line. */
export async function timeWorkbench(root: string, program: string): Promise<WorkbenchTimes | undefined> {
  if (!existsSync(CHROMIUM) || !existsSync(join(root, 'dist', 'web', 'index.html'))) return undefined
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: chromiumFlags })
  const data = mkdtempSync(join(tmpdir(), 'forestay-bench-'))
  const link: number[] = []
  const firstPage: number[] = []
  const standing: number[] = []
  const linkProcessor: number[] = []
  const rest: number[] = []
  let interaction: Rounds = []
  try {
    // The first start makes the data folder; what is measured is every later morning.
    await oneStart(browser, { root, program, data }, false)
    for (let start = 0; start < STARTS; start++) {
      const one = await oneStart(browser, { root, program, data }, start === STARTS - 1)
      link.push(one.link)
      firstPage.push(one.firstPage)
      standing.push(one.standing)
      linkProcessor.push(one.linkProcessor)
      rest.push(one.rest)
      interaction = one.interaction
    }
  } finally {
    await browser.close()
    rmSync(data, { recursive: true, force: true })
  }
  const ascending = (a: number, b: number): number => a - b
  return {
    link: link.sort(ascending),
    firstPage: firstPage.sort(ascending),
    standing: standing.sort(ascending),
    linkProcessor: linkProcessor.sort(ascending),
    rest: rest.sort(ascending),
    interaction,
  }
}

interface Start {
  readonly link: number
  readonly firstPage: number
  readonly standing: number
  readonly linkProcessor: number
  readonly rest: number
  readonly interaction: Rounds
}

interface Program {
  readonly root: string
  readonly program: string
  readonly data: string
}

async function oneStart(browser: Browser, { root, program, data }: Program, interact: boolean): Promise<Start> {
  const page = await browser.newPage()
  // A browser that is open, not one that is opening.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS))
  const begun = performance.now()
  const child = spawn(process.execPath, [program, 'start', '--data', join(data, 'cases'), '--port', '0'], {
    cwd: root,
    env: { ...process.env, FORESTAY_PASSPHRASE: 'a passphrase for the bench' },
  })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
        const found = /http:\/\/\S+#token=[0-9a-f]+/u.exec(out)?.[0]
        if (found !== undefined) resolve(found)
      })
      child.once('exit', () => reject(new Error('The workbench ended before it was open.')))
    })
    const link = performance.now() - begun
    const linkProcessor = processorMilliseconds(child.pid ?? 0)
    await page.goto(address)
    await page.fill('#name', 'Bench')
    await page.click('button[type=submit]')
    await page.waitForSelector('.docket .conclusion')
    const firstPage = performance.now() - begun
    await page.goto(`${new URL(address).origin}/case/pavlov-2014/standing?knownBy=2014-02-19T09:00`)
    await page.waitForSelector('#stops-title')
    const standing = performance.now() - begun
    await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS))
    const rest = residentBytes(child.pid ?? 0)
    const interaction = interact ? await interactions(page) : []
    await page.close()
    return { link, firstPage, standing, linkProcessor, rest, interaction }
  } finally {
    child.kill('SIGINT')
    if (child.exitCode === null) await once(child, 'exit')
  }
}

/** The whole process, as the system counts it. */
const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024

/** A hundredth of a second, as Linux counts. */
const TICK_MILLISECONDS = 10

/** What the process has used of the processors so far. */
function processorMilliseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS
}

/** Screens by keyboard, and a reason opened and closed: what a person does all day. */
async function interactions(page: Page): Promise<Rounds> {
  const keys = ['t', 'c', 'p', 'e', 'a', 's'] as const
  const found: number[] = []
  for (let round = 0; round < INTERACTIONS; round++) {
    const key = keys[round % keys.length] ?? 's'
    found.push(Number(await page.evaluate(goAndWait(key))))
  }
  return found.sort((a, b) => a - b)
}

/** Presses g and a letter, and waits in the page itself until the screen stands: no way to and from the browser. */
const goAndWait = (key: string): string => `new Promise((resolve) => {
  const begun = performance.now()
  const press = (key) => window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  press('g'); press(${JSON.stringify(key)})
  const look = () =>
    document.querySelector('main .loading, main .stale') === null && document.querySelector('main h1') !== null
      ? resolve(performance.now() - begun)
      : requestAnimationFrame(look)
  requestAnimationFrame(look)
})`

export const summary = (rounds: Rounds): { readonly median: number; readonly tail: number } => ({
  median: median(rounds),
  tail: quantile(rounds, 0.95),
})
