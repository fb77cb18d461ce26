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
