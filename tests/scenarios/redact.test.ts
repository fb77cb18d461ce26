/** A document is redacted by command: the letters are gone from the copy, and nothing is passed over in silence. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../src/cli/registry.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'
import { renderPaper } from '../../src/publish/index.ts'
import { fullPaper } from '../../src/publish/render/paper.fixtures.ts'
import { pdf, words } from '../corpus/documents.ts'
import { pdfInside, pdfPages } from '../../src/publish/render/extract.fixtures.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forestay-redact-'))
  writeFileSync(join(folder, 'letter.txt'), 'The source Nadia Kay saw him in Madrid.\nNobody else did.\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCommandLine(words, {
    stdout: { write: (text) => void (out += text) },
    stderr: { write: (text) => void (err += text) },
    env: {},
    root: projectRoot(),
    platform: systemPlatform,
    registry,
  })
  return { code, out, err }
}

describe('redact', { timeout: 120_000 }, () => {
  it('writes a copy in which the words are in no byte, and the rest can be read', async () => {
    const copy = join(folder, 'copy.pdf')
    const { code, out } = await run('redact', join(folder, 'letter.txt'), copy, '--words', 'Nadia Kay', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ written: copy, pages: 1 })
    const bytes = new Uint8Array(readFileSync(copy))
    const found = [pdfInside(bytes), ...pdfPages(bytes)].join('\n')
    expect(found).not.toMatch(/Nadia|Kay/)
    expect(pdfPages(bytes).join('\n')).toContain('saw him in Madrid')
  })

  it('finds the words in a paper of our own, whose fonts forget their letters when a page is drawn again', async () => {
    const [letter, copy] = [join(folder, 'paper.pdf'), join(folder, 'paper-copy.pdf')]
    writeFileSync(letter, await renderPaper(fullPaper('en'), 'pdf'))
    const word = /\p{L}{9,}/u.exec(pdfPages(new Uint8Array(readFileSync(letter)))[0] ?? '')?.[0] ?? ''
    expect((await run('redact', letter, copy, '--words', word)).code).toBe(0)
    expect(word).not.toBe('')
    expect(pdfInside(new Uint8Array(readFileSync(copy)))).not.toContain(word)
  })

  it('takes out an area: what stands in it is in no byte, what stands beside it is there', async () => {
    const [scan, copy] = [join(folder, 'order.pdf'), join(folder, 'order-copy.pdf')]
    const content = `${words('Signed by Nadia Kay', 300, 700)}\n${words('The order stands', 60, 780)}`
    writeFileSync(scan, pdf([{ content }]))
    const { code, out } = await run('redact', scan, copy, '--area', '1:290,120,560,160', '--json')
    expect([code, out]).toEqual([0, expect.stringContaining('"areas": 1')])
    const bytes = new Uint8Array(readFileSync(copy))
    expect([pdfInside(bytes), ...pdfPages(bytes)].join('\n')).not.toMatch(/Nadia|Kay/)
    expect(pdfPages(bytes).join('\n')).toContain('The order stands')
  })

  it.each(['2:300,640', '0:1,2,3,4', '1:300,640,200,720'])('refuses %s as an area', async (area) => {
    const copy = join(folder, 'no-area.pdf')
    const { code, err } = await run('redact', join(folder, 'letter.txt'), copy, '--area', area)
    expect([code === 0, existsSync(copy)]).toEqual([false, false])
    expect(err).toMatch(/is no area|on no page|page 0/u)
  })

  it('writes nothing where the words are not found, and says so', async () => {
    const copy = join(folder, 'none.pdf')
    const { code, err } = await run('redact', join(folder, 'letter.txt'), copy, '--words', 'Person Z')
    expect([code, existsSync(copy)]).toEqual([1, false])
    expect(err).toContain('Person Z')
  })

  it('never overwrites', async () => {
    const letter = join(folder, 'letter.txt')
    expect((await run('redact', letter, letter, '--words', 'Nadia')).err).toContain('exists already')
  })
})
