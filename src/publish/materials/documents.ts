/** The papers of a case: what is attached, what is only cited, and the decisions of which no copy is held. */
import { isLaterDocument } from '../../casework/index.ts'
import { type Claim, compare, type DocumentThing, type EventView, type Id } from '../../record/index.ts'
import type { Gap, Sentence, Text } from '../paper/model.ts'
import { citation } from '../paper/notebook.ts'
import { capital, countsWords } from '../paper/words.ts'
import { carrying, ownEvents, whatWords, whenWords } from './events.ts'
import {
  entityWords,
  filled,
  listUnder,
  type Material,
  said,
  type Sheet,
  standingClaims,
  usableClaims,
  voicesOf,
} from './material.ts'
import { tongueGap } from './tongue.ts'

/** Decisions whose copy a court asks for first. */
const decisive: ReadonlySet<string> = new Set([
  'surrender-agreed',
  'admissibility-granted',
  'asylum-refused',
  'expulsion-ordered',
  'deportation-ordered',
  'decided',
])

/** Acts of a government may never be published; of a court's decision it would go without saying. */
const perhapsUnpublished: ReadonlySet<string> = new Set(['surrender-agreed', 'expulsion-ordered'])

/** Sorts behind every date. */
const UNDATED = '9999'

/** Every document that something known rests on, by date: its language, how much rests on it, whether it is held. */
export const evidenceIndex: Material = (sheet) => {
  const { view } = sheet.opened
  const leaningOn = claimsByPaper(sheet)
  const listed = [...view.documents.values()]
    .filter((document) => document.retells === undefined && !isLaterDocument(view, document))
    .map((document) => ({ document, own: leaningOn.get(document.id) ?? [] }))
    .filter(({ own }) => own.length > 0)
    .toSorted(
      (a, b) =>
        compare(a.document.published ?? UNDATED, b.document.published ?? UNDATED) ||
        compare(a.document.id, b.document.id),
    )
  const counts = countsWords(
    listed.map(({ own }) => own.length),
    view.audience,
    sheet.language,
  )
  const items = listed.map(({ document, own }, index): Text => {
    const statements = `${said(sheet, 'Statements', 'Enunciados')}: ${counts[index] ?? ''}`
    const data = [languageWords(sheet, document.language), statements, heldWords(sheet, document)]
    return [
      sheet.notes.record(`${shortCitation(sheet, document)}.`, own),
      sheet.notes.template(`${data.join('; ')}.`),
      ...copyWords(sheet, document),
    ]
  })
  return filled(listUnder(undefined, items, true), items.length === 0 ? [] : tongueGap(sheet))
}

/** The usable claims by the paper that they are cited from: a retelling of ours stands for what it retells. */
function claimsByPaper(sheet: Sheet): ReadonlyMap<Id, readonly Claim[]> {
  const { documents } = sheet.opened.view
  const found = new Map<Id, Claim[]>()
  for (const claim of usableClaims(sheet)) {
    const paper = documents.get(claim.document)?.retells ?? claim.document
    const claims = found.get(paper)
    if (claims === undefined) found.set(paper, [claim])
    else claims.push(claim)
  }
  return found
}

/** Publisher, title and date; the address stands in the footnote. */
function shortCitation(sheet: Sheet, document: DocumentThing): string {
  const { address: _address, ...named } = document
  return citation(named, sheet.language)
}

/** A copy is no second source, and says so. */
function copyWords(sheet: Sheet, { copyOf }: DocumentThing): readonly Sentence[] {
  const original = sheet.opened.view.documents.get(copyOf ?? '')
  if (original === undefined) return []
  return [sheet.notes.template(`${said(sheet, 'A copy of', 'Copia de')}: ${shortCitation(sheet, original)}.`)]
}

/** `en`, `ru`, `pt-BR`; a language that was entered in words stays as it was entered. */
const languageCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu

function languageWords(sheet: Sheet, code: string | undefined): string {
  if (code === undefined) return said(sheet, 'Language not recorded', 'Idioma: no consta')
  if (!languageCode.test(code)) return capital(code)
  return capital(new Intl.DisplayNames([sheet.language], { type: 'language', fallback: 'code' }).of(code) ?? code)
}

function heldWords(sheet: Sheet, { id, sha256 }: DocumentThing): string {
  if (sha256 !== undefined) return said(sheet, 'held', 'en nuestro poder')
  const retold = [...sheet.opened.view.documents.values()].some(({ retells }) => retells === id)
  return retold
    ? said(sheet, 'cited from our retelling of it', 'citado según nuestra versión')
    : said(sheet, 'cited only', 'solo citado')
}

