import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, it } from 'vitest'
import { flagWord, propertyWord } from './index.ts'

it('properties are called as vocabulary/properties.yaml calls them', () => {
  const file: unknown = parse(readFileSync(new URL('../../vocabulary/properties.yaml', import.meta.url), 'utf8'))
  const listed = Reflect.get(Object(file), 'properties') as Readonly<Record<string, { en: string; es: string }>>
  for (const [property, { en, es }] of Object.entries(listed)) {
    expect([property, propertyWord(property, 'en'), propertyWord(property, 'es')]).toEqual([property, en, es])
  }
})

it('a property nobody has named is called by its id', () => {
  expect(propertyWord('colour', 'en')).toBe('colour')
  expect(propertyWord('constructor', 'es')).toBe('constructor')
})

it('whether something occurred is said in words', () => {
  expect(flagWord('occurred', 'false', 'en')).toBe('did not happen')
  expect(flagWord('outcome', 'true', 'en')).toBe('true')
})
