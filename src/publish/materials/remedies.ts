/** Which domestic remedies there were, what became of them, and why the rest need not be awaited. */
import { exhaustionWord, isRemedyStatus, type RemedyStatus } from '../../law/index.ts'
import type { Gap, Text } from '../paper/model.ts'
import { filled, listUnder, type Material, paragraph, said, type Sheet } from './material.ts'
import { remedySteps } from './remedy-steps.ts'
import { isForeign } from './tongue.ts'

type Exhaustion = Sheet['standing']['exhaustion']
type Line = Exhaustion['tracks'][number]['because'][number]

/** Remedies that have not come up yet, or do not exist here, are no part of the answer. */
const silent: ReadonlySet<string> = new Set(['not_yet', 'not_available'])

interface Told {
  readonly track: string
  readonly line: Line
}

const toldOf = ({ tracks }: Exhaustion): readonly Told[] =>
  tracks.flatMap(({ title, because }) =>
    because.filter(({ status }) => !silent.has(status)).map((line) => ({ track: title, line })),
  )

/** Domestic remedies by track, with what Strasbourg asks of each. */
export const remedies: Material = (sheet) =>
  remediesTable(sheet, strasbourgWords(sheet), {
    head: said(sheet, 'Whether it has to be awaited', 'Si hay que esperar a su resultado'),
    cell: (line) => awaitedWords(sheet, line),
  })

/** The same for bodies that ask for exhaustion in their own way. */
export const remediesDomestic: Material = (sheet) => remediesTable(sheet, domesticWords(sheet))

function remediesTable(
  sheet: Sheet,
  lead: string,
  last?: { readonly head: string; readonly cell: (line: Line) => string },
) {
  const told = toldOf(sheet.standing.exhaustion)
  const head = [
    said(sheet, 'Procedure', 'Procedimiento'),
    said(sheet, 'Remedy', 'Recurso'),
    said(sheet, 'What became of it', 'Qué fue de él'),
    ...(last === undefined ? [] : [last.head]),
  ]
  const cell = (words: string): Text => [sheet.notes.law(words)]
  const rows = told.map(({ track, line }): readonly Text[] => [
    cell(track),
    cell(line.title),
    became(sheet, line),
    ...(last === undefined ? [] : [cell(last.cell(line))]),
  ])
  const table = rows.length === 0 ? [] : [{ kind: 'table' as const, head, rows }]
  return filled(
    [paragraph(sheet.notes.law(lead)), ...table],
    [...unknownGaps(sheet, told), ...unusedGaps(sheet, told)],
  )
}

/** What became of a remedy, and the days on which it was used and decided. */
function became(sheet: Sheet, { remedy, status }: Line): Text {
  const steps = remedySteps(sheet, remedy)
  const words = becameWords(sheet, status)
  return [sheet.notes.law(steps.length === 0 ? words : `${words}.`), ...steps]
}

/** What the author has to find out before a reader asks. */
const unknownGaps = (sheet: Sheet, told: readonly Told[]): readonly Gap[] =>
  told
    .filter(({ line }) => line.status === 'unknown')
    .map(({ line }) => ({
      field: `remedy-${line.remedy}`,
      title: line.title,
      why: said(sheet, 'Whether it was used is not recorded.', 'No consta si se interpuso.'),
      todo: said(
        sheet,
        'Ask who represented the person, and enter the answer.',
        'Pregunte a quien le representó y anote la respuesta.',
      ),
      weight: 'wanted',
    }))

/** A remedy that had to be used and was not: the first thing that the other side will say. */
const unusedGaps = (sheet: Sheet, told: readonly Told[]): readonly Gap[] =>
  told
    .filter(({ line }) => line.status === 'lapsed' && line.requiredByStrasbourg === 'yes')
    .map(({ line }) => ({
      field: `unused-${line.remedy}`,
      title: line.title,
      why: said(
        sheet,
        'The Court requires it, and it was not used in time.',
        'El Tribunal lo exige y no se interpuso en plazo.',
      ),
      todo: said(
        sheet,
        'Say why it was not used, or why it would not have been effective here.',
        'Diga por qué no se interpuso, o por qué no habría sido efectivo en este caso.',
      ),
      weight: 'required',
    }))

