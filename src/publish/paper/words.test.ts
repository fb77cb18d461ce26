import { describe, expect, it } from 'vitest'
import { countsWords, countWords, dateWords, namesWords, withinSentence } from './words.ts'

describe('dates of a paper', () => {
  it.each([
    ['2014-02-14', '14 February 2014', '14 de febrero de 2014'],
    ['2013-05', 'May 2013', 'mayo de 2013'],
    ['2007~', '2007 (approximately)', '2007 (aproximadamente)'],
    [
      '2014-02-14?',
      '14 February 2014 (inferred, not documented)',
      '14 de febrero de 2014 (deducido, no documentado)',
    ],
    ['../2013', 'not later than 2013', 'no después de 2013'],
    ['../2013-07', 'not later than July 2013', 'no después de julio de 2013'],
    ['../2013-07-22', 'not later than 22 July 2013', 'no después del 22 de julio de 2013'],
    ['2013/..', 'from 2013', 'desde 2013'],
    ['2013-07-22/..', 'from 22 July 2013', 'desde el 22 de julio de 2013'],
    ['1995/2009', 'between 1995 and 2009', 'entre 1995 y 2009'],
    ['1995-01-01/2009-12-31', 'between 1995 and 2009', 'entre 1995 y 2009'],
    ['2013-01-01/2013-12-31', '2013', '2013'],
    [
      '2013-09/2013-10-05',
      'between September 2013 and 5 October 2013',
      'entre septiembre de 2013 y el 5 de octubre de 2013',
    ],
    ['2014-02-21T07:45', '21 February 2014, 07:45', '21 de febrero de 2014, 07:45 horas'],
    ['when the snow melts', 'when the snow melts', 'when the snow melts'],
  ])('%s is said in words, with the article that Spanish wants', (text, en, es) => {
    expect([dateWords(text, 'en'), dateWords(text, 'es')]).toEqual([en, es])
  })
})

describe('names in a sentence', () => {
  it('are joined as the language joins them', () => {
    expect(namesWords(['A', 'B', 'C'], 'en')).toBe('A, B and C')
    expect(namesWords(['A', 'Irene'], 'es')).toBe('A e Irene')
    expect(namesWords(['A', 'Hierro'], 'es')).toBe('A y Hierro')
    expect(namesWords([], 'en')).toBe('')
  })

  it('lose the capital of their article, and nothing else', () => {
    expect(withinSentence('The defence')).toBe('the defence')
    expect(withinSentence('Theodor')).toBe('Theodor')
  })
})

describe('counts for the public', () => {
  it('under five are not printed, and cannot be had by subtraction', () => {
    expect(countWords(4, 'public', 'en')).toBe('fewer than 5')
    expect(countWords(4, 'counsel', 'en')).toBe('4')
    expect(countsWords([2, 7, 30], 'public', 'en')).toEqual(['fewer than 5', 'not given', '30'])
  })
})
