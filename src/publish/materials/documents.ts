/** The papers of a case: what is attached, what is only cited, and the decisions of which no copy is held. */
import { isLaterDocument, nameOf } from '../../casework/index.ts'
import { compare, type EventView } from '../../record/index.ts'
import type { Gap, Text } from '../paper/model.ts'
import { citation } from '../paper/notebook.ts'
import { filled, type Material, paragraph, said, type Sheet, standingClaims, valueWords } from './material.ts'
import { ownEvents } from './facts.ts'

/** Decisions whose copy a court asks for first. */
const decisive: ReadonlySet<string> = new Set([
  'surrender-agreed',
  'admissibility-granted',
  'asylum-refused',
  'expulsion-ordered',
  'deportation-ordered',
  'decided',
])

/** Every document that something known rests on, with how many statements rest on it. */
export const evidenceIndex: Material = (sheet) => {
  const { view } = sheet.opened
  const head = [
    said(sheet, 'Document', 'Documento'),
    said(sheet, 'Statements', 'Enunciados'),
    said(sheet, 'Original', 'Original'),
  ]
  const claims = [...view.claims.values()]
  const rows = [...view.documents.values()]
    .filter((document) => !isLaterDocument(view, document))
    .toSorted((a, b) => compare(a.published ?? '', b.published ?? ''))
    .map((document): readonly Text[] => {
      const own = claims.filter((claim) => claim.document === document.id)
      return [
        [sheet.notes.record(citation(document, sheet.language), own)],
        [sheet.notes.template(String(own.length))],
        [
          sheet.notes.template(
            document.sha256 === undefined
              ? said(sheet, 'cited only', 'solo citado')
              : said(sheet, 'held', 'en poder del equipo'),
          ),
        ],
      ]
    })
  return filled(rows.length === 0 ? [] : [{ kind: 'table', head, rows }])
}

/** Decisions that are spoken of and of which no copy is held: named in the paper, never silently absent. */
export const missingDecisions: Material = (sheet) => {
  const missing = ownEvents(sheet).filter((event) => decisive.has(event.event.type) && !isHeld(sheet, event))
  const gaps = missing.map(({ event }): Gap => ({
    field: `copy-of-${event.id}`,
    title: event.title,
    why: said(sheet, 'No copy of the decision is held.', 'No se tiene copia de la resolución.'),
    todo: said(
      sheet,
      'Ask for it in writing, attach the proof of asking, and say in the paper why it is missing; do not wait for it.',
      'Pídala por escrito, adjunte la prueba de haberla pedido y diga por qué falta; no espere a tenerla.',
    ),
    weight: 'wanted',
  }))
  const items = missing.map((event): Text => [missingText(sheet, event)])
  if (items.length === 0) return filled([])
  return filled(
    [
      paragraph(
        sheet.notes.template(
          said(
            sheet,
            'Of these decisions no copy is held at this date:',
            'De estas resoluciones no se tiene copia en esta fecha:',
          ),
        ),
      ),
      { kind: 'list', numbered: false, items },
    ],
    gaps,
  )
}

function missingText(sheet: Sheet, { event, properties, claims }: EventView) {
  const body = properties.get('body')
  const who = body?.value === undefined ? '' : ` (${valueWords(sheet, 'body', body.value)})`
  const unpublished =
    properties.get('published') === undefined
      ? said(sheet, ' Its publication is not recorded.', ' No consta su publicación.')
      : ''
  return sheet.notes.record(
    `${event.title}${who}.${unpublished}`,
    body === undefined ? claims.slice(0, 3) : standingClaims(body),
  )
}

/** The decision itself is held where a held document comes from the body that took it. */
function isHeld({ opened: { view } }: Sheet, { properties, claims }: EventView): boolean {
  const body = properties.get('body')?.value
  const name = body === undefined ? undefined : nameOf(view, String(body))
  return claims.some(({ document }) => {
    const held = view.documents.get(document)
    return held?.sha256 !== undefined && held.retells === undefined && held.publisher === name
  })
}
