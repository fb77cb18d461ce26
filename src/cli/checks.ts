import type { Text } from './command.ts'

/** One program that says whether the project is in order, by its exit code. */
export interface Check {
  readonly name: Text
  /** In `node_modules/`. */
  readonly script: string
  readonly args: readonly string[]
}

const preliminaries: readonly Check[] = [
  {
    name: { en: 'types', es: 'tipos' },
    script: 'typescript/bin/tsc',
    args: ['--noEmit', '-p', 'tsconfig.json'],
  },
  {
    name: { en: 'types of the pages', es: 'tipos de las páginas' },
    script: 'typescript/bin/tsc',
    args: ['--noEmit', '-p', 'src/web/tsconfig.json'],
  },
  {
    name: { en: 'style', es: 'estilo' },
    script: 'oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings', '--format=unix'],
  },
  {
    name: { en: 'dead code', es: 'código muerto' },
    script: 'knip/bin/knip.js',
    args: ['--include', 'files,dependencies,unlisted,unresolved', '--no-progress'],
  },
]

/** What `./forestay test` runs, in order; the tests come last, so that their count ends the output. */
export function checks(chosenTests: readonly string[]): readonly Check[] {
  const tests: Check = {
    name: { en: 'tests', es: 'pruebas' },
    script: 'vitest/vitest.mjs',
    args: ['run', ...chosenTests],
  }
  return chosenTests.length === 0 ? [...preliminaries, tests] : [tests]
}
