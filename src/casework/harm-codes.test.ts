import { describe, expect, it } from 'vitest'
import { harmCode } from './harm-codes.ts'

describe('what is feared', () => {
  it.each([
    ['torture and other ill-treatment', 'torture'],
    ['ser torturado', 'torture'],
    ['пытки', 'torture'],
    ['применение пыток', 'torture'],
    ['persecución política', 'persecution'],
    ['malos tratos', 'ill-treatment'],
    ['inhuman treatment', 'inhuman-treatment'],
  ])('has its code: %s', (words, code) => {
    expect(harmCode(words)).toBe(code)
  })

  it.each([
    ['extortion', 'extortion'],
    ['попытка', 'попытка'],
    ['Serious  harm', 'serious-harm'],
  ])('stays in its own words where it has none, whatever letters it shares with one: %s', (words, code) => {
    expect(harmCode(words)).toBe(code)
  })
})
