/** Judgments: those against first, each to be met; then those for. Only what somebody has read is said of them. */
import type { PrecedentLineAnswer } from '../../casework/index.ts'
import type { Gap, Text } from '../paper/model.ts'
import { dateWords, namesWords, stateWords } from '../paper/words.ts'
import { filled, listUnder, type Material, paragraph, said, type Sheet } from './material.ts'

/** The nearest ones are what a judge would hold against the request; the rest stays in the law screen. */
const SHOWN_MAX = 12

const lines = (sheet: Sheet, leanings: readonly string[]): readonly PrecedentLineAnswer[] =>
  sheet.precedents.precedents.filter(({ leaning }) => leanings.includes(leaning)).slice(0, SHOWN_MAX)

type Words = Readonly<Record<string, readonly [en: string, es: string]>>

const article3: Words = {
  violation: ['violation of Article 3', 'violación del artículo 3'],
  'violation-if-removed': ['Article 3 would be violated by the removal', 'la entrega violaría el artículo 3'],
  'violation-procedural': [
    'violation of Article 3 for want of a proper examination',
    'violación del artículo 3 por falta de un examen adecuado',
  ],
  'violation-procedural-if-removed': [
    'Article 3 would be violated by a removal without a fresh examination',
    'una entrega sin nuevo examen violaría el artículo 3',
  ],
  'no-violation': ['no violation of Article 3', 'sin violación del artículo 3'],
  mixed: ['mixed findings under Article 3', 'conclusiones distintas sobre el artículo 3'],
  inadmissible: ['inadmissible', 'inadmisible'],
  'struck-out': ['struck out of the list', 'archivada'],
  'not-examined': ['Article 3 not examined', 'artículo 3 no examinado'],
}
const article34: Words = {
  violation: ['violation of Article 34', 'violación del artículo 34'],
  'no-violation': ['no violation of Article 34', 'sin violación del artículo 34'],
}
const measures: Words = {
  indicated: ['an interim measure was in force', 'hubo medida provisional'],
  refused: ['an interim measure was refused', 'se denegó la medida provisional'],
  'not-examined-late': [
    'the request came too late to be examined',
    'la solicitud llegó demasiado tarde para examinarla',
  ],
}
const assurance: Words = {
  yes: ['assurances had been given or sought', 'se habían ofrecido o pedido garantías'],
}

/** Coded findings that somebody read; nothing where the value is not known or says nothing. */
const worded = (sheet: Sheet, words: Words, value: string | null): readonly string[] => {
  const found = value === null ? undefined : words[value]
  return found === undefined ? [] : [said(sheet, found[0], found[1])]
}

function precedentText(sheet: Sheet, line: PrecedentLineAnswer): Text {
  const numbers = line.applications.map((n) => (/^\d/.test(n) ? `${said(sheet, 'no.', 'n.º')} ${n}` : n)).join(', ')
  const to = line.receiving.map((state) => stateWords(state, sheet.language))
  const findings = [
    ...worded(sheet, article3, line.article3.value),
    ...worded(sheet, article34, line.article34.value),
    ...worded(sheet, assurance, line.assurances.value),
    ...worded(sheet, measures, line.measure.value),
  ].join('; ')
  const where =
    to.length === 0 ? '' : ` (${said(sheet, 'transfer to', 'entrega a')} ${namesWords(to, sheet.language)})`
  const unread = line.dateChecked === 'read' ? '' : said(sheet, ' (date not verified)', ' (fecha sin verificar)')
  const told = findings === '' ? '' : `: ${findings}`
  return [
    sheet.notes.law(`${line.case}, ${numbers}, ${dateWords(line.date, sheet.language)}${unread}${where}${told}.`),
  ]
}

/** What a case teaches, for the author: notes on a judgment are no words for a court. */
const lessonGaps = (sheet: Sheet, found: readonly PrecedentLineAnswer[], adverse: boolean): readonly Gap[] =>
  found.map((line) => ({
    field: `precedent-${line.id}`,
    title: line.case,
    why: adverse
      ? said(
          sheet,
          'It is against the request: silence about it loses the judge.',
          'Es contraria: callarla hace perder al juez.',
        )
      : said(sheet, 'It supports the request.', 'Apoya la solicitud.'),
    todo: lessonWords(sheet, line, adverse),
    weight: 'wanted',
  }))

function lessonWords(sheet: Sheet, { lesson, sources }: PrecedentLineAnswer, adverse: boolean): string {
  const unread = lesson?.checked === 'unverified' ? ` ${said(sheet, '(not verified)', '(sin verificar)')}` : ''
  const act = adverse
    ? said(sheet, 'Read it and say what is different here.', 'Léala y diga en qué se distingue este caso.')
    : said(sheet, 'Read it before you rely on it.', 'Léala antes de apoyarse en ella.')
  return [act, ...(lesson === null ? [] : [lesson.says + unread]), sources.join(' ')].join(' ')
}

/** Adverse and mixed authority: silence about it is what loses the judge. */
export const against: Material = (sheet) => {
  const found = lines(sheet, ['adverse', 'mixed'])
  const none = said(
    sheet,
    'No judgment against the request was found among those read.',
    'Entre las sentencias leídas no se halló ninguna contraria.',
  )
  if (found.length === 0) return filled([paragraph(sheet.notes.law(none))])
  return filled(
    listUnder(
      undefined,
      found.map((line) => precedentText(sheet, line)),
      true,
    ),
    lessonGaps(sheet, found, true),
  )
}

export const inFavour: Material = (sheet) => {
  const found = lines(sheet, ['favourable'])
  return filled(
    listUnder(
      undefined,
      found.map((line) => precedentText(sheet, line)),
    ),
    lessonGaps(sheet, found, false),
  )
}
