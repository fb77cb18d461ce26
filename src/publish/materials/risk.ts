/** The risk: what is said of it, what the State answers, who assessed it; words spoken; demands, as demands. */
import type { Claim } from '../../record/index.ts'
import { namesWords } from '../paper/words.ts'
import type { Block, Gap } from '../paper/model.ts'
import {
  attributed,
  entityWords,
  filled,
  listUnder,
  type Material,
  paragraph,
  said,
  type Sheet,
  usableClaims,
  valueWords,
  voicesOf,
} from './material.ts'
import { quoted, tongueGap } from './tongue.ts'

/** What is said of the risk and of the receiving State, and what that State answers. */
export const risk: Material = (sheet) => {
  const { view } = sheet.opened
  const claims = usableClaims(sheet)
  const risks = claims.filter(({ property, subject }) => property === 'risk' && subject === view.header?.id)
  const spoken = claims.filter(({ property }) => property === 'country-record')
  const lead = said(
    sheet,
    'What is said of the receiving State, and what it answers:',
    'Lo que se dice del Estado de destino y lo que este responde:',
  )
  return filled(
    [
      ...riskSentences(sheet, risks),
      ...listUnder(
        sheet.notes.template(lead),
        spoken.map((claim) => [attributed(sheet, claim)]),
      ),
      ...assessments(sheet),
    ],
    risks.length + spoken.length > 0 ? tongueGap(sheet) : [noRisk(sheet)],
  )
}

function riskSentences(sheet: Sheet, claims: readonly Claim[]): readonly Block[] {
  const told = (denied: boolean): readonly Claim[] =>
    claims.filter(({ polarity }) => (polarity === 'denied') === denied)
  const kinds = (some: readonly Claim[]): string =>
    namesWords([...new Set(some.map(({ value }) => valueWords(sheet, 'risk', value)))], sheet.language)
  const [asserted, denials] = [told(false), told(true)]
  const by = (some: readonly Claim[]): string =>
    `${kinds(some)}, ${said(sheet, 'according to', 'según')} ${voicesOf(sheet, some)}`
  return [
    ...(asserted.length === 0
      ? []
      : [
          paragraph(
            sheet.notes.record(
              `${said(sheet, 'Risk on return', 'Riesgo tras la entrega')}: ${by(asserted)}.`,
              asserted,
            ),
          ),
        ]),
    ...(denials.length === 0
      ? []
      : [
          paragraph(
            sheet.notes.record(`${said(sheet, 'No such risk', 'No existe ese riesgo')}: ${by(denials)}.`, denials),
          ),
        ]),
  ]
}

const noRisk = (sheet: Sheet): Gap => ({
  field: 'risk-record',
  title: said(sheet, 'The risk', 'El riesgo'),
  why: said(
    sheet,
    'Nothing on the risk may go to these readers.',
    'Nada sobre el riesgo puede ir a estos lectores.',
  ),
  todo: said(
    sheet,
    'Add country reports and what makes this person a target.',
    'Añada informes sobre el país y por qué esta persona es objetivo.',
  ),
  weight: 'required',
})

const riskQuestions: ReadonlySet<string> = new Set(['real-risk', 'danger-of-torture'])

/** What named persons have answered to the question that nobody can compute. */
function assessments(sheet: Sheet): readonly Block[] {
  return sheet.opened.view.assessments
    .filter(({ question }) => riskQuestions.has(question))
    .map(({ by, reasons, answer, evidence }) => {
      const claims = (evidence ?? []).flatMap((id) => sheet.opened.view.claims.get(id) ?? [])
      const answered = {
        yes: said(sheet, 'yes', 'sí'),
        no: 'no',
        unsure: said(sheet, 'cannot be said', 'no puede decirse'),
      }
      const lead = said(
        sheet,
        `Assessment by ${by} of whether the risk is real: ${answered[answer]}.`,
        `Valoración de ${by} sobre si el riesgo es real: ${answered[answer]}.`,
      )
      const text = `${lead} ${quoted(sheet, reasons)}${/[.!?…]$/u.test(quoted(sheet, reasons)) ? '' : '.'}`
      return paragraph(claims.length === 0 ? sheet.notes.person(text) : sheet.notes.record(text, claims))
    })
}

/** Who demands what: a demand, never a fact. */
export const demands: Material = (sheet) => {
  const claims = usableClaims(sheet).filter(({ property }) => property === 'demand')
  return filled(
    listUnder(
      undefined,
      claims.map((claim) => [attributed(sheet, claim)]),
    ),
    claims.length === 0 ? [] : tongueGap(sheet),
  )
}

/** Words of named persons, letter for letter, where a document holds them. */
export const quotes: Material = (sheet) =>
  filled(
    usableClaims(sheet).flatMap((claim): readonly Block[] => {
      const words = claim.place?.quote
      if (claim.property !== 'quotation' || words === undefined || claim.polarity === 'denied') return []
      return [
        { kind: 'quote', speaker: entityWords(sheet, claim.speaker), text: [sheet.notes.record(words, [claim])] },
      ]
    }),
  )
