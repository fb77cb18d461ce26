/** Who the person is, who holds them, and where they would be taken. */
import { say } from '../../law/index.ts'
import { canonicalOf, factOf, type ProceedingThing } from '../../record/index.ts'
import type { Block, Gap, Sentence } from '../paper/model.ts'
import {
  entityWords,
  factSentence,
  filled,
  type Material,
  paragraph,
  propertySentence,
  rivalsWords,
  said,
  type Sheet,
  standingClaims,
} from './material.ts'
import { isForeign, quoted } from './tongue.ts'

type Row = Extract<Block, { readonly kind: 'fields' }>['rows'][number]

/** A form's field; while the record does not hold it, the gap is named in the paper and to its author. */
interface Field {
  readonly field: string
  readonly label: string
  readonly value: Sentence | undefined
  readonly todo: string
  readonly weight: Gap['weight']
}

/** Fields with what is missing said as missing: an empty field reads as "nothing to say". */
export function fieldsOf(
  sheet: Sheet,
  fields: readonly Field[],
): { readonly block: Block; readonly gaps: readonly Gap[] } {
  const unknown = said(sheet, 'not known to us at this date', 'no nos consta en esta fecha')
  const rows = fields.map(({ label, value }): Row => ({ label, value: [value ?? sheet.notes.template(unknown)] }))
  const gaps = fields
    .filter(({ value }) => value === undefined)
    .map(({ field, label, todo, weight }): Gap => ({
      field,
      title: label,
      why: said(
        sheet,
        'The record does not hold it for these readers.',
        'El expediente no lo contiene para estos lectores.',
      ),
      todo,
      weight,
    }))
  return { block: { kind: 'fields', rows }, gaps }
}

export const person: Material = (sheet) => {
  const { view } = sheet.opened
  const id = view.header?.person
  if (id === undefined) return filled([], [nobody(sheet)])
  const fact = (property: string): Sentence | undefined => factSentence(sheet, id, property)
  const record = (en: string, es: string): string => said(sheet, en, es)
  const { block, gaps } = fieldsOf(sheet, [
    {
      field: 'name',
      label: record('Name', 'Nombre'),
      value: nameSentence(sheet, id),
      todo: record('Enter the name.', 'Anote el nombre.'),
      weight: 'required',
    },
    {
      field: 'birth',
      label: record('Date of birth', 'Fecha de nacimiento'),
      value: fact('born') ?? birth(sheet),
      todo: record('Enter the date of birth.', 'Anote la fecha de nacimiento.'),
      weight: 'required',
    },
    {
      field: 'nationality',
      label: record('Nationality', 'Nacionalidad'),
      value: fact('nationality'),
      todo: record('Enter the nationality.', 'Anote la nacionalidad.'),
      weight: 'required',
    },
    {
      field: 'custody',
      label: record('Held at', 'Recluido en'),
      value: fact('custody'),
      todo: record('Enter the place of detention and its address.', 'Anote el lugar de reclusión y su dirección.'),
      weight: 'required',
    },
  ])
  return filled([block], gaps)
}

const nobody = (sheet: Sheet): Gap => ({
  field: 'person',
  title: said(sheet, 'The person', 'La persona'),
  why: said(sheet, 'These readers may not learn who it is.', 'Estos lectores no pueden saber de quién se trata.'),
  todo: said(
    sheet,
    'Rule on the disclosure of the person, or agree on a description.',
    'Decida sobre la divulgación o acuerde una descripción.',
  ),
  weight: 'required',
})

/** The name, and the other forms in which documents print it. */
function nameSentence(sheet: Sheet, id: string): Sentence | undefined {
  const { view } = sheet.opened
  const entity = view.entities.get(canonicalOf(view, id))
  if (entity === undefined) return undefined
  const printed = factOf(view, id, 'name')
  const others = [...new Set(printed.values.map(String))].filter((name) => name !== entity.name)
  const also =
    others.length === 0 ? '' : ` (${said(sheet, 'also printed as', 'también escrito')}: ${others.join(', ')})`
  return others.length === 0
    ? sheet.notes.template(entity.name)
    : sheet.notes.record(entity.name + also, printed.claims)
}

function birth(sheet: Sheet): Sentence | undefined {
  const event = [...sheet.opened.view.events.values()].find(
    ({ event: { type, person: who } }) => type === 'birth' && who === sheet.opened.view.header?.person,
  )
  const date = event?.properties.get('date')
  return date === undefined ? undefined : propertySentence(sheet, date)
}

