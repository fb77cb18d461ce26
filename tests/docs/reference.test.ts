/** What programs can rely on: the pages of the reference are those of the definitions, and the answers keep to them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answers } from '../../src/cli/answers.ts'
import { registry } from '../../src/cli/registry.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'
import { referencePages } from '../../tools/reference/pages.ts'

const root = projectRoot()
const folder = join(root, 'docs/reference')

async function answerTo(words: readonly string[]): Promise<unknown> {
  let out = ''
  let err = ''
  await runCommandLine([...words, '--json'], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: systemPlatform,
    root,
    registry,
  })
  expect(err).toBe('')
  return JSON.parse(out)
}

describe('the reference', () => {
  it('has the pages that the definitions give, and no others (npm run reference writes them)', () => {
    const pages = referencePages()
    expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted())
    for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
  })

  const pavlov = 'examples/pavlov-2014'
  const morning = ['--known-by', '2014-02-19T09:00']
  it.each([
    ['start', ['start', '--print']],
    ['standing', ['standing', pavlov, ...morning]],
    ['standing', ['standing', pavlov, ...morning, '--lang', 'es', '--audience', 'public']],
    ['why', ['why', pavlov, 'es.asylum-appeal.urgent-stay', '--not', ...morning]],
    ['missing', ['missing', pavlov, ...morning]],
    ['what-if', ['what-if', pavlov, 'measure-indicated 2014-02-20 issuer=echr addressee=ES', ...morning]],
    ['contested', ['contested', pavlov, ...morning]],
    ['timeline', ['timeline', pavlov, '--all', ...morning]],
    ['calendar', ['calendar', pavlov, ...morning]],
    ['people', ['people', pavlov, ...morning]],
    ['precedents', ['precedents', pavlov, ...morning]],
    ['law-list', ['law', 'list', 'remedy']],
    ['law-show', ['law', 'show', 'es.suplica']],
    ['law-deadline', ['law', 'deadline', 'es.suplica', '--from', 'notified=2013-07-12', '--on', '2013-07-16']],
  ])('is kept by the answer of %s (%j)', async (name, words) => {
    const schema = answers[name]
    expect(schema).toBeDefined()
    expect(schema?.safeParse(await answerTo(words)).error).toBeUndefined()
  })
})
