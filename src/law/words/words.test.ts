import { describe, expect, it } from 'vitest'
import { parseMoment } from '../../record/index.ts'
import type { Atom } from '../atom.ts'
import { effectModes, effectTargets } from '../model.ts'
import { given, lawOf, madrid, remedy, term } from '../testing.ts'
import { whatIf } from '../what-if.ts'
import {
  atomWords,
  checkedWord,
  exhaustionWord,
  findingWord,
  instantWords,
  instantWordsFor,
  isRemedyStatus,
  modeWord,
  normText,
  patternWords,
  periodText,
  questionWords,
  say,
  stateWord,
  statusWord,
  strengthWord,
  targetWord,
  titleOf,
  valueWord,
} from './index.ts'

const law = lawOf(
  remedy('appeal', { title: { en: 'appeal', es: 'recurso' }, term: 'five-days' }),
  term('five-days', { title: { en: 'five days', es: 'cinco días' } }),
)
const languages = ['en', 'es'] as const

/** Each word of a list is there in both languages, and no two of them are the same word. */
function told<T>(list: readonly T[], word: (one: T, language: 'en' | 'es') => string): void {
  for (const language of languages) {
    const words = list.map((one) => word(one, language))
    expect(words.every((text) => text.trim() !== '' && !text.includes('_') && !text.includes('undefined'))).toBe(
      true,
    )
    expect(new Set(words).size).toBe(list.length)
  }
}

