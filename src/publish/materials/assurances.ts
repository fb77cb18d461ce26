/** Assurances that were given: what is said of them, factor by factor, with what nobody has answered. No score. */
import { assurancesAnswer } from '../../casework/index.ts'
import type { EventView } from '../../record/index.ts'
import type { Block, Gap, Text } from '../paper/model.ts'
import {
  attributed,
  filled,
  listUnder,
  type Material,
  paragraph,
  said,
  type Sheet,
  standingClaims,
} from './material.ts'
import { eventText, ownEvents } from './events.ts'
import { quoted, tongueGap } from './tongue.ts'

/** When assurances were given, and who says what about them. */
export const assurances: Material = (sheet) => {
  const events = ownEvents(sheet).filter(({ event }) => event.type.startsWith('assurances'))
  const blocks = events.flatMap((event): readonly Block[] => [
    paragraph(...eventText(sheet, event)),
    ...listUnder(undefined, contentsOf(sheet, event)),
  ])
  return filled(blocks, events.length === 0 ? [] : tongueGap(sheet))
}

const contentsOf = (sheet: Sheet, { properties }: EventView): readonly Text[] => {
  const content = properties.get('content')
  return content === undefined ? [] : standingClaims(content).map((claim): Text => [attributed(sheet, claim)])
}

/** A test of assurances: by its own flag, or by what it is called in the pack of the sending State. */
const isAboutAssurances = ({ test, perRisk }: { readonly test: string; readonly perRisk: boolean }): boolean =>
  perRisk || /assuranc|guarantee/u.test(test)

/** Each factor of each test: who answered it, and what would have to be known. */
export const assuranceFactors: Material = (sheet) => {
  const tests = assurancesAnswer(sheet.opened, sheet.language).tests.filter(isAboutAssurances)
  const gaps: Gap[] = []
  const blocks = tests.flatMap(({ question, factors, norms, answers }): readonly Block[] => {
    const rows = factors.map((factor): readonly Text[] => {
      if (factor.answers.length === 0) gaps.push(unanswered(sheet, factor))
      const unread =
        factor.checked === 'unverified' ? said(sheet, ' (wording not verified)', ' (texto sin verificar)') : ''
      return [
        [sheet.notes.law(factor.title + unread)],
        [sheet.notes.law(factor.needs)],
        [sheet.notes.person(answersWords(sheet, factor.answers))],
      ]
    })
    const asked: Text = [
      sheet.notes.law(`${question} (${norms.join('; ')})`),
      sheet.notes.person(
        `${said(sheet, 'Answered by', 'Respondida por')}: ${answersWords(sheet, answers)}${answers.length === 0 ? '.' : ''}`,
      ),
    ]
    return [
      { kind: 'paragraph', text: asked },
      ...(rows.length === 0 ? [] : [{ kind: 'table' as const, head: headOf(sheet), rows }]),
    ]
  })
  return filled(blocks, gaps)
}

const headOf = (sheet: Sheet): readonly string[] => [
  said(sheet, 'Factor', 'Factor'),
  said(sheet, 'What has to be known', 'Qué hay que saber'),
  said(sheet, 'Answered by', 'Respondido por'),
]

const unanswered = (
  sheet: Sheet,
  { question, title, needs }: { readonly question: string; readonly title: string; readonly needs: string },
): Gap => ({
  field: question,
  title,
  why: said(sheet, 'Nobody has answered this factor.', 'Nadie ha respondido a este factor.'),
  todo: needs,
  weight: 'wanted',
})

type Answer = ReturnType<typeof assurancesAnswer>['tests'][number]['answers'][number]

const answersWords = (sheet: Sheet, answers: readonly Answer[]): string =>
  answers.length === 0
    ? said(sheet, 'nobody so far', 'nadie hasta ahora')
    : answers.map((a) => `${a.by}: ${answerWords(sheet, a.answer)}. ${quoted(sheet, a.reasons)}`).join(' ')

const answerWords = (sheet: Sheet, answer: Answer['answer']): string =>
  ({ yes: said(sheet, 'yes', 'sí'), no: 'no', unsure: said(sheet, 'cannot be said', 'no puede afirmarse') })[answer]
