import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCommandName, readArguments } from '../../src/cli/arguments.ts'
import { registry } from '../../src/cli/registry.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { pretendedSignals, projectRoot, systemPlatform } from '../../src/platform/index.ts'

/** Running every example of the law takes the longest. */
const COMMAND_MILLISECONDS_MAX = 120_000

/** Commands that change nothing and end by themselves. */
const readOnly = new Set([
  'start',
  'standing',
  'timeline',
  'why',
  'missing',
  'what-if',
  'contested',
  'precedents',
  'calendar',
  'dossier',
  'statement',
  'urgent-action',
  'chronology',
  'summary',
  'evidence-index',
  'assurance-sheet',
  'letter',
  'law',
  'help',
])

interface Line {
  readonly words: readonly string[]
  readonly where: string
  /** Stands in a block to be copied, rather than in a sentence or with a placeholder. */
  readonly isWhole: boolean
}

/** As a shell would, as far as these documents need it: words in double quotes stay together. */
const splitWords = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

/** Every `./forestay …` in a document, in blocks and in sentences. */
function linesOf(root: string, path: string): Line[] {
  let inBlock = false
  return readFileSync(join(root, path), 'utf8')
    .split('\n')
    .flatMap((text, index): Line[] => {
      if (text.startsWith('```')) {
        inBlock = !inBlock && text === '```sh'
        return []
      }
      const found = inBlock
        ? [/^\.\/forestay\s+([^#]*)/.exec(text)?.[1]]
        : [...text.matchAll(/`\.\/forestay ([^`…][^`]*)`/g)].map((match) => match[1])
      return found.flatMap((rest) =>
        rest === undefined
          ? []
          : [
              {
                words: splitWords(rest),
                where: `${path}:${index + 1}`,
                isWhole: inBlock,
              },
            ],
      )
    })
}

const root = projectRoot()
const guide = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md'))
const lines = [
  'README.md',
  'CONTRIBUTING.md',
  'law/README.md',
  ...guide.map((name) => `docs/guide/${name}`),
].flatMap((path) => linesOf(root, path))

const nameOf = ({ words }: Line): string => findCommandName(words).name ?? ''
const isThere = (line: Line): boolean => Object.hasOwn(registry, nameOf(line))
const titled = (chosen: readonly Line[]): (readonly [string, Line])[] =>
  chosen.map((line) => [`${line.words.join(' ')} (${line.where})`, line])

describe('a command in the documents', () => {
  it('was found at all', () => {
    expect(lines.filter(({ isWhole }) => isWhole).map(nameOf)).toEqual(expect.arrayContaining(['start', 'test']))
  })

  it.each(titled(lines))('exists: %s', (_title, line) => {
    expect(isThere(line), `no command ${nameOf(line)}`).toBe(true)
  })

  it.each(titled(lines.filter(isThere)))('has the options it is shown with: %s', async (_title, line) => {
    const command = await registry[nameOf(line)]?.()
    const { rest } = findCommandName(line.words)
    expect(() => readArguments(rest, command ?? { options: {} })).not.toThrow()
  })

  // The workbench goes on until someone ends it: told to stop at once, it still has to start and say where it is.
  // What writes a file is left to its own tests.
  const runnable = lines.filter(
    (line) => line.isWhole && isThere(line) && readOnly.has(nameOf(line)) && !line.words.includes('--out'),
  )
  const platform = { ...systemPlatform, signals: pretendedSignals(Promise.resolve()) }
  it.each(titled(runnable))(
    'works as it stands: %s',
    async (_title, { words }) => {
      let [out, err] = ['', '']
      const code = await runCommandLine(words, {
        stdout: {
          write: (text) => {
            out += text
          },
        },
        stderr: {
          write: (text) => {
            err += text
          },
        },
        env: {},
        platform,
        root,
        registry,
      })
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).not.toBe('')
    },
    COMMAND_MILLISECONDS_MAX,
  )
})