function strasbourgWords(sheet: Sheet): string {
  const { overallStrasbourg } = sheet.standing.exhaustion
  const which = said(sheet, 'that the Court asks for', 'que exige el Tribunal')
  const asked = toldOf(sheet.standing.exhaustion).filter(({ line }) => line.requiredByStrasbourg !== 'no')
  return overallWords(sheet, overallStrasbourg, which, asked)
}

function domesticWords(sheet: Sheet): string {
  const { exhaustion } = sheet.standing
  const which = said(sheet, 'that the law gives', 'que da la ley')
  return overallWords(sheet, exhaustion.overall, which, toldOf(exhaustion))
}

/** Nothing is open any more: which is not to say that everything was used. */
function closedWords(sheet: Sheet, which: string, told: readonly Told[]): string {
  if (told.length === 0)
    return said(
      sheet,
      `By what is recorded, there is no domestic remedy ${which} that is open.`,
      `Según lo que consta, no hay ningún recurso interno ${which} que esté abierto.`,
    )
  const left = told.filter(({ line }) => line.status !== 'used_decided')
  if (left.length === 0)
    return said(
      sheet,
      `By what is recorded, every domestic remedy ${which} has been used and decided.`,
      `Según lo que consta, se han interpuesto y resuelto todos los recursos internos ${which}.`,
    )
  const those = left.map(({ line }) => `${line.title} (${becameWords(sheet, line.status)})`).join('; ')
  return said(
    sheet,
    `By what is recorded, no domestic remedy ${which} is still open; not all were used and decided: ${those}.`,
    `Según lo que consta, ya no queda abierto ningún recurso interno ${which}; no todos se interpusieron y resolvieron: ${those}.`,
  )
}

function overallWords(sheet: Sheet, value: string, which: string, told: readonly Told[]): string {
  const open = openTracks(sheet.standing.exhaustion)
  const first = {
    established: closedWords(sheet, which, told),
    not_established: said(
      sheet,
      `Not every domestic remedy ${which} is at an end.`,
      `No han concluido todos los recursos internos ${which}.`,
    ),
    unknown: said(
      sheet,
      `Whether every domestic remedy ${which} has been used is not known to us.`,
      `No nos consta si se han interpuesto todos los recursos internos ${which}.`,
    ),
    disputed: said(
      sheet,
      `Whether every domestic remedy ${which} has been used depends on points that are not settled.`,
      `Si se han interpuesto todos los recursos internos ${which} depende de cuestiones que no están claras.`,
    ),
  }[value]
  const text = first ?? exhaustionWord('unknown', sheet.language)
  return open.length === 0
    ? text
    : `${text} ${said(sheet, 'Not at an end', 'No ha concluido')}: ${open.join('; ')}.`
}

const openTracks = ({ tracks }: Exhaustion): readonly string[] =>
  tracks.filter(({ domestic }) => domestic === 'not_established').map(({ title }) => title)

/** The status of a remedy as a reader outside the desk is told it. */
function becameWords(sheet: Sheet, status: string): string {
  const words: Partial<Record<RemedyStatus, readonly [en: string, es: string]>> = {
    open: ['open; not used', 'abierto; no interpuesto'],
    used_pending: ['used; not decided yet', 'interpuesto; pendiente de resolución'],
    used_decided: ['used; decided', 'interpuesto; resuelto'],
    lapsed: ['not used; its time limit is over', 'no interpuesto; plazo vencido'],
    waived: ['renounced', 'renunciado'],
    blocked: ['cannot be used for now', 'no puede interponerse por ahora'],
    burnt: ['may not be repeated now', 'no puede repetirse ahora'],
    moot: ['no longer of use', 'sin objeto'],
    disputed: ['whether it can still be used is disputed', 'se discute si aún cabe'],
    unknown: ['whether it was used is not known to us', 'no nos consta si se interpuso'],
  }
  const [en, es] = (isRemedyStatus(status) ? words[status] : undefined) ?? [status, status]
  return said(sheet, en, es)
}

