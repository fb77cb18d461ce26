/** Which remedies there were, what became of them, and why the rest need not be awaited; what the standing says, in a paper. */
import { exhaustionWord, statusWord } from '../../law/index.ts'
import type { Text } from '../paper/model.ts'
import { filled, type Material, paragraph, said, type Sheet } from './material.ts'

type Exhaustion = Sheet['standing']['exhaustion']

const reached: ReadonlySet<string> = new Set(['not_yet', 'not_available'])

/** Domestic remedies by track, with what Strasbourg asks of each. */
export const remedies: Material = (sheet) => {
  const { exhaustion } = sheet.standing
  const text = (words: string): Text => [sheet.notes.law(words)]
  const rows = exhaustion.tracks.flatMap(({ title, because }) =>
    because
      .filter(({ status }) => !reached.has(status))
      .map((line): readonly Text[] => [
        text(title),
        text(line.title),
        text(statusWords(sheet, line.status)),
        text(
          line.strasbourgBecause === '' ? neededWords(sheet, line.requiredByStrasbourg) : line.strasbourgBecause,
        ),
      ]),
  )
  if (rows.length === 0) return filled([paragraph(sheet.notes.law(overall(sheet, exhaustion)))])
  const head = [
    said(sheet, 'Procedure', 'Procedimiento'),
    said(sheet, 'Remedy', 'Recurso'),
    said(sheet, 'What became of it', 'Qué fue de él'),
    said(sheet, 'Whether it has to be awaited', 'Si hay que esperar a su resultado'),
  ]
  return filled([paragraph(sheet.notes.law(overall(sheet, exhaustion))), { kind: 'table', head, rows }])
}

const overall = (sheet: Sheet, { overallStrasbourg, tracks }: Exhaustion): string => {
  const open = tracks.filter(({ domestic }) => domestic === 'not_exhausted').map(({ title }) => title)
  const word = exhaustionWord(overallStrasbourg as Parameters<typeof exhaustionWord>[0], sheet.language)
  const lead = said(
    sheet,
    `Domestic remedies, by what the Court asks of them: ${word}.`,
    `Recursos internos, según lo que exige el Tribunal: ${word}.`,
  )
  if (open.length === 0) return lead
  return `${lead} ${said(sheet, `Not at an end: ${open.join(', ')}.`, `No han terminado: ${open.join(', ')}.`)}`
}

const statusWords = ({ language }: Sheet, status: string): string =>
  statusWord(status as Parameters<typeof statusWord>[0], language)

const neededWords = (sheet: Sheet, required: string): string =>
  required === 'no'
    ? said(sheet, 'no: it does not suspend the transfer', 'no: no suspende la entrega')
    : required === 'yes'
      ? said(sheet, 'yes', 'sí')
      : said(sheet, 'disputed', 'se discute')

/** Procedures that have not ended, with the number under which they are pending. */
export const pending: Material = (sheet) => {
  const domestic = sheet.standing.tracks.filter((track) => track.domestic)
  const items = domestic.flatMap((track) =>
    track.pending.map(({ title, docket }): Text => [
      sheet.notes.law(`${track.title}: ${title}${docket === null ? '' : ` (${docket})`}.`),
    ]),
  )
  return items.length === 0
    ? filled([
        paragraph(
          sheet.notes.law(
            said(sheet, 'No procedure is known to be pending.', 'No consta ningún procedimiento pendiente.'),
          ),
        ),
      ])
    : filled([{ kind: 'list', numbered: false, items }])
}

/** International procedures other than the one addressed: they must be declared, and can close this one. */
export const otherForums: Material = (sheet) => {
  const others = sheet.standing.tracks.filter(
    ({ id, domestic, recorded }) => !domestic && recorded && /^(un\.|echr)/.test(id),
  )
  const text =
    others.length === 0
      ? said(sheet, 'No other international procedure is recorded.', 'No consta otro procedimiento internacional.')
      : others.map(({ title, stageTitle }) => `${title}: ${stageTitle}`).join('; ')
  return filled([paragraph(sheet.notes.law(text))])
}

/** The rules that forbid the transfer and apply by what is recorded; those that only might are not asserted. */
export const bars: Material = (sheet) => {
  const applying = sheet.standing.bars.filter(({ applies }) => applies === 'true')
  const items = applying.map(({ title, norm, assessedBy }): Text => {
    const norms = norm.map((n) => n.text).join('; ')
    const who =
      assessedBy.length === 0 ? '' : ` ${said(sheet, 'Assessed by', 'Valorado por')}: ${assessedBy.join(', ')}.`
    return [sheet.notes.law(`${title}: ${norms}.${who}`)]
  })
  return filled(items.length === 0 ? [] : [{ kind: 'list', numbered: false, items }])
}

/** How and when to send it: for the author, printed on the gaps page, never in the paper. */
export const sending =
  (remedy: string): Material =>
  (sheet) => {
    const stop = sheet.standing.stops.find((one) => one.remedy === remedy)
    if (stop === undefined) return filled([])
    const channels = stop.channels.map(({ channel, hours }) => channel + (hours === null ? '' : ` (${hours})`))
    const todo = [...channels, ...stop.warnings].join(' · ')
    return filled(
      [],
      [
        {
          field: 'sending',
          title: said(sheet, 'How it is sent', 'Cómo se envía'),
          why: said(sheet, 'A wrong channel or hour costs the day.', 'Un canal u hora equivocados cuestan el día.'),
          todo,
          weight: 'wanted',
        },
      ],
    )
  }

/** Whether every domestic remedy is at an end, in a sentence; an assertion of others is not repeated as a fact. */
export const remediesShort: Material = (sheet) => {
  const { exhaustion } = sheet.standing
  const open = exhaustion.tracks.filter(({ domestic }) => domestic === 'not_exhausted').map(({ title }) => title)
  const unknown = exhaustion.tracks.filter(({ domestic }) => domestic === 'unknown').map(({ title }) => title)
  const sentences = [
    ...(open.length === 0
      ? []
      : [
          said(
            sheet,
            `Not every domestic procedure is at an end: ${open.join(', ')}.`,
            `No ha terminado todo procedimiento interno: ${open.join(', ')}.`,
          ),
        ]),
    ...(unknown.length === 0
      ? []
      : [
          said(
            sheet,
            `Whether others are is not known: ${unknown.join(', ')}.`,
            `De otros no consta: ${unknown.join(', ')}.`,
          ),
        ]),
  ]
  return filled(sentences.length === 0 ? [] : [paragraph(...sentences.map((text) => sheet.notes.law(text)))])
}
