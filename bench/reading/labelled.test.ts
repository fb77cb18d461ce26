import { expect, test } from 'vitest'
import { labelledTexts, scores } from './labelled.ts'

const texts = await labelledTexts(new URL('./', import.meta.url))

test('there are forty texts or more, ten or more a language, in two halves', () => {
  expect(texts.length).toBeGreaterThanOrEqual(40)
  for (const language of ['en', 'es', 'fr', 'ru'])
    expect(texts.filter((text) => text.language === language).length).toBeGreaterThanOrEqual(10)
  expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length)
})

test.each([
  ['en', 0.9, 0.75],
  ['es', 0.85, 0.6],
  ['fr', 0.85, 0.6],
  ['ru', 0.85, 0.6],
])('held-out texts in %s: precision %d, recall %d or better', (language, precision, recall) => {
  const found = scores(texts.filter((text) => text.half === 'held-out' && text.language === language)).get('all')
  expect(found?.precision).toBeGreaterThanOrEqual(precision)
  expect(found?.recall).toBeGreaterThanOrEqual(recall)
})
