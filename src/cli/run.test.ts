import { describe, expect, it } from 'vitest'
import {
  fixedClock,
  memoryFiles,
  pretendedProcesses,
  pretendedPrompt,
  pretendedSignals,
  seededRandom,
} from '../platform/index.ts'
import { needPositionals, optionOn, optionText, optionTexts } from './command.ts'
import type { Command } from './command.ts'
import { registry as real } from './registry.ts'
import { runCommandLine } from './run.ts'

/** A domain error, as `record`, `law` and `store` make them. */
class BundleError extends Error {
  readonly file = 'case.yaml'
  readonly line = 14
  readonly why = 'a claim needs the document it stands in'
  readonly remedy = 'add "document:" to the claim'
}

const echo: Command = {
  name: 'standing',
  summary: { en: 'who can still stop it', es: 'quién puede aún detenerlo' },
  usage: ['standing CASE [--at TIME]'],
  options: {
    at: { value: 'TIME', about: { en: 'the day asked about', es: 'el día por el que se pregunta' } },
    from: { value: 'FACT=DATE', many: true, about: { en: 'what starts it', es: 'qué lo inicia' } },
    not: { about: { en: 'why not', es: 'por qué no' } },
  },
  run({ out, json, language }, args) {
    const [folder = ''] = needPositionals(args, ['CASE'])
    if (folder === 'broken') throw new BundleError('A claim in the case cannot be read')
    if (folder === 'fault') throw new TypeError('x is undefined')
    const said = [
      folder,
      optionText(args, 'at'),
      optionTexts(args, 'from').join('+'),
      optionOn(args, 'not'),
      language,
    ]
    if (json) out.json(said)
    else out.paragraph(said.join(' '))
    return Promise.resolve(0)
  },
}

async function call(words: string, env: Readonly<Record<string, string>> = {}): Promise<[number, string, string]> {
  let [out, err] = ['', '']
  const code = await runCommandLine(
    words.split(' ').filter((word) => word !== ''),
    {
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
      env,
      platform: {
        clock: fixedClock('2014-02-19T08:00:00Z'),
        random: seededRandom(1),
        files: memoryFiles(),
        processes: pretendedProcesses(() => 0),
        prompt: pretendedPrompt(),
        signals: pretendedSignals(Promise.resolve()),
      },
      root: '.',
      registry: {
        standing: () => Promise.resolve(echo),
        timeline: () => Promise.resolve({ ...echo, name: 'timeline' }),
      },
    },
  )
  return [code, out, err]
}

describe('a command line', () => {
  it('takes options before, between and after, and global ones before the command', async () => {
    expect(await call('--lang es standing --at 2014-02-19 pavlov --from a=1 --from b=2 --not')).toEqual([
      0,
      'pavlov 2014-02-19 a=1+b=2 true es\n',
      '',
    ])
    expect((await call('standing pavlov --json --at=2014'))[1]).toContain('"2014"')
  })

  const hint = '  ./forestay help standing'
  const list = '  what to do  ./forestay help lists the commands'
  it.each([
    ['standin p', ['standin: there is no command "standin"', '  what to do  did you mean ./forestay standing?']],
    ['xyz', ['xyz: there is no command "xyz"', list]],
    ['constructor', ['constructor: there is no command "constructor"', list]],
    ['standing p --form a', ['standing: there is no option --form', '  what to do  did you mean --from?', hint]],
    ['standing p -x', ['standing: there is no option -x', hint]],
    ['standing p --at', ['standing: --at needs a value', '  what to do  write --at TIME', hint]],
    ['standing p --not=1', ['standing: --not takes no value', hint]],
    ['standing p --at 1 --at 2', ['standing: --at was given twice', hint]],
    ['standing', ['standing: CASE is missing', hint]],
    ['standing a b', ['standing: did not expect "b"', hint]],
    ['standing a --lang fr', ['standing: there is no language "fr"', '  what to do  choose one of: en, es', hint]],
    ['standin --lang es', ['standin: no hay orden "standin"', '  qué hacer  ¿quiso decir ./forestay standing?']],
  ])('that is not understood says so and what to try, with exit code 2: %s', async (words, lines) => {
    expect(await call(words)).toEqual([2, '', `forestay ${lines.join('\n')}\n`])
  })

  it('without a command shows the commands; that is a mistake unless help was asked for', async () => {
    const [code, out] = await call('')
    expect([code, out]).toEqual([2, expect.stringContaining('  standing  who can still stop it\n')])
    expect((await call('--help'))[0]).toBe(0)
    expect((await call('--hepl'))[2]).toContain('did you mean --help?')
  })

  it('with --help shows how to use the command instead of running it', async () => {
    const [code, out] = await call('standing --help')
    expect(code).toBe(0)
    expect(out).toContain('  ./forestay standing CASE [--at TIME]\n')
    expect(out).toContain('  --at TIME         the day asked about\n')
  })
})

describe('what goes wrong inside a command', () => {
  it('is told with what, why, where and what to do, and never a stack', async () => {
    expect(await call('standing broken')).toEqual([
      1,
      '',
      [
        'forestay standing: A claim in the case cannot be read',
        '  why         a claim needs the document it stands in',
        '  where       case.yaml:14',
        '  what to do  add "document:" to the claim',
        '',
      ].join('\n'),
    ])
  })

  it('is told to programs as JSON, on the error stream', async () => {
    const [code, out, err] = await call('standing broken --json')
    expect([code, out]).toEqual([1, ''])
    expect(JSON.parse(err)).toMatchObject({ error: { where: 'case.yaml:14', fault: false } })
  })

  it('is called a fault of the program when nobody foresaw it, with the place on request', async () => {
    const [code, , err] = await call('standing fault')
    expect(code).toBe(1)
    expect(err).toContain('this is a fault in Forestay')
    expect(err).not.toContain('run.test.ts')
    expect((await call('standing fault', { FORESTAY_DEBUG: '1' }))[2]).toContain('run.test.ts')
  })
})

describe('every command of the program', () => {
  it.each(Object.entries(real))('%s bears its name and says in both languages what it does', async (name, load) => {
    const command = await load()
    expect(command.name).toBe(name)
    for (const text of Object.values(command.summary)) expect(text).not.toBe('')
    for (const line of [...command.usage, ...(command.examples ?? [])]) expect(line.split(' ')[0]).toBe(name)
  })
})
