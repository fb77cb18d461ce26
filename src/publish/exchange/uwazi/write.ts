/** The record as files that Uwazi imports: one table for each template, originals beside their table in an archive. */
import type { Body, Id, RecordState, Sha256 } from '../../../record/index.ts'
import { bodiesOf } from '../entries.ts'
import { formatRow } from '../rows.ts'
import { cellsOf, thingOf, VALUE_TYPE } from '../tables.ts'
import { zipOf } from '../zip.ts'
import {
  ATTACHMENTS_LABEL,
  DOCUMENT_LABEL,
  EXACT_LABEL,
  headerOf,
  ID_LABEL,
  propertiesOf,
  statedLabel,
  TEMPLATE_LABEL,
  templateOf,
  titlePathOf,
  uwaziTemplates,
  VALUE_ENTITY_LABEL,
  VALUE_TYPE_LABEL,
} from './templates.ts'
import type { UwaziTemplate } from './templates.ts'
import { titleKey, titlesOf } from './titles.ts'
import type { Titles } from './titles.ts'

export type Originals = (sha256: Sha256) => Promise<Uint8Array | undefined>

/** The table inside an archive must bear this name. */
export const TABLE_IN_ARCHIVE = 'import.csv'
export const TEMPLATES_FILE = 'templates.json'

export interface UwaziFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * The files, in the order of import: `templates.json` says which templates Uwazi must have. One file at a time is held.
 */
export async function* uwaziFiles(state: RecordState, originals: Originals): AsyncGenerator<UwaziFile> {
  const titles = titlesOf(state)
  const bodies = bodiesOf(state)
  const templates = uwaziTemplates.filter((template) => bodies.some((body) => templateOf(body) === template))
  yield { path: TEMPLATES_FILE, bytes: encode(templatesText(templates)) }
  for (const template of templates) {
    const own = bodies.filter((body) => templateOf(body) === template)
    const held = template.kind === 'document' ? await heldBy(own, originals) : new Map<Id, HeldFile>()
    const table = encode(tableOf(state, titles, template, own, held))
    if (held.size === 0) yield { path: `${template.file}.csv`, bytes: table }
    else {
      const content = new Map([...held.values()].map(({ name, bytes }) => [name, bytes]))
      yield { path: `${template.file}.zip`, bytes: zipOf(content.set(TABLE_IN_ARCHIVE, table)) }
    }
  }
}

/** What of a state has no template in Uwazi, by kind: it travels in a bundle, a bag or the tables. */
export function leftOutOfUwazi(state: RecordState): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const body of bodiesOf(state)) {
    if (body.kind !== 'case' && templateOf(body) === undefined) counts[body.kind] = (counts[body.kind] ?? 0) + 1
  }
  return counts
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

interface HeldFile {
  readonly name: string
  readonly bytes: Uint8Array
}

async function heldBy(bodies: readonly Body[], originals: Originals): Promise<ReadonlyMap<Id, HeldFile>> {
  const held = new Map<Id, HeldFile>()
  for (const body of bodies) {
    if (body.kind !== 'document' || body.document.sha256 === undefined) continue
    const bytes = await originals(body.document.sha256)
    const { id, mediaType } = body.document
    if (bytes !== undefined) held.set(id, { name: `${id}${endings[mediaType ?? ''] ?? ''}`, bytes })
  }
  return held
}

const endings: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'message/rfc822': '.eml',
}

const templatesText = (templates: readonly UwaziTemplate[]): string =>
  `${JSON.stringify(
    templates.map((template) => ({ name: template.name, file: template.file, properties: propertiesOf(template) })),
    null,
    2,
  )}\n`

function tableOf(
  state: RecordState,
  titles: Titles,
  template: UwaziTemplate,
  bodies: readonly Body[],
  held: ReadonlyMap<Id, HeldFile>,
): string {
  const header = headerOf(template)
  const rows = bodies.map((body) => {
    const cells = rowOf(state, titles, template, body)
    const file = body.kind === 'document' ? held.get(body.document.id) : undefined
    if (file !== undefined) cells.set(fileLabelOf(file.name), file.name)
    return formatRow(header.map((label) => cells.get(label) ?? ''))
  })
  return formatRow(header) + rows.join('')
}

/** Uwazi shows PDF as the document itself; everything else is attached. */
const fileLabelOf = (name: string): string => (name.endsWith('.pdf') ? DOCUMENT_LABEL : ATTACHMENTS_LABEL)

function rowOf(state: RecordState, titles: Titles, template: UwaziTemplate, body: Body): Map<string, string> {
  const cells = cellsOf(body)
  const id = String(thingOf(body)['id'])
  const title = titles.get(titleKey(body.kind, id)) ?? id
  const row = new Map([
    ['title', title],
    [ID_LABEL, id],
    [TEMPLATE_LABEL, template.name],
  ])
  const exact = cells.get(titlePathOf(body.kind) ?? '')
  if (exact !== undefined && exact !== title) row.set(EXACT_LABEL, exact)
  for (const { path, label, kind } of template.columns) {
    const text = cells.get(path)
    if (kind === 'value') valueCells(state, titles, cells, label, row)
    else if (text === undefined) continue
    else if (kind === 'date') row.set(isDay(text) ? label : statedLabel(label), text)
    else if (kind === 'reference') row.set(label, referenceTitle(state, titles, path, text))
    else if (kind === 'references') {
      const claims = thingOf(body)[path] as readonly string[]
      row.set(label, claims.map((claim) => titles.get(titleKey('claim', claim)) ?? claim).join('|'))
    } else row.set(label, text)
  }
  return row
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

function valueCells(
  state: RecordState,
  titles: Titles,
  cells: ReadonlyMap<string, string>,
  label: string,
  row: Map<string, string>,
): void {
  const value = cells.get('value') ?? ''
  const type = cells.get(VALUE_TYPE)
  const isEntity = type === undefined && state.entities.has(value) && isEntityProperty(state, cells.get('property'))
  row.set(
    isEntity ? VALUE_ENTITY_LABEL : label,
    isEntity ? (titles.get(titleKey('entity', value)) ?? value) : value,
  )
  if (type !== undefined) row.set(VALUE_TYPE_LABEL, type)
}

const isEntityProperty = (state: RecordState, property = ''): boolean =>
  Object.hasOwn(state.properties, property) && state.properties[property]?.value === 'entity'

/** The title of what a column names; the id itself for the case, and for what is not in the files. */
export function referenceTitle(state: RecordState, titles: Titles, path: string, id: Id): string {
  const kind = referredKind(state, path, id)
  return (kind === undefined ? undefined : titles.get(titleKey(kind, id))) ?? id
}

function referredKind(state: RecordState, path: string, id: Id): Body['kind'] | undefined {
  if (path === 'document' || path === 'copyOf' || path === 'retells') return 'document'
  if (path === 'proceeding' || (path === 'subject' && state.proceedings.has(id))) return 'proceeding'
  if (path === 'subject' && state.events.has(id)) return 'event'
  return 'entity'
}
