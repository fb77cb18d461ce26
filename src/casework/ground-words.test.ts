import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groundText } from './ground-words.ts'

const said = ['ground', 'article-34-atom'].flatMap((name) =>
  [...readFileSync(new URL(`../law/${name}.ts`, import.meta.url), 'utf8').matchAll(/because: '([^']+)'/gu)].map(
    ([, words = '']) => words,
  ),
)

test('the engine gives reasons', () => {
  expect(said.length).toBeGreaterThan(5)
})

test.each(said)('“%s” is said in Spanish too', (because) => {
  expect(groundText(because, 'es')).not.toBe(because)
  expect(groundText(because, 'en')).toBe(because)
})