describe('words', () => {
  it('for the four values', () => {
    told(['true', 'false', 'unknown', 'contested'] as const, valueWord)
  })
  it('for every status of a remedy', () => {
    told(
      [
        'not_yet',
        'open',
        'used_pending',
        'used_decided',
        'lapsed',
        'waived',
        'not_available',
        'blocked',
        'burnt',
        'moot',
        'disputed',
        'unknown',
      ] as const,
      statusWord,
    )
    expect([isRemedyStatus('burnt'), isRemedyStatus('toString'), isRemedyStatus('none')]).toEqual([
      true,
      false,
      false,
    ])
  })
  it('for every mode and target of an effect', () => {
    told(effectModes, modeWord)
    told(effectTargets, targetWord)
  })
  it('for every strength of a body', () => {
    told(
      ['domestic-court', 'domestic-executive', 'treaty-court', 'treaty-committee', 'political'] as const,
      strengthWord,
    )
  })
  it('for exhaustion, findings and how a norm was checked', () => {
    told(['established', 'not_established', 'unknown', 'disputed'] as const, exhaustionWord)
    told(['supported', 'contradicted', 'not_established', 'disputed', 'untested'] as const, findingWord)
    told(['official', 'secondary', 'unverified'] as const, checkedWord)
  })

  it('fall back to English where a language has none', () => {
    expect([
      say({ en: 'court', es: 'tribunal' }, 'es'),
      say({ en: 'court' }, 'es'),
      say({ en: 'court' }, 'ru'),
    ]).toEqual(['tribunal', 'court', 'court'])
  })

  it('a norm is cited with how it was checked, and loudly when nobody did', () => {
    expect(normText(law, { instrument: 'act', article: '18.2', checked: 'official' }, 'en')).toMatch(
      /^Act art\. 18\.2 \(official/,
    )
    expect(normText(law, { instrument: 'act', article: '§ 5', checked: 'unverified' }, 'es')).toBe(
      'Act § 5 (SIN VERIFICAR)',
    )
    expect(normText(law, { instrument: 'gone', article: '1', checked: 'secondary' }, 'en')).toContain('gone')
  })

  it('a thing is called by its title, and by its name when it has none', () => {
    expect([
      titleOf(law, 'appeal', 'es'),
      titleOf(law, 'main', 'en'),
      titleOf(law, 'court', 'en'),
      titleOf(law, 'nothing', 'en'),
    ]).toEqual(['recurso', 'Main track', 'The Court', 'nothing'])
  })
})

const atoms: Record<Atom['kind'], Atom> = {
  happened: { kind: 'happened', pattern: { type: 'hearing', where: [['outcome', 'yes']] } },
  after: { kind: 'after', pattern: { type: 'stay-lifted', where: [] }, of: { type: 'stay-ordered', where: [] } },
  order: { kind: 'order', first: { type: 'hearing', where: [] }, then: { type: 'decided', where: [] } },
  fact: { kind: 'fact', fact: 'sending-state', among: ['ES', 'FR'] },
  bound: { kind: 'bound', state: 'sending-state', by: 'treaty' },
  assessed: { kind: 'assessed', question: 'real-risk', as: 'yes' },
  passed: { kind: 'passed', term: 'five-days' },
  'in-force': { kind: 'in-force', from: '2014-01-01', until: undefined, anchor: 'at' },
  found: { kind: 'found', finding: 'article-34' },
  nothing: { kind: 'nothing' },
}

describe('what a condition asks', () => {
  it.each(Object.entries(atoms))('%s is said and asked in both languages', (_, atom) => {
    for (const language of languages) {
      for (const text of [atomWords(law, atom, language), questionWords(law, atom, language)])
        expect(text).toMatch(/^(?!.*(undefined|\[object)).{3,}$/)
    }
    expect(questionWords(law, atom, 'en')).not.toBe(questionWords(law, atom, 'es'))
  })

  it('about a remedy is asked by its title', () => {
    const asked = (type: string, language: 'en' | 'es') =>
      questionWords(law, { kind: 'happened', pattern: { type, where: [['remedy', 'appeal']] } }, language)
    expect(asked('filed', 'en')).toMatch(/been filed.*: appeal\?$/)
    expect(asked('filed', 'es')).toMatch(/presentado.*: recurso\?$/)
  })

  it('about a missing notification asks for the day', () => {
    const atom: Atom = {
      kind: 'happened',
      pattern: {
        type: 'ordered',
        where: [
          ['moment', 'notified'],
          ['event', 'e1'],
        ],
      },
    }
    expect(questionWords(law, atom, 'en')).toBe('On which day was this notified: ordered?')
    expect(questionWords(law, atom, 'es')).toContain('notificado')
  })

  it('about an event after another names both', () => {
    expect(questionWords(law, atoms.after, 'en')).toBe('Has this happened: stay lifted, after: stay ordered?')
  })

  it('about an unknown event type falls back to its name', () => {
    expect(
      patternWords(
        law,
        {
          type: 'not-in-vocabulary',
          where: [
            ['remedy', 'appeal'],
            ['issuer', 'court'],
            ['addressee', '@sending-state'],
          ],
        },
        'en',
      ),
    ).toContain('not-in-vocabulary: appeal, by The Court')
  })
})

describe('dates and periods', () => {
  it('a day is said as a day, a minute with its hour', () => {
    expect(instantWords(madrid, parseMoment('2014-02-10', madrid))).toBe('2014-02-10')
    expect(instantWords(madrid, parseMoment('2014-02-10T09:30', madrid))).toBe('2014-02-10 09:30')
  })

  it('what is not known is said by nothing', () => {
    expect([instantWordsFor(madrid, null), instantWordsFor(madrid, Infinity)]).toEqual([null, null])
  })

  it.each([
    ['3 working days', '3 días hábiles'],
    ['40 calendar days', '40 días naturales'],
    ['2 clear days', '2 días francos'],
    ['24 hours', '24 horas'],
    ['2 months', '2 meses'],
    ['4 weeks', '4 semanas'],
    ['1 years', '1 años'],
  ])('%s is %s', (en, es) => {
    expect([periodText(en, 'en'), periodText(en, 'es')]).toEqual([en, es])
  })

  it('every status that a change can show is a word or a dash', () => {
    const { changes } = whatIf(law, given('2014-02-10', 'ordered 2014-02-08', 'no filed'), [
      'filed 2014-02-10 remedy=appeal',
    ])
    const shown = changes.filter(({ what }) => what === 'remedy').flatMap(({ before, after }) => [before, after])
    expect(shown).not.toEqual([])
    expect(shown.filter((state) => stateWord(state, 'en') === undefined)).toEqual([])
  })
})
