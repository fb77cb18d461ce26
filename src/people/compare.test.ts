import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { compareNames } from './index.ts'
import { differentPersons, spelledPersons } from './testing.ts'

const kinds = (a: string, b: string, languageA?: string): readonly string[] =>
  compareNames(a, b, { languageA }).reasons.map(({ kind }) => kind)

describe.each(spelledPersons)('Every spelling of $name in the record', ({ name, spellings, onlyByJudgement }) => {
  it.each(spellings.map((one) => (typeof one === 'string' ? { text: one } : one)))(
    'is found: $text ($language)',
    ({ text, language }) => {
      expect(compareNames(text, name, { languageA: language }).verdict).not.toBe('apart')
    },
  )

  it('but an alias or another name is not, and needs a judgement', () => {
    for (const alias of onlyByJudgement ?? [])
      expect([alias, compareNames(alias, name).verdict]).toEqual([alias, 'apart'])
  })
})

describe('Relatives, namesakes and strangers', () => {
  it.each(differentPersons)('%s is not %s', (a, b) => {
    expect(compareNames(a, b).verdict).toBe('apart')
  })

  it('stay apart in every spelling of either', () => {
    const merged = spelledPersons.flatMap((a, index) =>
      spelledPersons.slice(index + 1).flatMap((b) =>
        a.spellings.flatMap((x) =>
          b.spellings.flatMap((y) => {
            const [first, second] = [x, y].map((one) => (typeof one === 'string' ? { text: one } : one))
            const compared = compareNames(first?.text ?? '', second?.text ?? '', {
              languageA: first?.language,
              languageB: second?.language,
            })
            return compared.verdict === 'same' ? [`${first?.text} | ${second?.text}`] : []
          }),
        ),
      ),
    )
    expect(merged).toEqual([])
  })

  it('a longer family name that begins alike is no proposal', () => {
    expect(compareNames('Alexander Pavlovsky', 'Aleksandr Pavlov').verdict).not.toBe('same')
  })

  it('father and son are not one man for bearing the same words', () => {
    expect(compareNames('Salman bin Muhammad al-Rawi', 'Muhammad bin Salman al-Rawi').verdict).toBe('apart')
  })

  it('two patronymics make two men', () => {
    expect(compareNames('Иван Петрович Сидоров', 'Иван Сергеевич Сидоров').verdict).toBe('apart')
    expect(compareNames('Иван Петрович Сидоров', 'Ivan Petrovich Sidorov').verdict).toBe('same')
  })

  it('a family name alone is a question at most', () => {
    expect(compareNames('Pavlov', 'Aleksandr Pavlov').verdict).toBe('ask')
    expect(compareNames('Aleksandr', 'Aleksandr Pavlov').verdict).toBe('apart')
  })
})

describe('"Aleksandra Pavlova"', () => {
  it('stays a question, because she may be a woman', () => {
    const compared = compareNames('Aleksandra Pavlova', 'Aleksandr Pavlov')
    expect(compared.verdict).toBe('ask')
    expect(compared.reasons.map(({ kind }) => kind)).toContain('feminine-or-genitive')
    expect(compareNames('Aleksandra Pavlova', 'Aleksandr Pavlov', { languageA: 'fr' }).verdict).toBe('ask')
  })

  it('is proposed in a Polish text, where the genitive looks like that', () => {
    expect(compareNames('Aleksandra Pavlova', 'Aleksandr Pavlov', { languageA: 'pl' }).verdict).toBe('same')
    expect(kinds('Aleksandra Pavlova', 'Aleksandr Pavlov', 'pl')).toContain('genitive-by-language')
  })

  it('is not read as a genitive by the language of the other name', () => {
    expect(compareNames('Aleksandra Pavlova', 'Aleksandr Pavlov', { languageB: 'pl' }).verdict).toBe('ask')
  })

  it('with only the family name in -a is a question even in Polish', () => {
    expect(compareNames('Syrym Shalabayeva', 'Syrym Shalabayev', { languageA: 'pl' }).verdict).toBe('ask')
  })
})

describe('A comparison', () => {
  it('says what it rests on', () => {
    expect(kinds('Ablyazov Muktar', 'Mukhtar Ablyazov')).toContain('inverted')
    expect(kinds('Александр Павловa', 'Aleksandr Pavlov')).toContain('mixed-scripts')
    expect(kinds('А. Павлов', 'Aleksandr Pavlov')).toContain('initial')
    expect(kinds('Alexandrem Pavlovem', 'Aleksandr Pavlov')).toContain('case-form')
    expect(kinds('Syrym Shalabayev', 'Alma Shalabayeva')).toContain('same-family-other-given')
  })

  it('gives one score whichever name comes first, and never more than 1', () => {
    const words = fc.constantFrom(
      'Aleksandr',
      'Павлов',
      'Pavlova',
      'bin',
      'al-Rawi',
      'А.',
      'Muxtar',
      'Sr.',
      'O’Neill',
      '亚历',
      '',
    )
    const name = fc.array(words, { maxLength: 5 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        const there = compareNames(a, b)
        const back = compareNames(b, a)
        expect(there.score).toBeCloseTo(back.score, 9)
        expect(there.score).toBeGreaterThanOrEqual(0)
        expect(there.score).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Number.isFinite(compareNames(a, b).score)).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect(compareNames('', '').verdict).toBe('apart')
    expect(compareNames('a'.repeat(100_000), 'b '.repeat(50_000)).verdict).toBe('apart')
  })
})