const removalTypes: ReadonlySet<string> = new Set([
  'surrender-scheduled',
  'expulsion-scheduled',
  'deportation-scheduled',
])

/** When, from where and to where: the first thing that a court wants to read. */
export const removal: Material = (sheet) => {
  const { view } = sheet.opened
  const scheduled = [...view.events.values()].filter(
    ({ event, occurred }) => removalTypes.has(event.type) && occurred !== 'false',
  )
  const due = scheduled.flatMap(({ properties }) => properties.get('due') ?? properties.get('date') ?? [])[0]
  const header = view.header?.id ?? ''
  const { block, gaps } = fieldsOf(sheet, [
    {
      field: 'removal-date',
      label: said(sheet, 'Scheduled date and time of removal', 'Fecha y hora previstas de la entrega'),
      value: due === undefined ? undefined : propertySentence(sheet, due),
      todo: said(
        sheet,
        'Ask the authorities in writing for day, hour and flight, keep proof of asking, and tell the addressee of any change at once.',
        'Pida por escrito día, hora y vuelo, conserve prueba de haberlo pedido y comunique al instante cualquier cambio.',
      ),
      weight: 'required',
    },
    {
      field: 'destination',
      label: said(sheet, 'Destination', 'Destino'),
      value: factSentence(sheet, header, 'receiving-state'),
      todo: said(sheet, 'Enter the receiving State.', 'Anote el Estado de destino.'),
      weight: 'required',
    },
  ])
  return filled([block], gaps)
}

export const respondent: Material = (sheet) => {
  const { block, gaps } = fieldsOf(sheet, [
    {
      field: 'respondent',
      label: said(sheet, 'Against', 'Contra'),
      value: factSentence(sheet, sheet.opened.view.header?.id ?? '', 'sending-state'),
      todo: said(
        sheet,
        'Enter the State that would hand the person over.',
        'Anote el Estado que entregaría a la persona.',
      ),
      weight: 'required',
    },
  ])
  return filled([block], gaps)
}

/** The numbers under which courts and bodies keep the matter; letters of mandate holders have none. */
export const proceedings: Material = (sheet) => {
  const { view, law } = sheet.opened
  const own = [...view.proceedings.values()].filter(
    ({ person: who, track }) =>
      canonicalOf(view, who) === canonicalOf(view, view.header?.person ?? '') && track !== 'un.special',
  )
  if (own.length === 0)
    return filled([paragraph(sheet.notes.template(said(sheet, 'None is recorded.', 'No consta ninguno.')))])
  const unknown = own.filter((p) => p.docket === undefined && factOf(view, p.id, 'docket').status === 'unknown')
  const gaps = unknown
    .filter(({ track }) => law.tracks.get(track)?.domestic !== false)
    .map((p): Gap => ({
      field: `docket-${p.id}`,
      title: `${said(sheet, 'Number of', 'Número de')}: ${p.title}`,
      why: said(sheet, 'The record does not hold it.', 'El expediente no lo contiene.'),
      todo: said(
        sheet,
        'Enter the official reference number: the addressee finds the file by it.',
        'Anote el número oficial de referencia: con él se localiza el asunto.',
      ),
      weight: 'wanted',
    }))
  return filled([{ kind: 'fields', rows: own.map((p) => proceedingRow(sheet, p)) }], gaps)
}

function proceedingRow(sheet: Sheet, { id, title, track, body, docket }: ProceedingThing): Row {
  const { view, law } = sheet.opened
  const fact = factOf(view, id, 'docket')
  const claims = standingClaims(fact)
  const who = body === undefined ? '' : entityWords(sheet, body)
  const number =
    fact.status === 'contested'
      ? rivalsWords(sheet, fact)
      : fact.status === 'known'
        ? fact.values.join(', ')
        : (docket ?? said(sheet, 'number not known to us at this date', 'número que no nos consta en esta fecha'))
  const text = [who, number].filter((part) => part !== '').join(', ')
  const trackTitle = law.tracks.get(track)?.title
  const label = isForeign(sheet) && trackTitle !== undefined ? say(trackTitle, sheet.language) : undefined
  return {
    label: label === undefined ? title : `${label} (${quoted(sheet, title)})`,
    value: [claims.length === 0 ? sheet.notes.template(text) : sheet.notes.record(text, claims)],
  }
}
