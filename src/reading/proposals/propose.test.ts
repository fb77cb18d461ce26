import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords, propose, standsIn, wordsAt } from './index.ts'
import { PROPOSAL_TEXT_CHARACTERS_MAX } from './propose.ts'
import type { Proposal, ProposeOptions } from './model.ts'

const events = (text: string, options: ProposeOptions = {}): readonly (readonly unknown[])[] =>
  propose(text, { language: 'en', documentDate: '2014-02-19', ...options })
    .filter(({ kind }) => kind === 'event')
    .map(({ modality, fields }) => [fields['type']?.value, modality, fields['date']?.value])

function expectGrounded(text: string, found: readonly Proposal[]): void {
  for (const one of found) {
    const voices = [one.speaker, one.accordingTo].flatMap((voice) => (voice === undefined ? [] : [voice.words]))
    for (const words of [
      one.words,
      ...one.mentions,
      ...Object.values(one.fields).map((field) => field.words),
      ...voices,
    ]) {
      expect(standsIn(text, words)).toBe(true)
    }
  }
}

/** Pieces that grammars care about, thrown together. */
const pieces = fc.constantFrom(
  'If ',
  'the court ',
  'Spain ',
  'Aleksandr Pavlov ',
  'was extradited ',
  'on 14 February',
  '. ',
  '“',
  '” said ',
  'not ',
  'must ',
  'Kazakhstan’s ',
  'El Gobierno ',
  'acordó la entrega ',
  'ayer',
  'Правительство ',
  'Александра Павлова ',
  'выдачу ',
  'не ',
  "n'a pas été extradé ",
  '\n',
  '\uE000',
  '\uD83D',
  '31.02.2014 ',
  'İ',
  'torture ',
)

describe('grounding', () => {
  test('the words of every proposal stand at their place, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
          fc.string({ unit: 'binary', maxLength: 200 }),
        ),
        fc.constantFrom('en', 'es', 'fr', 'ru', undefined),
        (text, language) => {
          expectGrounded(text, propose(text, { language, documentDate: '2014-02-19' }))
        },
      ),
      { numRuns: 120 },
    )
  }, 60_000)

  test('the same text gives the same proposals', () => {
    const text = 'The government approved the extradition of Alexander Pavlov last Friday.'
    expect(propose(text, { documentDate: '2014-02-19' })).toEqual(propose(text, { documentDate: '2014-02-19' }))
  })

  test('words that are not there cannot be made', () => {
    expect(() => wordsAt('a text', 3, 40)).toThrow(RangeError)
    expect(() => wordsAt('a   b', 1, 3)).toThrow(RangeError)
    expect(findWords('He was not arrested.', 'He was arrested')).toBeUndefined()
    expect(findWords('She said “no\nmore”', 'said "no more"')?.start).toBe(4)
  })

  test('one endless line ends in good time', () => {
    const text = 'If Spain, if Kazakhstan, the government agreed to '.repeat(4_000)
    expectGrounded(text.slice(0, PROPOSAL_TEXT_CHARACTERS_MAX), propose(text, { language: 'en' }))
  }, 60_000)
})

describe('a demand', () => {
  test.each([
    ['en', 'Spain must not extradite him.', 'not extradite him'],
    ['en', 'Spain must never extradite him.', 'never extradite him'],
    ['en', 'Spain cannot and should not trust such promises.', 'cannot and should not trust such promises'],
    ['en', 'Spain must reverse the decision.', 'reverse the decision'],
    ['es', 'España no debe entregar al detenido.', 'no debe entregar al detenido'],
    ['es', 'España debe revocar la decisión.', 'revocar la decisión'],
    ['fr', 'L’Espagne ne doit pas extrader cet homme.', 'ne doit pas extrader cet homme'],
    ['fr', 'L’Espagne doit annuler la décision.', 'annuler la décision'],
    ['ru', 'Испания не должна выдавать его.', 'не должна выдавать его'],
    ['ru', 'Испания должна отменить решение.', 'отменить решение'],
  ])('%s: %s is never told as its opposite', (language, text, content) => {
    const [demand] = propose(text, { language }).filter(({ kind }) => kind === 'demand')
    expect(demand?.fields['content']?.value).toBe(content)
  })
})

