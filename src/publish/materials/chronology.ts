/** Everything with its date, its rivals and who says so. */
import { propertyWord } from '../../record/index.ts'
import type { Text } from '../paper/model.ts'
import { capital, countWords } from '../paper/words.ts'
import {
  entityWords,
  filled,
  listUnder,
  type Material,
  paragraph,
  rivalsWords,
  said,
  type Sheet,
  standingClaims,
  voicesOf,
} from './material.ts'
import { carrying, denied, isPersonal, noFacts, ownEvents, rivalDates, whatWords, whenWords } from './events.ts'
import { quoted, tongueGap } from './tongue.ts'

/** Everything of the person and its background, as a table. */
export const chronology: Material = (sheet) => {
  const head = [
    said(sheet, 'Date', 'Fecha'),
    said(sheet, 'What happened', 'Qué ocurrió'),
    said(sheet, 'Who says so', 'Quién lo dice'),
  ]
  const rows = ownEvents(sheet).map((event): readonly Text[] => {
    const date = event.properties.get('date')
    const claims = carrying(event)
    // Every claim on the date may have been refused: then it is not known, by those that speak of the event.
    const dating = date === undefined ? [] : standingClaims(date)
    return [
      [sheet.notes.record(capital(whenWords(sheet, date)), dating.length === 0 ? claims : dating)],
      [
        sheet.notes.record(`${capital(whatWords(sheet, event))}.`, claims),
        ...rivalDates(sheet, date),
        ...denied(sheet, event),
      ],
      [sheet.notes.record(capital(voicesOf(sheet, claims)), claims)],
    ]
  })
  return rows.length === 0
    ? filled([], [noFacts(sheet)])
    : filled([{ kind: 'table', head, rows }], tongueGap(sheet))
}

/** The points on which sources contradict each other. */
export const contested: Material = (sheet) => {
  const { view } = sheet.opened
  const items = [
    ...ownEvents(sheet)
      .filter((event) => isPersonal(sheet, event) || event.event.person === undefined)
      .flatMap((event) =>
        pointsOf(event.properties.values()).map((point) => ({ title: quoted(sheet, event.event.title), point })),
      ),
    ...[...view.facts].flatMap(([subject, properties]) =>
      pointsOf(properties.values()).map((point) => ({ title: subjectWords(sheet, subject), point })),
    ),
  ].map(({ title, point }): Text => {
    const denials = point.rivals.flatMap((rival) => rival.denials)
    return [
      sheet.notes.record(
        `${capital(title)}, ${propertyWords(sheet, point.property)}: ${rivalsWords(sheet, point)}.`,
        [...standingClaims(point), ...denials],
      ),
    ]
  })
  return filled(listUnder(undefined, items))
}

type Point = Parameters<typeof rivalsWords>[1]

/** Values that add up are no contradiction; whether an event happened is told where the event is. */
const pointsOf = (points: Iterable<Point>): readonly Point[] =>
  [...points].filter(
    ({ property, status, rivals, value }) =>
      property !== 'content' &&
      // Called contested, and every claim on it refused: nothing is left to be told.
      rivals.length > 0 &&
      (status === 'contested' || (rivals.length > 1 && value !== undefined)),
  )

function subjectWords(sheet: Sheet, subject: string): string {
  const { view } = sheet.opened
  if (subject === view.header?.id) return said(sheet, 'the case', 'el caso')
  return view.proceedings.get(subject)?.title ?? entityWords(sheet, subject)
}

/** Words for what sources differ on; a property without its own here is called as the vocabulary calls it. */
function propertyWords(sheet: Sheet, property: string): string {
  const own = properties[property]
  return own === undefined ? propertyWord(property, sheet.language) : said(sheet, ...own)
}

const properties: Readonly<Record<string, readonly [en: string, es: string]>> = {
  date: ['date', 'fecha'],
  occurred: ['whether it happened', 'si ocurrió'],
  notified: ['date of notification', 'fecha de notificación'],
  published: ['date of publication', 'fecha de publicación'],
  known: ['date on which counsel learned of it', 'fecha en que la defensa lo conoció'],
  body: ['body', 'órgano'],
  outcome: ['outcome', 'resultado'],
  place: ['place', 'lugar'],
  votes: ['votes', 'votos'],
  docket: ['docket number', 'número de autos'],
  due: ['date set', 'fecha fijada'],
  remedy: ['remedy', 'recurso'],
  born: ['date of birth', 'fecha de nacimiento'],
}

/** On how many documents that do not repeat each other the paper rests so far: it stands last in a template. */
export const sourcesCount: Material = (sheet) => {
  const { view } = sheet.opened
  const independent = sheet.notes.sources.filter(({ document }) => {
    const found = document === undefined ? undefined : view.documents.get(document)
    return found !== undefined && found.copyOf === undefined
  })
  if (independent.length === 0) return filled([])
  const count = countWords(independent.length, view.audience, sheet.language)
  const text =
    count === '1'
      ? said(sheet, 'What is said here rests on one document.', 'Lo dicho se apoya en un solo documento.')
      : said(
          sheet,
          `What is said here rests on ${count} documents that do not repeat each other; they are listed below.`,
          `Lo dicho se apoya en ${count} documentos que no se repiten entre sí; figuran al final.`,
        )
  return filled([paragraph(sheet.notes.template(text))])
}
