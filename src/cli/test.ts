import { join } from 'node:path'
import type { Command, Text } from './command.ts'
import { checks } from './checks.ts'

export const command: Command = {
  name: 'test',
  summary: {
    en: 'check everything: types, style, dead code, all tests',
    es: 'comprueba todo: tipos, estilo, código muerto y pruebas',
  },
  usage: ['test [VITEST ARGUMENTS…]'],
  about: {
    en:
      'Every check runs even when an earlier one fails. Words after "test" choose tests by a part of their ' +
      'path, and then only the tests run.',
    es:
      'Todas las comprobaciones se ejecutan aunque falle una anterior. Las palabras tras "test" eligen pruebas ' +
      'por una parte de su ruta, y entonces solo se ejecutan las pruebas.',
  },
  options: {},
  examples: ['test', 'test src/record'],
  passThrough: true,
  async run({ platform, out, root, env, language }, { positionals }) {
    const plain = (env['CI'] ?? '') !== '' || !out.style.colour
    const failed: string[] = []
    for (const check of checks(positionals)) {
      out.paragraph(`${check.name[language]}…`)
      const code = await platform.processes.run({
        file: process.execPath,
        args: [join(root, 'node_modules', check.script), ...check.args],
        folder: root,
        env: plain ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {},
      })
      if (code !== 0) failed.push(check.name[language])
    }
    if (failed.length === 0) return 0
    out.paragraph(`${notClean[language]}: ${failed.join(', ')}`)
    return 1
  },
}

const notClean: Text = { en: 'not clean', es: 'con fallos' }