describe('assurances', () => {
  test.each([
    ['en', 'Kazakhstan has given assurances that he will not be tortured.', 'he will not be tortured'],
    ['es', 'Kazajistán ha ofrecido garantías de que no será torturado.', 'no será torturado'],
  ])('%s: %s is told with what was promised', (language, text, content) => {
    const [assurance] = propose(text, { language }).filter(({ kind }) => kind === 'assurance')
    expect(assurance?.fields['content']?.value).toBe(content)
    expect(assurance?.words.text).toContain(content)
  })
})

describe('what did not happen is no event', () => {
  test.each([
    [
      'If the European Court ordered interim measures, Spain would have to wait.',
      'measure-indicated',
      'conditional',
    ],
    ['The court has not suspended the extradition.', 'stay-ordered', 'denied'],
    ['The ministry denies that he was extradited.', 'surrendered', 'denied'],
    ['He may be handed over next week.', 'surrendered', 'possible'],
    ['He must not be handed over to Kazakhstan.', 'surrendered', 'demanded'],
    ['Was he extradited?', 'surrendered', 'possible'],
  ])('%s', (text, type, modality) => {
    expect(events(text).map(([a, b]) => [a, b])).toEqual([[type, modality]])
  })
})

describe('days are counted from the day of the document', () => {
  test.each([
    ['last Friday', '2014-02-14'],
    ['on Monday', '2014-02-17'],
    ['yesterday', '2014-02-18'],
    ['this Wednesday', '2014-02-19'],
    ['on 14 February', '2014-02-14'],
    ['on 20 February', '2013-02-20'],
    ['on 17 July last year', '2013-07-17'],
    ['on 2014-02-03', '2014-02-03'],
    ['on February 3, 2014', '2014-02-03'],
  ])('released %s', (day, date) => {
    expect(events(`He was released ${day}.`)).toEqual([['release', 'asserted', date]])
  })

  test('day and month that could be exchanged stay both, unless the text tells or the language does', () => {
    expect(events('He was released on 10.08.2012.')).toEqual([['release', 'asserted', '[2012-08-10,2012-10-08]']])
    expect(events('He was arrested on 09.25.2012. He was released on 10.08.2012.')[1]).toEqual([
      'release',
      'asserted',
      '2012-10-08',
    ])
    expect(events('Fue puesto en libertad el 08.11.2013.', { language: 'es' })).toEqual([
      ['release', 'asserted', '2013-11-08'],
    ])
  })

  test('without a day of the document a year is not guessed', () => {
    expect(events('He was released on 14 February.', { documentDate: undefined })).toEqual([
      ['release', 'asserted', 'XXXX-02-14'],
    ])
    expect(events('He was released last Friday.', { documentDate: undefined })).toEqual([
      ['release', 'asserted', undefined],
    ])
  })
})

describe('persons', () => {
  const names = (text: string, language = 'en'): readonly unknown[] =>
    propose(text, { language })
      .filter(({ kind }) => kind === 'person')
      .map(({ fields, mentions }) => [fields['name']?.value, mentions.length + 1])

  test('one slip of the pen does not make a second person', () => {
    expect(names('Alexander Pavlov was held. Later Alexander Pavolv was freed, and Pavlov left.')).toEqual([
      ['Alexander Pavlov', 3],
    ])
  })

  test('relatives stay apart', () => {
    expect(names('Alma Shalabayeva and Syrym Shalabayev were named.')).toEqual([
      ['Alma Shalabayeva', 1],
      ['Syrym Shalabayev', 1],
    ])
  })

  test('States, bodies, places and months are no persons', () => {
    expect(
      names(
        'The Council of Ministers met in Madrid. The European Court of Human Rights and Amnesty International wrote in February.',
      ),
    ).toEqual([])
  })

  test('forms of a Russian name are one person', () => {
    expect(
      names('Александр Павлов арестован. Адвокат Александра Павлова подал жалобу. Павлову отказали.', 'ru'),
    ).toEqual([['Александр Павлов', 3]])
  })

  test('"whose" belongs to the nearer one', () => {
    const text =
      'Alexander Pavlov is an associate of Mukhtar Ablyazov, whose extradition was ordered by a French court.'
    const found = propose(text, { language: 'en' })
    const ordered = found.find(({ fields }) => fields['type']?.value === 'admissibility-granted')
    expect(ordered?.fields['person']?.words.text).toBe('Mukhtar Ablyazov')
  })
})