/** The decisions of which no copy is held, the latest last. */
const missing = (sheet: Sheet): readonly EventView[] =>
  ownEvents(sheet).filter((event) => decisive.has(event.event.type) && !isHeld(sheet, event))

/** Decisions that are spoken of and of which no copy is held: named in the paper, never silently absent. */
export const missingDecisions: Material = (sheet) => {
  const found = missing(sheet)
  const lead = said(
    sheet,
    'Of these decisions no copy is held at this date:',
    'De estas resoluciones no se tiene copia en esta fecha:',
  )
  return filled(
    listUnder(
      sheet.notes.template(lead),
      found.map((event): Text => missingText(sheet, event)),
    ),
    found.length === 0 ? [] : [...found.map((event) => missingGap(sheet, event)), ...tongueGap(sheet)],
  )
}

const missingGap = (sheet: Sheet, { event }: EventView): Gap => ({
  field: `copy-of-${event.id}`,
  title: event.title,
  why: said(sheet, 'No copy of the decision is held.', 'No se tiene copia de la resolución.'),
  todo: said(
    sheet,
    'Ask for it in writing, attach the proof of asking, and say in the paper why it is missing; do not wait for it.',
    'Pídala por escrito, adjunte la prueba de haberla pedido y diga por qué falta; no espere a tenerla.',
  ),
  weight: 'wanted',
})

function missingText(sheet: Sheet, event: EventView): Text {
  const { properties } = event
  const body = properties.get('body')
  const who = body?.value === undefined ? '' : `; ${entityWords(sheet, String(body.value))}`
  const claims = [...(body === undefined ? [] : standingClaims(body)), ...carrying(event)]
  return [
    sheet.notes.record(`${capital(whatWords(sheet, event))} – ${whenWords(sheet, properties.get('date'))}${who}.`, [
      ...new Set(claims),
    ]),
    ...publicityWords(sheet, event),
  ]
}

/** Whether an act of a government was made public: who says that it was not, or that nothing is recorded. */
function publicityWords(sheet: Sheet, { event, properties }: EventView): readonly Sentence[] {
  if (!perhapsUnpublished.has(event.type) || properties.get('published') !== undefined) return []
  const publicity = properties.get('publicity')
  if (publicity === undefined || publicity.claims.length === 0)
    return [
      sheet.notes.template(said(sheet, 'No publication of it is recorded.', 'No consta que se haya publicado.')),
    ]
  const hidden = standingClaims(publicity).filter(({ value }) => value === 'not-public')
  if (hidden.length === 0) return []
  const lead = said(sheet, 'Not made public, according to', 'No se ha hecho público, según')
  return [sheet.notes.record(`${lead} ${voicesOf(sheet, hidden)}.`, hidden)]
}

/** The decision itself is held where a held document comes from the body that took it. */
function isHeld({ opened: { view } }: Sheet, { properties, claims }: EventView): boolean {
  const body = properties.get('body')?.value
  const name = body === undefined ? undefined : view.entities.get(String(body))?.name
  return claims.some(({ document }) => {
    const held = view.documents.get(document)
    return held?.sha256 !== undefined && held.retells === undefined && held.publisher === name
  })
}

/** What an authority is asked for in writing: proof of asking is an exhibit of its own. */
export const askedFor: Material = (sheet) => {
  const { view } = sheet.opened
  const due = [...view.events.values()].some(
    ({ event, occurred, properties }) =>
      event.type.endsWith('-scheduled') && occurred !== 'false' && properties.get('due')?.status === 'known',
  )
  const copies = missing(sheet).map((event): Text => {
    const claims = carrying(event)
    const what = `${capital(whatWords(sheet, event))} – ${whenWords(sheet, event.properties.get('date'))}`
    return [
      sheet.notes.record(`${said(sheet, 'A copy of this decision', 'Copia de esta resolución')}: ${what}.`, claims),
    ]
  })
  const removal: readonly Text[] = due
    ? []
    : [
        [
          sheet.notes.template(
            said(
              sheet,
              'Day and hour, place and destination of any transfer that is planned, and notice of every change.',
              'Día y hora, lugar y destino de toda entrega prevista, y aviso de cualquier cambio.',
            ),
          ),
        ],
      ]
  const assurances: Text = [
    sheet.notes.template(
      said(
        sheet,
        'The full text of every assurance given by the other State, with date, signatory and office.',
        'El texto íntegro de toda garantía ofrecida por el otro Estado, con fecha, firmante y cargo.',
      ),
    ),
  ]
  return filled(listUnder(undefined, [...copies, ...removal, assurances], true), tongueGap(sheet))
}
