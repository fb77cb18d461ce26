/** Assurances that were given: what is said of them, factor by factor, with what nobody has answered. No score. */
import { assurancesAnswer } from '../../casework/index.ts'
import type { Block, Gap, Text } from '../paper/model.ts'
import { attributed } from './facts.ts'
import { filled, type Material, said, type Sheet } from './material.ts'

/** Who says what about the assurances. */
export const assurances: Material = (sheet) => filled(spoken(sheet))

function spoken(sheet: Sheet): readonly Block[] {
  const { view } = sheet.opened
  const about = [...view.claims.values()].filter(
    ({ subject, property }) =>
      property === 'content' && (view.events.get(subject)?.event.type ?? '').startsWith('assurances'),
  )
  const items = about.map((claim): Text => [attributed(sheet, claim)])
  return items.length === 0 ? [] : [{ kind: 'list', numbered: false, items }]
}

/** Each factor of each test: who answered it, and what would have to be known. */
export const assuranceFactors: Material = (sheet) => {
  const { tests } = assurancesAnswer(sheet.opened, sheet.language)
  const head = [
    said(sheet, 'Factor', 'Factor'),
    said(sheet, 'What has to be known', 'Qué hay que saber'),
    said(sheet, 'Answered by', 'Respondido por'),
  ]
  const gaps: Gap[] = []
  const blocks = tests
    .filter(({ test }) => test.includes('assurance'))
    .map(({ question, factors, norms }): readonly Block[] => {
      const rows = factors.map(({ title, needs, answers, question: id }): readonly Text[] => {
        if (answers.length === 0)
          gaps.push({
            field: id,
            title,
            why: said(sheet, 'Nobody has answered this factor.', 'Nadie ha respondido a este factor.'),
            todo: needs,
            weight: 'wanted',
          })
        const who = answers.map((a) => `${a.by}: ${answerWords(sheet, a.answer)}. ${a.reasons}`).join(' ')
        return [
          [sheet.notes.law(title)],
          [sheet.notes.law(needs)],
          [sheet.notes.person(who === '' ? said(sheet, 'nobody', 'nadie') : who)],
        ]
      })
      return [
        { kind: 'paragraph', text: [sheet.notes.law(`${question} (${norms.join('; ')})`)] },
        { kind: 'table', head, rows },
      ]
    })
  return filled([...spoken(sheet), ...blocks.flat()], gaps)
}

const answerWords = (sheet: Sheet, answer: 'yes' | 'no' | 'unsure'): string =>
  ({ yes: said(sheet, 'yes', 'sí'), no: 'no', unsure: said(sheet, 'unsure', 'no se sabe') })[answer]
