import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/index.ts'
import { readProject } from './project.ts'
import { rules, tidy } from './tidy.ts'

const scratch = mkdtempSync(join(tmpdir(), 'forestay-tidy-'))
afterAll(() => rmSync(scratch, { recursive: true }))

let count = 0
/** What tidy says of a small project made of these files. Folders of `src/` get their furniture. */
function findings(files: Readonly<Record<string, string>>): string[] {
  const root = join(scratch, String((count += 1)))
  const furniture: Record<string, string> = {}
  for (const path of Object.keys(files)) {
    const folder = /^src\/([^/]+)\//.exec(path)?.[1]
    if (folder === undefined) continue
    furniture[`src/${folder}/README.md`] = '# a folder\n'
    furniture[`src/${folder}/index.ts`] = 'export {}\n'
  }
  for (const [path, text] of Object.entries({ ...furniture, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return tidy(readProject(root))
}

describe('the house', () => {
  const project = readProject(projectRoot())
  it.each(Object.keys(rules))('is tidy: %s', (name) => {
    expect(tidy(project, [name])).toEqual([])
  })
  it('was looked at: the reader found sources, packs and documents', () => {
    const paths = project.files.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['forestay', 'src/record/model.ts', 'law/README.md', 'README.md']))
  })
})

describe('tidy notices', () => {
  it('nothing in a tidy project', () => {
    expect(
      findings({
        'src/record/time.ts': 'export const now = 1\n',
        'src/law/clock.ts': "import { now } from '../record/index.ts'\nexport const later = now + 1\n",
      }),
    ).toEqual([])
  })

  it('a file that is too long, with a longer measure for tests', () => {
    const lines = (n: number): string => '// line\n'.repeat(n)
    expect(
      findings({
        'src/law/long.ts': lines(401),
        'src/law/fits.ts': lines(400),
        'src/law/long.test.ts': lines(600),
      }),
    ).toEqual(['src/law/long.ts:401: 401 lines, at most 400: split what belongs apart'])
  })

  it('a line that is too wide', () => {
    expect(findings({ 'src/law/wide.ts': `// ${'x'.repeat(118)}\n// ${'x'.repeat(117)}\n` })).toEqual([
      'src/law/wide.ts:1: 121 columns, at most 120',
    ])
  })

  it('an import that runs up', () => {
    expect(
      findings({ 'src/record/a.ts': "import type { Law } from '../law/index.ts'\nexport type A = Law\n" }),
    ).toEqual(['src/record/a.ts:1: src/record may not import src/law: imports run down only'])
  })

  it('an import over several lines, a re-export, and a lazy import that run up', () => {
    const door = "'../law/index.ts'"
    const text = `import {\n  law,\n} from ${door}\nexport * from ${door}\nexport const l = () => import(${door})\n`
    expect(findings({ 'src/record/a.ts': text })).toHaveLength(3)
  })

  it('a folder entered by the window', () => {
    expect(findings({ 'src/law/a.ts': "import { x } from '../record/time.ts'\nexport const y = x\n" })).toEqual([
      'src/law/a.ts:1: enter src/record by its door: import src/record/index.ts',
    ])
  })

  it('a domain that touches the machine', () => {
    expect(
      findings({
        'src/law/a.ts': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
        'src/record/b.ts': 'export const time = Date.now()\n',
        'src/record/b.test.ts': "import { readFileSync } from 'node:fs'\nreadFileSync('x')\n",
      }),
    ).toEqual([
      'src/law/a.ts:1: src/law is pure: it may not import node:fs',
      'src/record/b.ts:1: src/record is pure: no Date.now(',
    ])
  })

  it('a folder nobody gave a place', () => {
    expect(findings({ 'src/misc/a.ts': 'export {}\n' })[0]).toContain('src/misc has no place in the import order')
  })

  it('a folder without a README or a door', () => {
    const root = join(scratch, 'bare')
    mkdirSync(join(root, 'src/law'), { recursive: true })
    writeFileSync(join(root, 'src/law/a.ts'), 'export {}\n')
    expect(tidy(readProject(root))).toEqual(['src/law/README.md:1: is missing', 'src/law/index.ts:1: is missing'])
  })

  it('a program among the law', () => {
    expect(findings({ 'law/es/rules.ts': 'export {}\n' })).toEqual([
      'law/es/rules.ts:1: is a program; this folder holds data only',
    ])
  })

  it('a command that is not listed', () => {
    const command = "export const command: Command = { name: 'x' }\n"
    const registry = "export const registry = { x: () => import('./x.ts') }\n"
    expect(findings({ 'src/cli/x.ts': command, 'src/cli/y.ts': command, 'src/cli/registry.ts': registry })).toEqual(
      ['src/cli/y.ts:1: declares a command that src/cli/registry.ts does not list'],
    )
  })

  it('a lock file from which only one platform can install', () => {
    const packages = (version: object): string =>
      JSON.stringify({
        packages: {
          'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0' } },
          'node_modules/a-linux': version,
        },
      })
    expect(findings({ 'package-lock.json': packages({ version: '1.0.0' }) })).toEqual([])
    expect(findings({ 'package-lock.json': packages({ optional: true }) })).toEqual([
      expect.stringContaining('package-lock.json:1: lacks a-linux, which node_modules/a may need'),
    ])
  })

  it('a promise whose test is not listed, and one that is listed without a test', () => {
    expect(
      findings({
        'PROMISES.md': '| it lasts | tests/promises/lasts.test.ts |\n',
        'tests/promises/order.test.ts': 'export {}\n',
      }),
    ).toEqual([
      'tests/promises/order.test.ts:1: tests a promise that PROMISES.md does not list',
      'PROMISES.md:1: lists tests/promises/lasts.test.ts, which is not there',
    ])
  })

  it.each([
    ['a path on one machine', 'docs/a.md', `see ${['', 'work', 'main'].join('/')} for more`],
    ['a home folder', 'law/a.md', ['', 'home', 'ana', 'x'].join('/')],
    ['a package registry', 'package.json', `{"from": "https://${['registry', 'npmjs', 'org'].join('.')}"}`],
    ['a check that is turned off', 'src/law/a.ts', `// ${['oxlint', 'disable'].join('-')} no-empty`],
    ['a hidden type error', 'src/law/a.ts', ['// @ts', 'ignore'].join('-')],
    ['a test that runs alone', 'src/law/a.test.ts', 'it.ONLY(x)'.replace('ONLY', 'only')],
    ['a link to nowhere', 'docs/a.md', 'see [the other](other.md)'],
  ])('%s', (_what, path, text) => {
    expect(findings({ [path]: `${text}\n` })).toHaveLength(1)
  })

  it('no harm in an address whose path begins like a machine path, or in a word that stands in a sentence', () => {
    expect(
      findings({
        'docs/a.md':
          'https://example.org/home/1 and [here](b.md) and [out](https://example.org/) and [below](#x)\n',
        'docs/b.md': '```\n[not](a-link.md)\n```\n',
        'src/law/a.ts': '// Only this: see example.org/home/\nexport {}\n',
      }),
    ).toEqual([])
  })
})
