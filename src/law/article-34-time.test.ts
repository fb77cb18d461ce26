import { describe, expect, it } from 'vitest'
import { type Four, parseDate, type Span } from '../record/index.ts'
import { before, concerns } from './article-34-measure.ts'
import { dateWords, minutesBetween } from './article-34-reasons.ts'

const on = (text: string): Span => parseDate(text, 'Europe/Paris')
const order = (a: string, b: string): Four => before(on(a), on(b))

describe('which of two came first', () => {
  it.each<[string, string, Four]>([
    ['2015-02-20', '2015-02-21', 'true'],
    ['2015-02-21', '2015-02-20', 'false'],
    ['2015-02-20', '2015-02-20', 'unknown'],
    ['2015-02-20T12:00', '2015-02-20T12:01', 'true'],
    ['2015-02-20T12:00', '2015-02-20T12:00', 'unknown'],
    ['2015-02', '2015-02-28', 'unknown'],
    ['2015-02', '2015-03-01', 'true'],
  ])('%s and %s: %s', (a, b, value) => {
    expect(order(a, b)).toBe(value)
  })
  it('is open where nobody dates one of them', () => {
    expect([before(undefined, on('2015')), before(on('2015'), undefined)]).toEqual(['unknown', 'unknown'])
  })
  it.each(['~', '?', '%'])('a date marked %s reaches a day further to either side, and no more', (mark) => {
    expect(order(`2015-02-20${mark}`, '2015-02-21')).toBe('unknown')
    expect(order(`2015-02-20${mark}`, '2015-02-22')).toBe('true')
    expect(order(`2015-02-20${mark}`, '2015-02-22T00:00')).toBe('true')
    expect(order(`2015-02-20${mark}`, '2015-02-19')).toBe('unknown')
    expect(order(`2015-02-20${mark}`, '2015-02-18')).toBe('false')
    expect(order(`2015-02-20${mark}`, '2015-02-18T23:59')).toBe('false')
  })
  it('"about" an hour reaches a minute further', () => {
    expect(order('2015-02-20T12:00~', '2015-02-20T12:01')).toBe('unknown')
    expect(order('2015-02-20T12:00~', '2015-02-20T12:02')).toBe('true')
  })
  it('a date with an open beginning stays one where it is doubtful', () => {
    const open: Span = { ...on('../2015-02-20'), uncertain: true }
    expect(before(open, on('2015-02-21'))).toBe('true')
  })
})

describe('the minutes between', () => {
  const between = (a: string, b: string): string | undefined => minutesBetween(on(a), on(b))?.en
  it.each([
    ['12:00', '12:01', '1 min'],
    ['12:00', '12:59', '59 min'],
    ['12:00', '13:00', '1 h 00 min'],
    ['12:00', '13:59', '1 h 59 min'],
    ['12:00', '14:05', '2 h 05 min'],
    ['00:00', '23:59', '23 h 59 min'],
  ])('%s and %s are %s', (a, b, text) => {
    expect(between(`2015-02-20T${a}`, `2015-02-20T${b}`)).toBe(text)
    expect(minutesBetween(on(`2015-02-20T${a}`), on(`2015-02-20T${b}`))?.es).toBe(text)
  })
  it('are not told of a day or more, of none, or backwards', () => {
    expect(between('2015-02-20T12:00', '2015-02-21T12:00')).toBeUndefined()
    expect(between('2015-02-20T12:00', '2015-02-21T11:59')).toBe('23 h 59 min')
    expect(between('2015-02-20T12:00', '2015-02-20T12:00')).toBeUndefined()
    expect(between('2015-02-20T12:01', '2015-02-20T12:00')).toBeUndefined()
  })
  it('are not told where one of them is a day, or is not dated', () => {
    expect(between('2015-02-20', '2015-02-21T12:00')).toBeUndefined()
    expect(between('2015-02-20T23:00', '2015-02-21')).toBeUndefined()
    expect(minutesBetween(undefined, on('2015-02-20T12:00'))).toBeUndefined()
    expect(minutesBetween(on('2015-02-20T12:00'), undefined)).toBeUndefined()
  })
  it('and a date that nobody records is told in words', () => {
    expect(dateWords(undefined)).toEqual({ en: 'a day that nobody records', es: 'un día que nadie consigna' })
    expect(dateWords(on('2015-02'))).toEqual({ en: '2015-02', es: '2015-02' })
  })
})

describe('whom an event concerns', () => {
  it.each<[string, Parameters<typeof concerns>, Four]>([
    ['all, where nobody is asked about', [{ only: ['p1'], except: ['p2'] }, undefined], 'true'],
    ['one who is named', [{ only: ['p1', 'p2'], except: [] }, 'p1'], 'true'],
    ['not one who is not', [{ only: ['p1'], except: [] }, 'p2'], 'false'],
    ['everyone, where it names nobody', [{ except: [] }, 'p2'], 'true'],
    ['not one who is left out', [{ except: ['p2'] }, 'p2'], 'false'],
    ['not one who is named and left out', [{ only: ['p2'], except: ['p2'] }, 'p2'], 'false'],
  ])('%s', (_, [persons, person], value) => {
    expect(concerns(persons, person)).toBe(value)
  })
})