/** Whether its outcome has to be awaited; why one that has to be or may have to be was so judged. */
function awaitedWords(sheet: Sheet, { remedy, status, requiredByStrasbourg }: Line): string {
  if (status === 'used_decided') return said(sheet, 'It has been decided.', 'Ya está resuelto.')
  if (requiredByStrasbourg === 'yes') return requiredWords(sheet, status)
  if (requiredByStrasbourg === 'disputed')
    return said(sheet, 'It is not settled whether the Court requires it.', 'No está claro si el Tribunal lo exige.')
  const effects = sheet.standing.remedies.find(({ id }) => id === remedy)?.effects ?? []
  const suspends = effects.some(
    ({ target, mode }) => target === 'transfer' && mode !== 'none' && mode !== 'on-request',
  )
  return suspends
    ? said(sheet, 'Arguably not (not verified).', 'Cabe sostener que no (sin verificar).')
    : said(
        sheet,
        'Arguably not: it does not stop the transfer by itself (not verified).',
        'Cabe sostener que no: no detiene la entrega por sí mismo (sin verificar).',
      )
}

/** A remedy that is over cannot be awaited: what is left is that the Court asks for it. */
function requiredWords(sheet: Sheet, status: string): string {
  if (status === 'lapsed' || status === 'waived' || status === 'moot')
    return said(
      sheet,
      'The Court requires it; it can no longer be used.',
      'El Tribunal lo exige; ya no puede interponerse.',
    )
  return said(sheet, 'Yes: the Court requires it.', 'Sí: el Tribunal lo exige.')
}

/** Procedures that have not ended, with the number under which they are pending. */
export const pending: Material = (sheet) => {
  const items = sheet.standing.tracks
    .filter(({ domestic }) => domestic)
    .flatMap((track) =>
      track.pending.map(({ title, docket }): Text => {
        const name = isForeign(sheet) ? track.title : `${track.title}: ${title}`
        return [sheet.notes.law(`${name}${docket === null ? '' : ` (${docket})`}.`)]
      }),
    )
  const none = said(
    sheet,
    'No domestic procedure is known to be pending.',
    'No consta procedimiento interno pendiente.',
  )
  return items.length === 0
    ? filled([paragraph(sheet.notes.law(none))])
    : filled(listUnder(sheet.notes.law(said(sheet, 'Pending at this date:', 'Pendiente en esta fecha:')), items))
}

/** Whether every domestic remedy is at an end, in a sentence; an assertion of others is not repeated as a fact. */
export const remediesShort: Material = (sheet) => {
  const { exhaustion } = sheet.standing
  const unknown = exhaustion.tracks.filter(({ domestic }) => domestic === 'unknown').map(({ title }) => title)
  const open = openTracks(exhaustion)
  const sentences = [
    ...(open.length === 0
      ? []
      : [
          said(
            sheet,
            `Not every domestic procedure is at an end. Still open: ${open.join('; ')}.`,
            `No todos los procedimientos internos han concluido. Siguen abiertos: ${open.join('; ')}.`,
          ),
        ]),
    ...(unknown.length === 0
      ? []
      : [
          said(
            sheet,
            `It is not known whether every remedy has been used in these procedures: ${unknown.join('; ')}.`,
            `No consta si se han agotado los recursos en estos procedimientos: ${unknown.join('; ')}.`,
          ),
        ]),
  ]
  return filled(sentences.length === 0 ? [] : [paragraph(...sentences.map((text) => sheet.notes.law(text)))])
}
