/** Judgments: those against first, each to be met; then those for. Only what somebody has read is said of them. */
import type { PrecedentLineAnswer } from '../../casework/index.ts'
import type { Text } from '../paper/model.ts'
import { dateWords } from '../paper/words.ts'
import { filled, type Material, paragraph, said, type Sheet } from './material.ts'

/** The nearest ones are what a judge would hold against the request; the rest stays in the law screen. */
const SHOWN_MAX = 12

const lines = (sheet: Sheet, leanings: readonly string[]): readonly PrecedentLineAnswer[] =>
  sheet.precedents.precedents.filter(({ leaning }) => leanings.includes(leaning)).slice(0, SHOWN_MAX)

function precedentText(sheet: Sheet, line: PrecedentLineAnswer): Text {
  const numbers = line.applications.map((n) => (/^\d/.test(n) ? `no. ${n}` : n)).join(', ')
  const date = dateWords(line.date, sheet.language)
  const finding = line.article3.value === null ? undefined : findings(sheet, line.article3.value)
  const lesson = line.lesson === null ? '' : ` ${line.lesson.says}`
  const unread =
    line.lesson === null || line.lesson.checked !== 'unverified'
      ? ''
      : ` ${said(sheet, '(not verified)', '(sin verificar)')}`
  return [
    sheet.notes.law(
      `${line.case}, ${numbers}, ${date}${finding === undefined ? '' : `: ${finding}`}.${lesson}${unread}`,
    ),
  ]
}

const findings = (sheet: Sheet, value: string): string => {
  const plain = value.replaceAll('-', ' ')
  if (value === 'no-violation') return said(sheet, 'no violation of Article 3', 'sin violación del artículo 3')
  if (value.startsWith('violation')) return said(sheet, `Article 3: ${plain}`, 'violación del artículo 3')
  return said(sheet, `Article 3: ${plain}`, `artículo 3: ${plain}`)
}

/** Adverse and mixed authority: silence about it is what loses the judge. */
export const against: Material = (sheet) => {
  const found = lines(sheet, ['adverse', 'mixed'])
  if (found.length === 0)
    return filled([
      paragraph(
        sheet.notes.law(
          said(
            sheet,
            'No judgment against the request was found among those read.',
            'Entre las sentencias leídas no se halló ninguna contraria.',
          ),
        ),
      ),
    ])
  const items = found.map((line) => precedentText(sheet, line))
  return filled([{ kind: 'list', numbered: true, items }])
}

export const inFavour: Material = (sheet) => {
  const items = lines(sheet, ['favourable']).map((line) => precedentText(sheet, line))
  return filled(items.length === 0 ? [] : [{ kind: 'list', numbered: false, items }])
}
