/** What the application form needs beyond the request: its deadline, and what is reckoned against the person. */
import type { EventView } from '../../record/index.ts'
import type { Gap } from '../paper/model.ts'
import { dateWords } from '../paper/words.ts'
import { filled, type Material, paragraph, propertySentence, said, type Sheet } from './material.ts'
import { ownEvents } from './events.ts'
import { fieldsOf } from './person.ts'

/** The day by which the Registry wants the complete form: it stands in its letter and nowhere else. */
export const deadlineRule47: Material = (sheet) => {
  const letter = ownEvents(sheet).findLast((event) => isLetterOfTheCourt(event))
  const due = letter?.properties.get('due')
  const { block, gaps } = fieldsOf(sheet, [
    {
      field: 'deadline-rule-47',
      label: said(
        sheet,
        'Form to be sent by (letter of the Registry)',
        'Formulario a enviar antes de (carta de la Secretaría)',
      ),
      value: due === undefined ? undefined : propertySentence(sheet, due),
      todo: said(
        sheet,
        'Read the day in the letter of the Registry and enter it as the date set at the event of the measure or of the letter. ' +
          'Until it is known, treat the form as due now.',
        'Lea el día en la carta de la Secretaría y anótelo como fecha fijada en el hecho de la medida o de la carta. ' +
          'Mientras no se sepa, trate el plazo como si venciera hoy.',
      ),
      weight: 'required',
    },
  ])
  const lapse = said(
    sheet,
    'Without the complete form in time an interim measure can be lifted and the case struck out.',
    'Sin el formulario completo en plazo puede levantarse la medida provisional y archivarse el asunto.',
  )
  return filled([block, paragraph(sheet.notes.law(lapse))], [...gaps, lapseGap(sheet, lapse), ...timeLimit(sheet)])
}

/** A letter of the Court that can set a day: it answered a request, or took the case up. */
const isLetterOfTheCourt = ({ event, properties }: EventView): boolean =>
  properties.has('due') &&
  (event.type === 'communicated' ||
    (event.type.startsWith('measure-') && properties.get('issuer')?.value === 'echr'))

const lapseGap = (sheet: Sheet, why: string): Gap => ({
  field: 'lapse-rule-47',
  title: said(sheet, 'The measure can be lifted without the form', 'Sin el formulario puede levantarse la medida'),
  why,
  todo: said(
    sheet,
    'Send the complete form, signed by both, by post; a request under Rule 39 or a fax does not replace it (not verified).',
    'Envíe el formulario completo, firmado por ambos, por correo; una solicitud de la regla 39 o un fax no lo sustituyen (sin verificar).',
  ),
  weight: 'required',
})

/** The time limit of Article 35 § 1, where the law reckons one from what is recorded. */
function timeLimit(sheet: Sheet): readonly Gap[] {
  const found = sheet.standing.remedies.find(({ id }) => id === 'echr.application')
  const safe = found?.deadline?.safe ?? undefined
  return [
    {
      field: 'time-limit-article-35',
      title: said(sheet, 'Time limit of Article 35 § 1', 'Plazo del artículo 35 § 1'),
      why:
        safe === undefined
          ? said(sheet, 'No day follows from what is recorded.', 'De lo que consta no resulta ningún día.')
          : said(
              sheet,
              `By what is recorded the safe day is ${dateWords(safe, 'en')}.`,
              `Según lo que consta, el día seguro es el ${dateWords(safe, 'es')}.`,
            ),
      todo: said(
        sheet,
        'Check which decision is the final one and when it was served; only a complete form stops the time (not verified).',
        'Compruebe cuál es la resolución definitiva y cuándo se notificó; solo el formulario completo detiene el plazo (sin verificar).',
      ),
      weight: 'wanted',
    },
  ]
}
